"""The Article 7 reports: begun, written form by form, carried over, sealed, and corrected."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from ccmdesk.domain import treaty
from ccmdesk.domain.article7 import (
    INITIAL,
    FormFile,
    FormSet,
    Report,
    ReportForm,
    SealedReport,
)
from ccmdesk.domain.cover_page import CoverAnswers, CoverFault, check_cover, with_cover
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.note_life import Proof
from ccmdesk.domain.obligations import in_force_from
from ccmdesk.domain.report_changes import FormChanges, changes_between
from ccmdesk.domain.report_completeness import Missing, missing_from
from ccmdesk.domain.state import State
from ccmdesk.services.acts import Acts
from ccmdesk.services.form_sets import NEWEST, FormSets
from ccmdesk.services.profile import required_profile
from ccmdesk.services.report_sealing import ReportSealing
from ccmdesk.services.states import StatesService
from ccmdesk.store import report_rows as rows
from ccmdesk.store.duty_rows import load_records
from ccmdesk.store.sealed_report_rows import (
    load_sealed_pdf,
    load_version,
    load_versions,
)

KIND = "reports"


class ReportsService:
    """Keep one report to a period; every method that takes an id raises InputError for none."""

    def __init__(
        self, acts: Acts, states: StatesService, form_sets: FormSets, sealing: ReportSealing
    ) -> None:
        self._acts = acts
        self._states = states
        self._sets = form_sets
        self._sealing = sealing

    def form_sets(self) -> list[FormSet]:
        """Return the reporting templates, the shipped ones first."""
        return self._sets.all()

    def form_set_faults(self) -> list[str]:
        """Return a sentence for each template of the mission's own that cannot be used."""
        return self._sets.faults()

    def form_set(self, id: str) -> FormSet:
        """Return one template; raises InputError where there is none of that id."""
        return self._sets.get(id)

    def all(self) -> list[Report]:
        """Return the reports of the mission's State, the latest period first."""
        raise NotImplementedError

    def get(self, report_id: int) -> Report:
        """Return a report as it stands in work."""
        raise NotImplementedError

    def of_duty(self, key: str) -> Report | None:
        """Return the report that meets a duty, or None where none was begun."""
        raise NotImplementedError

    def begin(
        self,
        period: str,
        form_set: str = "",
        language: str = "",
        carry_from: str | None = None,
    ) -> Report:
        """Begin the report on a period, a calendar year or "initial", and return it.

        Without `form_set` the template of the latest report, without `language` the mission's;
        with `carry_from` every form is carried over from the report on that period. Raises
        InputError where the State owes no such report, or the year has not begun; RefusedError
        where the report was begun already.
        """
        raise NotImplementedError

    def save_head(self, report: Report, turn: int = 0) -> Report:
        """Keep language, days covered and points of contact; one `turn` is one step of undo.

        Nothing else of `report` is looked at. Raises InputError for days that do not cover the
        period, RefusedError once the report is sealed.
        """
        raise NotImplementedError

    def save_form(self, report_id: int, form: ReportForm, turn: int = 0) -> ReportForm:
        """Keep every keystroke of a form; those of one `turn` are one step of undo.

        What was carried over stays as it is. Raises InputError (state, asked_on, promised_for,
        received_on, earlier_on, tables) for what no form can hold, RefusedError once sealed.
        """
        raise NotImplementedError

    def sources(self, report_id: int) -> list[str]:
        """Return the earlier periods from which content can be carried over, latest first."""
        raise NotImplementedError

    def carry(
        self, report_id: int, from_period: str, letters: Sequence[str] | None = None
    ) -> Report:
        """Carry the content of forms over from an earlier report, as one step of undo.

        Without `letters` the forms that say nothing of their own yet. A form that was unchanged
        then brings what it pointed back to. Raises InputError where there is no such report or it
        is not earlier.
        """
        raise NotImplementedError

    def changes(self, report_id: int) -> Mapping[str, FormChanges]:
        """Return by letter how each carried form differs from what was carried over."""
        raise NotImplementedError

    def add_file(self, report_id: int, letter: str, name: str, data: bytes) -> FormFile:
        """Keep a file with a form ("" is the report as a whole), and return it."""
        raise NotImplementedError

    def remove_file(self, file_id: int) -> None:
        """Take a file out of its report, until undo puts it back."""
        raise NotImplementedError

    def file(self, file_id: int) -> Proof:
        """Return a file with its name."""
        raise NotImplementedError

    def completeness(self, report_id: int) -> list[Missing]:
        """Return what the report lacks and who holds it; nothing means it can be sealed."""
        raise NotImplementedError

    def proposed_cover(self, report_id: int) -> CoverAnswers:
        """Return the cover page as it stands, with the earlier dates that are known filled in."""
        raise NotImplementedError

    def check_cover(self, report_id: int, answers: CoverAnswers) -> list[CoverFault]:
        """Return every rule of the cover page that the answers break."""
        raise NotImplementedError

    def apply_cover(self, report_id: int, answers: CoverAnswers) -> Report:
        """Put the answers on the report as one step of undo, and return it.

        Raises RefusedError telling every rule that they break; nothing is changed then.
        """
        raise NotImplementedError

    def pdf(self, report_id: int) -> bytes:
        """Return the report as a PDF: marked as a draft, or once it is sealed the sealed bytes."""
        raise NotImplementedError

    def seal(self, report_id: int, reason: str = "") -> SealedReport:
        """Freeze the report with its PDF; it can never be taken back. Return the version.

        Raises RefusedError telling what is missing and who holds it, or that it is sealed already.
        """
        raise NotImplementedError

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
        raise NotImplementedError

    def sealed_pdf(self, sealed_id: int) -> bytes:
        """Return the PDF of a sealed version; raises EnvironmentFault where it was tampered with."""
        with self._acts.reading() as connection:
            return load_sealed_pdf(connection, sealed_id)

    def correct(self, report_id: int, reason: str) -> Report:
        """Open the version after a sealed one, with the reason; the sealed one stays as it is.

        Raises InputError without a reason, RefusedError where the report is not sealed.
        """
        raise NotImplementedError

    def remove(self, report_id: int) -> None:
        """Put a report into the bin, until undo takes it back; never one that was sealed."""
        raise NotImplementedError
