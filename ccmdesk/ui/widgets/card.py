"""A card holds one subject: a title, an optional quiet action, and its content."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from ccmdesk.ui.tokens import L, M, S
from ccmdesk.ui.widgets.text import label


class Card(QFrame):
    """A framed surface; add content to `body`, more beside the title to `head`."""

    def __init__(self, title: str = "", *actions: QPushButton) -> None:
        super().__init__()
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(L, M, L, M)
        self.body.setSpacing(S)
        self.title = label(title, "section")
        self.head = QHBoxLayout()
        if title or actions:
            self.head.addWidget(self.title)
            self.head.addStretch()
            for action in actions:
                self.head.addWidget(action)
            self.body.addLayout(self.head)
