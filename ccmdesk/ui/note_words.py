"""How the window names kinds, languages, roles and parts of a note."""

from collections.abc import Sequence

from ccmdesk.domain.delegation import Role
from ccmdesk.domain.finding import Severity
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.note import NoteKind, NoteState
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import short_name
from ccmdesk.ui.tokens import Tone

_KINDS = {NoteKind.NOMINATION: "Nomination of the delegation"}
_LANGUAGES = {"en": "English", "fr": "French"}
_ROLES = {
    Role.HEAD: "Head",
    Role.ALTERNATE_HEAD: "Alternate head",
    Role.REPRESENTATIVE: "Representative",
    Role.ALTERNATE: "Alternate",
    Role.ADVISER: "Adviser",
    Role.EXPERT: "Expert",
    Role.OBSERVER: "Observer",
}
_STATES = {NoteState.DRAFT: "Draft", NoteState.ISSUED: "Issued"}
STATE_TONES = {NoteState.DRAFT: Tone.WARN, NoteState.ISSUED: Tone.OK}
SEVERITY_TONES = {
    Severity.BLOCKING: Tone.DANGER,
    Severity.WARNING: Tone.WARN,
    Severity.INFO: Tone.ACCENT,
}


def kind_name(kind: NoteKind) -> str:
    """Return what a note is for, as a title."""
    return tr(_KINDS[kind])


def language_name(language: str) -> str:
    """Return the name of a language; a code we do not know stays as it is."""
    return tr(_LANGUAGES.get(language, language))


def role_name(role: Role) -> str:
    """Return the role as the table of the delegation shows it."""
    return tr(_ROLES[role])


def state_name(state: NoteState) -> str:
    """Return where a note stands."""
    return tr(_STATES[state])


def short_meeting(name: str) -> str:
    """Return a meeting's name without the Convention's."""
    return short_name(Meeting("", name))


def in_one_line(address: Sequence[str]) -> str:
    """Return the lines of an address beside each other."""
    return " · ".join(line.rstrip(", ") for line in address)
