"""The delegation as the secretariat's portal asks for it: fields to copy, two lights, ticks."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.portal_sheet import COLUMNS
from ccmdesk.services.note_comparison import write_paper
from ccmdesk.services.portal import PortalLine, PortalSheet
from ccmdesk.ui import printing
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.paper_output import PaperOutput
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import XS, L, M, S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.data_table import Column, DataTable
from ccmdesk.ui.widgets.empty_state import EmptyState
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import hairline, label

_FIELDS = {
    "country": "Country",
    "status group": "Status group",
    "style": "Style",
    "given name": "Given name",
    "family name": "Family name",
    "functional title": "Functional title",
    "organization": "Organization",
    "role": "Role",
}


class LightsTable(DataTable):
    """The members with their two lights.

    Signals: `ticked` (PortalLine) on Space: registered on the portal, or not; `copy_wanted`
    (PortalLine) on the keys for copying.
    """

    ticked = Signal(object)
    copy_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            [
                Column(tr("Name"), lambda line: _name(line), strong=True),
                Column(tr("In the note"), _note_words, 12, tone=_note_tone),
                Column(tr("On the portal"), _portal_words, 11, tone=_portal_tone),
            ],
            tr("Members and their registration"),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.chosen() is not None:
            self.ticked.emit(self.chosen())
        elif event.matches(QKeySequence.StandardKey.Copy) and self.chosen() is not None:
            self.copy_wanted.emit(self.chosen())
        else:
            super().keyPressEvent(event)


class PersonFields(QWidget):
    """The fields of one person, each with a button that copies it.

    Signals: `copied` (what, text), `tick_wanted` (bool).
    """

    copied = Signal(str, str)
    tick_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(M, 0, M, 0)
        column.setSpacing(S)
        self.name = label("", "section", wrap=True)
        column.addWidget(self.name)
        self.on_portal = QCheckBox(tr("On the portal"))
        self.on_portal.clicked.connect(self.tick_wanted.emit)
        column.addWidget(self.on_portal)
        grid = QGridLayout()
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(1, 1)
        self.values = {name: label("", wrap=True) for name in COLUMNS}
        self.buttons: dict[str, QPushButton] = {}
        for row, name in enumerate(COLUMNS):
            words = tr(_FIELDS[name])
            grid.addWidget(hairline(), 2 * row, 0, 1, 3)
            grid.addWidget(label(words, "small"), 2 * row + 1, 0)
            value = self.values[name]
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(value, 2 * row + 1, 1)
            tip = tr("Copy: {field}", field=words.lower())
            copy = button("", partial(self._copy, name, words), kind="quiet", icon_name="copy")
            copy.setToolTip(tip)
            copy.setAccessibleName(tip)
            copy.setFixedSize(34, 30)
            self.buttons[name] = copy
            grid.addWidget(copy, 2 * row + 1, 2)
        column.addLayout(grid)
        self.copy_block = button(tr("Copy the whole person"), self._copy_whole, icon_name="copy")
        line = QHBoxLayout()
        line.addWidget(self.copy_block)
        line.addStretch()
        column.addLayout(line)
        column.addStretch()
        self._line: PortalLine | None = None

    def show_line(self, line: PortalLine) -> None:
        """Show another person."""
        self._line = line
        self.name.setText(_name(line))
        day = line.delegate.on_portal
        self.on_portal.setChecked(day is not None)
        self.on_portal.setText(
            tr("On the portal, {day}", day=spoken(day)) if day else tr("On the portal")
        )
        for name, text in zip(COLUMNS, line.row.values, strict=True):
            self.values[name].setText(text or "–")
            self.buttons[name].setEnabled(bool(text))

    def _copy(self, name: str, words: str) -> None:
        if self._line is not None:
            self.copied.emit(words, self._line.row.values[COLUMNS.index(name)])

    def _copy_whole(self) -> None:
        if self._line is not None:
            self.copied.emit(_name(self._line), self._line.row.block)


class PortalPart(Card):
    """The sheet of a delegation; `stored_id` returns the id of the meeting, 0 for none yet."""

    def __init__(self, shell: Shell, meeting_id: Callable[[], int]) -> None:
        super().__init__()
        self._shell, self._meeting_id = shell, meeting_id
        self._output = PaperOutput(shell, self)
        self.sheet = PortalSheet()
        self.sentence = label("", wrap=True)
        self.copy_all = button(tr("Copy all as text"), self.copy_everybody, icon_name="copy")
        self.save_csv = button(tr("Save as CSV…"), self.ask_where, icon_name="download")
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.copy_all)
        row.addWidget(self.save_csv)
        self.body.addLayout(row)
        self.table = LightsTable()
        self.person = PersonFields()
        area = scrolling(self.person)
        area.setMinimumWidth(280)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(L)
        self.table.setMinimumWidth(280)
        splitter.addWidget(self.table)
        splitter.addWidget(area)
        splitter.setSizes([560, 440])
        self.stack = QStackedWidget()
        self.stack.addWidget(splitter)
        self.stack.addWidget(
            EmptyState(tr("Nobody is in this delegation yet; put it together first."))
        )
        self.body.addWidget(self.stack, 1)
        self.table.row_chosen.connect(self.person.show_line)
        self.table.ticked.connect(self.tick)
        self.table.copy_wanted.connect(lambda line: self._copy(_name(line), line.row.block))
        self.person.tick_wanted.connect(lambda _: self.tick(self.table.chosen()))
        self.person.copied.connect(self._copy)

    def refresh(self) -> None:
        """Read the delegation and its lights again."""
        meeting_id = self._meeting_id()
        self.sheet = self._shell.desk.portal.sheet(meeting_id) if meeting_id else PortalSheet()
        lines = self.sheet.lines
        self.table.show_rows(lines, keep=lambda line: line.delegate.id)
        if lines and self.table.chosen() is None:
            self.table.selectRow(0)
        chosen = self.table.chosen()
        if chosen is not None:
            self.person.show_line(chosen)
        self.stack.setCurrentIndex(0 if lines else 1)
        for each in (self.copy_all, self.save_csv):
            each.setEnabled(bool(lines))
        self.sentence.setText(self._told())

    def tick(self, line: PortalLine) -> None:
        """Record that a member is registered on the portal, or take it back."""
        desk = self._shell.desk
        day = None if line.delegate.on_portal else desk.clock.today()
        if self._shell.attempt(lambda: desk.delegations.set_on_portal(line.delegate.id, day)):
            self.refresh()
            words = "{name}: on the portal" if day else "{name}: not on the portal"
            self._shell.said_with_undo(tr(words, name=_name(line)))

    def copy_everybody(self) -> None:
        """Put everybody into the clipboard as a list of participants prints them."""
        self._copy(tr("Everybody"), self.sheet.block)

    def ask_where(self) -> QFileDialog:
        """Ask where the CSV goes, then save it."""
        box = QFileDialog(self, tr("Save as CSV"))
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.setFileMode(QFileDialog.FileMode.AnyFile)
        box.setNameFilter(tr("CSV files (*.csv)"))
        box.setDefaultSuffix("csv")
        box.setDirectory(self._output.folder)
        box.selectFile(printing.file_name(tr("List of participants"), "csv"))
        box.fileSelected.connect(self.save)
        box.finished.connect(box.deleteLater)
        box.open()
        return box

    def save(self, name: str) -> None:
        """Write the CSV to a file."""
        # A spreadsheet knows by the mark at the beginning that the text is UTF-8.
        data = self.sheet.csv.encode("utf-8-sig")
        self._output.save_data(name, lambda path: write_paper(lambda: data, path))

    def _copy(self, what: str, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._shell.say(tr("{what} copied to the clipboard", what=what))

    def _told(self) -> str:
        lines = self.sheet.lines
        if not lines:
            return ""
        told = sum(bool(line.note) for line in lines)
        registered = sum(line.delegate.on_portal is not None for line in lines)
        in_note = (
            tr(
                "{count} of {all} in note {number}",
                count=told,
                all=len(lines),
                number=self.sheet.note,
            )
            if self.sheet.note
            else tr("no note issued yet")
        )
        return " · ".join(
            (in_note, tr("{count} of {all} on the portal", count=registered, all=len(lines)))
        )


def _name(line: PortalLine) -> str:
    return line.delegate.person.printed_name(capitals=False)


def _note_words(line: PortalLine) -> str:
    if not line.note:
        return tr("not in a note")
    return tr("differs") if line.otherwise else line.note


def _note_tone(line: PortalLine) -> Tone:
    if not line.note:
        return Tone.DANGER
    return Tone.WARN if line.otherwise else Tone.OK


def _portal_words(line: PortalLine) -> str:
    return tr("registered") if line.delegate.on_portal else tr("not yet")


def _portal_tone(line: PortalLine) -> Tone:
    return Tone.OK if line.delegate.on_portal else Tone.WARN
