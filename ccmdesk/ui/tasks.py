"""The only place that starts threads: slow work runs aside, its result comes back as a signal."""

from collections.abc import Callable
from itertools import count
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot


class _Job(QRunnable):
    def __init__(self, number: int, work: Callable[[], Any], tasks: "Tasks") -> None:
        super().__init__()
        self._number, self._work, self._tasks = number, work, tasks

    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - shown or logged in the window's thread
            self._tasks.ended.emit(self._number, None, error)
        else:
            self._tasks.ended.emit(self._number, result, None)


class Tasks(QObject):
    """Run functions one after the other on a worker thread and deliver the results in the window.

    Signals: `ended` (number, result, error) crosses from the worker; nobody else connects to it.
    """

    ended = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._numbers = count(1)
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}
        self.ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run `work` aside, then call `done` with its result, or `failed`, in the window."""
        number = next(self._numbers)
        self._waiting[number] = (done, failed)
        self._pool.start(_Job(number, work, self))

    @property
    def busy(self) -> bool:
        """Tell whether a result is still to be delivered."""
        return bool(self._waiting)

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Wait until the worker is idle, and return whether it is; results come with events."""
        return self._pool.waitForDone(milliseconds)

    @Slot(int, object, object)
    def _deliver(self, number: int, result: object, error: Exception | None) -> None:
        done, failed = self._waiting.pop(number)
        if error is None:
            done(result)
        else:
            failed(error)
