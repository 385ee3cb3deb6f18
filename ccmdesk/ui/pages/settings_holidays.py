"""Settings: the holidays of three offices by year, and which internal dates they move."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.dates import WEEKDAYS, spoken
from ccmdesk.domain.duty_moves import Move
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import (
    FIRST_YEAR,
    LAST_YEAR,
    HolidayEntry,
    HolidayLine,
    Place,
    Standing,
)
from ccmdesk.domain.safe_start import SafeStart, start_moves
from ccmdesk.ui.dialogs.holiday import HolidayDialog, HolidayListDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M, S, Tone
from ccmdesk.ui.widgets.buttons import button, tint
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.data_table import Column
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.fitting_table import FittingTable
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.moves_list import MovesList, begun_by
from ccmdesk.ui.widgets.text import label

_PLACES = {
    Place.UN_OFFICE: "UN Office at Geneva",
    Place.CANTON: "Canton of Geneva",
    Place.CAPITAL: "Our capital",
}
_EXPLAINED = {
    Place.UN_OFFICE: "Internal dates are counted by this list; legal dates never move.",
    Place.CANTON: "The days on which the mission and the city are closed; used for lead times.",
    Place.CAPITAL: "The days on which the ministry is closed; used for lead times. Nothing is "
    "shipped for it: enter or paste its list.",
}
_STANDING = {
    Standing.SHIPPED: ("shipped", Tone.PLAIN),
    Standing.OWN: ("entered here", Tone.ACCENT),
    Standing.CANCELLED: ("works that day", Tone.WARN),
}


_WEEKENDS = (
    frozenset({5, 6}),
    frozenset({4, 5}),
    frozenset({3, 4}),
    frozenset({4, 6}),
    frozenset({6}),
    frozenset({4}),
)


class HolidaysSection(QWidget):
    """One list of one year; add, change, cancel, put back, paste."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.shown_year = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        card = Card(tr("Holidays"))
        card.body.setContentsMargins(L, M, L, L)
        card.body.setSpacing(M)
        card.body.addLayout(self._which())
        self.explained = label("", "muted", wrap=True)
        card.body.addWidget(self.explained)
        self.weekend = choice(())
        self.weekend.activated.connect(lambda _: self._keep_weekend())
        self.weekend_field = Field(tr("Weekend of the capital"), self.weekend, name="weekend")
        card.body.addWidget(self.weekend_field)
        self.moved = MovesList()
        self.moved.hide()
        card.body.addWidget(self.moved)
        self.table = FittingTable(
            (
                Column(tr("Day"), lambda line: spoken(line.day), 22, strong=True),
                Column(
                    tr("Name"),
                    lambda line: line.name,
                    struck=lambda line: line.standing is Standing.CANCELLED,
                ),
                Column(
                    tr("In the list"),
                    lambda line: tr(_STANDING[line.standing][0]),
                    16,
                    lambda line: _STANDING[line.standing][1],
                ),
            ),
            tr("Holidays of the year"),
            {2: 480},
        )
        self.table.setMinimumHeight(168)
        self.table.row_chosen.connect(lambda _: self._show_what_can_be_done())
        self.table.row_opened.connect(lambda _: self.change())
        card.body.addWidget(self.table, 1)
        self.none = label(tr("No holiday is in this list yet."), "muted", wrap=True)
        # Where it stands instead of the table it takes the table's room.
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        card.body.addWidget(self.none, 1)
        card.body.addLayout(self._acts())
        column.addWidget(card, 1)
        for keys, act in (("Delete", self.turn), ("Insert", self.add)):
            shortcut = QShortcut(QKeySequence(keys), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    def _which(self) -> QHBoxLayout:
        self.place = choice((str(place), tr(words)) for place, words in _PLACES.items())
        self.place.setAccessibleName(tr("Whose holidays"))
        self.place.setMinimumContentsLength(18)
        self.place.currentIndexChanged.connect(lambda _: self.refresh())
        self.before = button("", lambda: self.go_to(self.shown_year - 1), icon_name="chevron-left")
        self.after = button("", lambda: self.go_to(self.shown_year + 1), icon_name="chevron-right")
        self.year = label("", "strong")
        self.year.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.year.setMinimumWidth(56)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.place)
        row.addStretch()
        for each in (self.before, self.year, self.after):
            row.addWidget(each)
        return row

    def _acts(self) -> Flow:
        self.add_button = button(tr("Add a day…"), self.add, icon_name="plus")
        self.paste_button = button(tr("Paste a list…"), self.paste, icon_name="file-plus")
        self.change_button = button(tr("Change…"), self.change, icon_name="pencil")
        self.turn_button = button(tr("Take out"), self.turn, icon_name="trash-2")
        row = Flow()
        for each in (self.add_button, self.paste_button, self.change_button, self.turn_button):
            row.addWidget(each)
        return row

    # What is there

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def refresh(self) -> None:
        """Read the list again; what moved is told once, and undo makes it untrue."""
        self.moved.hide()
        if not self.shown_year:
            self.shown_year = self.shell.desk.clock.today().year
        place = self._place()
        lines = self.shell.desk.holidays.year(place, self.shown_year)
        self.table.show_rows(lines, keep=lambda line: line.day)
        if lines and self.table.chosen() is None:
            self.table.selectRow(0)
        self.table.setVisible(bool(lines))
        self.none.setHidden(bool(lines))
        self.explained.setText(tr(_EXPLAINED[place]))
        self.weekend_field.setVisible(place is Place.CAPITAL)
        self._show_weekend()
        self.year.setText(str(self.shown_year))
        for each, year in ((self.before, self.shown_year - 1), (self.after, self.shown_year + 1)):
            words = tr("The list of {year}", year=year)
            each.setToolTip(words)
            each.setAccessibleName(words)
            each.setEnabled(FIRST_YEAR <= year <= LAST_YEAR)
        self._show_what_can_be_done()

    def _show_weekend(self) -> None:
        stored = self.shell.desk.holidays.weekend()
        self.weekend.clear()
        for days in dict.fromkeys((*_WEEKENDS, stored)):
            self.weekend.addItem(_weekend_words(days), sorted(days))
        self.weekend.setCurrentIndex(self.weekend.findData(sorted(stored)))

    def _keep_weekend(self) -> None:
        days = frozenset(self.weekend.currentData())
        holidays = self.shell.desk.holidays
        before = self._starts()
        if days != holidays.weekend() and self.shell.attempt(lambda: holidays.save_weekend(days)):
            self._tell([], before, tr("The capital rests on {days}", days=_weekend_words(days)))

    def go_to(self, year: int) -> None:
        """Show the list of another year."""
        if FIRST_YEAR <= year <= LAST_YEAR:
            self.shown_year = year
            self.refresh()

    def _place(self) -> Place:
        return Place(self.place.currentData())

    def _chosen(self) -> HolidayLine | None:
        line = self.table.chosen() if self.table.rows() else None
        return line if isinstance(line, HolidayLine) else None

    def _show_what_can_be_done(self) -> None:
        line = self._chosen()
        self.change_button.setEnabled(line is not None and line.standing is Standing.OWN)
        self.turn_button.setEnabled(line is not None)
        if line is None or line.standing is Standing.OWN:
            words, icon_name = tr("Take out"), "trash-2"
        elif line.standing is Standing.CANCELLED:
            words, icon_name = tr("It is a holiday after all"), "undo-2"
        else:
            words, icon_name = tr("The office works that day"), "x"
        self.turn_button.setText(words)
        tint(self.turn_button, icon_name)
        self.turn_button.setToolTip(tr("{act} (Delete)", act=words))

    # What the officer does

    def add(self) -> None:
        """Open the dialog for a day of the officer's own."""
        self._open(HolidayEntry(self._place(), date(self.shown_year, 1, 1), ""))

    def change(self) -> None:
        """Open the officer's own line that is chosen."""
        line = self._chosen()
        if line is not None and line.standing is Standing.OWN:
            self._open(self.shell.desk.holidays.entry(line.entry_id))

    def _open(self, entry: HolidayEntry) -> None:
        dialog = HolidayDialog(self, self.shell.desk, entry)
        self._ask(dialog, tr("The list is changed"))

    def paste(self) -> None:
        """Open the dialog that reads a whole list."""
        dialog = HolidayListDialog(self, self.shell.desk, self._place(), self.shown_year)
        self._ask(dialog, tr("The list is taken over"))

    def _ask(self, dialog: HolidayDialog | HolidayListDialog, said: str) -> None:
        before: list[SafeStart] = []
        dialog.about_to_save.connect(lambda: before.extend(self._starts()))
        dialog.taken.connect(lambda: self._tell(dialog.moved, before, said))
        dialog.open()

    def turn(self) -> None:
        """Take an own line out, cancel a shipped holiday, or put a cancelled one back."""
        line = self._chosen()
        if line is None:
            return
        holidays = self.shell.desk.holidays
        if line.entry_id:
            self._do(
                lambda: holidays.remove(line.entry_id),
                tr("The line is taken out: {name}", name=line.name),
            )
            return
        entry = HolidayEntry(self._place(), line.day, line.name, off=False)
        self._do(
            lambda: holidays.save(entry),
            tr("{day} counts as a working day", day=spoken(line.day)),
        )

    def _do(self, act: Callable[[], list[Move]], said: str) -> None:
        moved: list[Move] = []
        before = self._starts()
        if self.shell.attempt(lambda: moved.extend(act())):
            self._tell(moved, before, said)

    def _starts(self) -> list[SafeStart]:
        """Return by when each waiting duty has to be begun, as the lists are now."""
        desk = self.shell.desk
        try:
            return desk.safe_starts.all() if desk.profile.get() is not None else []
        except InputError:
            # Where a step has no day left, Deadlines says so; the list can still be kept.
            return []

    def _tell(self, moved: list[Move], before: list[SafeStart], said: str) -> None:
        self.refresh()
        starts = begun_by(self.shell.desk, start_moves(before, self._starts()))
        anything = bool(moved or starts)
        self.moved.show_moves(moved, tr("What moved:") if anything else "", starts)
        self.moved.setVisible(anything)
        nothing = tr("{said}; no internal date moved, nor any day to begin", said=said)
        self.shell.said_with_undo(said if anything else nothing)


def _weekend_words(days: frozenset[int]) -> str:
    names = [tr(WEEKDAYS[day]) for day in sorted(days)]
    if len(names) == 1:
        return names[0]
    return tr("{days} and {last}", days=", ".join(names[:-1]), last=names[-1])
