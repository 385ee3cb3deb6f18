"""Which formal meeting a name means, and whether that is the one it is given to."""

from collections.abc import Iterator

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.finding import Finding, warning
from ccmdesk.domain.meeting import MeetingKind
from ccmdesk.domain.note import NoteContent
from ccmdesk.language.grammar import grammar
from ccmdesk.language.meeting_names import has_formal_name

_AFTER = {"ar": " في اتفاقية الذخائر العنقودية", "ru": " Конвенции"}


def meeting_name_findings(content: NoteContent) -> Iterator[Finding]:
    """Yield where the meeting's own name is that of another formal meeting."""
    meeting = content.meeting
    if meeting is None:
        return
    if has_formal_name(meeting):
        named = named_meeting(meeting.name, "en")
        if named and named != (meeting.kind, meeting.ordinal):
            yield warning(
                "meeting-name-differs",
                "meeting",
                f"The meeting is called “{meeting.name}”, but the note calls it the "
                f"{grammar('en').meeting(meeting).full}.",
                "Correct the name or the ordinal under the meeting.",
                source.convening_source(meeting.convening),
            )


def named_meeting(name: str, language: str) -> tuple[MeetingKind, int] | None:
    """Return kind and ordinal of a meeting, also where a word too many stands before its name."""
    words = name.split()
    for skipped in range(min(3, len(words))):
        rest = " ".join(words[skipped:])
        for tail in ("", _AFTER.get(language, "")):
            found = grammar(language).read_formal_name(rest + tail)
            if found:
                return found
    return None
