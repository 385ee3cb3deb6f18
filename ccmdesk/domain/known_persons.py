"""Finds who of many persons a name belongs to, without comparing each with each."""

from collections import defaultdict
from collections.abc import Iterable

from ccmdesk.domain.delegation_changes import name_key, same_person
from ccmdesk.domain.person import Person

# Shorter words, such as initials and particles, are no reason to compare two names.
_TELLING = 3
_MOST_UNLIKE = 10


class KnownPersons:
    """Persons in the order in which they were added, found again by name and address.

    The time of a search grows with the names that are nearly the same, not with all of them.
    """

    def __init__(self, persons: Iterable[Person] = ()) -> None:
        self._persons: list[Person] = []
        self._by_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._by_address: dict[str, list[int]] = defaultdict(list)
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._letters: list[int] = []
        self._figures: list[str] = []
        for person in persons:
            self.add(person)

    def add(self, person: Person) -> None:
        """Add a person behind the others."""
        place, key = len(self._persons), name_key(person)
        self._persons.append(person)
        self._letters.append(_letters(key))
        self._figures.append(_figures(key))
        self._by_name[key].append(place)
        if person.email:
            self._by_address[person.email.casefold()].append(place)
        for form in {form for word in key for form in _forms(word)}:
            self._by_word[form].append(place)

    def same(self, person: Person) -> list[int]:
        """Return the places of who has the very name, in whatever letters, or its address."""
        found = set(self._by_name.get(name_key(person), ()))
        if person.email:
            shared = self._by_address.get(person.email.casefold(), ())
            found.update(place for place in shared if same_person(self._persons[place], person))
        return sorted(found)

    def near(self, person: Person) -> list[int]:
        """Return the places of whose name is nearly the same, and nothing says it is another.

        Different addresses, genders or figures make two persons.
        """
        key = name_key(person)
        letters, figures = _letters(key), _figures(key)
        found = set()
        for form in {form for word in key for form in _forms(word)}:
            for place in self._by_word.get(form, ()):
                # Names that agree for three quarters have few letters that the other lacks.
                if place in found or (letters ^ self._letters[place]).bit_count() > _MOST_UNLIKE:
                    continue
                other = self._persons[place]
                if figures != self._figures[place] or contradicted(person, other):
                    continue
                if same_person(other, person):
                    found.add(place)
        return sorted(found)


def contradicted(one: Person, other: Person) -> bool:
    """Tell whether address or gender say that two entries are two persons."""
    if one.email and other.email and one.email.casefold() != other.email.casefold():
        return True
    return bool(one.gender and other.gender and one.gender != other.gender)


def _forms(word: str) -> set[str]:
    """Return the word, and the word with each of its letters left out."""
    if len(word) < _TELLING:
        return set()
    if len(word) == _TELLING or any(letter.isdigit() for letter in word):
        return {word}
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


def _letters(key: tuple[str, ...]) -> int:
    mask = 0
    for letter in set("".join(key)):
        mask |= 1 << (ord(letter) % 64)
    return mask


def _figures(key: tuple[str, ...]) -> str:
    return "".join(letter for letter in "".join(key) if letter.isdigit())
