"""Tests of the duties of a State: which there are, when they begin and end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import Duty, DutyKind
from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.domain.obligations import duties_of, in_force_from
from ccmdesk.domain.recorded import PublishedDate
from ccmdesk.domain.state import Fact, State, Status
from tests.domain.build import CALENDAR, MEETINGS, msp, party, remarks, step
from tests.domain.test_treaty import printed


def duties(
    state: State,
    until: date = date(2030, 12, 31),
    first_annual_year: int | None = None,
    milestones: tuple[Meeting, ...] = (),
    published: tuple[PublishedDate, ...] = (),
) -> list[Duty]:
    return duties_of(
        state,
        calendar=CALENDAR,
        meetings=MEETINGS,
        extensions=(),
        until=until,
        first_annual_year=first_annual_year,
        milestones=milestones,
        published=published,
    )


def of_kind(found: list[Duty], kind: DutyKind) -> list[Duty]:
    return [duty for duty in found if duty.kind is kind]


@pytest.mark.parametrize(
    "row",
    printed("published_deadlines.csv"),
    ids=lambda row: f"{row['iso3']}-{row['kind']}-{row['published']}",
)
def test_printed_deadlines(row: dict[str, str]) -> None:
    """The computed date is the printed one, save where the printed one is known to be a slip."""
    state = party(in_force=date.fromisoformat(row["entry_into_force"]), iso3=row["iso3"])
    computed = of_kind(duties(state), DutyKind(row["kind"]))[0].due
    assert computed.isoformat() == row["computed"]
    assert (row["published"] == row["computed"]) is (row["agrees"] == "yes")


def test_nigeria_reports_within_180_days() -> None:
    initial = duties(party(date(2023, 2, 28)))[0]
    assert initial.key == "XAV:art7_initial:initial"
    assert initial.article == "7(1)"
    assert initial.due == date(2024, 1, 28)
    assert initial.internal_due == date(2024, 1, 26)
    assert step(initial, "trigger") == (
        "The instrument of ratification was deposited on Tue 28 February 2023; the Convention "
        "entered into force for the State on Tue 1 August 2023, the first day of the sixth month "
        "after the month of deposit (Article 17(2))."
    )
    assert step(initial, "result") == "The initial report is due by Sun 28 January 2024."
    assert step(initial, "internal") == (
        "28 January 2024 is a Sunday; the last working day at the UN Office at Geneva before it "
        "is Fri 26 January 2024."
    )


def test_the_annual_report_due_on_a_sunday_keeps_its_legal_date() -> None:
    annual = {duty.period: duty for duty in duties(party(date(2012, 7, 17)))}["2022"]
    assert annual.title == "Annual transparency report for 2022"
    assert (annual.due, annual.internal_due) == (date(2023, 4, 30), date(2023, 4, 28))
    assert "30 April 2023 is a Sunday" in step(annual, "internal")
    assert "Fri 28 April 2023" in step(annual, "internal")


def test_a_working_day_is_said_to_be_one() -> None:
    annual = {duty.period: duty for duty in duties(party(date(2012, 7, 17)))}["2026"]
    assert annual.internal_due == annual.due == date(2027, 4, 30)
    assert step(annual, "internal") == (
        "30 April 2027 is a Friday and a working day at the UN Office at Geneva."
    )


@pytest.mark.parametrize(
    ("deposited", "first"),
    [(date(2009, 7, 8), "2011"), (date(2019, 9, 27), "2020"), (date(2025, 9, 5), "2026")],
)
def test_the_first_annual_report_follows_practice(deposited: date, first: str) -> None:
    annual = of_kind(duties(party(deposited)), DutyKind.ART7_ANNUAL)
    assert annual[0].period == first
    assert "practice" in remarks(annual[0])


def test_the_mission_can_set_another_first_year() -> None:
    annual = of_kind(duties(party(date(2009, 7, 8)), first_annual_year=2011), DutyKind.ART7_ANNUAL)
    assert annual[0].due == date(2011, 4, 30)
    assert "The mission has set 30 April 2011" in remarks(annual[0])


def test_annual_reports_end_at_the_horizon_and_single_deadlines_do_not() -> None:
    found = duties(party(date(2023, 2, 28)), until=date(2026, 4, 30))
    assert [duty.period for duty in of_kind(found, DutyKind.ART7_ANNUAL)] == ["2024", "2025"]
    assert of_kind(found, DutyKind.ART4_CLEARANCE)[0].due == date(2033, 8, 1)
    before = duties(party(date(2023, 2, 28)), until=date(2026, 4, 29))
    assert [duty.period for duty in of_kind(before, DutyKind.ART7_ANNUAL)] == ["2024"]


def test_duties_end_with_withdrawal() -> None:
    state = replace(
        party(date(2011, 3, 24), date(2011, 9, 1)),
        status=Status.WITHDRAWN,
        withdrew_effective=date(2025, 3, 6),
    )
    found = duties(state)
    annual = of_kind(found, DutyKind.ART7_ANNUAL)
    assert annual[-1].due == date(2024, 4, 30)
    assert max(duty.due for duty in found) < date(2025, 3, 6)
    assert of_kind(found, DutyKind.ART3_DESTRUCTION)[0].due == date(2019, 9, 1)


@pytest.mark.parametrize("status", [Status.SIGNATORY, Status.NOT_PARTY])
def test_who_is_not_a_party_has_no_duties(status: Status) -> None:
    assert duties(replace(party(date(2012, 7, 17)), status=status)) == []


def test_a_party_without_any_date_has_no_duties_yet() -> None:
    assert in_force_from(party()) is None
    assert duties(party()) == []


def test_a_recorded_entry_into_force_wins_and_the_difference_is_told() -> None:
    initial = duties(party(date(2023, 2, 28), date(2023, 9, 1)))[0]
    assert initial.due == date(2023, 9, 1) + timedelta(days=180)
    assert "would be Tue 1 August 2023" in remarks(initial)
    assert "the recorded day is used" in remarks(initial)


def test_sources_of_the_dates_are_named() -> None:
    fact = Fact("deposited", "2023-02-28", "UN Treaty Collection", date(2023, 3, 1))
    initial = duties(replace(party(date(2023, 2, 28)), facts=(fact,)))[0]
    assert "Treaty Series, vol. 2688, p. 39" in step(initial, "source")
    assert "Deposit: UN Treaty Collection (as of 1 March 2023)." in step(initial, "source")


def test_printed_dates_are_held_against_the_computed_one() -> None:
    kind = DutyKind.ART7_INITIAL
    published = (
        PublishedDate("XAV", kind, date(2011, 9, 28), "Monitor 2019"),
        PublishedDate("XAV", kind, date(2011, 10, 28), "Table of 2015", "it is a month late"),
        PublishedDate("YYY", kind, date(2011, 1, 1), "Another State"),
    )
    said = remarks(duties(party(in_force=date(2011, 4, 1)), published=published)[0])
    assert "Printed with the same date: Monitor 2019." in said
    assert "28 October 2011, which is not followed: it is a month late (Table of 2015)" in said
    assert "Another State" not in said


def test_a_convening_note_asks_for_the_delegation() -> None:
    note = ConveningNote(
        reference="ODA/2023-00050",
        dated=date(2023, 3, 21),
        delegation_due=date(2023, 8, 31),
        delegation_due_as_written="Friday, 31 August 2023",
    )
    meeting = replace(msp(11, date(2023, 9, 11)), convening=note)
    signatory = replace(party(), status=Status.SIGNATORY)
    (milestone,) = duties(signatory, milestones=(meeting, MEETINGS[0]))
    assert milestone.key == "XAV:meeting_milestone:11MSP"
    assert milestone.due == milestone.internal_due == date(2023, 8, 31)
    assert "31 August 2023 is a Thursday" in remarks(milestone)
    assert "earlier reading is kept" in remarks(milestone)


def test_the_internal_date_of_a_milestone_follows_the_earlier_reading() -> None:
    note = ConveningNote(
        delegation_due=date(2023, 8, 31), delegation_due_as_written="Wednesday, 31 August 2023"
    )
    (milestone,) = duties(
        replace(party(), status=Status.SIGNATORY),
        milestones=(replace(msp(11, date(2023, 9, 11)), convening=note),),
    )
    assert milestone.due == date(2023, 8, 31)
    assert milestone.internal_due == date(2023, 8, 30)


@given(st.dates(date(2008, 12, 3), date(2040, 12, 31)))
def test_every_duty_is_in_order_and_shows_its_working(deposited: date) -> None:
    found = duties(party(deposited), until=date(2060, 12, 31))
    assert [duty.due for duty in found] == sorted(duty.due for duty in found)
    assert len({duty.key for duty in found}) == len(found)
    for duty in found:
        assert CALENDAR.is_working_day(duty.internal_due)
        assert timedelta(0) <= duty.due - duty.internal_due <= timedelta(days=7)
        kinds = [each.kind for each in duty.working]
        assert kinds[0] == "rule"
        assert kinds[-1] == "source"
        assert {"trigger", "count", "result", "internal"} <= set(kinds)
        assert spoken(duty.due) in step(duty, "result")
        assert spoken(duty.internal_due)[4:] in step(duty, "internal")
        assert all(each.text.endswith((".", ")")) for each in duty.working)
