"""Puts the full content of a note together from profile, meeting, delegation and draft."""

from dataclasses import dataclass, replace
from datetime import date

from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.domain.note import Draft, NoteContent
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_matter import Change, EarlierNote
from ccmdesk.domain.profile import Names, Profile
from ccmdesk.domain.register import NumberPattern
from ccmdesk.domain.secretariat import Secretariat
from ccmdesk.domain.state import Status
from ccmdesk.language.addressees import at_one_desk


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a note takes from elsewhere at one moment.

    `names` are the mission's in the language of the note, `courtesy_names` in that of its courtesy
    translation. `earlier` and `changes` belong to a note that amends or corrects another one.
    """

    profile: Profile
    names: Names
    status: Status
    secretariat: Secretariat
    today: date
    meeting: Meeting | None = None
    delegates: tuple[Delegate, ...] = ()
    courtesy_names: Names | None = None
    earlier: EarlierNote | None = None
    changes: tuple[Change, ...] = ()


def assembled(draft: Draft, around: Surroundings) -> NoteContent:
    """Return what the draft prints now; what the officer left open follows the data.

    Until its convening note is here, a formal meeting is answered to the secretariat; so is what
    belongs to no meeting.
    """
    meeting = around.meeting
    convening = ConveningNote() if meeting is None else meeting.convening
    addressee, address = convening.addressee, convening.reply_to
    if meeting is None or meeting.awaits_convening_note:
        addressee, address = around.secretariat.addressee, around.secretariat.reply_to
    if draft.addressee is not None and not at_one_desk(draft.addressee, addressee):
        # Somebody else does not live where the convening note came from.
        address = ()
    dated = draft.dated or around.today
    typed = (draft.number or "").strip()
    pattern = pattern_of(around.profile, draft.series)
    return NoteContent(
        kind=draft.kind,
        language=draft.language,
        status=around.status,
        names=around.names,
        meeting=meeting,
        dated=dated,
        number_shown=typed or pattern.blank(dated.year),
        addressee=_typed_or(draft.addressee, addressee),
        address=address if draft.address is None else draft.address,
        reference=_typed_or(draft.reference, convening.reference),
        reference_dated=draft.reference_dated or convening.dated,
        reference_sender=convening.sender,
        delegates=around.delegates if RULES[draft.kind].lists_delegation else (),
        body=draft.body,
        matter=replace(draft.matter, earlier=around.earlier, changes=around.changes),
        enclosures=draft.enclosures,
        layout=around.profile.layout,
        emblem=around.profile.emblem,
        courtesy=draft.courtesy,
        courtesy_names=around.courtesy_names if draft.courtesy else None,
        courtesy_body=draft.courtesy_body if draft.courtesy else (),
    )


def pattern_of(profile: Profile, series: str) -> NumberPattern:
    """Return the number pattern of a register; raises InputError for one the mission lacks."""
    if not series:
        return profile.number_pattern
    for each in profile.series:
        if each.name == series:
            return each.pattern
    raise InputError(
        f"The mission has no register “{series}”; choose another one or add it under Settings.",
        "series",
    )


def _typed_or(typed: str | None, followed: str) -> str:
    return followed if typed is None else typed
