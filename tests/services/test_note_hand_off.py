"""What a note is handed on as: copies, e-mail, DOCX and back, text, slips."""

import io
from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from pypdf import PdfReader

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.errors import EnvironmentFault, InputError
from ccmdesk.domain.note import NoteKind, NoteState, Part
from ccmdesk.domain.note_life import Channel
from ccmdesk.domain.person import Person
from ccmdesk.services.desk import Desk
from ccmdesk.services.note_hand_off import PaperKind

HEAD = Person("Okoro", "Amina", "H.E. Ms.", "Ambassador", gender="f")


@pytest.fixture
def note(desk: Desk) -> int:
    """A draft that could be issued."""
    meeting_id = desk.meetings.adopt("11MSP").id
    desk.delegations.replace_all(meeting_id, [Delegate(HEAD, Role.HEAD)])
    return desk.notes.create(NoteKind.NOMINATION, meeting_id, "en")


def words(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_the_original_is_the_sealed_file_and_a_copy_says_the_same(desk: Desk, note: int) -> None:
    desk.notes.issue(note, date(2023, 8, 17))
    sealed = desk.hand_off.paper(note)
    assert sealed == desk.notes.pdf(note)
    for kind, mark in (
        (PaperKind.COURTESY, "Courtesy copy"),
        (PaperKind.CHRONO, "Chronological file copy"),
        (PaperKind.FILE, "File copy"),
    ):
        copy = words(desk.hand_off.paper(note, kind))
        assert mark in copy
        assert copy.replace(f"{mark} ", "").split() == words(sealed).split()


def test_preprinted_paper_leaves_the_letterhead_out(desk: Desk, note: int) -> None:
    desk.notes.issue(note, date(2023, 8, 17))
    said = words(desk.hand_off.paper(note, preprinted=True))
    whole = words(desk.hand_off.paper(note))
    assert len(said) < len(whole)
    assert "1/2023" in said
    assert "DRAFT" not in said
    assert said.split() == whole.split()[-len(said.split()) :]


def test_a_copy_of_a_draft_stays_marked_as_one(desk: Desk, note: int) -> None:
    assert "DRAFT" in words(desk.hand_off.paper(note, PaperKind.FILE))


def test_the_email_carries_the_sealed_file(desk: Desk, note: int) -> None:
    desk.notes.issue(note, date(2023, 8, 17))
    message = message_from_bytes(desk.hand_off.email(note), policy=policy.default)
    letter = desk.hand_off.letter(note)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == letter.subject
    assert "1/2023" in letter.subject
    (attached,) = message.iter_attachments()
    assert attached.get_content() == desk.notes.pdf(note)
    assert attached.get_filename() == desk.hand_off.file_name(note, "pdf")


def test_the_text_reads_as_the_paper(desk: Desk, note: int) -> None:
    text = desk.hand_off.text(note)
    assert "presents its compliments" in text
    assert "OKORO" in text


def test_slips(desk: Desk, note: int) -> None:
    desk.life.submit(note)
    routing = words(desk.hand_off.routing_slip(note))
    assert "Routing slip" in routing
    assert "Submitted" in routing
    desk.life.return_(note, "Amina", "The title.")
    desk.notes.issue(note, date(2023, 8, 17))
    delivery = words(desk.hand_off.delivery_slip(note, "1 original, 2 copies", Channel.POUCH))
    assert "1 original, 2 copies" in delivery
    assert "Diplomatic pouch" in delivery
    assert "1/2023" in delivery


def test_an_edited_docx_becomes_a_new_draft_and_the_note_stays(
    desk: Desk, note: int, tmp_path: Path
) -> None:
    from docx import Document

    desk.notes.issue(note, date(2023, 8, 17))
    path = tmp_path / desk.hand_off.file_name(note, "docx")
    path.write_bytes(desk.hand_off.docx(note))
    document = Document(str(path))
    paragraph = next(
        each
        for each in document.paragraphs
        if each.style is not None and each.style.name == "Note request"
    )
    paragraph.runs[0].text = "The Permanent Mission asks for one badge."
    for run in paragraph.runs[1:]:
        run.text = ""
    document.save(str(path))
    back = desk.hand_off.bring_back(note, path)
    assert back.note_id != note
    draft = desk.notes.draft(back.note_id)
    assert Part("request", "The Permanent Mission asks for one badge.") in draft.body
    assert (draft.number, draft.dated) == (None, None)
    assert desk.notes.state(back.note_id) is NoteState.DRAFT
    assert not back.delegation_changed
    assert desk.history.undo() == "Bring back an edited note"
    with pytest.raises(InputError):
        desk.notes.line(back.note_id)


def test_a_list_edited_in_the_document_becomes_the_delegation_until_undo(
    desk: Desk, note: int, tmp_path: Path
) -> None:
    from docx import Document

    path = tmp_path / "note.docx"
    path.write_bytes(desk.hand_off.docx(note))
    document = Document(str(path))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    run = next(
        run
        for cell in cells
        for paragraph in cell.paragraphs
        for run in paragraph.runs
        if run.text == "Ambassador"
    )
    run.text = "Minister"
    document.save(str(path))
    meeting = desk.notes.draft(note).meeting_id or 0
    back = desk.hand_off.bring_back(note, path)
    assert back.delegation_changed
    assert desk.delegations.of(meeting)[0].person.functional_title == "Minister"
    desk.history.undo()
    assert desk.delegations.of(meeting)[0].person.functional_title == "Ambassador"


def test_what_is_no_document_of_ours_is_said(desk: Desk, note: int, tmp_path: Path) -> None:
    path = tmp_path / "other.docx"
    with pytest.raises(EnvironmentFault, match="cannot be read"):
        desk.hand_off.bring_back(note, path)
    path.write_bytes(b"no document")
    with pytest.raises(InputError):
        desk.hand_off.bring_back(note, path)
    before = len(desk.notes.lines())
    assert before == 1


def test_every_language_can_be_handed_on(desk: Desk, note: int) -> None:
    for language in ("fr", "es", "ru", "ar", "zh"):
        desk.notes.update(note, replace(desk.notes.draft(note), language=language))
        assert desk.hand_off.text(note).strip()
        assert desk.hand_off.letter(note).subject.strip()
        assert desk.hand_off.docx(note).startswith(b"PK")
        for channel in Channel:
            assert desk.hand_off.delivery_slip(note, channel=channel).startswith(b"%PDF")
        assert desk.hand_off.paper(note, PaperKind.CHRONO).startswith(b"%PDF")
