"""Checks whether the courtesy translation says all that was typed into the note itself."""

from collections.abc import Iterator

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.finding import Finding, warning
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.note_kinds import QUESTION, RULES


def translation_findings(content: NoteContent) -> Iterator[Finding]:
    """Yield which typed paragraphs have no counterpart in the translation.

    Paragraphs of the template translate themselves; what was typed by hand does not.
    """
    if not content.courtesy:
        return
    fixed = {part.key for part in content.courtesy_body if (part.text or "").strip()}
    missing = [
        part.key
        for part in content.body
        if part.key and (part.text or "").strip() and part.key not in fixed
    ]
    asked = QUESTION in RULES[content.kind].parts and content.matter.question.strip()
    if asked and QUESTION not in fixed and QUESTION not in missing:
        missing.append(QUESTION)
    own = sum(1 for part in content.body if not part.key and (part.text or "").strip())
    theirs = sum(1 for part in content.courtesy_body if not part.key and (part.text or "").strip())
    if own > theirs:
        count = own - theirs
        missing.append("a paragraph of your own" if count == 1 else f"{count} paragraphs")
    if missing:
        yield warning(
            "translation-incomplete",
            "translation",
            f"The courtesy translation does not have what was typed by hand: {', '.join(missing)}.",
            "Translate it beside the note, or leave the translation out.",
            source.NOTES_VERBALES,
        )
