"""Amendments from the difference, and corrections."""

from dataclasses import replace
from datetime import date

import pytest

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.errors import RefusedError
from ccmdesk.domain.note import NoteKind
from ccmdesk.domain.note_matter import ChangeKind, Correction, EarlierNote
from ccmdesk.domain.person import Person
from ccmdesk.services.desk import Desk
from ccmdesk.services.sample import SampleResult


@pytest.fixture
def issued(bare: Desk, sample: SampleResult) -> int:
    """The sample's note, issued."""
    bare.notes.issue(sample.note_id)
    return sample.note_id


def leave(desk: Desk, sample: SampleResult, position: int = -1) -> Person:
    delegate = desk.delegations.of(sample.meeting_id)[position]
    desk.delegations.remove(delegate.id)
    return delegate.person


def test_the_difference_is_written_and_follows_the_list(
    bare: Desk, sample: SampleResult, issued: int
) -> None:
    gone = leave(bare, sample)
    note = bare.amendments.amend(issued)
    content = bare.notes.content(note)
    subject = bare.notes.line(issued).subject
    assert content.matter.earlier == EarlierNote("1/2023", date(2023, 8, 16), subject)
    [change] = content.matter.changes
    assert change.kind is ChangeKind.LEAVES
    assert change.before is not None
    assert change.before.person.full_name == gone.full_name
    joined = bare.people.save(Person("Newcomer", "Nina", "Ms.", "Legal Adviser"))
    bare.delegations.add(sample.meeting_id, joined.id, Role.EXPERT)
    kinds = [each.kind for each in bare.notes.content(note).matter.changes]
    assert kinds == [ChangeKind.JOINS, ChangeKind.LEAVES]
    assert bare.notes.pdf(note).startswith(b"%PDF")
    line = bare.notes.issue(note)
    assert line.number == "2/2023"
    sealed = bare.notes.content(note)
    leave(bare, sample)
    assert bare.notes.content(note) == sealed
    assert "Nina NEWCOMER" in "".join(part.text or "" for part in sealed.body)
    assert bare.safety.check(full=True).ok


def test_a_second_amendment_tells_only_what_is_new(
    bare: Desk, sample: SampleResult, issued: int
) -> None:
    leave(bare, sample)
    first = bare.amendments.amend(issued)
    bare.notes.issue(first)
    assert bare.amendments.changes(issued) == ()
    gone = leave(bare, sample)
    second = bare.amendments.amend(first)
    content = bare.notes.content(second)
    assert content.matter.earlier is not None
    assert content.matter.earlier.number == "1/2023"
    assert [each.before.person.full_name for each in content.matter.changes if each.before] == [
        gone.full_name
    ]
    bare.life.cancel(first, "Sent in error")
    assert len(bare.notes.content(second).matter.changes) == 2


def test_a_new_list_may_come_with_it_and_goes_with_undo(
    bare: Desk, sample: SampleResult, issued: int
) -> None:
    present = bare.delegations.of(sample.meeting_id)
    note = bare.amendments.amend(issued, [replace(each, role=each.role) for each in present[:3]])
    assert len(bare.delegations.of(sample.meeting_id)) == 3
    assert len(bare.notes.content(note).matter.changes) == len(present) - 3
    assert bare.history.undo() == "Start an amendment"
    assert bare.delegations.of(sample.meeting_id) == present


def test_a_correction_cites_the_note_it_corrects(bare: Desk, issued: int) -> None:
    wrong = Correction("Avatria", "Avataria", "the list of the delegation")
    note = bare.amendments.correct(issued, [wrong])
    content = bare.notes.content(note)
    assert content.kind is NoteKind.CORRECTION
    assert content.matter.corrections == (wrong,)
    assert content.matter.earlier is not None
    assert content.matter.earlier.number == "1/2023"
    assert bare.notes.draft(note).matter.corrections == (wrong,)
    bare.notes.issue(note)
    with pytest.raises(RefusedError, match="names no delegation"):
        bare.amendments.amend(note)


def test_what_is_not_issued_or_was_cancelled_has_no_amendment(
    bare: Desk, sample: SampleResult
) -> None:
    with pytest.raises(RefusedError, match="not issued yet"):
        bare.amendments.amend(sample.note_id)
    bare.notes.issue(sample.note_id)
    bare.life.cancel(sample.note_id, "Wrong meeting")
    for act in (bare.amendments.amend, bare.amendments.correct):
        with pytest.raises(RefusedError, match="was cancelled"):
            act(sample.note_id)


def test_a_note_is_copied_without_its_number(bare: Desk, sample: SampleResult, issued: int) -> None:
    copy = bare.amendments.copy(issued)
    draft = bare.notes.draft(copy)
    assert (draft.dated, draft.number, draft.kind) == (None, None, NoteKind.NOMINATION)
    assert bare.notes.issue(copy).number == "2/2023"


def test_a_member_marked_on_the_portal_stays_so(bare: Desk, sample: SampleResult) -> None:
    first = bare.delegations.of(sample.meeting_id)[0]
    bare.delegations.set_on_portal(first.id, date(2023, 8, 15))
    members = [Delegate(each.person, each.role) for each in bare.delegations.of(sample.meeting_id)]
    after = bare.delegations.replace_all(sample.meeting_id, members)
    assert [each.on_portal for each in after] == [date(2023, 8, 15), *[None] * 7]
