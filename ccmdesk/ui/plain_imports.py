"""Loads Qt and keeps Python's own import as it was."""

import builtins


def load_qt() -> None:
    """Load what of Qt every window needs, without the hook that PySide6 puts on later imports.

    The hook reads the source of each module imported from then on, to serve `from __feature__
    import`, which is used nowhere here; it makes the window wait, and SQLAlchemy after it.
    """
    plain = builtins.__import__
    try:
        from PySide6 import QtCore, QtGui, QtWidgets  # noqa: F401
    finally:
        builtins.__import__ = plain
