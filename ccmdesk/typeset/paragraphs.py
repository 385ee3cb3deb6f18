"""Sets a paragraph: its lines, the label that stands before it, and the rules of page breaks."""

from dataclasses import replace

from ccmdesk.typeset.blocks import Align, Heading, Paragraph, Run
from ccmdesk.typeset.drawing import ASCENT, draw_line, indent_of
from ccmdesk.typeset.lines import Line, break_lines
from ccmdesk.typeset.pages import Draw, Piece
from ccmdesk.typeset.plan import MM, Plan
from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node
from ccmdesk.typeset.words import Setting

# The foot of page one keeps to the left of this; what stands beside it keeps to the right.
FOOT_SHARE = 0.56
_HEADING_LEADING = 1.2
# Between a label that fills its room and the text after it, in type sizes.
_LEAST_GAP = 0.4


def paragraph_pieces(
    paragraph: Paragraph,
    width: float,
    plan: Plan,
    node: Node | None = None,
    *,
    goes_on: bool = False,
) -> list[Piece]:
    """Return one piece per line; no page break leaves a line alone.

    `goes_on` tells that other text of the same part follows, so that readers keep the words apart.
    """
    node = node or plan.node_of(paragraph)
    own = plan.size * paragraph.size
    setting = plan.setting(own, paragraph.tracking * own)
    label, hang, indent = _label(paragraph, setting)
    measure = width - hang
    if paragraph.align is Align.JUSTIFIED:
        # Loaded with its hyphenation where a paper asks for it.
        from ccmdesk.typeset.justified import justified_lines

        lines = justified_lines(paragraph.text, setting, measure, indent)
    else:
        lines = break_lines(paragraph.text, setting, measure, indent)
    if paragraph.align is Align.CENTRE and len(lines) > 1:
        lines = _balanced(paragraph, setting, measure, len(lines))
    if goes_on:
        lines[-1] = replace(lines[-1], spaced=True)
    leading = own * paragraph.leading
    start = 0.0 if setting.rtl else hang
    pieces = []
    for index, line in enumerate(lines):
        free = measure - line.width + setting.tracking
        shift = start + indent_of(paragraph.align, free, line.rtl, 0 if index else indent)
        draw = line_drawer(line, shift, setting, leading, node)
        if label and index == 0:
            at = width - label.width if setting.rtl else 0.0
            draw = _both(line_drawer(label, at, setting, leading, node), draw)
        short = line.width <= width * (1 - FOOT_SHARE)
        pieces.append(
            Piece(
                leading,
                draw,
                before=0.0 if index else paragraph.before * MM,
                breakable=index == 0 or 2 <= index <= len(lines) - 2,
                beside_foot=paragraph.align is Align.RIGHT and short,
                body=True,
                nodes=(node,),
                begins=None if index else node,
            )
        )
    return pieces


def heading_pieces(heading: Heading, width: float, plan: Plan) -> list[Piece]:
    """Return one piece per line of a heading; all of them stay together."""
    title = Paragraph(
        heading.text,
        heading.align,
        heading.size,
        _HEADING_LEADING,
        heading.tracking,
        heading.before,
    )
    lines = paragraph_pieces(title, width, plan, plan.node_of(heading))
    return [
        line._replace(body=False, breakable=line.breakable and index == 0)
        for index, line in enumerate(lines)
    ]


def line_drawer(line: Line, shift: float, setting: Setting, leading: float, node: Node) -> Draw:
    """Return what draws a line that begins `shift` points from the left of its column."""
    drop = (leading - setting.size) / 2 + ASCENT * setting.size

    def draw(sheet: Sheet, x: float, y: float) -> None:
        node.place = node.place or (sheet.page, y)
        draw_line(sheet, line, x + shift, y - drop, node, tracking=setting.tracking)

    return draw


def _label(paragraph: Paragraph, setting: Setting) -> tuple[Line | None, float, float]:
    """Return the label, how far all lines stand in, and how much further the first one does.

    Both are more where the label is wider. Without a hang the label stands in the first line.
    """
    hang, indent = paragraph.hang * MM, paragraph.indent * MM
    if not paragraph.label:
        return None, hang, indent
    bold = bool(paragraph.text) and paragraph.text[0].bold
    label = break_lines((Run(paragraph.label, bold=bold),), setting, float("inf"))[0]
    room = label.width + _LEAST_GAP * setting.size
    if hang:
        return replace(label, spaced=True), max(hang, room), indent
    return replace(label, spaced=True), 0.0, max(indent, room)


def _both(first: Draw, second: Draw) -> Draw:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        first(sheet, x, y)
        second(sheet, x, y)

    return draw


def _balanced(paragraph: Paragraph, setting: Setting, width: float, count: int) -> list[Line]:
    """Return centred lines of nearly the same length, as many as the full width asks for."""
    low, high = width / count / 2, width
    while high - low > 1:
        middle = (low + high) / 2
        if len(break_lines(paragraph.text, setting, middle)) > count:
            low = middle
        else:
            high = middle
    return break_lines(paragraph.text, setting, high)
