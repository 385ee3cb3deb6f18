"""Apostrophes, quotation marks and no-break spaces as print wants them."""

import re

from ccmdesk.domain.dates import MONTHS
from ccmdesk.language.dates import MOIS, NO_BREAK

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)")
_QUOTED = re.compile(r'(?<![\w"])"(?=\S)([^"]*?)(?<=\S)"(?!\w)')
_TITLE = r"H\.E\.|S\.E\.|Mr\.?|Ms\.?|Mrs\.?|Mme|Mlle|Dr\.?|Prof\.|Pr|M\."
_HELD = re.compile(
    rf"(?<=\bNo\.) (?=\S)|(?<=\bN°) (?=\S)|(?<=\bArticle) (?=\d)|(?<=\barticle) (?=\d)"
    rf"|\b(\d{{1,2}}|1er) (?=(?:{'|'.join(MONTHS + MOIS)})\b)"
    rf"|(?<![\w.])({_TITLE}) (?=\w)"
)
_FRENCH_SPACE = re.compile(r" +(?=[:;!?»](?:\s|$|[)»”]))|(?<=«) +|(?<=[\w)»%])(?=[;!?:](?:\s|$))")


def polished(text: str, language: str) -> str:
    """Return the text with typographic marks and with the spaces that must not break a line held.

    Only marks and spaces change, never a word.
    """
    text = _APOSTROPHE.sub("’", text)
    quotes = (f"«{NO_BREAK}", f"{NO_BREAK}»") if language == "fr" else ("“", "”")
    text = _QUOTED.sub(lambda found: f"{quotes[0]}{found[1]}{quotes[1]}", text)
    text = _HELD.sub(_held, text)
    if language == "fr":
        text = _FRENCH_SPACE.sub(NO_BREAK, text)
    return text


def held_style(style: str) -> str:
    """Return a style whose parts and the name after it stay on one line ("H.E. Mr.")."""
    return NO_BREAK.join(style.split())


def _held(found: re.Match[str]) -> str:
    return found[0].rstrip(" ") + NO_BREAK
