"""Imports people, and with them a delegation: from a paste, CSV, vCard or XLSX."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from ccmdesk.domain.delegation import Delegate, Role, heads
from ccmdesk.domain.errors import EnvironmentFault, InputError
from ccmdesk.domain.known_persons import KnownPersons, contradicted
from ccmdesk.domain.person import Person
from ccmdesk.incoming.address_cards import is_card, sheet_from_cards
from ccmdesk.incoming.column_words import (
    FIELDS,
    below_titles,
    divided,
    gender_of,
    guessed,
    has_head,
    role_of,
)
from ccmdesk.incoming.sheet import Sheet, decoded, sheet_from_text
from ccmdesk.services.acts import Acts
from ccmdesk.store.meeting_rows import load_meeting
from ccmdesk.store.people_rows import add_delegate, load_delegation, load_people, store_person

__all__ = ["FIELDS", "ImportResult", "PeopleImport", "RowOutcome", "Sheet"]

_OWN_FIELDS = (
    "style",
    "given_names",
    "family_name",
    "functional_title",
    "rank",
    "organization",
    "place",
    "email",
    "phone",
)


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What becomes of one row.

    `row` is the number of its line. `problem` says why it cannot be taken ("" if it can), naming
    the field under `field`. `duplicate_of` is who is stored here already under this name or nearly
    so; `in_delegation` that this person is in the delegation too. `like_row` is the line of another
    row that may be the same person (0 if there is none); both are taken.
    """

    row: int
    person: Person | None
    role: Role
    problem: str = ""
    field: str = ""
    duplicate_of: Person | None = None
    in_delegation: bool = False
    like_row: int = 0


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many people were added and brought up to date, and how many rows were left out."""

    added: int
    updated: int
    left_out: int


class PeopleImport:
    """Look at a list of people first, then take it over in one act that can be undone."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def read_text(self, text: str) -> Sheet:
        """Return the cells of what was pasted, or of vCards; raises InputError."""
        if is_card(text):
            return sheet_from_cards(text, "The clipboard")
        return below_titles(sheet_from_text(text))

    def read_file(self, path: Path) -> Sheet:
        """Return the cells of a CSV, vCard or XLSX file.

        Raises InputError where it is none of them, and EnvironmentFault where it cannot be read.
        """
        try:
            data = path.read_bytes()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise EnvironmentFault(
                f"“{path}” cannot be read ({reason}); check its name."
            ) from error
        if data.startswith(b"PK"):
            # Loaded here: workbooks are the exception.
            from ccmdesk.incoming.workbook import sheet_from_workbook

            return below_titles(sheet_from_workbook(data, path.name))
        if data.startswith(b"\xd0\xcf\x11\xe0") or path.suffix.lower() == ".xls":
            raise InputError(
                f"“{path.name}” is a workbook of the old kind; save it as XLSX.", "sheet"
            )
        text = decoded(data, path.name)
        if is_card(text):
            return sheet_from_cards(text, path.name)
        return below_titles(sheet_from_text(text))

    def guess(self, sheet: Sheet) -> dict[int, str]:
        """Return what each column seems to hold, by its number from 0; one of FIELDS each."""
        return guessed(sheet)

    def has_head(self, sheet: Sheet) -> bool:
        """Tell whether the first row names the columns, and is then no person."""
        return has_head(sheet)

    def dry_run(
        self,
        sheet: Sheet,
        mapping: Mapping[int, str],
        meeting_id: int | None = None,
        usual_role: Role = Role.REPRESENTATIVE,
    ) -> list[RowOutcome]:
        """Return what would become of every row; changes nothing.

        Raises InputError where the mapping names no column with the name of a person.
        """
        with self._acts.reading() as connection:
            return _outcomes(connection, sheet, mapping, meeting_id, usual_role)

    def carry_out(
        self,
        sheet: Sheet,
        mapping: Mapping[int, str],
        meeting_id: int | None = None,
        usual_role: Role = Role.REPRESENTATIVE,
        *,
        leave_out: Sequence[int] = (),
        as_new: Sequence[int] = (),
    ) -> ImportResult:
        """Take the rows over: people, and with a meeting its delegation, in one act.

        Who is stored here already is brought up to date by the cells that are filled, unless the
        row's number is among `as_new`; rows with a number in `leave_out` stay out. Raises
        InputError naming the first row that has a problem and is not left out; nothing is changed
        then.
        """
        label = "Import people" if meeting_id is None else "Import a delegation"
        with self._acts.act("people.import", label, "people", "delegations") as act:
            if meeting_id is not None:
                act.subject = f"meeting/{meeting_id}"
            outcomes = _outcomes(
                act.connection, sheet, mapping, meeting_id, usual_role, frozenset(leave_out)
            )
            added = updated = 0
            for outcome in outcomes:
                if outcome.row in leave_out:
                    continue
                if outcome.problem or outcome.person is None:
                    raise InputError(f"Line {outcome.row}: {outcome.problem}", "sheet")
                known = None if outcome.row in as_new else outcome.duplicate_of
                person = outcome.person if known is None else _completed(known, outcome.person)
                person_id = store_person(act.unit, person)
                added, updated = added + (known is None), updated + (known is not None)
                in_delegation = outcome.in_delegation and known is not None
                if meeting_id is not None and not in_delegation:
                    add_delegate(act.unit, meeting_id, person_id, outcome.role)
            act.detail = {"added": added, "updated": updated}
        return ImportResult(added, updated, len(outcomes) - added - updated)


def _outcomes(
    connection: Connection,
    sheet: Sheet,
    mapping: Mapping[int, str],
    meeting_id: int | None,
    usual_role: Role,
    leave_out: frozenset[int] = frozenset(),
) -> list[RowOutcome]:
    _refuse_mapping(sheet, mapping)
    people = load_people(connection)
    present: tuple[Delegate, ...] = ()
    if meeting_id is not None:
        load_meeting(connection, meeting_id)
        present = load_delegation(connection, meeting_id)
    members = {delegate.person.id for delegate in present}
    head = heads(present)[0].person.full_name if heads(present) else ""
    register, seen = KnownPersons(people), KnownPersons()
    taken: list[tuple[int, Person]] = []
    outcomes = []
    first = 1 if has_head(sheet) else 0
    for number, cells in zip(sheet.numbers[first:], sheet.rows[first:], strict=True):
        outcome = _read(number, cells, mapping, usual_role)
        person = outcome.person
        if person is not None and not outcome.problem:
            twin, alike = _twin(person, seen, taken)
            known = _known(person, register, people)
            outcome = replace(
                outcome,
                duplicate_of=known,
                in_delegation=known is not None and known.id in members,
                problem=f"This is the person of line {twin} again." if twin else "",
                field="family_name" if twin else "",
                like_row=alike,
            )
            if number not in leave_out:
                taken.append((number, person))
                seen.add(person)
            if meeting_id is not None and outcome.role is Role.HEAD and not outcome.problem:
                if head and not outcome.in_delegation:
                    outcome = replace(
                        outcome, problem=f"{head} is head of the delegation already.", field="role"
                    )
                elif number not in leave_out:
                    head = person.full_name
        outcomes.append(outcome)
    if not outcomes:
        raise InputError("The list has heads of columns but no person.", "sheet")
    return outcomes


def _read(
    number: int, cells: Sequence[str], mapping: Mapping[int, str], usual_role: Role
) -> RowOutcome:
    values = {field: cells[column] for column, field in mapping.items() if field}
    role = role_of(values.get("role", "")) if values.get("role") else usual_role
    problem, field = "", ""
    if role is None:
        problem = f"“{values['role']}” is not a role; write one such as head or adviser."
        role, field = usual_role, "role"
    gender = gender_of(values.get("gender", ""))
    if gender is None and not problem:
        problem, field = f"“{values['gender']}” is not f or m.", "gender"
    if values.get("full_name"):
        named = divided(values["full_name"])
        values |= {key: values.get(key) or text for key, text in named.items()}
    try:
        told: dict[str, Any] = {name: values.get(name, "") for name in _OWN_FIELDS}
        person = Person(gender=gender or "", **told).checked()
    except InputError as error:
        return RowOutcome(number, None, role, problem or error.message, field or error.field)
    return RowOutcome(number, person, role, problem, field)


def _twin(
    person: Person, seen: KnownPersons, taken: Sequence[tuple[int, Person]]
) -> tuple[int, int]:
    """Return the line of who this is again, and of whom it may be; 0 where there is none."""
    same = [taken[place] for place in seen.same(person)]
    again = next((row for row, other in same if not contradicted(person, other)), 0)
    if again:
        return again, 0
    near = [taken[place] for place in seen.near(person)] or same
    return 0, near[0][0] if near else 0


def _known(person: Person, register: KnownPersons, people: Sequence[Person]) -> Person | None:
    same = [people[place] for place in register.same(person)]
    exact = [each for each in same if each.full_name == person.full_name]
    # Who moved to another post has a new address under the old name.
    alike = exact or same or [people[place] for place in register.near(person)]
    by_address = [each for each in alike if person.email and each.email == person.email]
    return next(iter(by_address or alike), None)


def _completed(known: Person, person: Person) -> Person:
    """Return who is known with what the list says more of them; empty cells take nothing away."""
    told = {
        name: getattr(person, name) for name in (*_OWN_FIELDS, "gender") if getattr(person, name)
    }
    return replace(known, **told)


def _refuse_mapping(sheet: Sheet, mapping: Mapping[int, str]) -> None:
    fields = [field for field in mapping.values() if field]
    unknown = [field for field in fields if field not in FIELDS]
    if unknown:
        raise InputError(f"A column cannot hold “{unknown[0]}”.", "mapping")
    twice = [field for field in FIELDS if fields.count(field) > 1]
    if twice:
        raise InputError(f"Two columns are said to hold {twice[0]}; choose one.", "mapping")
    if not {"full_name", "family_name", "given_names"} & set(fields):
        raise InputError("Say which column holds the name.", "mapping")
    if any(not 0 <= column < sheet.width for column in mapping):
        raise InputError("The list has fewer columns than were named.", "mapping")
