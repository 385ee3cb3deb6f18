"""The lines of the register and of the drafts: which there are, and those of one page."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Text,
    case,
    cast,
    func,
    literal_column,
    or_,
    select,
    type_coerce,
)

from ccmdesk.domain.note_life import StepKind
from ccmdesk.domain.note_line import SEALED, NoteKind, NoteLine, NoteState
from ccmdesk.store.tables import events, issued_notes, meetings, note_steps, notes, sealed_papers

_TABLES = notes.outerjoin(meetings, notes.c.meeting_id == meetings.c.id).outerjoin(
    issued_notes, issued_notes.c.note_id == notes.c.id
)
_CODE = func.coalesce(issued_notes.c.meeting_code, meetings.c.code, "")
_SUBJECT = func.coalesce(issued_notes.c.subject, func.json_extract(notes.c.matter, "$.subject"), "")
_ADDRESSEE = func.coalesce(
    issued_notes.c.addressee, notes.c.addressee, meetings.c.note_addressee, ""
)
_REASON = func.coalesce(
    select(note_steps.c.reason)
    .where(note_steps.c.note_id == notes.c.id, note_steps.c.kind == str(StepKind.CANCELLED))
    .limit(1)
    .correlate(notes)
    .scalar_subquery(),
    "",
)
_TOLD = func.coalesce(
    select(
        func.group_concat(
            note_steps.c.reason
            + "\n"
            + note_steps.c.recipient
            + "\n"
            + note_steps.c.tracking
            + "\n"
            + note_steps.c.by
            + "\n"
            + note_steps.c.proof_name,
            "\n",
        )
    )
    .where(note_steps.c.note_id == notes.c.id)
    .correlate(notes)
    .scalar_subquery(),
    "",
)
# An amendment names those who left, and only its frozen text knows them.
_AMENDED = case(
    (
        notes.c.kind == str(NoteKind.AMENDMENT),
        select(func.json_extract(sealed_papers.c.frozen, "$.body"))
        .where(sealed_papers.c.note_id == notes.c.id)
        .correlate(notes)
        .scalar_subquery(),
    ),
)
_TYPED = (notes.c.matter, notes.c.body, notes.c.courtesy_body, notes.c.enclosures, _AMENDED)
# Word for word as the two indexes have it, so that SQLite sees that they serve.
_OPEN: ColumnElement[bool] = literal_column("notes.state IN ('draft', 'submitted', 'approved')")
_SEALED: ColumnElement[bool] = literal_column(
    "notes.state IN ('issued', 'dispatched', 'acknowledged', 'cancelled')"
)
# SQLite takes at most so many values in one statement.
_AT_ONCE = 500
_ENDS = ".,;:!?()[]«»“”\"'…"

_BY_DATE = (notes.c.dated, issued_notes.c.sequence, notes.c.id)
WORK = "work"
ORDERS: dict[str, tuple[ColumnElement[Any], ...]] = {
    WORK: (notes.c.updated_at, notes.c.id),
    "changed": (notes.c.updated_at, notes.c.id),
    "date": _BY_DATE,
    "number": (
        issued_notes.c.series,
        issued_notes.c.year,
        issued_notes.c.sequence,
        issued_notes.c.number,
        notes.c.id,
    ),
    "meeting": (_CODE, *_BY_DATE),
    "kind": (notes.c.kind, *_BY_DATE),
    "language": (notes.c.language, *_BY_DATE),
    "state": (notes.c.state, *_BY_DATE),
    "addressee": (_ADDRESSEE.collate("NOCASE"), *_BY_DATE),
    "subject": (_SUBJECT.collate("NOCASE"), *_BY_DATE),
}
"""The orders in which lines can be listed; "work" has what is not issued yet before the rest."""


@dataclass(frozen=True, slots=True)
class LineChoice:
    """Which lines are wanted; what is empty or None sets no bound.

    `year` is that of the note's date, `meeting` the code of the meeting, `series` the name of the
    register ("" is the main one, None every one). `order` is one of `ORDERS`.
    """

    states: frozenset[NoteState] = frozenset()
    kinds: frozenset[NoteKind] = frozenset()
    year: int | None = None
    language: str = ""
    series: str | None = None
    meeting: str = ""
    order: str = "changed"
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Moment:
    """By what one sees that something was written since: the last event and the last keystroke.

    `here` counts what this very program wrote, since its clock may stand still.
    """

    event: int
    updated_at: datetime | None
    here: int = 0


def moment(connection: Connection, here: int = 0) -> Moment:
    """Return the present moment of the register."""
    seq = connection.exec_driver_sql("SELECT max(seq) FROM events").scalar()
    updated = connection.execute(select(func.max(notes.c.updated_at))).scalar()
    return Moment(int(seq or 0), updated, here)


def line_ids(connection: Connection, choice: LineChoice, most: int | None = None) -> list[int]:
    """Return the ids of the notes that are wanted, in order; with `most` only the first ones."""
    if choice.order != WORK:
        return _ids(connection, choice, (), most)
    # Two questions, each with an index of its own, however long the register is.
    parts: list[list[int]] = []
    for part in (_OPEN, _SEALED) if choice.descending else (_SEALED, _OPEN):
        left = None if most is None else most - sum(map(len, parts))
        parts.append(_ids(connection, choice, (part,), left))
    return [*parts[0], *parts[1]]


def _ids(
    connection: Connection,
    choice: LineChoice,
    more: tuple[ColumnElement[bool], ...],
    most: int | None,
) -> list[int]:
    keys = ORDERS[choice.order]
    wanted = select(notes.c.id).where(*more, *_conditions(choice))
    if choice.order not in ("changed", WORK) or choice.meeting or choice.series is not None:
        wanted = wanted.select_from(_TABLES)
    wanted = wanted.order_by(*(key.desc() if choice.descending else key.asc() for key in keys))
    if most is not None:
        wanted = wanted.limit(most)
    # The driver's own rows: a hundred thousand of them are wanted at once.
    text = wanted.compile(
        connection, compile_kwargs={"literal_binds": True, "render_postcompile": True}
    )
    rows: Any = connection.exec_driver_sql(str(text)).cursor
    return [row[0] for row in rows]


def line_years(connection: Connection) -> list[int]:
    """Return the years of the dated notes, the last first."""
    year = func.substr(notes.c.dated, 1, 4)
    rows = connection.execute(select(year).where(notes.c.dated.is_not(None)).distinct())
    return sorted((int(text) for text in rows.scalars()), reverse=True)


def load_lines(connection: Connection, ids: Sequence[int]) -> list[NoteLine]:
    """Return the lines of these notes in the order of `ids`; ids of no note are left out."""
    found: dict[int, NoteLine] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = list(ids[start : start + _AT_ONCE])
        rows = connection.execute(_lines().where(notes.c.id.in_(some))).mappings()
        found.update((row["id"], _line(row)) for row in rows)
    return [found[note_id] for note_id in ids if note_id in found]


def searched_texts(
    connection: Connection, since: datetime | None = None, open_only: bool = False
) -> Iterator[tuple[int, list[str]]]:
    """Yield each note's id with the texts a search goes through.

    With `since` only notes changed from then on; with `open_only` only those not issued.
    """
    wanted = select(
        notes.c.id,
        func.coalesce(issued_notes.c.number, notes.c.number, ""),
        func.coalesce(cast(notes.c.dated, Text), ""),
        _ADDRESSEE,
        _CODE,
        func.coalesce(issued_notes.c.meeting_name, meetings.c.name, ""),
        _SUBJECT,
        func.coalesce(issued_notes.c.reference, notes.c.reference, meetings.c.note_reference, ""),
        notes.c.series,
        func.coalesce(issued_notes.c.people, ""),
        _TOLD,
        *(type_coerce(column, Text) for column in _TYPED),
    ).select_from(_TABLES)
    if since is not None:
        wanted = wanted.where(notes.c.updated_at >= since)
    if open_only:
        wanted = wanted.where(issued_notes.c.note_id.is_(None))
    for row in connection.execute(wanted):
        note_id, *texts, people, told = row[: -len(_TYPED)]
        said = [told, *(_texts_in(stored) for stored in row[-len(_TYPED) :])]
        yield note_id, [*texts, *people.split(", "), *_words("\n".join(said))]


def _texts_in(stored: str | None) -> str:
    """Return the texts that a column of JSON holds, one below the other."""
    return "" if stored in (None, "[]", "{}") else "\n".join(_leaves(json.loads(stored)))


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            # The key of a paragraph is the program's word, not the officer's.
            if name != "key":
                yield from _leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each)


def _words(text: str) -> set[str]:
    """Return the words of a long text: many notes share them, but hardly two say the same."""
    return {word.strip(_ENDS) for word in text.lower().split()}


def acted_elsewhere(connection: Connection, after: int) -> bool:
    """Tell whether an event after number `after` concerned anything but one note."""
    found = connection.execute(
        select(events.c.seq).where(events.c.seq > after, events.c.verb.not_like("note.%")).limit(1)
    )
    return found.first() is not None


def _lines() -> Any:
    return select(
        notes.c.id,
        notes.c.kind,
        notes.c.language,
        notes.c.state,
        notes.c.dated,
        notes.c.updated_at,
        notes.c.series,
        func.coalesce(issued_notes.c.number, "").label("number"),
        func.coalesce(issued_notes.c.pdf_sha256, "").label("sha256"),
        _CODE.label("meeting_code"),
        func.coalesce(issued_notes.c.meeting_name, meetings.c.name, "").label("meeting_name"),
        _ADDRESSEE.label("addressee"),
        _SUBJECT.label("subject"),
        _REASON.label("reason"),
    ).select_from(_TABLES)


def _line(row: Mapping[Any, Any]) -> NoteLine:
    values = dict(row)
    values["kind"] = NoteKind(row["kind"])
    values["state"] = NoteState(row["state"])
    return NoteLine(**values)


def _conditions(choice: LineChoice) -> Iterable[ColumnElement[bool]]:
    if choice.states:
        if choice.states <= SEALED:
            yield _SEALED
        elif not choice.states & SEALED:
            yield _OPEN
        yield notes.c.state.in_(sorted(choice.states))
    if choice.kinds:
        yield notes.c.kind.in_(sorted(choice.kinds))
    if choice.year is not None:
        yield func.substr(notes.c.dated, 1, 4) == f"{choice.year:04d}"
    if choice.language:
        yield notes.c.language == choice.language
    if choice.series is not None:
        yield notes.c.series == choice.series
    if choice.meeting:
        yield or_(
            issued_notes.c.meeting_code == choice.meeting,
            (issued_notes.c.note_id.is_(None)) & (meetings.c.code == choice.meeting),
        )
