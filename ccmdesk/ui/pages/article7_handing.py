"""Hands a report on: letters to the ministries, the transmittal, the e-mail, and its proof."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from ccmdesk.domain.article7 import Report, SealedReport
from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.domain.note import NoteState
from ccmdesk.services.note_comparison import write_paper
from ccmdesk.services.report_addresses import secretariat_email, support_unit
from ccmdesk.services.transmittals import Transmittal, Transmitted
from ccmdesk.ui import printing
from ccmdesk.ui.dialogs.transmit_report import (
    SentReportDialog,
    TransmitReportDialog,
    TransmittalPlan,
    TransmittalWish,
)
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_steps import NoteSteps
from ccmdesk.ui.pages.article7_letters import REQUEST, LettersDesk
from ccmdesk.ui.pages.article7_sealed import ReportSealed, SealedView
from ccmdesk.ui.paper_output import PaperOutput
from ccmdesk.ui.report_words import title_of
from ccmdesk.ui.shell import Shell

if TYPE_CHECKING:
    from ccmdesk.ui.pages.article7_workspace import ReportWorkspace


class ReportHanding(QObject):
    """What leaves the house around a report.

    Signals: `next_wanted` to begin the next report.
    """

    next_wanted = Signal()

    def __init__(self, shell: Shell, workspace: "ReportWorkspace", output: PaperOutput) -> None:
        super().__init__(workspace)
        self._shell, self._space, self._output = shell, workspace, output
        self._steps = NoteSteps(shell, workspace)
        self._view: SealedView | None = None
        self._transmittal: Transmittal | None = None
        self.dialog: TransmitReportDialog | SentReportDialog | None = None

    def serve(self, sealed: ReportSealed) -> None:
        """Offer the acts on the page of a sealed report."""
        sealed.offer(
            (
                ("open", tr("Open the e-mail"), "mail", self.open_email),
                ("subject", tr("Copy its subject"), "copy", self.copy_subject),
                ("text", tr("Copy its text"), "copy", self.copy_text),
                ("eml", tr("Save the e-mail…"), "download", self.save_email),
                ("pdf", tr("Save the report’s PDF…"), "download", self.save_pdf),
                ("receipt", tr("Add a receipt…"), "paperclip", self.ask_sent),
            )
        )
        sealed.next_wanted.connect(self.next_wanted)
        sealed.note_wanted.connect(lambda note_id: self._shell.go("notes", note_id))
        sealed.proof_wanted.connect(self._steps.show_proof)
        sealed.copied.connect(lambda: self._shell.say(tr("The SHA-256 is in the clipboard")))

    def show(self, report: Report, versions: Sequence[SealedReport]) -> None:
        """Show what became of a sealed report, and offer what follows."""
        desk, newest = self._shell.desk, versions[-1]
        alive = [
            each
            for each in desk.transmittals.of(report.id)
            if each.sealed_id == newest.id and each.state is not NoteState.CANCELLED
        ]
        self._transmittal = alive[-1] if alive else None
        went = self._transmittal
        self._view = SealedView(
            report,
            tuple(versions),
            went.note_id if went else 0,
            went.number if went else "",
            tuple(desk.life.steps(went.note_id)) if went else (),
            went is not None and went.sent_on is not None and went.met,
        )
        self._space.sealed.show_view(self._view)
        self._space.head.show_step(*self._next_step())

    def take_next_step(self) -> None:
        """Transmit the report, go to its note, record that it was sent, or save it."""
        went = self._transmittal
        if went is None or went.state is NoteState.APPROVED:
            self.ask_to_transmit()
        elif not went.state.sealed:
            self._shell.go("notes", went.note_id)
        elif went.sent_on is None or not went.met:
            self.ask_sent()
        else:
            self.save_pdf()

    def _next_step(self) -> tuple[str, str, str]:
        went = self._transmittal
        if went is None or went.state is NoteState.APPROVED:
            return tr("Transmit…"), "send", tr("Note verbale, report and e-mail in one act")
        if not went.state.sealed:
            return tr("Show the note"), "file-text", tr("The note waits for its approval")
        if went.sent_on is None or not went.met:
            return tr("Record that it was sent…"), "check", tr("Day, channel and proof")
        return tr("Save the PDF…"), "download", tr("Save the sealed report")

    # The transmittal

    def ask_to_transmit(self) -> None:
        """Ask how the note shall be, then transmit."""
        view, desk = self._view, self._shell.desk
        if view is None:
            return
        profile, today = desk.profile.required(), desk.clock.today()
        went, sealed = self._transmittal, view.versions[-1]
        plan = TransmittalPlan(
            view.report,
            sealed,
            desk.notes.next_number(today),
            today,
            profile.language,
            secretariat_email(),
            support_unit().email,
            profile.approval,
            went is not None and went.state is NoteState.APPROVED,
            desk.life.approvers() if profile.approval else (),
        )
        dialog = TransmitReportDialog(
            self._space,
            plan,
            lambda wish, done, failed: self._transmit(sealed, wish, done, failed),
        )
        dialog.transmitted.connect(self._on_transmitted)
        self.dialog = dialog
        dialog.open()

    def _transmit(
        self,
        sealed: SealedReport,
        wish: TransmittalWish,
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
    ) -> None:
        transmittals = self._shell.desk.transmittals
        self._shell.run(
            lambda: transmittals.transmit(
                sealed.id,
                on=wish.on,
                language=wish.language,
                number=wish.number,
                to=wish.to,
            ),
            done,
            failed,
        )

    def _on_transmitted(self, transmitted: Transmitted) -> None:
        self._space.look_again()
        self._space.take_focus()
        if transmitted.line is None:
            self._shell.say(tr("The note is submitted for approval"))
            return
        number = transmitted.line.number
        self._shell.say(
            tr("Transmitted by note {number}; the e-mail is ready", number=number),
            tr("Open the e-mail"),
            self.open_email,
        )

    def ask_sent(self) -> None:
        """Ask when and how the report left, or for a receipt that came later."""
        view, desk = self._view, self._shell.desk
        if view is None:
            return
        sealed_id, went = view.versions[-1].id, self._transmittal
        dialog = SentReportDialog(
            self._space,
            view.number,
            (went.sent_on if went else None) or desk.clock.today(),
            lambda on, channel, proof, file: desk.transmittals.sent(
                sealed_id, on, channel, proof, file
            ),
            went.channel if went else None,
        )
        dialog.taken.connect(self._on_sent)
        self.dialog = dialog
        dialog.open()

    def _on_sent(self) -> None:
        self._space.look_again()
        self._space.take_focus()
        self._shell.say(tr("Recorded; the duty is met"))

    # The e-mail and the paper

    def open_email(self) -> None:
        """Open the unsent e-mail with note and report in the system's mail program."""
        folder, name = self._shell.folder.root, self._email_name()

        def done(path: Path) -> None:
            if printing.open_in_viewer(path):
                self._shell.say(tr("The e-mail is open in your mail program, unsent"))
            else:
                self._shell.say(tr("No mail program takes it; the e-mail is at {path}", path=path))

        mail = self._mail()
        self._shell.run(lambda: printing.copy_to_open(folder, name, mail().eml), done)

    def copy_subject(self) -> None:
        """Put the subject of the e-mail into the clipboard."""
        self._copy(lambda sent: sent.subject, tr("Subject copied to the clipboard"))

    def copy_text(self) -> None:
        """Put the text of the e-mail into the clipboard."""
        self._copy(lambda sent: sent.text, tr("Text copied to the clipboard"))

    def save_email(self) -> QFileDialog:
        """Ask where to, then save the unsent e-mail."""
        box = QFileDialog(self._space, tr("Save the e-mail"))
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.setFileMode(QFileDialog.FileMode.AnyFile)
        box.setNameFilter(tr("E-mail messages (*.eml)"))
        box.setDefaultSuffix("eml")
        box.setDirectory(self._output.folder)
        box.selectFile(self._email_name())
        box.fileSelected.connect(lambda name: self.save_email_to(Path(name)))
        box.finished.connect(box.deleteLater)
        box.open()
        return box

    def save_email_to(self, path: Path) -> None:
        """Write the unsent e-mail to a file and say where it is."""
        mail = self._mail()
        self._output.save_data(str(path), lambda where: write_paper(lambda: mail().eml, where))

    def save_pdf(self) -> None:
        """Ask where to, then save the sealed PDF."""
        self._space.acts.export()

    def _copy(self, part: Callable[[Transmitted], str], said: str) -> None:
        def done(sent: Transmitted) -> None:
            QGuiApplication.clipboard().setText(part(sent))
            self._shell.say(said)

        self._shell.run(self._mail(), done)

    def _mail(self) -> Callable[[], Transmitted]:
        view, transmittals = self._view, self._shell.desk.transmittals
        assert view is not None
        sealed_id = view.versions[-1].id
        return lambda: transmittals.mail(sealed_id)

    def _email_name(self) -> str:
        assert self._view is not None
        words = f"{title_of(self._view.report)}, note {self._view.number}"
        return printing.file_name(words, "eml")

    # Letters

    def ask_letters(self, report: Report) -> None:
        """Offer the letters to those who hold the facts."""
        letters = self._shell.desk.letters
        try:
            by: date | None = letters.answer_by(report.id)
        except CcmDeskError:
            # Of a period that is no longer owed nothing is due.
            by = None
        self._space.show_letters()
        self._space.letters.open(
            by,
            LettersDesk(
                lambda: letters.holders(report.id),
                lambda kind, owner, day, save: self._letter(report, kind, owner, day, save=save),
                lambda owner: self._asked(report, owner),
            ),
        )

    def _letter(
        self, report: Report, kind: str, owner: str, by: date | None, *, save: bool
    ) -> None:
        letters = self._shell.desk.letters
        make = letters.request if kind == REQUEST else letters.chaser
        # Made here, so that what is refused is said beside it; a letter is a page or two.
        pdf = make(report.id, owner, by)
        words = tr("Request") if kind == REQUEST else tr("Chaser")
        name = printing.file_name(f"{words} {owner} {report.period}", "pdf")
        if save:
            self._output.export_paper(lambda: pdf, name)
        else:
            self._output.print_paper(lambda: pdf, name)

    def _asked(self, report: Report, owner: str) -> None:
        desk = self._shell.desk
        desk.letters.asked(report.id, owner, desk.clock.today())
        self._space.look_again()
        self._shell.said_with_undo(tr("{owner}: asked today", owner=owner))
