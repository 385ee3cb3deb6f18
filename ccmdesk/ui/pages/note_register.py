"""The register: every note as a line, found as one types, and what is done with all of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.domain.note import NoteLine
from ccmdesk.domain.register_outline import Outline
from ccmdesk.services.register import NoteFilter
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.register_filters import RegisterFilters
from ccmdesk.ui.pages.register_table import PagedLines, RegisterTable
from ccmdesk.ui.register_acts import RegisterActs, SealsFound
from ccmdesk.ui.register_search import FEW, RegisterSearch
from ccmdesk.ui.register_words import counted, is_bounded
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.empty_state import EmptyState
from ccmdesk.ui.widgets.outcome_line import OutcomeLine
from ccmdesk.ui.widgets.page_head import PageHead
from ccmdesk.ui.widgets.progress_line import ProgressLine
from ccmdesk.ui.widgets.text import label

# What fills the largest window; the rest follows when it is painted.
_FIRST = 100
_AFTER_THE_PICTURE = 40
_TABLE, _EMPTY, _NOTHING_FOUND = range(3)


class NoteRegister(QWidget):
    """Lists notes.

    Signals: `opened` (id) when a note is to be opened, `begun` when a new one is to be written.
    """

    opened = Signal(int)
    begun = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.new_button = button(
            tr("New note"),
            self.begun.emit,
            kind="primary",
            icon_name="plus",
            tip=tr("New note (Ctrl+N)"),
        )
        self.head = PageHead(tr("Notes"), "", self.new_button)
        self.table = RegisterTable()
        self.filters = RegisterFilters(self.table)
        self.search = RegisterSearch(shell, self)
        self.acts = RegisterActs(shell, self)
        self.outcome = OutcomeLine()
        self.progress = ProgressLine(self.acts.stop)
        self.counted = label("", "muted")
        self.verify_button = button(
            tr("Verify the seals"), self.acts.verify, kind="quiet", icon_name="circle-check"
        )
        self.print_button = button(
            tr("Print the register"), self._ask_paper, kind="quiet", icon_name="printer"
        )
        self.table_button = button(
            tr("Save as CSV"), self._ask_table, kind="quiet", icon_name="download"
        )
        self._outline: Outline | None = None
        self._size = 0
        self._chosen = 0
        # Whether only the beginning of the list is shown yet.
        self._begun = False
        self._lay_out()
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._begin_search)
        self.filters.changed.connect(self._ask)
        self.search.found.connect(self._on_found)
        self.search.waiting.connect(lambda: self.counted.setText(tr("Searching …")))
        self.table.row_opened.connect(lambda line: self.opened.emit(line.id))
        self.table.sort_asked.connect(self.filters.sort_by)
        self.acts.begun.connect(self._on_begun)
        self.acts.went_on.connect(self.progress.tell)
        self.acts.ended.connect(self._on_ended)
        self.acts.verified.connect(self._on_verified)

    def refresh(self, chosen: int = 0) -> None:
        """Read the notes again; the note `chosen`, or the one chosen now, stays chosen."""
        now = self.table.chosen()
        self._chosen = chosen or (now.id if now is not None else 0)
        register = self.shell.desk.register
        self._size = register.size()
        self.search.follow(self._size)
        year = self.shell.desk.clock.today().year
        if self._size <= FEW:
            self._take_outline(register.outline(year))
        else:
            if not len(self.table.rows()) and not is_bounded(self.filters.wanted()):
                self._show(register.first(self.filters.wanted(), _FIRST))
                self._begun = True
            self._tell_standing()
            if self._begun:
                self.counted.setText(counted(self._size))
            # What works aside holds the window up a little: the first picture comes before.
            QTimer.singleShot(_AFTER_THE_PICTURE, self._read_rest)
            return
        self._ask()

    def _read_rest(self) -> None:
        register, year = self.shell.desk.register, self.shell.desk.clock.today().year
        self._ask()
        self.shell.run_ahead(lambda: register.outline(year), self._take_outline)
        self.search.prepare()

    def choose(self, note_id: int) -> None:
        """Choose a note where it is listed."""
        self.table.choose(note_id)

    def take_focus(self) -> None:
        """Put the keyboard into the list, or on what makes the first note."""
        if self.listing.currentIndex() == _TABLE:
            self.table.setFocus()
        else:
            self.new_button.setFocus()

    # The picture

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self.head)
        card = Card()
        card.body.addWidget(self.filters)
        self.nothing = EmptyState(
            tr("No note fits this search."), button(tr("Show all notes"), self._show_all)
        )
        self.listing = QStackedWidget()
        self.listing.addWidget(self.table)
        self.listing.addWidget(
            EmptyState(
                tr(
                    "Notes verbales stand here: what is still to do first, then the register of"
                    " those that were issued. Nothing is written yet."
                ),
                button(
                    tr("Write the first note"),
                    self.begun.emit,
                    kind="primary",
                    icon_name="plus",
                ),
            )
        )
        self.listing.addWidget(self.nothing)
        card.body.addWidget(self.listing, 1)
        card.body.addWidget(self.outcome)
        self.foot = QWidget()
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(M)
        foot.addWidget(self.counted)
        foot.addStretch()
        for each in (self.table_button, self.print_button, self.verify_button):
            foot.addWidget(each)
        card.body.addWidget(self.foot)
        card.body.addWidget(self.progress)
        column.addWidget(card, 1)

    # What is listed

    def _begin_search(self) -> None:
        self.filters.search.setFocus()
        self.filters.search.selectAll()

    def _ask(self) -> None:
        self.search.ask(self.filters.wanted())

    def _on_found(self, wanted: NoteFilter, ids: Sequence[int]) -> None:
        lines = PagedLines(ids, self.shell.desk.register.page)
        if not (self._begun and self.table.extend_lines(lines)):
            self._show(lines)
        self._begun = False
        self.table.mark_order(wanted.order, wanted.descending)
        self._tell_count(wanted, len(ids))

    def _show(self, lines: Sequence[NoteLine]) -> None:
        self.table.show_lines(lines, self._chosen)
        self._chosen = 0
        self.listing.setCurrentIndex(
            _TABLE if len(lines) else _NOTHING_FOUND if self._size else _EMPTY
        )
        self.foot.setVisible(bool(self._size))
        self.filters.setVisible(bool(self._size))

    def _show_all(self) -> None:
        self.filters.clear()
        self.table.setFocus()

    def _tell_count(self, wanted: NoteFilter, found: int) -> None:
        if found < self._size:
            words = tr("{found} of {all}", found=f"{found:,}", all=counted(self._size))
        else:
            words = counted(found)
        self.counted.setText(words)
        self.table_button.setEnabled(bool(found))
        if not found and self._size:
            search = wanted.search.strip()
            self.nothing.sentence.setText(
                tr("No note fits “{search}”.", search=search)
                if not is_bounded(replace(wanted, search=""))
                else tr("No note fits “{search}” and these filters.", search=search)
                if search
                else tr("No note fits these filters.")
            )

    def _take_outline(self, outline: Outline) -> None:
        self._outline = outline
        if self.filters.offer(outline.years, outline.meetings, outline.series):
            self._ask()
        self._tell_standing()

    def _tell_standing(self) -> None:
        if self._outline is not None:
            self.head.sentence.setText(self._sentence(self._outline))

    def _sentence(self, outline: Outline) -> str:
        today = self.shell.desk.clock.today()
        drafts, waiting = outline.drafts, outline.waiting
        parts = [
            tr("no drafts")
            if not drafts
            else tr("1 draft")
            if drafts == 1
            else tr("{count} drafts", count=f"{drafts:,}"),
            *([tr("{count} submitted or approved", count=f"{waiting:,}")] if waiting else []),
            tr(
                "{count} issued in {year}",
                count=f"{outline.issued:,}" if outline.issued else tr("none"),
                year=today.year,
            ),
            *self._next_number(today),
        ]
        return " · ".join(parts)

    def _next_number(self, today: date) -> list[str]:
        try:
            number = self.shell.desk.notes.next_number(today)
        except CcmDeskError:
            # Without a mission there is no pattern of numbers yet, and nothing to say of it.
            return []
        return [tr("next number {number}", number=number)]

    # What is done with all of them

    def _ask_paper(self) -> None:
        years = self._outline.years if self._outline is not None else ()
        self.acts.ask_paper(years, self.filters.wanted().year)

    def _ask_table(self) -> None:
        rows = self.table.rows()
        if isinstance(rows, PagedLines):
            self.acts.ask_where_to_save_table(list(rows.ids))

    def _on_begun(self, words: str) -> None:
        self.outcome.hide()
        self.foot.hide()
        self.progress.begin(words)
        self.progress.stop.setFocus()

    def _on_ended(self) -> None:
        held = self.progress.stop.hasFocus()
        self.progress.hide()
        self.foot.show()
        if held:
            self.take_focus()

    def _on_verified(self, found: SealsFound) -> None:
        looked_at, of = f"{found.looked_at:,}", f"{found.of:,}"
        if found.broken:
            faults = [report.message for report in found.broken]
            said = tr(
                "{count} of {looked_at} seals looked at are broken.",
                count=f"{len(faults):,}",
                looked_at=looked_at,
            )
            self.outcome.tell(tr("Broken"), Tone.DANGER, said, faults)
        elif not found.of:
            self.outcome.tell(tr("No seals"), Tone.PLAIN, tr("No note is issued yet."))
        elif found.looked_at < found.of:
            said = tr(
                "Stopped after {looked_at} of {of} seals; these are whole.",
                looked_at=looked_at,
                of=of,
            )
            self.outcome.tell(tr("Not finished"), Tone.WARN, said)
        else:
            said = tr(
                "Every seal was looked at, {of} in all; each is whole and nothing was changed.",
                of=of,
            )
            self.outcome.tell(tr("Whole"), Tone.OK, said)
