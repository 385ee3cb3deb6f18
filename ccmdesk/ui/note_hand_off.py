"""Hands a note on: mail program, clipboard, folder, DOCX, text, slips; one act each."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ccmdesk.domain.note_life import Channel
from ccmdesk.services.note_comparison import write_paper
from ccmdesk.services.note_hand_off import BroughtBack
from ccmdesk.ui import printing
from ccmdesk.ui.dialogs.delivery_slip import DeliverySlipDialog
from ccmdesk.ui.dialogs.remarks import RemarksDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.paper_output import PaperOutput
from ccmdesk.ui.shell import Shell


class NoteHandOff(QObject):
    """What leaves the program beside the printed paper.

    Signals: `brought` (note id) when an edited document has become a new draft.
    """

    brought = Signal(int)

    def __init__(self, shell: Shell, window: QWidget, output: PaperOutput) -> None:
        super().__init__(window)
        self._shell, self._window, self._output = shell, window, output
        self.note_id = 0
        self.ready: Callable[[], bool] = lambda: True

    def acts(self) -> list[tuple[str, str, str, Callable[[], object]]]:
        """Return the acts as (name, words, icon, act); an empty name divides the menu."""
        return [
            ("email", tr("E-mail draft with the PDF"), "mail", self.email),
            ("subject", tr("Copy the e-mail’s subject"), "copy", self.copy_subject),
            ("letter", tr("Copy the e-mail’s text"), "copy", self.copy_letter),
            ("folder", tr("Show the PDF in its folder"), "folder-open", self.show_in_folder),
            ("", "", "", lambda: None),
            ("docx", tr("Word document for edits…"), "file-text", self.save_docx),
            ("back", tr("Bring an edited Word document back…"), "undo-2", self.ask_for_docx),
            ("text", tr("Plain text…"), "file-text", self.save_text),
            ("note", tr("Copy the whole note as text"), "copy", self.copy_text),
            ("", "", "", lambda: None),
            ("routing", tr("Routing slip…"), "printer", self.routing_slip),
            ("delivery", tr("Delivery slip…"), "printer", self.delivery_slip),
        ]

    def fill(self, menu: QMenu) -> None:
        """Put the acts into a menu."""
        for name, words, _, act in self.acts():
            if name:
                menu.addAction(words, act).setObjectName(name)
            else:
                menu.addSeparator()

    # To the mail program and the clipboard

    def email(self) -> None:
        """Open an unsent e-mail with the PDF attached in the system's mail program."""
        note_id, desk = self.note_id, self._shell.desk
        self._make("eml", lambda: desk.hand_off.email(note_id), self._on_email)

    def copy_subject(self) -> None:
        """Put the subject of the e-mail into the clipboard."""
        self._copy(lambda: self._shell.desk.hand_off.letter(self.note_id).subject, tr("Subject"))

    def copy_letter(self) -> None:
        """Put the text of the e-mail into the clipboard."""
        self._copy(lambda: self._shell.desk.hand_off.letter(self.note_id).text, tr("Text"))

    def copy_text(self) -> None:
        """Put the whole note as text into the clipboard."""
        self._copy(lambda: self._shell.desk.hand_off.text(self.note_id), tr("The note"))

    def show_in_folder(self) -> None:
        """Put the PDF into the folder of papers handed on, and open that."""
        note_id, desk = self.note_id, self._shell.desk
        self._make("pdf", lambda: desk.hand_off.paper(note_id), self._show)

    # To files

    def save_docx(self) -> QFileDialog | None:
        """Ask where to, then save the note as DOCX."""
        note_id, desk = self.note_id, self._shell.desk
        return self._save(
            "docx", tr("Word documents (*.docx)"), lambda: desk.hand_off.docx(note_id)
        )

    def save_text(self) -> QFileDialog | None:
        """Ask where to, then save the note as plain text."""
        note_id, desk = self.note_id, self._shell.desk
        return self._save(
            "txt", tr("Text (*.txt)"), lambda: desk.hand_off.text(note_id).encode("utf-8")
        )

    def ask_for_docx(self) -> QFileDialog:
        """Ask for the edited document, then make a new draft of it."""
        box = QFileDialog(self._window, tr("Bring an edited Word document back"))
        box.setFileMode(QFileDialog.FileMode.ExistingFile)
        box.setNameFilters([tr("Word documents (*.docx)"), tr("All files (*)")])
        box.fileSelected.connect(lambda name: self.bring_back(Path(name)))
        box.finished.connect(box.deleteLater)
        box.open()
        return box

    def bring_back(self, path: Path) -> None:
        """Make a new draft of an edited document."""
        if self.ready():
            note_id, desk = self.note_id, self._shell.desk
            self._shell.run(lambda: desk.hand_off.bring_back(note_id, path), self._on_brought)

    # To paper

    def routing_slip(self) -> None:
        """Print the slip with boxes for initials."""
        self._slip(tr("Routing slip"), self._shell.desk.hand_off.routing_slip)

    def delivery_slip(self) -> None:
        """Ask how the note is delivered, then print the slip that the addressee stamps."""
        if not self.ready():
            return
        note_id, desk = self.note_id, self._shell.desk
        ways = [step.channel for step in desk.life.steps(note_id) if step.channel is not None]
        dialog = DeliverySlipDialog(self._window, ways[-1] if ways else Channel.HAND)
        dialog.chosen.connect(
            lambda originals, channel: self._slip(
                tr("Delivery slip"),
                lambda each: desk.hand_off.delivery_slip(each, originals, channel),
            )
        )
        dialog.open()

    # Inside

    def _slip(self, words: str, make: Callable[[int], bytes]) -> None:
        if self.ready():
            note_id = self.note_id
            number = self._shell.desk.notes.line(note_id).number
            name = printing.file_name(f"{words} {number or tr('draft')}", "pdf")
            self._output.print_paper(lambda: make(note_id), name)

    def _copy(self, make: Callable[[], str], what: str) -> None:
        texts: list[str] = []
        if self.ready() and self._shell.attempt(lambda: texts.append(make())):
            QGuiApplication.clipboard().setText(texts[0].rstrip("\n"))
            self._shell.say(tr("{what} copied to the clipboard", what=what))

    def _make(self, ending: str, make: Callable[[], bytes], done: Callable[[Path], None]) -> None:
        if not self.ready():
            return
        note_id, desk, root = self.note_id, self._shell.desk, self._shell.folder.root

        def work() -> Path:
            name = desk.hand_off.file_name(note_id, ending)
            return printing.copy_to_open(root, name, make())

        self._shell.run(work, done)

    def _save(self, ending: str, names: str, make: Callable[[], bytes]) -> QFileDialog | None:
        if not self.ready():
            return None
        proposed = self._shell.desk.hand_off.file_name(self.note_id, ending)
        box = QFileDialog(self._window, tr("Save as"))
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.setFileMode(QFileDialog.FileMode.AnyFile)
        box.setNameFilter(names)
        box.setDefaultSuffix(ending)
        box.setDirectory(self._output.folder)
        box.selectFile(proposed)
        box.fileSelected.connect(lambda name: self.save_to(Path(name), make))
        box.finished.connect(box.deleteLater)
        box.open()
        return box

    def save_to(self, path: Path, make: Callable[[], bytes]) -> None:
        """Write what `make` returns to a file and say where it is."""
        self._shell.run(
            lambda: write_paper(make, path),
            lambda _: self._shell.say(
                tr("Saved “{name}”", name=path.name),
                tr("Show in folder"),
                lambda: self._show(path),
            ),
        )

    def _on_email(self, path: Path) -> None:
        opened = printing.open_in_viewer(path)
        words = (
            tr("The e-mail is open in your mail program, unsent")
            if opened
            else tr("No mail program takes “{name}”; open it from its folder", name=path.name)
        )
        self._shell.say(words, tr("Show in folder"), lambda: self._show(path))

    def _on_brought(self, back: BroughtBack) -> None:
        self.brought.emit(back.note_id)
        self._shell.said_with_undo(tr("New draft made of the document"))
        remarks = list(back.remarks)
        if back.delegation_changed:
            remarks.insert(0, tr("The delegation of the meeting became the list of the document."))
        if remarks:
            RemarksDialog(self._window, remarks).open()

    def _show(self, path: Path) -> None:
        self._shell.say(tr("“{name}” is in {folder}", name=path.name, folder=path.parent))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
