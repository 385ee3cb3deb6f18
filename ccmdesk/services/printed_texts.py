"""Every text of the officer's that is printed on a note, with the place it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass

from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.mission_names import Names
from ccmdesk.domain.note import NoteContent, Part


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text on the note: `where` as findings name it, `place` in words."""

    where: str
    place: str
    text: str


def printed_texts(content: NoteContent) -> list[PrintedText]:
    """Return every text that was typed for the note or for what it is made from."""
    layout, matter = content.layout, content.matter
    marks = (layout.title_text, layout.classification, layout.urgency)
    return [
        *_names(content.names),
        PrintedText("layout", "title or mark", "\n".join(marks)),
        PrintedText("number", "number", content.number or content.number_shown),
        PrintedText("addressee", "address", "\n".join((content.addressee, *content.address))),
        PrintedText("reference", "reference", f"{content.reference}\n{content.reference_sender}"),
        *_meeting(content),
        *_parts(content.body, "paragraph"),
        PrintedText("text", "subject or question", f"{matter.subject}\n{matter.question}"),
        *(
            PrintedText("text", "correction", f"{each.wrong}\n{each.right}\n{each.place}")
            for each in matter.corrections
        ),
        *(
            PrintedText("text", "list of changes", "\n".join(_lines(delegate, content)))
            for change in matter.changes
            for delegate in (change.before, change.after)
            if delegate is not None
        ),
        PrintedText("enclosures", "list of enclosures", "\n".join(content.enclosures)),
        *(
            PrintedText(
                f"delegation: {delegate.person.full_name}",
                f"entry of {delegate.person.full_name}",
                "\n".join(_lines(delegate, content)),
            )
            for delegate in content.delegates
        ),
        *(() if content.courtesy_names is None else _names(content.courtesy_names)),
        *_parts(content.courtesy_body, "translated paragraph"),
    ]


def _names(names: Names) -> Iterator[PrintedText]:
    yield PrintedText("mission", "letterhead", "\n".join((*names.letterhead, names.footer)))
    yield PrintedText("mission", "name of the mission", names.mission)
    yield PrintedText("mission", "name of the State", f"{names.state}\n{names.of_state}")
    yield PrintedText("date", "date line", names.city)
    yield PrintedText("mission", "signature block", f"{names.signatory}\n{names.signatory_title}")


def _meeting(content: NoteContent) -> Iterator[PrintedText]:
    meeting = content.meeting
    if meeting is not None:
        text = f"{meeting.name}\n{meeting.venue}\n{meeting.city}"
        yield PrintedText("meeting", "name of the meeting", text)


def _parts(parts: tuple[Part, ...], name: str) -> Iterator[PrintedText]:
    for position, part in enumerate(parts, start=1):
        if part.text is not None:
            yield PrintedText("text", f"{name} {position}", part.text)


def _lines(delegate: Delegate, content: NoteContent) -> Iterator[str]:
    languages = [content.language, *([content.courtesy] if content.courtesy else [])]
    for language in languages:
        person = delegate.person.written_in(language)
        yield person.printed_name(content.layout.family_name_in_capitals)
        yield person.functional_title
        yield person.organization
        yield person.place
