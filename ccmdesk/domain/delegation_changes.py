"""What happened to a delegation since its note was issued: who replaces, joins, leaves, changes."""

import unicodedata
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.note_matter import Change, ChangeKind
from ccmdesk.domain.person import Person

# Names that agree so far, with the same title or address, are one name spelt in two ways.
_ALIKE = 0.75

Pair = tuple[Delegate, Delegate]


def changes(before: Sequence[Delegate], after: Sequence[Delegate]) -> tuple[Change, ...]:
    """Return what leads from one list to the other, in the order in which a note tells it.

    Members are the same where their names agree but for case, accents, hyphens and order, or where
    address, title or most of the name show that the name was only spelt anew. Somebody who left is
    replaced by who joined in the same role with the same title and organization, a head of
    delegation by the new head. A change of order alone is none.
    """
    same, left, joined = _matched(before, after)
    replaced, left, joined = _paired(left, joined, _SUCCESSIONS)
    found = [Change(ChangeKind.REPLACES, *pair) for pair in replaced]
    found += [Change(ChangeKind.JOINS, after=delegate) for delegate in joined]
    found += [Change(ChangeKind.LEAVES, before=delegate) for delegate in left]
    for kind, told in _TOLD:
        found += [Change(kind, old, new) for old, new in same if told(old) != told(new)]
    return tuple(found)


def name_key(person: Person) -> tuple[str, ...]:
    """Return the name in a form in which its spellings by case, accent and order are the same."""
    return tuple(sorted(_plain(f"{person.given_names} {person.family_name}").split()))


def same_person(one: Person, other: Person) -> bool:
    """Tell whether two entries are one person, their names spelt alike or nearly so."""
    if name_key(one) == name_key(other):
        return True
    if one.email and one.email.lower() == other.email.lower():
        return _likeness(one, other) > 0.5
    return _likeness(one, other) >= _ALIKE and _shares_name(one, other)


def _matched(
    before: Sequence[Delegate], after: Sequence[Delegate]
) -> tuple[list[Pair], list[Delegate], list[Delegate]]:
    same, left, joined = _paired(before, after, (lambda each: name_key(each.person),))
    for old in list(left):
        alike = [new for new in joined if _respelt(old, new)]
        if alike:
            new = max(alike, key=lambda each: _likeness(old.person, each.person))
            same.append((old, new))
            left.remove(old)
            joined.remove(new)
    places = {id(new): place for place, new in enumerate(after)}
    same.sort(key=lambda pair: places[id(pair[1])])
    return same, left, joined


def _paired(
    before: Sequence[Delegate],
    after: Sequence[Delegate],
    keys: Sequence[Callable[[Delegate], Hashable]],
) -> tuple[list[Pair], list[Delegate], list[Delegate]]:
    """Return pairs of equal keys, tried one after the other, and who is left on either side."""
    pairs: list[Pair] = []
    left, joined = list(before), list(after)
    for key in keys:
        for old in list(left):
            wanted = key(old)
            new = next((each for each in joined if key(each) == wanted), None)
            if wanted is not None and new is not None:
                pairs.append((old, new))
                left.remove(old)
                joined.remove(new)
    return pairs, left, joined


def _respelt(old: Delegate, new: Delegate) -> bool:
    one, other = old.person, new.person
    if not same_person(one, other):
        return False
    by_address = bool(one.email) and one.email.lower() == other.email.lower()
    return by_address or _title(old) == _title(new) or old.role is new.role


def _likeness(one: Person, other: Person) -> float:
    return SequenceMatcher(
        None, " ".join(name_key(one)), " ".join(name_key(other)), autojunk=False
    ).ratio()


def _shares_name(one: Person, other: Person) -> bool:
    """Tell whether one name is common to both, or the family names differ by a letter or two."""
    if set(name_key(one)) & set(name_key(other)):
        return True
    families = (_plain(one.family_name), _plain(other.family_name))
    return SequenceMatcher(None, *families, autojunk=False).ratio() >= _ALIKE


def _position(each: Delegate) -> Hashable:
    person = each.person
    if not person.functional_title:
        return None
    return each.role, _plain(person.functional_title), _plain(person.organization)


def _head(each: Delegate) -> Hashable:
    return each.role if each.role is Role.HEAD else None


def _title_in_role(each: Delegate) -> Hashable:
    title = _plain(each.person.functional_title)
    return (each.role, title) if title else None


def _title(each: Delegate) -> tuple[str, str, str]:
    person = each.person
    return person.functional_title, person.organization, person.place


def _role(each: Delegate) -> Role:
    return each.role


def _name(each: Delegate) -> tuple[str, str, str]:
    person = each.person
    return person.style, person.given_names, person.family_name


_SUCCESSIONS = (_position, _head, _title_in_role)
_TOLD: tuple[tuple[ChangeKind, Callable[[Delegate], Hashable]], ...] = (
    (ChangeKind.TITLE, _title),
    (ChangeKind.ROLE, _role),
    (ChangeKind.NAME, _name),
)


def _plain(text: str) -> str:
    return "".join(_letters(text)).casefold()


def _letters(text: str) -> Iterator[str]:
    for letter in unicodedata.normalize("NFKD", text):
        if unicodedata.combining(letter) or letter in "'’":
            continue
        yield letter if letter.isalnum() or letter.isspace() else " "
