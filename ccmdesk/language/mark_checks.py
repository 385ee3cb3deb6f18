"""Reads the marks, spaces and dates of a typed text."""

import re
from collections.abc import Iterator

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.dates import long_date, weekday_name
from ccmdesk.domain.finding import Finding, Severity
from ccmdesk.language.text_finding import put_right, text_finding
from ccmdesk.language.typed_texts import TypedText
from ccmdesk.language.written_dates import WrittenDate, plain, written_dates

_W, _I = Severity.WARNING, Severity.INFO
_EXCLAMATION = re.compile("[!！]")
# Chinese doubles shorter words on purpose.
_DOUBLED = re.compile(
    r"\b([^\W\d_]{2,}) \1\b|(?P<chinese>[\u4e00-\u9fff]{3,8})(?P=chinese)", re.IGNORECASE
)
_NUMERIC = re.compile(r"(?<![\w/.-])\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d(?![\w/])")
_SPACES = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_GAP = re.compile(r"(?<=\w) +[,.;](?=\s|$)")
_DOUBLED_RIGHTLY_WORDS = (
    "had that nous vous bora baden pago walla duran sirhan boutros tuk humuhumu mille très muy"
    " еле чуть very so long"
)
_DOUBLED_RIGHTLY = frozenset(_DOUBLED_RIGHTLY_WORDS.split())


def mark_findings(text: TypedText, clear: str) -> Iterator[Finding]:
    """Yield exclamation marks, doubled words and spaces in a text; `clear` has no quotations."""
    if _EXCLAMATION.search(clear):
        yield text_finding(
            text,
            "exclamation-mark",
            _W,
            "A note verbale has no exclamation marks.",
            "End the sentence with a full stop.",
            source.NOTES_VERBALES,
            put_right(
                text.text,
                re.compile("[!！]+[.。]?"),
                lambda match: "。" if "！" in match[0] else ".",
            ),
        )
    for match in _DOUBLED.finditer(clear):
        word = match[1] or match["chinese"]
        if word.casefold() in _DOUBLED_RIGHTLY or (word[0].isupper() and word in match[0][1:]):
            continue
        yield text_finding(
            text,
            "doubled-word",
            _W,
            f"“{match[0]}” has a word twice.",
            "Take one out.",
            source.USAGE,
            text.text.replace(match[0], word, 1),
        )
        break
    if _SPACES.search(text.text) or (text.language != "fr" and _GAP.search(text.text)):
        tidy = _SPACES.sub(" ", text.text)
        if text.language != "fr":
            tidy = _GAP.sub(lambda match: match[0].strip(), tidy)
        yield text_finding(
            text,
            "spaces",
            _I,
            "There is a space too many.",
            "Take it out.",
            source.USAGE,
            tidy,
        )


def date_findings(text: TypedText) -> Iterator[Finding]:
    """Yield dates that do not exist, contradict themselves, or are not written as in a note."""
    read = plain(text.text)
    for found in written_dates(read, text.language):
        yield from _date(text, found)
    numeric = _NUMERIC.search(read)
    if numeric:
        yield text_finding(
            text,
            "numeric-date",
            _W,
            f"“{numeric[0]}” can be read in two ways; a note writes the month in letters.",
            "Write the month as a word.",
            source.USAGE,
        )


def _date(text: TypedText, found: WrittenDate) -> Iterator[Finding]:
    if found.day is None:
        yield text_finding(
            text,
            "date-impossible",
            _W,
            f"“{found.text}” does not exist in the calendar.",
            "Correct the day or the month.",
            source.CALENDAR,
        )
        return
    if found.weekday is not None and found.weekday != found.day.weekday():
        yield text_finding(
            text,
            "weekday-conflict",
            _W,
            f"“{found.text}” contradicts itself: {long_date(found.day)} is a "
            f"{weekday_name(found.day)}.",
            "Correct the day or the weekday.",
            source.CALENDAR,
        )
    elif found.style and found.weekday is None:
        yield text_finding(
            text,
            "date-style",
            _I,
            f"“{found.text}” is not how a note writes a date: “{long_date(found.day)}”.",
            f"Write “{long_date(found.day)}”.",
            source.USAGE,
            text.text.replace(found.text, long_date(found.day), 1),
        )
