"""Finds text in another language than that of the note, and words in letters of two scripts."""

import re

from ccmdesk.language.lint_pack import lint_pack

_SCRIPTS = {
    "Latin": re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]"),
    "Cyrillic": re.compile(r"[\u0400-\u04ff]"),
    "Arabic": re.compile(r"[\u0620-\u06ff]"),
    "Chinese": re.compile(r"[\u4e00-\u9fff]"),
}
_OWN = {"ru": "Cyrillic", "ar": "Arabic", "zh": "Chinese"}
_LATIN = ("en", "fr", "es")
_NAMES = {"en": "English", "fr": "French", "es": "Spanish"}
_MIXED = re.compile(
    r"\b\w*(?:[A-Za-zÀ-ɏ][\u0400-\u04ff\u0370-\u03ff]|[\u0400-\u04ff\u0370-\u03ff][A-Za-zÀ-ɏ])\w*"
)
# Fewer words than these are a name or a title.
_LEAST_WORDS = 6
_LEAST_LETTERS = 25


def other_language(text: str, language: str) -> str:
    """Return in words which other language or script a text is in, "" where it is its own."""
    counts = {name: len(pattern.findall(text)) for name, pattern in _SCRIPTS.items()}
    own = _OWN.get(language, "Latin")
    # A Chinese letter is a word.
    weights = {name: count * (3 if name == "Chinese" else 1) for name, count in counts.items()}
    most = max(weights, key=lambda name: weights[name])
    if most != own and weights[most] >= _LEAST_LETTERS and weights[most] > 2 * weights[own]:
        return f"in {most} letters"
    return _other_latin(text, language) if language in _LATIN else ""


def _other_latin(text: str, language: str) -> str:
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    if len(words) < _LEAST_WORDS:
        return ""
    hits = {name: sum(word in lint_pack(name).common for word in words) for name in _LATIN}
    best = max(hits, key=lambda name: hits[name])
    if best != language and hits[best] >= 3 and hits[best] > 2 * hits[language]:
        return f"in {_NAMES[best]}"
    return ""


def mixed_word(text: str) -> str:
    """Return the first word with letters of two scripts that look alike, "" if there is none."""
    match = _MIXED.search(text)
    return match[0] if match else ""
