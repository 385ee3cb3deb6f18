"""Ordinal numbers in words, as the names of meetings write them."""

_EN = [
    "Zeroth",
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
    "Eleventh",
    "Twelfth",
    "Thirteenth",
    "Fourteenth",
    "Fifteenth",
    "Sixteenth",
    "Seventeenth",
    "Eighteenth",
    "Nineteenth",
]
_EN_TENS = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"]
_FR = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_FR_TENS = [
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
]


def ordinal(number: int, language: str) -> str:
    """Return an ordinal from 1 to 99: "Eleventh" in English, "onzième" (feminine) in French.

    Raises ValueError outside that range.
    """
    if not 1 <= number <= 99:
        raise ValueError(f"No ordinal in words for {number}.")
    return _french(number) if language == "fr" else _english(number)


def ordinal_value(words: str) -> int:
    """Return the number an English or French ordinal in words stands for, 0 if it is none."""
    folded = " ".join(words.lower().replace("-", " ").split())
    return _VALUES.get(folded, 0)


def _english(number: int) -> str:
    if number < 20:
        return _EN[number]
    ten, unit = _EN_TENS[number // 10 - 2], number % 10
    return f"{ten}-{_EN[unit].lower()}" if unit else ten[:-1] + "ieth"


def _french(number: int) -> str:
    if number == 1:
        return "première"
    if number < 20:
        return _ending(_FR[number])
    ten, rest = _FR_TENS[number // 10 - 2], number % 10
    if number // 10 in (7, 9):
        rest += 10
    if not rest:
        return _ending(ten)
    # vingt et un … soixante et onze, but quatre-vingt-un and quatre-vingt-onze
    joint = " et " if rest in (1, 11) and number < 80 else "-"
    return f"{ten}{joint}{_ending(_FR[rest])}"


def _ending(cardinal: str) -> str:
    if cardinal.endswith("cinq"):
        return cardinal + "uième"
    if cardinal.endswith("neuf"):
        return cardinal[:-1] + "vième"
    return cardinal.removesuffix("e") + "ième"


_VALUES = {
    " ".join(make(number).lower().replace("-", " ").split()): number
    for make in (_english, _french)
    for number in range(1, 100)
} | {"premier": 1, "seconde": 2}
