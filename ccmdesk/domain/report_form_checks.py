"""What no form of a report can hold, however it is typed."""

from dataclasses import replace
from datetime import date

from ccmdesk.domain.article7 import FormSpec, FormState, Report, ReportForm
from ccmdesk.domain.dates import long_date
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.typed_text import kept_text

_MOST_LETTERS = 500_000
_ANSWERS = (("promised_for", "promised for"), ("received_on", "received on"))
_PAST = ("asked_on", "received_on", "earlier_on")


def checked_form(report: Report, spec: FormSpec, form: ReportForm, today: date) -> ReportForm:
    """Return the form as it is stored; its rows are as wide as their table.

    Control characters, which nobody types and no paper shows, are dropped.

    Raises InputError naming state, asked_on, promised_for, received_on, earlier_on, text or tables,
    and RefusedError where the template forbids the state.
    """
    _check_state(report, spec, form)
    _check_days(spec, form, today)
    _check_length(spec, form)
    tables = {}
    for key, rows in form.content.tables.items():
        table = spec.table(key)
        if table is None:
            known = ", ".join(each.key for each in spec.tables) or "none"
            raise InputError(
                f"Form {spec.letter} has no table “{key}”; its tables are: {known}.", "tables"
            )
        width = len(table.columns)
        if any(len(row) > width for row in rows):
            raise InputError(
                f"A row of “{table.caption}” in Form {spec.letter} has more than {width} cells;"
                f" its columns are {', '.join(table.columns)}.",
                "tables",
            )
        tables[key] = tuple(tuple(map(kept_text, row)) + ("",) * (width - len(row)) for row in rows)
    content = replace(form.content, text=kept_text(form.content.text), tables=tables)
    return replace(form, content=content, owner=kept_text(form.owner))


def _check_state(report: Report, spec: FormSpec, form: ReportForm) -> None:
    name = f"Form {spec.letter}"
    if form.state is FormState.NOT_APPLICABLE and not spec.not_applicable_allowed:
        raise RefusedError(
            f"{name} applies to every State Party; say what measures there are, or that there is"
            " nothing to report.",
            "state",
        )
    if report.initial and form.state in (FormState.CHANGED, FormState.UNCHANGED):
        raise RefusedError(
            f"{name} of the initial report cannot be {form.state}: there is no report before it;"
            " leave that open and give the form in full.",
            "state",
        )


def _check_length(spec: FormSpec, form: ReportForm) -> None:
    cells = (cell for rows in form.content.tables.values() for row in rows for cell in row)
    for name, texts in (("text", (form.content.text,)), ("tables", cells)):
        if sum(map(len, texts)) > _MOST_LETTERS:
            raise InputError(
                f"Form {spec.letter} is longer than {_MOST_LETTERS:,} letters, some 150 pages;"
                " attach it as a file, and say so in the form.",
                name,
            )


def _check_days(spec: FormSpec, form: ReportForm, today: date) -> None:
    for name in _PAST:
        day: date | None = getattr(form, name)
        if day is not None and day > today:
            raise InputError(f"{long_date(day)} is still to come; give a day that has been.", name)
    if form.asked_on is None:
        return
    for name, told in _ANSWERS:
        later: date | None = getattr(form, name)
        if later is not None and later < form.asked_on:
            raise InputError(
                f"Form {spec.letter} was asked for on {long_date(form.asked_on)} and cannot be"
                f" {told} {long_date(later)}.",
                name,
            )
