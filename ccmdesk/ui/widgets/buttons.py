"""Buttons in the three kinds of the look: primary, plain and quiet."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ccmdesk.ui import theme
from ccmdesk.ui.icons import icon
from ccmdesk.ui.tokens import ICON


def button(
    text: str,
    act: Callable[[], object] | None = None,
    *,
    kind: str = "",
    icon_name: str = "",
    tip: str = "",
) -> QPushButton:
    """Return a button; `kind` is "primary", "quiet" or empty, `act` is called on every click."""
    result = _Button(text)
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    result.setProperty("kind", kind)
    result.setAutoDefault(False)
    if icon_name:
        tint(result, icon_name)
    if tip:
        result.setToolTip(tip)
        if not text:
            result.setAccessibleName(tip)
    if act is not None:
        result.clicked.connect(lambda: act())
    return result


class _Button(QPushButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Return means the button that has the keyboard, as Space does, and no other.
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not plain:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


def tint(target: QPushButton, icon_name: str) -> None:
    """Give a button an icon in the colour of its text; called again when the theme changes."""
    colours = theme.palette()
    kind = target.property("kind")
    colour = {
        "primary": colours.accent_ink,
        "quiet": colours.accent,
        "nav": colours.side_ink,
        "search": colours.muted,
    }.get(kind, colours.ink)
    target.setProperty("iconName", icon_name)
    target.setIcon(icon(icon_name, colour))
    target.setIconSize(QSize(ICON, ICON))


def dress(target: QPushButton, kind: str) -> None:
    """Make a button primary, quiet or plain after it was made."""
    if target.property("kind") != kind:
        target.setProperty("kind", kind)
        target.style().unpolish(target)
        target.style().polish(target)
    name = target.property("iconName")
    if name:
        tint(target, str(name))


def tint_all(root: QWidget) -> None:
    """Draw the icons of all buttons below `root` in the colours of the theme now in force."""
    for each in root.findChildren(QPushButton):
        name = each.property("iconName")
        if name:
            tint(each, str(name))
