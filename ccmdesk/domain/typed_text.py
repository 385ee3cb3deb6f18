"""What of a typed or pasted text is kept: every letter, and nothing that only steers a machine."""

import re

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Control characters, halves of characters, marks that turn a line around, and the mark of a file.
_STEERING = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\ufeff]")


def kept_text(text: str) -> str:
    """Return a text as it is kept: its lines end alike, and control characters are dropped."""
    return _STEERING.sub("", _LINE_ENDS.sub("\n", text))


def kept_line(text: str) -> str:
    """Return a text that has to stay on one line, with single blanks between its words."""
    return " ".join(kept_text(text).split())
