"""Whether the sealed Article 7 reports are as they were sealed; the standard library only."""

import json
import sqlite3
from typing import Any

from ccmdesk.store.seal_check import sealed_report_fault


def sealed_reports_fault(connection: sqlite3.Connection) -> str:
    """Return in one sentence what is wrong with the sealed reports, or an empty text.

    Each is compared with its own seal, with the record of events, and with the report it is a
    version of; the versions of a report run without gap, and the files they name are kept.
    """
    recorded = _recorded(connection)
    heads = {
        row[0]: (row[1], row[2])
        for row in connection.execute("SELECT id, state, period FROM reports")
    }
    kept = {row[0] for row in connection.execute("SELECT sha256 FROM proofs")}
    due: dict[int, int] = {}
    cursor = connection.execute("SELECT * FROM sealed_reports ORDER BY report_id, version")
    names = [column[0] for column in cursor.description]
    for values in cursor:
        row: dict[str, Any] = dict(zip(names, values, strict=True))
        found = sealed_report_fault(row, recorded.pop(row["id"], ""))
        if found:
            return found
        told = f"{row['state']} {row['period']}"
        expected = due.get(row["report_id"], 1)
        if row["version"] != expected:
            return f"Version {expected} of the sealed report {told} is missing."
        due[row["report_id"]] = expected + 1
        if heads.get(row["report_id"]) != (row["state"], row["period"]):
            return f"The sealed report {told} stands under another State or period."
        if any(file["sha256"] not in kept for file in json.loads(row["frozen"])["files"]):
            return f"A file of the sealed report {told} is missing."
    if recorded:
        return f"The sealed report {min(recorded)} is missing."
    return ""


def _recorded(connection: sqlite3.Connection) -> dict[int, str]:
    """Return, by sealed version, the SHA-256 of PDF and text that the record of events holds."""
    found = {}
    for (told,) in connection.execute("SELECT detail FROM events WHERE verb = 'report.seal'"):
        detail = json.loads(told)
        found[detail["sealed"]] = detail["pdf_sha256"] + detail["frozen_sha256"]
    return found
