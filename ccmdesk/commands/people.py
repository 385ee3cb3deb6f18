"""Commands on people: the list, and taking over a list from elsewhere."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ccmdesk.commands.access import open_services
from ccmdesk.commands.output import print_json, print_table
from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.domain.errors import InputError

if TYPE_CHECKING:
    from ccmdesk.domain.person import Person
    from ccmdesk.services.desk import Desk
    from ccmdesk.services.people_import import ImportResult, RowOutcome, Sheet


def people_list(asked: Namespace) -> None:
    """Print the people, by name."""
    with open_services(asked) as desk:
        found = desk.people.all(asked.search or "")
    if asked.json:
        print_json([{"id": each.id, **_person_json(each)} for each in found])
    elif not found:
        print("No people." if not asked.search else "Nobody of this name.")
    else:
        print_table(
            ("Id", "Name", "Title", "Organization"),
            [
                (str(each.id), each.full_name, each.functional_title, each.organization)
                for each in found
            ],
        )


def people_import(asked: Namespace) -> None:
    """Take over a list of people, with --meeting into its delegation; or show every row."""
    with open_services(asked) as desk:
        sheet = _sheet(desk, asked)
        mapping = desk.imports.guess(sheet)
        for number, field in asked.column:
            mapping = {key: held for key, held in mapping.items() if held != field}
            mapping[number - 1] = field
        meeting_id = _meeting(desk, asked.meeting, asked.dry_run)
        outcomes = desk.imports.dry_run(sheet, mapping, meeting_id)
        kept = [each for each in outcomes if each.row not in asked.leave_out]
        result = None
        if not asked.dry_run:
            result = desk.imports.carry_out(
                sheet,
                mapping,
                meeting_id,
                leave_out=tuple(asked.leave_out),
                as_new=tuple(asked.as_new),
            )
    columns = {str(key + 1): field for key, field in sorted(mapping.items()) if field}
    if asked.json:
        print_json(
            {
                "dry_run": asked.dry_run,
                "columns": columns,
                "rows": [_row_json(each) for each in outcomes],
                **_counts(kept, result, len(outcomes), asked.as_new),
            }
        )
    elif result is not None:
        left = f", {result.left_out} left out" if result.left_out else ""
        print(f"{result.added} added, {result.updated} brought up to date{left}.")
    else:
        _print_rows(outcomes, columns, asked.as_new)


def _sheet(desk: "Desk", asked: Namespace) -> "Sheet":
    if str(asked.file) != "-":
        return desk.imports.read_file(asked.file)
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("What was piped in is not UTF-8 text; save it as UTF-8.") from None
    return desk.imports.read_text(text)


def _meeting(desk: "Desk", code: str | None, dry_run: bool) -> int | None:
    if code is None:
        return None
    try:
        # A dry run stores nothing, not even a shipped meeting; that one has no delegation yet.
        found = desk.meetings.by_code(code) if dry_run else desk.meetings.adopt(code)
    except InputError as error:
        raise WrongUsageError(error.message) from error
    return found.id or None


def _counts(
    kept: "list[RowOutcome]", result: "ImportResult | None", rows: int, as_new: Sequence[int]
) -> dict[str, int]:
    """Return what was done, or in a dry run what would be."""
    faulty = sum(bool(each.problem) for each in kept)
    if result is not None:
        return {
            "added": result.added,
            "updated": result.updated,
            "left_out": result.left_out,
            "problems": faulty,
        }
    updated = sum(
        each.duplicate_of is not None and not each.problem and each.row not in as_new
        for each in kept
    )
    return {
        "added": len(kept) - faulty - updated,
        "updated": updated,
        "left_out": rows - len(kept),
        "problems": faulty,
    }


def _row_json(outcome: "RowOutcome") -> dict[str, Any]:
    known = outcome.duplicate_of
    return {
        "line": outcome.row,
        "role": outcome.role.value,
        "person": None if outcome.person is None else _person_json(outcome.person),
        "problem": outcome.problem or None,
        "field": outcome.field or None,
        "duplicate_of": None if known is None else {"id": known.id, "name": known.full_name},
        "in_delegation": outcome.in_delegation,
        "like_line": outcome.like_row or None,
    }


def _person_json(person: "Person") -> dict[str, Any]:
    return {
        "style": person.style,
        "given_names": person.given_names,
        "family_name": person.family_name,
        "functional_title": person.functional_title,
        "rank": person.rank,
        "organization": person.organization,
        "place": person.place,
        "email": person.email,
        "gender": person.gender,
    }


def _print_rows(
    outcomes: "list[RowOutcome]", columns: dict[str, str], as_new: Sequence[int]
) -> None:
    print(", ".join(f"column {number}: {field}" for number, field in columns.items()))
    print_table(
        ("Line", "Name", "Role", "What becomes of it"),
        [
            (
                str(each.row),
                each.person.full_name if each.person else "–",
                each.role.value,
                _fate(each, each.row in as_new),
            )
            for each in outcomes
        ],
    )


def _fate(outcome: "RowOutcome", as_new: bool) -> str:
    if outcome.problem:
        return f"cannot be taken: {outcome.problem}"
    if outcome.duplicate_of is not None and not as_new:
        if outcome.in_delegation:
            return "is in the delegation already"
        return f"is known here as {outcome.duplicate_of.full_name}"
    return f"is added; nearly as line {outcome.like_row}" if outcome.like_row else "is added"
