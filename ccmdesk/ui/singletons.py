"""Keeps None, True and False alive under a PySide6 that drops references it never took."""

import ctypes
import sys

_PLENTY = 1 << 40


def keep_singletons() -> None:
    """Give the singletons more references than a session can lose.

    PySide6 6.12 returns them without taking a reference, as is right from Python 3.12 on, where
    they live for ever. Under 3.11 each such call takes one away, and after some hundred repaints
    the interpreter ends with "none_dealloc".
    """
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 12):
        return
    for singleton in (None, True, False, NotImplemented):
        ctypes.c_ssize_t.from_address(id(singleton)).value += _PLENTY
