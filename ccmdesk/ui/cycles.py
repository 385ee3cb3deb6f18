"""Ends what only refers to itself, between two events of the window and at no other moment."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MILLISECONDS = 2_000
_MANY = 20_000
_ROUNDS_TO_ALL = 10


class CycleCollector(QObject):
    """Collects Python's cycles in the window's thread.

    Left to itself Python does so wherever memory is asked for: on a worker, where a widget that
    ends ends the program, and while Qt takes a widget apart, when PySide's lists still name
    children that are gone.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect where much was made since; what is old is looked through now and then."""
        if gc.get_count()[0] < _MANY:
            return
        self._rounds += 1
        gc.collect(2 if self._rounds % _ROUNDS_TO_ALL == 0 else 1)
