"""The button at the head of a page that opens the finder."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import ICON, XL
from ccmdesk.ui.widgets.buttons import tint


class SearchButton(QPushButton):
    """Says "Search everything" and its keys, or less where there is little room."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self._texts = (tr("Search everything   Ctrl+K"), tr("Search   Ctrl+K"), "")
        self.setProperty("kind", "search")
        self.setAccessibleName(tr("Search everything"))
        self.setToolTip(tr("Search everything (Ctrl+K)"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(self._texts[0])
        tint(self, "search")
        self.clicked.connect(act)

    def _width(self, text: str) -> int:
        words = QFontMetrics(self.font()).horizontalAdvance(text)
        return words + ICON + XL + (12 if text else 0)

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._texts[0]) + XL, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width(""), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = next((t for t in self._texts if self._width(t) <= self.width()), "")
        if fitting != self.text():
            self.setText(fitting)
