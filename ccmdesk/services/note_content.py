"""Puts the full content of a note together from profile, meeting, delegation and draft."""

from dataclasses import dataclass
from datetime import date

from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.note import Draft, NoteContent
from ccmdesk.domain.profile import Names, Profile
from ccmdesk.domain.secretariat import Secretariat
from ccmdesk.domain.state import Status


def assembled(
    draft: Draft,
    *,
    profile: Profile,
    names: Names,
    status: Status,
    meeting: Meeting,
    delegates: tuple[Delegate, ...],
    secretariat: Secretariat,
    today: date,
) -> NoteContent:
    """Return what the draft prints now; what the officer left open follows the data.

    Until its convening note is here, a formal meeting is answered to the `secretariat`.
    """
    convening = meeting.convening
    addressee, address = convening.addressee, convening.reply_to
    if awaits_convening_note(meeting):
        addressee, address = secretariat.addressee, secretariat.reply_to
    dated = draft.dated or today
    return NoteContent(
        kind=draft.kind,
        language=draft.language,
        status=status,
        names=names,
        meeting=meeting,
        dated=dated,
        number_shown=profile.number_pattern.blank(dated.year),
        addressee=_typed_or(draft.addressee, addressee),
        address=address if draft.address is None else draft.address,
        reference=_typed_or(draft.reference, convening.reference),
        reference_dated=draft.reference_dated or convening.dated,
        reference_sender=convening.sender,
        delegates=delegates,
        paragraphs=draft.paragraphs,
        request=draft.request,
        layout=profile.layout,
        emblem=profile.emblem,
    )


def awaits_convening_note(meeting: Meeting) -> bool:
    """Tell whether nothing is recorded yet of where the answer to a formal meeting goes."""
    return meeting.decides and not meeting.convening.addressee and not meeting.convening.reply_to


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text of the officer's on the note: `where` as findings name it, `place` in words."""

    where: str
    place: str
    text: str


def printed_texts(content: NoteContent) -> list[PrintedText]:
    """Return every text of the officer's that is printed, with the place it stands in."""
    names, meeting = content.names, content.meeting
    found = [
        PrintedText("mission", "letterhead", "\n".join((*names.letterhead, names.footer))),
        PrintedText("mission", "name of the mission", names.mission),
        PrintedText("mission", "name of the State", f"{names.state}\n{names.of_state}"),
        PrintedText("date", "date line", names.city),
        PrintedText("number", "number", content.number or content.number_shown),
        PrintedText("addressee", "address", "\n".join((content.addressee, *content.address))),
        PrintedText("reference", "reference", f"{content.reference}\n{content.reference_sender}"),
        PrintedText(
            "meeting", "name of the meeting", f"{meeting.name}\n{meeting.venue}\n{meeting.city}"
        ),
        PrintedText("text", "request", content.request or ""),
    ]
    found += [
        PrintedText("text", f"paragraph {position}", text)
        for position, text in enumerate(content.paragraphs, start=1)
    ]
    for delegate in content.delegates:
        person = delegate.person
        lines = (
            person.printed_name(content.layout.family_name_in_capitals),
            person.functional_title,
            person.organization,
            person.place,
        )
        found.append(
            PrintedText(
                f"delegation: {person.full_name}", f"entry of {person.full_name}", "\n".join(lines)
            )
        )
    return found


def _typed_or(typed: str | None, followed: str) -> str:
    return followed if typed is None else typed
