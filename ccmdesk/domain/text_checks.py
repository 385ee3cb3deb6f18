"""Reads the free text of a note: third person, no abbreviations, no exclamation, right weekdays."""

import re
from collections.abc import Iterator

from ccmdesk.domain.finding import Finding, Severity
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.weekday_conflict import find_weekday_conflict

_ABBREVIATIONS = re.compile(r"\b(?:CCM|\d{1,2}\s?MSP|\d{1,2}\s?RC|MSP|UNODA|ODA|ISU|CMC|UNOG)\b")
_PERSONS = {
    # In "Annex I" and "Part I" the letter is a number.
    "en": re.compile(
        r"\b(?:(?<!Annex )(?<!Part )(?<!Protocol )(?<!Form )I"
        r"|[Ww]e|us|[Oo]urs?|[Mm]y|me|[Yy]ou|[Yy]ours?)\b"
    ),
    "fr": re.compile(
        r"\b(?:je|nous|notre|nos|vous|votre|vos|mon|mes|moi|tu)\b|\bj[’'](?=\w)", re.IGNORECASE
    ),
}
_SALUTATION = re.compile(
    r"^\s*(?:Dear|(?:Your )?Excellency|Sir|Madam|Madame|Monsieur|Excellence)\b[^.]{0,40},?\s*$"
    r"|\bYours (?:sincerely|faithfully|truly)\b|\b(?:Best|Kind) regards\b",
    re.IGNORECASE | re.MULTILINE,
)
# A reference keeps the short names its issuer gave it.
_REFERENCE = re.compile(r"\S*/\S+")


def text_findings(content: NoteContent) -> Iterator[Finding]:
    """Yield what a protocol officer would mark in the paragraphs typed by hand."""
    texts = [
        (part.key or f"paragraph {place}", part.text)
        for place, part in enumerate(content.body, start=1)
        if part.text is not None
    ]
    for where, text in texts:
        yield from _in_text(where, text, content.language)


def _in_text(where: str, text: str, language: str) -> Iterator[Finding]:
    person = _PERSONS[language].search(text) if language in _PERSONS else None
    if person:
        yield Finding(
            "third-person",
            Severity.WARNING,
            where,
            f"“{person[0]}” speaks in the first or second person; a note verbale is written in "
            "the third.",
            "Name the mission and the addressee instead.",
        )
    if "!" in text:
        yield Finding(
            "exclamation-mark",
            Severity.WARNING,
            where,
            "A note verbale has no exclamation marks.",
            "End the sentence with a full stop.",
        )
    salutation = _SALUTATION.search(text)
    if salutation:
        yield Finding(
            "salutation",
            Severity.WARNING,
            where,
            f"“{salutation[0].strip()}” belongs to a letter; the set formulas of the note greet "
            "and close.",
            "Leave it out.",
        )
    short = _ABBREVIATIONS.search(_REFERENCE.sub(" ", text))
    if short:
        yield Finding(
            "abbreviation",
            Severity.INFO,
            where,
            f"“{short[0]}” is an abbreviation; a note gives names in full.",
            "Write the full name.",
        )
    conflict = find_weekday_conflict(text)
    if conflict:
        yield Finding(
            "weekday-conflict",
            Severity.WARNING,
            where,
            conflict.message,
            "Correct the day or the weekday.",
        )
