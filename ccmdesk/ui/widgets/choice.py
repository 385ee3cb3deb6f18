"""A box to choose from a short list of named values."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox

_MOST_SHOWN = 12


def choice(options: Iterable[tuple[str, str]]) -> QComboBox:
    """Return a box of (value, words) pairs; it may become narrower than its longest words."""
    box = QComboBox()
    for value, words in options:
        box.addItem(words, value)
    return _shrinkable(box)


def open_choice(options: Iterable[str]) -> QComboBox:
    """Return a box of suggestions into which anything else can be typed."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(list(options))
    box.setCurrentText("")
    # A suggestion that completes itself would change "Mr." into "Mrs." unseen.
    box.setCompleter(None)  # type: ignore[arg-type]
    return _shrinkable(box)


def _shrinkable(box: QComboBox) -> QComboBox:
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    box.setMaxVisibleItems(_MOST_SHOWN)
    return box
