"""Reads the list of a delegation back from an edited DOCX."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ccmdesk.documents.docx_paragraphs import Row
from ccmdesk.documents.members import Member, members_of
from ccmdesk.documents.printed_text import without_marks
from ccmdesk.domain.delegation import Delegate, Role, in_listing_order
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.person import Person, PersonForms
from ccmdesk.language.people import printed_style
from ccmdesk.language.phrases import pack


@dataclass(frozen=True, slots=True)
class ReadMembers:
    """The list as it reads now, None where it is as it was, with what somebody should look at."""

    delegates: tuple[Delegate, ...] | None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    number: str
    name: str
    title: tuple[str, ...]
    role: str


def read_members(rows: Sequence[Row], content: NoteContent) -> ReadMembers:
    """Return the members that the rows of the table name; the head of the table is none of them."""
    entries = [_entry(row) for row in rows]
    heads = pack(content.language).table
    told = [entry for entry in entries if entry.name and entry.name != _plain(heads["name"])]
    members, delegates = members_of(content), in_listing_order(content.delegates)
    before = [_written(member) for member in members]
    if [replace(entry, number="") for entry in told] == [
        replace(entry, number="") for entry in before
    ]:
        return ReadMembers(None)
    found: list[Delegate] = []
    remarks: list[str] = []
    left = dict(zip(before, delegates, strict=True))
    for entry in told:
        known = _match(entry, left)
        if known is None:
            found.append(_new(entry, content.language))
            remarks.append(f"{entry.name} is new in the list; check the name and the role.")
            continue
        found.append(_edited(left.pop(known), known, entry, content.language, remarks))
    remarks += [f"{entry.name} is no longer in the list." for entry in left]
    return ReadMembers(tuple(found), tuple(remarks))


def _match(entry: _Entry, left: dict[_Entry, Delegate]) -> _Entry | None:
    """Return who is meant: who has the same name, or the same number and title."""
    same = [each for each in left if each.name == entry.name]
    same += [each for each in left if each.number == entry.number and each.title == entry.title]
    return same[0] if same else None


def _edited(
    delegate: Delegate, before: _Entry, entry: _Entry, language: str, remarks: list[str]
) -> Delegate:
    person, role = delegate.person, delegate.role
    if entry.name != before.name:
        style = _plain(printed_style(person, language))
        given, family = _parted(_without_style(entry.name, style))
        person = _put(person, language, PersonForms(given_names=given, family_name=family))
        remarks.append(f"{before.name} is now {entry.name}; check how the name is divided.")
    if entry.title != before.title:
        person = _put(person, language, _title(entry.title, before.title, person, language))
    if entry.role != before.role:
        named = _role(entry.role, language)
        if named is None:
            remarks.append(f"“{entry.role}” is no role; {entry.name} keeps the one they had.")
        role = named or role
    return replace(delegate, person=person, role=role)


def _title(
    lines: tuple[str, ...], before: tuple[str, ...], person: Person, language: str
) -> PersonForms:
    """Return the title and, if it was edited, where the person serves."""
    if not person.written_in(language).functional_title:
        return PersonForms(organization=", ".join(lines))
    title = lines[0] if lines else ""
    house = "" if lines[1:] == before[1:] else ", ".join(lines[1:])
    return PersonForms(functional_title=title, organization=house)


def _put(person: Person, language: str, forms: PersonForms) -> Person:
    """Return the person with new words: in the forms of the language, where there are some."""
    values = {
        name: getattr(forms, name)
        for name in ("given_names", "family_name", "functional_title", "organization")
        if getattr(forms, name)
    }
    if forms.organization:
        values["place"] = ""
    kept = person.forms.get(language)
    if kept is None:
        return replace(person, **values)
    return replace(person, forms={**person.forms, language: replace(kept, **values)})


def _new(entry: _Entry, language: str) -> Delegate:
    name = entry.name
    known = [*pack(language).styles.values(), *pack(language).styles]
    style = next(
        (each for each in sorted(known, key=len, reverse=True) if name.startswith(f"{each} ")), ""
    )
    given, family = _parted(_without_style(name, style))
    person = Person(
        family_name=family,
        given_names=given,
        style=style,
        functional_title=entry.title[0] if entry.title else "",
        organization=", ".join(entry.title[1:]),
    )
    return Delegate(person, _role(entry.role, language) or Role.REPRESENTATIVE)


def _without_style(name: str, style: str) -> str:
    return name.removeprefix(style).removesuffix(style).strip() if style else name


def _parted(name: str) -> tuple[str, str]:
    """Return given and family names; what is in capitals is the family name, else the last word."""
    words = name.split()
    family = [word for word in words if len(word) > 1 and word == word.upper() != word.lower()]
    if not family or len(family) == len(words):
        family = words[-1:]
        return " ".join(words[:-1]), " ".join(family)
    given = [word for word in words if word not in family]
    return " ".join(given), " ".join(word.title() for word in family)


def _role(text: str, language: str) -> Role | None:
    roles = pack(language).roles
    for role in Role:
        if text.casefold() in (_plain(form).casefold() for form in roles[role]):
            return role
    return None


def _entry(row: Row) -> _Entry:
    cells = [[_plain(told.text) for told in cell if told.text.strip()] for cell in row.cells]
    number, name, title, role = [*cells, [], [], [], []][:4]
    return _Entry(" ".join(number), " ".join(name), tuple(title), " ".join(role))


def _written(member: Member) -> _Entry:
    title = tuple(_plain(line) for line in member.title)
    return _Entry(member.number, _plain(member.name), title, _plain(member.role))


def _plain(text: str) -> str:
    return " ".join(without_marks(text).split())
