"""The delegation beside the secretariat's portal: its fields, two lights each, and their list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from ccmdesk.domain.delegation import Delegate, in_listing_order
from ccmdesk.domain.delegation_changes import changes
from ccmdesk.domain.note import NoteState
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_matter import ChangeKind
from ccmdesk.domain.participants_list import Comparison, compare
from ccmdesk.domain.portal_sheet import PortalRow, portal_block, portal_csv, portal_row
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.domain.state import State
from ccmdesk.language.state_names import state_names
from ccmdesk.services.acts import Acts
from ccmdesk.services.note_composing import NoteComposer
from ccmdesk.services.profile import required_profile
from ccmdesk.services.states import StatesService
from ccmdesk.store.line_rows import LineChoice, line_ids, load_lines
from ccmdesk.store.meeting_rows import load_meeting
from ccmdesk.store.people_rows import load_delegation
from ccmdesk.store.seal_rows import load_seal_line


@dataclass(frozen=True, slots=True)
class PortalLine:
    """One member with the fields of the portal.

    `note` is the number of the issued note that told the delegation last, where it has the member,
    `otherwise` that it has them with another name, title or role. The day on the portal is the
    delegate's own.
    """

    delegate: Delegate
    row: PortalRow
    note: str = ""
    otherwise: bool = False


@dataclass(frozen=True, slots=True)
class PortalSheet:
    """The whole sheet; `note` is the number that was told last ("" for none)."""

    lines: tuple[PortalLine, ...] = ()
    note: str = ""

    @property
    def block(self) -> str:
        """Return everybody as a list of participants prints them."""
        return portal_block([line.row for line in self.lines])

    @property
    def csv(self) -> str:
        """Return everybody as CSV."""
        return portal_csv(line.row for line in self.lines)


class PortalService:
    """Say what the portal is to show, and in what its list differs."""

    def __init__(self, acts: Acts, composer: NoteComposer, states: StatesService) -> None:
        self._acts = acts
        self._composer = composer
        self._states = states

    def sheet(self, meeting_id: int) -> PortalSheet:
        """Return the delegation to a meeting as the portal asks for it."""
        with self._acts.reading() as connection:
            state = self._own_state(connection)
            delegates = in_listing_order(load_delegation(connection, meeting_id))
            number, told = self._told(connection, meeting_id)
        absent, otherwise = _standing(told, delegates)
        lines = tuple(
            PortalLine(
                delegate,
                portal_row(delegate, state.name, state.status),
                number if delegate.id not in absent else "",
                delegate.id in otherwise,
            )
            for delegate in delegates
        )
        return PortalSheet(lines, number)

    def compare(self, meeting_id: int, text: str) -> Comparison:
        """Return in what a pasted list of participants differs from the delegation."""
        with self._acts.reading() as connection:
            state = self._own_state(connection)
            profile = required_profile(connection)
            delegates = in_listing_order(load_delegation(connection, meeting_id))
        names = {state.name, *(each.state for each in profile.names.values())}
        countries = {each.name for each in self._states.everybody()}
        # A list may be headed in any of the six languages.
        for language in LANGUAGES:
            for iso3, forms in state_names(language).items():
                name = forms.get("name") or forms["in_text"]
                (names if iso3 == state.iso3 else countries).add(name)
        return compare(delegates, text, names, countries | names)

    def _own_state(self, connection: Connection) -> State:
        return self._states.within(connection, required_profile(connection).state_iso3)

    def _told(self, connection: Connection, meeting_id: int) -> tuple[str, Sequence[Delegate]]:
        """Return number and list of the issued note that told the delegation last."""
        code = load_meeting(connection, meeting_id).code
        kinds = frozenset(kind for kind, rule in RULES.items() if rule.lists_delegation)
        issued = [
            line
            for line in load_lines(
                connection, line_ids(connection, LineChoice(kinds=kinds, meeting=code))
            )
            if line.state.sealed and line.state is not NoteState.CANCELLED
        ]
        if not issued:
            return "", ()
        last = max(
            issued, key=lambda line: (load_seal_line(connection, line.id)["issued_at"], line.id)
        )
        return last.number, self._composer.frozen(connection, last.id).delegates


def _standing(told: Sequence[Delegate], delegates: Iterable[Delegate]) -> tuple[set[int], set[int]]:
    """Return who is not in the note, and who is in it in other words."""
    absent: set[int] = set()
    otherwise: set[int] = set()
    for change in changes(told, tuple(delegates)):
        if change.after is None:
            continue
        new = change.kind in (ChangeKind.REPLACES, ChangeKind.JOINS)
        (absent if new else otherwise).add(change.after.id)
    return absent, otherwise
