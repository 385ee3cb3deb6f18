"""The forms of an Article 7 report on paper, each on pages of its own."""

import re
from collections.abc import Mapping, Sequence

from ccmdesk.documents.article7_words import ReportWords, cell, typed
from ccmdesk.documents.printed_text import raised
from ccmdesk.domain.article7 import (
    FormFile,
    FormSet,
    FormSpec,
    FormState,
    Report,
    ReportForm,
    TableSpec,
)
from ccmdesk.typeset.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Grid,
    Heading,
    Image,
    Ink,
    PageBreak,
    Paragraph,
    Run,
    Table,
    plain,
)
from ccmdesk.typeset.errors import UnreadableImageError
from ccmdesk.typeset.images import opened

_NUMBER = re.compile(r"[\d\s.,'’%+\u2212\-/\u00a0\u202f]*\d[\d\s.,'’%+\u2212\-/\u00a0\u202f]*")
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff")
_SIZE, _SMALL_SIZE, _MANY_COLUMNS = 0.88, 0.76, 6
_LEAST_SHARE, _MOST_SHARE = 8, 42


def form_blocks(
    report: Report, form_set: FormSet, words: ReportWords, files: Mapping[str, bytes]
) -> list[Block]:
    """Return every form of the report in the order of the template."""
    forms = {form.letter: form for form in report.forms}
    known = {spec.letter for spec in form_set.forms}
    # A letter the template lacks is printed all the same: nothing that was typed is lost.
    strange = [FormSpec(letter, letter, "") for letter in forms if letter not in known]
    blocks: list[Block] = []
    for spec in (*form_set.forms, *strange):
        form = forms.get(spec.letter, ReportForm(spec.letter))
        own = [each for each in report.files if each.letter == spec.letter]
        blocks += _form(form, spec, form_set, words, initial=report.initial)
        blocks += _attached(own, words, files)
    return blocks


def form_title(form_set: FormSet, spec: FormSpec, words: ReportWords) -> tuple[Run, ...]:
    """Return the heading of a form, such as "Form B: Stockpiles and destruction"."""
    before, _, after = words.bare("form_title", letter=spec.letter, title="\0").partition("\0")
    title = words.title(form_set, spec)
    parts = (Run(before, bold=True), Run(title.text, bold=True, lang=title.lang), Run(after))
    return tuple(run for run in parts if run.text)


def _form(
    form: ReportForm, spec: FormSpec, form_set: FormSet, words: ReportWords, *, initial: bool
) -> list[Block]:
    told = [words.answers(spec), words.say("voluntary") if spec.voluntary else ""]
    blocks: list[Block] = [
        PageBreak(),
        Heading(form_title(form_set, spec, words), level=2, size=1.3, anchor=f"form-{spec.letter}"),
    ]
    line = " · ".join(part for part in told if part)
    if line:
        blocks.append(Paragraph((Run(line, ink=Ink.MUTED),), size=0.9, before=1.0, keep_next=True))
    standing = _standing(form, words, initial=initial)
    if standing:
        blocks.append(
            Paragraph(tuple(run._replace(italic=True) for run in raised(standing)), before=3)
        )
    if form.content.nil:
        blocks.append(Paragraph(plain(words.say("nil")), before=3))
    text = typed(form.content.text, words.language)
    tables = _tables(form, spec, words)
    if text or tables:
        blocks += [*text, *tables]
    elif not form.content.nil and form.state in (FormState.OPEN, FormState.CHANGED):
        blocks.append(Paragraph(plain(words.say("silent")), before=3))
    return blocks


def _standing(form: ReportForm, words: ReportWords, *, initial: bool) -> str:
    """Return what the cover page says of the form, as a sentence."""
    if form.state is FormState.NOT_APPLICABLE:
        return words.say("is_not_applicable")
    if initial or form.state is FormState.OPEN:
        return ""
    if form.state is FormState.CHANGED:
        return words.say("is_changed")
    if form.earlier_on is None:
        return words.say("is_unchanged_undated")
    covering = words.covered(form.earlier_period)
    return words.say("is_unchanged", date=words.date(form.earlier_on), covering=covering)


def _tables(form: ReportForm, spec: FormSpec, words: ReportWords) -> list[Block]:
    known = {each.key for each in spec.tables}
    strange = [TableSpec(key, key, ()) for key in form.content.tables if key not in known]
    blocks: list[Block] = []
    number = 0
    for table in (*spec.tables, *strange):
        typed_rows = form.content.tables.get(table.key, ())
        rows = [row for row in typed_rows if any(text.strip() for text in row)]
        if rows:
            number += 1
            told = words.say("table", letter=spec.letter, number=str(number), caption="")
            caption = words.of_table(table.caption)
            head = (Run(told, bold=True), caption._replace(bold=True))
            blocks += [
                Heading(head, level=3, size=0.95, before=6, listed=False),
                _table(table, rows, words),
            ]
    return blocks


def _table(spec: TableSpec, rows: Sequence[Sequence[str]], words: ReportWords) -> Table:
    # Rows typed under another form set may have more cells than this one has heads.
    count = max(len(spec.columns), *(len(row) for row in rows))
    known = [words.of_table(head) for head in spec.columns]
    heads = (*known, *[Run("")] * (count - len(known)))
    filled = [(*row, *[""] * (count - len(row))) for row in rows]
    columns = tuple(
        _column(head, [row[index] for row in filled]) for index, head in enumerate(heads)
    )
    cells: tuple[tuple[Cell, ...], ...] = tuple(
        tuple(cell(text, words.language) for text in row) for row in filled
    )
    size = _SMALL_SIZE if count > _MANY_COLUMNS else _SIZE
    return Table(columns, cells, size=size, before=1.8, labelled=True, grid=Grid.ALL)


def _column(head: Run, texts: Sequence[str]) -> Column:
    """Return a column as wide as its usual text wants; figures stand at the end of the line."""
    said = [text for text in texts if text.strip()]
    mean = sum(map(len, said)) / len(said) if said else 0
    share = min(max(mean, len(head.text) * 0.6, _LEAST_SHARE), _MOST_SHARE)
    figures = bool(said) and all(_NUMBER.fullmatch(text.strip()) for text in said)
    return Column((head,), share, Align.RIGHT if figures else Align.LEFT)


def _attached(
    own: Sequence[FormFile], words: ReportWords, files: Mapping[str, bytes]
) -> list[Block]:
    """Return the files of a form: pictures are shown, all are named."""
    blocks: list[Block] = []
    for each in own:
        data = files.get(each.sha256, b"")
        if _is_picture(data):
            blocks.append(Image(data, 95, 165, each.name, before=5, caption=plain(each.name)))
    if own:
        names = ", ".join(each.name for each in own)
        blocks.append(Paragraph(plain(words.say("attached", names=names)), size=0.9, before=4))
    return blocks


def _is_picture(data: bytes) -> bool:
    """Tell whether a file can be shown; a damaged picture is attached and not shown."""
    if not data.startswith(_PICTURES):
        return False
    try:
        opened(data)
    except UnreadableImageError:
        return False
    return True
