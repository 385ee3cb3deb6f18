"""The way back, as a line above the title of a page."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ccmdesk.ui.widgets.buttons import button


class BackLine(QWidget):
    """An arrow with the name of the page one comes back to."""

    def __init__(self, text: str, act: Callable[[], object], tip: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.button = button(text, act, kind="quiet", icon_name="arrow-left", tip=tip)
        # The arrow stands over the first letter of the title.
        self.button.setStyleSheet("padding-left: 0px;")
        row.addWidget(self.button)
        row.addStretch()
