"""How a person's name and style are printed in a note."""

from ccmdesk.domain.layout import Layout
from ccmdesk.domain.person import Person
from ccmdesk.language.chinese_typography import joined_name
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
        return joined_name(family, given, first)
    return " ".join(part for part in ((family, given) if first else (given, family)) if part)


def printed_style(person: Person, language: str) -> str:
    """Return the style before a name in the language of the note, held on one line."""
    form = person.written_in(language)
    return held_style(pack(language).style(form.style))
