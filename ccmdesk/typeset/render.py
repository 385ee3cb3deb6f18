"""Makes PDF bytes of a document; the same document gives the same bytes everywhere."""

from collections.abc import Sequence

from ccmdesk.typeset.assembly import assembled
from ccmdesk.typeset.blocks import Document
from ccmdesk.typeset.errors import MissingCharactersError
from ccmdesk.typeset.flow import pieces_of
from ccmdesk.typeset.fonts import Face
from ccmdesk.typeset.habits import Habits, kept
from ccmdesk.typeset.memory import undisturbed
from ccmdesk.typeset.page_lines import draw_footer, draw_header
from ccmdesk.typeset.pages import Piece, Room, draw_column, height_of, nodes_of, paginated
from ccmdesk.typeset.paragraphs import FOOT_SHARE, paragraph_pieces
from ccmdesk.typeset.plan import MM, Plan
from ccmdesk.typeset.sheet import Sheet, Supplies
from ccmdesk.typeset.structure import Node
from ccmdesk.typeset.writer import PdfFile

PAPERS = {
    "A4": (210 * MM, 297 * MM),
    "Letter": (612.0, 792.0),
    "Legal": (612.0, 1008.0),
    "A4 landscape": (297 * MM, 210 * MM),
    "A3 landscape": (420 * MM, 297 * MM),
}
"""Width and height in points."""
_FOOT_GAP = 6 * MM
_MOST_FOOT = 0.5


def render(document: Document) -> bytes:
    """Return the paper as PDF that keeps PDF/A-2a, or 3a with attachments, and PDF/UA-1.

    Raises MissingCharactersError where no font at hand has a character, UnusableFontError where an
    added font is damaged or must not be embedded, UnreadableImageError
    where a picture is damaged, UnusableAttachmentError where a file cannot be attached so,
    UnevenRowError where a row of a table lacks a cell, and UnknownAnchorError where a link leads to
    nothing.
    """
    added = _added(document)
    try:
        with undisturbed(), kept(Habits(added, document.held_together, document.typeface)):
            return _rendered(document)
    except MissingCharactersError as fault:
        # The first one stopped the work; now all are looked for.
        from ccmdesk.typeset.missing import missing_from
        from ccmdesk.typeset.texts import texts_of

        missing = missing_from(texts_of(document), added)
        raise MissingCharactersError(missing or fault.missing) from None


def page_count(document: Document) -> int:
    """Return how many pages the paper takes; `foot` is not counted. Raises as `render` does."""
    added = _added(document)
    wide, high = PAPERS[document.paper]
    margins = document.margins
    with undisturbed(), kept(Habits(added, document.held_together, document.typeface)):
        plan = Plan.of(document)
        column = pieces_of(document.blocks, wide - (margins.left + margins.right) * MM, plan)
        return len(paginated(column, Room(high - (margins.top + margins.bottom) * MM)))


def _added(document: Document) -> tuple[Face, ...]:
    """Return the faces of the caller; without any, what checks fonts is not even loaded."""
    if not document.fonts:
        return ()
    from ccmdesk.typeset.added_fonts import face_of

    return tuple(face_of(font) for font in document.fonts)


def _rendered(document: Document) -> bytes:
    paper = wide, high = PAPERS[document.paper]
    margins = document.margins
    measure = wide - (margins.left + margins.right) * MM
    plan = Plan.of(document)
    foot = [
        piece
        for paragraph in document.foot
        for piece in paragraph_pieces(paragraph, measure * FOOT_SHARE, plan)
    ]
    taken = height_of(foot)
    height = high - (margins.top + margins.bottom) * MM
    column = pieces_of(document.blocks, measure, plan)
    if taken > height * _MOST_FOOT:
        # Too much for the foot of a page: it ends the paper instead.
        column += [foot[0]._replace(before=_FOOT_GAP), *foot[1:]]
        foot = []
    pages = paginated(column, Room(height, taken + _FOOT_GAP if foot else 0.0))
    _look_up(plan, pages)
    file = PdfFile()
    supplies = Supplies(file)
    sheets: list[Sheet] = []
    draft = Node("P")
    slanting = ""
    if document.mark:
        from ccmdesk.typeset.mark import across, draw_above

        slanting = across(document.mark, plan, paper)
    left = (margins.right if plan.rtl else margins.left) * MM
    beside = left + measure * (1 - FOOT_SHARE) if plan.rtl else left
    for index, page in enumerate(pages):
        sheet = Sheet(index, document.language, supplies, plan.target)
        if slanting:
            with sheet.artifacts("Pagination"):
                sheet.draw(f"/{supplies.drawing(slanting, paper)} Do")
        upper = draw_header(sheet, document, plan, paper)
        if document.mark:
            draw_above(sheet, document.mark, plan, paper, upper, draft)
        draw_column(sheet, page, left, high - margins.top * MM)
        if index == 0:
            draw_column(sheet, foot, beside, margins.bottom * MM + taken)
        draw_footer(sheet, document, plan, paper)
        sheets.append(sheet)
    nodes = [node for node in (draft, *nodes_of(column), *nodes_of(foot)) if node.visible()]
    headings = [title.node for title in plan.titles]
    return assembled(file, document, paper, supplies, sheets, nodes, headings)


def _look_up(plan: Plan, pages: Sequence[Sequence[Piece]]) -> None:
    """Note on which page each part of the paper begins."""
    plan.count = len(pages)
    for index, page in enumerate(pages):
        for piece in page:
            if piece.begins is not None:
                plan.pages.setdefault(piece.begins, index)
