"""What can be asked on the command line: the commands, their options, their help."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ccmdesk import __version__
from ccmdesk.commands import option_types as types
from ccmdesk.commands.options import Parser, add_data_dir, everywhere, later, printing_json
from ccmdesk.commands.window import window


@dataclass(frozen=True, slots=True)
class _Command:
    """A command; `add_options` is called only where its name stands on the command line."""

    name: str
    run: tuple[str, str] | None
    help: str
    add_options: Callable[[Parser], None] = lambda parser: None
    json: bool = False


def parse(arguments: Sequence[str]) -> Namespace:
    """Return what is asked; `run` is what carries it out. Ends the program on wrong usage."""
    parser = Parser(
        prog="ccmdesk",
        description="The desk of a delegation to the Convention on Cluster Munitions. "
        "Without a command the window opens.",
    )
    add_data_dir(parser, None)
    parser.add_argument("--version", action="version", version=f"ccmdesk {__version__}")
    parser.set_defaults(run=window, json=False)
    verbs = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    # Where the first word is a command, the others are not made only to be passed over.
    named = [command for command in _COMMANDS if list(arguments[:1]) == [command.name]]
    for command in named or _COMMANDS:
        parents = [everywhere()] if command.name in arguments else []
        if command.json and parents:
            parents.append(printing_json())
        found = verbs.add_parser(
            command.name, parents=parents, help=command.help, description=command.help
        )
        if command.run is not None:
            found.set_defaults(run=later(*command.run))
        if command.name in arguments:
            command.add_options(found)
    return parser.parse_args(arguments)


def _demo(parser: Parser) -> None:
    parser.add_argument(
        "--out", required=True, type=types.path, metavar="DIR", help="the folder to fill"
    )


def _init(parser: Parser) -> None:
    from ccmdesk.domain.mission_names import LANGUAGES

    parser.add_argument("--state", required=True, metavar="ISO3", help="the State, as in NGA")
    parser.add_argument(
        "--mission", required=True, type=types.words, metavar="NAME", help="its full name"
    )
    parser.add_argument("--city", required=True, type=types.words, help="the place of the date")
    parser.add_argument(
        "--language", default="en", choices=LANGUAGES, help="of the name; en by default"
    )
    parser.add_argument("--emblem", type=types.path, metavar="FILE", help="a PNG or JPEG picture")
    parser.add_argument(
        "--number-pattern",
        type=types.words,
        metavar="PATTERN",
        help="of the register, as in {n:03d}/{year}; {n}/{year} by default",
    )
    parser.add_argument(
        "--series",
        action="append",
        default=[],
        type=types.words,
        metavar="NAME=PATTERN",
        help="a further register, as in Treaties=T-{n}/{year}; may be repeated",
    )
    parser.add_argument(
        "--approver",
        action="append",
        default=[],
        type=types.words,
        metavar="NAME",
        help="who approves notes before they are issued; may be repeated",
    )
    parser.add_argument("--force", action="store_true", help="replace the profile that is there")


def _deadlines(parser: Parser) -> None:
    parser.add_argument("--state", metavar="ISO3", help="another State than the profile's")
    parser.add_argument(
        "--from", dest="start", type=types.day, metavar="DATE", help="first legal date"
    )
    parser.add_argument("--to", dest="end", type=types.day, metavar="DATE", help="last legal date")
    parser.add_argument("--as-of", type=types.day, metavar="DATE", help="the day to look from")


def _meetings(parser: Parser) -> None:
    from ccmdesk.commands.plan_options import add_meeting_acts

    add_meeting_acts(parser)


def _milestones(parser: Parser) -> None:
    from ccmdesk.commands.plan_options import add_milestones

    add_milestones(parser)


def _holidays(parser: Parser) -> None:
    from ccmdesk.commands.plan_options import add_holidays

    add_holidays(parser)


def _absences(parser: Parser) -> None:
    from ccmdesk.commands.plan_options import add_absences

    add_absences(parser)


def _start_by(parser: Parser) -> None:
    from ccmdesk.commands.plan_options import add_start_by

    add_start_by(parser)


def _lead_times(parser: Parser) -> None:
    from ccmdesk.commands.plan_options import add_lead_times

    add_lead_times(parser)


def _states(parser: Parser) -> None:
    from ccmdesk.domain.state import Status

    parser.add_argument(
        "--status", choices=[each.value for each in Status if each is not Status.NOT_PARTY]
    )


def _notes(parser: Parser) -> None:
    from ccmdesk.commands.note_options import add_note_choice

    add_note_choice(parser)


def _note(parser: Parser) -> None:
    from ccmdesk.commands.note_options import add_note_acts

    add_note_acts(parser)


def _report(parser: Parser) -> None:
    from ccmdesk.commands.report_options import add_report_acts

    add_report_acts(parser)


def _register(parser: Parser) -> None:
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True, parser_class=Parser)
    printed = acts.add_parser(
        "print", parents=[everywhere()], help="make a PDF of the register, with its checksums"
    )
    printed.set_defaults(run=later("notes", "register_print"))
    printed.add_argument(
        "--order", choices=("date", "meeting"), default="date", help="date by default"
    )
    printed.add_argument("--year", type=types.positive, metavar="Y", help="of the notes' dates")
    printed.add_argument("--out", required=True, type=types.path, metavar="FILE.pdf")


def _render(parser: Parser) -> None:
    from ccmdesk.domain.mission_names import LANGUAGES

    parser.add_argument("file", nargs="?", type=types.path, metavar="FILE.json")
    parser.add_argument("--out", type=types.path, metavar="FILE.pdf")
    parser.add_argument("--example", choices=LANGUAGES, metavar="LANG", help="print such a JSON")
    parser.add_argument(
        "--delegates", type=types.positive, metavar="N", help="how many in the example"
    )


def _people(parser: Parser) -> None:
    acts = parser.add_subparsers(title="acts", metavar="ACT", required=True, parser_class=Parser)
    both = [everywhere(), printing_json()]
    listed = acts.add_parser("list", parents=both, help="list the people")
    listed.set_defaults(run=later("people", "people_list"))
    listed.add_argument("--search", type=types.words, metavar="WORDS")
    taken = acts.add_parser("import", parents=both, help="take over a list of people")
    taken.set_defaults(run=later("people", "people_import"))
    taken.add_argument("file", metavar="FILE", type=types.path, help="CSV, vCard or XLSX; - reads")
    taken.add_argument("--meeting", metavar="CODE", help="put them into the delegation too")
    taken.add_argument("--dry-run", action="store_true", help="show every row, change nothing")
    taken.add_argument(
        "--column",
        action="append",
        default=[],
        type=types.column,
        metavar="NUMBER=FIELD",
        help="what a column holds, as in 2=family_name; may be repeated",
    )
    taken.add_argument(
        "--leave-out",
        action="append",
        default=[],
        type=types.positive,
        metavar="LINE",
        help="a line that is not taken over; may be repeated",
    )
    taken.add_argument(
        "--as-new",
        action="append",
        default=[],
        type=types.positive,
        metavar="LINE",
        help="a line that is somebody else than who is known here; may be repeated",
    )


def _remind(parser: Parser) -> None:
    parser.add_argument("--now", type=types.moment, metavar="INSTANT", help="as if it were then")
    parser.add_argument("--dry-run", action="store_true", help="show what is due, tell nothing")
    parser.add_argument("--stay", action="store_true", help="look every few minutes until log-out")
    parser.add_argument(
        "--show-one",
        type=types.seconds,
        nargs="?",
        const=10,
        metavar="SECONDS",
        help="show a sample reminder after so many seconds (10)",
    )
    timer = parser.add_mutually_exclusive_group()
    for name, told in (
        ("install", "put the timer of the platform in place"),
        ("uninstall", "take it away"),
        ("status", "say how it stands"),
    ):
        timer.add_argument(f"--{name}", dest="timer", action="store_const", const=name, help=told)


def _ledger(parser: Parser) -> None:
    from ccmdesk.commands.duty_options import add_ledger_choice

    add_ledger_choice(parser)


def _duty(parser: Parser) -> None:
    from ccmdesk.commands.duty_options import add_duty_acts

    add_duty_acts(parser)


def _calendar(parser: Parser) -> None:
    parser.add_argument(
        "--out", required=True, type=types.path, metavar="FILE.ics", help="the file to write"
    )


def _planner(parser: Parser) -> None:
    parser.add_argument("--year", type=types.positive, metavar="Y", help="this year by default")
    parser.add_argument(
        "--paper", choices=("A3", "A4"), default="A3", help="broad side down; A3 by default"
    )
    parser.add_argument("--out", required=True, type=types.path, metavar="FILE.pdf")


def _check(parser: Parser) -> None:
    parser.add_argument("--full", action="store_true", help="read every page of the file")


def _backup(parser: Parser) -> None:
    parser.add_argument("--out", type=types.path, metavar="FILE", help="not in the backups folder")


_COMMANDS = (
    _Command("demo", ("demo", "demo"), "build the sample dossier and its papers", _demo),
    _Command("init", ("house", "init"), "set up the mission's profile", _init),
    _Command(
        "meetings", ("treaty", "meetings"), "list, add and move meetings", _meetings, json=True
    ),
    _Command(
        "milestones",
        ("milestones", "milestones"),
        "list and keep what a meeting asks",
        _milestones,
        json=True,
    ),
    _Command(
        "deadlines",
        ("treaty", "deadlines"),
        "list the duties with their dates",
        _deadlines,
        json=True,
    ),
    _Command("duty", None, "work on one duty: done, not ours, owner, history, why", _duty),
    _Command(
        "ledger",
        ("ledgers", "ledger"),
        "show what was owed and sent, year by year",
        _ledger,
        json=True,
    ),
    _Command(
        "states", ("treaty", "states"), "show the status of the Convention", _states, json=True
    ),
    _Command(
        "calendar",
        ("calendars", "calendar"),
        "write all duties and meetings as a calendar file",
        _calendar,
    ),
    _Command("planner", ("calendars", "planner"), "make a PDF of a year for the wall", _planner),
    _Command(
        "start-by", ("starts", "start_by"), "show when to begin at the latest", _start_by, json=True
    ),
    _Command(
        "lead-times",
        ("starts", "lead_times"),
        "show and change how long the steps take",
        _lead_times,
        json=True,
    ),
    _Command(
        "holidays",
        ("holidays", "holidays"),
        "list and change the days off of three offices",
        _holidays,
        json=True,
    ),
    _Command(
        "absences",
        ("starts", "absences"),
        "list and enter when those who sign are away",
        _absences,
        json=True,
    ),
    _Command("notes", ("notes", "notes"), "list notes, drafts included", _notes, json=True),
    _Command("note", None, "work on one note, from its draft to its acknowledgement", _note),
    _Command("register", None, "print the register", _register),
    _Command("report", None, "work on an Article 7 report, from its forms to its seal", _report),
    _Command(
        "render", ("note_papers", "render"), "make a PDF of a note described by JSON", _render
    ),
    _Command("people", None, "list and import people", _people),
    _Command("remind", ("remind", "remind"), "tell what is due, once", _remind, json=True),
    _Command("check", ("house", "check"), "verify file, register, seals, steps", _check, json=True),
    _Command("backup", ("house", "backup"), "write a verified copy of the database", _backup),
)
