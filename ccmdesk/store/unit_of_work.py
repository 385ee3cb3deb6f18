"""One act of the officer: every row it touches, with what the row was before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from ccmdesk.domain.errors import RefusedError

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row before and after; None where it did not exist."""

    table: Table
    row_id: int
    before: Row | None
    after: Row | None

    def reversed(self) -> "RowChange":
        """Return the change that leads back."""
        return RowChange(self.table, self.row_id, self.after, self.before)


@dataclass(slots=True)
class UnitOfWork:
    """Write rows and remember their former state, inside one writing transaction."""

    connection: Connection
    changes: list[RowChange] = field(default_factory=list)

    def insert(self, table: Table, values: Row) -> int:
        """Add a row and return its id."""
        key = self.connection.execute(insert(table).values(**values)).inserted_primary_key
        if key is None:
            raise RuntimeError(f"{table.name} gave no id")
        row_id = int(key[0])
        self.changes.append(RowChange(table, row_id, None, self.row(table, row_id)))
        return row_id

    def update(self, table: Table, row_id: int, values: Row) -> None:
        """Change a row; raises RefusedError where it is gone."""
        before = self.row(table, row_id)
        if before is None:
            raise RefusedError(
                "This entry was removed in the meantime; go back to the list and look again."
            )
        if all(before[name] == value for name, value in values.items()):
            return
        self.connection.execute(update(table).where(table.c.id == row_id).values(**values))
        self.changes.append(RowChange(table, row_id, before, self.row(table, row_id)))

    def delete(self, table: Table, row_id: int) -> None:
        """Remove a row; raises RefusedError where it is gone already."""
        before = self.row(table, row_id)
        if before is None:
            raise RefusedError("This entry was removed already; go back to the list.")
        self.connection.execute(delete(table).where(table.c.id == row_id))
        self.changes.append(RowChange(table, row_id, before, None))

    def row(self, table: Table, row_id: int) -> Row | None:
        """Return the row as it stands now, or None."""
        found = self.connection.execute(select(table).where(table.c.id == row_id)).mappings()
        first = found.first()
        return None if first is None else dict(first)

    def put(self, change: RowChange) -> None:
        """Bring a row from `change.before` to `change.after`.

        Raises RefusedError where the row no longer is what `change.before` says.
        """
        current = self.row(change.table, change.row_id)
        if _compared(current) != _compared(change.before):
            raise RefusedError("It was changed again since, so the step cannot be taken back.")
        if change.after is None:
            self.connection.execute(delete(change.table).where(change.table.c.id == change.row_id))
        elif change.before is None:
            self.connection.execute(insert(change.table).values(**change.after))
        else:
            self.connection.execute(
                update(change.table)
                .where(change.table.c.id == change.row_id)
                .values(**change.after)
            )


def _compared(row: Row | None) -> Row | None:
    if row is None:
        return None
    # The instant of the last keystroke says nothing about the content.
    return {name: value for name, value in row.items() if name != "updated_at"}
