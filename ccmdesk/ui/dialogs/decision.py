"""A dialog that asks for one decision: title, content, the button that does it, and Cancel."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import XL, L, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.text import label


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
        self.body = QVBoxLayout()
        self.body.setSpacing(L)
        column.addLayout(self.body)
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
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        # Wrapped words need the height for the width they really get.
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))
            self._stay_on_the_screen()

    def _stay_on_the_screen(self) -> None:
        """Move up as far as is needed to show the buttons of a dialog that has grown."""
        room = self.screen().availableGeometry()
        frame = self.frameGeometry()
        below = frame.top() + max(frame.height(), self.height()) - room.bottom()
        if below > 0 and frame.top() > room.top():
            self.move(frame.left(), max(frame.top() - below, room.top()))
