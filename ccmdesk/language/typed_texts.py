"""The texts of a note that an officer typed, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccmdesk.domain.note import NoteContent, Part
from ccmdesk.domain.note_kinds import QUESTION
from ccmdesk.language.wording import CLOSING, OPENING


@dataclass(frozen=True, slots=True)
class TypedText:
    """A typed text: `where` as findings name it, `place` as a repair names it.

    `key` is that of the template's paragraph, "" for a free one. `translated` marks the courtesy
    translation.
    """

    where: str
    place: str
    key: str
    text: str
    language: str
    translated: bool = False


def typed_texts(content: NoteContent) -> Iterator[TypedText]:
    """Yield the typed paragraphs of the note and of its courtesy translation."""
    yield from _of(content.body, "body", content.language)
    if content.matter.question.strip() and not _fixes(content.body, QUESTION):
        question = content.matter.question
        yield TypedText("question", "question", QUESTION, question, content.language)
    if content.courtesy:
        for each in _of(content.courtesy_body, "courtesy_body", content.courtesy):
            if each.key not in (OPENING, CLOSING):
                yield each


def _of(parts: tuple[Part, ...], place: str, language: str) -> Iterator[TypedText]:
    translated = place != "body"
    for index, part in enumerate(parts):
        if part.text is None or not part.text.strip():
            continue
        where = part.key or f"paragraph {index + 1}"
        yield TypedText(
            f"translation: {where}" if translated else where,
            f"{place}.{index}",
            part.key,
            part.text,
            language,
            translated,
        )


def _fixes(parts: tuple[Part, ...], key: str) -> bool:
    return any(part.key == key and part.text is not None for part in parts)
