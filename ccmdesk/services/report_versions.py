"""The sealed versions of an Article 7 report: made, read, and followed by a correction."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from ccmdesk.domain.article7 import Report, SealedReport
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.report_completeness import Missing, missing_from
from ccmdesk.domain.typed_text import kept_line
from ccmdesk.services.acts import Acts
from ccmdesk.services.form_sets import FormSets
from ccmdesk.services.report_reading import ReportReader
from ccmdesk.services.report_sealing import ReportSealing, cleaned, frozen_data
from ccmdesk.services.states import StatesService
from ccmdesk.store import report_rows as rows
from ccmdesk.store.sealed_report_rows import (
    load_frozen,
    load_sealed_pdf,
    load_version,
    load_versions,
)

KIND = "reports"
SEAL = "Seal the report"


class ReportVersions:
    """Seal reports and open corrections; what is sealed stays as it is for good."""

    def __init__(
        self, acts: Acts, states: StatesService, form_sets: FormSets, sealing: ReportSealing
    ) -> None:
        self._acts = acts
        self._sets = form_sets
        self._sealing = sealing
        self._reader = ReportReader(states, form_sets, sealing)

    def completeness(self, report_id: int) -> list[Missing]:
        """Return what the report lacks and who holds it; nothing means it can be sealed."""
        with self._acts.reading() as connection:
            report = self._reader.report(connection, report_id)
            return [] if report.locked else self._missing(connection, report)

    def pdf(self, report_id: int) -> bytes:
        """Return the report as a PDF: marked as a draft, or once it is sealed the sealed bytes."""
        with self._acts.reading() as connection:
            report = self._reader.report(connection, report_id)
            if report.locked:
                newest = load_versions(connection, report_id)[-1]
                return load_sealed_pdf(connection, newest.id)
            return self._sealing.pdf(
                connection,
                report,
                draft=True,
                version=report.version + 1,
                dated=self._acts.clock.today(),
            )

    def seal(self, report_id: int, reason: str = "") -> SealedReport:
        """Freeze the report with its PDF; it can never be taken back. Return the version.

        Raises RefusedError telling what is missing and who holds it, or that it is sealed already.
        """
        with self._acts.act("report.seal", SEAL, KIND, final=True) as act:
            report = self._reader.report(act.connection, report_id)
            if report.locked:
                raise RefusedError(
                    f"The report is sealed already as version {report.version}; open a correction"
                    " to make the next one.",
                    "report",
                )
            if report.version:
                report = replace(report, correction=kept_line(reason) or report.correction)
            missing = self._missing(act.connection, report)
            if missing:
                raise RefusedError(_told(report, missing), "report")
            self._refuse_same(act.connection, report)
            at = self._acts.clock.now()
            sealed = self._sealing.seal(
                act.unit, report, at, self._acts.actor, self._acts.clock.today()
            )
            rows.store_head(act.unit, replace(report, correction=""), at)
            act.subject = f"report/{report_id}"
            act.detail = sealed.told()
            return load_version(act.connection, sealed.id)

    def sealed(self, report_id: int) -> list[SealedReport]:
        """Return the sealed versions of a report, the first one first."""
        with self._acts.reading() as connection:
            return load_versions(connection, report_id)

    def sealed_version(self, sealed_id: int) -> SealedReport:
        """Return one sealed version by its own id."""
        with self._acts.reading() as connection:
            return load_version(connection, sealed_id)

    def sealed_report(self, sealed_id: int) -> Report:
        """Return the report as that version froze it."""
        with self._acts.reading() as connection:
            return self._sealing.thawed(load_frozen(connection, sealed_id))

    def sealed_pdf(self, sealed_id: int) -> bytes:
        """Return the PDF of a version; raises EnvironmentFault where it was tampered with."""
        with self._acts.reading() as connection:
            return load_sealed_pdf(connection, sealed_id)

    def correct(self, report_id: int, reason: str) -> Report:
        """Open the version after a sealed one, with the reason; the sealed one stays as it is.

        Raises InputError without a reason, RefusedError where the report is not sealed.
        """
        told = kept_line(reason)
        if not told:
            raise InputError("Say why the sealed report is corrected; it stays on paper.", "reason")
        with self._acts.act("report.correct", "Open a correction of the report", KIND) as act:
            report = self._reader.report(act.connection, report_id)
            if not report.locked:
                raise RefusedError(
                    "Only a sealed report is corrected; this one can still be changed.", "report"
                )
            rows.store_head(act.unit, replace(report, correction=told), self._acts.clock.now())
            act.subject = f"report/{report_id}"
            act.detail = {"version": report.version + 1, "reason": told}
            return self._reader.report(act.connection, report_id)

    def drop_correction(self, report_id: int) -> Report:
        """Close a correction in which nothing was changed; the sealed version counts again.

        Raises RefusedError where no correction is open, or something was changed in it.
        """
        with self._acts.act("report.drop", "Drop the correction of the report", KIND) as act:
            report = self._reader.report(act.connection, report_id)
            if not (report.version and report.correction):
                raise RefusedError(
                    f"No correction of the {report.name} is open; there is nothing to drop.",
                    "report",
                )
            if not self._same(act.connection, report):
                raise RefusedError(
                    f"The correction changed the {report.name}; seal it as version"
                    f" {report.version + 1}, or put back what version {report.version} says.",
                    "report",
                )
            rows.store_head(act.unit, replace(report, correction=""), self._acts.clock.now())
            act.subject = f"report/{report_id}"
            act.detail = {"version": report.version + 1}
            return self._reader.report(act.connection, report_id)

    def _missing(self, connection: Connection, report: Report) -> list[Missing]:
        lacking = missing_from(
            report,
            self._sets.get(report.form_set),
            today=self._acts.clock.today(),
            not_before=self._reader.first_possible(connection),
        )
        places = ["", *(form.letter for form in report.forms)]
        found = [*lacking, *self._sealing.unprintable(connection, report)]
        return sorted(found, key=lambda each: places.index(each.letter))

    def _refuse_same(self, connection: Connection, report: Report) -> None:
        """Raise RefusedError where a correction says just what the version before it says."""
        if self._same(connection, report):
            raise RefusedError(
                f"Nothing was changed since version {report.version}; change what has to be"
                " corrected, or drop the correction.",
                "report",
            )

    def _same(self, connection: Connection, report: Report) -> bool:
        versions = load_versions(connection, report.id)
        if not versions:
            return False
        before = self._sealing.thawed(load_frozen(connection, versions[-1].id))
        template = self._sets.get(report.form_set)
        return frozen_data(cleaned(report), template) == frozen_data(before, template)


def _told(report: Report, missing: Sequence[Missing]) -> str:
    """Return in one sentence what a report lacks, and who holds it."""
    parts = []
    for each in missing:
        holder = f" (held by {each.holder})" if each.holder else ""
        parts.append(f"{each.what.rstrip('.')}{holder}")
    return f"The {report.name} cannot be sealed yet: {'; '.join(parts)}."
