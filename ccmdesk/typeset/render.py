"""Makes PDF bytes of a document; the same document gives the same bytes everywhere."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ccmdesk.typeset import fonts
from ccmdesk.typeset.assembly import assembled
from ccmdesk.typeset.blocks import (
    Beside,
    Block,
    Document,
    Heading,
    KeepTogether,
    Pair,
    Paragraph,
    Reserved,
    Table,
    Text,
    plain,
)
from ccmdesk.typeset.drawing import draw_line, picture_size
from ccmdesk.typeset.errors import MissingCharactersError
from ccmdesk.typeset.flow import FOOT_SHARE, MM, paragraph_pieces, pieces_of
from ccmdesk.typeset.images import written
from ccmdesk.typeset.lines import Setting, break_lines
from ccmdesk.typeset.pages import Piece, Room, paginated
from ccmdesk.typeset.sheet import Sheet, Supplies
from ccmdesk.typeset.structure import Node
from ccmdesk.typeset.writer import PdfFile

PAPERS = {"A4": (210 * MM, 297 * MM), "Letter": (612.0, 792.0)}
"""Width and height in points."""
_FOOT_GAP = 6 * MM
_MOST_FOOT = 0.5
_MARK_GREY = 238
_TURN = (0.5878, 0.8090)
"""Cosine and sine of the 54 degrees by which a mark slants."""


def render(document: Document) -> bytes:
    """Return the paper as PDF that keeps PDF/A-2a, or 3a with attachments, and PDF/UA-1.

    Raises MissingCharactersError where a character is in no bundled font, UnreadableImageError
    where a picture is damaged, and UnusableAttachmentError where a file cannot be attached so.
    """
    lost = fonts.missing_characters("".join(_texts(document)))
    if lost:
        raise MissingCharactersError(lost)
    wide, high = PAPERS[document.paper]
    margins = document.margins
    left, measure = margins.left * MM, wide - (margins.left + margins.right) * MM
    lang = document.language
    foot = [
        piece
        for paragraph in document.foot
        for piece in paragraph_pieces(paragraph, measure * FOOT_SHARE, document.size, lang)
    ]
    taken = sum(piece.before + piece.height for piece in foot)
    height = high - (margins.top + margins.bottom) * MM
    column = pieces_of(document.blocks, measure, document.size, lang)
    if taken > height * _MOST_FOOT:
        # Too much for the foot of a page: it ends the paper instead.
        column += [replace(foot[0], before=_FOOT_GAP), *foot[1:]]
        foot = []
    room = Room(height, taken + _FOOT_GAP if foot else 0.0)
    file = PdfFile()
    supplies = Supplies(file)
    sheets: list[Sheet] = []
    draft = Node("P")
    for index, page in enumerate(paginated(column, room)):
        sheet = Sheet(index, lang, supplies)
        if document.mark:
            _draw_mark(sheet, document.mark, wide, high, draft)
        _draw_column(sheet, page, left, high - margins.top * MM)
        if index == 0:
            _draw_column(sheet, foot, left, margins.bottom * MM + taken)
            _draw_line_in_margin(sheet, document, wide)
        else:
            number = plain(str(index + 1))
            _draw_in_margin(sheet, number, wide, margins.bottom * MM * 0.55, 10)
        sheets.append(sheet)
    nodes = [draft, *_nodes(column), *_nodes(foot)]
    return assembled(file, document, (wide, high), supplies, sheets, nodes)


def _nodes(pieces: Iterable[Piece]) -> list[Node]:
    """Return the parts of the paper that were drawn, each once, in reading order."""
    found = dict.fromkeys(node for piece in pieces for node in piece.nodes)
    return [node for node in found if node.visible()]


def _draw_column(sheet: Sheet, pieces: list[Piece], x: float, y: float) -> None:
    for index, piece in enumerate(pieces):
        if index:
            y -= piece.before
        piece.draw(sheet, x, y)
        y -= piece.height


def _draw_mark(sheet: Sheet, mark: str, wide: float, high: float, node: Node) -> None:
    """Write the mark pale and slanting under the text, and small in the margin above it.

    The small one on page one is read aloud; the others are for the eye.
    """
    file = fonts.fonts_folder() / "STIXTwoText-Bold.ttf"
    shown = written(mark, file, _MARK_GREY)
    length, height = picture_size(shown, 0.62 * (wide**2 + high**2) ** 0.5, 42 * MM)
    cosine, sine = _TURN
    x = wide / 2 - (length * cosine - height * sine) / 2
    y = high / 2 - (length * sine + height * cosine) / 2
    matrix = (length * cosine, length * sine, -height * sine, height * cosine, x, y)
    with sheet.artifacts("Pagination"):
        sheet.picture(None, shown, matrix)
    tracking = 2.0
    line = break_lines(plain(mark, bold=True), Setting(10, tracking, sheet.lang), wide)[0]
    x, y = (wide - line.width + tracking) / 2, high - 10 * MM
    if sheet.page:
        with sheet.artifacts("Pagination"):
            draw_line(sheet, line, x, y, tracking=tracking, grey=0.45)
    else:
        draw_line(sheet, line, x, y, node, tracking=tracking, grey=0.45)


def _draw_line_in_margin(sheet: Sheet, document: Document, wide: float) -> None:
    if document.line:
        y = min(document.margins.bottom * MM * 0.5, 14 * MM)
        _draw_in_margin(sheet, plain(document.line), wide, y, 8)


def _draw_in_margin(sheet: Sheet, text: Text, wide: float, y: float, size: float) -> None:
    lines = break_lines(text, Setting(size, lang=sheet.lang), wide - 40 * MM)
    with sheet.artifacts("Pagination"):
        for index, line in enumerate(lines):
            draw_line(sheet, line, (wide - line.width) / 2, y - index * size * 1.2)


def _texts(document: Document) -> Iterator[str]:
    """Yield every text that will be drawn."""
    yield document.line
    yield document.mark
    yield from _texts_of((*document.blocks, *document.foot))


def _texts_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield from (run.text for run in block.text)
            case Pair():
                yield from (run.text for run in (*block.left, *block.right))
            case Table():
                yield from (run.text for column in block.columns for run in column.head)
                yield from (
                    run.text for row in block.rows for cell in row for text in cell for run in text
                )
            case Reserved():
                yield block.hint
            case Beside():
                yield from _texts_of(block.paragraphs)
            case KeepTogether():
                yield from _texts_of(block.blocks)
            case _:
                continue
