"""Drafts the note verbale that carries a sealed report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ccmdesk.domain.article7 import Report, SealedReport
from ccmdesk.domain.errors import RefusedError
from ccmdesk.domain.note import Draft, NoteKind, NoteState, Part
from ccmdesk.domain.note_kinds import REQUEST, STATEMENT
from ccmdesk.domain.note_matter import Matter
from ccmdesk.domain.profile import Profile
from ccmdesk.services.acts import Act
from ccmdesk.services.notes import NotesService
from ccmdesk.store.note_rows import add_note
from ccmdesk.store.transmittal_rows import StoredTransmittal, add_transmittal, load_transmittals


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be transmitted, and what the officer decided about the note."""

    sealed: SealedReport
    report: Report
    profile: Profile
    on: date | None
    language: str
    number: str | None


def note_carrying(act: Act, order: Order, notes: NotesService) -> int:
    """Return the note that carries the report: the one begun, or a new draft.

    Raises RefusedError where the report went or was submitted, perhaps from elsewhere just now.
    """
    under_way = note_under_way(load_transmittals(act.connection, sealed_id=order.sealed.id))
    refuse_over(under_way)
    if under_way is not None:
        return under_way.note_id
    # The words of the papers are loaded when they are first needed.
    from ccmdesk.documents.report_email import enclosure

    report, language = order.report, order.language or order.profile.language
    year = 0 if report.initial else int(report.period)
    draft = Draft(
        NoteKind.ARTICLE7,
        language,
        dated=order.on,
        matter=Matter(article=7, year=year, initial=report.initial),
        enclosures=(enclosure(report, order.sealed.version, language),),
        number=order.number,
        body=_body(act, order, language),
    )
    notes.refuse_impossible(act.connection, draft)
    note_id = add_note(act.unit, draft, act.at)
    add_transmittal(act.unit, order.sealed.id, note_id, act.at)
    return note_id


def note_under_way(found: Sequence[StoredTransmittal]) -> StoredTransmittal | None:
    """Return the note that counts: the last one that was not cancelled."""
    alive = [each for each in found if each.state is not NoteState.CANCELLED]
    return alive[-1] if alive else None


def refuse_over(under_way: StoredTransmittal | None) -> None:
    """Raise RefusedError where the report went with a note, or one waits for its approval."""
    if under_way is None:
        return
    if under_way.state.sealed:
        raise RefusedError(
            f"The report went with note {under_way.number} already; what changes is said in a"
            " correction of the report.",
            "report",
        )
    if under_way.state is NoteState.SUBMITTED:
        raise RefusedError(
            f"Note {under_way.note_id}, which carries the report, waits for its approval; have it"
            " approved or returned, then transmit again.",
            "report",
        )


def _body(act: Act, order: Order, language: str) -> tuple[Part, ...]:
    """Return the paragraphs of the note: a correction names the note it goes after."""
    went = [
        each
        for each in load_transmittals(act.connection, report_id=order.sealed.report_id)
        if each.state.sealed and each.state is not NoteState.CANCELLED
    ]
    if not went or went[-1].dated is None:
        return ()
    from ccmdesk.documents.report_email import replaced

    said = replaced(went[-1].number, went[-1].dated, language, order.profile.layout)
    return (Part(STATEMENT), Part(text=said), Part(REQUEST))
