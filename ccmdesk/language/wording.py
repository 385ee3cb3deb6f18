"""Every sentence of a note verbale in its language; what is asked for here is what gets printed."""

from dataclasses import replace

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.mission_names import LANGUAGE_NAMES
from ccmdesk.domain.note import NoteContent, Part
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.language import references
from ccmdesk.language.note_writer import NoteWriter, Wording, Written
from ccmdesk.language.phrases import PhrasePack

__all__ = ["Wording", "Written", "courtesy", "resolved", "unconfirmed", "wording"]

OPENING = "opening"
CLOSING = "closing"


def wording(content: NoteContent) -> Wording:
    """Return the texts of a note; raises InputError if the language has no phrase pack."""
    return NoteWriter(content).wording()


def resolved(content: NoteContent) -> NoteContent:
    """Return the note with opening, closing and every paragraph as fixed text, to be sealed.

    The paragraphs of a courtesy translation are fixed too, with its opening and closing among them.
    """
    texts = wording(content)
    frozen = replace(content, opening=texts.opening, closing=texts.closing, body=_fixed(texts))
    if not content.courtesy:
        return frozen
    other = wording(courtesy(content))
    body = (Part(OPENING, other.opening), *_fixed(other), Part(CLOSING, other.closing))
    return replace(frozen, courtesy_body=body)


def courtesy(content: NoteContent) -> NoteContent:
    """Return the note in its courtesy language, as it is printed after the authentic text.

    Raises InputError where the mission has no name in that language.
    """
    if content.courtesy_names is None:
        raise InputError(
            f"The mission has no name in {LANGUAGE_NAMES[content.courtesy]} yet; add it under"
            " Settings.",
            "mission",
        )
    fixed = {part.key: part.text for part in content.courtesy_body}
    return replace(
        content,
        language=content.courtesy,
        names=content.courtesy_names,
        body=tuple(part for part in content.courtesy_body if part.key not in (OPENING, CLOSING)),
        opening=fixed.get(OPENING),
        closing=fixed.get(CLOSING),
        # What was typed for the paper is in the language of the note itself.
        layout=replace(content.layout, title_text="", opening="", closing=""),
        courtesy="",
        courtesy_names=None,
        courtesy_body=(),
    )


def unconfirmed(content: NoteContent, confirmed: frozenset[str] = frozenset()) -> list[str]:
    """Return the keys ("ru.closing") of formulas this note uses that an officer has to confirm.

    These are the ones marked C in the phrase pack and not in `confirmed`, those of a courtesy
    translation after those of the note; a sentence the officer typed is nobody's formula. Raises
    InputError if the language has no phrase pack.
    """
    writer = NoteWriter(content)
    phrases = writer.phrases
    keys = []
    if content.opening is None:
        keys.append(f"opening.{writer.variant(phrases.openings)}")
        if (
            references.form(content) != "without_reference"
            and "with_reference" in phrases.confidence
        ):
            keys.append("with_reference")
    keys += [formula.key for formula in writer.formulas_used()]
    if content.layout.closing_line and content.closing is None:
        keys.append(f"closing.{writer.variant(phrases.closings)}")
    if RULES[content.kind].lists_delegation and content.delegates:
        keys.append("roles")
    found = dict.fromkeys(f"{content.language}.{marked_as(phrases, key)}" for key in keys)
    marks = {f"{content.language}.{key}": mark for key, mark in phrases.confidence.items()}
    open_ones = [key for key in found if marks.get(key, "C") == "C" and key not in confirmed]
    if content.courtesy and content.courtesy_names:
        open_ones += unconfirmed(courtesy(content), confirmed)
    return open_ones


def marked_as(phrases: PhrasePack, key: str) -> str:
    """Return the key under which the pack marks a formula: "regrets.statement_party" or less."""
    head, _, tail = key.partition(".")
    for name in (key, f"{head}.{tail.partition('_')[0]}", head):
        if name in phrases.confidence:
            return name
    return head


def _fixed(texts: Wording) -> tuple[Part, ...]:
    return tuple(Part(written.key, written.whole) for written in texts.body)
