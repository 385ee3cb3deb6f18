"""The sentences of a note as they stand, for the window in which they are edited."""

from dataclasses import dataclass, replace

from ccmdesk.domain.note import NoteContent
from ccmdesk.language.note_writer import Written

__all__ = ["NoteTexts", "Written", "note_texts", "unconfirmed_formulas"]


@dataclass(frozen=True, slots=True)
class NoteTexts:
    """What a note says from its opening to its closing; `translation` follows where there is one.

    `enclosures` is the line that lists them and `subject` the line of the register.
    """

    language: str
    opening: str
    body: tuple[Written, ...]
    closing: str
    subject: str = ""
    enclosures: str = ""
    translation: "NoteTexts | None" = None


def note_texts(content: NoteContent) -> NoteTexts:
    """Return the sentences of a note; raises InputError for a language without phrase pack."""
    # Loaded here: the window paints before any sentence is needed.
    from ccmdesk.language.wording import courtesy, wording

    said = wording(content)
    texts = NoteTexts(
        content.language, said.opening, said.body, said.closing, said.subject, said.enclosures
    )
    if not content.courtesy or content.courtesy_names is None:
        return texts
    return replace(texts, translation=note_texts(courtesy(content)))


def unconfirmed_formulas(content: NoteContent, confirmed: frozenset[str]) -> list[str]:
    """Return the keys ("ru.closing") of formulas used that no native officer has confirmed."""
    from ccmdesk.language.wording import unconfirmed

    return unconfirmed(content, confirmed)
