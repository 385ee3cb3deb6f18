"""Holds the addressee against the convening note and the meeting."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.finding import Finding, warning
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.repair import Repair
from ccmdesk.domain.surroundings import Surroundings
from ccmdesk.language.addressees import Recognized, recognized
from ccmdesk.language.grammar import grammar
from ccmdesk.language.meeting_names import has_formal_name

# How a title may be written that the phrase packs do not know, by its English form.
_SAME_TITLE = {
    "secrétaire exécutif": "executive secretary",
    "secrétaire exécutive": "executive secretary",
    "secrétaire général": "secretary-general",
    "secrétaire": "secretary",
    "secrétariat": "secretariat",
    "président": "president",
    "bureau des affaires de désarmement": "office for disarmament affairs",
    "unité d’appui": "implementation support unit",
    "secretario ejecutivo": "executive secretary",
    "secretario general": "secretary-general",
    "secretaría": "secretariat",
    "secretario": "secretary",
    "presidente": "president",
    "oficina de asuntos de desarme": "office for disarmament affairs",
}


def addressee_findings(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    """Yield where the note goes to somebody else than the convening note asks for."""
    convening, typed = around.convening, content.addressee.strip()
    if not typed:
        return
    asked = convening.addressee if convening else ""
    if asked and not same_addressee(typed, asked):
        yield warning(
            "addressee-differs",
            "addressee",
            f"The convening note asks for answers to the {asked}.",
            "Take the addressee from the convening note.",
            source.convening_source(convening),
            Repair("addressee", content.addressee, asked),
        )
        return
    told = _known(typed)
    meeting = content.meeting
    if not (told and told.meeting and meeting and has_formal_name(meeting)) or asked:
        return
    if told.meeting != (meeting.kind, meeting.ordinal):
        own = grammar("en").meeting(meeting).full
        yield warning(
            "addressee-differs",
            "addressee",
            f"The addressee is named after another meeting than the {own}.",
            "Name the meeting the note is about.",
            source.PRACTICE,
        )


@lru_cache(maxsize=512)
def same_addressee(typed: str, asked: str) -> bool:
    """Tell whether two names are one office, in whichever languages they are written."""
    first, second = _plain(typed), _plain(asked)
    if first == second:
        return True
    one, other = _known(typed), _known(asked)
    if one and other:
        same_meeting = not (one.meeting and other.meeting) or one.meeting == other.meeting
        return one.english == other.english and same_meeting
    for foreign, english in _SAME_TITLE.items():
        if first.startswith(foreign):
            return second.startswith(english)
    return False


@lru_cache(maxsize=512)
def _known(typed: str) -> Recognized | None:
    return recognized(typed)


def _plain(text: str) -> str:
    folded = " ".join(text.replace("'", "’").casefold().split()).rstrip(".,")
    folded = re.sub(r"^(?:the|le|la|l’|au|à la|à l’|el|al|a la)\s*(?=\w{3})", "", folded)
    return re.sub(r" to the convention(?: on cluster munitions)?$", "", folded)
