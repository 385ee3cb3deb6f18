"""Commands on the latest safe start: the way to each duty, its steps, and who is away."""

from argparse import Namespace
from dataclasses import replace
from datetime import date
from typing import Any

from ccmdesk.commands.access import open_services, own_key
from ccmdesk.commands.output import print_json, print_table
from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.domain.dates import long_date, spoken
from ccmdesk.domain.holiday_entries import PLACE_NAMES
from ccmdesk.domain.safe_start import Absence, Clash, Leg, LegKind, SafeStart

_STEPS = {
    LegKind.CAPITAL: "Answer from the capital",
    LegKind.TRANSLATION: "Translation",
    LegKind.APPROVAL: "Approval and signature",
    LegKind.COURIER: "On the way to the addressee",
}


def start_by(asked: Namespace) -> None:
    """Print when the way to each waiting duty has to begin, or the whole way to one."""
    with open_services(asked) as desk:
        found = (
            [desk.safe_starts.of(own_key(desk, asked.key))] if asked.key else desk.safe_starts.all()
        )
        titles = {each.duty.key: each.duty for each in desk.deadlines.duties()}
        without = {} if asked.key else desk.safe_starts.without()
    today = asked.clock.today()
    if asked.json:
        print_json([{**_json(each), "late": each.start_by < today} for each in found])
        return
    for key, why in without.items():
        print(f"Look at this: {titles[key].title}: {why}")
    if not found:
        if not without:
            print("No duty waits.")
        return
    print_table(
        ("Start by", "Internal date", "Clashes", "Duty"),
        [
            (
                _start(each, today),
                spoken(titles[each.key].internal_due),
                str(sum(len(leg.clashes) for leg in each.legs)),
                titles[each.key].title,
            )
            for each in found
        ],
    )
    if asked.key:
        _print_way(found[0])
    late = sum(each.start_by < today for each in found)
    if late:
        what = "1 way" if late == 1 else f"{late} ways"
        print(f"Look at this: the latest safe day to begin is past for {what}; begin today.")


def lead_times(asked: Namespace) -> None:
    """Print how many working days the steps on the way to each kind of duty take."""
    with open_services(asked) as desk:
        found = {kind: desk.safe_starts.legs(kind) for kind in desk.safe_starts.kinds()}
    if asked.json:
        print_json({kind: [_leg(leg) for leg in legs] for kind, legs in found.items()})
        return
    print_table(
        ("Kind", *(str(kind) for kind in LegKind)),
        [(kind, *(_days_of(legs, leg) for leg in LegKind)) for kind, legs in found.items()],
    )


def set_lead_times(asked: Namespace) -> None:
    """Change how long the steps of one kind of duty take; the steps not named stay."""
    with open_services(asked) as desk:
        legs = []
        for leg in desk.safe_starts.legs(asked.kind):
            days = getattr(asked, leg.kind)
            legs.append(leg if days is None else replace(leg, working_days=days))
        if all(getattr(asked, kind) is None for kind in LegKind):
            raise WrongUsageError("Name a step and its working days, as in --capital 15.")
        saved = desk.safe_starts.save_legs(asked.kind, legs)
    if asked.json:
        print_json({asked.kind: [_leg(leg) for leg in saved]})
    else:
        print("; ".join(f"{leg.kind} {leg.working_days}" for leg in saved))


def absences(asked: Namespace) -> None:
    """Print when those who sign are away."""
    with open_services(asked) as desk:
        found = desk.safe_starts.absences()
    if asked.json:
        print_json([_absence(each) for each in found])
    elif not found:
        print("Nobody is away.")
    else:
        print_table(
            ("Id", "From", "To", "Who", "Why"),
            [
                (str(each.id), spoken(each.first), spoken(each.last), each.name, each.reason)
                for each in found
            ],
        )


def add_absence(asked: Namespace) -> None:
    """Enter when somebody who signs is away, both days included."""
    with open_services(asked) as desk:
        saved = desk.safe_starts.save_absence(
            Absence(asked.name.strip(), asked.first, asked.last, asked.reason or "")
        )
        counts = desk.safe_starts.signs(saved.name)
    if asked.json:
        print_json({**_absence(saved), "signs": counts})
        return
    print(f"{saved.name} is away from {spoken(saved.first)} to {spoken(saved.last)}.")
    if not counts:
        print("Nobody of this name approves notes, so no approval waits for it.")


def remove_absence(asked: Namespace) -> None:
    """Remove an absence."""
    with open_services(asked) as desk:
        desk.safe_starts.remove_absence(asked.id)
    if asked.json:
        print_json({"id": asked.id})
    else:
        print("The absence is removed.")


def _start(start: SafeStart, today: date) -> str:
    days = (today - start.start_by).days
    if days <= 0:
        return spoken(start.start_by)
    return f"{spoken(start.start_by)}, {days} day{'s' if days > 1 else ''} ago"


def _print_way(start: SafeStart) -> None:
    for each in start.legs:
        days = f"{each.leg.working_days} working day{'s' if each.leg.working_days > 1 else ''}"
        print(
            f"{spoken(each.first)} to {spoken(each.last)}: {_STEPS[each.leg.kind]}, {days} "
            f"({PLACE_NAMES[each.leg.place]})"
        )
        for clash in each.clashes:
            print(f"  in the way: {clash.what}, {_span(clash)}")


def _span(clash: Clash) -> str:
    if clash.day == clash.last:
        return spoken(clash.day)
    return f"{long_date(clash.day)} to {long_date(clash.last)}"


def _json(start: SafeStart) -> dict[str, Any]:
    return {
        "key": start.key,
        "start_by": start.start_by,
        "steps": [
            {
                **_leg(each.leg),
                "first": each.first,
                "last": each.last,
                "clashes": [
                    {"from": clash.day, "to": clash.last, "what": clash.what}
                    for clash in each.clashes
                ],
            }
            for each in start.legs
        ],
    }


def _leg(leg: Leg) -> dict[str, Any]:
    return {
        "step": leg.kind.value,
        "working_days": leg.working_days,
        "place": leg.place.value,
    }


def _days_of(legs: tuple[Leg, ...], kind: LegKind) -> str:
    return next((str(leg.working_days) for leg in legs if leg.kind is kind), "0")


def _absence(absence: Absence) -> dict[str, Any]:
    return {
        "id": absence.id,
        "name": absence.name,
        "from": absence.first,
        "to": absence.last,
        "reason": absence.reason or None,
    }
