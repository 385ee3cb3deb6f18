"""The two sides of the editor: form, life or versions left, paper or red-line right."""

from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from ccmdesk.ui.pages.note_versions import NoteVersions
from ccmdesk.ui.tokens import L, M, S
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.scroll import scrolling

_LEAST_LEFT, _LEAST_RIGHT = 320, 260


class Side(IntEnum):
    """What stands at the left."""

    DRAFT = 0
    SEALED = 1
    VERSIONS = 2


class NoteEditorSides(QSplitter):
    """Holds the sides and shows those that belong together."""

    def __init__(
        self, draft: QWidget, sealed: QWidget, versions: NoteVersions, paper: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._left, self._right = QStackedWidget(), QStackedWidget()
        life = Card()
        life.body.setContentsMargins(0, 1, 0, 1)
        life.body.addWidget(scrolling(sealed))
        for each in (draft, life, versions):
            self._left.addWidget(each)
        sheet = Card()
        sheet.body.setContentsMargins(M, S, M, M)
        sheet.body.addWidget(paper, 1)
        for each in (sheet, versions.comparison):
            self._right.addWidget(each)
        self.addWidget(self._left)
        self.addWidget(self._right)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(L)
        self._left.setMinimumWidth(_LEAST_LEFT)
        self._right.setMinimumWidth(_LEAST_RIGHT)
        self.setSizes([500, 500])
        for position in range(2):
            self.setStretchFactor(position, 1)

    @property
    def side(self) -> Side:
        """Return what stands at the left."""
        return Side(self._left.currentIndex())

    def show_side(self, side: Side) -> None:
        """Show what belongs together."""
        self._left.setCurrentIndex(side)
        self._right.setCurrentIndex(1 if side is Side.VERSIONS else 0)
