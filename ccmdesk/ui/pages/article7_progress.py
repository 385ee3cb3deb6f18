"""How complete a report is: a bar of its forms, and who holds what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ccmdesk.domain.report_completeness import Missing
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.article7_forms import FormRow
from ccmdesk.ui.report_words import STANDING_TONES, Standing, listed
from ccmdesk.ui.tokens import M, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.text import label

_HEIGHT, _GAP = 10, 3
# With fewer letters in a line only the count is told; the list tells who holds the rest.
_LEAST_LETTERS = 64


class Completeness(QWidget):
    """The bar, the sentence under it, and the way to the first form that waits.

    Signals: `wanted` (letter) to go to what is missing.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._next = ""
        self._told = self._count = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        column = QVBoxLayout()
        column.setSpacing(5)
        self.bar = FormBar()
        self.words = label("", "small", wrap=True)
        column.addWidget(self.bar)
        column.addWidget(self.words)
        row.addLayout(column, 1)
        self.go = button(
            tr("Next open form"),
            lambda: self.wanted.emit(self._next),
            kind="quiet",
            icon_name="chevron-right",
        )
        row.addWidget(self.go)

    def show_rows(self, rows: Sequence[FormRow], missing: Sequence[Missing]) -> None:
        """Show the forms, and what is missing in them and in the report as a whole."""
        forms = [row for row in rows if row.letter]
        self.bar.show_rows(forms)
        self._count = count_words(forms)
        self._told = completeness_words(forms, missing)
        self._fit()
        self.bar.setAccessibleName(self._told)
        self.go.setVisible(bool(missing))
        if missing:
            waiting = [each.letter for each in missing]
            self._next = next((letter for letter in waiting if letter), waiting[0])
            self.go.setText(
                tr("Go to form {letter}", letter=self._next)
                if self._next
                else tr("Go to the report")
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        self.words.setText(self._count if narrow else self._told)
        self.words.setToolTip(self._told if narrow else "")


class FormBar(QWidget):
    """One piece for each form, filled where it is ready."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[FormRow] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[FormRow]) -> None:
        """Show other forms."""
        self._rows = list(rows)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        colours = theme.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = (self.width() - _GAP * (len(self._rows) - 1)) / len(self._rows)
        for position, row in enumerate(self._rows):
            box = QRectF(position * (width + _GAP), 0, width, _HEIGHT).adjusted(
                0.5, 0.5, -0.5, -0.5
            )
            tone = STANDING_TONES[row.standing]
            filled = row.standing is Standing.READY
            edge = colours.field_line if tone is Tone.PLAIN else colours.ink_of(tone)
            painter.setPen(QPen(QColor(edge), colours.border_width))
            ink = colours.ink_of(tone) if filled else colours.soft_of(tone)
            painter.setBrush(QColor(ink))
            painter.drawRoundedRect(box, 3, 3)
        painter.end()


def count_words(rows: Sequence[FormRow]) -> str:
    """Return how many forms are ready; a voluntary one counts once it says something."""
    asked = [row.standing for row in rows if row.standing is not Standing.VOLUNTARY]
    ready = sum(stands is Standing.READY for stands in asked)
    return tr("{ready} of {all} forms are ready", ready=ready, all=len(asked))


def completeness_words(rows: Sequence[FormRow], missing: Sequence[Missing]) -> str:
    """Return how many forms are ready and who holds the others, in one line."""
    parts = [count_words(rows)]
    if not missing:
        return parts[0] + " · " + tr("nothing stands in the way of the seal")
    holders: dict[str, list[str]] = {}
    for each in missing:
        letters = holders.setdefault(each.holder, [])
        if each.letter and each.letter not in letters:
            letters.append(each.letter)
    for holder, letters in holders.items():
        if holder and letters:
            parts.append(tr("{holder}: {letters}", holder=holder, letters=listed(letters)))
    alone = holders.get("", [])
    if alone and len(holders) == 1:
        parts.append(tr("nobody is named yet as holder of the facts"))
    elif alone:
        parts.append(tr("nobody named for {letters}", letters=listed(alone)))
    whole = sum(not each.letter for each in missing)
    if whole:
        parts.append(
            tr("1 thing for the whole report")
            if whole == 1
            else tr("{count} things for the whole report", count=whole)
        )
    return " · ".join(parts)
