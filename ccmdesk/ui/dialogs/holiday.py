"""Dialogs of the holiday lists: one day, or a whole list that is pasted."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty_moves import Move
from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.domain.holiday_entries import PLACE_NAMES, HolidayEntry, Place
from ccmdesk.services.desk import Desk
from ccmdesk.ui.dialogs.note_step import StepDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field, FieldRow
from ccmdesk.ui.widgets.growing_text import GrowingText
from ccmdesk.ui.widgets.moves_list import BegunBy, MovesList, begun_by
from ccmdesk.ui.widgets.text import label

_PAUSE = 250


class _ListDialog(StepDialog):
    """A change of a holiday list that shows what it moves before it is made.

    `moved` is what it moved once it is made. Signals: `about_to_save` just before it is made.
    """

    about_to_save = Signal()

    def __init__(self, parent: QWidget, desk: Desk, title: str, sentence: str, yes: str) -> None:
        super().__init__(parent, title, sentence, yes)
        self.setMinimumWidth(560)
        self.moved: list[Move] = []
        self._desk, self._holidays = desk, desk.holidays
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.look_ahead)
        self.moves = MovesList()
        self.take = self._save

    def typed(self) -> Sequence[HolidayEntry]:
        """Return the lines as typed; raises InputError naming the wrong field."""
        raise NotImplementedError

    def look_ahead(self) -> None:
        """Show which dates the lines would move, once what is typed makes sense."""
        try:
            found = self._holidays.preview_all(self.typed())
            starts = self._begun(found)
        except CcmDeskError as error:
            self.understood(None, error)
            self.moves.hide()
        else:
            self.understood(len(self.typed()), None)
            self.moves.show_moves(found, _sentence(found, starts), starts)
            self.moves.show()
        self.fit()

    def understood(self, count: int | None, error: CcmDeskError | None) -> None:
        """Say what was understood of what is typed, or what is wrong with it."""

    def _begun(self, found: Sequence[Move]) -> list[BegunBy]:
        if self._desk.profile.get() is None:
            return []
        change = self._holidays.change_of(self.typed())
        try:
            return begun_by(self._desk, self._desk.safe_starts.preview(change, found))
        except InputError:
            # Where a step has no day left, Deadlines says so; the list can still be kept.
            return []

    def _save(self) -> None:
        typed = self.typed()
        self.about_to_save.emit()
        self.moved = self._holidays.save_all(typed)


class HolidayDialog(_ListDialog):
    """One day on which an office is closed."""

    def __init__(self, parent: QWidget, desk: Desk, entry: HolidayEntry) -> None:
        known = entry.id != 0
        super().__init__(
            parent,
            desk,
            tr("Change the holiday") if known else tr("Add a holiday"),
            tr("A day on which {place} is closed.", place=PLACE_NAMES[entry.place]),
            tr("Save the change") if known else tr("Add"),
        )
        self._entry = entry
        self.day = DayEdit(entry.day if entry.name else None, name="day")
        self.name = QLineEdit(entry.name)
        self.source = QLineEdit(entry.source)
        self.yearly = QCheckBox(tr("Every year on this day"))
        self.yearly.setChecked(entry.yearly)
        row = (
            Field(tr("Day"), self.day, name="day"),
            Field(tr("Name"), self.name, name="name"),
        )
        for each in row:
            self.fields[each.name] = each
        self.body.addWidget(FieldRow(*row))
        self.body.addWidget(self.yearly)
        self.add(
            Field(
                tr("Source"),
                self.source,
                name="source",
                help=tr("The circular or the page that says so; it may be left out."),
            )
        )
        self.body.addWidget(self.moves)
        self.moves.hide()
        self.day.textChanged.connect(lambda _: self._timer.start())
        self.name.textChanged.connect(lambda _: self._timer.start())
        self.yearly.toggled.connect(lambda _: self._timer.start())
        self.day.setFocus()

    def typed(self) -> Sequence[HolidayEntry]:
        day = self.day.day()
        if day is None:
            raise InputError(tr("Give the day."), "day")
        return [
            replace(
                self._entry,
                day=day,
                name=" ".join(self.name.text().split()),
                yearly=self.yearly.isChecked(),
                source=" ".join(self.source.text().split()),
            ).checked()
        ]


class HolidayListDialog(_ListDialog):
    """A list pasted from a circular or a page; one wrong line, and nothing of it is taken."""

    def __init__(self, parent: QWidget, desk: Desk, place: Place, year: int) -> None:
        super().__init__(
            parent,
            desk,
            tr("Paste the list of {year}", year=year),
            tr(
                "The holidays of {place}, one day a line with its name, such as “6 May Ascension "
                "Day” or “06.05.2027; Ascension”.",
                place=PLACE_NAMES[place],
            ),
            tr("Take the list over"),
        )
        self.setMinimumWidth(600)
        self._place, self._year = place, year
        self.text = GrowingText(least=8, most=12)
        self.text.setTabChangesFocus(True)
        self.add(Field(tr("List"), self.text, name="text"))
        self.complete = QCheckBox(tr("The list is complete; other shipped holidays do not count"))
        self.body.addWidget(self.complete)
        # Nothing is shipped for the capital that a list could put aside.
        self.complete.setVisible(place is not Place.CAPITAL)
        self.found = label("", "muted", wrap=True)
        self.body.addWidget(self.found)
        self.found.hide()
        self.body.addWidget(self.moves)
        self.moves.hide()
        self.yes.setEnabled(False)
        assert isinstance(self.text, QPlainTextEdit)
        self.text.textChanged.connect(self._timer.start)
        self.complete.toggled.connect(lambda _: self._timer.start())
        self.text.setFocus()

    def typed(self) -> Sequence[HolidayEntry]:
        return self._holidays.read_list(
            self._place,
            self.text.toPlainText(),
            self._year,
            complete=self.complete.isChecked(),
        )

    def understood(self, count: int | None, error: CcmDeskError | None) -> None:
        self.yes.setEnabled(count is not None)
        empty = not self.text.toPlainText().strip()
        self.fields["text"].set_error(error.message if error and not empty else "")
        self.found.setText(self._counted() if count is not None else "")
        self.found.setVisible(bool(self.found.text()))

    def _counted(self) -> str:
        entries = self.typed()
        closed = [entry for entry in entries if entry.off]
        cancelled = len(entries) - len(closed)
        words = (
            tr("1 holiday, {day}", day=spoken(closed[0].day))
            if len(closed) == 1
            else tr(
                "{count} holidays from {first} to {last}",
                count=len(closed),
                first=spoken(min(entry.day for entry in closed)),
                last=spoken(max(entry.day for entry in closed)),
            )
        )
        if not cancelled:
            return words + "."
        return words + tr("; {count} of the shipped ones do not count.", count=cancelled)


def _sentence(found: Sequence[Move], starts: Sequence[BegunBy]) -> str:
    if found:
        return ""
    if starts:
        return tr("No internal date moves, but the day to begin does:")
    return tr("No internal date moves, nor any day to begin; legal dates never do.")
