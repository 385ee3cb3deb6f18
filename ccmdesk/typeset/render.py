"""Makes PDF bytes with ReportLab; the same document gives the same bytes everywhere."""

import hashlib
import io
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas

from ccmdesk.typeset import fonts
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
from ccmdesk.typeset.drawing import draw_line, draw_picture, picture_size
from ccmdesk.typeset.errors import MissingCharactersError
from ccmdesk.typeset.flow import FOOT_SHARE, MM, paragraph_pieces, pieces_of
from ccmdesk.typeset.images import written
from ccmdesk.typeset.lines import Setting, break_lines
from ccmdesk.typeset.pages import Piece, Room, paginated

PAPERS = {"A4": (210 * MM, 297 * MM), "Letter": (612.0, 792.0)}
"""Width and height in points."""
_FOOT_GAP = 6 * MM
_MOST_FOOT = 0.5
_MARK_GREY = 238
_UNDATED = date(2000, 1, 1)


def render(document: Document) -> bytes:
    """Return the paper as PDF.

    Raises MissingCharactersError where a character is in no bundled font, and UnreadableImageError
    where a picture is damaged.
    """
    lost = fonts.missing_characters("".join(_texts(document)))
    if lost:
        raise MissingCharactersError(lost)
    wide, high = PAPERS[document.paper]
    margins = document.margins
    left, measure = margins.left * MM, wide - (margins.left + margins.right) * MM
    foot = [
        piece
        for paragraph in document.foot
        for piece in paragraph_pieces(paragraph, measure * FOOT_SHARE, document.size)
    ]
    taken = sum(piece.before + piece.height for piece in foot)
    height = high - (margins.top + margins.bottom) * MM
    column = pieces_of(document.blocks, measure, document.size)
    if taken > height * _MOST_FOOT:
        # Too much for the foot of a page: it ends the paper instead.
        column += [replace(foot[0], before=_FOOT_GAP), *foot[1:]]
        foot = []
    pages = paginated(column, Room(height, taken + _FOOT_GAP if foot else 0.0))
    output = io.BytesIO()
    canvas = _canvas(document, output, (wide, high))
    for number, page in enumerate(pages, start=1):
        if document.mark:
            _draw_mark(canvas, document.mark, wide, high)
        _draw_column(canvas, page, left, high - margins.top * MM)
        if number == 1:
            _draw_column(canvas, foot, left, margins.bottom * MM + taken)
            _draw_line_in_margin(canvas, document, wide)
        else:
            _draw_centred(canvas, plain(str(number)), wide, margins.bottom * MM * 0.55, 10)
        canvas.showPage()
    canvas.save()
    return output.getvalue()


def _canvas(document: Document, output: io.BytesIO, size: tuple[float, float]) -> Any:
    canvas = Canvas(
        output,
        pagesize=size,
        pageCompression=1,
        invariant=1,
        initialFontName=fonts.faces(False, False)[0].name,
        lang=document.language,
    )
    # ReportLab takes both from the environment; the file depends on the document alone.
    canvas._doc._timeStamp = _stamp(document.dated or _UNDATED)
    canvas._doc.signature = hashlib.md5(usedforsecurity=False)
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setCreator("CCM Desk")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _stamp(day: date) -> TimeStamp:
    """Return the first instant of `day` in UTC."""
    stamp = TimeStamp(invariant=1)
    stamp.t = 0.0
    stamp.lt = time.struct_time((day.year, day.month, day.day, 0, 0, 0, day.weekday(), 1, 0))
    stamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
    return stamp


def _draw_column(canvas: Any, pieces: list[Piece], x: float, y: float) -> None:
    for index, piece in enumerate(pieces):
        if index:
            y -= piece.before
        piece.draw(canvas, x, y)
        y -= piece.height


def _draw_mark(canvas: Any, mark: str, wide: float, high: float) -> None:
    """Write the mark pale and slanting under the text, and small in the margin above it."""
    file = fonts.fonts_folder() / "STIXTwoText-Bold.ttf"
    shown = written(mark, file, _MARK_GREY)
    length, height = picture_size(shown, 0.62 * (wide**2 + high**2) ** 0.5, 42 * MM)
    canvas.saveState()
    canvas.translate(wide / 2, high / 2)
    canvas.rotate(54)
    draw_picture(canvas, shown, -length / 2, -height / 2, length, height)
    canvas.restoreState()
    canvas.saveState()
    canvas.setFillGray(0.45)
    tracking = 2.0
    line = break_lines(plain(mark, bold=True), Setting(10, tracking), wide)[0]
    draw_line(canvas, line, (wide - line.width + tracking) / 2, high - 10 * MM, tracking)
    canvas.restoreState()


def _draw_line_in_margin(canvas: Any, document: Document, wide: float) -> None:
    if document.line:
        y = min(document.margins.bottom * MM * 0.5, 14 * MM)
        _draw_centred(canvas, plain(document.line), wide, y, 8)


def _draw_centred(canvas: Any, text: Text, wide: float, y: float, size: float) -> None:
    lines = break_lines(text, Setting(size), wide - 40 * MM)
    for index, line in enumerate(lines):
        draw_line(canvas, line, (wide - line.width) / 2, y - index * size * 1.2)


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
