"""Tests of the latest safe starts on a desk: own steps, absences, stand-ins, other meetings."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import HolidayEntry, Place
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.milestone import MilestoneKind
from ccmdesk.domain.profile import Profile, StandIn
from ccmdesk.domain.safe_start import Absence, Leg, LegKind
from ccmdesk.services.desk import Desk

REPORT = "NGA:art7_annual:2026"
AWAY = Absence("Amina Okoro", date(2027, 4, 20), date(2027, 5, 5), "leave")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk of Nigeria's mission on 22 November 2026."""
    found = open_desk(tmp_path / "data", FixedClock.on(date(2026, 11, 22)))
    names = {"en": found.profile.default_names("NGA", "Geneva", "en")}
    found.profile.save(Profile("NGA", "en", names))
    yield found
    found.close()


def clashes(desk: Desk, key: str = REPORT) -> list[str]:
    return [clash.what for leg in desk.safe_starts.of(key).legs for clash in leg.clashes]


def test_every_kind_of_duty_and_milestone_has_its_steps(desk: Desk) -> None:
    kinds = {str(kind) for kind in DutyKind}
    kinds |= {f"{DutyKind.MEETING_MILESTONE}/{kind}" for kind in MilestoneKind}
    assert set(desk.safe_starts.kinds()) == kinds
    for kind in kinds:
        assert [leg.kind for leg in desk.safe_starts.legs(kind)] == list(LegKind)


def test_the_ways_to_all_that_waits(desk: Desk) -> None:
    found = desk.safe_starts.all()
    assert found[0].key == REPORT
    assert [each.start_by for each in found] == sorted(each.start_by for each in found)
    assert desk.safe_starts.of(REPORT) == found[0]
    desk.deadlines.mark_not_applicable(REPORT, "The capital sends it itself")
    assert REPORT not in {each.key for each in desk.safe_starts.all()}


def test_own_steps_count_and_undo_or_the_shipped_ones_end_them(desk: Desk) -> None:
    before = desk.safe_starts.of(REPORT).start_by
    shipped = desk.safe_starts.legs("art7_annual")
    longer = [replace(leg, working_days=leg.working_days + 5) for leg in shipped]
    desk.safe_starts.save_legs("art7_annual", longer)
    assert list(desk.safe_starts.legs("art7_annual")) == longer
    assert desk.safe_starts.of(REPORT).start_by < before
    desk.safe_starts.save_legs("art7_annual", shipped)
    assert desk.safe_starts.of(REPORT).start_by == before
    desk.history.undo()
    assert list(desk.safe_starts.legs("art7_annual")) == longer
    assert desk.safe_starts.save_legs("art7_annual", []) == ()
    assert desk.safe_starts.of(REPORT).start_by == date(2027, 4, 30)


def test_a_holiday_of_the_capital_moves_the_start_and_is_named(desk: Desk) -> None:
    before = desk.safe_starts.of(REPORT).start_by
    desk.holidays.save(HolidayEntry(Place.CAPITAL, date(2027, 3, 31), "Unity Day"))
    assert desk.safe_starts.of(REPORT).start_by < before
    assert "Unity Day (the capital)" in clashes(desk)


def test_the_capital_may_rest_on_other_days(desk: Desk) -> None:
    capital = desk.safe_starts.of(REPORT).legs[0]
    desk.holidays.save_weekend([4, 5])
    other = desk.safe_starts.of(REPORT).legs[0]
    assert capital.first.weekday() < 5
    assert {other.first.weekday(), other.last.weekday()}.isdisjoint({4, 5})
    assert desk.holidays.calendar(Place.CAPITAL).is_working_day(date(2027, 4, 11))  # a Sunday
    assert not desk.holidays.calendar(Place.CANTON).is_working_day(date(2027, 4, 11))
    canton = desk.holidays.calendar(Place.CANTON)
    assert all(canton.is_working_day(each.start_by) for each in desk.safe_starts.all())
    desk.history.undo()
    assert desk.safe_starts.of(REPORT).legs[0] == capital


def test_an_absence_clashes_until_a_stand_in_may_sign(desk: Desk) -> None:
    calm = desk.safe_starts.of(REPORT).start_by
    assert desk.safe_starts.signs("Anybody")
    stored = desk.safe_starts.save_absence(AWAY)
    assert desk.safe_starts.absences() == (stored,)
    assert any("Amina Okoro is away (leave)" in what for what in clashes(desk))
    assert desk.safe_starts.of(REPORT).start_by < calm

    profile = desk.profile.get()
    assert profile is not None
    both = (StandIn("Amina Okoro"), StandIn("Chidi Eze", on_behalf_of="Amina Okoro"))
    desk.profile.save(replace(profile, approvers=both))
    assert desk.safe_starts.of(REPORT).start_by == calm

    assert desk.safe_starts.signs("H.E. Ms. Amina Okoro")
    assert not desk.safe_starts.signs("Ngozi Bello")
    desk.safe_starts.save_absence(replace(AWAY, name="Chidi Eze"))
    assert desk.safe_starts.of(REPORT).start_by < calm
    desk.safe_starts.remove_absence(stored.id)
    assert desk.safe_starts.of(REPORT).start_by == calm
    with pytest.raises(InputError):
        desk.safe_starts.remove_absence(stored.id)


def test_another_meeting_is_named(desk: Desk) -> None:
    desk.meetings.save(
        Meeting("IM27", "Intersessional meeting", start=date(2027, 4, 19), end=date(2027, 4, 28))
    )
    assert "Intersessional meeting (IM27) sits" in clashes(desk)


def test_a_milestone_has_the_steps_of_its_kind(desk: Desk) -> None:
    meeting = desk.meetings.save(
        Meeting("14MSP", "Meeting", MeetingKind.STATES_PARTIES, 14, date(2027, 9, 13))
    )
    (statement,) = desk.milestones.add_usual(meeting.id, [MilestoneKind.STATEMENT])
    found = desk.safe_starts.of(f"NGA:meeting_milestone:14MSP/{statement.id}")
    assert LegKind.TRANSLATION in {leg.leg.kind for leg in found.legs}
    delegation = desk.safe_starts.of("NGA:meeting_milestone:14MSP")
    assert LegKind.TRANSLATION not in {leg.leg.kind for leg in delegation.legs}
    assert clashes(desk, delegation.key) == []


def test_what_cannot_be_is_told(desk: Desk) -> None:
    leg = Leg(LegKind.CAPITAL, 5, Place.CAPITAL)
    for kind, legs, field in (
        ("lunch", [leg], "kind"),
        ("art7_annual", [leg, leg], "legs"),
        ("art7_annual", [replace(leg, working_days=999)], "capital"),
    ):
        with pytest.raises(InputError) as caught:
            desk.safe_starts.save_legs(kind, legs)
        assert caught.value.field == field
    with pytest.raises(InputError):
        desk.safe_starts.of("NGA:art7_annual:1999")
    with pytest.raises(InputError):
        desk.safe_starts.save_absence(replace(AWAY, last=date(2027, 4, 1)))


def test_a_duty_without_a_way_hides_no_other(desk: Desk) -> None:
    everything = {each.key for each in desk.safe_starts.all()}
    assert desk.safe_starts.without() == {}
    for year in range(2012, 2028, 2):
        away = Absence("The ambassador", date(year, 1, 1), date(year + 1, 12, 28))
        desk.safe_starts.save_absence(away)
    desk.safe_starts.save_legs("art7_annual", [Leg(LegKind.APPROVAL, 250, Place.CANTON)])
    assert {each.key for each in desk.safe_starts.all()} == everything - {REPORT}
    why = desk.safe_starts.without()
    assert list(why) == [REPORT]
    assert why[REPORT].startswith("No 250 working days are left")
    with pytest.raises(InputError, match="No 250 working days are left"):
        desk.safe_starts.of(REPORT)
