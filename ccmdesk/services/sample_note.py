"""A note of the mission's with invented delegates, to show what a layout looks like."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.profile import Names, Profile

if TYPE_CHECKING:
    from ccmdesk.documents.own_fonts import FontFile

_ENCLOSURES = {
    "en": "Programme of the visit",
    "fr": "Programme de la visite",
    "es": "Programa de la visita",
    "ru": "Программа визита",
    "ar": "برنامج الزيارة",
    "zh": "访问日程",
}


@dataclass(frozen=True, slots=True)
class Variant:
    """A set opening or closing: the name a layout gives it, and how the note says it."""

    name: str
    text: str


def sample_content(
    profile: Profile, language: str, names: Names, delegates: int = 4
) -> NoteContent:
    """Return the note of the sample in a language, under the mission's own names and layout."""
    from ccmdesk.documents.note_example import example

    return replace(
        example(language, delegates),
        names=names,
        emblem=profile.emblem,
        layout=profile.layout,
        number=profile.number_pattern.written(12, 2023),
        number_shown=profile.number_pattern.written(12, 2023),
        enclosures=(_ENCLOSURES[language],),
    )


def sample_pdf(content: NoteContent, fonts: "tuple[FontFile, ...]" = ()) -> bytes:
    """Return the sample on paper; raises InputError where it cannot be printed."""
    from ccmdesk.documents.note_verbale import note_pdf

    return note_pdf(content, draft=False, fonts=fonts)


def variants(content: NoteContent) -> tuple[tuple[Variant, ...], tuple[Variant, ...]]:
    """Return the openings and the closings of the note's language as this note would say them.

    The default comes first, under the name "".
    """
    from ccmdesk.language.phrases import DEFAULT, pack
    from ccmdesk.language.wording import wording

    phrases = pack(content.language)
    found: list[tuple[Variant, ...]] = []
    for setting, formulas in (("opening", phrases.openings), ("closing", phrases.closings)):
        said = []
        for name in formulas:
            layout = replace(content.layout, **{setting: name})  # type: ignore[arg-type]
            text = getattr(wording(replace(content, layout=layout)), setting)
            said.append(Variant("" if name == DEFAULT else name, text.strip()))
        found.append(tuple(said))
    return found[0], found[1]
