"""The only place that starts threads: slow work runs aside, its result comes back as a signal."""

from collections.abc import Callable
from itertools import count
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal, Slot


class _Job(QRunnable):
    def __init__(self, number: int, work: Callable[[], Any], tasks: "Tasks") -> None:
        super().__init__()
        self._number, self._tasks = number, tasks
        self._work: Callable[[], Any] | None = work

    def run(self) -> None:
        # Let go of before the news crosses: what the work holds ends in the window's thread.
        work, self._work = self._work, None
        assert work is not None
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - shown or logged in the window's thread
            del work
            self._tasks.ended.emit(self._number, None, error)
        else:
            del work
            self._tasks.ended.emit(self._number, result, None)


_Waiting = tuple[Callable[[], Any], Callable[[Any], None], Callable[[Exception], None]]


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
        self._waiting: dict[int, _Waiting] = {}
        self._closed = False
        self.ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run `work` aside, then call `done` with its result, or `failed`, in the window.

        Nothing begins once the window is closing.
        """
        if self._closed:
            return
        number = next(self._numbers)
        # The work is kept here too, so that the last hold on it is let go in the window's thread.
        self._waiting[number] = (work, done, failed)
        self._pool.start(_Job(number, work, self))

    @property
    def busy(self) -> bool:
        """Tell whether a result is still to be delivered."""
        return bool(self._waiting)

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Wait until the worker is idle, and return whether it is; results come with events."""
        return self._pool.waitForDone(milliseconds)

    def close(self) -> None:
        """Deliver what is under way and begin nothing more."""
        self._closed = True
        self.wait()
        QCoreApplication.sendPostedEvents(self)
        self._waiting.clear()

    @Slot(int, object, object)
    def _deliver(self, number: int, result: object, error: Exception | None) -> None:
        _, done, failed = self._waiting.pop(number)
        if not self._waiting:
            # The news was the worker's last act, so this does not hold the window up.
            self._pool.waitForDone()
        if error is None:
            done(result)
        else:
            failed(error)
