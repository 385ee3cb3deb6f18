"""Tests of the reference data as it ships: complete, sourced, and at one with the rules."""

from collections import Counter
from datetime import date, timedelta

import pytest

from ccmdesk.domain import treaty
from ccmdesk.domain.dates import parse_day, weekday_name
from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.holiday_entries import Place
from ccmdesk.domain.meeting import MeetingKind
from ccmdesk.domain.obligations import duties_of
from ccmdesk.domain.recorded import INITIAL, ExtensionStanding
from ccmdesk.domain.state import State, Status
from ccmdesk.services import reference

COMPILED = date(2026, 11, 22)
NEWEST_PAGE = date(2026, 2, 27)
STATES = {state.iso3: state for state in reference.states()}


def test_the_status_of_the_convention() -> None:
    counts = Counter(state.status for state in reference.states())
    assert counts == {Status.PARTY: 112, Status.SIGNATORY: 12, Status.WITHDRAWN: 1}
    assert STATES["LTU"].status is Status.WITHDRAWN
    assert STATES["LTU"].withdrew_effective == date(2025, 3, 6)
    assert len(STATES) == 125


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2010, 2, 16), 30),
        (date(2010, 8, 1), 38),
        (date(2011, 8, 25), 61),
        (date(2013, 7, 31), 83),
        (date(2014, 3, 20), 84),
        (date(2016, 8, 15), 100),
        (date(2018, 8, 1), 103),
        (date(2019, 7, 31), 106),
        (date(2022, 8, 1), 110),
        (date(2023, 12, 1), 112),
        (date(2025, 3, 6), 111),
        (date(2025, 9, 5), 112),
    ],
)
def test_the_published_number_of_states_parties_comes_out(day: date, count: int) -> None:
    deposited = [state for state in STATES.values() if state.deposited and state.deposited <= day]
    left = [each for each in deposited if (each.withdrew_effective or date.max) <= day]
    assert len(deposited) - len(left) == count


def test_108_states_signed() -> None:
    signed = [state.signed for state in STATES.values() if state.signed]
    assert len(signed) == 108
    assert min(signed) == treaty.OPENED_FOR_SIGNATURE
    assert max(signed) < treaty.FIRST_ENTRY_INTO_FORCE


@pytest.mark.parametrize("state", STATES.values(), ids=lambda state: state.iso3)
def test_every_fact_has_its_source_and_its_day(state: State) -> None:
    recorded = {
        "status": str(state.status),
        "signed": state.signed,
        "deposited": state.deposited,
        "entry_into_force": state.entry_into_force,
        "withdrew_effective": state.withdrew_effective,
    }
    assert {fact.name for fact in state.facts} == {name for name, on in recorded.items() if on}
    for fact in state.facts:
        assert fact.value == str(recorded[fact.name])
        assert fact.source
        assert fact.source.split("; ")[0] in state.sources
        assert fact.as_of is not None
        assert fact.as_of <= NEWEST_PAGE
        if fact.name in ("signed", "deposited", "withdrew_effective"):
            assert fact.as_of >= date.fromisoformat(fact.value)
    assert state.as_of == NEWEST_PAGE
    assert len(state.iso3) == 3
    assert state.name


@pytest.mark.parametrize(
    "state", [s for s in STATES.values() if s.deposited], ids=lambda state: state.iso3
)
def test_every_entry_into_force_follows_from_its_deposit(state: State) -> None:
    assert state.deposited is not None
    assert state.entry_into_force == treaty.entry_into_force(state.deposited)
    assert state.instrument in ("ratification", "acceptance", "accession")


def test_signatories_have_signed_and_not_deposited() -> None:
    for state in STATES.values():
        if state.status is Status.SIGNATORY:
            assert state.signed
            assert not state.deposited
            assert not state.instrument


def test_meetings_are_in_order_and_sourced() -> None:
    meetings = reference.meetings()
    assert len(meetings) == 17
    assert len({meeting.code for meeting in meetings}) == 17
    starts = [meeting.start for meeting in meetings if meeting.start]
    assert starts == sorted(starts)
    for meeting in meetings:
        meeting.checked()
        assert meeting.decides
        assert meeting.id == 0
        assert meeting.source
        assert meeting.as_of is not None
        assert meeting.as_of <= NEWEST_PAGE
        assert meeting.website.startswith("https://")


def test_the_eleventh_meeting_carries_its_convening_note() -> None:
    meeting = next(each for each in reference.meetings() if each.code == "11MSP")
    assert (meeting.kind, meeting.ordinal) == (MeetingKind.STATES_PARTIES, 11)
    assert (meeting.start, meeting.end) == (date(2023, 9, 11), date(2023, 9, 14))
    note = meeting.convening
    assert (note.reference, note.dated) == ("ODA/2023-00050", date(2023, 3, 21))
    assert note.delegation_due == date(2023, 8, 31)
    assert note.delegation_due_as_written == "Friday, 31 August 2023"
    assert note.address[0] == "Office for Disarmament Affairs, Geneva Branch"
    assert note.address[-1] == "Switzerland"


def test_extensions_agree_with_the_rules_and_follow_one_another() -> None:
    stages: dict[tuple[str, int], list[str]] = {}
    for row in reference.extensions():
        state = STATES[row.state]
        assert state.entry_into_force is not None
        assert row.source
        assert row.as_of is not None
        assert row.as_of <= NEWEST_PAGE
        before = stages.setdefault((row.state, row.article), [])
        expected = f"extension {len(before)}" if before else INITIAL
        assert row.stage == expected
        before.append(row.stage)
        if row.stage == INITIAL:
            rule = treaty.destruction_deadline if row.article == 3 else treaty.clearance_deadline
            assert row.deadline == rule(state.entry_into_force)
        assert (row.deadline is None) is (row.standing is ExtensionStanding.REQUESTED)


def test_each_extension_is_within_the_years_the_convention_allows() -> None:
    last: dict[tuple[str, int], date] = {}
    for row in reference.extensions():
        if row.deadline is None:
            continue
        key = (row.state, row.article)
        if key in last:
            years = 4 if row.article == 3 else 5
            assert last[key] < row.deadline
            assert row.deadline <= last[key].replace(year=last[key].year + years)
        last[key] = row.deadline


def duty_dates(iso3: str) -> dict[str, tuple[date, str]]:
    duties = duties_of(
        STATES[iso3],
        calendar=reference.calendar(),
        meetings=reference.meetings(),
        extensions=reference.extensions(),
        until=date(2040, 12, 31),
        published=reference.published_dates(),
    )
    return {f"{duty.kind}:{duty.period}": (duty.due, duty.standing) for duty in duties}


@pytest.mark.parametrize(
    ("iso3", "duty", "due", "standing"),
    [
        ("NGA", "art7_initial:initial", date(2024, 1, 28), ""),
        ("SSD", "art7_initial:initial", date(2024, 7, 30), ""),
        ("VUT", "art7_initial:initial", date(2026, 8, 28), ""),
        ("MDG", "art4_clearance:initial", date(2027, 11, 1), ""),
        ("BEN", "art7_initial:initial", date(2018, 6, 30), ""),
        ("IRQ", "art4_extension_request:initial", date(2022, 12, 11), "done"),
        ("IRQ", "art4_clearance:extension 1", date(2028, 11, 1), "unconfirmed"),
        ("LAO", "art4_extension_request:initial", date(2018, 12, 2), "done"),
        ("BGR", "art3_destruction:extension 1", date(2021, 4, 1), "extended"),
        ("BGR", "art3_destruction:extension 3", date(2023, 12, 31), "done"),
        ("MRT", "art4_clearance:extension 1", date(2026, 1, 1), ""),
        ("DEU", "art4_clearance:initial", date(2020, 8, 1), "extended"),
        ("DEU", "art4_clearance:extension 1", date(2025, 8, 1), ""),
        ("DEU", "art4_clearance:extension 2", date(2030, 8, 1), "unconfirmed"),
        ("MOZ", "art4_clearance:initial", date(2021, 9, 1), "done"),
        ("HRV", "art3_destruction:initial", date(2018, 8, 1), "done"),
        ("LTU", "art7_annual:2023", date(2024, 4, 30), ""),
    ],
)
def test_dates_of_the_shipped_data(iso3: str, duty: str, due: date, standing: str) -> None:
    assert duty_dates(iso3)[duty] == (due, standing)


def test_lithuania_owes_nothing_after_its_withdrawal() -> None:
    assert "art7_annual:2024" not in duty_dates("LTU")


def test_every_printed_date_is_either_ours_or_explained() -> None:
    wrong = 0
    for printed in reference.published_dates():
        due = duty_dates(printed.state)[f"{printed.kind}:initial"][0]
        assert (due == printed.day) is (printed.remark == "")
        wrong += due != printed.day
    assert wrong == 8


def test_the_rules_name_every_article_a_duty_rests_on() -> None:
    articles = " ".join(rule.article for rule in reference.rules())
    for state in STATES.values():
        duties = duties_of(
            state,
            calendar=reference.calendar(),
            meetings=reference.meetings(),
            extensions=reference.extensions(),
            until=date(2027, 12, 31),
        )
        assert all(duty.article in articles for duty in duties)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("Mon 26 June 2017", "Eid al-Fitr"),
        ("Fri 1 September 2017", "Eid al-Adha"),
        ("Wed 10 April 2024", "Eid al-Fitr"),
        ("Mon 17 June 2024", "Eid al-Adha"),
        ("Thu 5 September 2024", "Jeûne genevois"),
        ("Mon 20 May 2024", "Whit Monday"),
        ("Thu 9 May 2024", "Ascension Day"),
        ("Fri 26 December 2025", "26 December"),
        ("Thu 10 September 2026", "Jeûne genevois, not confirmed for 2026"),
        ("Fri 25 December 2026", "Christmas Day"),
        ("Wed 27 May 2026", "Eid al-Adha, expected"),
        ("Mon 1 August 2022", ""),
        ("Thu 26 December 2024", ""),
    ],
)
def test_holidays_of_the_un_office_at_geneva(day: str, name: str) -> None:
    assert reference.calendar().holiday(parse_day(day)) == name


def test_the_canton_has_its_own_days() -> None:
    canton = reference.calendar_of(Place.CANTON)
    assert canton.holiday(date(2023, 8, 1)) == "Swiss National Day"
    assert canton.holiday(date(2024, 12, 31)) == "Restoration of the Republic"
    assert canton.place == "the Canton of Geneva"


def test_no_internal_date_is_more_than_a_week_early_in_thirty_years() -> None:
    calendar = reference.calendar()
    day = date(2010, 1, 1)
    while day < date(2041, 1, 1):
        found = calendar.working_day_on_or_before(day)
        assert timedelta(0) <= day - found <= timedelta(days=7), day
        assert weekday_name(found) not in ("Saturday", "Sunday")
        day += timedelta(days=1)


def test_reference_data_is_read_once() -> None:
    assert reference.states() is reference.states()
    assert reference.calendar() is reference.calendar()


def test_published_dates_concern_known_states() -> None:
    for printed in reference.published_dates():
        assert printed.state in STATES
        assert printed.kind in (
            DutyKind.ART7_INITIAL,
            DutyKind.ART3_DESTRUCTION,
            DutyKind.ART4_CLEARANCE,
        )
        assert treaty.ADOPTED < printed.day < COMPILED


def test_the_last_address_of_the_secretariat_is_that_of_the_last_convening_note() -> None:
    *_, last = reference.secretariat()
    convening = next(each for each in reference.meetings() if each.code == "11MSP").convening
    assert last.reply_to == convening.reply_to[1:]
    assert [each.seen_on for each in reference.secretariat()] == sorted(
        each.seen_on for each in reference.secretariat()
    )
    assert last.seen_on == convening.dated
