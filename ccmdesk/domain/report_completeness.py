"""What a report still lacks before it can be sealed, and who holds it."""

from dataclasses import dataclass
from datetime import date

from ccmdesk.domain.article7 import (
    FormSet,
    FormSpec,
    FormState,
    Report,
    ReportForm,
    report_name,
)
from ccmdesk.domain.cover_page import answers_of, check_cover, untouched
from ccmdesk.domain.dates import long_date


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing a report lacks.

    `letter` is the form, "" the report as a whole; `what` says in a sentence what is wanted;
    `holder` is the ministry or office that holds it, "" where nobody is named.
    """

    letter: str
    what: str
    holder: str = ""


def missing_from(
    report: Report, form_set: FormSet, *, today: date, not_before: date
) -> list[Missing]:
    """Return what the report lacks, the report as a whole first, then form by form.

    A form that declares nothing is complete, and so is a voluntary one that is empty. `not_before`
    is the first day on which an earlier report can be dated.
    """
    found = [Missing("", what) for what in _of_the_whole(report, today)]
    holders = {form.letter: form.owner for form in report.forms}
    faults = (
        check_cover(report, form_set, answers_of(report), today=today, not_before=not_before)
        if report.covered
        else ()
    )
    found += [Missing("", fault.message) for fault in faults if not fault.letter]
    for spec in form_set.forms:
        form = _form(report, spec)
        wrong = [fault.message for fault in faults if fault.letter == spec.letter]
        wrong += _of_the_form(report, spec, form)
        found += [Missing(spec.letter, what, holders.get(spec.letter, "")) for what in wrong]
    found += [
        Missing(
            form.letter,
            f"Form {form.letter} says something, but the template no longer has it; put the"
            " template back, or carry the text into another form.",
            form.owner,
        )
        for form in report.forms
        if form.content and form.letter not in {spec.letter for spec in form_set.forms}
    ]
    return found


def _of_the_whole(report: Report, today: date) -> list[str]:
    found = []
    if report.initial and report.last > today:
        found.append(
            f"The initial report covers days up to {long_date(report.last)}, which are still to"
            " come; let it end today or earlier."
        )
    elif not report.initial and report.last >= today:
        found.append(
            f"The report covers {report.period} up to {long_date(report.last)}, which is not over "
            "yet; it is sealed from the day after."
        )
    if not report.contact.strip():
        found.append("Name the national points of contact (Article 7(1)(l)).")
    return found


def _of_the_form(report: Report, spec: FormSpec, form: ReportForm) -> list[str]:
    found = []
    name = f"Form {spec.letter}"
    if _has_to_say_something(report, spec, form) and not form.content:
        found.append(
            f"{name} says nothing yet{_whereabouts(form)}; give the facts or declare that there is "
            "nothing to report."
        )
    if _undecided(report, form):
        told = report_name(form.carried_from)
        found.append(f"{name} still says what it said in the {told}; mark whether that changed.")
    if _says_the_same(report, form):
        told = report_name(form.carried_from)
        found.append(
            f"{name} is marked as changed, but still says what it said in the {told}; write what"
            " changed, or mark it as unchanged."
        )
    if form.content.nil and form.content.rows:
        found.append(f"{name} declares that there is nothing, but has rows; keep one of the two.")
    return found


def _has_to_say_something(report: Report, spec: FormSpec, form: ReportForm) -> bool:
    if form.state is FormState.CHANGED:
        return True
    # On a cover page that is in use the missing answer is told instead.
    return form.state is FormState.OPEN and not spec.voluntary and not report.covered


def _undecided(report: Report, form: ReportForm) -> bool:
    """Tell whether a form says just what was carried over, and nobody decided that it holds."""
    open_yet = form.state is FormState.OPEN and not report.covered
    return open_yet and bool(form.content) and untouched(form)


def _says_the_same(report: Report, form: ReportForm) -> bool:
    """Tell whether a changed form says just what was carried over, and no file tells more."""
    attached = any(file.letter == form.letter for file in report.files)
    return (
        form.state is FormState.CHANGED and bool(form.content) and untouched(form) and not attached
    )


def _whereabouts(form: ReportForm) -> str:
    told = [
        f"{word} {long_date(day)}"
        for word, day in (
            ("asked for on", form.asked_on),
            ("promised for", form.promised_for),
            ("received on", form.received_on),
        )
        if day is not None
    ]
    return f" ({', '.join(told)})" if told else ""


def _form(report: Report, spec: FormSpec) -> ReportForm:
    try:
        return report.form(spec.letter)
    except KeyError:
        return ReportForm(spec.letter)
