"""Where the keyboard is in a window, also while a dialog of that window has it."""

from typing import cast

from PySide6.QtWidgets import QWidget


def keyboard_in(part: QWidget) -> QWidget | None:
    """Return what has the keyboard in a part of a window, or had it before a dialog came."""
    # Qt answers with nothing where nothing has it; its types do not say so.
    last = cast(QWidget | None, part.window().focusWidget())
    return last if last is not None and part.isAncestorOf(last) else None
