"""Text as searches compare it: without case and accents."""

import unicodedata

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def folded(text: str) -> str:
    """Return the text in a form in which "Müller", "MULLER" and "muller" are the same."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part)).translate(_LETTERS)


def matches(search: str, *texts: str) -> bool:
    """Tell whether every word of `search` stands in one of the texts; no words match everything."""
    searched = folded(" ".join(texts))
    return all(word in searched for word in folded(search).split())
