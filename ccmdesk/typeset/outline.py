"""The outline of a paper, by which a reader jumps from heading to heading."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ccmdesk.typeset.structure import Node
from ccmdesk.typeset.writer import PdfFile, reference, text_string


@dataclass(slots=True)
class _Entry:
    number: int
    level: int
    node: Node | None = None
    children: list["_Entry"] = field(default_factory=list)


def write_outline(file: PdfFile, nodes: Iterable[Node], pages: Sequence[int]) -> int | None:
    """Write the headings among `nodes` and return the number of the outline, None without any.

    `pages` are the numbers of the pages.
    """
    headings = [node for node in nodes if node.title and node.place]
    if not headings:
        return None
    top = _Entry(file.reserve(), 0)
    opened = [top]
    for node in headings:
        level = int(node.tag[1:])
        while opened[-1].level >= level:
            opened.pop()
        entry = _Entry(file.reserve(), level, node)
        opened[-1].children.append(entry)
        opened.append(entry)
    _write(file, top, b"/Type /Outlines", pages)
    return top.number


def _write(file: PdfFile, entry: _Entry, entries: bytes, pages: Sequence[int]) -> int:
    """Write an entry with all below it and return how many those are."""
    count = 0
    for index, child in enumerate(entry.children):
        links = b"/Parent %s" % reference(entry.number)
        if index:
            links += b" /Prev %s" % reference(entry.children[index - 1].number)
        if index + 1 < len(entry.children):
            links += b" /Next %s" % reference(entry.children[index + 1].number)
        count += 1 + _write(file, child, links, pages)
    if entry.node and entry.node.place:
        page, height = entry.node.place
        entries += b" /Title %s /Dest [%s /XYZ null %s null]" % (
            text_string(" ".join(entry.node.title.split())),
            reference(pages[page]),
            f"{height:.2f}".encode(),
        )
    if entry.children:
        entries += b" /First %s /Last %s /Count %d" % (
            reference(entry.children[0].number),
            reference(entry.children[-1].number),
            count,
        )
    file.set(entry.number, b"<< %s >>" % entries)
    return count
