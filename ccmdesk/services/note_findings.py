"""What is wrong with a note: what the linter says, and what no font can print."""

import unicodedata
from datetime import date

from ccmdesk.domain.finding import Finding, Severity
from ccmdesk.domain.note import NoteContent
from ccmdesk.services.note_content import printed_texts
from ccmdesk.services.papers import Papers, PrintedPapers

UNPRINTABLE_RULE = "characters-without-glyph"


def findings_of(content: NoteContent, today: date, papers: Papers | None = None) -> list[Finding]:
    """Return the findings of a content as of `today`, blocking or not."""
    used = papers or PrintedPapers()
    said = used.check(content, convening=content.meeting.convening, today=today)
    return [*said, *_unprintable(content, used)]


def _unprintable(content: NoteContent, papers: Papers) -> list[Finding]:
    return [
        Finding(
            UNPRINTABLE_RULE,
            Severity.BLOCKING,
            printed.where,
            f"No font here can print “{character}” ({_named(character)}) in the {printed.place}.",
            "Write it in other letters.",
        )
        for printed in printed_texts(content)
        for character in papers.missing_characters(printed.text)
    ]


def _named(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}")
