"""The open database: reading and writing units of work, and nothing in between."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from ccmdesk.store.engine import BEGIN_OPTION, make_engine
from ccmdesk.store.faults import plain_faults
from ccmdesk.store.unit_of_work import UnitOfWork


class Database:
    """Give out connections to one register file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = make_engine(path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open one consistent view of the data; raises the error families of the program."""
        with plain_faults(self.path), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """Open a unit of work that commits at the end of the block, or leaves no trace."""
        with plain_faults(self.path), self._engine.connect() as connection:
            writer = connection.execution_options(**{BEGIN_OPTION: "BEGIN IMMEDIATE"})
            with writer.begin():
                yield UnitOfWork(writer)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()
