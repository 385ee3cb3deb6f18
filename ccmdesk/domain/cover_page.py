"""The cover page of an annual report: what changed in each form, and the rules of its use."""

import re
from dataclasses import dataclass, replace
from datetime import date

from ccmdesk.domain.article7 import (
    INITIAL,
    FormContent,
    FormSet,
    FormSpec,
    FormState,
    Report,
    ReportForm,
    report_name,
)
from ccmdesk.domain.dates import long_date

_YEAR = r"[12]\d{3}"


@dataclass(frozen=True, slots=True)
class CoverAnswer:
    """What is ticked for one form.

    An unchanged form names with `earlier_on` the date of the form that still holds; with
    `earlier_period` the year that one covered, "initial" or "" where that is not known.
    """

    letter: str
    state: FormState = FormState.OPEN
    earlier_on: date | None = None
    earlier_period: str = ""


@dataclass(frozen=True, slots=True)
class CoverAnswers:
    """A cover page: one answer to a form, and whether the page stands in place of the forms."""

    forms: tuple[CoverAnswer, ...] = ()
    cover_only: bool = False

    def answer(self, letter: str) -> CoverAnswer:
        """Return the answer to a form, open where none was given."""
        for each in self.forms:
            if each.letter == letter:
                return each
        return CoverAnswer(letter)


@dataclass(frozen=True, slots=True)
class CoverFault:
    """A rule of the cover page that an answer breaks.

    `letter` is the form, "" the page as a whole; `field` is state, earlier_on, earlier_period or
    cover_only.
    """

    letter: str
    field: str
    message: str


def check_cover(
    report: Report, form_set: FormSet, answers: CoverAnswers, *, today: date, not_before: date
) -> tuple[CoverFault, ...]:
    """Return every rule that the answers break, form by form; none means the page may be used.

    The rules are those of the reporting template (CCM/MSP/2010/PM/10): never for an initial
    report; Form A always applies; an unchanged form names the date of the earlier one; the page
    stands in place of the forms only where nothing at all changed. `not_before` is the first day
    on which an earlier report can be dated.
    """
    if report.initial:
        return (
            CoverFault(
                "",
                "period",
                "The cover page is for annual reports only; the initial report gives every form"
                " in full.",
            ),
        )
    known = {spec.letter for spec in form_set.forms}
    given = [answer.letter for answer in answers.forms]
    found = [
        CoverFault("", "state", f"The template has no Form {letter}; leave it out.")
        for letter in dict.fromkeys(given)
        if letter not in known
    ]
    found += [
        CoverFault(letter, "state", f"Form {letter} is answered twice; keep one answer.")
        for letter in dict.fromkeys(given)
        if given.count(letter) > 1
    ]
    for spec in form_set.forms:
        form = _form(report, spec.letter)
        answer = answers.answer(spec.letter)
        found += _of_form(report, spec, form, answer, today, not_before)
        if answers.cover_only:
            found += _in_place_of(spec, form, answer)
    return tuple(found)


def answers_of(report: Report) -> CoverAnswers:
    """Return the cover page as the report holds it."""
    return CoverAnswers(
        tuple(
            CoverAnswer(form.letter, form.state, form.earlier_on, form.earlier_period)
            for form in report.forms
        ),
        report.cover_only,
    )


def with_cover(report: Report, answers: CoverAnswers) -> Report:
    """Return the report with the answers; they have to be checked before.

    What was carried over and not touched leaves a form that does not apply, and comes back to one
    that is unchanged; a form that is not unchanged points back to none.
    """
    return replace(
        report,
        forms=tuple(_with_answer(form, answers.answer(form.letter)) for form in report.forms),
        cover_only=answers.cover_only,
    )


def differs(form: ReportForm) -> bool:
    """Tell whether a form says something else than what was carried over."""
    return form.carried is not None and form.content.cleaned() != form.carried.cleaned()


def untouched(form: ReportForm) -> bool:
    """Tell whether a form says just what was carried over."""
    return form.carried is not None and not differs(form)


def _with_answer(form: ReportForm, answer: CoverAnswer) -> ReportForm:
    back = answer.state is FormState.UNCHANGED
    content = form.content
    if answer.state is FormState.NOT_APPLICABLE and untouched(form):
        content = FormContent()
    elif back and not content and form.carried is not None:
        content = form.carried
    return replace(
        form,
        state=answer.state,
        content=content,
        earlier_on=answer.earlier_on if back else None,
        earlier_period=answer.earlier_period.strip() if back else "",
    )


def _tells(content: FormContent) -> bool:
    """Tell whether a form gives facts, and not only that there are none."""
    return bool(content.text.strip() or content.rows)


def _of_form(
    report: Report,
    spec: FormSpec,
    form: ReportForm,
    answer: CoverAnswer,
    today: date,
    not_before: date,
) -> list[CoverFault]:
    name = f"Form {spec.letter}"
    found = []

    def wrong(field: str, message: str) -> None:
        found.append(CoverFault(spec.letter, field, message))

    match answer.state:
        case FormState.OPEN if form.content:
            wrong("state", f"{name} says something and is not answered; mark whether it changed.")
        case FormState.OPEN if not spec.voluntary:
            wrong("state", f"{name} is not answered; mark whether it changed.")
        case FormState.NOT_APPLICABLE if not spec.not_applicable_allowed:
            wrong(
                "state",
                f"{name} applies to every State Party; mark it as changed or as unchanged.",
            )
        case FormState.NOT_APPLICABLE if _tells(form.content) and not untouched(form):
            wrong(
                "state",
                f"{name} says something and can thus not be marked as not applicable; mark it as"
                " changed, or clear it.",
            )
        case FormState.UNCHANGED:
            if form.content and differs(form):
                wrong(
                    "state",
                    f"{name} no longer says what was carried over; mark it as changed, or put the"
                    " earlier text back.",
                )
            found += _earlier(report, spec, answer, today, not_before)
    return found


def _earlier(
    report: Report, spec: FormSpec, answer: CoverAnswer, today: date, not_before: date
) -> list[CoverFault]:
    name = f"Form {spec.letter}"
    day, period = answer.earlier_on, answer.earlier_period.strip()
    if day is None:
        return [
            CoverFault(
                spec.letter,
                "earlier_on",
                f"{name} is marked as unchanged; give the date of the earlier form.",
            )
        ]
    if day > today:
        return [
            CoverFault(
                spec.letter,
                "earlier_on",
                f"The earlier {name} cannot be dated {long_date(day)}, which is still to come;"
                " give the date of the earlier report.",
            )
        ]
    if day < not_before:
        return [
            CoverFault(
                spec.letter,
                "earlier_on",
                f"The earlier {name} cannot be dated {long_date(day)}: the State joined the"
                f" Convention on {long_date(not_before)}; give the date of the earlier report.",
            )
        ]
    if not period or period == INITIAL:
        return []
    if not re.fullmatch(_YEAR, period):
        return [
            CoverFault(
                spec.letter,
                "earlier_period",
                f"“{period}” is not a year that a report covered; write it as 2024, or “initial”.",
            )
        ]
    if period >= report.period:
        return [
            CoverFault(
                spec.letter,
                "earlier_period",
                f"The earlier {name} has to be of a report before the one on {report.period}, not"
                f" on {period}.",
            )
        ]
    if day.year <= int(period):
        return [
            CoverFault(
                spec.letter,
                "earlier_on",
                f"A report on {period} cannot be dated {long_date(day)}, before its year was over;"
                " correct the date or the year.",
            )
        ]
    return []


def _in_place_of(spec: FormSpec, form: ReportForm, answer: CoverAnswer) -> list[CoverFault]:
    name = f"Form {spec.letter}"
    if answer.state is FormState.CHANGED:
        return [
            CoverFault(
                spec.letter,
                "cover_only",
                f"{name} changed, so the cover page cannot stand in place of the forms; leave that"
                " out, and the forms go with it.",
            )
        ]
    before = form.carried
    if answer.state is FormState.NOT_APPLICABLE and before is not None and _tells(before):
        return [
            CoverFault(
                spec.letter,
                "cover_only",
                f"{name} gave facts in the {report_name(form.carried_from)} and no longer applies,"
                " which is a change; the cover page cannot stand in place of the forms; leave"
                " that out, and the forms go with it.",
            )
        ]
    return []


def _form(report: Report, letter: str) -> ReportForm:
    try:
        return report.form(letter)
    except KeyError:
        return ReportForm(letter)
