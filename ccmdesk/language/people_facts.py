"""Holds the names of people in typed text against the list of the delegation."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.finding import Finding, warning
from ccmdesk.domain.names_alike import folded_words, names_alike
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.language.clear_text import searchable
from ccmdesk.language.lint_pack import LintPack, lint_pack
from ccmdesk.language.typed_texts import TypedText

Name = tuple[str, str]
"""Given names and family name, as the language of the text writes them."""


def people_findings(content: NoteContent, texts: Sequence[TypedText]) -> Iterator[Finding]:
    """Yield where a text names a person who is not in the list, or spells a name otherwise."""
    if not RULES[content.kind].lists_delegation or not content.delegates:
        return
    for text in texts:
        if lint_pack(text.language).cues["person"].search(text.text):
            yield from _in_text(content, text)


def _in_text(content: NoteContent, text: TypedText) -> Iterator[Finding]:
    known = [_name(each, text.language) for each in _people(content)]
    meeting, names = content.meeting, content.names
    others = " ".join((meeting.president if meeting else "", names.signatory, content.addressee))
    pack = lint_pack(text.language)
    told = set()
    for match in pack.cues["person"].finditer(searchable(text.text)):
        typed = _as_name(match["name"], pack)
        if not typed or typed in told or _all_in(typed, others):
            continue
        told.add(typed)
        finding = _finding(typed, known, text)
        if finding:
            yield finding


def _people(content: NoteContent) -> Iterator[Delegate]:
    yield from content.delegates
    for change in content.matter.changes:
        yield from (each for each in (change.before, change.after) if each is not None)


def _name(delegate: Delegate, language: str) -> Name:
    person = delegate.person.written_in(language)
    return person.given_names, person.family_name


def _as_name(found: str, pack: LintPack) -> str:
    """Return the words that are a name, "" where a title follows the style."""
    if pack.language == "zh":
        return "" if found.endswith(tuple(pack.title_words)) else found
    words = found.split()
    return "" if words[0].rstrip(".,") in pack.title_words else " ".join(words).rstrip(".")


def _all_in(typed: str, others: str) -> bool:
    known = set(folded_words(others))
    return bool(known) and set(folded_words(typed)) <= known


def _finding(typed: str, known: list[Name], text: TypedText) -> Finding | None:
    if any(_is(typed, name, text.language) for name in known):
        return None
    near = next((name for name in known if _near(typed, name, text.language)), None)
    if near is not None:
        listed = " ".join(part for part in near if part)
        return warning(
            "name-spelling-differs",
            text.where,
            f"The text has “{_shown(typed, text.language)}”, the list {listed}.",
            "Spell the name as in the list.",
            source.PARTICIPANTS,
        )
    return warning(
        "name-not-in-list",
        text.where,
        f"The text names “{_shown(typed, text.language)}”, who is not in the list of the"
        " delegation.",
        "Add the person to the delegation, or take the name out.",
        source.PARTICIPANTS,
    )


def _shown(typed: str, language: str) -> str:
    return typed[-4:] if language == "zh" else typed


@lru_cache(maxsize=4096)
def _is(typed: str, name: Name, language: str) -> bool:
    given, family = name
    if language == "zh":
        full = f"{family}{given}".replace(" ", "")
        return typed.endswith((full, f"{given}{family}")) or typed in (family, given)
    if language in ("ar", "ru"):
        return _is_inflected(typed, name, language)
    words, all_words = set(_exact(typed)), set(_exact(f"{given} {family}"))
    family_words = set(_exact(family)) or all_words
    # A family name alone, or with the given name or its initial.
    return words <= all_words or (family_words <= words and _initials(words, family, given))


def _initials(words: set[str], family: str, given: str) -> bool:
    rest = words - set(_exact(family))
    firsts = {word[0] for word in _exact(given)}
    return all((len(word) == 1 and word in firsts) or word in _exact(given) for word in rest)


def _exact(name: str) -> list[str]:
    return name.replace(".", " ").replace("-", " ").replace("'", "’").casefold().split()


def _is_inflected(typed: str, name: Name, language: str) -> bool:
    """Tell whether a name whose ending may change, or whose end is not marked, is this one."""
    words = [_stem(word, language) for word in folded_words(typed)]
    family = [_stem(word, language) for word in folded_words(name[1])]
    known = [*(_stem(word, language) for word in folded_words(name[0])), *family]
    if not words or not known:
        return False
    if language == "ar":
        # Where the name ends is not marked; as many words as the list has are looked at.
        by_family = words[: len(family)] == family
        return by_family or all(word in known for word in words[: len(known)])
    return all(
        any(word.startswith(each) or each.startswith(word) for each in known) for word in words
    )


def _stem(word: str, language: str) -> str:
    if language == "ar":
        return word.removeprefix("ال")
    return word[: max(3, len(word) - 3)] if len(word) > 4 else word[:3]


@lru_cache(maxsize=4096)
def _near(typed: str, name: Name, language: str) -> bool:
    given, family = name
    if language == "zh":
        full = f"{family}{given}".replace(" ", "")
        end = typed[-len(full) :]
        same = sum(one == other for one, other in zip(end, full, strict=False))
        return len(end) == len(full) >= 2 and same == len(full) - 1
    forms = (f"{given} {family}", f"{family} {given}", family)
    folded = " ".join(folded_words(typed))
    # In Arabic what follows the name is not told from it.
    cut = [" ".join(folded.split()[:length]) for length in (1, 2, 3, 4)] if language == "ar" else []
    wanted = [" ".join(folded_words(form)) for form in forms]
    if language == "ru":
        wanted = [_without_endings(form) for form in wanted]
        folded = _without_endings(folded)
    for form in wanted:
        if folded == form or names_alike(folded, form):
            return True
        if any(names_alike(part, form) for part in cut):
            return True
    return False


def _without_endings(name: str) -> str:
    return " ".join(word[:-1] if len(word) > 4 else word for word in name.split())
