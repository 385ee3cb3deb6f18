"""Checks who writes: the names of the mission and the State's standing in the Convention."""

import re
from collections.abc import Iterator

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.finding import Finding, remark, stop, warning
from ccmdesk.domain.names_alike import folded_words
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.state import Status

# Of a State's formal name these words tell nothing.
_GENERAL_WORDS = (
    "republic kingdom state states islamic people peoples democratic federal federation united"
    " arab commonwealth principality sultanate union"
    " republique royaume etat etats islamique populaire democratique federation"
    " republica reino estado estados islamica popular democratica federacion unidos"
    " республика королевство государство исламская народная демократическая федерация"
    " республики королевства государства федерации جمهوريه مملكه المملكه الجمهوريه دوله سلطنه اماره"
    " العربيه الديمقراطيه الشعبيه الاسلاميه المتحده"
)
_GENERAL = frozenset(_GENERAL_WORDS.split())
_LIVING_FROM = 4


def sender_findings(content: NoteContent) -> Iterator[Finding]:
    """Yield what is wrong with the sender's names and with the State's standing."""
    names = content.names
    if not names.mission.strip():
        yield stop(
            "mission-missing",
            "mission",
            "The mission has no name in this language.",
            "Type the mission’s full name under Settings.",
            source.NOTES_VERBALES,
        )
    if not names.state.strip():
        yield stop(
            "state-missing",
            "mission",
            "The State has no name in this language.",
            "Type the State’s name with its article under Settings.",
            source.FORMAL_NAMES,
        )
    if not names.city.strip():
        yield warning(
            "place-missing",
            "date",
            "The date line has no place.",
            "Type the mission’s city under Settings.",
            source.NOTES_VERBALES,
        )
    if names.mission.strip() and names.state.strip() and not _names_state(content):
        yield warning(
            "state-not-in-mission",
            "mission",
            f"The mission’s name does not name the State ({names.state}).",
            "Compare both names under Settings.",
            source.FORMAL_NAMES,
        )
    if content.courtesy and content.courtesy_names is None:
        yield stop(
            "translation-without-names",
            "translation",
            "The mission has no name in the language of the courtesy translation.",
            "Type the mission’s name in that language under Settings, or leave the translation"
            " out.",
            source.NOTES_VERBALES,
        )
    yield from _standing(content)


def _names_state(content: NoteContent) -> bool:
    mission = "".join(folded_words(content.names.mission))
    words = own_words(content)
    return not words or any(word in mission for word in words)


def own_words(content: NoteContent) -> tuple[str, ...]:
    """Return what the words of the State's own name begin with, folded, without general ones.

    In Chinese it is the name itself without what makes it formal.
    """
    state = content.names.state
    if content.language == "zh":
        short = re.sub(r"(?:共和国|王国|联邦|公国|大公国|国)$", "", state.strip())
        return (short or state.strip(),)
    found = [word for word in folded_words(state) if word not in _GENERAL]
    long = [word for word in found if len(word) >= _LIVING_FROM] or found
    # The endings change with the case, and Arabic joins prepositions at the front.
    return tuple(word.removeprefix("ال")[: max(_LIVING_FROM, len(word) - 2)] for word in long)


def _standing(content: NoteContent) -> Iterator[Finding]:
    party = content.status is Status.PARTY
    kind = content.kind
    if kind is NoteKind.OBSERVER and party:
        yield stop(
            "observer-is-party",
            "status",
            "The State is a Party to the Convention; a Party takes part as such and never as an"
            " observer.",
            "Start a nomination instead.",
            source.article(11, 3),
        )
    if kind is NoteKind.NOMINATION and not party:
        yield warning(
            "nomination-without-party",
            "status",
            "The State is not a Party to the Convention; it is invited as an observer.",
            "Start a note on participation as an observer instead.",
            source.article(11, 3),
        )
    if kind in (NoteKind.EXTENSION, NoteKind.COMPLIANCE) and not party:
        yield stop(
            "duty-without-party",
            "status",
            "The State is not a Party to the Convention and has no deadline under it.",
            "Write a general note instead, or correct the status of the State.",
            source.article(3 if content.matter.article == 3 else 4, 1),
        )
    if kind is NoteKind.ARTICLE7 and not party:
        yield remark(
            "report-is-voluntary",
            "status",
            "The State is not a Party to the Convention: the note says that the report is"
            " voluntary.",
            "",
            source.article(7, 1),
        )
    if not party and RULES[kind].meeting and kind not in (NoteKind.EXTENSION,):
        yield remark(
            "observer-wording",
            "text",
            "The State is not a Party to the Convention: the note says that it will participate "
            "as an observer (Article 11, paragraph 3).",
            "",
            source.article(11, 3),
        )
