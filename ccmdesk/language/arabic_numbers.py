"""Arabic ordinals in words, and the digits of a note."""

_MASCULINE = (
    "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع",
    "العاشر",
)  # fmt: skip
_FEMININE = (
    "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة",
    "التاسعة", "العاشرة",
)  # fmt: skip
_TENS = ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_TO_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def arabic_ordinal(number: int, *, feminine: bool = False, oblique: bool = False) -> str:
    """Return a definite ordinal from 1 to 99: "الحادي عشر", "التاسعة والتسعون".

    `oblique` gives the form after a preposition or in a genitive, where the tens differ
    ("العشرين"). Raises ValueError outside the range.
    """
    if not 1 <= number <= 99:
        raise ValueError(f"No ordinal in words for {number}.")
    units = _FEMININE if feminine else _MASCULINE
    if number <= 10:
        return units[number - 1]
    ten, unit = divmod(number, 10)
    # In compounds the first is not "الأول" but "الحادي".
    first = "الحادية" if feminine else "الحادي"
    word = first if unit == 1 else units[unit - 1] if unit else ""
    if ten == 1:
        return f"{word} {'عشرة' if feminine else 'عشر'}"
    tens = f"ال{_TENS[ten - 2]}{'ين' if oblique else 'ون'}"
    return f"{word} و{tens}" if word else tens


def in_digits(text: str, digits: str) -> str:
    """Return the text with its digits as `digits` says: western (0-9) or arabic_indic (٠-٩)."""
    return text.translate(_TO_ARABIC_INDIC) if digits == "arabic_indic" else text
