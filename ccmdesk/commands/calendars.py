"""Commands that write the mission's dates for a calendar or for the wall."""

from argparse import Namespace

from ccmdesk.commands.access import open_services, require_profile


def calendar(asked: Namespace) -> None:
    """Write all duties and meetings as a calendar file."""
    from ccmdesk.services.calendar_file import save_calendar

    with open_services(asked) as desk:
        require_profile(desk)
        save_calendar(desk, asked.out)
    print(asked.out)


def planner(asked: Namespace) -> None:
    """Write the wall planner of a year as a PDF."""
    from ccmdesk.services.wall_planner import planner_pdf
    from ccmdesk.system.atomic_file import write_bytes

    with open_services(asked) as desk:
        require_profile(desk)
        data = planner_pdf(desk, asked.year or desk.clock.today().year, asked.paper)
    write_bytes(asked.out, data)
    print(asked.out)
