"""Marks blocks as written in another language than the paper, and turns them if it runs other."""

from dataclasses import replace
from typing import TypeVar

from ccmdesk.typeset.blocks import (
    Align,
    Annex,
    Block,
    Cell,
    Heading,
    Item,
    KeepTogether,
    List,
    Pair,
    Paragraph,
    Run,
    Table,
    TableCell,
    Text,
)

_RIGHT_TO_LEFT = frozenset({"ar"})
_LEFT_TO_RIGHT_ISOLATE, _RIGHT_TO_LEFT_ISOLATE, _END = "\u2066", "\u2067", "\u2069"
_TURNED = {Align.LEFT: Align.RIGHT, Align.RIGHT: Align.LEFT, Align.JUSTIFIED: Align.RIGHT}
_B = TypeVar("_B", bound=Block)


def translated(block: _B, language: str, paper: str) -> _B:
    """Return the block with every text in `language`, within a paper whose language is `paper`.

    Where one of them is written from right to left, lines begin at the other side.
    """
    turns = (language in _RIGHT_TO_LEFT) != (paper in _RIGHT_TO_LEFT)
    return _Translation(language, turns).of(block)


class _Translation:
    def __init__(self, language: str, turns: bool) -> None:
        self._language = language
        self._turns = turns
        self._begin = (
            _RIGHT_TO_LEFT_ISOLATE if language in _RIGHT_TO_LEFT else _LEFT_TO_RIGHT_ISOLATE
        )

    def of(self, block: _B) -> _B:
        """Return the block in the other language."""
        found: Block = block
        match block:
            case Paragraph():
                found = self._paragraph(block)
            case Heading():
                found = replace(block, text=self._text(block.text), align=self._align(block.align))
            case Pair():
                ends = (self._text(block.left), self._text(block.right))
                left, right = ends[::-1] if self._turns else ends
                found = replace(block, left=left, right=right)
            case Table():
                found = self._table(block)
            case List():
                found = replace(
                    block,
                    items=tuple(self._item(item) for item in block.items),
                    align=self._align(block.align),
                )
            case KeepTogether():
                found = replace(block, blocks=tuple(self.of(each) for each in block.blocks))
            case Annex():
                found = replace(
                    block,
                    title=self._text(block.title),
                    label=self._text(block.label),
                    align=self._align(block.align),
                    blocks=tuple(self.of(each) for each in block.blocks),
                )
            case _:
                pass
        assert isinstance(found, type(block))
        return found

    def _paragraph(self, block: Paragraph) -> Paragraph:
        text, hang, label = block.text, block.hang, block.label
        if self._turns and label:
            # The room for a label is on the other side; it stands in the text instead.
            text, hang, label = (Run(f"{label}\u00a0"), *text), 0.0, ""
        return replace(
            block,
            text=self._text(text),
            align=self._align(block.align),
            hang=hang,
            label=label,
            indent=0.0 if self._turns else block.indent,
        )

    def _item(self, item: Item) -> Item:
        return replace(
            item,
            text=self._text(item.text),
            blocks=tuple(self.of(each) for each in item.blocks),
        )

    def _table(self, table: Table) -> Table:
        columns = tuple(
            replace(column, head=self._text(column.head), align=self._align(column.align))
            for column in table.columns
        )
        rows = tuple(tuple(self._cell(cell) for cell in row) for row in table.rows)
        if self._turns:
            columns, rows = columns[::-1], tuple(row[::-1] for row in rows)
        return replace(table, columns=columns, rows=rows)

    def _cell(self, cell: Cell | TableCell) -> Cell | TableCell:
        if isinstance(cell, TableCell):
            return replace(cell, lines=tuple(self._text(line) for line in cell.lines))
        return tuple(self._text(line) for line in cell)

    def _text(self, text: Text) -> Text:
        if not text:
            return text
        runs = [replace(run, lang=run.lang or self._language) for run in text]
        if self._turns:
            runs[0] = replace(runs[0], text=self._begin + runs[0].text)
            runs[-1] = replace(runs[-1], text=runs[-1].text + _END)
        return tuple(runs)

    def _align(self, align: Align) -> Align:
        return _TURNED.get(align, align) if self._turns else align
