"""Headers and footers: three texts in the margin of each page, with the page filled in."""

from ccmdesk.typeset.blocks import NO_LINE, Document, Field, PageLine, Text, plain
from ccmdesk.typeset.drawing import HAIRLINE, draw_line, draw_rule
from ccmdesk.typeset.lines import Line, break_lines
from ccmdesk.typeset.plan import MM, Plan
from ccmdesk.typeset.sheet import Sheet

_LEADING = 1.2
_LINE_SIZE = 8
# Where in its margin a line stands, as a share from the text of the page to the edge.
_HEADER_PLACE = 0.34
_FOOTER_PLACE = 0.45
_RULE_GAP = 1.6 * MM


def draw_header(sheet: Sheet, document: Document, plan: Plan, paper: tuple[float, float]) -> float:
    """Draw the header of a page and return where it has its upper edge, 0 if there is none."""
    first = sheet.page == 0 and document.first_header is not None
    line = document.first_header if first else document.header
    wide, high = paper
    if line is None or line == NO_LINE:
        return 0.0
    texts = _texts(line, document, plan, wide, sheet.page)
    leading = line.size * _LEADING
    base = high - document.margins.top * MM * (1 - _HEADER_PLACE)
    top = base + (max(len(lines) for lines in texts) - 1) * leading
    left, measure = _column(document, plan, wide)
    with sheet.artifacts("Pagination"):
        if line.ruled:
            draw_rule(sheet, left, base - _RULE_GAP, measure, HAIRLINE)
        _draw(sheet, texts, left, measure, top, leading, plan)
    return top + line.size


def draw_footer(sheet: Sheet, document: Document, plan: Plan, paper: tuple[float, float]) -> None:
    """Draw the footer of a page; on page one it keeps clear of the line below it."""
    first = sheet.page == 0 and document.first_footer is not None
    line = document.first_footer if first else document.footer
    wide, _ = paper
    bottom = document.margins.bottom * MM
    base = bottom * (1 - _FOOTER_PLACE)
    with sheet.artifacts("Pagination"):
        if sheet.page == 0 and document.line:
            address = min(bottom * 0.5, 14 * MM)
            _draw_address(sheet, document, plan, wide, address)
            base = max(base, address + 2 * _LINE_SIZE)
        if line is None or line == NO_LINE:
            return
        texts = _texts(line, document, plan, wide, sheet.page)
        left, measure = _column(document, plan, wide)
        if line.ruled:
            draw_rule(sheet, left, base + line.size + 0.5 * _RULE_GAP, measure, HAIRLINE)
        _draw(sheet, texts, left, measure, base, line.size * _LEADING, plan)


def _draw_address(sheet: Sheet, document: Document, plan: Plan, wide: float, y: float) -> None:
    setting = plan.setting(_LINE_SIZE)
    lines = break_lines(plain(document.line), setting, wide - 40 * MM)
    for index, line in enumerate(lines):
        draw_line(sheet, line, (wide - line.width) / 2, y - index * _LINE_SIZE * _LEADING)


def _column(document: Document, plan: Plan, wide: float) -> tuple[float, float]:
    """Return where the text of a page has its left edge, and how wide it is."""
    margins = document.margins
    left = margins.right if plan.rtl else margins.left
    return left * MM, wide - (margins.left + margins.right) * MM


def _texts(
    line: PageLine, document: Document, plan: Plan, wide: float, page: int
) -> tuple[list[Line], list[Line], list[Line]]:
    """Return the lines at the beginning, in the middle and at the end."""
    _, measure = _column(document, plan, wide)
    beside = (bool(line.left) or bool(line.right)) + bool(line.centre)
    share = measure if beside == 1 and not (line.left and line.right) else measure * 0.48
    if line.centre and beside == 2:
        share = measure * 0.31
    setting = plan.setting(line.size)
    left, centre, right = (
        break_lines(filled(text, page, plan), setting, share) if text else []
        for text in (line.left, line.centre, line.right)
    )
    return left, centre, right


def filled(text: Text, page: int, plan: Plan) -> Text:
    """Return a text with its fields filled in; pages are counted from 0 on."""
    values = {Field.PAGE: plan.number(page + 1), Field.PAGES: plan.number(plan.count)}
    return tuple(run._replace(text=values[run.field]) if run.field else run for run in text)


def _draw(
    sheet: Sheet,
    texts: tuple[list[Line], list[Line], list[Line]],
    left: float,
    measure: float,
    base: float,
    leading: float,
    plan: Plan,
) -> None:
    begin, middle, end = texts
    if plan.rtl:
        begin, end = end, begin
    for lines, share in ((begin, 0.0), (middle, 0.5), (end, 1.0)):
        for index, line in enumerate(lines):
            x = left + (measure - line.width) * share
            draw_line(sheet, line, x, base - index * leading)
