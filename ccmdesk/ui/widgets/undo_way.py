"""Lets undo and redo pass to the window where a text field has nothing of its own to undo."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_AGAIN = QKeySequence("Ctrl+Y")


class UndoWay(QObject):
    """Watches fields of one line; the text's own undo comes first, then that of the window."""

    def watch(self, root: QWidget) -> None:
        """Watch every field of one line at or below `root`."""
        found = [root] if isinstance(root, QLineEdit) else root.findChildren(QLineEdit)
        for field in found:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride:
            return False
        assert isinstance(event, QKeyEvent)
        if isinstance(watched, QLineEdit) and passes_on(watched, event):
            event.ignore()
            return True
        return False


def is_undo(event: QKeyEvent) -> bool:
    """Tell whether a key asks for undo."""
    return event.matches(QKeySequence.StandardKey.Undo)


def is_redo(event: QKeyEvent) -> bool:
    """Tell whether a key asks for redo."""
    again = _AGAIN.matches(QKeySequence(event.keyCombination()))
    exact = again is QKeySequence.SequenceMatch.ExactMatch
    return event.matches(QKeySequence.StandardKey.Redo) or exact


def passes_on(field: QLineEdit | QPlainTextEdit, event: QKeyEvent) -> bool:
    """Tell whether a key asks for undo or redo and the field has nothing to undo or redo."""
    where = field if isinstance(field, QLineEdit) else field.document()
    if is_undo(event):
        return not where.isUndoAvailable()
    return is_redo(event) and not where.isRedoAvailable()
