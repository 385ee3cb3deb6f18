"""The three holiday lists: shipped days, the officer's own lines, and what a change moves."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from ccmdesk.domain.dates import long_date
from ccmdesk.domain.duty import DutyRecord
from ccmdesk.domain.duty_moves import Move
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import (
    FIRST_YEAR,
    LAST_YEAR,
    PLACE_NAMES,
    WEEKEND,
    HolidayEntry,
    HolidayLine,
    Place,
    checked_weekend,
)
from ccmdesk.domain.holiday_list import read_holiday_list
from ccmdesk.domain.working_days import SATURDAY, HolidayCalendar
from ccmdesk.services.acts import Act, Acts
from ccmdesk.services.duty_watch import moved_by, watched
from ccmdesk.services.reference import calendar_of
from ccmdesk.store.duty_rows import load_records
from ccmdesk.store.holiday_rows import (
    drop_entry,
    load_entries,
    load_entry,
    load_weekend,
    store_entry,
    store_weekend,
)


class HolidaysService:
    """Keep the officer's own lines; legal dates never move, internal ones follow the UN Office."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def calendar(self, place: Place) -> HolidayCalendar:
        """Return the working days of a place, with the officer's own lines."""
        with self._acts.reading() as connection:
            return stored_calendar(connection, place)

    def year(self, place: Place, year: int) -> list[HolidayLine]:
        """Return the list of a year by day: shipped holidays, own ones, and cancelled ones."""
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise InputError(f"Give a year from {FIRST_YEAR} to {LAST_YEAR}.", "year")
        return self.calendar(place).lines(year)

    def weekend(self) -> frozenset[int]:
        """Return on which days of the week the capital rests, Monday being 0."""
        with self._acts.reading() as connection:
            return load_weekend(connection)

    def save_weekend(self, days: Iterable[int]) -> None:
        """Keep on which days of the week the capital rests; the offices in Geneva keep theirs.

        Raises InputError unless they are one to three.
        """
        checked = checked_weekend(days)
        with self._acts.act("holidays.weekend", "Change the capital's weekend", "duties") as act:
            act.subject = f"holidays/{Place.CAPITAL}"
            store_weekend(act.unit, checked)

    def entries(self, place: Place | None = None) -> tuple[HolidayEntry, ...]:
        """Return the officer's own lines of one list, or of all three, by day."""
        with self._acts.reading() as connection:
            return load_entries(connection, place)

    def entry(self, entry_id: int) -> HolidayEntry:
        """Return one line; raises InputError for an unknown id."""
        with self._acts.reading() as connection:
            return load_entry(connection, entry_id)

    def save(self, entry: HolidayEntry) -> list[Move]:
        """Add a line (id 0) or replace one, and return the open duties whose dates it moves.

        A line that says something of the same day takes the place of the one before. Raises
        InputError naming the wrong field.
        """
        return self.save_all([entry])

    def preview(self, entry: HolidayEntry) -> list[Move]:
        """Return what saving the line would move; nothing is changed."""
        return self.preview_all([entry])

    def save_all(self, entries: Sequence[HolidayEntry]) -> list[Move]:
        """Save several lines as one act, and return the open duties whose dates they move."""
        checked = [entry.checked() for entry in entries]
        if not checked:
            return []
        one = checked[0]
        label = f"Change the holidays: {one.name}" if len(checked) == 1 else "Change the holidays"
        with self._acts.act("holidays.save", label, "duties") as act:
            act.subject = f"holidays/{one.place}"
            with watched(act, _why(checked), one.source) as found:
                _store_all(act, checked)
            records = load_records(act.connection)
        return _of_open_duties(found, records, self._acts.clock.today())

    def preview_all(self, entries: Sequence[HolidayEntry]) -> list[Move]:
        """Return what saving the lines would move; nothing is changed."""
        return self._preview(self.change_of(entries))

    @staticmethod
    def change_of(entries: Sequence[HolidayEntry]) -> Callable[[Act], object]:
        """Return what saving the lines does, for whoever looks ahead; raises as `save_all`."""
        checked = [entry.checked() for entry in entries]
        return lambda act: _store_all(act, checked)

    def remove(self, entry_id: int) -> list[Move]:
        """Remove a line, so that the shipped list counts again, and return what this moves."""
        with self._acts.act("holidays.remove", "Remove the line of the holidays", "duties") as act:
            entry = load_entry(act.connection, entry_id)
            act.subject = f"holidays/{entry.place}"
            with watched(act, _why([entry], "is as shipped again")) as found:
                drop_entry(act.unit, entry_id)
            records = load_records(act.connection)
        return _of_open_duties(found, records, self._acts.clock.today())

    def preview_remove(self, entry_id: int) -> list[Move]:
        """Return what removing the line would move; nothing is changed."""
        self.entry(entry_id)
        return self._preview(lambda act: drop_entry(act.unit, entry_id))

    def read_list(
        self, place: Place, text: str, year: int, *, complete: bool = False
    ) -> list[HolidayEntry]:
        """Return the lines of a pasted list, none of them saved yet.

        A `complete` list also cancels the shipped holidays that it does not name, Saturdays and
        Sundays aside.
        Raises InputError with the number of the first line that is wrong.
        """
        found = read_holiday_list(place, text, year)
        if not complete:
            return found
        named = {entry.day for entry in found}
        cancelled = [
            HolidayEntry(place, line.day, line.name, off=False)
            for line in calendar_of(place).lines(year)
            if line.day not in named and line.day.weekday() < SATURDAY
        ]
        return found + cancelled

    def _preview(self, change: Callable[[Act], object]) -> list[Move]:
        records: dict[str, DutyRecord] = {}

        def tried(act: Act) -> None:
            change(act)
            records.update(load_records(act.connection))

        found = moved_by(self._acts, tried)
        return _of_open_duties(found, records, self._acts.clock.today())


def stored_calendar(connection: Connection, place: Place) -> HolidayCalendar:
    """Return the working days of a place as they are stored."""
    weekend = load_weekend(connection) if place is Place.CAPITAL else WEEKEND
    return calendar_of(place, load_entries(connection, place), weekend)


def _store_all(act: Act, entries: Sequence[HolidayEntry]) -> None:
    for entry in entries:
        if entry.id:
            load_entry(act.connection, entry.id)
        if not entry.off:
            _must_be_closed(act, entry)
        store_entry(act.unit, entry)


def _must_be_closed(act: Act, entry: HolidayEntry) -> None:
    others = tuple(
        each
        for each in load_entries(act.connection, entry.place)
        if each.id != entry.id and (each.day, each.yearly) != (entry.day, entry.yearly)
    )
    calendar = calendar_of(entry.place, others)
    if not calendar.holiday(entry.day):
        raise InputError(
            f"{long_date(entry.day)} is no holiday in this list, so there is nothing to cancel.",
            "day",
        )
    next_year = entry.in_year(entry.day.year + 1)
    if entry.yearly and (next_year is None or not calendar.holiday(next_year)):
        raise InputError(
            f"{calendar.holiday(entry.day)} falls on another day each year; cancel it year by "
            "year.",
            "yearly",
        )


def _why(entries: Sequence[HolidayEntry], verb: str = "") -> str:
    one = entries[0]
    place = PLACE_NAMES[one.place]
    if len(entries) > 1:
        return f"Holidays of {place}: {len(entries)} days changed"
    said = verb or ("is a holiday" if one.off else "is a working day")
    yearly = ", every year" if one.yearly else ""
    return f"Holidays of {place}: {long_date(one.day)}{yearly} {said} ({one.name})"


def _of_open_duties(
    found: Sequence[Move], records: Mapping[str, DutyRecord], today: date
) -> list[Move]:
    """Leave out what is recorded as met, and what was over before today."""
    return [
        move
        for move in found
        if move.key not in records
        and max((day for day in (*move.due, *move.internal_due) if day), default=today) >= today
    ]
