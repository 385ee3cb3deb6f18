"""Goes through a paper for every text that will be drawn, and says where each stands."""

from collections.abc import Iterable, Iterator

from ccmdesk.typeset.blocks import (
    Annex,
    Beside,
    Block,
    Document,
    Heading,
    Image,
    Item,
    KeepTogether,
    KeyValues,
    List,
    PageLine,
    Pair,
    Paragraph,
    Reserved,
    Section,
    Table,
    TableCell,
    Text,
)

Placed = tuple[str, str]
"""A place, such as "paragraph 3" or "table 1, row 2, column 4", and the text that stands there."""


def texts_of(document: Document) -> Iterator[Placed]:
    """Yield every text with its place; blocks of a kind are counted from 1 through the paper."""
    yield "mark", document.mark
    yield from _Count().texts(document.blocks)
    for number, paragraph in enumerate(document.foot, start=1):
        yield f"foot of the first page, line {number}", paragraph.label + _joined(paragraph.text)
    yield "line at the foot of the first page", document.line
    yield from _line("header", document.header)
    yield from _line("footer", document.footer)
    yield from _line("header of the first page", document.first_header)
    yield from _line("footer of the first page", document.first_footer)


def _joined(text: Text) -> str:
    return "".join(run.text for run in text)


def _line(place: str, line: PageLine | None) -> Iterator[Placed]:
    if line:
        for text in (line.left, line.centre, line.right):
            yield place, _joined(text)


class _Count:
    """How many blocks of each kind there have been."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def _place(self, kind: str) -> str:
        self._seen[kind] = self._seen.get(kind, 0) + 1
        return f"{kind} {self._seen[kind]}"

    def texts(self, blocks: Iterable[Block]) -> Iterator[Placed]:
        for block in blocks:
            match block:
                case Paragraph():
                    yield self._place("paragraph"), f"{block.label} {_joined(block.text)}"
                case Heading():
                    yield self._place("heading"), _joined(block.text)
                case Pair():
                    place = self._place("line")
                    yield f"{place}, left", _joined(block.left)
                    yield f"{place}, right", _joined(block.right)
                case Table():
                    yield from self._table(block)
                case KeyValues():
                    place = self._place("list of values")
                    for number, (label, values) in enumerate(block.pairs, start=1):
                        for text in (label, *values):
                            yield f"{place}, row {number}", _joined(text)
                case List():
                    yield from self._items(block.items, self._place("list"))
                case Reserved():
                    yield self._place("reserved square"), block.hint
                case Image():
                    yield f"caption of {self._place('picture')}", _joined(block.caption)
                case Beside():
                    yield from self.texts((block.image, *block.paragraphs))
                case KeepTogether() | Section():
                    yield from self.texts(block.blocks)
                case Annex():
                    place = self._place("annex")
                    yield f"title of {place}", f"{_joined(block.label)} {_joined(block.title)}"
                    yield from self.texts(block.blocks)
                case _:
                    continue

    def _table(self, table: Table) -> Iterator[Placed]:
        place = self._place("table")
        for number, column in enumerate(table.columns, start=1):
            yield f"{place}, head of column {number}", _joined(column.head)
        for over in table.over:
            for cell in over:
                for text in cell.lines if isinstance(cell, TableCell) else cell:
                    yield f"{place}, head", _joined(text)
        for number, row in enumerate(table.rows, start=1):
            for index, cell in enumerate(row, start=1):
                for text in cell.lines if isinstance(cell, TableCell) else cell:
                    for run in text:
                        yield f"{place}, row {number}, column {index}", run.text

    def _items(self, items: Iterable[Item], place: str) -> Iterator[Placed]:
        for number, item in enumerate(items, start=1):
            yield f"{place}, item {number}", f"{item.marker} {_joined(item.text)}"
            yield from self.texts(item.blocks)
