"""The timer, the first picture and the window compute the same duties from the same register."""

from datetime import date, time
from pathlib import Path

from ccmdesk.app import open_deadlines, open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.duty import DutyKind, DutyPlan
from ccmdesk.domain.holiday_entries import HolidayEntry, Place
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.domain.profile import Profile
from ccmdesk.domain.recorded import Extension

CLOCK = FixedClock.on(date(2026, 11, 22))
EXTENSION = Extension("CHL", 4, "", date(2028, 6, 1), decided_at="13MSP", source="CCM/MSP/2025/14")


def test_what_is_read_without_sqlalchemy_is_what_the_window_shows(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "data", CLOCK)
    try:
        names = {"en": desk.profile.default_names("CHL", "Geneva", "en")}
        desk.profile.save(Profile("CHL", "en", names))
        plain = {each.duty.key: each.duty for each in desk.deadlines.duties()}
        meeting = desk.meetings.save(
            Meeting(
                "14MSP",
                "Fourteenth Meeting of States Parties",
                MeetingKind.STATES_PARTIES,
                14,
                date(2027, 9, 6),
                date(2027, 9, 10),
                "Geneva",
            )
        )
        desk.milestones.save(
            Milestone(
                meeting.id,
                MilestoneKind.SPEAKERS,
                "Put down for the list of speakers",
                days_before=7,
                closes=time(12),
            )
        )
        desk.extensions.enter(EXTENSION)
        desk.holidays.save(HolidayEntry(Place.UN_OFFICE, date(2027, 4, 30), "Move of the office"))
        key = "CHL:art7_annual:2026"
        desk.deadlines.save_plan(DutyPlan(key, "Ms Rojas", time(18)))
        desk.deadlines.mark_done("CHL:art7_annual:2025", date(2026, 4, 20), "9/2026", "email")
        shown = desk.deadlines.duties()
        quick, state = open_deadlines(tmp_path / "data", CLOCK)
    finally:
        desk.close()
    assert state == "CHL"
    assert quick.duties() == shown
    now = {each.duty.key: each.duty for each in shown}
    assert now[key].due == plain[key].due == date(2027, 4, 30)
    assert now[key].internal_due == date(2027, 4, 29)
    assert now[key].closes == time(18)
    assert "CHL:art4_clearance:extension 4" in now
    assert any(
        each.kind is DutyKind.MEETING_MILESTONE and each.closes == time(12) for each in now.values()
    )
