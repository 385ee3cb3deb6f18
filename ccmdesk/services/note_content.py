"""Puts the full content of a note together from profile, meeting, delegation and draft."""

from datetime import date

from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.note import Draft, NoteContent
from ccmdesk.domain.profile import Names, Profile
from ccmdesk.domain.state import Status


def assembled(
    draft: Draft,
    *,
    profile: Profile,
    names: Names,
    status: Status,
    meeting: Meeting,
    delegates: tuple[Delegate, ...],
    today: date,
) -> NoteContent:
    """Return what the draft prints now; what the officer left open follows the data."""
    convening = meeting.convening
    dated = draft.dated or today
    return NoteContent(
        kind=draft.kind,
        language=draft.language,
        status=status,
        names=names,
        meeting=meeting,
        dated=dated,
        number_shown=profile.number_pattern.blank(dated.year),
        addressee=_typed_or(draft.addressee, convening.addressee),
        address=convening.address if draft.address is None else draft.address,
        reference=_typed_or(draft.reference, convening.reference),
        reference_dated=draft.reference_dated or convening.dated,
        reference_sender=convening.sender,
        delegates=delegates,
        paragraphs=draft.paragraphs,
        request=draft.request,
        layout=profile.layout,
        emblem=profile.emblem,
    )


def printed_texts(content: NoteContent) -> list[tuple[str, str]]:
    """Return every text of the officer's that is printed, each with the place it stands in."""
    names = content.names
    places = [
        ("letterhead", "\n".join((names.mission, *names.letterhead, names.footer))),
        ("opening", "\n".join((names.mission, names.state, names.of_state))),
        ("date line", names.city),
        ("number", content.number or content.number_shown),
        ("addressee", "\n".join((content.addressee, *content.address))),
        ("reference", "\n".join((content.reference, content.reference_sender))),
        ("meeting", "\n".join((content.meeting.name, content.meeting.city, content.meeting.venue))),
        ("request", content.request or ""),
    ]
    places += [
        (f"paragraph {position}", text) for position, text in enumerate(content.paragraphs, start=1)
    ]
    capitals = content.layout.family_name_in_capitals
    for position, delegate in enumerate(content.delegates, start=1):
        person = delegate.person
        printed = (
            person.printed_name(capitals),
            person.functional_title,
            person.organization,
            person.place,
        )
        places.append((f"delegate {position}", "\n".join(printed)))
    return places


def _typed_or(typed: str | None, followed: str) -> str:
    return followed if typed is None else typed
