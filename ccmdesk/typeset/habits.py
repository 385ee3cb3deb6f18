"""How text is set throughout a paper: with whose fonts, and whether words are held together."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from ccmdesk.typeset.blocks import Typeface
from ccmdesk.typeset.fonts import Face


class Habits(NamedTuple):
    """`added` are the faces of the caller; `held_together` keeps "11 September" on one line.

    `typeface` is the first choice among the bundled ones.
    """

    added: tuple[Face, ...] = ()
    held_together: bool = True
    typeface: Typeface = Typeface.STIX


_USUAL = Habits()
_CURRENT = ContextVar("habits", default=_USUAL)


def current() -> Habits:
    """Return the habits of the paper that is being set."""
    return _CURRENT.get()


@contextmanager
def kept(habits: Habits) -> Iterator[None]:
    """Set everything meanwhile by these habits."""
    token = _CURRENT.set(habits)
    try:
        yield
    finally:
        _CURRENT.reset(token)
