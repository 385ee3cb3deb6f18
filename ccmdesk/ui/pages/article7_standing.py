"""How the forms of a report stand: a line for each, what differs, which report came before."""

from collections.abc import Sequence
from datetime import date

from ccmdesk.domain.article7 import FormSet, Report, ReportForm
from ccmdesk.domain.cover_page import differs
from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.domain.report_completeness import Missing
from ccmdesk.services.desk import Desk
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.article7_answer import NOT_KNOWN, Earlier
from ccmdesk.ui.pages.article7_forms import WHOLE, FormRow
from ccmdesk.ui.report_words import Standing, holder_line, standing, state_brief


def form_rows(
    report: Report, form_set: FormSet, missing: Sequence[Missing], today: date
) -> list[FormRow]:
    """Return a line for the report as a whole, and one for each form of its template."""
    waiting = {each.letter for each in missing}
    rows = [
        FormRow(
            WHOLE,
            tr("The report"),
            Standing.BEGUN if WHOLE in waiting else Standing.READY,
            tr("contact point, days, language, files"),
        )
    ]
    for spec in form_set.forms:
        form = form_of(report, spec.letter)
        stands = standing(form, spec, missing=spec.letter in waiting, today=today)
        second = state_brief(form) if stands is Standing.READY else holder_line(form)
        if not second and form.content.nil:
            second = tr("nothing to declare")
        rows.append(FormRow(spec.letter, spec.title, stands, second, differs(form)))
    return rows


def form_of(report: Report, letter: str) -> ReportForm:
    """Return a form of a report, an empty one where its template gained it since."""
    try:
        return report.form(letter)
    except KeyError:
        return ReportForm(letter)


def changed_form(before: Report, after: Report) -> str | None:
    """Return where two states of a report differ first, None where in no form."""
    for form in after.forms:
        if form != form_of(before, form.letter):
            return form.letter
    return None


def earlier_of(desk: Desk, report: Report) -> Earlier:
    """Return the report an unchanged form most likely points back to."""
    if report.initial:
        return NOT_KNOWN
    try:
        proposed = desk.reports.proposed_cover(report.id)
    except CcmDeskError:
        return NOT_KNOWN
    known = [each for each in proposed.forms if each.earlier_on is not None]
    latest = max(known, key=lambda each: (each.earlier_on, each.earlier_period), default=None)
    return NOT_KNOWN if latest is None else Earlier(latest.earlier_on, latest.earlier_period)
