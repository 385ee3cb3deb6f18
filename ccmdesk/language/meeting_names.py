"""The full name of a meeting in the language of the note, with the articles its sentences need."""

from datetime import date

from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.language.grammar import MeetingName, grammar

__all__ = [
    "MeetingName",
    "formal_name",
    "has_formal_name",
    "meeting_name",
    "read_formal_name",
    "tense",
]


def meeting_name(meeting: Meeting, language: str) -> MeetingName:
    """Return the name of a meeting: formal ones from their ordinal, others as typed."""
    return grammar(language).meeting(meeting)


def formal_name(kind: MeetingKind, number: int, language: str) -> MeetingName:
    """Return the name of a Meeting of States Parties or Review Conference of the Convention."""
    return grammar(language).formal_name(kind, number)


def has_formal_name(meeting: Meeting) -> bool:
    """Tell whether a meeting is one of this Convention that is named by its ordinal."""
    foreign = "Convention" in meeting.name and "Cluster Munitions" not in meeting.name
    return meeting.decides and 1 <= meeting.ordinal <= 99 and not foreign


def tense(meeting: Meeting, dated: date) -> str:
    """Return how a note of a day speaks of a meeting: "" to come, "_now" in session, "_past"."""
    if meeting.start is None or dated < meeting.start:
        return ""
    return "_past" if dated > (meeting.end or meeting.start) else "_now"


def read_formal_name(text: str) -> tuple[MeetingKind, int] | None:
    """Return kind and ordinal of a formal meeting named in any of the languages, or None."""
    for language in languages_written_like(text):
        found = grammar(language).read_formal_name(text)
        if found:
            return found
    return None


def languages_written_like(text: str) -> tuple[str, ...]:
    """Return the languages whose script a text is written in, the likeliest first."""
    for first, last, language in (
        ("\u0400", "\u04ff", "ru"),
        ("\u0600", "\u06ff", "ar"),
        ("\u4e00", "\u9fff", "zh"),
    ):
        if any(first <= letter <= last for letter in text):
            return (language,)
    return ("en", "fr", "es")
