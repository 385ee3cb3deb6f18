"""Importing people: paste or file, what each column holds, what becomes of each row, and do it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.domain.delegation import Role
from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.services.people_import import FIELDS, ImportResult, RowOutcome, Sheet
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import ROLE_WORDS
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import M, S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.pick_table import PickRow, PickTable
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import label

_SOURCE, _CHECK = range(2)
_FIELD_WIDTH = 164
_TALLEST_MAPPING = 132
_FIELD_WORDS = {
    "role": "Role",
    "style": "Style before the name",
    "full_name": "Whole name",
    "given_names": "Given names",
    "family_name": "Family name",
    "functional_title": "Functional title",
    "rank": "Rank",
    "organization": "Organization",
    "place": "Place",
    "email": "E-mail",
    "phone": "Phone",
    "gender": "Gender",
}


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
        self._mapping = QWidget()
        self.columns: list[QComboBox] = []
        self.mapping_area = scrolling(self._mapping)
        self.mapping_area.setAccessibleName(tr("What the columns hold"))
        column.addWidget(self.mapping_area)
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

    def mapping(self) -> dict[int, str]:
        """Return what each column holds, as chosen."""
        return {
            column: str(box.currentData())
            for column, box in enumerate(self.columns)
            if box.currentData()
        }

    def carry_out(self) -> None:
        """Take the rows picked over, in one act."""
        sheet = self._sheet
        if sheet is None or not self.do_button.isEnabled():
            return
        picked = set(self.table.picked())
        left_out = [number for number in self._outcomes if number not in picked]
        mapping, as_new = self.mapping(), sorted(self._as_new & picked)
        imports, role = self._shell.desk.imports, self._usual_role()
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
        self._shell.said_with_undo(_told(result))

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
        self._show_mapping(sheet)
        self.stack.setCurrentIndex(_CHECK)
        self.table.show_rows(())
        self._look()
        self.table.setFocus()

    def _show_mapping(self, sheet: Sheet) -> None:
        guess = self._shell.desk.imports.guess(sheet)
        headed = self._shell.desk.imports.has_head(sheet)
        content = QWidget()
        flow = Flow(content)
        self.columns = []
        fields = [each for each in FIELDS if self._stored_id or each != "role"]
        options = [("", tr("left out")), *((each, tr(_FIELD_WORDS[each])) for each in fields)]
        for column in range(sheet.width):
            box = choice(options)
            box.setCurrentIndex(max(box.findData(guess.get(column, "")), 0))
            box.activated.connect(lambda _: self._look())
            first = next((row[column] for row in sheet.rows if row[column]), "")
            name = first or tr("Column {number}", number=column + 1)
            words = (
                name if headed else tr("Column {number}: {first}", number=column + 1, first=first)
            )
            field = Field(_cut(words), box)
            field.setToolTip(words)
            field.setFixedWidth(_FIELD_WIDTH)
            self.columns.append(box)
            flow.addWidget(field)
        self.role: QComboBox | None = None
        if self._stored_id:
            self.role = choice((str(role), tr(words)) for role, words in ROLE_WORDS.items())
            self.role.setCurrentIndex(self.role.findData(str(Role.REPRESENTATIVE)))
            self.role.activated.connect(lambda _: self._look())
            field = Field(tr("Role where none is told"), self.role)
            field.setFixedWidth(_FIELD_WIDTH)
            flow.addWidget(field)
        content.setObjectName("content")
        self.mapping_area.setWidget(content)
        self._fit_mapping()

    def _fit_mapping(self) -> None:
        """Give the columns the room they need, and scroll them where they are many."""
        content = self.mapping_area.widget()
        flow = content.layout() if content is not None else None
        if flow is None:
            return
        width = max(self.width() - 20, _FIELD_WIDTH)
        needed = flow.heightForWidth(width) + 4
        self.mapping_area.setFixedHeight(min(max(needed, 0), _TALLEST_MAPPING))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_mapping()

    def _usual_role(self) -> Role:
        return Role(self.role.currentData()) if self.role is not None else Role.REPRESENTATIVE

    def _look(self) -> None:
        sheet, mapping, role = self._sheet, self.mapping(), self._usual_role()
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
        rows = [self._row(each) for each in self._outcomes.values()]
        self.table.show_rows(
            [
                PickRow(
                    row.key,
                    row.outcome,
                    row.tone,
                    row.cells,
                    row.remark,
                    row.picked and before.get(row.key, True),
                    row.fixed,
                )
                for row in rows
            ]
        )
        self._count()

    def _row(self, each: RowOutcome) -> PickRow:
        person = each.person
        name = person.printed_name(capitals=False) if person else ""
        second = tr(ROLE_WORDS[each.role]) if self._stored_id else (person.email if person else "")
        place = ", ".join(x for x in (person.organization, person.place) if x) if person else ""
        cells = (
            name or tr("Line {number}", number=each.row),
            second,
            person.functional_title if person else "",
            place,
        )
        if each.problem:
            where = tr("Line {number}: {what}", number=each.row, what=each.problem)
            return PickRow(
                each.row, tr("not possible"), Tone.DANGER, cells, where, picked=False, fixed=True
            )
        known = each.duplicate_of
        if known is None:
            return PickRow(each.row, tr("new"), Tone.OK, cells)
        told = known.printed_name(capitals=False)
        if known.functional_title and known.functional_title != cells[2]:
            told = f"{told}, {known.functional_title}"
        if each.row in self._as_new:
            remark = tr("Somebody else than {known}", known=told)
            return PickRow(each.row, tr("new"), Tone.OK, cells, remark)
        remark = tr("Known here: {known}", known=told)
        if each.in_delegation:
            return PickRow(each.row, tr("in the list"), Tone.PLAIN, cells, remark)
        return PickRow(each.row, tr("known"), Tone.ACCENT, cells, remark)

    def _count(self) -> None:
        picked = set(self.table.picked())
        taken = [self._outcomes[number] for number in picked if number in self._outcomes]
        known = sum(
            each.duplicate_of is not None and each.row not in self._as_new for each in taken
        )
        wrong = sum(bool(each.problem) for each in self._outcomes.values())
        parts = [
            _counted(len(self._outcomes), tr("1 row"), tr("{count} rows")),
            tr("{count} new", count=len(taken) - known),
            tr("{count} known and brought up to date", count=known),
        ]
        if wrong:
            parts.append(tr("{count} not possible", count=wrong))
        left = len(self._outcomes) - len(taken) - wrong
        if left:
            parts.append(tr("{count} left out", count=left))
        self.sentence.setText(f"{self.name}: " + " · ".join(parts) if self._outcomes else self.name)
        words = _counted(len(taken), tr("Import 1 person"), tr("Import {count} people"))
        self.do_button.setText(words if taken else tr("Import"))
        self.do_button.setEnabled(bool(taken))
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


def _told(result: ImportResult) -> str:
    parts = [_counted(result.added, tr("1 person added"), tr("{count} people added"))]
    if result.updated:
        parts.append(tr("{count} brought up to date", count=result.updated))
    if result.left_out:
        parts.append(tr("{count} left out", count=result.left_out))
    return " · ".join(parts)


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=count)


def _cut(text: str) -> str:
    return text if len(text) <= 24 else text[:23] + "…"
