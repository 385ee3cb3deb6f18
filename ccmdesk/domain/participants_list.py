"""Compares a list of participants, as the secretariat circulates it, with our own delegation."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.delegation_changes import name_key, same_person
from ccmdesk.domain.participants_reading import Entry, plain, read_entries, role_in
from ccmdesk.domain.person import Person
from ccmdesk.domain.portal_sheet import ROLES


class DifferenceKind(StrEnum):
    """In what a list may differ from the delegation, the gravest first."""

    MISSING = "missing"
    EXTRA = "extra"
    ROLE = "role"
    SPELLING = "spelling"
    TITLE = "title"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference: `ours` and `theirs` are what stands on either side ("" for nothing).

    `line` is the number of the line in the pasted text, from 0; -1 where it stands in none.
    """

    kind: DifferenceKind
    name: str
    ours: str = ""
    theirs: str = ""
    line: int = -1


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a comparison found: the entries taken for ours, how many agree, and what differs."""

    entries: tuple[Entry, ...]
    agreeing: int
    differences: tuple[Difference, ...]


def compare(
    delegates: Sequence[Delegate],
    text: str,
    country: Collection[str] = (),
    countries: Collection[str] = (),
) -> Comparison:
    """Return in what the pasted `text` differs from the delegation.

    Where the text holds the lists of several States, only what stands below one of the names in
    `country` is read; `countries` are the names of all States, by which the next list is known.
    Capitals are no difference, since lists print family names in them; accents, hyphens and the
    order of the names are. A title is compared by its words, however its lines are divided.
    """
    persons = [each.person for each in delegates]
    entries = read_entries(text, persons, country, countries)
    pairs = _paired(delegates, entries)
    found = [
        Difference(DifferenceKind.MISSING, _name(each), ours=_in_full(each))
        for each in delegates
        if not any(ours is each for ours, _ in pairs)
    ]
    found += [
        Difference(DifferenceKind.EXTRA, entry.name, theirs=entry.text, line=entry.line)
        for entry in entries
        if not any(theirs is entry for _, theirs in pairs)
    ]
    agreeing = 0
    with_roles = any(role_in(entry) is not None for entry in entries)
    told = [list(_told(ours, theirs, with_roles)) for ours, theirs in pairs]
    moved = _moved([entries.index(theirs) for _, theirs in pairs])
    for position, (ours, theirs) in enumerate(pairs):
        if position in moved:
            places = str(delegates.index(ours) + 1), str(entries.index(theirs) + 1)
            told[position].append(
                Difference(DifferenceKind.ORDER, _name(ours), *places, line=theirs.line)
            )
        agreeing += not told[position]
    found += [each for group in told for each in group]
    order = list(DifferenceKind)
    found.sort(key=lambda each: order.index(each.kind))
    return Comparison(tuple(entries), agreeing, tuple(found))


def _paired(
    delegates: Sequence[Delegate], entries: Sequence[Entry]
) -> list[tuple[Delegate, Entry]]:
    """Return who is who, in the order of the delegation: equal names first, then near ones."""
    pairs: dict[int, Entry] = {}
    free = list(entries)
    for fits in (_equal, _near, _one_name):
        for position, delegate in enumerate(delegates):
            if position in pairs:
                continue
            found = next((each for each in free if fits(delegate.person, each)), None)
            if found is not None:
                pairs[position] = found
                free.remove(found)
    return [(delegates[position], pairs[position]) for position in sorted(pairs)]


def _equal(person: Person, entry: Entry) -> bool:
    return any(name_key(person) == name_key(Person(name)) for name in entry.names)


def _near(person: Person, entry: Entry) -> bool:
    return any(same_person(person, Person(name)) for name in entry.names)


def _one_name(person: Person, entry: Entry) -> bool:
    """Tell whether the family name and the title agree: a given name was left out or changed."""
    family = set(plain(person.family_name).split())
    alike = bool(family) and any(family <= set(plain(name).split()) for name in entry.names)
    return alike and _has_title(entry, person.functional_title)


def _told(delegate: Delegate, entry: Entry, with_roles: bool) -> Iterator[Difference]:
    person, name = delegate.person.written_in("en"), _name(delegate)
    written = " ".join(part for part in (person.style, person.full_name) if part)
    if not _same_spelling(delegate.person, person, entry):
        yield Difference(
            DifferenceKind.SPELLING,
            name,
            written,
            f"{entry.style} {entry.name}".strip(),
            entry.line,
        )
    title = person.functional_title
    if title and not any(
        _has_title(entry, each.functional_title) for each in (person, delegate.person)
    ):
        yield Difference(DifferenceKind.TITLE, name, title, entry.title, entry.line)
    # "Adviser" may be somebody's title.
    role = role_in(entry, besides=title)
    if role is not None and role is not delegate.role:
        yield Difference(DifferenceKind.ROLE, name, ROLES[delegate.role], ROLES[role], entry.line)
    elif role is None and delegate.role is Role.HEAD and with_roles:
        yield Difference(DifferenceKind.ROLE, name, ROLES[Role.HEAD], "", entry.line)


def _same_spelling(person: Person, english: Person, entry: Entry) -> bool:
    """Tell whether a name stands as we write it, capitals aside; a style only where it is told."""
    styles = {_letters(each.style) for each in (person, english)}
    if entry.style and styles != {""} and _letters(entry.style) not in styles:
        return False
    wanted = set()
    for each in (person, english):
        # Lists have an order of their own; which name is the family's their capitals tell.
        wanted.add(_letters(f"{each.given_names} {each.family_name}"))
        wanted.add(_letters(f"{each.family_name} {each.given_names}"))
    if not any(_letters(name) in wanted for name in entry.names):
        return False
    words = entry.name.split()
    loud = [word for word in words if word.isupper() and len(word.strip(".")) > 1]
    families = f"{person.family_name} {english.family_name}"
    return len(loud) == len(words) or set(plain(" ".join(loud)).split()) <= set(
        plain(families).split()
    )


def _letters(text: str) -> str:
    return " ".join(text.replace("’", "'").replace(",", " ").casefold().split()).replace(".", "")


def _has_title(entry: Entry, title: str) -> bool:
    """Tell whether the words of the title stand together between commas or ends of lines."""
    words = plain(title).split()
    if not words:
        return False
    together = r"[\s,;]+".join(re.escape(word) for word in words)
    pattern = rf"(?:^|[,;\n])\s*{together}\s*(?:$|[,;\n])"
    return re.search(pattern, plain("\n".join(entry.details), keep=",;\n")) is not None


def _moved(places: Sequence[int]) -> set[int]:
    """Return which of the places break the order; the longest row that keeps it is left out."""
    ends: list[int] = []
    lengths = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
        lengths.append(at + 1)
    wanted, moved = len(ends), set()
    last = len(places) and max(places) + 1
    for position in range(len(places) - 1, -1, -1):
        if lengths[position] == wanted and places[position] < last:
            wanted, last = wanted - 1, places[position]
        else:
            moved.add(position)
    return moved


def _name(delegate: Delegate) -> str:
    return delegate.person.written_in("en").full_name


def _in_full(delegate: Delegate) -> str:
    person = delegate.person.written_in("en")
    parts = (person.printed_name(capitals=False), person.functional_title, ROLES[delegate.role])
    return ", ".join(part for part in parts if part)
