"""Reads what was typed into a note as a protocol officer would: each text, then the facts."""

from collections.abc import Iterator

from ccmdesk.domain.finding import Finding
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.surroundings import Surroundings
from ccmdesk.language.fact_checks import fact_findings
from ccmdesk.language.typed_texts import typed_texts


def wording_findings(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    """Yield what a protocol officer would mark in what was typed."""
    texts = list(typed_texts(content))
    if texts:
        # Its many patterns are not made for a note that follows the template throughout.
        from ccmdesk.language.text_checks import text_findings

        for text in texts:
            yield from text_findings(text, content.layout.honour)
    yield from fact_findings(content, around, texts)
