"""The cover page of an Article 7 report: form by form, changed, unchanged or not applicable."""

from ccmdesk.documents.article7_words import ReportWords
from ccmdesk.documents.printed_text import raised
from ccmdesk.domain.article7 import FormSet, FormState, Report, ReportForm
from ccmdesk.typeset.blocks import (
    Align,
    Block,
    Column,
    Grid,
    Heading,
    Paragraph,
    Row,
    Table,
    TableCell,
    plain,
)


def cover_blocks(report: Report, form_set: FormSet, words: ReportWords) -> list[Block]:
    """Return the cover page once it was begun; the initial report never has one.

    The boxes are those of the template: Form A cannot be ticked as not applicable.
    """
    if not report.covered:
        return []
    told = "cover_only" if report.cover_only else "cover_told"
    blocks: list[Block] = [
        Heading(plain(words.say("cover"), bold=True), level=2, size=1.2, before=8),
        Paragraph(plain(words.say(told)), before=1.5, keep_next=True),
        _boxes(report, form_set, words),
    ]
    if any(spec.voluntary for spec in form_set.forms):
        blocks.append(Paragraph(plain(words.say("shaded"), italic=True), size=0.85, before=2))
    return blocks


def _boxes(report: Report, form_set: FormSet, words: ReportWords) -> Table:
    columns = (
        Column(plain(words.say("form")), 12, Align.CENTRE),
        Column(plain(words.say("title")), 60),
        Column(plain(words.say("changed")), 18, Align.CENTRE),
        Column(plain(words.say("unchanged")), 66),
        Column(plain(words.say("not_applicable")), 22, Align.CENTRE),
    )
    forms = {form.letter: form for form in report.forms}
    rows: list[Row] = []
    for spec in form_set.forms:
        form = forms.get(spec.letter, ReportForm(spec.letter))
        shaded = spec.voluntary
        never = not spec.not_applicable_allowed
        ticked = form.state is FormState.NOT_APPLICABLE
        title = words.title(form_set, spec)
        rows.append(
            (
                TableCell((plain(spec.letter),), bold=True, shaded=shaded),
                TableCell(((title,),), shaded=shaded),
                TableCell((), ticked=form.state is FormState.CHANGED, shaded=shaded),
                TableCell(
                    (raised(_last_reporting(form, words)),),
                    ticked=form.state is FormState.UNCHANGED,
                    shaded=shaded,
                ),
                TableCell(
                    (plain("–"),) if never else (), ticked=None if never else ticked, shaded=shaded
                ),
            )
        )
    return Table(columns, tuple(rows), size=0.88, before=3, labelled=True, grid=Grid.ALL)


def _last_reporting(form: ReportForm, words: ReportWords) -> str:
    """Return the date of the earlier form, or the line to write it on."""
    if form.state is FormState.UNCHANGED and form.earlier_on is not None:
        return words.say("last_reporting", date=words.date(form.earlier_on))
    return words.say("last_reporting", date="____")
