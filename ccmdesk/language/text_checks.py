"""Reads a typed paragraph by itself: form, forbidden words, terms, dates, left-overs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.finding import Finding, Severity
from ccmdesk.domain.note_kinds import STATEMENT
from ccmdesk.language.clear_text import searchable
from ccmdesk.language.lint_pack import LintPack, lint_pack, replaced
from ccmdesk.language.mark_checks import date_findings, mark_findings
from ccmdesk.language.script_mix import mixed_word, other_language
from ccmdesk.language.text_finding import put_right, text_finding
from ccmdesk.language.typed_texts import TypedText


@dataclass(frozen=True, slots=True)
class _Rule:
    severity: Severity
    message: str
    fix: str
    source: str


_W, _I = Severity.WARNING, Severity.INFO
_RULES = {
    "salutation": _Rule(
        _W,
        "“{found}” belongs to a letter; the set formulas of the note greet and close.",
        "Leave it out.",
        source.NOTES_VERBALES,
    ),
    "third-person": _Rule(
        _W,
        "“{found}” speaks in the first or second person; a note verbale is written in the third.",
        "Name the mission and the addressee instead.",
        source.NOTES_VERBALES,
    ),
    "contraction": _Rule(
        _W,
        "“{found}” is a contraction; a note writes words in full.",
        "Write both words.",
        source.USAGE,
    ),
    "pronoun-of-office": _Rule(
        _W,
        "“{found}” speaks of an office as of a person.",
        "Write “it”, “its”, “itself” of a mission, an office or a secretariat.",
        source.NOTES_VERBALES,
    ),
    "former-latter": _Rule(
        _I,
        "“{found}” is clear only where exactly two offices were named.",
        "Repeat the short name of the office.",
        source.PRACTICE,
    ),
    "abbreviation": _Rule(
        _I,
        "“{found}” is an abbreviation; a note gives names in full.",
        "Write the full name.",
        source.PRACTICE,
    ),
}
_REPLACED = {
    "note-verbale": _Rule(
        _W, "“{found}” is written “{new}”.", "Write “{new}”.", source.NOTES_VERBALES
    ),
    "treaty-name": _Rule(
        _W, "“{found}” is not the name of the Convention: “{new}”.", "Write “{new}”.", source.USAGE
    ),
    "capitals": _Rule(_W, "“{found}” is written “{new}”.", "Write “{new}”.", source.USAGE),
    "house-spelling": _Rule(
        _I, "Official papers write “{new}” for “{found}”.", "Write “{new}”.", source.USAGE
    ),
}
_BLANK = re.compile(
    r"_{3,}|\.{5,}|…{2,}|\?{2,}|(?<![IVXLC ])\b[Xx]{3,}\b|\bXXX\b|\bTB[CDA]\b|\bTODO\b|\bFIXME\b"
    r"|\{[^{}]*\}|\[[^\[\]]*\]|<[^<>/!&]{0,40}>|«\s+»|“\s*”"
)
_NUMBERED = re.compile(r"(?:Annex|Chapter|Article|Part|Volume|Book|Title|Section) $", re.IGNORECASE)
_MARKUP = re.compile(
    r"\*\*\S|\S\*\*|(?<!\w)__[^\W_]|</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|&(?:nbsp|amp|lt|gt|quot|#\d+);"
    r"|\\n|\\t|^#{1,6} |\]\(https?:|%[sd]\b|\x0b",
    re.MULTILINE,
)
# A reference keeps the short names its issuer gave it.
_REFERENCE = re.compile(r"\S*/\S+")
_HONOUR = {
    "honour": re.compile(r"\b([Hh])onor(?=s?\b|ed\b|able\b)"),
    "honor": re.compile(r"\b([Hh])onour"),
}


@lru_cache(maxsize=1024)
def text_findings(text: TypedText, honour: str) -> tuple[Finding, ...]:
    """Return what is wrong with a text by itself; the same again is not read again.

    `honour` is how the opening of the mission's notes spells the word.
    """
    return tuple(_read(text, honour))


def _read(text: TypedText, honour: str) -> Iterator[Finding]:
    pack, clear = lint_pack(text.language), searchable(text.text)
    yield from _blanks(text, pack, clear)
    markup = _MARKUP.search(text.text)
    if markup:
        yield text_finding(
            text,
            "markup-left",
            _W,
            f"“{markup[0].strip()}” is a left-over of another program.",
            "Take it out.",
            source.PRACTICE,
        )
    other = other_language(clear, text.language)
    if other:
        yield text_finding(
            text,
            "other-language",
            _W,
            f"This paragraph seems to be {other}; a note is written in one language.",
            "Write it in the language of the note.",
            source.USAGE,
        )
        return
    mixed = mixed_word(clear)
    if mixed:
        yield text_finding(
            text,
            "mixed-letters",
            _W,
            f"“{mixed}” has letters of two scripts; they look alike and are not found again.",
            "Type the word anew.",
            source.USAGE,
        )
    yield from _ruled(text, pack, clear)
    yield from _terms(text, pack, clear)
    yield from _honour(text, pack, clear, honour)
    yield from mark_findings(text, clear)
    yield from date_findings(text)


def _blanks(text: TypedText, pack: LintPack, clear: str) -> Iterator[Finding]:
    for pattern in (_BLANK, pack.rules["blank-left"]):
        for match in pattern.finditer(clear):
            if match[0].startswith("X") and _NUMBERED.search(clear[: match.start()]):
                continue
            if _MARKUP.fullmatch(match[0]):
                continue
            yield text_finding(
                text,
                "blank-left",
                Severity.BLOCKING,
                f"“{match[0]}” is a blank that was never filled.",
                "Fill it in or take it out.",
                source.PRACTICE,
            )
            return


def _ruled(text: TypedText, pack: LintPack, clear: str) -> Iterator[Finding]:
    rest = clear
    for name, rule in _RULES.items():
        pattern = pack.rules.get(name)
        read = _REFERENCE.sub(" ", rest) if name == "abbreviation" else rest
        match = pattern.search(read) if pattern else None
        if match is None:
            continue
        found = match[0].strip()
        yield text_finding(
            text, name, rule.severity, rule.message.format(found=found), rule.fix, rule.source
        )
        if name == "salutation":
            # “Yours faithfully” is no second person besides.
            rest = pattern.sub(" ", rest) if pattern else rest


def _terms(text: TypedText, pack: LintPack, clear: str) -> Iterator[Finding]:
    for name, rule in _REPLACED.items():
        for pattern, new in pack.replacements.get(name, ()):
            wrong = next((m for m in pattern.finditer(clear) if replaced(m, new) != m[0]), None)
            if wrong is None:
                continue
            right = replaced(wrong, new)
            yield text_finding(
                text,
                name,
                rule.severity,
                rule.message.format(found=wrong[0], new=right),
                rule.fix.format(new=right),
                rule.source,
                put_right(text.text, pattern, partial(replaced, new=new)),
            )
            break


def _honour(text: TypedText, pack: LintPack, clear: str, honour: str) -> Iterator[Finding]:
    again = pack.rules["honour-again"].search(clear)
    if again and text.key == STATEMENT:
        yield text_finding(
            text,
            "honour-again",
            _W,
            f"“{again[0]}” stands in the opening formula already.",
            "Let the statement go on after the formula.",
            source.NOTES_VERBALES,
        )
    elif again:
        yield text_finding(
            text,
            "honour-again",
            _I,
            f"“{again[0]}” is said once, in the opening; it may come back where a new thing is"
            " transmitted.",
            "Write “wishes to”, “further informs” or “would be grateful”.",
            source.NOTES_VERBALES,
        )
    if text.language == "en":
        pattern = _HONOUR[honour]
        other = pattern.search(clear)
        if other:
            ending = "onour" if honour == "honour" else "onor"
            yield text_finding(
                text,
                "honour-spelling",
                _I,
                f"“{other[0]}” is spelt otherwise in the opening of the mission’s notes.",
                f"Write “h{ending}”.",
                source.PRACTICE,
                put_right(text.text, pattern, lambda match: f"{match[1]}{ending}"),
            )
