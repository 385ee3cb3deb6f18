"""The extensions that ship with the program together with those the officer entered."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ccmdesk.domain.dates import add_months, add_years, long_date
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.recorded import INITIAL, Extension, ExtensionStanding

Stage = tuple[str, int, str]
_MOST_YEARS = {3: 4, 4: 5}
_DECIDED = (ExtensionStanding.GRANTED, ExtensionStanding.MET, ExtensionStanding.RUNNING)
_FARTHEST = 20


def stage_of(extension: Extension) -> Stage:
    """Return what tells one stage of a deadline from every other."""
    return extension.state, extension.article, extension.stage


def merged(shipped: Iterable[Extension], own: Iterable[Extension]) -> list[Extension]:
    """Return the stages per State and article in their order, the officer's own before others.

    What the shipped list has of the same stage is told in the note of the own one.
    """
    known = {stage_of(row): row for row in shipped}
    for row in own:
        printed = known.get(stage_of(row))
        known[stage_of(row)] = row if printed is None else _with_remark(row, printed)
    return sorted(known.values(), key=_order)


def stage_number(stage: str) -> int:
    """Return 0 for the first deadline, 1 for "extension 1", and so on."""
    if stage == INITIAL:
        return 0
    number = stage.rpartition(" ")[2]
    return int(number) if number.isdecimal() else 99


def next_stage(known: Iterable[Extension]) -> str:
    """Return the stage after the last that is known to be granted: "extension 1" before any.

    One that was asked for and not confirmed is the next one to be granted.
    """
    granted = (row for row in known if row.deadline and row.standing in _DECIDED)
    last = max((stage_number(row.stage) for row in granted), default=0)
    return f"extension {last + 1}"


def checked_extension(
    extension: Extension, earlier: Sequence[Extension], first_deadline: date
) -> Extension:
    """Return the extension as it is kept, or raise InputError naming the field that is wrong.

    `earlier` are the stages of the same deadline known already, `first_deadline` the computed one.
    Article 3(3) lets a meeting grant up to four years, Article 4(5) up to five, counted from the
    deadline before.
    """
    if extension.article not in _MOST_YEARS:
        raise InputError("Only deadlines under Articles 3 and 4 can be extended.", "article")
    stage = " ".join(extension.stage.lower().split()) or next_stage(earlier)
    number = stage_number(stage)
    if stage != INITIAL and (stage != f"extension {number}" or not 1 <= number <= _FARTHEST):
        raise InputError(
            f"“{extension.stage}” is no stage of a deadline; write “extension 1” for the first "
            "extension, “extension 2” for the next.",
            "stage",
        )
    last = max((stage_number(row.stage) for row in earlier), default=0)
    if number > last + 1:
        raise InputError(
            f"No extension {number - 1} of this deadline is recorded; enter that one first, or "
            f"write “extension {last + 1}”.",
            "stage",
        )
    if not extension.source.strip():
        raise InputError("Name the paper that records the decision, such as its symbol.", "source")
    if not extension.decided_at.strip() and stage != INITIAL:
        raise InputError("Name the meeting that decided, as in 13MSP.", "decided_at")
    day = _first_day(extension)
    if day is None and extension.standing is not ExtensionStanding.REQUESTED and stage != INITIAL:
        raise InputError("Give the day until which the deadline is extended.", "deadline")
    if day not in (None, first_deadline) and stage == INITIAL:
        raise InputError(
            f"The first deadline follows from the Convention and is {long_date(first_deadline)}; "
            "a later one is an extension.",
            "deadline",
        )
    before = [row for row in earlier if stage_number(row.stage) < number]
    if day is not None and number:
        _refuse_days_out_of_order(extension, day, before, first_deadline)
    return replace(
        extension,
        stage=stage,
        deadline=day,
        decided_at=extension.decided_at.strip(),
        note=" ".join(extension.note.split()),
        source=" ".join(extension.source.split()),
    )


def _refuse_days_out_of_order(
    extension: Extension, day: date, before: Sequence[Extension], first_deadline: date
) -> None:
    dated = [row for row in before if row.deadline]
    earliest, latest = first_deadline, first_deadline
    if dated and dated[-1].deadline and stage_number(dated[-1].stage):
        earliest, latest = dated[-1].deadline, _last_day(dated[-1])
    if day <= earliest:
        raise InputError(
            f"The deadline before is {long_date(earliest)}; an extension ends after it.",
            "deadline",
        )
    years = _MOST_YEARS[extension.article]
    # One that was requested in between, with a day not known, lengthens the way.
    steps = 1 + len([row for row in before if not row.deadline])
    if day > add_years(latest, years * steps):
        raise InputError(
            f"The deadline before is {long_date(latest)}, and Article {extension.article} lets a "
            f"meeting grant at most {years} years more; check the year.",
            "deadline",
        )


def _first_day(extension: Extension) -> date | None:
    """Return the earliest day of what was published, on the safe side."""
    day = extension.deadline
    if day is None or extension.precision == "day":
        return day
    if extension.precision not in ("month", "year"):
        raise InputError("Say whether the day, the month or the year was published.", "precision")
    return day.replace(day=1) if extension.precision == "month" else date(day.year, 1, 1)


def _last_day(extension: Extension) -> date:
    day = extension.deadline or date.max
    if extension.precision == "day":
        return day
    return add_months(day, 1 if extension.precision == "month" else 12) - timedelta(days=1)


def _order(extension: Extension) -> tuple[str, int, int]:
    return extension.state, extension.article, stage_number(extension.stage)


def _with_remark(own: Extension, shipped: Extension) -> Extension:
    day = f"{shipped.published}, " if shipped.published else ""
    told = f"The list that ships with the program has this stage as {day}{shipped.standing}"
    told += f" ({shipped.source})." if shipped.source else "."
    return replace(own, note=f"{own.note.rstrip()} {told}".strip())
