"""What all blocks of a paper share while it is laid out: its language, its size, its headings."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from typing import NamedTuple

from ccmdesk.typeset import bidi
from ccmdesk.typeset.blocks import (
    WESTERN,
    Annex,
    Block,
    Document,
    Heading,
    Item,
    KeepTogether,
    List,
    Paragraph,
    Run,
    Section,
    Text,
)
from ccmdesk.typeset.errors import UnknownAnchorError
from ccmdesk.typeset.structure import Node
from ccmdesk.typeset.words import Setting

MM = 72 / 25.4
BETWEEN = " \u2013 "
"""What stands between the label of an annex and its title where both are on one line."""


class Title(NamedTuple):
    """A heading as the contents show it, if it is listed; `node` is the part that it begins."""

    node: Node
    text: Text
    level: int
    listed: bool = True


class Plan:
    """The paper as a whole; `pages` is known once it is divided, from node to page from 0 on."""

    def __init__(
        self,
        size: float,
        lang: str = "",
        blocks: Sequence[Block] = (),
        digits: str = WESTERN,
    ) -> None:
        self.size = size
        self.lang = lang
        self._digits = str.maketrans(WESTERN, digits)
        self.titles: list[Title] = []
        self.anchors: dict[str, Node] = {}
        self.pages: dict[Node, int] = {}
        self.count = 0
        self._waiting: dict[int, list[Node]] = {}
        for block in _all(blocks):
            self._note(block)

    @classmethod
    def of(cls, document: Document) -> "Plan":
        """Return the plan of a document; raises UnknownAnchorError for a link to nowhere."""
        return cls(document.size, document.language, document.blocks, document.digits)

    def setting(self, size: float, tracking: float = 0.0) -> Setting:
        """Return how text of a size in points is set; `tracking` is points as well.

        Letters that are joined are not tracked.
        """
        return Setting(size, 0.0 if self.rtl else tracking, self.lang)

    def number(self, number: int) -> str:
        """Return a number in the digits of the paper."""
        return str(number).translate(self._digits)

    def within(self, lang: str) -> "Plan":
        """Return the plan for blocks in another language; headings and links stay one whole."""
        inner = copy(self)
        inner.lang = lang
        return inner

    @property
    def rtl(self) -> bool:
        """Tell whether lines begin at the right."""
        return self.lang.partition("-")[0] in bidi.RIGHT_TO_LEFT_LANGUAGES

    def node_of(self, block: Paragraph | Heading | Annex) -> Node:
        """Return the part of the paper a block is, the same that links and contents lead to."""
        waiting = self._waiting.get(id(block))
        return waiting.pop(0) if waiting else _node(block)

    def target(self, link: str) -> str | Node:
        """Return where a link leads: an address or a part of the paper."""
        if not link.startswith("#"):
            return link
        found = self.anchors.get(link[1:])
        if found is None:
            raise UnknownAnchorError(f"A link leads to “{link}”, but nothing has that name.")
        return found

    def _note(self, block: Block) -> None:
        if isinstance(block, Paragraph) and not block.anchor:
            return
        if not isinstance(block, Paragraph | Heading | Annex):
            return
        node = _node(block)
        self._waiting.setdefault(id(block), []).append(node)
        if block.anchor:
            self.anchors.setdefault(block.anchor, node)
        if isinstance(block, Heading):
            self.titles.append(Title(node, block.text, block.level, block.listed))
        elif isinstance(block, Annex):
            self.titles.append(Title(node, _joined(block), 1))


def _node(block: Paragraph | Heading | Annex) -> Node:
    if isinstance(block, Paragraph):
        return Node("P")
    level = block.level if isinstance(block, Heading) else 1
    text = block.text if isinstance(block, Heading) else _joined(block)
    return Node(f"H{level}", title="".join(run.text for run in text))


def _joined(annex: Annex) -> Text:
    return (*annex.label, Run(BETWEEN), *annex.title) if annex.label else annex.title


def _all(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks and all that stand within them, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, KeepTogether | Annex | Section):
            yield from _all(block.blocks)
        elif isinstance(block, List):
            yield from _items(block.items)


def _items(items: Iterable[Item]) -> Iterator[Block]:
    for item in items:
        yield from _all(item.blocks)
