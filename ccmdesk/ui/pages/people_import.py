"""Importing people: paste or file, what each column holds, what becomes of each row, and do it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.services.people_import import RowOutcome, Sheet
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.import_columns import ImportColumns
from ccmdesk.ui.pages.import_rows import counted, done, shown_row, summary
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.pick_table import PickTable
from ccmdesk.ui.widgets.text import label

_SOURCE, _CHECK = range(2)


class ImportPart(QWidget):
    """The import in two steps, where the list is.

    `stored_id` returns the meeting whose delegation takes the people, storing it first if it has to
    be; without it people alone are imported. `meeting_id` is the meeting as it is stored now.
    Signals: `ended` when the officer is done or has given up.
    """

    ended = Signal()

    def __init__(self, shell: Shell, stored_id: Callable[[], int] | None = None) -> None:
        super().__init__()
        self._shell, self._stored_id = shell, stored_id
        self.meeting_id = 0
        self._sheet: Sheet | None = None
        self._outcomes: dict[int, RowOutcome] = {}
        self._as_new: set[int] = set()
        self._asked = 0
        self.name = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(M)
        self.notice = Notice(tr("Close"), lambda: self.notice.say(""))
        column.addWidget(self.notice)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._source())
        self.stack.addWidget(self._check())
        column.addWidget(self.stack, 1)

    # The picture

    def _source(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(label(tr("Import a list of people"), "strong"))
        column.addWidget(
            label(
                tr(
                    "Paste a table from a workbook, a message or a document, or choose a CSV, "
                    "vCard or XLSX file. Nothing is changed before you have seen every row."
                ),
                "muted",
                wrap=True,
            )
        )
        self.paste = QPlainTextEdit()
        self.paste.setAccessibleName(tr("The list"))
        self.paste.setPlaceholderText(tr("Paste the list here"))
        self.paste.setTabChangesFocus(True)
        self.paste.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.paste.textChanged.connect(self._on_typed)
        column.addWidget(self.paste, 1)
        self.file_button = button(tr("Choose a file…"), self.choose_file, icon_name="file-text")
        self.next_button = button(tr("Look at the rows"), self.read_paste, kind="primary")
        self.next_button.setEnabled(False)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(button(tr("Cancel"), self.end))
        foot.addWidget(self.file_button)
        foot.addStretch()
        foot.addWidget(self.next_button)
        column.addLayout(foot)
        return part

    def _check(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        self.sentence = label("", "strong", wrap=True)
        column.addWidget(self.sentence)
        self.columns = ImportColumns(with_roles=self._stored_id is not None)
        self.columns.changed.connect(self._look)
        column.addWidget(self.columns)
        self.table = PickTable(
            (tr("Name"), tr("Role"), tr("Functional title"), tr("Organization, place")),
            tr("Rows of the list"),
            {1: 420, 2: 560, 3: 760},
        )
        self.table.members.heads = (
            *self.table.members.heads[:3],
            tr("Role") if self._stored_id else tr("E-mail"),
            *self.table.members.heads[4:],
        )
        column.addWidget(self.table, 1)
        self.as_new_button = button(tr("Add as somebody new"), self.toggle_new)
        self.do_button = button(tr("Import"), self.carry_out, kind="primary")
        self.table.picked_changed.connect(self._count)
        self.table.chosen_changed.connect(self._show_what_can_be_done)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(button(tr("Back"), self._back))
        foot.addWidget(button(tr("Cancel"), self.end))
        foot.addWidget(self.as_new_button)
        foot.addStretch()
        foot.addWidget(self.do_button)
        column.addLayout(foot)
        return part

    # What the officer does

    def begin(self) -> None:
        """Begin anew with an empty page."""
        self._asked += 1
        self._sheet = None
        self.paste.clear()
        self.notice.say("")
        self.stack.setCurrentIndex(_SOURCE)
        self.paste.setFocus()

    def end(self) -> None:
        """Give up, or be done."""
        self.begin()
        self.ended.emit()

    def read_paste(self) -> None:
        """Look at what was pasted."""
        text = self.paste.toPlainText()
        self._read(lambda: self._shell.desk.imports.read_text(text), tr("Pasted list"))

    def choose_file(self) -> None:
        """Open the box to choose a file."""
        box = QFileDialog(self, tr("Import a list of people"))
        box.setOption(QFileDialog.Option.DontUseNativeDialog)
        box.setFileMode(QFileDialog.FileMode.ExistingFile)
        box.setNameFilters([tr("Lists (*.csv *.tsv *.txt *.vcf *.xlsx)"), tr("All files (*)")])
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.fileSelected.connect(lambda name: self.read_file(Path(name)))
        box.open()

    def read_file(self, path: Path) -> None:
        """Look at a file, aside: a workbook takes its time."""
        self._read(lambda: self._shell.desk.imports.read_file(path), path.name)

    def toggle_new(self) -> None:
        """Take the row chosen as somebody new, or as the person known here after all."""
        row = self.table.chosen()
        if row is None or not self.as_new_button.isEnabled():
            return
        self._as_new ^= {row.key}
        self._show_rows()
        self.table.setFocus()

    def carry_out(self) -> None:
        """Take the rows picked over, in one act."""
        sheet = self._sheet
        if sheet is None or not self.do_button.isEnabled():
            return
        picked = set(self.table.picked())
        left_out = [number for number in self._outcomes if number not in picked]
        mapping, as_new = self.columns.mapping(), sorted(self._as_new & picked)
        imports, role = self._shell.desk.imports, self.columns.usual_role()
        try:
            # Storing a meeting that is shipped only is an act of its own, before this one.
            meeting = self._stored_id() if self._stored_id else None
            result = imports.carry_out(
                sheet, mapping, meeting, role, leave_out=left_out, as_new=as_new
            )
        except CcmDeskError as error:
            self.notice.say(error.message)
            return
        self.end()
        self._shell.said_with_undo(done(result))

    # Inside

    def _read(self, read: Callable[[], Sheet], name: str) -> None:
        self._asked += 1
        asked = self._asked

        def shown(sheet: Sheet) -> None:
            if asked == self._asked:
                self._show_sheet(sheet, name)

        self.notice.say("")
        self._shell.run(read, shown, self._on_fault)

    def _on_fault(self, error: Exception) -> None:
        if isinstance(error, CcmDeskError):
            self.notice.say(error.message)
        else:
            self._shell.show_error(error)

    def _show_sheet(self, sheet: Sheet, name: str) -> None:
        self._sheet, self.name = sheet, name
        self._as_new = set()
        self._outcomes = {}
        imports = self._shell.desk.imports
        self.columns.show_sheet(sheet, imports.guess(sheet), headed=imports.has_head(sheet))
        self.stack.setCurrentIndex(_CHECK)
        self.table.show_rows(())
        self._look()
        self.table.setFocus()

    def _look(self) -> None:
        sheet, mapping = self._sheet, self.columns.mapping()
        role = self.columns.usual_role()
        if sheet is None:
            return
        self._asked += 1
        asked = self._asked
        desk, meeting = self._shell.desk, self.meeting_id or None

        def shown(outcomes: list[RowOutcome]) -> None:
            if asked == self._asked:
                self.notice.say("")
                self._outcomes = {each.row: each for each in outcomes}
                self._show_rows()

        def failed(error: Exception) -> None:
            if asked != self._asked:
                return
            self._on_fault(error)
            if isinstance(error, InputError):
                self._outcomes = {}
                self._show_rows()

        self.do_button.setEnabled(False)
        self._shell.run(lambda: desk.imports.dry_run(sheet, mapping, meeting, role), shown, failed)

    def _show_rows(self) -> None:
        before = {row.key: row.picked for row in self.table.rows() if not row.fixed}
        with_roles = self._stored_id is not None
        rows = (
            shown_row(each, as_new=each.row in self._as_new, with_roles=with_roles)
            for each in self._outcomes.values()
        )
        self.table.show_rows(
            [replace(row, picked=row.picked and before.get(row.key, True)) for row in rows]
        )
        self._count()

    def _count(self) -> None:
        picked = set(self.table.picked())
        told = summary(self._outcomes.values(), picked, self._as_new)
        self.sentence.setText(f"{self.name}: {told}" if self._outcomes else self.name)
        count = len(picked)
        words = counted(count, tr("Import 1 person"), tr("Import {count} people"))
        self.do_button.setText(words if count else tr("Import"))
        self.do_button.setEnabled(bool(count))
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        row = self.table.chosen()
        outcome = self._outcomes.get(row.key) if row else None
        known = outcome is not None and outcome.duplicate_of is not None and not outcome.problem
        self.as_new_button.setEnabled(known)
        again = row is not None and row.key in self._as_new
        self.as_new_button.setText(tr("The same person") if again else tr("Add as somebody new"))

    def _on_typed(self) -> None:
        self.next_button.setEnabled(bool(self.paste.toPlainText().strip()))

    def _back(self) -> None:
        self._asked += 1
        self.notice.say("")
        self.stack.setCurrentIndex(_SOURCE)
        self.paste.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.stack.currentIndex() != _SOURCE:
            self._back()
        elif not self.paste.toPlainText().strip():
            self.end()
