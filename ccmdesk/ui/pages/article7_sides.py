"""How list, form and paper share the room: side by side, or the paper in place of the form."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from ccmdesk.ui.tokens import L, M, S
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.paper import Paper
from ccmdesk.ui.widgets.scroll import scrolling

# In average letters: a list, a form and a paper beside each other need so many.
_WIDE_LETTERS = 150
_LIST_LETTERS = 32
# So many are needed by a sealed report with its paper beside it.
_ROOMY_LETTERS = 64
_WHOLE, _FORM, _LETTERS, _SEALED = range(4)


class ReportSides(QSplitter):
    """Holds the three sides and shows those there is room for.

    `parts` take turns in the middle: the report as a whole, a form, the letters, a sealed report.

    Signals: `fitted` when it changed what is shown.
    """

    fitted = Signal()

    def __init__(self, forms: QWidget, parts: Sequence[QWidget], paper: Paper) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.wide = self.roomy = True
        self._list_width = 0
        self._wanted = False
        self._sealed = False
        self._list = Card()
        self._list.body.setContentsMargins(1, S, 1, S)
        self._list.body.addWidget(forms)
        self._stack = QStackedWidget()
        self.areas = [scrolling(each) for each in parts]
        for area in self.areas:
            self._stack.addWidget(area)
        self._middle = Card()
        self._middle.body.setContentsMargins(0, 1, 0, 1)
        self._middle.body.addWidget(self._stack)
        self._sheet = Card()
        self._sheet.body.setContentsMargins(M, S, M, M)
        self._sheet.body.addWidget(paper, 1)
        for each in (self._list, self._middle, self._sheet):
            self.addWidget(each)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(L)
        self._middle.setMinimumWidth(320)
        self._sheet.setMinimumWidth(260)
        for position, stretch in enumerate((0, 4, 3)):
            self.setStretchFactor(position, stretch)

    @property
    def paper_shown(self) -> bool:
        """Tell whether the paper is in sight."""
        return self._beside or self._wanted

    @property
    def _beside(self) -> bool:
        """Tell whether the paper has room beside what is in the middle."""
        return self.roomy if self._sealed else self.wide

    def fit(self, width: int) -> None:
        """Take so much room."""
        letter = self.fontMetrics().averageCharWidth()
        # With large text the form keeps the greater part.
        list_width = min(_LIST_LETTERS * letter + 2 * M, width * 2 // 5)
        former, self._list_width = self._list_width, list_width
        self._list.setFixedWidth(list_width)
        room = (width >= _WIDE_LETTERS * letter + 3 * L, width >= _ROOMY_LETTERS * letter)
        if room != (self.wide, self.roomy):
            self.wide, self.roomy = room
            self._arrange()
            self._share(width)
        elif list_width != former or not self._beside:
            self._share(width)

    def show_sealed(self, sealed: bool) -> None:
        """Show the life of a sealed report, or the forms of one in work."""
        self._sealed = sealed
        if sealed:
            self._stack.setCurrentIndex(_SEALED)
        self._arrange()
        self._share(self.width())

    def show_form(self, form: bool) -> None:
        """Show a form, or what belongs to the report as a whole."""
        self._stack.setCurrentIndex(_FORM if form else _WHOLE)

    def show_letters(self) -> None:
        """Show the letters in place of the form."""
        self._stack.setCurrentIndex(_LETTERS)

    @property
    def letters_shown(self) -> bool:
        """Tell whether the letters stand in place of the form."""
        return self._stack.currentIndex() == _LETTERS

    def want_paper(self, wanted: bool) -> None:
        """Show the paper in place of the form where both have no room."""
        self._wanted = wanted
        self._arrange()

    def go_to_top(self) -> None:
        """Show what is in the middle from its beginning."""
        self.areas[self._stack.currentIndex()].verticalScrollBar().setValue(0)

    def _share(self, width: int) -> None:
        """Give form and paper their shares; what a sealed report tells is as wide as its paper."""
        if self._sealed:
            self.setSizes([0, width // 2, width // 2])
        elif self.wide:
            rest = width - self._list_width - 2 * L
            self.setSizes([self._list_width, rest * 4 // 7, rest * 3 // 7])
        else:
            # One of the two is hidden, and the other takes what the list leaves.
            rest = width - self._list_width - L
            self.setSizes([self._list_width, rest, rest])

    def _arrange(self) -> None:
        self._list.setVisible(not self._sealed)
        self._middle.setVisible(self._beside or not self._wanted)
        self._sheet.setVisible(self.paper_shown)
        self.fitted.emit()
