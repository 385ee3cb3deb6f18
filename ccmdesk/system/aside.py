"""Work done beside this process, by a copy of it, where the system can make one at once."""

import os
import sys
from collections.abc import Callable
from typing import Any, Generic, TypeVar

_Result = TypeVar("_Result")


class Aside(Generic[_Result]):
    """Begins `work` in a copy of this process and fetches what it returned.

    For the time before threads and Qt only, since a copy has neither; the result has to be one
    that can be pickled. Where no copy can be made, or where it came to grief, `work` is done here
    and now, when the result is asked for: its errors are then raised as ever.
    """

    def __init__(self, work: Callable[[], _Result]) -> None:
        self._work = work
        self._copy = 0
        self._pipe = -1
        # Elsewhere copies are slow, or not safe in a program with a window.
        if sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1:
            self._begin()

    def result(self) -> _Result:
        """Return what `work` returned; waits for it, and may be called once."""
        if not self._copy:
            return self._work()
        with os.fdopen(self._pipe, "rb") as stream:
            sent = stream.read()
        _, status = os.waitpid(self._copy, 0)
        if status != 0:
            return self._work()
        return _unpacked(sent)  # type: ignore[no-any-return]

    def _begin(self) -> None:
        try:
            reading, writing = os.pipe()
            self._copy = os.fork()
        except OSError:
            return
        if self._copy:
            os.close(writing)
            self._pipe = reading
            return
        status = 1
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as stream:
                stream.write(_packed(self._work()))
            status = 0
        finally:
            # Nothing of this copy's ending may be seen: neither a message nor a closed file.
            os._exit(status)


def _packed(result: Any) -> bytes:
    import pickle

    return pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL)


def _unpacked(sent: bytes) -> Any:
    import pickle

    return pickle.loads(sent)
