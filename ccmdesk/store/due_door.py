"""The door of the timer: is any reminder due? Loads nothing but sqlite3, and changes nothing."""

import sqlite3

from ccmdesk import __version__

# The plan is made anew each day, after each act of the officer, and by each new program.
_QUIET = """
SELECT EXISTS (
        SELECT 1 FROM reminder_plan AS p
        WHERE p.day = :today AND p.program = :program
            AND p.event_seq = coalesce((SELECT seq FROM last_event), 0)
            AND p.settings_id = coalesce((SELECT max(id) FROM reminder_settings), 0))
    AND NOT EXISTS (
        SELECT 1 FROM reminders WHERE state = 'pending' AND fire_at <= :wall)
    AND NOT EXISTS (
        SELECT 1 FROM reminders WHERE state IN ('shown', 'missed') AND told_at > :tomorrow
            AND ahead = 0 AND at > :wall)
    AND NOT EXISTS (
        SELECT 1 FROM reminders WHERE state IN ('shown', 'missed') AND ahead = 1 AND at <= :wall)
"""
_BUSY_SECONDS = 5.0


def nothing_due(database: str, wall: str, tomorrow: str) -> bool:
    """Tell whether the timer may go back to sleep; False wherever that is not certain.

    `wall` is the clock on the wall as in "2027-04-30T09:05", `tomorrow` the instant in UTC one day
    ahead, as stored. A reminder told later than that was told by a clock that ran ahead.
    """
    place = database.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    if place[1:2] == ":":
        # A drive of Windows, as SQLite wants it written.
        place = "/" + place.replace("\\", "/")
    try:
        # As for writing, since only so can SQLite roll back what a killed program left half done.
        connection = sqlite3.connect(
            f"file:{place}?mode=rw", uri=True, timeout=_BUSY_SECONDS, isolation_level=None
        )
    except sqlite3.Error:
        return False
    try:
        connection.execute("PRAGMA query_only=ON").close()
        found = connection.execute(
            _QUIET,
            {"today": wall[:10], "wall": wall, "tomorrow": tomorrow, "program": __version__},
        ).fetchone()
    except sqlite3.Error:
        # Whatever is wrong with the file, who opens it with care will say.
        return False
    finally:
        connection.close()
    return bool(found[0])
