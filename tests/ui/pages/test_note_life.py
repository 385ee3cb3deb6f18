"""The life of a note by keyboard: submit, return, approve, issue, dispatch, acknowledge, cancel."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ccmdesk.domain.note import NoteState
from ccmdesk.domain.note_life import Channel, StepKind
from ccmdesk.domain.profile import Series, StandIn
from ccmdesk.domain.register import NumberPattern
from ccmdesk.ui.dialogs.issue_note import IssueNoteDialog
from ccmdesk.ui.dialogs.note_step import ProofField, StepDialog
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.note_editor import NoteEditor
from tests.ui.desks import focused, open_window, press, tab_to, write
from tests.ui.pages.note_editing import (
    CTRL,
    agree,
    issue_by_keyboard,
    issue_question,
    open_editor,
    select_all_and_write,
    settled,
)

AMBASSADOR = StandIn("Amina Okoro", "Permanent Representative", end=date(2023, 8, 10))
CHARGE = StandIn(
    "Chidi Bello", "Chargé d’affaires a.i.", "Amina Okoro", date(2023, 8, 11), date(2023, 8, 31)
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


@pytest.fixture
def editor(qtbot: QtBot, window: MainWindow) -> NoteEditor:
    return open_editor(qtbot, window)


@pytest.fixture
def approving(qtbot: QtBot, window: MainWindow) -> NoteEditor:
    """The editor of a mission where notes are approved."""
    profile = window.desk.profile.required()
    window.desk.profile.save(replace(profile, approval=True, approvers=(AMBASSADOR, CHARGE)))
    return open_editor(qtbot, window)


def next_step(qtbot: QtBot, editor: NoteEditor) -> StepDialog:
    """Press the key of the next step and return the dialog that asks."""
    press(Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: step_dialog(editor) is not None)
    found = step_dialog(editor)
    assert found is not None
    return found


def step_dialog(editor: NoteEditor) -> StepDialog | None:
    focus = QApplication.focusWidget()
    found = [each for each in editor.findChildren(StepDialog) if each.isVisible()]
    return next((each for each in found if focus and each.isAncestorOf(focus)), None)


def taken(qtbot: QtBot, window: MainWindow, editor: NoteEditor, state: NoteState) -> None:
    """Agree, and wait until the note stands so; the keyboard comes back to the window."""
    agree()
    qtbot.waitUntil(lambda: editor.line is not None and editor.line.state is state)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def told(editor: NoteEditor) -> list[str]:
    return [row.words.text() for row in editor.sealed.life.timeline.rows]


def test_the_whole_way_through_the_house(
    qtbot: QtBot, window: MainWindow, approving: NoteEditor, tmp_path: Path
) -> None:
    editor, life = approving, window.desk.life
    note = editor.note_id
    assert editor.head.next_step.text() == "Submit…"
    dialog = next_step(qtbot, editor)
    taken(qtbot, window, editor, NoteState.SUBMITTED)
    assert life.steps(note)[-1].recipient == "Chidi Bello"
    assert told(editor) == ["Submitted to Chidi Bello", "Next: approval"]
    assert editor.head.next_step.text() == "Approve…"
    assert focused() is editor.head.next_step

    tab_to("Return…")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: step_dialog(editor) is not None)
    asked = step_dialog(editor)
    assert asked is not None
    press(Qt.Key.Key_Return, modifier=CTRL)
    assert asked.fields["reason"].error.text() == "Give the reason; it stays in the record."
    write("The second title is wrong.")
    press(Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: editor.line is not None and editor.line.state is NoteState.DRAFT)
    assert editor.returned.words.text().startswith("Returned: The second title is wrong. (")
    assert "Chidi Bello" in editor.returned.words.text()
    assert not editor.sealed_shown
    window.activateWindow()
    settled(qtbot, window, editor)

    dialog = next_step(qtbot, editor)
    taken(qtbot, window, editor, NoteState.SUBMITTED)
    dialog = next_step(qtbot, editor)
    assert "Stands in for Amina Okoro until Thu 31 August 2023" in dialog.fields["by"].help.text()
    taken(qtbot, window, editor, NoteState.APPROVED)
    step = life.steps(note)[-1]
    assert (step.by, step.on_behalf_of) == ("Chidi Bello", "Amina Okoro")

    press(Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: issue_question(editor) is not None)
    agree()
    qtbot.waitUntil(
        lambda: editor.line is not None and editor.line.state is NoteState.ISSUED, timeout=10_000
    )
    assert editor.sealed.number.text() == "Note 1/2023"
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    dialog = next_step(qtbot, editor)
    # The channel by its letter, as in every box of choices.
    write("D")
    assert dialog.fields["tracking"].isVisible()
    tab_to("Number of the bag")
    write("BAG 17")
    proof = dialog.fields["proof"]
    assert isinstance(proof, ProofField)
    receipt = tmp_path / "receipt.pdf"
    receipt.write_bytes(b"%PDF-1.4 stamped")
    proof.take(receipt)
    taken(qtbot, window, editor, NoteState.DISPATCHED)
    step = life.steps(note)[-1]
    assert (step.channel, step.tracking, step.proof_name) == (
        Channel.POUCH,
        "BAG 17",
        "receipt.pdf",
    )
    assert life.proof(step.id).data == b"%PDF-1.4 stamped"

    dialog = next_step(qtbot, editor)
    tab_to("In what words (may be left out)")
    write("ODA/2023-00077")
    press(Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: editor.line is not None and editor.line.state.value == "acknowledged")
    assert told(editor) == [
        "Submitted to Chidi Bello",
        "Returned",
        "Submitted to Chidi Bello",
        "Approved",
        "Issued and sealed",
        "Dispatched: Diplomatic pouch",
        "Acknowledged",
    ]
    assert editor.head.next_step.text() == "Save the PDF…"
    assert window.desk.safety.check(full=True).ok


def test_a_second_way_of_dispatch_and_a_cancellation(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    issue_by_keyboard(qtbot, window, editor)
    assert editor.head.next_step.text() == "Record dispatch…"
    dialog = next_step(qtbot, editor)
    recipient = dialog.fields["recipient"].editor
    assert recipient.property("text") == "ccm@un.org"
    taken(qtbot, window, editor, NoteState.DISPATCHED)
    tab_to("Dispatched by another way too…")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: step_dialog(editor) is not None)
    write("B")
    agree()
    qtbot.waitUntil(lambda: "Dispatched: By hand" in told(editor))
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    tab_to("Cancel the note…")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: step_dialog(editor) is not None)
    write("Written in error.")
    press(Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: editor.line is not None and editor.line.state.value == "cancelled")
    assert editor.sealed.issued.text().endswith("then cancelled; number and line stay")
    assert editor.head.next_step.text() == "Copy as a new note"
    assert not editor.sealed.amend.isVisible()
    assert window.desk.notes.line(editor.note_id).number == "1/2023"


def test_what_cannot_have_happened_is_said_at_its_field(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    issue_by_keyboard(qtbot, window, editor)
    dialog = next_step(qtbot, editor)
    tab_to("When")
    for typed, said in (
        ("1 September 2023", "That time lies ahead"),
        ("1 August 2023", "dated 16 August 2023"),
        ("31 June 2023", "does not exist"),
        ("", "Say on which day"),
    ):
        select_all_and_write(typed) if typed else press(Qt.Key.Key_A, modifier=CTRL)
        if not typed:
            press(Qt.Key.Key_Delete)
        dialog.yes.click()
        assert said in dialog.fields["at"].error.text()
    select_all_and_write("16 August 2023")
    tab_to("Hour")
    select_all_and_write("25:00")
    dialog.yes.click()
    assert "no hour" in dialog.fields["at"].error.text()
    assert window.desk.notes.state(editor.note_id) is NoteState.ISSUED


def test_a_proof_that_is_gone_is_a_sentence(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor, tmp_path: Path
) -> None:
    issue_by_keyboard(qtbot, window, editor)
    dialog = next_step(qtbot, editor)
    proof = dialog.fields["proof"]
    assert isinstance(proof, ProofField)
    proof.take(tmp_path / "gone.pdf")
    dialog.yes.click()
    assert "gone.pdf” cannot be read" in dialog.notice.words.text()
    empty = tmp_path / "empty.pdf"
    empty.touch()
    proof.take(empty)
    dialog.yes.click()
    assert "empty" in proof.error.text()
    assert window.desk.notes.state(editor.note_id) is NoteState.ISSUED


def test_cancelling_a_dialog_records_nothing(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    issue_by_keyboard(qtbot, window, editor)
    next_step(qtbot, editor)
    press(Qt.Key.Key_Escape)
    assert [step.kind for step in window.desk.life.steps(editor.note_id)] == [StepKind.ISSUED]


def test_another_register_or_a_number_of_ones_own_is_chosen_where_it_is_issued(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    profile = window.desk.profile.required()
    visas = Series("Visas", NumberPattern("V-{n}/{year}"))
    window.desk.profile.save(replace(profile, series=(visas,)))
    settled(qtbot, window, editor)
    press(Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: issue_question(editor) is not None)
    dialog = issue_question(editor)
    assert isinstance(dialog, IssueNoteDialog)
    dialog.other_number.click()
    dialog.number.source.setCurrentIndex(1)
    assert dialog.yes.text() == "Issue note V-1/2023"
    dialog.number.source.setCurrentIndex(2)
    assert not dialog.yes.isEnabled()
    dialog.number.number.setFocus()
    write("P-77")
    assert dialog.yes.text() == "Issue note P-77"
    agree()
    qtbot.waitUntil(lambda: editor.sealed_shown, timeout=10_000)
    assert window.desk.notes.line(editor.note_id).number == "P-77"


def test_a_mission_without_approval_may_submit_all_the_same(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    assert editor.head.next_step.text() == "Issue…"
    editor.head.menu.aboutToShow.emit()
    (submit,) = [each for each in editor.head.menu.actions() if each.objectName() == "submit"]
    assert submit.isVisible()
    submit.trigger()
    qtbot.waitUntil(lambda: step_dialog(editor) is not None)
    taken(qtbot, window, editor, NoteState.SUBMITTED)
