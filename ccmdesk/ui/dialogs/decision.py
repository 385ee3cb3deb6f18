"""A dialog that asks for one decision: title, content, the button that does it, and Cancel."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import XL, L, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import label

_LOWEST = 120


class Decision(QDialog):
    """Add content to `body`; the button `yes` accepts, Escape and Cancel do not."""

    def __init__(self, parent: QWidget, title: str, sentence: str, yes: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(S)
        column.addWidget(label(title, "section"))
        self.sentence = label(sentence, "muted", wrap=True)
        column.addWidget(self.sentence)
        if not sentence:
            self.sentence.hide()
        column.addSpacing(S)
        content = _Content()
        content.changed.connect(self._grow)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(L)
        self._fitting = False
        self._area = scrolling(content)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        column.addWidget(self._area, 1)
        column.addSpacing(L)
        self.buttons = row = QHBoxLayout()
        row.setSpacing(S)
        self.cancel = button(tr("Cancel"), self.reject)
        self.yes = button(yes, self.accept, kind="primary")
        self.yes.setDefault(True)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.yes)
        column.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height of the content; to be called when it changed."""
        # What hides or shows deep inside tells the layouts above it one by one, and only later.
        if self._fitting:
            return
        self._fitting = True
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._take_height()
        self._fitting = False

    def _take_height(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        margins = layout.contentsMargins()
        inner = self.width() - margins.left() - margins.right()
        self._area.setMinimumSize(self.body.totalMinimumSize().width(), 0)
        layout.activate()
        needed, around = _height(self.body, inner), _height(layout, self.width())
        title_bar = max(self.frameGeometry().height() - self.height(), 0)
        most = self.screen().availableGeometry().height() - title_bar
        # What does not fit on the screen scrolls; the buttons stay.
        shown = needed if needed + around <= most else max(most - around, _LOWEST)
        self._area.setMinimumHeight(shown)
        layout.activate()
        self.resize(self.width(), around + shown)
        self._stay_on_the_screen()

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll to something in the content, where it is higher than its room."""
        self._area.ensureWidgetVisible(widget, 0, S)

    def _grow(self) -> None:
        """Make room for what came to the content, unless it scrolls already."""
        if self.isVisible() and _height(self.body, self._area.width()) > self._area.height():
            self.fit()

    def _stay_on_the_screen(self) -> None:
        """Move up as far as is needed to show the buttons of a dialog that has grown."""
        room = self.screen().availableGeometry()
        frame = self.frameGeometry()
        below = frame.top() + max(frame.height(), self.height()) - room.bottom()
        if below > 0 and frame.top() > room.top():
            self.move(frame.left(), max(frame.top() - below, room.top()))


class _Content(QWidget):
    """What stands above the buttons. Signals: `changed` when it needs other room than before."""

    changed = Signal()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self.changed.emit()
        return done


def _height(layout: QLayout, width: int) -> int:
    # Wrapped words need the height for the width they really get.
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()
