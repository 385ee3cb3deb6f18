"""The table of the register: rows read when they come into sight, a column to sort by."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import overload

from PySide6.QtCore import Signal

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.note import NoteKind, NoteLine, NoteState
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import (
    STATE_TONES,
    kind_name,
    language_name,
    short_meeting,
    state_name,
)
from ccmdesk.ui.register_words import kind_short_name
from ccmdesk.ui.widgets.data_table import Column
from ccmdesk.ui.widgets.fitting_table import FittingTable

_PAGE = 32
_MOST_PAGES = 80
NUMBER, DATED, KIND, MEETING, SUBJECT, ADDRESSEE, LANGUAGE, STATE = range(8)
COLUMN_OF = {
    "number": NUMBER,
    "date": DATED,
    "kind": KIND,
    "meeting": MEETING,
    "subject": SUBJECT,
    "addressee": ADDRESSEE,
    "language": LANGUAGE,
    "state": STATE,
}
_ORDER_OF = {column: order for order, column in COLUMN_OF.items()}


class PagedLines(Sequence[NoteLine]):
    """The lines of many notes, read a page at a time when one of the page is asked for."""

    def __init__(
        self, ids: Sequence[int], read: Callable[[Sequence[int]], Sequence[NoteLine]]
    ) -> None:
        self.ids = ids
        self._read = read
        self._pages: dict[int, Sequence[NoteLine | None]] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> NoteLine: ...
    @overload
    def __getitem__(self, place: slice) -> list[NoteLine]: ...
    def __getitem__(self, place: int | slice) -> NoteLine | list[NoteLine]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if place < 0:
            place += len(self)
        if not 0 <= place < len(self):
            raise IndexError(place)
        page, offset = divmod(place, _PAGE)
        if page not in self._pages:
            if len(self._pages) >= _MOST_PAGES:
                del self._pages[next(iter(self._pages))]
            wanted = self.ids[page * _PAGE : (page + 1) * _PAGE]
            found = {line.id: line for line in self._read(wanted)}
            self._pages[page] = [found.get(note_id) for note_id in wanted]
        line = self._pages[page][offset]
        # A note that went away since the list was made, until the list is made anew.
        return line if line is not None else _gone(self.ids[place])

    def place(self, note_id: int) -> int:
        """Return where a note stands, or -1."""
        try:
            return self.ids.index(note_id)
        except ValueError:
            return -1


class RegisterTable(FittingTable):
    """The notes, each with its state as a pill; cancelled ones struck through with their reason.

    Signals: `sort_asked` (order) when the head of a column is clicked.
    """

    sort_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            [
                Column(tr("Number"), _number, 12, strong=True, struck=_cancelled),
                Column(tr("Date"), _dated, 22, struck=_cancelled),
                Column(tr("Kind"), lambda line: kind_short_name(line.kind), 15, struck=_cancelled),
                Column(tr("Meeting"), lambda line: line.meeting_code, 9, struck=_cancelled),
                Column(tr("Subject"), _subject, struck=_cancelled, after=_why_cancelled),
                Column(tr("Addressee"), lambda line: line.addressee, 22, struck=_cancelled),
                Column(tr("Language"), lambda line: language_name(line.language), 8),
                Column(
                    tr("State"),
                    lambda line: state_name(line.state),
                    15,
                    tone=lambda line: STATE_TONES[line.state],
                ),
            ],
            tr("Notes"),
            {KIND: 760, MEETING: 860, ADDRESSEE: 1240, LANGUAGE: 960},
        )
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setToolTip(tr("Click to sort; the box “Sort by” does the same"))
        head.sectionClicked.connect(lambda column: self.sort_asked.emit(_ORDER_OF[column]))

    def mark_order(self, order: str, descending: bool) -> None:
        """Show by which column the lines are sorted."""
        self._rows.mark_sorted(COLUMN_OF.get(order, -1), descending)

    def show_lines(self, lines: Sequence[NoteLine], chosen: int = 0) -> None:
        """Show lines with the note `chosen` selected, or the first where it is not among them."""
        place = max(_place(lines, chosen), 0) if chosen else 0
        self._rows.replace(lines)
        if len(lines):
            self.selectRow(place)

    def choose(self, note_id: int) -> None:
        """Choose a note where it is listed."""
        place = _place(self.rows(), note_id)
        if place >= 0:
            self.selectRow(place)

    def extend_lines(self, lines: PagedLines) -> bool:
        """Show the rest below what is shown; False where what is shown is not its beginning."""
        shown = [line.id for line in self.rows()]
        if list(lines.ids[: len(shown)]) != shown:
            return False
        self._rows.extend(lines)
        return True


def _place(lines: Sequence[NoteLine], note_id: int) -> int:
    if isinstance(lines, PagedLines):
        return lines.place(note_id)
    return next((place for place, line in enumerate(lines) if line.id == note_id), -1)


def _gone(note_id: int) -> NoteLine:
    long_ago = datetime(1970, 1, 1, tzinfo=UTC)
    return NoteLine(note_id, NoteKind.GENERAL, "", NoteState.DRAFT, "", "", "", None, long_ago)


def _cancelled(line: NoteLine) -> bool:
    return line.state is NoteState.CANCELLED


def _why_cancelled(line: NoteLine) -> str:
    return line.reason


def _number(line: NoteLine) -> str:
    return line.number or "–"


def _dated(line: NoteLine) -> str:
    return spoken(line.dated) if line.dated else tr("not dated yet")


def _subject(line: NoteLine) -> str:
    # Until a note is issued its subject follows its text; kind and meeting say what it is about.
    if line.subject:
        return line.subject
    parts = (kind_name(line.kind), short_meeting(line.meeting_name))
    return " · ".join(part for part in parts if part)
