"""Kept versions of a draft: one for every pause, to be looked at, compared and taken up again."""

import json
from dataclasses import dataclass
from datetime import datetime

from ccmdesk.domain.note import Draft, NoteContent
from ccmdesk.services.acts import Acts
from ccmdesk.services.note_composing import NoteComposer, canonical
from ccmdesk.services.notes import refuse_unless_draft
from ccmdesk.store.draft_values import draft_from_record, draft_record
from ccmdesk.store.image_rows import keep_image
from ccmdesk.store.note_rows import load_note, update_note
from ccmdesk.store.unit_of_work import UnitOfWork
from ccmdesk.store.version_rows import keep_version, list_versions, load_version


@dataclass(frozen=True, slots=True)
class Version:
    """A kept version of a note."""

    id: int
    note_id: int
    kept_at: datetime


class VersionsService:
    """Keep versions of drafts and take them up again."""

    def __init__(self, acts: Acts, composer: NoteComposer) -> None:
        self._acts = acts
        self._composer = composer

    def keep(self, note_id: int) -> Version | None:
        """Keep what a draft says now; None where the newest version says the same.

        To be called at each pause; it is no act of the officer's and undo does not meet it.
        """
        at = self._acts.clock.now()
        with self._acts.aside() as unit:
            refuse_unless_draft(load_note(unit.connection, note_id).state)
            version_id = keep(unit, self._composer, note_id, at)
        return None if version_id is None else Version(version_id, note_id, at)

    def all(self, note_id: int) -> list[Version]:
        """Return the kept versions of a note, the newest first."""
        with self._acts.reading() as connection:
            return [
                Version(version_id, note_id, kept_at)
                for version_id, kept_at in list_versions(connection, note_id)
            ]

    def content(self, version_id: int) -> NoteContent:
        """Return what a version printed; raises InputError for an unknown id."""
        with self._acts.reading() as connection:
            data = json.loads(load_version(connection, version_id).text)["content"]
            return self._composer.thawed(connection, data)

    def draft(self, version_id: int) -> Draft:
        """Return what the officer had decided in a version."""
        with self._acts.reading() as connection:
            text = load_version(connection, version_id).text
        return draft_from_record(json.loads(text)["draft"])

    def compare(self, old_id: int, new_id: int | None = None) -> tuple[NoteContent, NoteContent]:
        """Return the contents of two versions; without the second, that of the note as it is."""
        old = self.content(old_id)
        if new_id is not None:
            return old, self.content(new_id)
        with self._acts.reading() as connection:
            note_id = load_version(connection, old_id).note_id
            return old, self._composer.content(connection, note_id)

    def restore(self, note_id: int, version_id: int) -> Draft:
        """Make a draft what it was in a version, until undo takes that back.

        What stood there is kept as a version first. Raises RefusedError for any note but a draft.
        """
        draft = self.draft(version_id)
        now = self._acts.clock.now()
        with self._acts.act("note.restore", "Take up an earlier version", "notes") as act:
            act.subject = f"note/{note_id}"
            refuse_unless_draft(load_note(act.connection, note_id).state)
            keep(act.unit, self._composer, note_id, now)
            update_note(act.unit, note_id, draft, now)
        return draft


def keep(unit: UnitOfWork, composer: NoteComposer, note_id: int, at: datetime) -> int | None:
    """Keep what a note says inside a transaction; None where the newest version says the same."""
    draft = load_note(unit.connection, note_id).draft
    content = composer.composed(unit.connection, draft)
    emblem = keep_image(unit.connection, content.emblem) if content.emblem else None
    text = canonical(
        {"content": composer.frozen_data(content, emblem), "draft": draft_record(draft)}
    )
    return keep_version(unit, note_id, text, at)
