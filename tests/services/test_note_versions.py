"""Versions of a draft: one for each pause, compared, and taken up again."""

from dataclasses import replace

import pytest

from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.note import Part
from ccmdesk.services.desk import Desk
from ccmdesk.services.sample import SampleResult


def typed(desk: Desk, note: int, text: str) -> None:
    draft = desk.notes.draft(note)
    desk.notes.update(note, replace(draft, body=(Part("statement"), Part("", text))))


def test_every_pause_is_kept_once(bare: Desk, sample: SampleResult) -> None:
    note = sample.note_id
    assert bare.versions.all(note) == []
    first = bare.versions.keep(note)
    assert first is not None
    assert bare.versions.keep(note) is None
    typed(bare, note, "First.")
    assert bare.versions.keep(note) is not None
    typed(bare, note, "Second.")
    assert bare.versions.keep(note) is not None
    kept = bare.versions.all(note)
    assert [version.id for version in kept] == [3, 2, 1]
    assert bare.versions.content(kept[1].id).body[-1].text == "First."
    assert bare.versions.content(kept[2].id).body == ()


def test_a_version_keeps_what_came_from_elsewhere(bare: Desk, sample: SampleResult) -> None:
    version = bare.versions.keep(sample.note_id)
    assert version is not None
    profile = bare.profile.required()
    bare.profile.save(replace(profile, emblem=None))
    for delegate in bare.delegations.of(sample.meeting_id)[1:]:
        bare.delegations.remove(delegate.id)
    old, new = bare.versions.compare(version.id)
    assert (len(old.delegates), len(new.delegates)) == (8, 1)
    assert old.emblem == profile.emblem
    assert new.emblem is None


def test_an_earlier_version_is_taken_up_and_undo_takes_that_back(
    bare: Desk, sample: SampleResult
) -> None:
    note = sample.note_id
    typed(bare, note, "First.")
    first = bare.versions.keep(note)
    assert first is not None
    typed(bare, note, "Second.")
    bare.versions.restore(note, first.id)
    assert bare.notes.draft(note).body[-1].text == "First."
    # What stood there is not lost.
    newest = bare.versions.all(note)[0]
    assert bare.versions.draft(newest.id).body[-1].text == "Second."
    assert bare.history.undo() == "Take up an earlier version"
    assert bare.notes.draft(note).body[-1].text == "Second."


def test_keeping_a_version_is_no_step_of_undo(bare: Desk, sample: SampleResult) -> None:
    typed(bare, sample.note_id, "First.")
    bare.versions.keep(sample.note_id)
    assert bare.history.undo() == "Edit the draft"


def test_an_issued_note_has_no_more_versions(bare: Desk, sample: SampleResult) -> None:
    version = bare.versions.keep(sample.note_id)
    assert version is not None
    bare.notes.issue(sample.note_id)
    with pytest.raises(RefusedError, match="issued note cannot be changed"):
        bare.versions.keep(sample.note_id)
    with pytest.raises(RefusedError, match="issued note cannot be changed"):
        bare.versions.restore(sample.note_id, version.id)
    with pytest.raises(InputError, match="not kept"):
        bare.versions.content(99)
