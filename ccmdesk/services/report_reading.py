"""What is read of reports alike by whoever works on them: arranged, as last said, and when sent."""

from dataclasses import replace
from datetime import date
from functools import partial

from sqlalchemy import Connection

from ccmdesk.domain.article7 import INITIAL, FormSet, FormState, Report, ReportForm, report_name
from ccmdesk.domain.cover_page import CoverAnswers, answers_of
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.report_carrying import carried, is_earlier, matched_letter, source_of
from ccmdesk.domain.report_periods import first_possible_report
from ccmdesk.domain.state import State
from ccmdesk.services.form_sets import FormSets
from ccmdesk.services.profile import required_profile
from ccmdesk.services.report_sealing import ReportSealing, frozen_template
from ccmdesk.services.states import StatesService
from ccmdesk.store import report_rows as rows
from ccmdesk.store.duty_rows import load_records
from ccmdesk.store.sealed_report_rows import load_frozen, load_versions


class ReportReader:
    """Read reports inside a transaction of the caller."""

    def __init__(self, states: StatesService, form_sets: FormSets, sealing: ReportSealing) -> None:
        self._states = states
        self._sets = form_sets
        self._sealing = sealing

    def home(self, connection: Connection) -> State:
        """Return the mission's own State; raises InputError where there is no mission."""
        return self._states.within(connection, required_profile(connection).state_iso3)

    def all(self, connection: Connection) -> list[Report]:
        """Return the reports of the mission's State, the latest period first."""
        home = required_profile(connection).state_iso3
        return [self._arranged(each) for each in rows.load_reports(connection, home)]

    def report(self, connection: Connection, report_id: int) -> Report:
        """Return a report, its forms in the order of the template."""
        return self._arranged(rows.load_report(connection, report_id))

    def editable(self, connection: Connection, report_id: int) -> Report:
        """Return a report that may be changed; raises RefusedError for a sealed one."""
        report = self.report(connection, report_id)
        if report.locked:
            raise RefusedError(
                f"The report is sealed as version {report.version} and cannot be changed; open a"
                " correction, which becomes the next version.",
                "report",
            )
        return report

    def of_period(self, connection: Connection, period: str) -> Report | None:
        """Return the home State's report on a period, or None."""
        home = required_profile(connection).state_iso3
        found = rows.find_report(connection, home, period)
        return None if found is None else self._arranged(found)

    def said(self, connection: Connection, period: str) -> Report | None:
        """Return what the report on a period said last: as it was sealed, else as it stands."""
        report = self.of_period(connection, period)
        if report is None or not report.version:
            return report
        newest = load_versions(connection, report.id)[-1]
        return self._sealing.thawed(load_frozen(connection, newest.id))

    def sources(self, connection: Connection, report: Report) -> list[str]:
        """Return the periods of earlier reports, the latest first."""
        earlier = rows.load_reports(connection, report.state)
        return [each.period for each in earlier if is_earlier(each.period, report.period)]

    def sent_on(self, connection: Connection, report: Report) -> date | None:
        """Return the day a report went out, as recorded of its duty, else the day of its seal."""
        record = load_records(connection).get(report.duty_key)
        if record is not None and record.done_on is not None:
            return record.done_on
        versions = load_versions(connection, report.id)
        return versions[-1].sealed_at.astimezone().date() if versions else None

    def first_possible(self, connection: Connection) -> date:
        """Return the first day on which an earlier report can be dated."""
        return first_possible_report(self.home(connection))

    def proposed_cover(self, connection: Connection, report: Report) -> CoverAnswers:
        """Return the cover page as it stands, with the earlier dates that are known filled in."""
        answers = answers_of(report)
        periods = self.sources(connection, report)
        recorded = self._last_recorded(connection, report)
        forms = []
        for answer, form in zip(answers.forms, report.forms, strict=True):
            period = form.carried_from or (periods[0] if periods else "")
            source = self.said(connection, period) if period else None
            if answer.earlier_on is None:
                day, told = recorded
                if source is not None and _has(source, form.letter):
                    day, told = self._points_back(connection, source, form.letter)
                answer = replace(answer, earlier_on=day, earlier_period=told)
            forms.append(answer)
        return replace(answers, forms=tuple(forms))

    def _last_recorded(self, connection: Connection, report: Report) -> tuple[date | None, str]:
        """Return day and period of the last earlier report that is recorded as sent."""
        sent = {
            each.key.rpartition(":")[2]: each.done_on
            for each in load_records(connection).values()
            if each.done_on is not None and each.key.startswith(f"{report.state}:art7_")
        }
        earlier = [period for period in sent if is_earlier(period, report.period)]
        # “initial” sorts after every year, and comes before each.
        last = max(earlier, key=lambda period: (period != INITIAL, period), default="")
        return sent.get(last), last

    def _points_back(
        self, connection: Connection, source: Report, letter: str
    ) -> tuple[date | None, str]:
        form = source.form(letter)
        if form.state is FormState.UNCHANGED and form.earlier_on is not None:
            return form.earlier_on, form.earlier_period
        return self.sent_on(connection, source), source.period

    def carried_forms(
        self, connection: Connection, report: Report, from_period: str
    ) -> dict[str, ReportForm]:
        """Return by letter the forms as they are once carried over from an earlier report.

        Raises InputError where there is no such report, or it is not earlier.
        """
        source = self.said(connection, from_period)
        if source is None:
            known = ", ".join(self.sources(connection, report))
            advice = f"these are: {known}" if known else "there is none before this one"
            raise InputError(
                f"There is no {report_name(from_period)} to carry over from; {advice}.", "from"
            )
        if not is_earlier(source.period, report.period):
            raise InputError(
                f"The {source.name} is not earlier than this one; choose an earlier period.",
                "from",
            )
        template = self._sets.get(report.form_set)
        asked = self._template_of(connection, source)
        sent = self.sent_on(connection, source)
        found = {}
        for form in report.forms:
            spec = next((each for each in template.forms if each.letter == form.letter), None)
            letter = matched_letter(spec, asked) if spec else ""
            before = source_of(letter, source, partial(self._pointed_to, connection, source))
            if spec is not None and before is not None:
                found[form.letter] = carried(form, before, source.period, spec, sent)
        return found

    def _template_of(self, connection: Connection, report: Report) -> FormSet:
        """Return the template of a report; where that is gone, as it was frozen with it."""
        try:
            return self._sets.get(report.form_set)
        except InputError:
            versions = load_versions(connection, report.id)
            if not versions:
                raise
            return frozen_template(load_frozen(connection, versions[-1].id))

    def _pointed_to(
        self, connection: Connection, report: Report, form: ReportForm
    ) -> Report | None:
        """Return the one before a report that an unchanged form points to, by period or day."""
        if form.earlier_period:
            return self.said(connection, form.earlier_period)
        for period in self.sources(connection, report):
            earlier = self.said(connection, period)
            if earlier is not None and form.earlier_on == self.sent_on(connection, earlier):
                return earlier
        return None

    def _arranged(self, report: Report) -> Report:
        """Put the forms into the order of the template, with what it has gained since."""
        try:
            template = self._sets.get(report.form_set)
        except InputError:
            # The mission took its template away; what was written stays readable.
            return report
        kept = {form.letter: form for form in report.forms}
        ordered = [kept.pop(spec.letter, ReportForm(spec.letter)) for spec in template.forms]
        return replace(report, forms=(*ordered, *kept.values()))


def _has(report: Report, letter: str) -> bool:
    return any(form.letter == letter for form in report.forms)
