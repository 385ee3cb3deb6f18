"""Facts under each other: a caption, the fact, and where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ccmdesk.ui.tokens import M, S
from ccmdesk.ui.widgets.text import hairline, label


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact: what it is, what it says, and a quiet second line."""

    caption: str
    text: str
    second: str = ""
    strong: bool = False


class Facts(QWidget):
    """A list of facts; the texts can be marked and copied."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._body = QWidget()
        self._column.addWidget(self._body)
        self.lines: tuple[FactLine, ...] = ()

    def show_lines(self, lines: Sequence[FactLine]) -> None:
        """Show other facts."""
        self.lines = tuple(lines)
        self._column.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(1, 1)
        row = 0
        for number, line in enumerate(lines):
            if number:
                grid.addWidget(hairline(), row, 0, 1, 2)
                row += 1
            caption = label(line.caption, "small")
            caption.setContentsMargins(0, 2, 0, 0)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(_copyable(line.text, "strong" if line.strong else ""))
            if line.second:
                column.addWidget(_copyable(line.second, "small"))
            grid.addLayout(column, row, 1)
            row += 1
        self._column.addWidget(self._body)


def _copyable(text: str, role: str) -> QLabel:
    result = label(text, role, wrap=True)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return result
