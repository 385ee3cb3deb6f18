"""Commands on the treaty: deadlines, States, meetings."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from ccmdesk.commands.output import print_json, print_table
from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.domain.dates import spoken, weekday_name
from ccmdesk.domain.errors import InputError

if TYPE_CHECKING:
    from ccmdesk.domain.duty import TrackedDuty


def deadlines(asked: Namespace) -> None:
    """Print the duties of the profile's State or of the State named."""
    from ccmdesk.app import open_deadlines

    service, profile_state = open_deadlines(asked.data_dir, asked.clock)
    iso3 = (asked.state or profile_state or "").upper()
    if not iso3:
        raise WrongUsageError("There is no profile yet; name a State, as in --state NGA.")
    if asked.start and asked.end and asked.end < asked.start:
        raise WrongUsageError("The period given with --from and --to ends before it starts.")
    try:
        found = service.duties(iso3, start=asked.start, end=asked.end, as_of=asked.as_of)
    except InputError as error:
        raise WrongUsageError(error.message) from error
    if asked.json:
        print_json([duty_json(each) for each in found])
    elif not found:
        print("No duties: the State is not a Party, or none falls into this period.")
    else:
        print_table(
            ("Legal date", "Internal date", "Duty", "Article", "Status", "Key"),
            [
                (
                    spoken(each.duty.due),
                    spoken(each.duty.internal_due),
                    each.duty.title,
                    each.duty.article,
                    _standing(each),
                    each.duty.key,
                )
                for each in found
            ],
        )


def states(asked: Namespace) -> None:
    """Print the status of the Convention."""
    from ccmdesk.app import open_states

    found = [
        each
        for each in open_states(asked.data_dir)
        if asked.status is None or each.status.value == asked.status
    ]
    if asked.json:
        print_json(
            [
                {
                    "iso3": each.iso3,
                    "name": each.name,
                    "status": each.status.value,
                    "signed": each.signed,
                    "instrument": each.instrument or None,
                    "deposited": each.deposited,
                    "entry_into_force": each.entry_into_force,
                    "withdrew_effective": each.withdrew_effective,
                    "sources": list(each.sources),
                    "as_of": each.as_of,
                }
                for each in found
            ]
        )
        return
    print_table(
        ("State", "Status", "Deposited", "In force"),
        [
            (
                f"{each.iso3}  {each.name}",
                each.status.value,
                spoken(each.deposited) if each.deposited else "",
                spoken(each.entry_into_force) if each.entry_into_force else "",
            )
            for each in found
        ],
    )
    print(f"{len(found)} States")


def meetings(asked: Namespace) -> None:
    """Print the meetings: shipped ones and the officer's own."""
    from ccmdesk.app import open_meetings

    found = open_meetings(asked.data_dir)
    if asked.json:
        print_json(
            [
                {
                    "code": each.code,
                    "name": each.name,
                    "kind": each.kind.value,
                    "start": each.start,
                    "end": each.end,
                    "city": each.city or None,
                    "venue": each.venue or None,
                    "president": each.president or None,
                    "symbol_prefix": each.symbol_prefix or None,
                    "website": each.website or None,
                    "delegation_due": each.convening.delegation_due,
                    "sources": [part.strip() for part in each.source.split(";") if part.strip()],
                }
                for each in found
            ]
        )
        return
    print_table(
        ("Code", "Opens", "Closes", "Place", "Name"),
        [
            (
                each.code,
                spoken(each.start) if each.start else "",
                spoken(each.end) if each.end else "",
                each.city,
                each.name,
            )
            for each in found
        ],
    )


def _standing(tracked: "TrackedDuty") -> str:
    status = tracked.status.value
    if not tracked.duty.provisional or status not in ("open", "overdue"):
        return status
    return "provisional" if status == "open" else f"{status}, provisional"


def duty_json(tracked: "TrackedDuty") -> dict[str, Any]:
    """Return a duty as the command line prints it."""
    duty = tracked.duty
    return {
        "state": duty.state,
        "duty": duty.kind.value,
        "article": duty.article,
        "period": duty.period,
        "title": duty.title,
        "due": duty.due,
        "internal_due": duty.internal_due,
        "weekday": weekday_name(duty.due),
        "status": tracked.status.value,
        "days_left": tracked.days_left,
        "key": duty.key,
        "provisional": duty.provisional,
        "closes": duty.closes.isoformat("minutes") if duty.closes else None,
        "zone": duty.zone,
        "owner": tracked.owner or None,
        "channel": (tracked.record.channel or None) if tracked.record else None,
        "done_on": tracked.record.done_on if tracked.record else None,
        "proof": tracked.record.proof if tracked.record else None,
        "working": [
            {"kind": step.kind, "text": step.text, "date": step.day} for step in duty.working
        ],
    }
