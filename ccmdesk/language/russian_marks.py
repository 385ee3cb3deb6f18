"""Quotation marks, dashes and held spaces of Russian print."""

import re

from ccmdesk.language.dates import NO_BREAK
from ccmdesk.language.russian_numbers import MONTHS

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_QUOTED = re.compile(r'(?<![\w"])"(?=\S)([^"]*?)(?<=\S)"(?!\w)')
_HELD = re.compile(
    rf"(?<=№) (?=\S)|(?<=\d) (?=(?:{'|'.join(MONTHS)}|года?)\b)|(?<=\bг\.) (?=[А-Я])"
    r"|(?<=\bстатьи) (?=\d)|(?<=\bстатье) (?=\d)|(?<=\bстатьей) (?=\d)"
    r"|(?<=\bпункта) (?=\d)|(?<=\bпунктом) (?=\d)|(?<=\bПревосходительство) (?=г-)"
    r"|(?<=\b[Гг]-н) (?=\w)|(?<=\b[Гг]-жа) (?=\w)|(?<=\b[Дд]-р) (?=\w)"
    r"|(?<=\S) (?=[–—] )"
)


def polished(text: str) -> str:
    """Return the text with Russian marks and with the spaces that must not break a line held.

    Only marks and spaces change, never a word.
    """
    text = _APOSTROPHE.sub("’", text)
    text = _QUOTED.sub(lambda found: f"«{found[1]}»", text)
    return _HELD.sub(NO_BREAK, text)
