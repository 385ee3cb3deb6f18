"""The notes: the register and the drafts as a table, and the editor of the one that is open."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.domain.note import NoteLine, NoteState
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_beginning import NoteBeginning
from ccmdesk.ui.note_words import (
    STATE_TONES,
    kind_name,
    language_name,
    short_meeting,
    state_name,
)
from ccmdesk.ui.page import Page
from ccmdesk.ui.pages.note_editor import NoteEditor
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.chips import Chips
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.data_table import Column
from ccmdesk.ui.widgets.empty_state import EmptyState
from ccmdesk.ui.widgets.fitting_table import FittingTable
from ccmdesk.ui.widgets.page_head import PageHead
from ccmdesk.ui.widgets.search_field import SearchField

_ALL = "all"
_REGISTER, _EMPTY, _NOTHING_FOUND = range(3)


class NotesPage(Page):
    """Lists notes; opens one in the editor, in place of the list."""

    kinds = frozenset({"notes", "meetings", "delegations", "people", "profile"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._lines: list[NoteLine] = []
        self._list_is_old = True
        self.beginning = NoteBeginning(shell, self)
        self.editor = NoteEditor(shell, self.beginning)
        self.new_button = button(
            tr("New note"), self.new, kind="primary", icon_name="plus", tip=tr("New note (Ctrl+N)")
        )
        self.head = PageHead(tr("Notes"), "", self.new_button)
        self.search = SearchField(tr("Search number, meeting, addressee"))
        self.states = Chips(
            [
                (_ALL, tr("All")),
                (NoteState.DRAFT, tr("Drafts")),
                (NoteState.ISSUED, tr("Issued")),
            ],
            tr("Which notes are listed"),
        )
        self.year = choice([("", tr("Every year"))])
        self.year.setAccessibleName(tr("Year of the note"))
        self.table = FittingTable(
            [
                Column(tr("Number"), _number, 12, strong=True),
                Column(tr("Meeting"), lambda line: short_meeting(line.meeting_name)),
                Column(tr("Kind"), lambda line: kind_name(line.kind), 27),
                Column(tr("Language"), lambda line: language_name(line.language), 9),
                Column(tr("Date"), _dated, 21),
                Column(tr("Addressee"), lambda line: line.addressee),
                Column(
                    tr("State"),
                    lambda line: state_name(line.state),
                    9,
                    tone=lambda line: STATE_TONES[line.state],
                ),
            ],
            tr("Notes"),
            {2: 1150, 3: 700, 5: 860},
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self._register())
        self.stack.addWidget(self.editor)
        self.column.addWidget(self.stack, 1)
        self.search.textChanged.connect(lambda _: self._show_lines())
        self.states.chosen.connect(lambda _: self._show_lines())
        self.year.currentIndexChanged.connect(lambda _: self._show_lines())
        self.table.row_opened.connect(lambda line: self.open_note(line.id))
        self.editor.closed.connect(self.show_register)
        self.editor.continued.connect(self.new)
        self.beginning.begun.connect(self.open_note)

    # What the window asks

    def refresh(self) -> None:
        self._list_is_old = True
        if self._editing:
            self.editor.look_again()
        else:
            self._read()

    def show_target(self, target: object) -> None:
        """Open the note of an id, or begin one: "new", or "new:" and the code of a meeting."""
        if isinstance(target, int):
            self.open_note(target)
        elif isinstance(target, str) and target.partition(":")[0] == "new":
            self.new(target.partition(":")[2])

    def take_focus(self) -> None:
        if self._editing:
            self.editor.take_focus()
        else:
            self.table.setFocus()

    def leave(self) -> None:
        self.editor.leave()

    # What the officer does

    def new(self, meeting_code: str = "") -> None:
        """Ask what the note is for, then begin a draft."""
        self.beginning.ask(meeting_code)

    def open_note(self, note_id: int) -> None:
        """Open a note in the editor."""
        try:
            found = self.editor.open(note_id)
        except CcmDeskError as error:
            self.shell.show_error(error)
            return
        if not found:
            self.shell.show_error(
                InputError(tr("This note is no longer here; the list shows those that are."))
            )
            self.show_register()
            return
        self.stack.setCurrentWidget(self.editor)
        self.editor.take_focus()

    def show_register(self) -> None:
        """Go back to the list, with the note that was open still chosen."""
        was_open = self.editor.note_id
        self.editor.leave()
        self.editor.close_note()
        self.stack.setCurrentIndex(0)
        self._read()
        for position, line in enumerate(self.table.rows()):
            if line.id == was_open:
                self.table.selectRow(position)
        self.table.setFocus()

    # Inside

    @property
    def _editing(self) -> bool:
        return self.stack.currentWidget() is self.editor

    def _register(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self.head)
        card = Card()
        filters = QHBoxLayout()
        filters.setSpacing(M)
        self.search.setMinimumWidth(180)
        self.search.setMaximumWidth(360)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.states, 0, Qt.AlignmentFlag.AlignVCenter)
        filters.addStretch()
        filters.addWidget(self.year)
        card.body.addLayout(filters)
        self.listing = QStackedWidget()
        self.listing.addWidget(self.table)
        self.listing.addWidget(
            EmptyState(
                tr(
                    "Notes verbales stand here: the drafts first, then the register of those that"
                    " were issued. Nothing is written yet."
                ),
                button(tr("Write the first note"), self.new, kind="primary", icon_name="plus"),
            )
        )
        self.listing.addWidget(
            EmptyState(
                tr("No note fits this search."), button(tr("Show all notes"), self._show_all)
            )
        )
        card.body.addWidget(self.listing, 1)
        column.addWidget(card, 1)
        return page

    def _read(self) -> None:
        if self._list_is_old:
            self._list_is_old = False
            self._lines = self.desk.notes.lines()
            self._offer_years()
            self.head.sentence.setText(self._sentence())
        self._show_lines()

    def _offer_years(self) -> None:
        chosen = self.year.currentData()
        years = sorted({line.dated.year for line in self._lines if line.dated}, reverse=True)
        self.year.blockSignals(True)
        self.year.clear()
        self.year.addItem(tr("Every year"), "")
        for year in years:
            self.year.addItem(str(year), str(year))
        self.year.setCurrentIndex(max(self.year.findData(chosen), 0))
        self.year.blockSignals(False)

    def _show_lines(self) -> None:
        if not self._lines:
            self.table.show_rows([])
            self.listing.setCurrentIndex(_EMPTY)
            return
        state, year = self.states.key(), self.year.currentData()
        found = self.desk.notes.lines(
            state=None if state == _ALL else NoteState(state),
            year=int(year) if year else None,
            search=self.search.text(),
        )
        # Drafts are work to be done; the register follows with its newest number first.
        found.sort(key=lambda line: line.state.sealed)
        self.table.show_rows(found, keep=lambda line: line.id)
        if found and self.table.chosen() is None:
            self.table.selectRow(0)
        self.listing.setCurrentIndex(_REGISTER if found else _NOTHING_FOUND)

    def _show_all(self) -> None:
        self.search.clear()
        self.states.choose(_ALL)
        self.year.setCurrentIndex(0)
        self._show_lines()
        self.table.setFocus()

    def _sentence(self) -> str:
        today = self.desk.clock.today()
        drafts = sum(line.state is NoteState.DRAFT for line in self._lines)
        issued = sum(
            line.state.sealed and line.dated is not None and line.dated.year == today.year
            for line in self._lines
        )
        parts = [
            tr("no drafts")
            if not drafts
            else tr("1 draft")
            if drafts == 1
            else tr("{count} drafts", count=drafts),
            tr("{count} issued in {year}", count=issued or tr("none"), year=today.year),
            *self._next_number(today),
        ]
        return " · ".join(parts)

    def _next_number(self, today: date) -> list[str]:
        try:
            return [tr("next number {number}", number=self.desk.notes.next_number(today))]
        except CcmDeskError:
            # Without a mission there is no pattern of numbers yet, and nothing to say of it.
            return []


def _number(line: NoteLine) -> str:
    return line.number or "–"


def _dated(line: NoteLine) -> str:
    return spoken(line.dated) if line.dated else tr("not dated yet")
