"""What somebody should know about an edited document that was brought back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.ui.dialogs.decision import Decision
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import M
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import label

_HIGHEST = 320


class RemarksDialog(Decision):
    """A list of sentences, to be read once."""

    def __init__(self, parent: QWidget, remarks: Sequence[str]) -> None:
        super().__init__(
            parent,
            tr("Please look at this"),
            tr("The document became a new draft. This was left as it was, or needs your eye:"),
            tr("Close"),
        )
        self.cancel.hide()
        self.setMinimumWidth(540)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        self.remarks = tuple(remarks)
        for each in remarks:
            line = label(each, wrap=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
        column.addStretch()
        area = scrolling(inner)
        area.setMinimumHeight(min(44 * len(remarks) + 16, _HIGHEST))
        self.body.addWidget(area)
