"""Russian nouns of a note in the cases its sentences need."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
_HARDENED = "кгхжчшщц"
# Masculine nouns that end in a soft sign; every other such noun is feminine.
_MASCULINE_SOFT = ("тель", "арь")
_WORD = re.compile(r"[А-ЯЁа-яё-]+")
_ADJECTIVE = ("ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие")
# Nouns that end as adjectives do: "управление", "совещание", "мероприятие", "действие".
_NOUN_ENDINGS = ("ание", "ение", "ятие", "твие", "тие", "яние")
_PLURALS = {
    "представительства": ("представительств", "n"),
    "посольства": ("посольств", "n"),
    "государства": ("государств", "n"),
    "министерства": ("министерств", "n"),
    "миссии": ("миссий", "f"),
    "делегации": ("делегаций", "f"),
    "организации": ("организаций", "f"),
    "представители": ("представителей", "m"),
}


@dataclass(frozen=True, slots=True)
class Cases:
    """A name in four cases; `gender` is m, f or n, empty where it is not known."""

    nominative: str
    genitive: str
    dative: str
    prepositional: str
    gender: str = ""
    many: bool = False

    def each(self, change: Callable[[str], str]) -> "Cases":
        """Return the name with every case changed in the same way."""
        return Cases(
            change(self.nominative),
            change(self.genitive),
            change(self.dative),
            change(self.prepositional),
            self.gender,
            self.many,
        )

    def followed_by(self, rest: str) -> "Cases":
        """Return the name with words after it that are not declined."""
        return self.each(lambda form: form + rest)

    def after(self, words: "Cases") -> "Cases":
        """Return the name with an adjective or a numeral before it that agrees with it."""
        return Cases(
            f"{words.nominative} {self.nominative}",
            f"{words.genitive} {self.genitive}",
            f"{words.dative} {self.dative}",
            f"{words.prepositional} {self.prepositional}",
            self.gender,
            self.many,
        )


def unchanged(name: str) -> Cases:
    """Return a name that is not declined."""
    return Cases(name, name, name, name)


def declined(name: str) -> Cases | None:
    """Return a name in its cases, or None where its first words cannot be declined with certainty.

    The adjectives at its head and the noun they belong to are declined; what follows the noun
    stays: "Постоянному представительству Ирландии при …".
    """
    head = short(name)
    return head.followed_by(name[len(head.nominative) :]) if head else None


def short(name: str) -> Cases | None:
    """Return what a house is called afterwards: "Управление" of "Управление … по вопросам …"."""
    *adjectives, last = _head(name) or [""]
    cases = noun(last)
    if cases is None:
        return None
    for adjective in reversed(adjectives):
        cases = cases.after(_adjective(adjective, cases))
    return cases


def noun(word: str) -> Cases | None:
    """Return one noun in its cases, or None where its ending does not tell how it is declined."""
    lower, stem = word.lower(), word[:-1]
    if word.isupper():
        return None  # initials: "МККК"
    if lower in _PLURALS:
        return _plural(word)
    if lower == "бюро":
        return Cases(word, word, word, word, "n")
    if lower.endswith("ие"):
        return Cases(word, stem + "я", stem + "ю", stem + "и", "n")
    if lower.endswith(("во", "ро")):
        return Cases(word, stem + "а", stem + "у", stem + "е", "n")
    if lower.endswith("ия"):
        return Cases(word, stem + "и", stem + "и", stem + "и", "f")
    if lower.endswith("а") and len(lower) > 3:
        genitive = stem + ("и" if lower[-2] in _HARDENED else "ы")
        return Cases(word, genitive, stem + "е", stem + "е", "f")
    if lower.endswith(_MASCULINE_SOFT):
        return Cases(word, stem + "я", stem + "ю", stem + "е", "m")
    if lower.endswith("ь") and len(lower) > 4:
        return Cases(word, stem + "и", stem + "и", stem + "и", "f")
    if lower[-1:] in _CONSONANTS and len(lower) > 2:
        return Cases(word, word + "а", word + "у", word + "е", "m")
    return None


def capital(text: str) -> str:
    """Return a text with a capital letter at its start."""
    return text[:1].upper() + text[1:]


def _head(name: str) -> list[str]:
    """Return the words up to the first noun, empty where no noun is found among them."""
    words = name.split(" ")
    for position, word in enumerate(words):
        plain = word.rstrip(",")
        if not _WORD.fullmatch(plain):
            return []
        if not _is_adjective(plain):
            return [*words[:position], plain]
    return []


def _is_adjective(word: str) -> bool:
    lower = word.lower()
    return len(lower) > 4 and lower.endswith(_ADJECTIVE) and not lower.endswith(_NOUN_ENDINGS)


def _plural(word: str) -> Cases:
    genitive, gender = _PLURALS[word.lower()]
    if word[:1].isupper():
        genitive = capital(genitive)
    stem = word[:-1] + ("а" if word.endswith("а") else "я")
    return Cases(word, genitive, f"{stem}м", f"{stem}х", gender, many=True)


def _adjective(word: str, noun: Cases) -> Cases:
    """Return an adjective in the cases, the gender and the number of its noun."""
    stem, lower = word[:-2], word.lower()
    soft = lower.endswith(("ий", "яя", "ее", "ие")) and lower[-3] not in _HARDENED
    if noun.many:
        plural = stem + ("и" if lower.endswith("ие") else "ы")
        return Cases(word, f"{plural}х", f"{plural}м", f"{plural}х")
    if noun.gender == "f":
        oblique = stem + ("ей" if soft else "ой")
        return Cases(word, oblique, oblique, oblique)
    vowel = "е" if soft else "о"
    return Cases(word, f"{stem}{vowel}го", f"{stem}{vowel}му", f"{stem}{vowel}м")
