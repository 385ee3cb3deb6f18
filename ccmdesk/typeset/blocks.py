"""The parts a paper is made of, told without any renderer: text, tables, pictures, pages."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Align(StrEnum):
    """Where lines stand between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one manner; `lang` is set only where it is not the document's language."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    lang: str = ""


Text = tuple[Run, ...]


def plain(text: str, *, bold: bool = False, italic: bool = False, lang: str = "") -> Text:
    """Return `text` as a single run, exactly as typed."""
    return (Run(text, bold=bold, italic=italic, lang=lang),)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of running text.

    `size` is a share of the document's type size, `leading` and `tracking` shares of the size that
    results; `before` and `indent` (first line) are millimetres. `keep_next` forbids a page break
    between the paragraph and what follows.
    """

    text: Text
    align: Align = Align.LEFT
    size: float = 1.0
    leading: float = 1.25
    tracking: float = 0.0
    before: float = 0.0
    indent: float = 0.0
    keep_next: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A title of level 1 or lower; it never stands last on a page."""

    text: Text
    level: int = 1
    align: Align = Align.LEFT
    size: float = 1.0
    tracking: float = 0.0
    before: float = 0.0


@dataclass(frozen=True, slots=True)
class Pair:
    """One line with a text at either margin, such as number and date."""

    left: Text
    right: Text
    before: float = 0.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `share` is its part of the width, beside the shares of the others."""

    head: Text
    share: float
    align: Align = Align.LEFT


Cell = tuple[Text, ...]
"""What stands in a cell: one text per line as written, each wrapped where it is too wide."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that is repeated on every page; a row stays whole if a page can hold it.

    `headed` False leaves the head out.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    size: float = 0.875
    before: float = 0.0
    headed: bool = True


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG or JPEG, scaled to fit `height` and `width` (millimetres); `alt` says what it shows."""

    data: bytes = field(repr=False)
    height: float
    width: float
    alt: str
    align: Align = Align.CENTRE
    before: float = 0.0


@dataclass(frozen=True, slots=True)
class Spacer:
    """Free height in millimetres; it is dropped at the top of a page."""

    height: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline over the whole width."""

    before: float = 0.0


@dataclass(frozen=True, slots=True)
class Reserved:
    """A free square at the right margin, `side` millimetres wide, for what is put on by hand.

    `underline` draws a short line to the left of its foot; `hint`, where it is not empty, outlines
    the square and says what it is for.
    """

    side: float
    underline: bool = True
    hint: str = ""
    before: float = 0.0


@dataclass(frozen=True, slots=True)
class Beside:
    """A picture at the left margin with text to its right, both centred on the same height."""

    image: Image
    paragraphs: tuple[Paragraph, ...]
    gap: float = 6.0


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stay on one page, together with the last `lead` lines or rows before them."""

    blocks: tuple["Block", ...]
    lead: int = 2


Block = (
    Paragraph | Heading | Pair | Table | Image | Spacer | Rule | Reserved | Beside | KeepTogether
)


@dataclass(frozen=True, slots=True)
class Margins:
    """The four margins in millimetres."""

    left: float = 30
    right: float = 20
    top: float = 20
    bottom: float = 25


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper.

    `paper` is A4 or Letter, `size` the type size in points. `foot` stands at the foot of page one
    inside the margins, `line` centred in its bottom margin. `mark` is written large and pale across
    every page. Pages carry their number from the second on. `dated` becomes the date of the file.
    """

    title: str
    author: str
    subject: str
    language: str
    blocks: tuple[Block, ...]
    paper: str = "A4"
    margins: Margins = Margins()
    size: float = 12
    foot: tuple[Paragraph, ...] = ()
    line: str = ""
    mark: str = ""
    dated: date | None = None
