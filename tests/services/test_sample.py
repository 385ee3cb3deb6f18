"""The sample dossier: a real meeting, an invented delegation, ready for the officer to look at."""

from datetime import date

import pytest

from ccmdesk.domain.delegation import heads
from ccmdesk.domain.errors import RefusedError
from ccmdesk.domain.finding import blocking
from ccmdesk.services.desk import Desk
from ccmdesk.services.sample import SampleResult, build_sample


def test_the_facts_of_the_convening_note_are_those_of_its_text(
    bare: Desk, sample: SampleResult
) -> None:
    meeting = bare.meetings.get(sample.meeting_id)
    note = meeting.convening
    [paper] = bare.incoming.all()
    assert paper.id == sample.paper_id
    assert (note.reference, note.dated) == ("ODA/2023-00050", date(2023, 3, 21))
    assert (meeting.start, meeting.end) == (date(2023, 9, 11), date(2023, 9, 14))
    assert note.delegation_due == date(2023, 8, 31)
    told = (note.reference, note.sender, note.email, note.delegation_due_as_written, *note.address)
    for fact in (*told, "from 11 to 14 September 2023", "21 March 2023", meeting.name):
        assert fact in paper.text


def test_the_delegation_is_invented_and_ready(bare: Desk, sample: SampleResult) -> None:
    delegates = bare.delegations.of(sample.meeting_id)
    assert len(delegates) == 8
    [head] = heads(delegates)
    assert head.person.style == "H.E. Ms."
    assert delegates[0] == head
    assert all(each.person.email.endswith("@example.org") for each in delegates)
    assert all(each.person.functional_title for each in delegates)
    profile = bare.profile.required()
    assert profile.sample
    assert profile.emblem is not None
    assert profile.state_iso3 == "XAV"
    assert bare.states.get("XAV").entry_into_force == date(2013, 1, 1)


def test_its_note_can_be_issued_and_warns_of_the_weekday(bare: Desk, sample: SampleResult) -> None:
    findings = bare.notes.check(sample.note_id)
    assert blocking(findings) == []
    assert "weekday-conflict" in [finding.rule for finding in findings]
    line = bare.notes.issue(sample.note_id)
    assert (line.number, line.dated) == ("1/2023", date(2023, 8, 16))


def test_it_can_be_built_with_its_note_issued(bare: Desk) -> None:
    built = build_sample(bare, issue=True)
    assert built.number == "1/2023"
    assert bare.history.undo_label is None
    assert bare.safety.check(full=True).ok


def test_it_never_mixes_with_a_mission(desk: Desk) -> None:
    before = desk.profile.get()
    with pytest.raises(RefusedError, match="folder of its own"):
        build_sample(desk)
    assert desk.profile.get() == before
