"""Where a word may be divided, by the patterns of its language."""

import re
from functools import lru_cache
from typing import Any

SOFT_HYPHEN = "\u00ad"
_LEAST_LETTERS, _MOST_LETTERS = 5, 60
_LEAST_AFTER = 3
# English syllables of two letters look lost at the end of a line.
_LEAST_BEFORE = {"en": 3}
_USUAL_BEFORE = 2
# The papers of the United Nations are in British English.
_PATTERNS = {"en": "en_GB", "ru": "ru_RU"}
# Letters, with signs before and after; French may elide a word before it.
_DIVISIBLE = re.compile(r"[^\w\s]*(?:\w{1,6}[’'])?(?P<word>[^\W\d_]+)[^\w/@]*")
_MOST_KNOWN = 20_000


def parts(text: str, lang: str) -> tuple[str, ...]:
    """Return the parts into which a word may be divided, just the word if it may not be.

    A word with figures, with capitals beyond its first letter or of fewer than five letters is not
    divided; one that was typed with soft hyphens is divided there only.
    """
    if SOFT_HYPHEN in text:
        return tuple(part for part in text.split(SOFT_HYPHEN) if part) or (text,)
    return _parts(text, lang)


@lru_cache(maxsize=_MOST_KNOWN)
def _parts(text: str, lang: str) -> tuple[str, ...]:
    found = _DIVISIBLE.fullmatch(text)
    dictionary = _dictionary(lang) if found else None
    if found is None or dictionary is None:
        return (text,)
    word = found["word"]
    if not _LEAST_LETTERS <= len(word) <= _MOST_LETTERS or word[1:] != word[1:].lower():
        return (text,)
    least = _LEAST_BEFORE.get(lang[:2], _USUAL_BEFORE)
    places = [0]
    for place in dictionary.positions(word.lower()):
        if least <= place <= len(word) - _LEAST_AFTER:
            places.append(found.start("word") + place)
    # What the patterns found is kept here, and in no more than a bounded number of words.
    dictionary.hd.cache.clear()
    return tuple(
        text[start:end] for start, end in zip(places, [*places[1:], len(text)], strict=True)
    )


@lru_cache(maxsize=16)
def _dictionary(lang: str) -> Any:
    """Return the patterns of a language, None where there are none (Arabic, Chinese)."""
    # The patterns take their time to load; most papers do without.
    import pyphen

    name = _PATTERNS.get(lang) or pyphen.language_fallback(lang) if lang else None
    return pyphen.Pyphen(lang=name) if name else None
