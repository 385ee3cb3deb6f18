"""Whether an issued note or a report is as it was sealed; the standard library only."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

# What is said in the register of a note and in its frozen text alike.
_IN_TEXT = ("dated", "kind", "language", "addressee", "reference", "number")
_IN_SEAL = (
    "series",
    "run",
    "sequence",
    "typed",
    "pattern",
    "restart",
    "state_iso3",
    "subject",
    "people",
    "issued_at",
)
# What is said in the line of a sealed report and in its frozen text alike.
_REPORT_LINE = (
    "report_id",
    "state",
    "period",
    "version",
    "sealed_at",
    "sealed_by",
    "reason",
    "pdf_sha256",
)


def seal_fault(line: Mapping[str, Any], frozen: str, pdf: bytes, recorded: str | None) -> str:
    """Return in one sentence what is wrong with an issued note, or an empty text.

    `line` are the stored columns of its line in the register, `recorded` the two SHA-256 one after
    the other that the record of events holds (PDF, text), None where it holds none.
    """
    number = line["number"]
    if hashlib.sha256(pdf).hexdigest() != line["pdf_sha256"]:
        return f"The PDF of the note {number} is not the one that was sealed."
    if hashlib.sha256(frozen.encode("utf-8")).hexdigest() != line["frozen_sha256"]:
        return f"The text of the note {number} is not the one that was sealed."
    text = json.loads(frozen)
    if text.get("emblem_sha256") != line["emblem_sha256"]:
        return f"The emblem of the note {number} is not the one that was sealed."
    if _told_in_line(line, text) != _told_in_text(text):
        return f"The register says other things of the note {number} than its text."
    if recorded is not None and recorded != line["pdf_sha256"] + line["frozen_sha256"]:
        return f"The register and the record of events differ on the note {number}."
    return ""


def _told_in_line(line: Mapping[str, Any], text: Mapping[str, Any]) -> list[object]:
    names = [*_IN_TEXT, "meeting_code", "meeting_name"]
    # Notes issued before version 2.0 of the register sealed less.
    names += _IN_SEAL if "seal" in text else ()
    return [line[name] for name in names]


def _told_in_text(text: Mapping[str, Any]) -> list[object]:
    meeting = text["meeting"] or {"code": "", "name": ""}
    told = [*(text[name] for name in _IN_TEXT), meeting["code"], meeting["name"]]
    if "seal" in text:
        told += [text["seal"][name] for name in _IN_SEAL]
    return told


def sealed_report_fault(row: Mapping[str, Any], recorded: str | None) -> str:
    """Return in one sentence what is wrong with a sealed version of a report, or an empty text.

    `row` are its stored columns, `recorded` the two SHA-256 one after the other that the record of
    events holds (PDF, text), None where it is not asked.
    """
    name = f"version {row['version']} of the report {row['state']} {row['period']}"
    if hashlib.sha256(row["pdf"]).hexdigest() != row["pdf_sha256"]:
        return f"The PDF of {name} is not the one that was sealed."
    if hashlib.sha256(row["frozen"].encode("utf-8")).hexdigest() != row["frozen_sha256"]:
        return f"The text of {name} is not the one that was sealed."
    told = json.loads(row["frozen"])["seal"]
    if any(told[column] != row[column] for column in _REPORT_LINE):
        return f"The line of {name} says other things than its text."
    if recorded is not None and recorded != row["pdf_sha256"] + row["frozen_sha256"]:
        return f"The sealed reports and the record of events differ on {name}."
    return ""
