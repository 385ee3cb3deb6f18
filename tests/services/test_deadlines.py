"""Tests of the deadlines on a real register, and of questions without one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.duty import DutyKind, DutyStatus, TrackedDuty
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.profile import Names, Profile
from ccmdesk.domain.state import State, Status
from ccmdesk.services import reference
from ccmdesk.services.acts import Acts
from ccmdesk.services.changes import Changes
from ccmdesk.services.deadlines import DeadlinesService, ReferenceBook
from ccmdesk.services.duty_book import StoredDutyBook
from ccmdesk.services.meetings import MeetingsService
from ccmdesk.services.profile import ProfileService
from ccmdesk.services.states import StatesService
from ccmdesk.store.creation import create
from ccmdesk.store.database import Database

BEGAN = date(2023, 3, 1)
TODAY = date(2026, 11, 22)
INITIAL = "NGA:art7_initial:initial"


@dataclass
class Mission:
    """A mission with a register in a file."""

    acts: Acts
    changes: Changes
    states: StatesService
    meetings: MeetingsService
    profile: ProfileService
    deadlines: DeadlinesService

    def set_up(self, iso3: str) -> None:
        names = Names(mission="Permanent Mission", state="the State", city="Geneva")
        self.profile.save(Profile(state_iso3=iso3, language="en", names={"en": names}))

    def duty(self, key: str, as_of: date | None = None) -> TrackedDuty:
        return next(each for each in self.deadlines.duties(as_of=as_of) if each.duty.key == key)


def wired(database: Database, today: date) -> Mission:
    clock = FixedClock.on(today)
    changes = Changes()
    acts = Acts(database, clock, changes, "officer")
    states = StatesService(acts, reference.states)
    meetings = MeetingsService(acts, reference.meetings)
    book = StoredDutyBook(acts)
    profile = ProfileService(acts, states)
    return Mission(acts, changes, states, meetings, profile, DeadlinesService(book, clock))


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "ccmdesk.sqlite3"
    create(path)
    database = Database(path)
    yield database
    database.close()


@pytest.fixture
def mission(register: Database) -> Mission:
    """Return the desk of Nigeria in 2026, whose register began in 2023."""
    wired(register, BEGAN).set_up("NGA")
    return wired(register, TODAY)


@pytest.fixture
def shipped() -> DeadlinesService:
    return DeadlinesService(ReferenceBook(), FixedClock.on(TODAY))


def test_without_a_register_any_state_can_be_asked_for(shipped: DeadlinesService) -> None:
    found = shipped.duties("nga")
    assert found[0].duty.due == date(2024, 1, 28)
    assert found[0].status is DutyStatus.UNRECORDED
    assert {each.duty.state for each in found} == {"NGA"}
    assert all(each.duty.kind is not DutyKind.MEETING_MILESTONE for each in found)


def test_without_a_register_nothing_can_be_recorded(shipped: DeadlinesService) -> None:
    with pytest.raises(InputError, match="no mission profile"):
        shipped.duties()
    with pytest.raises(InputError, match="no mission profile"):
        shipped.mark_done(INITIAL, TODAY, "note", "email")
    with pytest.raises(InputError, match="no mission profile"):
        shipped.set_first_annual_year(2025)


def test_an_unknown_state_is_answered_with_the_nearest(shipped: DeadlinesService) -> None:
    with pytest.raises(InputError, match="did you mean NGA") as caught:
        shipped.duties("NGX")
    assert caught.value.field == "state"
    with pytest.raises(InputError, match=r"NGA \(Nigeria\)"):
        shipped.duties("Nigera")


def test_the_period_bounds_the_legal_dates(shipped: DeadlinesService) -> None:
    found = shipped.duties("NGA", start=date(2025, 4, 30), end=date(2026, 4, 30))
    assert [each.duty.period for each in found] == ["2024", "2025"]
    assert shipped.duties("NGA", start=date(2025, 5, 1), end=date(2026, 4, 29)) == []
    far = shipped.duties("NGA", end=date(2040, 12, 31))
    assert far[-1].duty.due == date(2040, 4, 30)
    with pytest.raises(InputError, match="ends before it starts"):
        shipped.duties("NGA", start=date(2026, 1, 1), end=date(2025, 1, 1))


def test_without_an_end_annual_reports_reach_the_end_of_next_year(
    shipped: DeadlinesService,
) -> None:
    found = shipped.duties("NGA", as_of=date(2023, 8, 16))
    assert [each.duty.due for each in found if each.duty.kind is DutyKind.ART7_ANNUAL] == []
    found = shipped.duties("NGA", as_of=date(2024, 1, 1))
    assert found[1].duty.due == date(2025, 4, 30)
    assert found[-1].duty.due == date(2033, 8, 1)


def test_even_the_last_day_of_the_calendar_can_be_asked_for(shipped: DeadlinesService) -> None:
    assert shipped.duties("NGA", end=date.max)[-1].duty.due == date(9999, 4, 30)


def test_signatories_have_no_duties(shipped: DeadlinesService) -> None:
    assert shipped.duties("AGO") == []


def test_a_report_sent_before_entry_into_force_closes_the_duty(mission: Mission) -> None:
    assert mission.duty(INITIAL).status is DutyStatus.OVERDUE
    done = mission.deadlines.mark_done(INITIAL, date(2023, 4, 12), " note 12/2023 ", "email")
    assert done.status is DutyStatus.DONE
    again = mission.duty(INITIAL)
    assert again == done
    assert again.record is not None
    assert again.record.proof == "note 12/2023"
    assert mission.duty(INITIAL, as_of=date(2023, 4, 11)).status is DutyStatus.OPEN


def test_what_was_due_before_the_register_began_is_not_called_overdue(
    register: Database,
) -> None:
    wired(register, date(2025, 6, 1)).set_up("NGA")
    mission = wired(register, TODAY)
    assert mission.duty("NGA:art7_annual:2024").status is DutyStatus.UNRECORDED
    assert mission.duty("NGA:art7_annual:2025").status is DutyStatus.OVERDUE


def test_done_needs_a_past_day_and_a_proof(mission: Mission) -> None:
    with pytest.raises(InputError, match="still to come") as caught:
        mission.deadlines.mark_done(INITIAL, date(2026, 11, 23), "note", "email")
    assert caught.value.field == "on"
    with pytest.raises(InputError, match="before the Convention was adopted"):
        mission.deadlines.mark_done(INITIAL, date(203, 4, 12), "note", "email")
    with pytest.raises(InputError) as caught:
        mission.deadlines.mark_done(INITIAL, date(2023, 4, 12), "  ", "email")
    assert caught.value.field == "proof"
    assert mission.duty(INITIAL).record is None


def test_a_duty_can_be_reopened_once(mission: Mission) -> None:
    mission.deadlines.mark_done(INITIAL, date(2023, 4, 12), "note", "email")
    assert mission.deadlines.reopen(INITIAL).status is DutyStatus.OVERDUE
    assert mission.duty(INITIAL).record is None
    with pytest.raises(InputError, match="Nothing is recorded"):
        mission.deadlines.reopen(INITIAL)


def test_each_act_can_be_undone_under_its_name_and_is_told(mission: Mission) -> None:
    news: list[frozenset[str]] = []
    mission.changes.subscribe(news.append)
    mission.deadlines.mark_done("NGA:art7_annual:2025", date(2026, 4, 20), "note 9/2026", "email")
    assert news == [frozenset({"duties"})]
    label = mission.acts.take_back()
    assert label == "Mark “Annual transparency report for 2025” as done"
    assert mission.duty("NGA:art7_annual:2025").status is DutyStatus.OVERDUE


def test_not_applicable_needs_a_reason(mission: Mission) -> None:
    key = "NGA:art4_clearance:initial"
    with pytest.raises(InputError) as caught:
        mission.deadlines.mark_not_applicable(key, "")
    assert caught.value.field == "reason"
    marked = mission.deadlines.mark_not_applicable(key, "no contaminated areas")
    assert marked.status is DutyStatus.NOT_APPLICABLE


def test_a_request_follows_what_is_recorded_of_its_deadline(register: Database) -> None:
    wired(register, BEGAN).set_up("CMR")
    mission = wired(register, TODAY)
    request = "CMR:art4_extension_request:initial"
    assert mission.duty(request).status is DutyStatus.UNRECORDED
    mission.deadlines.mark_done(
        "CMR:art4_clearance:initial", date(2019, 5, 2), "declaration", "email"
    )
    tracked = mission.duty(request)
    assert tracked.status is DutyStatus.NOT_APPLICABLE
    assert tracked.record is not None
    assert tracked.record.remark == "The work was completed on 2 May 2019."
    mission.deadlines.mark_done(request, date(2021, 9, 1), "note 3/2021", "email")
    assert mission.duty(request).status is DutyStatus.DONE
    mission.deadlines.mark_not_applicable("CMR:art3_destruction:initial", "never had stocks")
    other = mission.duty("CMR:art3_extension_request:initial")
    assert other.status is DutyStatus.NOT_APPLICABLE


def test_only_the_own_state_is_recorded(mission: Mission) -> None:
    with pytest.raises(RefusedError, match="own State"):
        mission.deadlines.mark_done("DEU:art7_annual:2025", date(2026, 4, 1), "note", "email")
    with pytest.raises(InputError, match="no duty"):
        mission.deadlines.mark_done("NGA:art7_annual:2010", date(2026, 4, 1), "note", "email")
    with pytest.raises(InputError, match="no duty"):
        mission.deadlines.mark_done("NGA:art7_annual:9999", date(2026, 4, 1), "note", "email")


def test_another_state_is_shown_without_records(mission: Mission) -> None:
    found = mission.deadlines.duties("DEU")
    assert found[0].status is DutyStatus.UNRECORDED
    assert all(each.record is None for each in found)


def test_of_a_report_far_ahead_it_can_be_recorded_that_it_is_not_ours(mission: Mission) -> None:
    marked = mission.deadlines.mark_not_applicable("NGA:art7_annual:2035", "We shall withdraw.")
    assert marked.status is DutyStatus.NOT_APPLICABLE


def test_the_first_annual_year_is_the_missions_to_set(mission: Mission) -> None:
    mission.deadlines.set_first_annual_year(2024)
    assert mission.duty("NGA:art7_annual:2023").duty.due == date(2024, 4, 30)
    assert mission.acts.take_back() == "Set the first annual report"
    assert mission.deadlines.ledger().lines[1].period == "2024"
    for year in (2023, 2035):
        with pytest.raises(InputError) as caught:
            mission.deadlines.set_first_annual_year(year)
        assert caught.value.field == "year"
    mission.deadlines.set_first_annual_year(2026)
    mission.deadlines.set_first_annual_year(None)
    assert mission.duty("NGA:art7_annual:2024").duty.due == date(2025, 4, 30)


def test_a_state_that_is_no_party_sets_no_first_year(register: Database) -> None:
    wired(register, BEGAN).set_up("AGO")
    with pytest.raises(InputError, match="not a Party"):
        wired(register, TODAY).deadlines.set_first_annual_year(2027)


def test_the_convening_note_gives_the_mission_a_milestone(mission: Mission) -> None:
    milestone = mission.duty("NGA:meeting_milestone:11MSP", as_of=date(2023, 8, 16))
    assert milestone.duty.due == date(2023, 8, 31)
    assert milestone.days_left == 15
    assert milestone.status is DutyStatus.OPEN


def test_an_own_meeting_can_decide_on_a_request(mission: Mission) -> None:
    keys = {each.duty.key for each in mission.deadlines.duties()}
    assert "NGA:art3_extension_request:initial" not in keys
    mission.meetings.save(
        Meeting(
            code="18MSP",
            name="Eighteenth Meeting of States Parties",
            kind=MeetingKind.STATES_PARTIES,
            ordinal=18,
            start=date(2031, 6, 2),
        )
    )
    assert mission.duty("NGA:art3_extension_request:initial").duty.due == date(2030, 9, 2)


def test_an_own_state_has_duties_of_its_own(register: Database) -> None:
    mission = wired(register, date(2023, 8, 16))
    mission.states.add_own(
        State(
            iso3="XAV",
            name="Republic of Avataria",
            status=Status.PARTY,
            instrument="ratification",
            deposited=date(2012, 7, 17),
        )
    )
    mission.set_up("XAV")
    assert mission.duty("XAV:art7_initial:initial").duty.due == date(2013, 6, 30)
    assert mission.duty("XAV:art7_annual:2022").status is DutyStatus.UNRECORDED
    assert mission.duty("XAV:art7_annual:2023").status is DutyStatus.OPEN


@given(
    st.sampled_from([state.iso3 for state in reference.states()]),
    st.dates(),
    st.none() | st.dates(max_value=date(2120, 12, 31)),
)
def test_every_state_can_be_looked_at_from_any_day(
    iso3: str, as_of: date, end: date | None
) -> None:
    service = DeadlinesService(ReferenceBook(), FixedClock.on(TODAY))
    if end is None and as_of.year > 2120:
        end = date(2120, 12, 31)
    found = service.duties(iso3, end=end, as_of=as_of)
    for each in found:
        assert each.duty.internal_due <= each.duty.due
        assert each.days_left == (each.duty.due - as_of).days
        late = each.days_left < 0
        assert each.status is not (DutyStatus.OPEN if late else DutyStatus.UNRECORDED)
    assert len({each.duty.key for each in found}) == len(found)
    if as_of.year < 2120:
        ledger = service.ledger(iso3, as_of)
        assert all(line.sent_on is None for line in ledger.lines)
        assert ledger.sent == () or all(line.source for line in ledger.sent)
