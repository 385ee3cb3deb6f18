"""One window per data folder; the lock dies with its holder and never needs to be deleted."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    # Far behind the text, so that the holder's name stays readable while the lock is held.
    _PLACE = 1 << 30

    def _lock(stream: BinaryIO) -> None:
        stream.seek(_PLACE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(stream: BinaryIO) -> None:
        fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def machine_name() -> str:
    """Return what this machine is called."""
    # The window waits for this, and the module socket takes ten times as long to load.
    return os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename


class FolderHeldError(OSError):
    """Another window is open on the data folder; its text is a sentence for the officer."""


class FolderLock:
    """Hold a data folder for as long as the window is open.

    The system itself drops the lock when the process ends, however it ends.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stream: BinaryIO | None = None

    def take(self) -> None:
        """Take the lock.

        Raises FolderHeldError naming the holder if another window has it, OSError where the folder
        cannot be written.
        """
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            stream = self._path.open("a+b")
        except OSError as error:
            raise OSError(
                f"The data folder “{self._path.parent}” cannot be written"
                f" ({(error.strerror or str(error)).lower()}); choose another one with --data-dir."
            ) from error
        try:
            _lock(stream)
        except OSError as error:
            holder = self._holder(stream)
            stream.close()
            raise FolderHeldError(
                f"CCM Desk is already open on this data folder{holder}; go to that window,"
                " or close it first."
            ) from error
        stream.seek(0)
        stream.truncate()
        stream.write(f"{os.getpid()} {machine_name()}\n".encode())
        stream.flush()
        self._stream = stream

    def release(self) -> None:
        """Give the folder free; does nothing if it is not held."""
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def __enter__(self) -> "FolderLock":
        if self._stream is None:
            self.take()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()

    @staticmethod
    def _holder(stream: BinaryIO) -> str:
        stream.seek(0)
        words = stream.read(300).decode("utf-8", "replace").split()
        return f" (process {words[0]} on {words[1]})" if len(words) == 2 else ""
