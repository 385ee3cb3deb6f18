"""The full name of a meeting in the language of the note, with the articles its sentences need."""

import re
from dataclasses import dataclass
from functools import cache

from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.language import french
from ccmdesk.language.ordinals import ordinal, ordinal_value

_CONVENTION_EN = "Convention on Cluster Munitions"
_CONVENTION_FR = "Convention sur les armes à sous-munitions"
_ENGLISH_NOUN = re.compile(
    r"\b(?:assembly|briefing|ceremony|colloquium|commission|committee|conference|congress"
    r"|consultations?|days?|dialogue|event|forum|group|meetings?|seminars?|sessions?|summit"
    r"|symposium|talks|webinar|week|workshops?)\b",
    re.IGNORECASE,
)
_ENGLISH_ARTICLE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
_FORMAL = (
    (
        re.compile(
            r"(?P<n>[\w-]+(?: [\w-]+)?) Meeting of (?:the )?States Parties"
            r"(?: to the Convention(?: on Cluster Munitions)?)?",
            re.IGNORECASE,
        ),
        MeetingKind.STATES_PARTIES,
    ),
    (
        re.compile(
            r"(?P<n>[\w-]+(?: [\w-]+)?) Review Conference"
            r"(?: of (?:the )?States Parties)?(?: (?:of|to) the Convention"
            r"(?: on Cluster Munitions)?)?",
            re.IGNORECASE,
        ),
        MeetingKind.REVIEW_CONFERENCE,
    ),
    (
        re.compile(
            r"(?P<n>[\w-]+(?: et [\w]+)?) Assemblée des États parties"
            r"(?: à la Convention(?: sur les armes à sous-munitions)?)?",
            re.IGNORECASE,
        ),
        MeetingKind.STATES_PARTIES,
    ),
    (
        re.compile(
            r"(?P<n>[\w-]+(?: et [\w]+)?) Conférence d[’']examen"
            r"(?: des États parties)?(?: (?:de|à) la Convention"
            r"(?: sur les armes à sous-munitions)?)?",
            re.IGNORECASE,
        ),
        MeetingKind.REVIEW_CONFERENCE,
    ),
)


@dataclass(frozen=True, slots=True)
class MeetingName:
    """A meeting as sentences name it.

    `full` has no article; `the` has one ("the Eleventh Meeting …"); `to` and `of` join it to a
    preposition where French does ("à la onzième Assemblée …", "de la …"); `short` is its name after
    the first mention, `to_short` the same with the preposition.
    """

    full: str
    the: str
    to: str
    of: str
    short: str
    to_short: str
    many: bool = False


def meeting_name(meeting: Meeting, language: str) -> MeetingName:
    """Return the name of a meeting: formal ones from their ordinal, others as typed."""
    foreign = "Convention" in meeting.name and "Cluster Munitions" not in meeting.name
    if meeting.decides and 1 <= meeting.ordinal <= 99 and not foreign:
        return formal_name(meeting.kind, meeting.ordinal, language)
    typed = " ".join(meeting.name.split())
    return _typed_in_french(typed) if language == "fr" else _typed_in_english(typed)


@cache
def formal_name(kind: MeetingKind, number: int, language: str) -> MeetingName:
    """Return the name of a Meeting of States Parties or Review Conference of the Convention."""
    conference = kind is MeetingKind.REVIEW_CONFERENCE
    if language == "fr":
        count = ordinal(number, "fr")
        if conference:
            full, short = f"{count} Conférence d’examen de la {_CONVENTION_FR}", "la Conférence"
        else:
            full, short = (
                f"{count} Assemblée des États parties à la {_CONVENTION_FR}",
                "l’Assemblée",
            )
        return MeetingName(full, f"la {full}", f"à la {full}", f"de la {full}", short, f"à {short}")
    count = ordinal(number, "en")
    if conference:
        full, short = f"{count} Review Conference of the {_CONVENTION_EN}", "the Conference"
    else:
        full, short = f"{count} Meeting of States Parties to the {_CONVENTION_EN}", "the Meeting"
    return MeetingName(full, f"the {full}", f"the {full}", f"the {full}", short, short)


def read_formal_name(text: str) -> tuple[MeetingKind, int] | None:
    """Return kind and ordinal of a formal meeting named in English or French, or None."""
    for pattern, kind in _FORMAL:
        match = pattern.fullmatch(text.strip())
        number = ordinal_value(match["n"]) if match else 0
        if number:
            return kind, number
    return None


def _typed_in_english(typed: str) -> MeetingName:
    if _ENGLISH_ARTICLE.match(typed):
        the = typed[0].lower() + typed[1:]
        full = typed.split(" ", 1)[1]
    elif _ENGLISH_NOUN.search(typed):
        the, full = f"the {typed}", typed
    else:
        # Whether such a name takes an article cannot be told; as a title it is right.
        the, full = f"the meeting “{typed}”", typed
    return MeetingName(full, the, the, the, "the meeting", "the meeting")


def _typed_in_french(typed: str) -> MeetingName:
    noun = french.meeting_noun(typed)
    if noun is None:
        apposed = french.Noun(f"réunion «\u00a0{typed}\u00a0»", "f", False)
        short = french.Noun("réunion", "f", False)
        return _from_nouns(typed, apposed, short)
    return _from_nouns(noun.name, noun, french.Noun("réunion", "f", False))


def _from_nouns(full: str, noun: french.Noun, short: french.Noun) -> MeetingName:
    return MeetingName(full, noun.the, noun.to, noun.of, short.the, short.to, many=noun.many)
