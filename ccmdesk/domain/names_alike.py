"""Tells two spellings of one name from two names."""

import unicodedata
from functools import lru_cache

from ccmdesk.domain.person import Person

# A single name so short is another one with every other letter.
_SHORT = 4
# A word has room for one slip of the pen, a long one for two.
_LONG = 7


def spelt_otherwise(one: Person, other: Person) -> bool:
    """Tell whether two entries seem to be one person whose name is spelt in two ways.

    They differ in accents, hyphens or case alone, or in a letter or two of a single word. Different
    e-mail addresses or genders make two persons.
    """
    if one.full_name == other.full_name:
        return False
    if one.email and other.email and one.email.casefold() != other.email.casefold():
        return False
    if one.gender and other.gender and one.gender != other.gender:
        return False
    return names_alike(one.full_name, other.full_name)


@lru_cache(maxsize=20_000)
def names_alike(one: str, other: str) -> bool:
    """Tell whether two different names are nearly the same, word by word."""
    if one == other:
        return False
    first, second = folded_words(one), folded_words(other)
    if "".join(first) == "".join(second):
        # Typed in capitals it is still the same spelling.
        return one.casefold().split() != other.casefold().split()
    if len(first) != len(second):
        return False
    unlike = [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]]
    if len(unlike) != 1 or (len(first) == 1 and len(first[0]) <= _SHORT):
        return False
    return _near(*unlike[0])


@lru_cache(maxsize=20_000)
def folded_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without accents, hyphens and apostrophes."""
    letters = []
    for letter in unicodedata.normalize("NFKD", name.casefold()):
        if unicodedata.combining(letter) or letter in "'’ʻ\u0640":
            continue
        letters.append(_PLAIN.get(letter, letter) if letter.isalnum() else " ")
    return tuple("".join(letters).split())


_PLAIN = {
    "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه",
}  # fmt: skip


def _near(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if one.isdigit() or other.isdigit() or shorter < 2:
        return False
    if _is_chinese(one) or _is_chinese(other):
        return False
    # Arabic writes few vowels; two other letters make another name.
    slips = 2 if shorter >= _LONG and not _is_arabic(one) else 1
    return _distance(one, other) <= slips


def _is_chinese(word: str) -> bool:
    return any("\u4e00" <= letter <= "\u9fff" for letter in word)


def _is_arabic(word: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in word)


def _distance(one: str, other: str) -> int:
    """Return how many letters are added, dropped, replaced or swapped with their neighbour."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
