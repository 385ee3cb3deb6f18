"""The calendar file as other programs read it."""

import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from ccmdesk.documents.calendar_file import CalendarEntry, calendar_file, uid

MADE = datetime(2026, 11, 22, 10, 30, 5, 123, tzinfo=UTC)
REPORT = CalendarEntry(
    "NGA:art7_annual:2026",
    date(2027, 4, 30),
    date(2027, 4, 30),
    "Article 7 report for 2026",
    text="Open.\nDue Fri 30 April 2027; “by note”, or by e-mail.",
    category="Deadline",
    revision=3,
    changed=datetime(2026, 11, 20, 8, tzinfo=UTC),
    alarms=(timedelta(days=-30, hours=9), timedelta(hours=9)),
)
MEETING = CalendarEntry(
    "meeting:14MSP",
    date(2027, 9, 13),
    date(2027, 9, 17),
    "Fourteenth Meeting of States Parties",
    category="Meeting",
    place="Palais des Nations, Geneva",
    link="https://www.clusterconvention.org/14msp/",
)


def written(*entries: CalendarEntry) -> bytes:
    return calendar_file(entries, name="CCM Desk: Nigeria", made_at=MADE)


def events(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def as_others_read(data: bytes) -> Any:
    return vobject.readOne(data.decode())


def test_a_deadline_is_a_whole_day_that_ends_with_the_next() -> None:
    (event,) = events(written(REPORT))
    assert event.decoded("dtstart") == date(2027, 4, 30)
    assert event.decoded("dtend") == date(2027, 5, 1)
    assert b"DTSTART;VALUE=DATE:20270430\r\n" in written(REPORT)
    assert b"DTEND;VALUE=DATE:20270501\r\n" in written(REPORT)


def test_another_library_reads_the_same() -> None:
    calendar = as_others_read(written(REPORT, MEETING))
    assert calendar.method.value == "PUBLISH"
    first, second = calendar.vevent_list
    assert first.dtstart.value == date(2027, 4, 30)
    assert not isinstance(first.dtstart.value, datetime)
    assert first.dtend.value == date(2027, 5, 1)
    assert first.summary.value == REPORT.title
    assert first.description.value == REPORT.text
    assert first.uid.value == "NGA:art7_annual:2026@ccmdesk"
    assert first.sequence.value == "3"
    assert [alarm.trigger.value for alarm in first.valarm_list] == list(REPORT.alarms)
    assert (second.dtstart.value, second.dtend.value) == (date(2027, 9, 13), date(2027, 9, 18))
    assert second.location.value == MEETING.place
    assert second.url.value == MEETING.link


def test_the_file_says_when_it_was_made_and_when_each_entry_changed() -> None:
    first, second = events(written(REPORT, MEETING))
    assert first.decoded("dtstamp") == MADE.replace(microsecond=0)
    assert first.decoded("last-modified") == REPORT.changed
    assert "last-modified" not in second


def test_a_cancelled_entry_keeps_its_identifier_and_rings_no_more() -> None:
    (before,) = events(written(REPORT))
    (after,) = events(written(replace(REPORT, cancelled=True, revision=4)))
    assert (before["status"], after["status"]) == ("CONFIRMED", "CANCELLED")
    assert before["uid"] == after["uid"]
    assert after["sequence"] > before["sequence"]
    assert before.walk("VALARM")
    assert not after.walk("VALARM")


def test_the_same_entries_give_the_same_bytes_in_any_order() -> None:
    assert written(REPORT, MEETING) == written(MEETING, REPORT)


def test_every_line_is_short_and_ends_as_the_standard_has_it() -> None:
    data = written(replace(REPORT, title="Délégation à l’Assemblée " * 20))
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_link_that_is_none_is_left_out() -> None:
    for link in ("javascript:alert(1)", "www.example.org", "https://münchen.example"):
        (event,) = events(written(replace(MEETING, link=link)))
        assert "url" not in event


def test_the_last_day_of_all_can_be_written() -> None:
    far = replace(MEETING, first=date.max, last=date.max)
    assert as_others_read(written(far)).vevent.dtend.value == date.max


def spoilt(letter: str) -> bool:
    return letter != "\n" and unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")


anything = st.text(st.characters(), max_size=120)
days = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@given(title=anything, text=anything, place=anything, first=days, length=st.integers(0, 40))
def test_any_text_comes_back_from_both_libraries(
    title: str, text: str, place: str, first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    entry = CalendarEntry("a", first, last, title, text=text, place=place, category="Meeting")
    data = written(entry)
    (event,) = events(data)
    other = as_others_read(data).vevent
    kept = "".join(" " if spoilt(each) else each for each in title.replace("\r\n", "\n"))
    assert str(event["summary"]) == kept
    assert other.summary.value == kept
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(days=length + 1)
    assert (other.dtstart.value, other.dtend.value) == (first, last + timedelta(days=1))
    assert Calendar.from_ical(data).to_ical() == data


@given(keys=st.sets(anything, min_size=2, max_size=6))
def test_identifiers_are_plain_and_as_many_as_keys(keys: set[str]) -> None:
    keys = {key.encode("utf-8", "replace").decode() for key in keys}
    found = {uid(key) for key in keys}
    assert len(found) == len(keys)
    assert all(each.isascii() and " " not in each for each in found)
