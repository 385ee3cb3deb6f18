"""How the window names kinds, languages, roles and parts of a note."""

from collections.abc import Sequence

from ccmdesk.domain.delegation import Role
from ccmdesk.domain.finding import Severity
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.mission_names import LANGUAGE_NAMES
from ccmdesk.domain.note import NoteKind, NoteState
from ccmdesk.domain.note_kinds import (
    CHANGES,
    CORRECTIONS,
    DELEGATION,
    QUESTION,
    REQUEST,
    STATEMENT,
)
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import short_name
from ccmdesk.ui.tokens import Tone

_KINDS = {
    NoteKind.NOMINATION: "Nomination of the delegation",
    NoteKind.AMENDMENT: "Amendment of the delegation",
    NoteKind.CORRECTION: "Correction",
    NoteKind.REGRETS: "Regrets",
    NoteKind.OBSERVER: "Participation as an observer",
    NoteKind.ARTICLE7: "Transparency report (Article 7)",
    NoteKind.EXTENSION: "Extension request (Articles 3 and 4)",
    NoteKind.COMPLIANCE: "Declaration of compliance",
    NoteKind.ACKNOWLEDGEMENT: "Acknowledgement of receipt",
    NoteKind.QUERY: "Query to the secretariat",
    NoteKind.GENERAL: "General note",
}
_USES = {
    NoteKind.NOMINATION: "Names the delegation of a State Party or a signatory to a meeting.",
    NoteKind.AMENDMENT: "Tells who replaces, joins or leaves since the delegation was named.",
    NoteKind.CORRECTION: "Mends what an issued note said wrongly; it cites the note.",
    NoteKind.REGRETS: "Answers an invitation where nobody will attend.",
    NoteKind.OBSERVER: "Names the delegation of a State that attends as an observer.",
    NoteKind.ARTICLE7: "Transmits the initial or an annual report to the depositary.",
    NoteKind.EXTENSION: "Submits the request for more time for stockpiles or cleared areas.",
    NoteKind.COMPLIANCE: "Declares that stockpiles are destroyed or areas are cleared.",
    NoteKind.ACKNOWLEDGEMENT: "Confirms that a note or a document was received.",
    NoteKind.QUERY: "Asks the secretariat one question, for example on registration.",
    NoteKind.GENERAL: "Says anything else, in paragraphs of your own.",
}
_ROLES = {
    Role.HEAD: "Head",
    Role.ALTERNATE_HEAD: "Alternate head",
    Role.REPRESENTATIVE: "Representative",
    Role.ALTERNATE: "Alternate",
    Role.ADVISER: "Adviser",
    Role.EXPERT: "Expert",
    Role.OBSERVER: "Observer",
}
_STATES = {
    NoteState.DRAFT: "Draft",
    NoteState.SUBMITTED: "Submitted",
    NoteState.APPROVED: "Approved",
    NoteState.ISSUED: "Issued",
    NoteState.DISPATCHED: "Dispatched",
    NoteState.ACKNOWLEDGED: "Acknowledged",
    NoteState.CANCELLED: "Cancelled",
}
STATE_TONES = {
    NoteState.DRAFT: Tone.WARN,
    NoteState.SUBMITTED: Tone.WARN,
    NoteState.APPROVED: Tone.ACCENT,
    NoteState.ISSUED: Tone.ACCENT,
    NoteState.DISPATCHED: Tone.OK,
    NoteState.ACKNOWLEDGED: Tone.OK,
    NoteState.CANCELLED: Tone.PLAIN,
}
_PARTS = {
    STATEMENT: "Statement",
    DELEGATION: "Delegation",
    CHANGES: "Changes",
    CORRECTIONS: "Corrections",
    QUESTION: "Question",
    REQUEST: "Request",
}
SEVERITY_TONES = {
    Severity.BLOCKING: Tone.DANGER,
    Severity.WARNING: Tone.WARN,
    Severity.INFO: Tone.ACCENT,
}


def kind_name(kind: NoteKind) -> str:
    """Return what a note is for, as a title."""
    return tr(_KINDS[kind])


def kind_use(kind: NoteKind) -> str:
    """Return in one sentence when a note of this kind is written."""
    return tr(_USES[kind])


def part_name(key: str) -> str:
    """Return what a paragraph of the template is called; "" is one of the officer's own."""
    return tr(_PARTS[key]) if key else tr("Paragraph of your own")


def language_name(language: str) -> str:
    """Return the name of a language; a code we do not know stays as it is."""
    return tr(LANGUAGE_NAMES.get(language, language))


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


def formula_name(key: str) -> str:
    """Return what a formula of a phrase pack is called: "ru.closing", "ar.nomination.request"."""
    name = key.partition(".")[2]
    head, _, tail = name.partition(".")
    part = tail.partition("_")[0]
    if head == "opening":
        return tr("the opening formula")
    if head == "closing":
        return tr("the closing formula")
    if head == "roles":
        return tr("the names of the roles")
    if head == "with_reference":
        return tr("how the reference is cited")
    if head in list(NoteKind):
        kind = kind_name(NoteKind(head))
        if part in _PARTS:
            return f"{kind}: {part_name(part).lower()}"
        return kind
    return name.replace("_", " ").replace(".", " ")
