"""What a change would move: each duty with its date as it is and as it would be."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty_moves import Move
from ccmdesk.domain.safe_start import StartMove
from ccmdesk.services.desk import Desk
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import hairline, label

_LOWEST, _SHARE_OF_WINDOW = 176, 0.25
_BAR = 12
_AROUND = 8


@dataclass(frozen=True, slots=True)
class BegunBy:
    """A duty that has to be begun on another day than before."""

    key: str
    title: str
    was: date
    became: date

    def words(self) -> str:
        """Return both days."""
        return tr("begin by {now} instead of {was}", now=_day(self.became), was=_day(self.was))


def begun_by(desk: Desk, found: Sequence[StartMove]) -> list[BegunBy]:
    """Return the moves of the days to begin with the titles of their duties."""
    if not found:
        return []
    titles = {each.duty.key: each.duty.title for each in desk.deadlines.duties()}
    return [BegunBy(each.key, titles[each.key], each.was, each.became) for each in found]


def moves_sentence(moves: Sequence[Move]) -> str:
    """Return in one sentence how many duties move."""
    count = len(moves)
    if not count:
        return tr("No date of a duty moves.")
    if count == 1:
        return tr("The date of one duty moves:")
    return tr("The dates of {count} duties move:", count=count)


def move_words(move: Move) -> str:
    """Return one duty's dates before and after, the internal date where it tells more."""
    was, now = move.due
    internal = move.internal_due[1]
    if not move.legal:
        return tr(
            "Send by {now} instead of {was}; due {due} as before",
            now=_day(internal),
            was=_day(move.internal_due[0]),
            due=_day(now),
        )
    if was is None:
        told = tr("New: {now}", now=_day(now))
    elif now is None:
        return tr("{was}: no longer asked", was=_day(was))
    else:
        told = tr("{was} → {now}", was=_day(was), now=_day(now))
    if internal is not None and internal != now:
        told += tr(" · send by {day}", day=_day(internal))
    return told


class MovesList(QWidget):
    """A sentence, and the duties below it; many of them scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.moves: tuple[Move, ...] = ()
        self.starts: tuple[BegunBy, ...] = ()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        self.sentence = label("", "strong", wrap=True)
        column.addWidget(self.sentence)
        self._frame = QFrame()
        self._frame.setObjectName("card")
        self._scroll = scrolling(QWidget())
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(tr("Dates that move"))
        around = QVBoxLayout(self._frame)
        around.setContentsMargins(2, 2, 2, 2)
        around.addWidget(self._scroll)
        column.addWidget(self._frame)
        self.show_moves(())

    def show_moves(
        self, moves: Sequence[Move], sentence: str = "", starts: Sequence[BegunBy] = ()
    ) -> None:
        """Show moves under a sentence, which is theirs unless another one is given."""
        self.moves, self.starts = tuple(moves), tuple(starts)
        self.sentence.setText(sentence or moves_sentence(self.moves))
        lines = self._lines()
        self._frame.setVisible(bool(lines))
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(S, S // 2, S, S // 2)
        column.setSpacing(S // 2)
        for index, (title, told) in enumerate(lines):
            if index:
                column.addWidget(hairline())
            column.addWidget(label(title, "strong", wrap=True))
            column.addWidget(label(told, "muted", wrap=True))
        column.addStretch()
        self._scroll.setWidget(content)
        self._scroll.setAccessibleDescription(self.words())
        self._fit()
        # Whoever fits itself around this at once must not find the former height.
        self._column.invalidate()
        self.updateGeometry()

    def _lines(self) -> list[tuple[str, str]]:
        """Return each duty with all that moves of it."""
        begun = {each.key: each for each in self.starts}
        lines = []
        for move in self.moves:
            start = begun.pop(move.key, None)
            told = move_words(move)
            lines.append((move.title, f"{told} · {start.words()}" if start else told))
        return lines + [(each.title, _capital(each.words())) for each in begun.values()]

    def words(self) -> str:
        """Return everything shown, as a reader of the screen says it."""
        return " ".join(f"{title}: {told}." for title, told in self._lines())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _main_window(self) -> QWidget:
        """Return the window below a dialog: a dialog grows with this list itself."""
        top = self.window()
        parent = top.parentWidget()
        return parent.window() if parent is not None else top

    def _fit(self) -> None:
        """Take the height of the lines, up to a height at which the list scrolls."""
        content = self._scroll.widget()
        layout = content.layout() if content is not None else None
        if layout is None:
            return
        needed = layout.totalHeightForWidth(max(self.width() - 4, 1))
        highest = max(_LOWEST, round(self._main_window().height() * _SHARE_OF_WINDOW))
        if needed > highest:
            needed = layout.totalHeightForWidth(max(self.width() - 4 - _BAR, 1))
        self._frame.setFixedHeight(min(needed, highest) + _AROUND)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _day(day: date | None) -> str:
    return tr("no date") if day is None else spoken(day)
