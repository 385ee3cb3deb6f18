"""The exit statuses of the program, the error of wrong usage, and the form of all errors."""

from ccmdesk.domain.errors import InputError

DONE, STOOD_IN_THE_WAY, WRONG_USAGE, REFUSED = 0, 1, 2, 3


class WrongUsageError(InputError):
    """The command was given something that it cannot mean."""


def one_line(text: str) -> str:
    """Return a text as one line, without what would steer the terminal or turn the line round."""
    plain = " ".join(text.split())
    return plain if plain.isprintable() else "".join(map(_harmless, plain))


def _harmless(letter: str) -> str:
    # Marks that join letters or set names apart in a line are no printable characters, but meant.
    meant = letter in "\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069"
    return letter if meant or letter.isprintable() else "\ufffd"
