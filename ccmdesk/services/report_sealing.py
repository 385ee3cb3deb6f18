"""Prints reports, freezes them at their sealing, and reads a frozen one back."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from ccmdesk.domain.article7 import FormFile, FormSet, FormSpec, FormState, Report, ReportForm
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.report_completeness import Missing
from ccmdesk.services.form_sets import FormSets
from ccmdesk.services.note_composing import canonical
from ccmdesk.services.own_fonts import OwnFonts
from ccmdesk.services.profile import required_profile
from ccmdesk.services.report_papers import report_pdf
from ccmdesk.services.report_printing import unprintable
from ccmdesk.store.report_rows import content_from, form_values, load_data
from ccmdesk.store.sealed_report_rows import add_sealed
from ccmdesk.store.tables import written_instant
from ccmdesk.store.unit_of_work import UnitOfWork

_DAYS = ("asked_on", "promised_for", "received_on", "earlier_on")
_FORM = ("letter", "owner", "earlier_period", "carried_from")
_HEAD = ("state", "period", "form_set", "language", "contact", "cover_only")


class ReportSealing:
    """Make the paper of a report, and its seal, inside a transaction of the caller."""

    def __init__(self, form_sets: FormSets, fonts: OwnFonts) -> None:
        self._sets = form_sets
        self._fonts = fonts

    def pdf(
        self,
        connection: Connection,
        report: Report,
        *,
        draft: bool,
        version: int,
        dated: date,
        form_set: FormSet | None = None,
    ) -> bytes:
        """Return a report as a PDF; raises InputError where the mission lacks a name for it."""
        profile = required_profile(connection)
        digests = [file.sha256 for file in report.files]
        return report_pdf(
            report,
            draft=draft,
            form_set=form_set or self._sets.get(report.form_set),
            names=profile.names_in(report.language),
            dated=dated,
            version=version,
            files=load_data(connection, digests) if digests else {},
            layout=profile.layout,
            fonts=self._fonts.files(),
        )

    def unprintable(self, connection: Connection, report: Report) -> list[Missing]:
        """Return what keeps a report from being printed: a name not given, a letter in no font."""
        found = unprintable(report, self._fonts.files())
        try:
            required_profile(connection).names_in(report.language)
        except InputError as lacking:
            found.insert(0, Missing("", lacking.message))
        return found

    def seal(
        self, unit: UnitOfWork, report: Report, at: datetime, by: str, today: date
    ) -> "Sealed":
        """Store the next version of a report with text and PDF; a correction tells its reason."""
        version = report.version + 1
        form_set = self._sets.get(report.form_set)
        clean = cleaned(report)
        pdf = self.pdf(
            unit.connection, clean, draft=False, version=version, dated=today, form_set=form_set
        )
        line: dict[str, Any] = {
            "report_id": report.id,
            "state": report.state,
            "period": report.period,
            "version": version,
            "sealed_by": by,
            "reason": report.correction,
            "pdf_sha256": hashlib.sha256(pdf).hexdigest(),
        }
        told = {**line, "sealed_at": written_instant(at)}
        frozen = canonical({**frozen_data(clean, form_set), "seal": told})
        digest = hashlib.sha256(frozen.encode("utf-8")).hexdigest()
        sealed_id = add_sealed(
            unit, {**line, "sealed_at": at, "frozen": frozen, "frozen_sha256": digest, "pdf": pdf}
        )
        return Sealed(sealed_id, version, line["pdf_sha256"], digest)

    def thawed(self, frozen: str) -> Report:
        """Return a report from its frozen text."""
        data = json.loads(frozen)
        seal = data["seal"]
        return Report(
            **{name: data[name] for name in _HEAD},
            first=date.fromisoformat(data["first"]),
            last=date.fromisoformat(data["last"]),
            version=seal["version"],
            forms=tuple(_form(each) for each in data["forms"]),
            files=tuple(FormFile(**each) for each in data["files"]),
            id=seal["report_id"],
        )


def frozen_template(frozen: str) -> FormSet:
    """Return what a frozen text says of its template: its forms by letter, title and provisions."""
    told = json.loads(frozen)["template"]
    forms = tuple(FormSpec(each["letter"], each["title"], each["items"]) for each in told["forms"])
    as_of = date.fromisoformat(told["as_of"])
    return FormSet(told["id"], told["title"], told["source"], as_of, forms)


@dataclass(frozen=True, slots=True)
class Sealed:
    """What the record of events has to say of a sealed version."""

    id: int
    version: int
    pdf_sha256: str
    frozen_sha256: str

    def told(self) -> dict[str, object]:
        """Return the detail of the event."""
        return {
            "sealed": self.id,
            "version": self.version,
            "pdf_sha256": self.pdf_sha256,
            "frozen_sha256": self.frozen_sha256,
        }


def cleaned(report: Report) -> Report:
    """Return the report as it is printed and frozen: without blank rows and stray blanks."""
    return replace(
        report,
        contact=report.contact.strip(),
        forms=tuple(replace(form, content=form.content.cleaned()) for form in report.forms),
    )


def frozen_data(report: Report, form_set: FormSet) -> dict[str, Any]:
    """Return the report with its template as plain data; what a file says is in its SHA-256."""
    return {
        **{name: getattr(report, name) for name in _HEAD},
        "first": report.first.isoformat(),
        "last": report.last.isoformat(),
        "forms": [_form_data(form) for form in report.forms],
        "files": [asdict(file) for file in report.files],
        "template": {
            **asdict(form_set),
            "as_of": form_set.as_of.isoformat(),
        },
    }


def _form_data(form: ReportForm) -> dict[str, Any]:
    values = form_values(form)
    return values | {name: _written(values[name]) for name in _DAYS}


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _form(data: dict[str, Any]) -> ReportForm:
    values: dict[str, Any] = {name: data[name] for name in _FORM}
    values |= {name: date.fromisoformat(data[name]) if data[name] else None for name in _DAYS}
    return ReportForm(
        **values,
        state=FormState(data["state"]),
        content=content_from(data["content"]),
        carried=None if data["carried"] is None else content_from(data["carried"]),
    )
