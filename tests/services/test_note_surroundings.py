"""What the linter learns from the register, the people and the other meetings."""

from dataclasses import replace
from datetime import date

import pytest

from ccmdesk.domain.finding import Finding, Severity
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.note import NoteKind
from ccmdesk.domain.person import Person
from ccmdesk.services.desk import Desk
from ccmdesk.services.sample import SampleResult

DAY = date(2023, 8, 16)


@pytest.fixture
def desk(bare: Desk, sample: SampleResult) -> Desk:
    """The desk with the sample dossier."""
    assert sample.note_id
    return bare


def found(desk: Desk, note: int) -> dict[str, Finding]:
    return {finding.rule: finding for finding in desk.notes.check(note)}


def member(desk: Desk, meeting: int, place: int = 1) -> Person:
    return desk.delegations.of(meeting)[place].person


def test_the_sample_has_the_one_doubt_it_is_to_show(desk: Desk, sample: SampleResult) -> None:
    grave = [
        each.rule for each in desk.notes.check(sample.note_id) if each.severity is not Severity.INFO
    ]
    assert grave == ["weekday-conflict"]


def test_a_number_of_the_register_is_taken(desk: Desk, sample: SampleResult) -> None:
    number = desk.notes.issue(sample.note_id).number
    second = desk.notes.create(NoteKind.NOMINATION, sample.meeting_id, "en")
    desk.notes.update(second, replace(desk.notes.draft(second), number=number))
    finding = found(desk, second)["number-taken"]
    assert finding.severity is Severity.BLOCKING
    assert number in finding.message
    assert "number-taken" not in found(desk, sample.note_id)


def test_a_change_after_issue_is_told_until_a_note_tells_it(
    desk: Desk, sample: SampleResult
) -> None:
    desk.notes.issue(sample.note_id)
    assert "changed-after-issue" not in found(desk, sample.note_id)
    gone = desk.delegations.of(sample.meeting_id)[-1]
    desk.delegations.remove(gone.id)
    assert "1 point" in found(desk, sample.note_id)["changed-after-issue"].message
    amendment = desk.amendments.amend(sample.note_id)
    assert "no-changes" not in found(desk, amendment)
    desk.notes.issue(amendment)
    assert "changed-after-issue" not in found(desk, sample.note_id)


def test_a_name_is_held_against_the_register_of_people(desk: Desk, sample: SampleResult) -> None:
    person = member(desk, sample.meeting_id)
    assert "name-differs-from-register" not in found(desk, sample.note_id)
    desk.people.save(
        replace(person, id=0, family_name=person.family_name + "s", email="", forms={})
    )
    finding = found(desk, sample.note_id)["name-differs-from-register"]
    assert person.full_name in finding.message


def test_a_name_is_held_against_earlier_notes(desk: Desk, sample: SampleResult) -> None:
    line = desk.notes.issue(sample.note_id)
    person = member(desk, sample.meeting_id)
    desk.people.save(replace(person, family_name=person.family_name.rstrip("ć") + "c"))
    second = desk.notes.create(NoteKind.NOMINATION, sample.meeting_id, "en")
    finding = found(desk, second)["name-differs-from-earlier"]
    assert f"No. {line.number}" in finding.message
    # The amendment that corrects the name is no misspelling of it.
    amendment = desk.amendments.amend(sample.note_id)
    assert "name-differs-from-earlier" not in found(desk, amendment)


def test_a_person_at_two_meetings_of_the_same_dates(desk: Desk, sample: SampleResult) -> None:
    person = member(desk, sample.meeting_id)
    other = desk.meetings.save(
        Meeting("SEM", "Seminar", start=date(2023, 9, 13), end=date(2023, 9, 20), city="Vienna")
    )
    desk.delegations.replace_all(other.id, desk.delegations.of(sample.meeting_id)[1:2])
    assert person.full_name in found(desk, sample.note_id)["person-elsewhere"].message
    desk.meetings.save(replace(other, start=date(2023, 9, 15)))
    assert "person-elsewhere" not in found(desk, sample.note_id)


def test_regrets_beside_a_delegation(desk: Desk, sample: SampleResult) -> None:
    regrets = desk.notes.create(NoteKind.REGRETS, sample.meeting_id, "en")
    assert "regrets-with-delegation" in found(desk, regrets)
    desk.delegations.replace_all(sample.meeting_id, ())
    assert "regrets-with-delegation" not in found(desk, regrets)


def test_passes_and_registrations(desk: Desk, sample: SampleResult) -> None:
    assert found(desk, sample.note_id)["not-registered"].severity is Severity.INFO
    members = desk.delegations.of(sample.meeting_id)
    desk.delegations.set_on_portal(members[0].id, DAY)
    told = found(desk, sample.note_id)["not-registered"]
    assert told.severity is Severity.WARNING
    assert members[0].person.full_name not in told.message
    for each in members[1:]:
        until = date(2023, 9, 14) if each is not members[1] else date(2023, 9, 13)
        desk.people.save(replace(each.person, grounds_pass_until=until))
    rules = found(desk, sample.note_id)
    assert "not-registered" not in rules
    assert members[1].person.full_name in rules["pass-expires"].message


def test_travel_to_another_city(desk: Desk, sample: SampleResult) -> None:
    assert "travel-not-arranged" not in found(desk, sample.note_id)
    meeting = desk.meetings.get(sample.meeting_id)
    desk.meetings.save(replace(meeting, city="Vientiane"))
    rules = [
        each for each in desk.notes.check(sample.note_id) if each.rule == "travel-not-arranged"
    ]
    assert rules
    for delegate in desk.delegations.of(sample.meeting_id):
        desk.delegations.set_travel_arranged(delegate.id, True)
    assert "travel-not-arranged" not in found(desk, sample.note_id)


def test_reports_and_declarations_against_entry_into_force(
    desk: Desk, sample: SampleResult
) -> None:
    assert sample.meeting_id
    report = desk.notes.create(NoteKind.ARTICLE7, None, "en")
    draft = desk.notes.draft(report)
    matter = replace(draft.matter, article=7, initial=True)
    desk.notes.update(report, replace(draft, matter=matter))
    assert "initial-report-late" in found(desk, report)
    desk.notes.update(report, replace(draft, matter=replace(draft.matter, article=7, year=2012)))
    assert "year-before-entry-into-force" in found(desk, report)
    declaration = desk.notes.create(NoteKind.COMPLIANCE, None, "en")
    draft = desk.notes.draft(declaration)
    matter = replace(draft.matter, article=3, until=date(2012, 6, 1))
    desk.notes.update(declaration, replace(draft, matter=matter))
    assert "completion-before-entry-into-force" in found(desk, declaration)
