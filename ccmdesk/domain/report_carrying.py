"""What a form takes over from an earlier report, also where the templates differ."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from ccmdesk.domain.article7 import (
    INITIAL,
    FormContent,
    FormSet,
    FormSpec,
    FormState,
    Report,
    ReportForm,
)
from ccmdesk.domain.cover_page import untouched


def is_earlier(period: str, than: str) -> bool:
    """Tell whether the report on one period comes before that on another."""
    return period != than and (period == INITIAL or (than != INITIAL and period < than))


def may_be_carried(form: ReportForm) -> bool:
    """Tell whether nothing of its own would be lost if the form were carried over anew."""
    return not form.content or untouched(form)


def carried(
    form: ReportForm, source: ReportForm, period: str, spec: FormSpec, sent_on: date | None
) -> ReportForm:
    """Return the form with what `source` said in the report on `period`, sent on a day if known.

    Whom to ask stays, and is taken over where nobody is named; the days of asking begin anew. Rows
    that the template has no table for go into the text, so that nothing is lost.
    """
    content = fitted(source.content.cleaned(), spec)
    back = form.state is FormState.UNCHANGED and form.earlier_on is not None
    # A form that said nothing new then pointed back itself; what it pointed to still holds.
    first = source.state is FormState.UNCHANGED and source.earlier_on is not None
    day = source.earlier_on if first else sent_on
    told = source.earlier_period if first else period
    return replace(
        form,
        content=content,
        carried=content,
        carried_from=period,
        owner=form.owner or source.owner,
        earlier_on=form.earlier_on if back else day,
        earlier_period=form.earlier_period if back else told,
    )


def source_of(
    letter: str, report: Report, earlier: Callable[[ReportForm], Report | None]
) -> ReportForm | None:
    """Return the form of that letter in an earlier report, or None where it has none.

    Where it was unchanged and empty, the content is that of the report it points back to, which
    `earlier` finds.
    """
    found = _matching(report, letter)
    seen = {report.period}
    form, told = found, ""
    while form is not None and not form.content and form.state is FormState.UNCHANGED:
        before = earlier(form)
        if before is None or before.period in seen:
            break
        seen.add(before.period)
        told = told or before.period
        form = _matching(before, letter)
    if found is None or form is None:
        return found
    return replace(found, content=form.content, earlier_period=found.earlier_period or told)


def matched_letter(spec: FormSpec, earlier: FormSet) -> str:
    """Return the letter under which an earlier template asked the same, or an empty text.

    Letter and title together count most, then the provisions answered, then the title.
    """
    for each in earlier.forms:
        if each.letter == spec.letter and each.title.casefold() == spec.title.casefold():
            return each.letter
    for each in earlier.forms:
        same_items = spec.items and each.items == spec.items
        if same_items or each.title.casefold() == spec.title.casefold():
            return each.letter
    return ""


def fitted(content: FormContent, spec: FormSpec) -> FormContent:
    """Return the content for a form; rows without a table there become lines of the text."""
    tables, lines = {}, []
    for key, rows in content.tables.items():
        table = spec.table(key)
        if table is not None and all(len(row) <= len(table.columns) for row in rows):
            width = len(table.columns)
            tables[key] = tuple(row + ("",) * (width - len(row)) for row in rows)
        else:
            lines += [" | ".join(cell for cell in row if cell) for row in rows]
    text = "\n".join(part for part in (content.text, *lines) if part)
    return FormContent(text, tables, content.nil)


def _matching(report: Report, letter: str) -> ReportForm | None:
    try:
        return report.form(letter)
    except KeyError:
        return None
