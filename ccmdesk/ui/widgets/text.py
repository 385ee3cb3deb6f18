"""Labels in the few roles the look knows, and hairlines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in a role of the style sheet: title, section, strong, muted, small, caps …"""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        result.setProperty("role", role)
    if wrap:
        result.setWordWrap(True)
        policy = result.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        result.setSizePolicy(policy)
    return result


def hairline(parent: QWidget | None = None) -> QFrame:
    """Return a horizontal hairline."""
    rule = QFrame(parent)
    rule.setObjectName("rule")
    return rule
