"""The register: which notes there are, search and filters over all of them, seals, the paper."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note import NoteKind, NoteLine, NoteState
from ccmdesk.domain.register_outline import Outline
from ccmdesk.services.acts import Acts
from ccmdesk.services.changes import Changes
from ccmdesk.services.own_fonts import OwnFonts
from ccmdesk.services.profile import required_profile
from ccmdesk.services.register_index import RegisterIndex
from ccmdesk.services.search_text import folded
from ccmdesk.store.line_rows import (
    ORDERS,
    LineChoice,
    Moment,
    line_ids,
    line_years,
    load_lines,
    moment,
)
from ccmdesk.store.note_rows import load_note
from ccmdesk.store.register_rows import count_notes, load_outline
from ccmdesk.store.seal_check import seal_fault
from ccmdesk.store.seal_rows import load_frozen, load_pdf, load_stored_line, recorded_seals

"""Called with how many of how many seals were looked at; False stops the look."""

SEALED = frozenset(state for state in NoteState if state.sealed)


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """Which notes are wanted, and in which order; what is empty or None sets no bound.

    `search` holds words of which each has to stand somewhere: in number, date, addressee, meeting,
    subject, reference, register, a name of the delegation, what the officer typed into the body,
    or what was told of a step. `year` is that of the note's date, `series` the name of a register
    ("" is the main one), `meeting` a code. `order` is one of `ORDERS`; "work" lists what is not
    issued yet before the rest.
    """

    states: frozenset[NoteState] = frozenset()
    kinds: frozenset[NoteKind] = frozenset()
    year: int | None = None
    language: str = ""
    series: str | None = None
    meeting: str = ""
    search: str = ""
    order: str = "changed"
    descending: bool = True

    @property
    def choice(self) -> LineChoice:
        """Return the filter without its words."""
        if self.order not in ORDERS:
            raise InputError(f"Notes are listed by {', '.join(ORDERS)}.", "order")
        return LineChoice(
            self.states,
            self.kinds,
            self.year,
            self.language,
            self.series,
            self.meeting,
            self.order,
            self.descending,
        )


@dataclass(frozen=True, slots=True)
class SealReport:
    """What a look at one seal found; `message` says it in one sentence."""

    note_id: int
    number: str
    ok: bool
    message: str


@dataclass(slots=True)
class _Seen:
    """What was found last, so that the next key need not look for it again."""

    moment: Moment | None = None
    choice: LineChoice | None = None
    ids: list[int] = field(default_factory=list)
    index: RegisterIndex | None = None


class RegisterService:
    """List, find, verify and print notes."""

    def __init__(self, acts: Acts, changes: Changes, fonts: OwnFonts) -> None:
        self._acts = acts
        self._fonts = fonts
        self._written = 0
        changes.subscribe(self._count_written)
        self._seen = _Seen()
        self._turn = threading.Lock()
        self._building = threading.Lock()

    def ids(self, wanted: NoteFilter | None = None) -> list[int]:
        """Return the ids of the notes that are wanted, in order; `page` gives their lines."""
        wanted = wanted or NoteFilter()
        with self._acts.reading() as connection:
            present = moment(connection, self._written)
            searched = bool(folded(wanted.search).split())
            index = self._index(connection, present) if searched else None
            with self._turn:
                ids = self._chosen(connection, wanted.choice, present)
                return index.search(wanted.search, ids) if index is not None else ids

    def count(self, wanted: NoteFilter | None = None) -> int:
        """Return how many notes are wanted."""
        return len(self.ids(wanted))

    def first(self, wanted: NoteFilter, most: int) -> list[NoteLine]:
        """Return the first lines of what is wanted, without looking at the others.

        The words of the search are left out of account; in the order of work or of change this
        takes no longer in a long register.
        """
        with self._acts.reading() as connection:
            return load_lines(connection, line_ids(connection, wanted.choice, most))

    def size(self) -> int:
        """Return how many notes there are, drafts included."""
        with self._acts.reading() as connection:
            return count_notes(connection)

    def outline(self, year: int) -> Outline:
        """Return the notes in numbers, with those issued in `year`, and what narrows them."""
        with self._acts.reading() as connection:
            return load_outline(connection, year)

    def page(self, ids: Sequence[int]) -> list[NoteLine]:
        """Return the lines of these notes, in their order; ids of no note are left out."""
        with self._acts.reading() as connection:
            return load_lines(connection, ids)

    def warm(self) -> None:
        """Get the search ready, so that the first key need not wait; may run beside the window."""
        with self._acts.reading() as connection:
            self._index(connection, moment(connection, self._written))

    def years(self) -> list[int]:
        """Return the years in which notes are dated, the last first."""
        with self._acts.reading() as connection:
            return line_years(connection)

    def verify(self, note_ids: Sequence[int]) -> list[SealReport]:
        """Look at the seals of some notes, a few hundred at once at most.

        Raises InputError for a note that has none.
        """
        with self._acts.reading() as connection:
            recorded = recorded_seals(connection, note_ids)
            return [_verified(connection, note_id, recorded) for note_id in note_ids]

    def lines_for_paper(self, order: str = "date", year: int | None = None) -> list[NoteLine]:
        """Return the issued and cancelled notes as the printed register lists them."""
        wanted = NoteFilter(SEALED, year=year, order=order, descending=False)
        return self.page(self.ids(wanted))

    def paper(self, order: str = "date", year: int | None = None) -> bytes:
        """Return the register as a PDF with its page of checksums, by "date" or by "meeting"."""
        # Loaded when asked for: the page of the notes opens without the typesetting room.
        from ccmdesk.documents.register_paper import register_pdf

        if order not in ("date", "meeting"):
            raise InputError("The register is printed by date or by meeting.", "order")
        lines = self.lines_for_paper(order, year)
        with self._acts.reading() as connection:
            profile = required_profile(connection)
        remarks = {
            line.id: f"Cancelled: {line.reason}"
            for line in lines
            if line.state is NoteState.CANCELLED
        }
        return register_pdf(
            lines,
            mission=profile.names_in(profile.language).mission,
            period=_period(lines, year),
            printed_on=self._acts.clock.today(),
            order=order,
            remarks=remarks,
            fonts=self._fonts.files(),
        )

    def _count_written(self, kinds: frozenset[str]) -> None:
        self._written += 1

    def _chosen(self, connection: Connection, choice: LineChoice, present: Moment) -> list[int]:
        seen = self._seen
        if seen.moment != present or seen.choice != choice:
            self._seen = replace(
                seen, moment=present, choice=choice, ids=line_ids(connection, choice)
            )
            if seen.index is not None:
                seen.index.prepare(self._seen.ids)
        return self._seen.ids

    def _index(self, connection: Connection, present: Moment) -> RegisterIndex:
        index = self._index_at_hand(connection, present)
        if index is not None:
            return index
        # Whoever asks for notes without words meanwhile need not wait.
        with self._building:
            index = self._index_at_hand(connection, present)
            if index is None:
                index = RegisterIndex(connection, present)
                with self._turn:
                    index.prepare(self._seen.ids)
                    self._seen.index = index
        return index

    def _index_at_hand(self, connection: Connection, present: Moment) -> RegisterIndex | None:
        with self._turn:
            index = self._seen.index
            if index is not None and index.refresh(connection, present):
                return index
        return None


def _period(lines: Sequence[NoteLine], year: int | None) -> str:
    if year is not None:
        return str(year)
    years = sorted({line.dated.year for line in lines if line.dated})
    return " to ".join(dict.fromkeys(map(str, (*years[:1], *years[-1:])))) or "no notes yet"


def _verified(connection: Connection, note_id: int, recorded: Mapping[int, str]) -> SealReport:
    if not load_note(connection, note_id).state.sealed:
        raise InputError("This note is not issued yet and has no seal.", "note")
    line = load_stored_line(connection, note_id)
    number = str(line["number"])
    fault = seal_fault(
        line,
        load_frozen(connection, note_id).frozen,
        load_pdf(connection, note_id),
        recorded.get(note_id, ""),
    )
    fine = f"The seal of the note {number} is whole; nothing was changed."
    return SealReport(note_id, number, not fault, fault or fine)
