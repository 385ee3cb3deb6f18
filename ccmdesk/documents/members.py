"""The members of a delegation as a note prints them: style and name, title, role."""

from dataclasses import dataclass

from ccmdesk.domain.delegation import Delegate, in_listing_order
from ccmdesk.domain.note import NoteContent
from ccmdesk.language.lines import printed_line
from ccmdesk.language.people import printed_name, printed_title
from ccmdesk.language.phrases import pack

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LETTERS = {
    "ru": "абвгдежзиклмнопрстуфхцчшщэюя",
    "ar": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
}


@dataclass(frozen=True, slots=True)
class Member:
    """One entry of the list.

    `number` is its place as printed ("1." or "(a)"); `title` are the functional title and where
    the person serves.
    """

    number: str
    name: str
    title: tuple[str, ...]
    role: str


def members_of(content: NoteContent) -> tuple[Member, ...]:
    """Return the delegation in the order and the language of the note."""
    delegates = in_listing_order(content.delegates)
    return tuple(
        _member(_number(index, len(delegates), content), delegate, content)
        for index, delegate in enumerate(delegates)
    )


def _number(index: int, count: int, content: NoteContent) -> str:
    """Return the place of a member; among numbered paragraphs it is a letter, as far as they go."""
    layout, letters = content.layout, _LETTERS.get(content.language, _LATIN)
    lettered = layout.numbered_paragraphs and layout.list_form == "numbered"
    if lettered and count <= len(letters):
        return f"({letters[index]})"
    return printed_line(f"{index + 1}.", content.language, layout)


def _member(number: str, delegate: Delegate, content: NoteContent) -> Member:
    language, layout = content.language, content.layout
    person = delegate.person.written_in(language)
    house = _joined((person.organization, person.place), language)
    title = (printed_title(delegate.person, language), house)
    return Member(
        number=number,
        name=printed_line(printed_name(delegate.person, language, layout), language, layout),
        title=tuple(printed_line(part, language, layout) for part in title if part),
        role=pack(language).role(delegate.role, person.gender),
    )


def in_one_line(member: Member, language: str) -> str:
    """Return an entry as a list without columns writes it, the role in brackets."""
    told = _joined((member.name, *member.title), language)
    return f"{told}（{member.role}）" if language == "zh" else f"{told} ({member.role})"


def _joined(parts: tuple[str, ...], language: str) -> str:
    joint = {"zh": "，", "ar": "، "}.get(language, ", ")
    return joint.join(part for part in parts if part)
