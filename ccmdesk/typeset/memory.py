"""Keeps Python from looking for garbage while a paper is made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Do not look for cycles of objects meanwhile.

    The many parts of a paper live until it is done and hold no cycles. Looking through all of them
    again and again finds nothing, and costs the more the longer the paper is.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
