"""Finds names of other missions and States, and words for another status, in typed text."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.finding import Finding, warning
from ccmdesk.domain.names_alike import folded_words
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.note_kinds import RULES, STATEMENT
from ccmdesk.domain.sender_checks import own_words
from ccmdesk.domain.state import Status
from ccmdesk.language.clear_text import searchable, sentences
from ccmdesk.language.lint_pack import LintPack, lint_pack
from ccmdesk.language.state_names import state_names
from ccmdesk.language.typed_texts import TypedText

_TAKING_PART = (NoteKind.NOMINATION, NoteKind.OBSERVER, NoteKind.AMENDMENT, NoteKind.REGRETS)


def state_findings(content: NoteContent, texts: Sequence[TypedText]) -> Iterator[Finding]:
    """Yield where a text names another State as the sender, or another status than the State's."""
    for text in texts:
        own = _own(content, text)
        yield from _names(content, text, own)
        yield from _status(content, text, own)


def _own(content: NoteContent, text: TypedText) -> tuple[str, ...]:
    if text.translated and content.courtesy_names:
        return _own_words(content.courtesy_names.state, text.language)
    return own_words(content)


@lru_cache(maxsize=64)
def _own_words(state: str, language: str) -> tuple[str, ...]:
    from datetime import date

    from ccmdesk.domain.mission_names import Names

    day = date(2010, 8, 1)
    note = NoteContent(NoteKind.GENERAL, language, Status.PARTY, Names("", state, ""), day)
    return own_words(note)


def _holds(text: str, own: tuple[str, ...]) -> bool:
    flat = "".join(folded_words(text))
    return not own or any(word in flat for word in own)


def _names(content: NoteContent, text: TypedText, own: tuple[str, ...]) -> Iterator[Finding]:
    pack = lint_pack(text.language)
    others = f"{content.addressee} {content.reference_sender}"
    for sentence in sentences(searchable(text.text)):
        for cue in ("sender", "delegation"):
            for match in pack.cues[cue].finditer(sentence):
                state = match["state"].strip()
                if _holds(state, own) or pack.cues["not_subject"].search(sentence[: match.start()]):
                    continue
                known = _is_a_state(state, text.language)
                if not known or (others.strip() and _holds(others, known)):
                    continue
                yield _other(text, match[0].strip())
                return
        if text.key and pack.cues["takes_part"].search(sentence) and not _holds(sentence, own):
            named = _state_in(sentence, text.language)
            if named and pack.cues["takes_part"].search(sentence.partition(named)[2]):
                yield _other(text, named)
                return


def _other(text: TypedText, name: str) -> Finding:
    return warning(
        "other-state",
        text.where,
        f"“{name}” is not the State this note speaks for.",
        "Write the mission’s own State; the text may come from another note.",
        source.FORMAL_NAMES,
    )


def _is_a_state(text: str, language: str) -> tuple[str, ...]:
    """Return the words of the State a text begins with; a capital is enough to be one."""
    folded = "".join(folded_words(text))
    for words in _all_states(language):
        if folded.startswith("".join(words)[:_KNOWN_BY]):
            return words
    if text[:1].isupper():
        first = folded_words(text)[:1]
        return first if first and first[0] not in _NO_STATES else ()
    return ()


_KNOWN_BY = 5
_NO_STATES_WORDS = (
    "observers experts women youth participants all each any the a an this its states parties"
    " observateurs experts etats observadores expertos estados наблюдателей"
)
_NO_STATES = frozenset(_NO_STATES_WORDS.split())


@cache
def _all_states(language: str) -> tuple[tuple[str, ...], ...]:
    names = (
        form
        for forms in state_names(language).values()
        for head, form in forms.items()
        if head in ("name", "in_text", "genitive")
    )
    articles = ("the", "le", "la", "les", "l", "el", "los", "las")
    return tuple(
        dict.fromkeys(
            words[1:] if words[0] in articles and len(words) > 1 else words
            for name in names
            if (words := folded_words(name))
        )
    )


def _state_in(sentence: str, language: str) -> str:
    """Return the name of a State as a sentence has it, "" where it names none."""
    for forms in state_names(language).values():
        for head in ("name", "in_text", "genitive"):
            name = forms.get(head, "").removeprefix("the ")
            if len(name) < 2:
                continue
            place = sentence.find(name)
            after = sentence[place + len(name) : place + len(name) + 1]
            if place >= 0 and (language == "zh" or not after.isalpha()):
                return name
    formal = _FORMAL.search(sentence)
    return formal[0] if formal else ""


# A State that is in no list is known by its formal name.
_FORMAL = re.compile(
    r"\b(?:Republic|Kingdom|Principality|Sultanate) of [A-Z]\w+"
    r"|\b(?:République|Royaume|Principauté) (?:d[’']|de |du |des )\w+"
    r"|\b(?:República|Reino|Principado) de \w+"
    r"|\b(?:Республик|Королевств)\w{1,2} [А-Я]\w+|(?:جمهورية|مملكة|سلطنة) \w+"
    r"|[\u4e00-\u9fff]{2,8}(?:共和国|王国)"
)


def _of_own(clear: str, pack: LintPack, own: tuple[str, ...]) -> bool:
    """Tell whether a sentence says of the own State that it takes part as an observer."""
    return any(
        pack.cues["observer"].search(sentence)
        and pack.cues["takes_part"].search(sentence)
        and _holds(sentence, own)
        for sentence in sentences(clear)
    )


def _status(content: NoteContent, text: TypedText, own: tuple[str, ...]) -> Iterator[Finding]:
    pack, party = lint_pack(text.language), content.status is Status.PARTY
    clear = searchable(text.text)
    observer = pack.cues["observer"].search(clear)
    claimed = pack.cues["party_claim"].search(clear)
    said = ""
    if party and observer and (text.key or _of_own(clear, pack, own)):
        if content.kind is not NoteKind.OBSERVER:
            said = f"“{observer[0]}” is for States not party, but the State is a Party."
    elif not party and claimed:
        said = f"“{claimed[0].strip(', ')}” is not so: the State is not a Party."
    elif (
        not party
        and text.key == STATEMENT
        and content.kind in _TAKING_PART[:2]
        and RULES[content.kind].lists_delegation
        and not observer
    ):
        said = "The sentence does not say that the State takes part as an observer."
    if said:
        yield warning(
            "status-differs",
            text.where,
            said,
            "Write the sentence anew, or go back to the template.",
            source.article(11, 3),
        )
