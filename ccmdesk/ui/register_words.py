"""How the register names kinds in a narrow column, its filters, and how many notes there are."""

from ccmdesk.domain.note import NoteKind, NoteState
from ccmdesk.services.register import NoteFilter
from ccmdesk.ui.i18n import tr

PENDING, SEALED = "pending", "sealed"
STATES_OF: dict[str, frozenset[NoteState]] = {
    "": frozenset(),
    PENDING: frozenset(state for state in NoteState if not state.sealed),
    SEALED: frozenset(state for state in NoteState if state.sealed),
    **{str(state): frozenset({state}) for state in NoteState},
}
"""The states behind each entry of the box “State”."""

_KINDS = {
    NoteKind.NOMINATION: "Nomination",
    NoteKind.AMENDMENT: "Amendment",
    NoteKind.CORRECTION: "Correction",
    NoteKind.REGRETS: "Regrets",
    NoteKind.OBSERVER: "Observer",
    NoteKind.ARTICLE7: "Article 7 report",
    NoteKind.EXTENSION: "Extension request",
    NoteKind.COMPLIANCE: "Compliance",
    NoteKind.ACKNOWLEDGEMENT: "Acknowledgement",
    NoteKind.QUERY: "Query",
    NoteKind.GENERAL: "General",
}
_ORDERS = {
    "work": "To do, then newest",
    "date": "Date",
    "number": "Number",
    "kind": "Kind",
    "meeting": "Meeting",
    "subject": "Subject",
    "addressee": "Addressee",
    "language": "Language",
    "state": "State",
}


def kind_short_name(kind: NoteKind) -> str:
    """Return a kind of note in one or two words."""
    return tr(_KINDS[kind])


def orders() -> list[tuple[str, str]]:
    """Return the orders of the register with their words."""
    return [(order, tr(words)) for order, words in _ORDERS.items()]


def counted(count: int) -> str:
    """Return how many notes: "1 note", "100,000 notes"."""
    return tr("1 note") if count == 1 else tr("{count} notes", count=f"{count:,}")


def is_bounded(wanted: NoteFilter) -> bool:
    """Tell whether a filter leaves anything out."""
    return bool(wanted.search.strip()) or any(
        (
            wanted.states,
            wanted.kinds,
            wanted.year is not None,
            wanted.language,
            wanted.meeting,
            wanted.series is not None,
        )
    )
