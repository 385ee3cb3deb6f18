"""A page with a table of records and, beside it, the form of the one that is chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.services.search_text import matches
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.page import Page
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.data_table import DataTable
from ccmdesk.ui.widgets.empty_state import EmptyState
from ccmdesk.ui.widgets.form import Form
from ccmdesk.ui.widgets.page_head import PageHead
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.search_field import SearchField


class RecordPage(Page):
    """Table, search, form, save and remove; what the records are is said by the page itself.

    What is typed is saved with the button, with Ctrl+S, when another record is chosen and when
    the page is left.
    """

    title = ""
    new_words = ""
    search_words = ""
    empty_words = ""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._records: list[Any] = []
        self._record: Any = None
        self.form = self.make_form()
        self.table = self.make_table()
        self.new_button = button(self.new_words, self.new, kind="primary", icon_name="plus")
        self.head = PageHead(self.title, "", self.new_button)
        self.head.sentence.setWordWrap(True)
        self.column.addWidget(self.head)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._side_by_side())
        first = button(self.new_words, self.new, kind="primary", icon_name="plus")
        self.stack.addWidget(EmptyState(self.empty_words, first))
        self.column.addWidget(self.stack, 1)
        self.table.row_chosen.connect(self._on_row_chosen)
        self.table.row_opened.connect(lambda _row: self.focus_form())
        self.form.changed.connect(self._show_what_can_be_done)
        self.form.submitted.connect(self.save)
        save = QShortcut(QKeySequence("Ctrl+S"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.save)

    # What a page of records says of itself

    def make_form(self) -> Form:
        """Return the form."""
        raise NotImplementedError

    def make_table(self) -> DataTable:
        """Return the table."""
        raise NotImplementedError

    def read_all(self) -> Sequence[Any]:
        """Return the records in the order in which they are listed."""
        raise NotImplementedError

    def words_of(self, record: Any) -> tuple[str, ...]:
        """Return what the search looks at."""
        raise NotImplementedError

    def blank(self) -> Any:
        """Return the record with which a new one begins."""
        raise NotImplementedError

    def title_of(self, record: Any) -> str:
        """Return the title over the form."""
        raise NotImplementedError

    def show_record(self, record: Any) -> None:
        """Show a record in the form."""
        raise NotImplementedError

    def read_form(self) -> Any:
        """Return the record as typed; raises InputError."""
        raise NotImplementedError

    def store(self, record: Any) -> Any:
        """Store a record and return it."""
        raise NotImplementedError

    def drop(self, record: Any) -> None:
        """Remove a record."""
        raise NotImplementedError

    def sentence(self) -> str:
        """Return how things stand."""
        raise NotImplementedError

    def take_focus(self) -> None:
        self.search.setFocus()

    def focus_form(self) -> None:
        """Put the cursor where typing begins."""
        raise NotImplementedError

    # The picture

    def _side_by_side(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(L)
        listing = Card()
        self.search = SearchField(self.search_words, self.table)
        self.search.textChanged.connect(lambda _text: self._show_rows())
        listing.body.addWidget(self.search)
        listing.body.addWidget(self.table, 1)
        row.addWidget(listing, 1)
        self.panel = Card(" ")
        inner = QWidget()
        self.below_form = QVBoxLayout(inner)
        self.below_form.setContentsMargins(0, 0, S, 0)
        self.below_form.addWidget(self.form)
        self.panel.body.addWidget(scrolling(inner), 1)
        foot = QHBoxLayout()
        self.remove_button = button(tr("Remove"), self.remove, icon_name="trash-2")
        self.save_button = button(tr("Save"), self.save, kind="primary", tip=tr("Save (Ctrl+S)"))
        foot.addWidget(self.remove_button)
        foot.addStretch()
        foot.addWidget(self.save_button)
        self.panel.body.addLayout(foot)
        row.addWidget(self.panel)
        return both

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.setFixedWidth(min(max(320, round(self.width() * 0.42)), 560))

    # What the officer does

    def refresh(self) -> None:
        self._records = list(self.read_all())
        self.head.sentence.setText(self.sentence())
        self._show_rows()
        if not self.form.dirty:
            current = self._record
            fresh = self._stored(current.id) if current is not None and current.id else None
            if fresh is None and (current is None or current.id):
                fresh = self.table.chosen() or (self.table.rows() or [None])[0]
            if fresh is not None:
                self._load(fresh)
            elif current is not None and current.id:
                self._load(self.blank())
                self._record = None
        self._show_stack()

    def show_target(self, target: object) -> None:
        """Open the record with that id, or a new one for "new"."""
        if target == "new":
            self.new()
            return
        record = self._stored(target)
        if record is not None and self._saved():
            self.search.clear()
            self._load(record)

    def leave(self) -> None:
        if not self.form.dirty or self._record is None:
            return
        try:
            self._save()
        except InputError as error:
            self.form.show_error(error)
            self.shell.say(tr("Not saved yet: {why}", why=error.message))
        except CcmDeskError as error:
            self.shell.show_error(error)

    def new(self) -> None:
        """Begin a new record."""
        if not self._saved():
            return
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.model().index(-1, -1))
        self._load(self.blank())
        self._show_stack()
        self.focus_form()

    def save(self) -> None:
        """Save what is typed and say so."""
        if self.form.dirty and self._saved():
            self.shell.say(tr("Saved: {name}", name=self.title_of(self._record)))

    def remove(self) -> None:
        """Remove the record shown; it can be undone."""
        record = self._record
        if record is None:
            return
        position = self.table.currentIndex().row()
        self._record = None
        self.show_record(self.blank())
        if record.id:
            if not self.shell.attempt(lambda: self.drop(record)):
                self._load(record)
                return
            self.shell.said_with_undo(tr("Removed: {name}", name=self.title_of(record)))
        rows = self.table.rows()
        if rows:
            self._load(rows[min(max(position, 0), len(rows) - 1)])
        else:
            self._load(self.blank())
            self._record = None
        self._show_stack()

    # Inside

    def _stored(self, identity: object) -> Any:
        return next((record for record in self._records if record.id == identity), None)

    def _on_row_chosen(self, row: Any) -> None:
        if self._record is not None and row.id == self._record.id:
            return
        if self._saved():
            self._load(self._stored(row.id) or row)
        elif self._record is not None:
            self._mark(self._record.id)

    def _saved(self) -> bool:
        if not self.form.dirty or self._record is None:
            return True
        try:
            self._save()
        except InputError as error:
            if not self.form.show_error(error):
                self.shell.show_error(error)
            return False
        except CcmDeskError as error:
            self.shell.show_error(error)
            return False
        return True

    def _save(self) -> None:
        self._load(self.store(self.read_form()))

    def _load(self, record: Any) -> None:
        self._record = record
        self.panel.title.setText(self.title_of(record))
        self.show_record(record)
        self._mark(record.id)
        self._show_what_can_be_done()

    def _mark(self, identity: int) -> None:
        for position, row in enumerate(self.table.rows()):
            if row.id == identity:
                before = self.table.blockSignals(True)
                self.table.selectRow(position)
                self.table.blockSignals(before)
                return

    def _show_rows(self) -> None:
        typed = self.search.text()
        rows = [each for each in self._records if matches(typed, *self.words_of(each))]
        before = self.table.blockSignals(True)
        self.table.show_rows(rows)
        self.table.blockSignals(before)
        if self._record is not None:
            self._mark(self._record.id)

    def _show_what_can_be_done(self) -> None:
        self.save_button.setEnabled(self.form.dirty)
        self.remove_button.setEnabled(self._record is not None)
        stored = self._record is not None and self._record.id
        words = tr("Remove") if stored else tr("Discard")
        self.remove_button.setText(words)

    def _show_stack(self) -> None:
        nothing = not self._records and self._record is None
        self.stack.setCurrentIndex(1 if nothing else 0)
        self.new_button.setVisible(not nothing)
