"""What the register holds as a whole: how many notes, of which years, meetings and registers."""

from datetime import date

from sqlalchemy import Connection

from ccmdesk.domain.register_outline import Outline

_OPEN = "state IN ('draft', 'submitted', 'approved')"


def count_notes(connection: Connection) -> int:
    """Return how many notes there are, drafts included."""
    return int(connection.exec_driver_sql("SELECT count(*) FROM notes").scalar() or 0)


def load_outline(connection: Connection, year: int) -> Outline:
    """Return the notes in numbers; `issued` counts those of `year`."""
    rows = connection.exec_driver_sql
    pending: dict[str, int] = {}
    for state, count in rows(f"SELECT state, count(*) FROM notes WHERE {_OPEN} GROUP BY state"):
        pending[state] = count
    years = rows("SELECT DISTINCT substr(dated, 1, 4) FROM notes WHERE dated IS NOT NULL")
    meetings = rows(
        "SELECT code, max(name), max(dated) AS latest FROM ("
        " SELECT meeting_code AS code, meeting_name AS name, dated FROM issued_notes"
        " UNION ALL SELECT m.code, m.name, '9999' FROM notes AS n JOIN meetings AS m"
        f" ON m.id = n.meeting_id WHERE {_OPEN}"
        ") WHERE code != '' GROUP BY code ORDER BY latest DESC, code"
    )
    issued = rows(
        "SELECT count(*) FROM issued_notes WHERE dated >= ? AND dated <= ?",
        (date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()),
    )
    series = rows("SELECT DISTINCT series FROM notes")
    return Outline(
        total=count_notes(connection),
        drafts=pending.get("draft", 0),
        waiting=pending.get("submitted", 0) + pending.get("approved", 0),
        issued=int(issued.scalar() or 0),
        years=tuple(sorted((int(text) for text in years.scalars()), reverse=True)),
        meetings=tuple((code, name) for code, name, _ in meetings),
        series=tuple(sorted(series.scalars())),
    )
