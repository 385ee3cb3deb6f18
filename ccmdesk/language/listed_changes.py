"""The lines an amendment and a correction list: one for each change."""

from collections.abc import Mapping

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.note_matter import Change, ChangeKind, Correction
from ccmdesk.domain.person import Person
from ccmdesk.language.grammar import BLANK, grammar
from ccmdesk.language.people import printed_name, printed_title
from ccmdesk.language.phrases import PhrasePack

_COMMAS = {"ar": "، ", "zh": "，"}


def change_lines(
    content: NoteContent, phrases: PhrasePack, values: Mapping[str, str]
) -> tuple[str, ...]:
    """Return one line for each change of the delegation, in the order in which they are kept."""
    return tuple(_change(change, content, phrases, values) for change in content.matter.changes)


def correction_lines(content: NoteContent, phrases: PhrasePack) -> tuple[str, ...]:
    """Return one line for each correction: for this, read that."""
    return tuple(_correction(each, phrases) for each in content.matter.corrections)


def _change(
    change: Change, content: NoteContent, phrases: PhrasePack, values: Mapping[str, str]
) -> str:
    member = change.after or change.before
    person = member.person.written_in(content.language) if member else Person(BLANK)
    post = _new_post(change, content)
    untitled, feminine = not (person.functional_title.strip() or post), person.gender == "f"
    suffixes = tuple(
        name
        for name, wanted in (
            ("untitled_f", untitled and feminine),
            ("untitled", untitled),
            ("f", feminine),
        )
        if wanted
    )
    formula = phrases.of_kind(NoteKind.AMENDMENT, change.kind, suffixes)
    places = {
        **values,
        **_places("before", change.before, content, phrases),
        **_places("after", change.after, content, phrases),
        **({"after_title": post} if post else {}),
    }
    return formula.text.format_map(places) if formula else ""


def _new_post(change: Change, content: NoteContent) -> str:
    """Return title and house of who moved to another house, "" where the house is the old one."""
    if change.kind is not ChangeKind.TITLE or change.before is None or change.after is None:
        return ""
    before = change.before.person.written_in(content.language)
    after = change.after.person.written_in(content.language)
    if (before.organization, before.place) == (after.organization, after.place):
        return ""
    title = printed_title(change.after.person, content.language)
    told = (title, after.organization, after.place)
    return _COMMAS.get(content.language, ", ").join(each.strip() for each in told if each.strip())


def _places(
    name: str, delegate: Delegate | None, content: NoteContent, phrases: PhrasePack
) -> dict[str, str]:
    """Return the places of one member: name, `_title` and `_role` under "before" or "after"."""
    member = delegate or Delegate(Person(BLANK), Role.REPRESENTATIVE)
    person = member.person.written_in(content.language)
    printed = printed_name(member.person, content.language, content.layout)
    role = phrases.role(member.role, person.gender) if delegate else BLANK
    forms = grammar(content.language).member_forms(printed, person, role)
    return {
        **{f"{name}_{form}": text for form, text in forms.items()},
        name: printed,
        f"{name}_title": printed_title(member.person, content.language).strip() or BLANK,
        f"{name}_role": role,
    }


def _correction(correction: Correction, phrases: PhrasePack) -> str:
    place = correction.place.strip()
    formula = phrases.of_kind(NoteKind.CORRECTION, "item_in_place" if place else "item")
    if formula is None:
        return ""
    return formula.text.format(
        place=place,
        Place=place[:1].upper() + place[1:],
        wrong=correction.wrong.strip() or BLANK,
        right=correction.right.strip() or BLANK,
    )
