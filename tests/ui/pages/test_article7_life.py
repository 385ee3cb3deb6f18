"""An Article 7 report on its way: sealed, transmitted in one act, sent with proof, corrected."""

import email
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from ccmdesk.domain.article7 import FormContent, Report
from ccmdesk.domain.duty import DutyStatus
from ccmdesk.domain.profile import StandIn
from ccmdesk.ui.dialogs.issue_note import facts_of
from ccmdesk.ui.dialogs.seal_report import CorrectReportDialog, MissingDialog, SealReportDialog
from ccmdesk.ui.dialogs.transmit_report import SentReportDialog, TransmitReportDialog
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.article7_workspace import ReportWorkspace
from tests.ui.desks import focused, open_window, press, write
from tests.ui.pages.note_editing import agree
from tests.ui.pages.report_desks import (
    back_to,
    filled,
    open_dialog,
    open_space,
    page_of,
    settled,
    wait_closed,
)

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


def seal(qtbot: QtBot, window: MainWindow, report: Report) -> ReportWorkspace:
    """Seal a report by keyboard and return its workspace."""
    space = open_space(qtbot, window, report)
    press(Qt.Key.Key_Return, modifier=CTRL)
    dialog = open_dialog(qtbot, SealReportDialog)
    assert focused() is dialog.yes
    agree()
    qtbot.waitUntil(lambda: space.report is not None and space.report.locked, timeout=30_000)
    settled(qtbot, window, space)
    back_to(qtbot, window)
    return space


def test_a_report_that_lacks_something_is_not_sealed_and_says_who_holds_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    report = filled(window.desk, "2022")
    form = replace(report.form("C"), content=FormContent())
    window.desk.reports.save_form(report.id, form)
    space = open_space(qtbot, window, report)
    press(Qt.Key.Key_Return, modifier=CTRL)
    dialog = open_dialog(qtbot, MissingDialog)
    (row,) = dialog.rows
    assert "Form C says nothing yet" in row.name.text()
    assert row.second.text() == "Ministry of Defence"
    agree()
    qtbot.waitUntil(lambda: space.forms.letter() == "C")
    back_to(qtbot, window)
    press(Qt.Key.Key_Return, modifier=CTRL)
    open_dialog(qtbot, MissingDialog).yes.click()
    qtbot.waitUntil(space.letters.isVisible)
    assert window.desk.reports.sealed(report.id) == []


def test_a_report_goes_from_the_seal_to_its_proof_and_is_corrected(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    desk = window.desk
    space = seal(qtbot, window, filled(desk, "2022"))
    report = space.report
    assert report is not None
    (first,) = desk.reports.sealed(report.id)
    assert space.sealed.isVisible()
    assert not space.forms.isVisible()
    assert space.paper.bytes == desk.reports.sealed_pdf(first.id)

    # Transmitted in one act.
    assert space.head.next_step.text() == "Transmit…"
    press(Qt.Key.Key_Return, modifier=CTRL)
    open_dialog(qtbot, TransmitReportDialog)
    agree()
    qtbot.waitUntil(lambda: space.head.next_step.text().startswith("Record"), timeout=30_000)
    wait_closed(qtbot, TransmitReportDialog)
    (went,) = desk.transmittals.of(report.id)
    assert space.sealed.acts["open"].isVisible()
    assert desk.notes.line(went.note_id).number == went.number

    # The e-mail: its text in the clipboard, the message in a file.
    space.sealed.acts["text"].click()
    said = desk.transmittals.mail(first.id)
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == said.text, timeout=10_000)
    path = tmp_path / "report.eml"
    space.acts.handing.save_email_to(path)
    qtbot.waitUntil(path.exists, timeout=10_000)
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    assert message["To"] == "ccm@un.org"
    assert message["Cc"] == "info@cmconvention.org"
    attached = [part.get_payload(decode=True) for part in message.iter_attachments()]
    assert desk.reports.sealed_pdf(first.id) in attached

    # Sent, with its proof.
    back_to(qtbot, window)
    press(Qt.Key.Key_Return, modifier=CTRL)
    sent = open_dialog(qtbot, SentReportDialog)
    sent.on.setText("2023-12-31")
    sent.yes.click()
    assert "still to come" in sent.fields["on"].error.text()
    sent.on.setText("2023-08-16")
    sent.receipt.setText("Receipt 77")
    proof = tmp_path / "receipt.txt"
    proof.write_text("received")
    sent.file.take(proof)
    sent.yes.click()
    qtbot.waitUntil(lambda: space.sealed.state.text() == "Sent")
    tracked = desk.deadlines.duty(report.duty_key)
    assert tracked.status is DutyStatus.DONE
    assert tracked.record is not None
    assert tracked.record.done_on == date(2023, 8, 16)
    assert went.number in tracked.record.proof

    # A receipt that comes later is added to the proof.
    space.sealed.acts["receipt"].click()
    later = open_dialog(qtbot, SentReportDialog)
    assert focused() is later.receipt
    write("Receipt 78")
    later.yes.click()
    record = desk.deadlines.duty(report.duty_key).record
    assert record is not None
    assert "Receipt 78" in record.proof
    assert len(desk.life.steps(went.note_id)) == 2

    # A correction is a version of its own, with its reason.
    space.sealed.correct.click()
    correct = open_dialog(qtbot, CorrectReportDialog)
    correct.yes.click()
    assert correct.fields["reason"].error.text()
    write("A lot was counted twice.")
    correct.yes.click()
    settled(qtbot, window, space)
    assert space.forms.isVisible()
    assert "A lot was counted twice." in space.whole.correction.words.text()
    assert space.head.next_step.text() == "Seal version 2…"
    assert "remove" not in {
        each.objectName() for each in space.head.menu.actions() if each.isVisible()
    }
    window.undo()
    qtbot.waitUntil(space.sealed.isVisible)
    window.redo()
    qtbot.waitUntil(space.forms.isVisible)
    space.go_to("A")
    space.form.text.setPlainText("Act 12, once.")
    settled(qtbot, window, space)
    space.forms.setFocus()
    back_to(qtbot, window)
    space = seal(qtbot, window, desk.reports.get(report.id))
    assert [row.name.text() for row in space.sealed.rows] == ["Version 2", "Version 1"]
    # The duty is met by the first version; the list tells that the second has not left.
    (row,) = [each for each in page_of(window).list.read() if each.period == "2022"]
    assert row.state[0] == "version 2 not sent"
    assert row.waits == "its transmittal"
    space.sealed.version_wanted.emit(first.id)
    settled(qtbot, window, space)
    assert space.paper.bytes == desk.reports.sealed_pdf(first.id)


def test_a_note_that_is_approved_first_is_submitted_then_transmitted(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk = window.desk
    chief = StandIn("Amina Okoro", "Permanent Representative")
    desk.profile.save(replace(desk.profile.required(), approval=True, approvers=(chief,)))
    space = seal(qtbot, window, filled(desk, "2022"))
    press(Qt.Key.Key_Return, modifier=CTRL)
    dialog = open_dialog(qtbot, TransmitReportDialog)
    assert dialog.to is not None
    assert dialog.to.currentData() == "Amina Okoro"
    dialog.yes.click()
    qtbot.waitUntil(lambda: space.head.next_step.text() == "Show the note", timeout=30_000)
    wait_closed(qtbot, TransmitReportDialog)
    assert space.report is not None
    (went,) = desk.transmittals.of(space.report.id)
    assert went.number == ""
    # Who issues the note from its own page is told of the report, not of a delegation.
    told = [line.caption for line in facts_of("1/2023", desk.notes.content(went.note_id))]
    assert "Enclosure" in told
    assert "Delegation" not in told
    desk.life.approve(went.note_id, "Amina Okoro")
    qtbot.waitUntil(lambda: space.head.next_step.text() == "Transmit…", timeout=10_000)
    space.head.next_step.click()
    open_dialog(qtbot, TransmitReportDialog).yes.click()
    qtbot.waitUntil(lambda: space.head.next_step.text().startswith("Record"), timeout=30_000)
    wait_closed(qtbot, TransmitReportDialog)


def test_a_sealed_report_is_opened_with_its_life_and_its_paper(
    qtbot: QtBot, window: MainWindow
) -> None:
    reports = window.desk.reports
    sealed = reports.seal(filled(window.desk, "2022").id)
    other = filled(window.desk, "2021")
    space = open_space(qtbot, window, other)
    space = open_space(qtbot, window, reports.get(sealed.report_id))
    assert space.sealed.isVisible()
    assert not space.whole.isVisible()
    assert focused() is space.head.next_step
    assert space.paper.bytes == reports.sealed_pdf(sealed.id)
    press(Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    assert space.sealed.isVisible()
    press(Qt.Key.Key_Escape)
    assert not space.isVisible()
    space = open_space(qtbot, window, other)
    assert space.forms.isVisible()


def test_a_note_that_is_refused_says_so_in_the_dialog(qtbot: QtBot, window: MainWindow) -> None:
    space = seal(qtbot, window, filled(window.desk, "2022"))
    space.acts.handing.ask_to_transmit()
    dialog = open_dialog(qtbot, TransmitReportDialog)
    dialog.on.setText("31 Februrary")
    dialog.yes.click()
    assert dialog.fields["on"].error.text()
    dialog.on.setText("1 January 2022")
    dialog.yes.click()
    qtbot.waitUntil(lambda: dialog.isEnabled() and bool(dialog.fields["on"].error.text()))
    assert "sealed on" in dialog.fields["on"].error.text()
    dialog.reject()
    settled(qtbot, window, space)


def test_a_report_that_was_sealed_elsewhere_meanwhile_is_shown_as_it_is(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk = window.desk
    report = filled(desk, "2022")
    space = open_space(qtbot, window, report)
    press(Qt.Key.Key_Return, modifier=CTRL)
    dialog = open_dialog(qtbot, SealReportDialog)
    told = [each.text() for each in dialog.facts.findChildren(QLabel)]
    assert "1 filled, 8 with nothing to declare" in told
    desk.reports.seal(report.id)
    agree()
    box = open_dialog(qtbot, QMessageBox)
    assert "sealed already" in box.informativeText()
    box.reject()
    back_to(qtbot, window)
    assert space.sealed.isVisible()
    assert focused() is space.head.next_step
    assert "saved" not in space.head.sentence.text()


def test_a_correction_opened_by_mistake_is_dropped(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk
    report = filled(desk, "2022")
    desk.reports.seal(report.id)
    desk.reports.correct(report.id, "A figure was wrong.")
    space = open_space(qtbot, window, report)
    (drop,) = [each for each in space.head.menu.actions() if each.objectName() == "drop"]
    assert drop.isVisible()
    drop.trigger()
    qtbot.waitUntil(space.sealed.isVisible)
    assert focused() is space.head.next_step
    window.undo()
    qtbot.waitUntil(space.forms.isVisible)
    settled(qtbot, window, space)
