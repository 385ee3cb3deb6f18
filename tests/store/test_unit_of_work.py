"""A unit of work writes all of its rows or none, and keeps what they were."""

import pytest
from sqlalchemy import select

from ccmdesk.domain.errors import RefusedError
from ccmdesk.store.database import Database
from ccmdesk.store.tables import people
from ccmdesk.store.unit_of_work import RowChange


def names(database: Database) -> list[str]:
    with database.reading() as connection:
        return list(connection.execute(select(people.c.family_name)).scalars())


def test_what_is_written_is_there_for_the_next_reader(database: Database) -> None:
    with database.writing() as unit:
        first = unit.insert(people, {"family_name": "A"})
        unit.update(people, first, {"family_name": "B"})
    assert names(database) == ["B"]
    assert [(change.before or {}).get("family_name") for change in unit.changes] == [None, "A"]


def test_a_failure_leaves_no_trace(database: Database) -> None:
    def half() -> None:
        with database.writing() as unit:
            unit.insert(people, {"family_name": "A"})
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        half()
    assert names(database) == []


def test_an_update_that_changes_nothing_is_no_change(database: Database) -> None:
    with database.writing() as unit:
        row_id = unit.insert(people, {"family_name": "A"})
    with database.writing() as unit:
        unit.update(people, row_id, {"family_name": "A"})
    assert unit.changes == []


def test_a_row_that_is_gone_is_refused(database: Database) -> None:
    with pytest.raises(RefusedError, match="removed"), database.writing() as unit:
        unit.update(people, 7, {"family_name": "A"})
    with pytest.raises(RefusedError, match="removed"), database.writing() as unit:
        unit.delete(people, 7)


def test_changes_lead_back_and_forth(database: Database) -> None:
    with database.writing() as unit:
        row_id = unit.insert(people, {"family_name": "A"})
        unit.update(people, row_id, {"family_name": "B"})
    done = list(unit.changes)
    with database.writing() as unit:
        for change in reversed(done):
            unit.put(change.reversed())
    assert names(database) == []
    with database.writing() as unit:
        for change in done:
            unit.put(change)
    assert names(database) == ["B"]


def test_a_row_changed_elsewhere_is_not_overwritten(database: Database) -> None:
    with database.writing() as unit:
        row_id = unit.insert(people, {"family_name": "A"})
    [insertion] = unit.changes
    with database.writing() as other:
        other.update(people, row_id, {"family_name": "C"})
    with pytest.raises(RefusedError, match="changed again"), database.writing() as unit:
        unit.put(insertion.reversed())
    assert names(database) == ["C"]


def test_a_change_knows_its_way_back(database: Database) -> None:
    change = RowChange(people, 1, None, {"id": 1})
    assert change.reversed() == RowChange(people, 1, {"id": 1}, None)
