"""What SQLAlchemy believes of the tables is what the migrations made, all of them strict."""

from contextlib import closing

import pytest
from sqlalchemy import Table

import ccmdesk.store.duty_tables
import ccmdesk.store.reminder_tables
import ccmdesk.store.report_tables  # noqa: F401 - the three add their tables to the others
from ccmdesk.store.connection import connect
from ccmdesk.store.tables import metadata
from ccmdesk.system.paths import DataFolder

TYPES = {"INTEGER": "INTEGER", "BOOLEAN": "INTEGER", "BLOB": "BLOB"}


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_columns_are_those_of_the_file(table: Table, folder: DataFolder) -> None:
    with closing(connect(folder.database)) as connection:
        made = {
            name: (kind, bool(required) or bool(key))
            for _, name, kind, required, _, key in connection.execute(
                f"PRAGMA table_info({table.name})"
            )
        }
    believed = {
        column.name: (TYPES.get(str(column.type), "TEXT"), not column.nullable)
        for column in table.columns
    }
    assert believed == made


def test_every_table_is_strict_and_known(folder: DataFolder) -> None:
    with closing(connect(folder.database)) as connection:
        tables = {
            name: strict
            for _, name, kind, _, _, strict in connection.execute("PRAGMA table_list")
            if kind == "table" and not name.startswith("sqlite_")
        }
    assert tables.keys() == metadata.tables.keys()
    assert set(tables.values()) == {1}


def test_a_connection_is_careful(folder: DataFolder) -> None:
    wanted = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "cell_size_check": 1,
    }
    with closing(connect(folder.database)) as connection:
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    assert found == wanted
