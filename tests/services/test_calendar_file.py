"""The calendar file of a real desk, read again after each change as a calendar would."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.errors import EnvironmentFault, InputError, RefusedError
from ccmdesk.domain.holiday_entries import HolidayEntry, Place
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.domain.profile import Profile
from ccmdesk.services.calendar_file import calendar_bytes, save_calendar
from ccmdesk.services.desk import Desk

TODAY = date(2026, 11, 22)
REPORT = "NGA:art7_annual:2026"
SIGNIFICANT = ("dtstart", "dtend", "summary", "location", "status")


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Desk]:
    """The desk of Nigeria's mission on 22 November 2026."""
    desk = open_desk(tmp_path / "data", FixedClock.on(TODAY))
    desk.profile.save(
        Profile("NGA", "en", {"en": desk.profile.default_names("NGA", "Geneva", "en")})
    )
    desk.history.forget()
    yield desk
    desk.close()


@pytest.fixture
def meeting(home: Desk) -> Meeting:
    note = ConveningNote(reference="ODA/2027-1", delegation_due=date(2027, 8, 27))
    return home.meetings.save(
        Meeting(
            "14MSP",
            "Fourteenth Meeting of States Parties",
            MeetingKind.STATES_PARTIES,
            14,
            date(2027, 9, 13),
            date(2027, 9, 17),
            "Geneva",
            convening=note,
        )
    )


class Reader:
    """A calendar that takes over one file after the other, as the standard tells it to."""

    def __init__(self) -> None:
        self.entries: dict[str, Any] = {}

    def take(self, data: bytes) -> None:
        for event in Calendar.from_ical(data).walk("VEVENT"):
            name = str(event["uid"])
            known = self.entries.get(name)
            if known is not None:
                assert known["sequence"] <= event["sequence"], name
                changed = any(known.get(each) != event.get(each) for each in SIGNIFICANT)
                assert known["sequence"] < event["sequence"] or not changed, name
            self.entries[name] = event

    def __getitem__(self, key: str) -> Any:
        return self.entries[f"{key}@ccmdesk"]

    def shown(self, key: str) -> bool:
        return f"{key}@ccmdesk" in self.entries and self[key]["status"] != "CANCELLED"


def test_every_duty_is_there_with_its_legal_date(home: Desk) -> None:
    reader = Reader()
    reader.take(calendar_bytes(home))
    for tracked in home.deadlines.duties():
        assert reader[tracked.duty.key].decoded("dtstart") == tracked.duty.due
    assert reader["NGA:art4_clearance:initial"].decoded("dtstart") == date(2033, 8, 1)
    assert reader["NGA:art7_annual:2028"].decoded("dtstart") == date(2029, 4, 30)


def test_both_libraries_count_the_same_entries(home: Desk, meeting: Meeting) -> None:
    data = calendar_bytes(home)
    one = {str(each["uid"]): each.decoded("dtstart") for each in Calendar.from_ical(data).events}
    other = vobject.readOne(data.decode())
    assert one == {each.uid.value: each.dtstart.value for each in other.vevent_list}
    assert len(one) == len(other.vevent_list)


def test_a_meeting_spans_its_days(home: Desk, meeting: Meeting) -> None:
    reader = Reader()
    reader.take(calendar_bytes(home))
    event = reader["meeting:14MSP"]
    assert event.decoded("dtstart") == date(2027, 9, 13)
    assert event.decoded("dtend") == date(2027, 9, 18)
    assert event["location"] == "Geneva"


def test_alarms_follow_the_ladder_on_working_days_ahead(home: Desk) -> None:
    reader = Reader()
    reader.take(calendar_bytes(home))
    offsets = [alarm.decoded("trigger") for alarm in reader[REPORT].walk("VALARM")]
    at = [date(2027, 4, 30) + each for each in offsets]
    assert offsets[-1] == timedelta(hours=9)
    calendar = home.deadlines.calendar()
    assert all(calendar.is_working_day(day) for day in at)
    # 120 days before is 31 December; 30 days before is 31 March.
    assert at[0] == date(2026, 12, 31)
    assert date(2027, 3, 31) in at
    assert min(at) >= TODAY


def test_done_is_told_and_rings_no_more(home: Desk) -> None:
    reader = Reader()
    reader.take(calendar_bytes(home))
    home.deadlines.mark_done(REPORT, TODAY, "No. 12/2026", "email")
    reader.take(calendar_bytes(home))
    event = reader[REPORT]
    assert event["summary"].startswith("Done: ")
    assert "No. 12/2026" in event["description"]
    assert not event.walk("VALARM")
    assert event["sequence"] == 1
    assert event["status"] == "CONFIRMED"
    home.history.undo()
    reader.take(calendar_bytes(home))
    assert not reader[REPORT]["summary"].startswith("Done: ")
    assert reader[REPORT].walk("VALARM")


def test_not_ours_leaves_the_calendar_and_comes_back(home: Desk) -> None:
    reader = Reader()
    reader.take(calendar_bytes(home))
    home.deadlines.mark_not_applicable(REPORT, "The capital sends it itself.")
    reader.take(calendar_bytes(home))
    assert not reader.shown(REPORT)
    home.deadlines.reopen(REPORT)
    reader.take(calendar_bytes(home))
    assert reader.shown(REPORT)


def test_a_date_that_moves_moves_in_the_calendar_under_the_same_identifier(
    home: Desk, meeting: Meeting
) -> None:
    key = "NGA:meeting_milestone:14MSP"
    reader = Reader()
    reader.take(calendar_bytes(home))
    assert reader[key].decoded("dtstart") == date(2027, 8, 27)
    count = len(reader.entries)
    moved = replace(meeting.convening, delegation_due=date(2027, 8, 23))
    home.meetings.save(replace(meeting, convening=moved))
    reader.take(calendar_bytes(home))
    assert reader[key].decoded("dtstart") == date(2027, 8, 23)
    assert reader[key]["sequence"] > 0
    home.history.undo()
    reader.take(calendar_bytes(home))
    assert reader[key].decoded("dtstart") == date(2027, 8, 27)
    assert len(reader.entries) == count


def test_an_internal_date_is_an_entry_while_it_differs(home: Desk, meeting: Meeting) -> None:
    key = "NGA:meeting_milestone:14MSP"
    note = replace(meeting.convening, delegation_due=date(2027, 8, 28))  # a Saturday
    saved = home.meetings.save(replace(meeting, convening=note))
    reader = Reader()
    reader.take(calendar_bytes(home))
    assert reader[f"{key}:internal"].decoded("dtstart") == date(2027, 8, 27)
    assert reader.shown(f"{key}:internal")
    note = replace(note, delegation_due=date(2027, 8, 26))
    home.meetings.save(replace(saved, convening=note))
    reader.take(calendar_bytes(home))
    assert not reader.shown(f"{key}:internal")
    assert reader[key].decoded("dtstart") == date(2027, 8, 26)


def test_what_is_no_duty_any_more_is_cancelled(home: Desk, meeting: Meeting) -> None:
    other = home.meetings.save(
        Meeting(
            "INTER27",
            "Intersessional meetings",
            start=date(2027, 4, 12),
            convening=ConveningNote(delegation_due=date(2027, 3, 27)),
        )
    )
    reader = Reader()
    reader.take(calendar_bytes(home))
    key = "NGA:meeting_milestone:INTER27"
    assert reader.shown(key)
    assert reader.shown(f"{key}:internal")
    home.meetings.save(replace(other, convening=ConveningNote()))
    reader.take(calendar_bytes(home))
    assert not reader.shown(key)
    assert not reader.shown(f"{key}:internal")


def test_what_stays_the_same_keeps_its_revision(home: Desk, meeting: Meeting) -> None:
    before, after = Reader(), Reader()
    before.take(calendar_bytes(home))
    home.deadlines.mark_done(REPORT, TODAY, "No. 12/2026", "email")
    after.take(calendar_bytes(home))
    changed = {uid for uid, event in after.entries.items() if event != before.entries[uid]}
    assert changed == {f"{REPORT}@ccmdesk"}


def test_a_meeting_that_is_removed_leaves_the_calendar(home: Desk, meeting: Meeting) -> None:
    reader = Reader()
    reader.take(calendar_bytes(home))
    home.meetings.remove(meeting.id)
    reader.take(calendar_bytes(home))
    assert not reader.shown("meeting:14MSP")
    assert not reader.shown("NGA:meeting_milestone:14MSP")
    home.history.undo()
    reader.take(calendar_bytes(home))
    assert reader.shown("meeting:14MSP")
    assert reader.shown("NGA:meeting_milestone:14MSP")


def test_every_change_of_a_meeting_without_duties_arrives(home: Desk) -> None:
    saved = home.meetings.save(
        Meeting("IM", "Intersessional", start=date(2027, 4, 12), end=date(2027, 4, 14))
    )
    reader = Reader()
    reader.take(calendar_bytes(home))
    for changed in (
        replace(saved, end=date(2027, 4, 15)),
        replace(saved, city="Vientiane"),
        replace(saved, name="Consultations"),
        replace(saved, start=date(2027, 4, 5)),
    ):
        home.meetings.save(changed)
        reader.take(calendar_bytes(home))
    assert reader["meeting:IM"].decoded("dtstart") == date(2027, 4, 5)
    home.meetings.save(replace(saved, start=None, end=None))
    reader.take(calendar_bytes(home))
    assert not reader.shown("meeting:IM")
    home.history.undo()
    reader.take(calendar_bytes(home))
    assert reader.shown("meeting:IM")
    home.meetings.remove(saved.id)
    reader.take(calendar_bytes(home))
    assert not reader.shown("meeting:IM")


def test_a_meeting_with_another_code_leaves_nothing_under_the_one_it_had(
    home: Desk, meeting: Meeting
) -> None:
    (form,) = home.milestones.add_usual(meeting.id, [MilestoneKind.STATEMENT])
    reader = Reader()
    reader.take(calendar_bytes(home))
    home.meetings.save(replace(meeting, code="15MSP"))
    reader.take(calendar_bytes(home))
    for key in ("meeting:{}", "NGA:meeting_milestone:{}", f"NGA:meeting_milestone:{{}}/{form.id}"):
        assert reader.shown(key.format("15MSP"))
        assert not reader.shown(key.format("14MSP"))
    assert not reader.shown(f"NGA:meeting_milestone:14MSP/{form.id}:internal")
    home.history.undo()
    reader.take(calendar_bytes(home))
    assert reader.shown("meeting:14MSP")
    assert not reader.shown("meeting:15MSP")
    assert not reader.shown("NGA:meeting_milestone:15MSP")


def test_a_new_title_and_hour_of_a_milestone_arrive(home: Desk, meeting: Meeting) -> None:
    (form,) = home.milestones.add_usual(meeting.id, [MilestoneKind.SPEAKERS])
    key = f"NGA:meeting_milestone:14MSP/{form.id}"
    reader = Reader()
    reader.take(calendar_bytes(home))
    home.milestones.save(replace(form, title="قائمة المتكلمين 发言名单 🎤", closes=time(14)))
    reader.take(calendar_bytes(home))
    assert "发言名单 🎤 (14MSP), until 14:00 in Geneva" in reader[key]["summary"]
    home.history.undo()
    reader.take(calendar_bytes(home))
    assert reader[key]["summary"] == f"{form.title} (14MSP)"


def test_an_hour_early_in_the_morning_rings_the_working_day_before(
    home: Desk, meeting: Meeting
) -> None:
    # Due on a Monday at eight, an hour before the mission's hours begin.
    stored = home.milestones.save(
        Milestone(
            meeting.id,
            MilestoneKind.STATEMENT,
            "Statement",
            due=date(2027, 9, 13),
            closes=time(8),
            source="CCM/MSP/2027/INF.1",
        )
    )
    reader = Reader()
    reader.take(calendar_bytes(home))
    event = reader[f"NGA:meeting_milestone:14MSP/{stored.id}"]
    assert event["summary"].endswith("until 08:00 in Geneva")
    # Friday at nine, counted from Monday's midnight.
    assert event.walk("VALARM")[-1].decoded("trigger") == timedelta(days=-3, hours=9)


@pytest.mark.parametrize("read", [Calendar.from_ical, lambda data: vobject.readOne(data.decode())])
def test_both_libraries_write_back_what_they_read(
    home: Desk, meeting: Meeting, read: Callable[[bytes], Any]
) -> None:
    home.deadlines.mark_done(REPORT, TODAY, "No. 12/2026 – “reçu”; à voir, \\ 1", "email")
    data = calendar_bytes(home)
    once = read(data)
    again = once.to_ical() if isinstance(once, Calendar) else once.serialize().encode()
    found = {
        str(event["uid"]): (event.decoded("dtstart"), event["summary"], event["description"])
        for event in Calendar.from_ical(again).events
        if "description" in event
    }
    assert found == {
        str(event["uid"]): (event.decoded("dtstart"), event["summary"], event["description"])
        for event in Calendar.from_ical(data).events
        if "description" in event
    }


ACTS = ["done", "not ours", "reopen", "undo", "redo", "move", "note", "holiday", "milestone"]
ACTS += ["code", "name", "remove"]


@given(
    acts=st.lists(
        st.tuples(st.sampled_from(ACTS), st.integers(0, 40), st.booleans()), min_size=1, max_size=8
    )
)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_calendar_that_takes_every_issue_shows_what_a_new_one_shows(
    acts: list[tuple[str, int, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    desk = open_desk(tmp_path_factory.mktemp("office") / "data", FixedClock.on(TODAY))
    names = {"en": desk.profile.default_names("NGA", "Geneva", "en")}
    desk.profile.save(Profile("NGA", "en", names))
    desk.meetings.save(
        Meeting("INTER", "Intersessional", start=date(2027, 4, 12), end=date(2027, 4, 14))
    )
    desk.history.forget()
    old = Reader()
    for act, number, look in acts:
        # What another act made impossible is refused.
        with contextlib.suppress(InputError, RefusedError):
            carried_out(desk, act, number)
        if look:
            old.take(calendar_bytes(desk))
    new = Reader()
    data = calendar_bytes(desk)
    old.take(data)
    new.take(data)
    assert seen(old) == seen(new)
    desk.close()


def carried_out(desk: Desk, act: str, number: int) -> None:
    """Do something of that kind; refused by a rule, it changes nothing."""
    found = [each for each in desk.meetings.all() if each.id]
    meeting = found[0] if found else Meeting("INTER", "Intersessional", start=date(2027, 4, 12))
    note = meeting.convening
    day = date(2027, 2, 20) + timedelta(days=number)
    match act:
        case "done":
            desk.deadlines.mark_done(REPORT, TODAY - timedelta(days=number), "No. 1", "email")
        case "not ours":
            desk.deadlines.mark_not_applicable(REPORT, "The capital sends it.")
        case "reopen":
            desk.deadlines.reopen(REPORT)
        case "undo":
            desk.history.undo()
        case "redo":
            desk.history.redo()
        case "move":
            start = None if number == 0 else date(2027, 4, 1) + timedelta(days=number)
            desk.meetings.save(replace(meeting, start=start, end=start))
        case "note":
            due = None if number % 4 == 0 else day
            desk.meetings.save(replace(meeting, convening=replace(note, delegation_due=due)))
        case "holiday":
            desk.holidays.save(HolidayEntry(Place.UN_OFFICE, day, "Closed"))
        case "milestone":
            known = desk.milestones.of(meeting.id) if meeting.id else []
            if known and number % 2:
                desk.milestones.remove(known[0].id)
            else:
                kind = MilestoneKind.PAYMENT
                hour = time(14) if number % 4 else None
                desk.milestones.save(
                    Milestone(
                        meeting.id,
                        kind,
                        f"Pay {number % 3}",
                        days_before=number % 2,
                        closes=hour,
                        id=known[0].id if known else 0,
                    )
                )
        case "code":
            desk.meetings.save(replace(meeting, code=f"INTER{number % 3}"))
        case "name":
            desk.meetings.save(replace(meeting, name=f"Meeting {number % 2}"))
        case "remove":
            desk.meetings.remove(meeting.id)


def seen(reader: Reader) -> dict[str, tuple[date, str, int]]:
    """Return what a calendar shows: the day, the words and how often it rings."""
    return {
        uid: (event.decoded("dtstart"), str(event["summary"]), len(event.walk("VALARM")))
        for uid, event in reader.entries.items()
        if event["status"] != "CANCELLED"
    }


def test_the_same_register_gives_the_same_bytes(home: Desk, meeting: Meeting) -> None:
    assert calendar_bytes(home) == calendar_bytes(home)


def test_the_file_is_written_whole(home: Desk, tmp_path: Path) -> None:
    save_calendar(home, tmp_path / "dates.ics")
    assert (tmp_path / "dates.ics").read_bytes() == calendar_bytes(home)


@pytest.mark.parametrize("name", ["missing/dates.ics", "data"])
def test_a_place_that_cannot_be_written_is_one_sentence_and_leaves_nothing(
    home: Desk, tmp_path: Path, name: str
) -> None:
    before = sorted(tmp_path.iterdir())
    with pytest.raises(EnvironmentFault) as fault:
        save_calendar(home, tmp_path / name)
    assert name.partition("/")[0] in fault.value.message
    assert fault.value.message.endswith(".")
    assert sorted(tmp_path.iterdir()) == before


def test_without_a_mission_there_is_no_calendar(bare: Desk) -> None:
    with pytest.raises(InputError, match="profile"):
        calendar_bytes(bare)
