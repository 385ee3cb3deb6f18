"""Quotation marks and held spaces of Spanish print."""

import re

from ccmdesk.language.dates import NO_BREAK
from ccmdesk.language.spanish_numbers import MONTHS

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_QUOTED = re.compile(r'(?<![\w"])"(?=\S)([^"]*?)(?<=\S)"(?!\w)')
_TITLE = r"Excm[oa]\.|S\.E\.|Sr\.|Sra\.|Srta\.|Dr\.|Dra\.|Prof\."
_MONTHS = "|".join(MONTHS)
_HELD = re.compile(
    r"(?<=\bN\.º) (?=\S)|(?<=\bartículo) (?=\d)|(?<=\bpárrafo) (?=\d)|(?<=\bapartado) (?=\w\))"
    rf"|(?<=\d) (?=de (?:{_MONTHS})\b)|(?<=\d de) (?=(?:{_MONTHS})\b)"
    rf"|(?<![\w.])({_TITLE}) (?=\w)"
)


def polished(text: str) -> str:
    """Return the text with Spanish marks and with the spaces that must not break a line held.

    Only marks and spaces change, never a word.
    """
    text = _APOSTROPHE.sub("’", text)
    text = _QUOTED.sub(lambda found: f"«{found[1]}»", text)
    return _HELD.sub(lambda found: found[0].rstrip(" ") + NO_BREAK, text)
