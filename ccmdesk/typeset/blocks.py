"""The parts a paper is made of, told without any renderer: text, tables, pictures, pages."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Align(StrEnum):
    """Where lines stand between the margins."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFIED = "justified"


class Ink(StrEnum):
    """What a colour says; it never says so alone: what is inserted is underlined as well, and what
    is deleted is struck through.
    """

    NORMAL = "normal"
    MUTED = "muted"
    INSERTED = "inserted"
    DELETED = "deleted"


class Typeface(StrEnum):
    """Which of the bundled faces draws Latin, Greek and Cyrillic: a Times, or a wider serif."""

    STIX = "stix"
    NOTO = "noto"


class Field(StrEnum):
    """What a header or footer fills in on each page."""

    PAGE = "page"
    PAGES = "pages"


class Run(NamedTuple):
    """A piece of text in one manner; `lang` is set only where it is not the document's language.

    `link` is an address ("https://...", "mailto:...") or "#" and the anchor of a heading, paragraph
    or annex. `field`, in headers and footers alone, is written instead of the text.
    """

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    lang: str = ""
    underlined: bool = False
    struck: bool = False
    ink: Ink = Ink.NORMAL
    link: str = ""
    field: Field | None = None

    @property
    def dressed(self) -> bool:
        """Tell whether there is more to draw than letters."""
        return self.underlined or self.struck or self.ink is not Ink.NORMAL or self.link != ""


Text = tuple[Run, ...]


def plain(text: str, *, bold: bool = False, italic: bool = False, lang: str = "") -> Text:
    """Return `text` as a single run, exactly as typed."""
    return (Run(text, bold=bold, italic=italic, lang=lang),)


def inserted(text: str) -> Text:
    """Return text that a comparison shows as new."""
    return (Run(text, underlined=True, ink=Ink.INSERTED),)


def deleted(text: str) -> Text:
    """Return text that a comparison shows as gone."""
    return (Run(text, struck=True, ink=Ink.DELETED),)


def paged(wording: str) -> Text:
    """Return the wording for a header or footer, {page} and {pages} being filled in there."""
    parts = re.split(r"\{(page|pages)\}", wording)
    runs = [
        Run("", field=Field(part)) if index % 2 else Run(part) for index, part in enumerate(parts)
    ]
    return tuple(run for run in runs if run.text or run.field)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of running text.

    `size` is a share of the document's type size, `leading` (from line to line) and `tracking` are
    shares of the size that results; `before`, `indent` (of the first line) and `hang` (of all
    lines) are millimetres. `label`, such as "12.", stands in the room that `hang` leaves; without
    one, in that of `indent`, and the lines below begin at the margin. `keep_next` forbids a page
    break between the paragraph and what follows. `anchor` names it for links.
    """

    text: Text
    align: Align = Align.LEFT
    size: float = 1.0
    leading: float = 1.25
    tracking: float = 0.0
    before: float = 0.0
    indent: float = 0.0
    keep_next: bool = False
    hang: float = 0.0
    label: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title of level 1 to 6; it never stands last on a page. `anchor` names it for links.

    `listed` False leaves it out of the table of contents.
    """

    text: Text
    level: int = 1
    align: Align = Align.LEFT
    size: float = 1.0
    tracking: float = 0.0
    before: float = 0.0
    anchor: str = ""
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Pair:
    """One line with a text at either margin, such as number and date; lines begin at the left."""

    left: Text
    right: Text
    before: float = 0.0


class Column(NamedTuple):
    """A column of a table; `share` is its part of the width, beside the shares of the others."""

    head: Text
    share: float
    align: Align = Align.LEFT


Cell = tuple[Text, ...]
"""What stands in a cell: one text per line as written, each wrapped where it is too wide."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell that differs from the others of its column; `span` is over how many columns it goes.

    `align` None keeps to the column. `ticked` draws a box before the lines, with a cross or
    without; `shaded` lays the cell on grey.
    """

    lines: Cell
    span: int = 1
    align: Align | None = None
    bold: bool = False
    ticked: bool | None = None
    shaded: bool = False


Row = tuple[Cell | TableCell, ...]


class Grid(StrEnum):
    """The lines of a table: none, one below each row, or around each cell."""

    NONE = "none"
    ROWS = "rows"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head that is repeated on every page; a row stays whole if a page can hold it.

    `headed` False leaves the head out; `over` are rows of the head above the heads of the columns.
    `labelled` makes the first cell of each row say what the row is; without a head it always does.
    A row of a single cell over all columns is a title of the rows below it. No row below the head
    is lower than `least` millimetres; `rigid` keeps each column as wide as its share.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    size: float = 0.875
    before: float = 0.0
    headed: bool = True
    over: tuple[Row, ...] = ()
    labelled: bool = False
    grid: Grid = Grid.ROWS
    least: float = 0.0
    rigid: bool = False


@dataclass(frozen=True, slots=True)
class KeyValues:
    """What is called how: labels, and beside each what it stands for.

    The labels have as much of the width as they need, at most `share`.
    """

    pairs: tuple[tuple[Text, Cell], ...]
    share: float = 0.4
    size: float = 1.0
    before: float = 0.0
    grid: Grid = Grid.NONE


class Marker(StrEnum):
    """What stands before the items of a list; a box is to be ticked by hand."""

    BULLET = "bullet"
    DASH = "dash"
    NUMBER = "1."
    LETTER = "(a)"
    ROMAN = "(i)"
    BOX = "box"
    TICKED = "ticked"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: its text and what stands below it, such as a list within the list.

    `marker`, where it is not empty, stands instead of the one the list would give.
    """

    text: Text
    blocks: tuple["Block", ...] = ()
    marker: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """Items in order; `start` is the number of the first, `gap` the millimetres between items.

    Letters are those of the document's language.
    """

    items: tuple[Item, ...]
    marker: Marker = Marker.BULLET
    start: int = 1
    size: float = 1.0
    leading: float = 1.25
    align: Align = Align.LEFT
    before: float = 0.0
    gap: float = 0.8


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings of the paper down to a level, each with its page and a link to it."""

    depth: int = 2
    size: float = 1.0
    before: float = 0.0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Annex:
    """A part of its own: it begins a page, under a title that is a heading of level 1.

    `label`, such as "Annex I", stands above the title; both are one entry of outline and contents.
    """

    title: Text
    blocks: tuple["Block", ...]
    label: Text = ()
    align: Align = Align.CENTRE
    size: float = 1.15
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG or JPEG, scaled to fit `height` and `width` (millimetres); `alt` says what it shows.

    `caption` stands below it.
    """

    data: bytes = field(repr=False)
    height: float
    width: float
    alt: str
    align: Align = Align.CENTRE
    before: float = 0.0
    caption: Text = ()


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
    """A free square at a margin, `side` millimetres wide, for what is put on by hand.

    `underline` draws a short line beside its foot; `hint`, where it is not empty, outlines the
    square and says what it is for.
    """

    side: float
    underline: bool = True
    hint: str = ""
    before: float = 0.0
    align: Align = Align.RIGHT


@dataclass(frozen=True, slots=True)
class Beside:
    """A picture where lines begin, with text beside it, both centred on the same height."""

    image: Image
    paragraphs: tuple[Paragraph, ...]
    gap: float = 6.0


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Blocks that stay on one page, together with the last `lead` lines or rows before them."""

    blocks: tuple["Block", ...]
    lead: int = 2


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks in a language of their own; where it runs the other way, they are mirrored."""

    blocks: tuple["Block", ...]
    lang: str


Block = (
    Paragraph
    | Heading
    | Pair
    | Table
    | KeyValues
    | List
    | Contents
    | Annex
    | PageBreak
    | Image
    | Spacer
    | Rule
    | Reserved
    | Beside
    | KeepTogether
    | Section
)


@dataclass(frozen=True, slots=True)
class Margins:
    """The four margins in millimetres; `left` is where lines begin."""

    left: float = 30
    right: float = 20
    top: float = 20
    bottom: float = 25


class PageLine(NamedTuple):
    """A header or footer: texts of `size` points where lines begin, in the middle and at the end.

    `ruled` draws a hairline between it and the text of the page.
    """

    left: Text = ()
    centre: Text = ()
    right: Text = ()
    size: float = 10
    ruled: bool = False


class Relationship(StrEnum):
    """What an attached file is to the paper it is attached to."""

    SOURCE = "Source"
    DATA = "Data"
    ALTERNATIVE = "Alternative"
    SUPPLEMENT = "Supplement"
    UNSPECIFIED = "Unspecified"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file within the file, such as the list of delegates as a table; `mime` is its kind."""

    name: str
    data: bytes = field(repr=False)
    mime: str
    description: str
    relationship: Relationship = Relationship.SUPPLEMENT


WESTERN = "0123456789"
ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
NO_LINE = PageLine()
PAGE_NUMBER = PageLine(centre=(Run("", field=Field.PAGE),))


@dataclass(frozen=True, slots=True)
class FontFile:
    """A TrueType font for characters no bundled font has; `name` tells it in messages.

    `first` makes it the first choice for every text of its manner instead.
    """

    name: str
    data: bytes = field(repr=False)
    first: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper.

    What is called left stands at the right, and the other way round, in a language that is written
    from right to left. `paper` is A4, Letter, Legal, "A4 landscape" or "A3 landscape", `size` the
    type size in points. `foot` stands at the foot of page one inside the margins, `line` centred in
    its bottom margin. `header` and `footer` stand in the margins; those of page one are
    `first_header` and `first_footer`, the same as the others where they are None. `mark` is written
    large and pale across every page. `dated` becomes the date of the file. With `attachments` the
    file is PDF/A-3a instead of 2a. `fonts` are tried beside the bundled ones, of which `typeface`
    is the first. `held_together` keeps on one line what belongs together, such as "11 September",
    and sets the spaces of French. `digits` are those, from 0 to 9, in which pages and items are
    numbered.
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
    header: PageLine = NO_LINE
    footer: PageLine = PAGE_NUMBER
    first_header: PageLine | None = None
    first_footer: PageLine | None = NO_LINE
    attachments: tuple[Attachment, ...] = ()
    fonts: tuple[FontFile, ...] = ()
    held_together: bool = True
    typeface: Typeface = Typeface.STIX
    digits: str = WESTERN
