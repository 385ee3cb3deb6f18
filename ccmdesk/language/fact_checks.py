"""Holds what was typed against the facts: meeting, status, State, people, enclosures, addressee."""

from collections.abc import Iterator, Sequence

from ccmdesk.domain.finding import Finding
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.surroundings import Surroundings
from ccmdesk.language.addressee_facts import addressee_findings
from ccmdesk.language.enclosure_facts import enclosure_findings
from ccmdesk.language.named_meeting import meeting_name_findings
from ccmdesk.language.typed_texts import TypedText


def fact_findings(
    content: NoteContent, around: Surroundings, texts: Sequence[TypedText]
) -> Iterator[Finding]:
    """Yield where the note says other things than the facts it is made from."""
    yield from addressee_findings(content, around)
    yield from meeting_name_findings(content)
    if texts:
        # What reads sentences is loaded for a note that has typed ones.
        from ccmdesk.language.meeting_facts import meeting_findings
        from ccmdesk.language.people_facts import people_findings
        from ccmdesk.language.state_facts import state_findings

        yield from meeting_findings(content, texts)
        yield from state_findings(content, texts)
        yield from people_findings(content, texts)
    yield from enclosure_findings(content, texts)
