"""A calendar file (iCalendar, RFC 5545) of whole days, which other calendars take over."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from icalendar import Event

_MAKER = "-//CCM Desk//Deadlines and meetings//EN"
_DAY = timedelta(days=1)
_LAST_START = date.max - _DAY


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry of whole days, `first` to `last`, both included.

    `key` stays the same as long as the entry is about the same thing; `revision` rises whenever it
    changes, and `changed` is when it did, aware. `alarms` are counted from midnight at the
    beginning of `first`, by the clock on the wall. `cancelled` takes the entry out of the calendars
    that know it.
    """

    key: str
    first: date
    last: date
    title: str
    text: str = ""
    category: str = ""
    revision: int = 0
    changed: datetime | None = None
    alarms: tuple[timedelta, ...] = ()
    place: str = ""
    link: str = ""
    cancelled: bool = False


def uid(key: str) -> str:
    """Return the identifier by which calendars know the entry of a key again."""
    return f"{quote(key, safe=':/._-')}@ccmdesk"


def calendar_file(entries: Iterable[CalendarEntry], *, name: str, made_at: datetime) -> bytes:
    """Return the entries as an iCalendar file, by day; `made_at` is aware.

    Days are dates without a time zone, and the end is the day after the last one, as the standard
    has it. Of two issues of an entry the one with the higher revision counts, then the later one.
    The same entries and the same `made_at` give the same bytes.
    """
    # It takes its time to load; only who makes a calendar waits for it.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    # The older name is the one that most calendars read.
    calendar.add("x-wr-calname", _clean(name))
    calendar.add("name", _clean(name))
    stamp = made_at.astimezone(UTC).replace(microsecond=0)
    for entry in sorted(entries, key=lambda each: (each.first, each.key)):
        calendar.add_component(_event(entry, stamp))
    return bytes(calendar.to_ical())


def _event(entry: CalendarEntry, stamp: datetime) -> "Event":
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", uid(entry.key))
    event.add("dtstamp", stamp)
    event.add("dtstart", min(entry.first, _LAST_START))
    event.add("dtend", min(entry.last, _LAST_START) + _DAY)
    event.add("summary", _clean(entry.title))
    event.add("sequence", entry.revision)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    # A deadline or a meeting of the delegation does not make the officer's whole day busy.
    event.add("transp", "TRANSPARENT")
    if entry.text:
        event.add("description", _clean(entry.text))
    if entry.category:
        event.add("categories", [_clean(entry.category)])
    if entry.place:
        event.add("location", _clean(entry.place))
    if entry.link.isascii() and entry.link.startswith(("http://", "https://")):
        event.add("url", _clean(entry.link).replace(" ", "%20"))
    if entry.changed is not None:
        event.add("last-modified", entry.changed.astimezone(UTC).replace(microsecond=0))
    for offset in entry.alarms if not entry.cancelled else ():
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", offset)
        alarm.add("description", _clean(entry.title))
        event.add_component(alarm)
    return event


def _clean(text: str) -> str:
    """Return text without what a calendar file cannot hold; line breaks stay."""
    return "".join(" " if _unfit(letter) else letter for letter in text.replace("\r\n", "\n"))


def _unfit(letter: str) -> bool:
    return letter != "\n" and unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")
