"""Article 7 reports in work, their forms and their files, as rows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from ccmdesk.domain.article7 import FormContent, FormFile, FormState, Report, ReportForm
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note_life import Proof
from ccmdesk.store.report_tables import report_files, report_forms, reports, sealed_reports
from ccmdesk.store.step_rows import keep_proof
from ccmdesk.store.tables import proofs
from ccmdesk.store.unit_of_work import UnitOfWork

_HEAD = (
    "state",
    "period",
    "form_set",
    "language",
    "first",
    "last",
    "contact",
    "cover_only",
    "correction",
)
_FORM = (
    "owner",
    "asked_on",
    "promised_for",
    "received_on",
    "earlier_on",
    "earlier_period",
    "carried_from",
)


def load_reports(connection: Connection, state: str) -> list[Report]:
    """Return the reports of a State that are not in the bin, the latest period first."""
    rows = connection.execute(
        select(reports)
        .where(reports.c.state == state, reports.c.removed_at.is_(None))
        # “initial” sorts after every year.
        .order_by(reports.c.period != "initial", reports.c.period)
    ).mappings()
    return [_report(connection, row) for row in reversed(list(rows))]


def load_report(connection: Connection, report_id: int) -> Report:
    """Return one report; raises InputError where there is none of that id."""
    row = (
        connection.execute(
            select(reports).where(reports.c.id == report_id, reports.c.removed_at.is_(None))
        )
        .mappings()
        .first()
    )
    if row is None:
        raise InputError(f"There is no report {report_id}; choose one from the list.", "report")
    return _report(connection, row)


def find_report(connection: Connection, state: str, period: str) -> Report | None:
    """Return the report of a State on a period, or None."""
    row = (
        connection.execute(
            select(reports).where(
                reports.c.state == state,
                reports.c.period == period,
                reports.c.removed_at.is_(None),
            )
        )
        .mappings()
        .first()
    )
    return None if row is None else _report(connection, row)


def add_report(unit: UnitOfWork, report: Report, at: datetime) -> int:
    """Store a new report with its forms and return its id."""
    values = {name: getattr(report, name) for name in _HEAD}
    report_id = unit.insert(reports, {**values, "created_at": at, "updated_at": at})
    for form in report.forms:
        unit.insert(report_forms, {"report_id": report_id, **form_values(form)})
    return report_id


def store_head(unit: UnitOfWork, report: Report, at: datetime) -> None:
    """Replace what stands at the head of a stored report."""
    values = {name: getattr(report, name) for name in _HEAD}
    _change(unit, report.id, values, at)


def store_form(unit: UnitOfWork, report_id: int, form: ReportForm) -> None:
    """Replace one form of a stored report, or add it where the template has gained it."""
    values = form_values(form)
    known = unit.connection.execute(
        select(report_forms.c.id).where(
            report_forms.c.report_id == report_id, report_forms.c.letter == form.letter
        )
    ).scalar()
    if known is None:
        unit.insert(report_forms, {"report_id": report_id, **values})
    else:
        unit.update(report_forms, int(known), values)


def bin_report(unit: UnitOfWork, report_id: int, at: datetime) -> None:
    """Put a report into the bin."""
    unit.update(reports, report_id, {"removed_at": at})


def add_file(unit: UnitOfWork, report_id: int, letter: str, file: Proof) -> int:
    """Keep a file with a form ("" is the report as a whole) and return its id."""
    # The bytes stay when undo takes the file out again: nothing that was kept is thrown away.
    digest = keep_proof(unit.connection, file.data)
    return unit.insert(
        report_files,
        {"report_id": report_id, "letter": letter, "name": file.name, "sha256": digest},
    )


def drop_file(unit: UnitOfWork, file_id: int) -> None:
    """Take a file out of its report."""
    unit.delete(report_files, file_id)


def report_of_file(connection: Connection, file_id: int) -> int:
    """Return the id of the report a file goes with; raises InputError where there is none."""
    found = connection.execute(
        select(report_files.c.report_id).where(report_files.c.id == file_id)
    ).scalar()
    if found is None:
        raise InputError("This file was taken out of the report already.", "file")
    return int(found)


def load_file(connection: Connection, file_id: int) -> Proof:
    """Return a file with its name; raises InputError where there is none of that id."""
    row = connection.execute(
        select(report_files.c.name, proofs.c.data)
        .select_from(report_files.join(proofs))
        .where(report_files.c.id == file_id)
    ).first()
    if row is None:
        raise InputError("This file was taken out of the report already.", "file")
    return Proof(row.name, bytes(row.data))


def load_data(connection: Connection, digests: Sequence[str]) -> dict[str, bytes]:
    """Return the bytes of kept files by their SHA-256."""
    rows = connection.execute(
        select(proofs.c.sha256, proofs.c.data).where(proofs.c.sha256.in_(digests))
    )
    return {row.sha256: bytes(row.data) for row in rows}


def form_values(form: ReportForm) -> dict[str, Any]:
    """Return the columns of a form."""
    return {
        **{name: getattr(form, name) for name in _FORM},
        "letter": form.letter,
        "state": str(form.state),
        "content": content_values(form.content),
        "carried": None if form.carried is None else content_values(form.carried),
    }


def content_values(content: FormContent) -> dict[str, Any]:
    """Return what a form says as plain data."""
    return {
        "text": content.text,
        "tables": {key: [list(row) for row in rows] for key, rows in content.tables.items()},
        "nil": content.nil,
    }


def content_from(data: Mapping[str, Any]) -> FormContent:
    """Return what a form says from plain data."""
    return FormContent(
        text=data.get("text", ""),
        tables={
            key: tuple(tuple(row) for row in rows) for key, rows in data.get("tables", {}).items()
        },
        nil=bool(data.get("nil", False)),
    )


def _change(unit: UnitOfWork, report_id: int, values: dict[str, Any], at: datetime) -> None:
    before = unit.row(reports, report_id)
    # A keystroke that changes nothing leaves no step of undo.
    if before is not None and all(before[name] == value for name, value in values.items()):
        return
    unit.update(reports, report_id, {**values, "updated_at": at})


def _report(connection: Connection, row: Mapping[Any, Any]) -> Report:
    report_id = int(row["id"])
    forms = connection.execute(
        select(report_forms)
        .where(report_forms.c.report_id == report_id)
        .order_by(report_forms.c.letter)
    ).mappings()
    files = connection.execute(
        select(report_files, func.length(proofs.c.data).label("size"))
        .select_from(report_files.join(proofs))
        .where(report_files.c.report_id == report_id)
        .order_by(report_files.c.letter, report_files.c.id)
    ).mappings()
    version = connection.execute(
        select(func.max(sealed_reports.c.version)).where(sealed_reports.c.report_id == report_id)
    ).scalar()
    return Report(
        id=report_id,
        version=int(version or 0),
        forms=tuple(_form(each) for each in forms),
        files=tuple(
            FormFile(each["letter"], each["name"], each["sha256"], each["size"], each["id"])
            for each in files
        ),
        **{name: row[name] for name in _HEAD},
    )


def _form(row: Mapping[Any, Any]) -> ReportForm:
    form = ReportForm(
        letter=row["letter"],
        state=FormState(row["state"]),
        content=content_from(row["content"]),
        **{name: row[name] for name in _FORM},
    )
    return form if row["carried"] is None else replace(form, carried=content_from(row["carried"]))
