"""Catches what nobody caught: it is logged, told once, and the way out is orderly."""

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.ui.shell import Shell


class FaultCatcher(QObject):
    """Stands behind every slot and every thread while a window is open.

    Signals: `caught` (error) crosses from whichever thread; nobody else connects to it.
    """

    caught = Signal(object)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._told: set[str] = set()
        self.caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def stand_by(self) -> None:
        """Take the place of Python's own hooks."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def stand_down(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            self.caught.emit(error)
        else:
            sys.__excepthook__(kind, error, trace)

    def _on_thread_exception(self, found: threading.ExceptHookArgs) -> None:
        if isinstance(found.exc_value, Exception):
            self.caught.emit(found.exc_value)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        # A fault in a paint event would come back with every picture; each is told once.
        place = "".join(traceback.format_tb(error.__traceback__)[-1:])
        fault = f"{type(error).__name__} {place}"
        if isinstance(error, CcmDeskError | OSError) or fault not in self._told:
            self._told.add(fault)
            self._shell.show_error(error)
