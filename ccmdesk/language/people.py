"""How a person's name, style and title are printed in a note."""

import re
from functools import cache

from ccmdesk.domain.layout import Layout
from ccmdesk.domain.person import Person
from ccmdesk.language.meeting_names import languages_written_like
from ccmdesk.language.phrases import pack
from ccmdesk.language.typography import held_style


def printed_name(person: Person, language: str, layout: Layout) -> str:
    """Return style and name as a note in `language` prints them, in the mission's order."""
    style, name = printed_style(person, language), bare_name(person, language, layout)
    return pack(language).say("styled_name", style=style, name=name) if style else name


def bare_name(person: Person, language: str, layout: Layout) -> str:
    """Return the name without style, in the mission's order, the family name in capitals or not."""
    form = person.written_in(language)
    family = form.family_name.strip()
    if layout.family_name_in_capitals:
        family = family.upper()
    first = {"family_first": True, "given_first": False}.get(layout.name_order, form.family_first)
    given = form.given_names.strip()
    if language == "zh":
        # Loaded here: its patterns cost a start in the other languages too much.
        from ccmdesk.language.chinese_typography import joined_name

        return joined_name(family, given, first)
    return " ".join(part for part in ((family, given) if first else (given, family)) if part)


def printed_style(person: Person, language: str) -> str:
    """Return the style before a name in the language of the note, held on one line."""
    form = person.written_in(language)
    return held_style(pack(language).style(form.style))


def printed_title(person: Person, language: str) -> str:
    """Return the functional title as a note in `language` prints it.

    A title typed in another language is turned where it consists of ranks alone ("Ambassador,
    Permanent Representative"), agreeing with the person's gender; any other stays as typed.
    """
    typed = person.written_in(language).functional_title
    own = person.forms.get(language)
    if not typed or (own is not None and own.functional_title):
        return typed
    parts = [part.strip() for part in re.split(r"[,،、，]", typed)]
    ranks = [_rank(part.casefold()) for part in parts]
    known = pack(language).ranks
    if any(part in known[rank] for part, rank in zip(parts, ranks, strict=True) if rank):
        return typed
    if not all(ranks):
        return typed
    return _JOINTS.get(language, ", ").join(known[rank][person.gender == "f"] for rank in ranks)


_JOINTS = {"ar": "، ", "zh": "、"}


@cache
def _rank(text: str) -> str:
    """Return the key of a rank named in any of the languages, "" for other words."""
    for language in languages_written_like(text):
        for rank, names in pack(language).ranks.items():
            if text in (name.casefold() for name in names):
                return rank
    return ""
