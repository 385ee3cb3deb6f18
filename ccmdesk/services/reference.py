"""The reference data that ships with the program, read once and only when asked for."""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.estimates import PastDistance
from ccmdesk.domain.holiday_entries import PLACE_NAMES, WEEKEND, HolidayEntry, Place
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.recorded import Extension, ExtensionStanding, PublishedDate
from ccmdesk.domain.state import Fact, State, Status
from ccmdesk.domain.working_days import DatedHoliday, HolidayCalendar, HolidayKind, HolidayRule
from ccmdesk.services.secretariats import secretariat as secretariat
from ccmdesk.services.shipped_rows import rows
from ccmdesk.system.paths import resources_dir

_FACTS = ("status", "signed", "deposited", "entry_into_force", "withdrew_effective")
_EVENTS = ("signed", "deposited", "withdrew_effective")
_PRECISION = {4: "year", 7: "month", 10: "day"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the Convention that sets a date, in short."""

    id: str
    article: str
    computation: str
    remark: str
    source: str
    as_of: date


@cache
def states() -> tuple[State, ...]:
    """Return the States that ever signed or joined, by name, each fact with source and day."""
    sources = _Sources(
        (row["id"], (row["title"], _day(row["as_of"]))) for row in rows("sources.csv")
    )
    return tuple(_state(row, sources) for row in rows("states.csv"))


@cache
def other_states() -> tuple[State, ...]:
    """Return the States that neither signed nor joined, by name, as the list above stands."""
    # The phrase packs name more States than the list of the depositary.
    from ccmdesk.language.state_names import state_names

    listed = {state.iso3 for state in states()}
    stood = max(state.as_of for state in states() if state.as_of)
    found = (
        State(code, forms["in_text"].removeprefix("the "), Status.NOT_PARTY, as_of=stood)
        for code, forms in state_names("en").items()
        if code not in listed
    )
    return tuple(sorted(found, key=lambda state: state.name))


@cache
def meetings() -> tuple[Meeting, ...]:
    """Return the formal meetings in order of opening, with the convening notes at hand."""
    notes = {row["code"]: row for row in rows("convening_notes.csv")}
    return tuple(_meeting(row, notes.get(row["code"])) for row in rows("meetings.csv"))


@cache
def extensions() -> tuple[Extension, ...]:
    """Return the recorded stages of Article 3 and Article 4 deadlines, in order per State."""
    return tuple(_extension(row) for row in rows("extensions.csv"))


@cache
def published_dates() -> tuple[PublishedDate, ...]:
    """Return the due dates that others printed, the wrong ones with the reason."""
    return tuple(
        PublishedDate(
            state=row["iso3"],
            kind=DutyKind(row["kind"]),
            day=date.fromisoformat(row["published"]),
            source=row["source"],
            remark=row["remark"],
        )
        for row in rows("published_dates.csv")
    )


@cache
def past_distances() -> tuple[PastDistance, ...]:
    """Return when earlier formal meetings asked for the names of delegations."""
    return tuple(
        PastDistance(
            code=row["code"],
            opened=date.fromisoformat(row["opened"]),
            due=date.fromisoformat(row["delegation_due"]),
            source=row["source"],
            as_of=_day(row["as_of"]),
        )
        for row in rows("past_distances.csv")
    )


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of the Convention that set a date."""
    return tuple(
        Rule(
            id=row["rule"],
            article=row["article"],
            computation=row["computation"],
            remark=row["remark"],
            source=row["source"],
            as_of=date.fromisoformat(row["as_of"]),
        )
        for row in rows("rules.csv")
    )


def calendar() -> HolidayCalendar:
    """Return the working days of the UN Office at Geneva, on the cautious side."""
    return calendar_of(Place.UN_OFFICE)


@lru_cache(maxsize=24)
def calendar_of(
    place: Place, entries: tuple[HolidayEntry, ...] = (), weekend: frozenset[int] = WEEKEND
) -> HolidayCalendar:
    """Return the working days of an office: the shipped list with the officer's own lines.

    `entries` are those of that place. Nothing is shipped for the capital, whose `weekend` may be
    another one. The same lines give the same calendar, which remembers what it was asked.
    """
    data = _holidays()
    dated = [
        DatedHoliday(group["name"], day, group["expected"], _titles(group["source"], data))
        for group in data["dated"]
        for day in group["days"]
    ]
    return HolidayCalendar(
        _holiday_rules(place, data),
        dated if place is Place.UN_OFFICE else (),
        PLACE_NAMES[place],
        entries,
        weekend,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


class _Sources(dict[str, tuple[str, date | None]]):
    """Titles and newest day by the ids of a cell, each combination put together once."""

    def __missing__(self, cell: str) -> tuple[str, date | None]:
        if cell and " " not in cell:
            raise KeyError(cell)
        parts = [self[key] for key in cell.split()]
        title = "; ".join(part[0] for part in parts)
        self[cell] = (title, max((part[1] for part in parts if part[1]), default=None))
        return self[cell]


def _state(row: dict[str, str], sources: _Sources) -> State:
    facts = tuple([_fact(row, name, sources) for name in _FACTS if row[name]])
    ids = dict.fromkeys(" ".join([row[f"{name}_source"] for name in _FACTS]).split())
    return State(
        iso3=row["iso3"],
        name=row["name"],
        status=Status(row["status"]),
        signed=_day(row["signed"]),
        instrument=row["instrument"],
        deposited=_day(row["deposited"]),
        entry_into_force=_day(row["entry_into_force"]),
        withdrew_effective=_day(row["withdrew_effective"]),
        sources=tuple([sources[key][0] for key in ids]),
        as_of=max((fact.as_of for fact in facts if fact.as_of), default=None),
        facts=facts,
    )


def _fact(row: dict[str, str], name: str, sources: _Sources) -> Fact:
    cell = row[f"{name}_source"]
    title, as_of = sources[cell]
    # A computed entry into force is as good as the deposit it is computed from.
    basis = "deposited" if cell == "computed" else name
    if basis != name:
        as_of = sources[row["deposited_source"]][1]
    # A source cannot be older than the event it tells of; entry into force is told beforehand.
    event = _day(row[basis]) if basis in _EVENTS else None
    if event and (as_of is None or as_of < event):
        as_of = event
    return Fact(name, row[name], title, as_of)


def _meeting(row: dict[str, str], note: dict[str, str] | None) -> Meeting:
    remark = f" ({row['remark'].rstrip('.')})" if row["remark"] else ""
    return Meeting(
        code=row["code"],
        name=row["name"],
        kind=MeetingKind(row["kind"]),
        ordinal=int(row["ordinal"]),
        start=_day(row["start"]),
        end=_day(row["end"]),
        city=row["city"],
        venue=row["venue"],
        president=row["president"],
        symbol_prefix=row["symbol_prefix"],
        website=row["website"],
        source=row["source"] + remark,
        as_of=_day(row["as_of"]),
        convening=_convening(note) if note else ConveningNote(),
    )


def _convening(row: dict[str, str]) -> ConveningNote:
    return ConveningNote(
        reference=row["reference"],
        dated=_day(row["dated"]),
        sender=row["sender"],
        addressee=row["addressee"],
        address=tuple(row["address"].split("|")),
        email=row["email"],
        delegation_due=_day(row["delegation_due"]),
        delegation_due_as_written=row["delegation_due_as_written"],
    )


def _extension(row: dict[str, str]) -> Extension:
    # What is not known of a date is left out in the file; its earliest day stands in.
    text = row["deadline"]
    return Extension(
        state=row["iso3"],
        article=int(row["article"]),
        stage=row["stage"],
        deadline=_day(_filled(text)),
        precision=_PRECISION.get(len(text), "day"),
        decided_at=row["decided_at"],
        standing=ExtensionStanding(row["standing"]),
        note=row["note"],
        source=row["source"],
        as_of=_day(row["as_of"]),
    )


def _filled(text: str) -> str:
    return {4: text + "-01-01", 7: text + "-01"}.get(len(text), text)


@cache
def _holidays() -> dict[str, Any]:
    # Read late: the first paint needs no holidays, and the module costs as much as the file.
    import tomllib

    with (resources_dir() / "reference" / "holidays.toml").open("rb") as file:
        return tomllib.load(file)


def _holiday_rules(place: str, data: dict[str, Any]) -> list[HolidayRule]:
    return [
        HolidayRule(
            **{
                **row,
                "kind": HolidayKind(row["kind"]),
                "source": _titles(row["source"], data),
                "as_of": data["as_of"],
            }
        )
        for row in data.get(place, ())
    ]


def _titles(keys: str, data: dict[str, Any]) -> str:
    return "; ".join(data["sources"][key] for key in keys.split(", "))
