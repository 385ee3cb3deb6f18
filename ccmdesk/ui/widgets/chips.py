"""Filters as a row of buttons of which one is chosen; left and right move the choice."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.flow import Flow


class Chips(QWidget):
    """One of several filters.

    Signals: `chosen` (key) when the officer chooses another one.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        row = Flow(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for key, text in choices:
            chip = button(text, kind="chip")
            chip.setCheckable(True)
            self._group.addButton(chip)
            self.buttons[key] = chip
            row.addWidget(chip)
        self.buttons[choices[0][0]].setChecked(True)
        self._group.buttonClicked.connect(lambda _: self.chosen.emit(self.key()))

    def key(self) -> str:
        """Return the key of the filter chosen."""
        return next(key for key, chip in self.buttons.items() if chip.isChecked())

    def choose(self, key: str) -> None:
        """Choose a filter without telling."""
        self.buttons[key].setChecked(True)

    def set_text(self, key: str, text: str) -> None:
        """Change what a filter is called, for a count."""
        self.buttons[key].setText(text)
