"""The SQLAlchemy engine over our own connections."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from ccmdesk.store.connection import connect

BEGIN_OPTION = "ccmdesk_begin"


def make_engine(path: Path) -> Engine:
    """Return an engine whose transactions begin where we say, and how we say.

    Reading transactions begin plainly; those of a connection with the option `ccmdesk_begin` set to
    "BEGIN IMMEDIATE" take the writer's lock at once, so that nothing read can be stale.
    """

    def creator() -> sqlite3.Connection:
        return connect(path)

    engine = create_engine("sqlite://", creator=creator, poolclass=QueuePool, pool_size=4)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        connection.exec_driver_sql(options.get(BEGIN_OPTION, "BEGIN"))

    return engine
