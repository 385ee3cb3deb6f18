"""What a look over something found, kept in sight until the officer closes it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import M, S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import label

_MOST = 5


class OutcomeLine(QWidget):
    """A pill, a sentence, and what is wrong below it; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        row = QHBoxLayout()
        row.setSpacing(M)
        self.pill = Pill("")
        self.words = label("", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = button("", self.hide, kind="quiet", icon_name="x", tip=tr("Close this message"))
        row.addWidget(self.pill)
        row.addWidget(self.words, 1)
        row.addWidget(close)
        column.addLayout(row)
        self.faults = label("", wrap=True)
        self.faults.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.faults)
        self.hide()

    def tell(self, word: str, tone: Tone, sentence: str, faults: Sequence[str] = ()) -> None:
        """Show an outcome; of many faults the first ones."""
        self.pill.set(word, tone)
        self.words.setText(sentence)
        self.setAccessibleName(" ".join((sentence, *faults[:_MOST])))
        more = len(faults) - _MOST
        listed = [*faults[:_MOST], *([tr("and {count} more", count=more)] if more > 0 else [])]
        self.faults.setText("\n".join(listed))
        self.faults.setVisible(bool(listed))
        self.show()
