"""Typed text as patterns read it: without quotes, marks nobody sees and digits of other scripts."""

import re

from ccmdesk.language.written_dates import plain

_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“]*“|\"[^\"\n]*\"|《[^》]*》|「[^」]*」")


def without_quotes(text: str) -> str:
    """Return a text with what stands in quotation marks blanked out, each letter by a dot.

    What others said is quoted as they said it.
    """
    return _QUOTED.sub(lambda match: match[0][0] + "·" * (len(match[0]) - 2) + match[0][-1], text)


def searchable(text: str) -> str:
    """Return a text as patterns read it: plain digits and spaces, no unseen marks, no quotes."""
    return without_quotes(plain(text))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, roughly; a dot inside a name or number ends none."""
    return [
        each for each in re.split(r"(?<=[^\W\d_A-Z]{3})[.!?؟](?=\s|$)|[。！？]|\n", text) if each
    ]
