"""Incoming: the plain register of the papers received."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit

from ccmdesk.domain.dates import parse_day, spoken
from ccmdesk.domain.errors import EnvironmentFault, InputError
from ccmdesk.domain.incoming_paper import IncomingPaper
from ccmdesk.system.atomic_file import write_bytes
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.record_page import RecordPage
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.data_table import Column
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.fitting_table import FittingTable
from ccmdesk.ui.widgets.form import Form, put
from ccmdesk.ui.widgets.growing_text import GrowingText
from ccmdesk.ui.widgets.text import label

LARGEST_FILE = 20 * 1024 * 1024


class PaperForm(Form):
    """What identifies a received paper, its text and its file."""

    def __init__(self) -> None:
        super().__init__()
        self._paper = IncomingPaper()
        self.add_row(
            Field(tr("Subject"), GrowingText(least=1, most=4, one_line=True), name="subject")
        )
        self.add_row(Field(tr("Sender"), QLineEdit(), name="sender"))
        self.add_row(
            Field(tr("Reference"), QLineEdit(), name="reference"),
            Field(tr("Dated"), DayEdit(name="dated"), name="dated"),
        )
        self.add_row(
            Field(
                tr("Received on"),
                DayEdit(name="received_on"),
                name="received_on",
                help=tr("Left empty, today counts."),
            )
        )
        text = QPlainTextEdit()
        text.setTabChangesFocus(True)
        text.setMinimumHeight(140)
        text.setPlaceholderText(tr("Paste the text of the paper"))
        self.add_row(Field(tr("Text"), text, name="text"))
        self.load(IncomingPaper())

    def load(self, paper: IncomingPaper) -> None:
        """Show a paper."""
        self._paper = paper
        self.settle(
            {
                "subject": paper.subject,
                "sender": paper.sender,
                "reference": paper.reference,
                "dated": spoken(paper.dated) if paper.dated else "",
                "received_on": spoken(paper.received_on) if paper.received_on else "",
                "text": paper.text,
            }
        )

    def read(self) -> IncomingPaper:
        """Return the paper as typed; raises InputError naming the wrong field."""
        texts = {name: text.strip() for name, text in self.texts().items()}
        texts["subject"] = " ".join(texts["subject"].split())
        return replace(
            self._paper,
            subject=texts["subject"],
            sender=texts["sender"],
            reference=texts["reference"],
            dated=parse_day(texts["dated"], "dated") if texts["dated"] else None,
            received_on=(
                parse_day(texts["received_on"], "received_on") if texts["received_on"] else None
            ),
            text=texts["text"],
        ).checked()


class IncomingPage(RecordPage):
    """The papers received, the latest first."""

    kinds = frozenset({"incoming"})

    def __init__(self, shell: Shell) -> None:
        self.title = tr("Incoming")
        self.new_words = tr("Register a paper")
        self.search_words = tr("Search papers")
        self.empty_words = tr(
            "Convening notes, invitations and other papers that came in are kept here with their "
            "text and their file, so that a successor finds them."
        )
        super().__init__(shell)
        self.file_name = label("", "muted", wrap=True)
        self.attach_button = button(tr("Attach a file…"), self.choose_file, icon_name="file-plus")
        self.copy_button = button(tr("Save a copy…"), self.choose_place, icon_name="download")
        self.below_form.addWidget(self.file_name)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.attach_button)
        row.addWidget(self.copy_button)
        row.addStretch()
        self.below_form.addLayout(row)
        self.below_form.addStretch()

    def make_form(self) -> Form:
        return PaperForm()

    def make_table(self) -> FittingTable:
        return FittingTable(
            (
                Column(tr("Received"), lambda paper: _day(paper.received_on), 17),
                Column(tr("Reference"), lambda paper: paper.reference, 18, strong=True),
                Column(tr("Dated"), lambda paper: _day(paper.dated), 17),
                Column(tr("Sender"), lambda paper: paper.sender, 24),
                Column(tr("Subject"), lambda paper: paper.subject),
            ),
            tr("Papers received"),
            {1: 420, 2: 900, 3: 740},
        )

    def read_all(self) -> Sequence[IncomingPaper]:
        return self.desk.incoming.all()

    def words_of(self, record: IncomingPaper) -> tuple[str, ...]:
        return (
            record.reference,
            record.sender,
            record.subject,
            record.text,
            record.file_name,
            _day(record.dated),
            _day(record.received_on),
        )

    def blank(self) -> IncomingPaper:
        return IncomingPaper(received_on=self.desk.clock.today())

    def title_of(self, record: IncomingPaper) -> str:
        first = record.text.strip().splitlines()[0][:60] if record.text.strip() else ""
        return record.reference or record.subject or first or tr("New paper")

    def show_record(self, record: IncomingPaper) -> None:
        self.paper_form.load(record)
        kept = record.file is not None
        self.file_name.setText(
            tr("File: {name}", name=record.file_name) if kept else tr("No file attached.")
        )
        self.copy_button.setEnabled(kept)
        self.attach_button.setText(tr("Replace the file…") if kept else tr("Attach a file…"))

    def read_form(self) -> IncomingPaper:
        return self.paper_form.read()

    def store(self, record: IncomingPaper) -> IncomingPaper:
        return self.desk.incoming.save(record)

    def drop(self, record: IncomingPaper) -> None:
        self.desk.incoming.remove(record.id)

    def sentence(self) -> str:
        if not self._records:
            return tr("Nothing registered yet")
        count = len(self._records)
        papers = tr("1 paper") if count == 1 else tr("{count} papers", count=count)
        latest = self._records[0].received_on
        if latest is None:
            return papers
        return tr("{papers} · the latest came in on {day}", papers=papers, day=spoken(latest))

    def focus_form(self) -> None:
        self.form.fields["subject"].editor.setFocus()

    @property
    def paper_form(self) -> PaperForm:
        """Return the form with its own type."""
        assert isinstance(self.form, PaperForm)
        return self.form

    def choose_file(self) -> None:
        """Open the box to choose the file of this paper."""
        box = QFileDialog(self, tr("Attach a file"))
        box.setOption(QFileDialog.Option.DontUseNativeDialog)
        box.setFileMode(QFileDialog.FileMode.ExistingFile)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.fileSelected.connect(lambda name: self.attach(Path(name)))
        box.open()

    def attach(self, path: Path) -> None:
        """Keep a file with the paper shown, and store both."""
        self.shell.attempt(lambda: self._attach(path))

    def _attach(self, path: Path) -> None:
        data = read_paper_file(path)
        try:
            typed = self.read_form()
        except InputError as error:
            # A new paper of which only the file is there is called after it.
            if self._record is None or self._record.id or error.field != "subject":
                raise
            put(self.form.fields["subject"].editor, path.stem)
            typed = self.read_form()
        self._load(self.store(replace(typed, file=data, file_name=path.name)))
        self.shell.said_with_undo(tr("Attached: {name}", name=path.name))

    def choose_place(self) -> None:
        """Open the box to choose where a copy of the file goes."""
        box = QFileDialog(self, tr("Save a copy"))
        box.setOption(QFileDialog.Option.DontUseNativeDialog)
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.setFileMode(QFileDialog.FileMode.AnyFile)
        box.selectFile(self._record.file_name)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.fileSelected.connect(lambda name: self.save_copy(Path(name)))
        box.open()

    def save_copy(self, path: Path) -> None:
        """Write the file of the paper shown to a place of the officer's choice."""
        data = self._record.file
        if self.shell.attempt(lambda: write_bytes(path, data)):
            self.shell.say(tr("Written: {name}", name=path.name))


def read_paper_file(path: Path) -> bytes:
    """Return the bytes of a file to be kept; raises InputError where it is too large (20 MB)."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InputError(f"“{path.name}” is larger than 20 MB; attach a smaller copy.", "file")
        return path.read_bytes()
    except OSError as error:
        raise EnvironmentFault(
            f"“{path.name}” cannot be read; check that it exists and that you may open it."
        ) from error


def _day(day: date | None) -> str:
    return spoken(day) if day else ""
