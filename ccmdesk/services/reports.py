"""The Article 7 reports: begun, written form by form, carried over, sealed, and corrected."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from ccmdesk.domain.article7 import FormFile, FormSet, Report, ReportForm, report_name
from ccmdesk.domain.cover_page import CoverAnswers, CoverFault, check_cover, with_cover
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.note_life import MOST_PROOF_BYTES, Proof
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.domain.report_carrying import may_be_carried
from ccmdesk.domain.report_changes import FormChanges, changes_between
from ccmdesk.domain.report_form_checks import checked_form
from ccmdesk.domain.report_periods import check_days, days_covered, read_period
from ccmdesk.domain.typed_text import kept_line, kept_text
from ccmdesk.services.form_sets import NEWEST
from ccmdesk.services.profile import required_profile
from ccmdesk.services.report_versions import KIND, ReportVersions
from ccmdesk.store import report_rows as rows

__all__ = ["KIND", "ReportsService", "checked_file", "refuse_taken"]


class ReportsService(ReportVersions):
    """Keep one report to a period; every method that takes an id raises InputError for none."""

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
        with self._acts.reading() as connection:
            return self._reader.all(connection)

    def get(self, report_id: int) -> Report:
        """Return a report as it stands in work."""
        with self._acts.reading() as connection:
            return self._reader.report(connection, report_id)

    def of_duty(self, key: str) -> Report | None:
        """Return the report that meets a duty, or None where none was begun."""
        with self._acts.reading() as connection:
            report = self._reader.of_period(connection, key.rpartition(":")[2])
        return report if report is not None and report.duty_key == key else None

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
        period = read_period(period)
        with self._acts.act("report.begin", "Begin the report", KIND) as act:
            profile = required_profile(act.connection)
            home = self._reader.home(act.connection)
            first, last = days_covered(
                home,
                period,
                first_annual_year=profile.first_annual_year,
                today=self._acts.clock.today(),
            )
            if self._reader.of_period(act.connection, period) is not None:
                raise RefusedError(
                    f"The {report_name(period)} was begun already; go on with that one.", "period"
                )
            before = self._reader.all(act.connection)
            template = self._sets.get(form_set or (before[0].form_set if before else NEWEST))
            report = Report(
                state=home.iso3,
                period=period,
                form_set=template.id,
                language=_language(language or profile.language),
                first=first,
                last=last,
                contact=before[0].contact if before else "",
                forms=tuple(ReportForm(spec.letter) for spec in template.forms),
            )
            if carry_from is not None:
                forms = self._reader.carried_forms(act.connection, report, read_period(carry_from))
                report = _with_forms(report, forms)
            report_id = rows.add_report(act.unit, report, self._acts.clock.now())
            act.subject = f"report/{report_id}"
            act.detail = {"period": period, "form_set": template.id}
            return self._reader.report(act.connection, report_id)

    def save_head(self, report: Report, turn: int = 0) -> Report:
        """Keep language, days covered and points of contact; one `turn` is one step of undo.

        Nothing else of `report` is looked at. Raises InputError for days that do not cover the
        period, RefusedError once the report is sealed.
        """
        at = self._acts.clock.now()
        with self._acts.keystroke("Edit the report", f"report/{report.id}/{turn}", KIND) as unit:
            stored = self._reader.editable(unit.connection, report.id)
            changed = replace(
                stored,
                language=_language(report.language),
                first=report.first,
                last=report.last,
                contact=kept_text(report.contact),
            )
            check_days(changed, self._reader.home(unit.connection))
            rows.store_head(unit, changed, at)
        return changed

    def save_form(self, report_id: int, form: ReportForm, turn: int = 0) -> ReportForm:
        """Keep every keystroke of a form; those of one `turn` are one step of undo.

        What was carried over stays as it is. Raises InputError (state, asked_on, promised_for,
        received_on, earlier_on, tables) for what no form can hold, RefusedError once sealed.
        """
        with self._acts.keystroke("Edit the report", f"report/{report_id}/{turn}", KIND) as unit:
            report = self._reader.editable(unit.connection, report_id)
            stored = self._form(report, form.letter)
            spec = next(
                (
                    each
                    for each in self._sets.get(report.form_set).forms
                    if each.letter == form.letter
                ),
                None,
            )
            if spec is None:
                raise RefusedError(
                    f"The template no longer has Form {form.letter}; it can only be read.", "form"
                )
            checked = replace(
                checked_form(report, spec, form, self._acts.clock.today()),
                carried=stored.carried,
                carried_from=stored.carried_from,
            )
            rows.store_form(unit, report_id, checked)
        return checked

    def sources(self, report_id: int) -> list[str]:
        """Return the earlier periods from which content can be carried over, latest first."""
        with self._acts.reading() as connection:
            return self._reader.sources(connection, self._reader.report(connection, report_id))

    def carry(
        self, report_id: int, from_period: str, letters: Sequence[str] | None = None
    ) -> Report:
        """Carry the content of forms over from an earlier report, as one step of undo.

        Without `letters` the forms that say nothing of their own yet. A form that was unchanged
        then brings what it pointed back to. Raises InputError where there is no such report or it
        is not earlier.
        """
        with self._acts.act("report.carry", "Carry the earlier report over", KIND) as act:
            report = self._reader.editable(act.connection, report_id)
            forms = self._reader.carried_forms(act.connection, report, read_period(from_period))
            wanted = [
                self._form(report, letter).letter
                for letter in (letters if letters is not None else _free(report))
            ]
            for letter in wanted:
                if letter in forms:
                    rows.store_form(act.unit, report_id, forms[letter])
            act.subject = f"report/{report_id}"
            act.detail = {"from": from_period, "forms": "".join(wanted)}
            return self._reader.report(act.connection, report_id)

    def changes(self, report_id: int) -> Mapping[str, FormChanges]:
        """Return by letter how each carried form differs from what was carried over."""
        report = self.get(report_id)
        return {
            form.letter: changes_between(form.carried, form.content)
            for form in report.forms
            if form.carried is not None
        }

    def add_file(self, report_id: int, letter: str, name: str, data: bytes) -> FormFile:
        """Keep a file with a form ("" is the report as a whole), and return it."""
        file = checked_file(name, data)
        with self._acts.act("report.add_file", "Add a file to the report", KIND) as act:
            report = self._reader.editable(act.connection, report_id)
            if letter:
                self._form(report, letter)
            refuse_taken(file.name, [each.name for each in report.files])
            file_id = rows.add_file(act.unit, report_id, letter, file)
            act.subject = f"report/{report_id}"
            act.detail = {"file": file.name, "form": letter}
            files = self._reader.report(act.connection, report_id).files
        return next(each for each in files if each.id == file_id)

    def remove_file(self, file_id: int) -> None:
        """Take a file out of its report, until undo puts it back."""
        with self._acts.act("report.remove_file", "Take a file out of the report", KIND) as act:
            report_id = rows.report_of_file(act.connection, file_id)
            self._reader.editable(act.connection, report_id)
            act.subject = f"report/{report_id}"
            rows.drop_file(act.unit, file_id)

    def file(self, file_id: int) -> Proof:
        """Return a file with its name."""
        with self._acts.reading() as connection:
            return rows.load_file(connection, file_id)

    def proposed_cover(self, report_id: int) -> CoverAnswers:
        """Return the cover page as it stands, with the earlier dates that are known filled in."""
        with self._acts.reading() as connection:
            report = self._reader.report(connection, report_id)
            return self._reader.proposed_cover(connection, report)

    def check_cover(self, report_id: int, answers: CoverAnswers) -> list[CoverFault]:
        """Return every rule of the cover page that the answers break."""
        with self._acts.reading() as connection:
            return self._faults(connection, self._reader.report(connection, report_id), answers)

    def apply_cover(self, report_id: int, answers: CoverAnswers) -> Report:
        """Put the answers on the report as one step of undo, and return it.

        Raises RefusedError telling every rule that they break; nothing is changed then.
        """
        with self._acts.act("report.cover", "Answer the cover page", KIND) as act:
            report = self._reader.editable(act.connection, report_id)
            faults = self._faults(act.connection, report, answers)
            if faults:
                raise RefusedError(_told_faults(faults), faults[0].field)
            answered = with_cover(report, answers)
            for form in answered.forms:
                rows.store_form(act.unit, report_id, form)
            rows.store_head(act.unit, answered, self._acts.clock.now())
            act.subject = f"report/{report_id}"
        return answered

    def remove(self, report_id: int) -> None:
        """Put a report into the bin, until undo takes it back; never one that was sealed."""
        with self._acts.act("report.remove", "Remove the report", KIND) as act:
            report = self._reader.report(act.connection, report_id)
            if report.version:
                raise RefusedError(
                    "A report that was sealed stays in the register; it cannot be removed.",
                    "report",
                )
            act.subject = f"report/{report_id}"
            rows.bin_report(act.unit, report_id, self._acts.clock.now())

    def _faults(
        self, connection: Connection, report: Report, answers: CoverAnswers
    ) -> list[CoverFault]:
        return list(
            check_cover(
                report,
                self._sets.get(report.form_set),
                answers,
                today=self._acts.clock.today(),
                not_before=self._reader.first_possible(connection),
            )
        )

    @staticmethod
    def _form(report: Report, letter: str) -> ReportForm:
        try:
            return report.form(letter)
        except KeyError:
            known = ", ".join(form.letter for form in report.forms)
            raise InputError(
                f"The report has no Form {letter}; its forms are {known}.", "form"
            ) from None


def checked_file(name: str, data: bytes) -> Proof:
    """Return a file as it is kept; raises InputError (file) for one that is empty or too large."""
    file = Proof(_file_name(name), data)
    if not data:
        raise InputError(f"The file “{file.name}” is empty; choose another one.", "file")
    if len(data) > MOST_PROOF_BYTES:
        raise InputError(
            f"The file “{file.name}” is larger than 25 MB; choose a smaller one.", "file"
        )
    return file


def refuse_taken(name: str, names: Iterable[str]) -> None:
    """Raise InputError (file) where a file of that name is there already, however it is spelt."""
    if any(each.casefold() == name.casefold() for each in names):
        raise InputError(
            f"The report has a file “{name}” already; give this one another name.", "file"
        )


def _with_forms(report: Report, forms: Mapping[str, ReportForm]) -> Report:
    return replace(report, forms=tuple(forms.get(form.letter, form) for form in report.forms))


def _free(report: Report) -> list[str]:
    return [form.letter for form in report.forms if may_be_carried(form)]


def _language(code: str) -> str:
    if code not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise InputError(f"A report is written in one of {known}, not in “{code}”.", "language")
    return code


def _file_name(name: str) -> str:
    plain = kept_line(name.replace("\\", "/").rpartition("/")[2])
    if not plain:
        raise InputError("The file has no name; give it one.", "file")
    return plain


def _told_faults(faults: Sequence[CoverFault]) -> str:
    """Return every broken rule, once where several forms break it alike."""
    alike: dict[str, list[CoverFault]] = {}
    for fault in faults:
        alike.setdefault(fault.message.replace(f"Form {fault.letter}", "Form"), []).append(fault)
    parts = []
    for first, *others in alike.values():
        letters = ", ".join(f"Form {fault.letter}" for fault in others)
        parts.append(first.message + (f" The same is true of {letters}." if letters else ""))
    return " ".join(parts)
