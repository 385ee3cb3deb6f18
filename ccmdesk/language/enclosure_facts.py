"""Holds what a note says of enclosures and of an annex against what goes with it."""

from collections.abc import Iterator, Sequence

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.finding import Finding, remark, warning
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.note_kinds import RULES, STATEMENT
from ccmdesk.language.typed_texts import TypedText

_TRANSMITTING = {
    NoteKind.ARTICLE7: (7, 1),
    NoteKind.EXTENSION: (4, 6),
    NoteKind.COMPLIANCE: (4, 1),
}


def enclosure_findings(content: NoteContent, texts: Sequence[TypedText]) -> Iterator[Finding]:
    """Yield where the text and the list of enclosures, or the annex, do not agree."""
    listed = [line for line in content.enclosures if line.strip()]
    said = next((text for text in texts if _says(text, "enclosure")), None)
    transmits = content.kind in _TRANSMITTING
    if said and not listed and not _is_annexed(content):
        yield warning(
            "enclosure-missing",
            said.where,
            "The text speaks of an enclosure, but none is listed.",
            "List the enclosures, or take the words out.",
            source.ENCLOSURES,
        )
    elif transmits and not listed and not _typed_statement(content):
        yield warning(
            "enclosure-missing",
            "enclosures",
            "The note transmits a paper, but no enclosure is listed.",
            "List what is enclosed; it is counted at the foot of the note.",
            source.ENCLOSURES,
        )
    elif listed and not said and not transmits:
        yield remark(
            "enclosure-unmentioned",
            "enclosures",
            "Enclosures are listed, but the text does not speak of them.",
            "Say in the text what is enclosed.",
            source.ENCLOSURES,
        )
    annexed = next((text for text in texts if _says(text, "annex")), None)
    lists = RULES[content.kind].lists_delegation and content.delegates
    if annexed and lists and not listed and not said and not _is_annexed(content):
        yield warning(
            "annex-missing",
            annexed.where,
            "The text speaks of an annex, but the delegation is listed in the body of the note.",
            "Take the words out, or have the list in an annex under Settings.",
            source.ENCLOSURES,
        )


def _says(text: TypedText, cue: str) -> bool:
    # Loaded here: most notes have no typed text.
    from ccmdesk.language.clear_text import searchable
    from ccmdesk.language.lint_pack import lint_pack

    return bool(lint_pack(text.language).cues[cue].search(searchable(text.text)))


def _typed_statement(content: NoteContent) -> bool:
    return any(part.key == STATEMENT and part.text is not None for part in content.body)


def _is_annexed(content: NoteContent) -> bool:
    above = content.layout.annex_above
    return bool(above) and len(content.delegates) > above
