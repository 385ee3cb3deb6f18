"""The logical structure of a paper: what each mark on a page is part of, in reading order."""

from collections.abc import Iterable, Sequence

from ccmdesk.typeset.writer import PdfFile, name, text_string

_CELLS = frozenset({"TH", "TD"})

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of an area on a page, in points."""


class Link:
    """An area of a page that leads to an address, or to a part that has a place in the end.

    `says` tells whoever cannot see it where it leads. `number` is its own in the file, once it is
    written.
    """

    __slots__ = ("box", "number", "page", "says", "target")

    def __init__(self, page: int, box: Box, target: "str | Node", says: str) -> None:
        self.page = page
        self.box = box
        self.target = target
        self.says = says
        self.number = 0


class Node:
    """A part of the paper, such as a paragraph; what is drawn for it is added page by page.

    `attributes` are written into the file as they are; `lang` is set where it is not the
    document's. A heading has a `title`, and `place` tells its page and height once it is drawn.
    """

    __slots__ = ("alt", "attributes", "children", "lang", "place", "tag", "title")

    def __init__(
        self,
        tag: str,
        children: Iterable["Node"] = (),
        *,
        attributes: bytes = b"",
        alt: str = "",
        lang: str = "",
        title: str = "",
    ) -> None:
        self.tag = tag
        self.children: list[Node | Link | tuple[int, int]] = list(children)
        self.attributes = attributes
        self.alt = alt
        self.lang = lang
        self.title = title
        self.place: tuple[int, float] | None = None

    def drawn(self, page: int, mark: int) -> None:
        """Note that a mark on a page (counted from 0) belongs to this part."""
        self.children.append((page, mark))

    def link(self, page: int, box: Box, target: "str | Node", says: str) -> Link:
        """Make an area of a page lead to an address or to another part; this one is its Link."""
        link = Link(page, box, target, says)
        self.children.append(link)
        return link

    def span(self, lang: str) -> "Node":
        """Return the part of this one in a language of its own that goes on, or a new one."""
        last = self.children[-1] if self.children else None
        if isinstance(last, Node) and last.tag == "Span" and last.lang == lang:
            return last
        part = Node("Span", lang=lang)
        self.children.append(part)
        return part

    def links(self) -> list[Link]:
        """Return the areas that lead elsewhere from this part."""
        return [child for child in self.children if isinstance(child, Link)]

    def visible(self) -> bool:
        """Tell whether anything was drawn for the part."""
        return any(not isinstance(child, Node) or child.visible() for child in self.children)


def column_head(columns: int = 1, rows: int = 1) -> bytes:
    """Return what a head carries that stands above one column or several."""
    return _cell(b"/Scope /Column", columns, rows)


def row_head(columns: int = 1, rows: int = 1) -> bytes:
    """Return what a head carries that stands before one row or several."""
    return _cell(b"/Scope /Row", columns, rows)


def spanning(columns: int = 1, rows: int = 1) -> bytes:
    """Return what a cell carries that is as wide or high as several; nothing for a plain one."""
    return _cell(b"", columns, rows)


def _cell(scope: bytes, columns: int, rows: int) -> bytes:
    wide = b"/ColSpan %d" % columns if columns > 1 else b""
    high = b"/RowSpan %d" % rows if rows > 1 else b""
    said = b" ".join(part for part in (scope, wide, high) if part)
    return b"/A << /O /Table %s >>" % said if said else b""


def decorated(line: str) -> bytes:
    """Return what marked text carries: Underline or LineThrough."""
    return b"/A << /O /Layout /TextDecorationType %s >>" % name(line)


def numbered(kind: str) -> bytes:
    """Return what a list carries: Disc, Decimal, LowerAlpha, UpperAlpha, LowerRoman, None."""
    return b"/A << /O /List /ListNumbering %s >>" % name(kind)


def bounding_box(left: float, bottom: float, right: float, top: float) -> bytes:
    """Return what a figure carries: where it stands, in points."""
    box = f"{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}".encode()
    return b"/A << /O /Layout /Placement /Block /BBox [%s] >>" % box


def write_structure(
    file: PdfFile,
    parts: Iterable[Node],
    marks: Sequence[Sequence[Node]],
    pages: Sequence[int],
    links: Sequence[Link] = (),
) -> int:
    """Write the tree and return the number of its root.

    `marks` names for each page the parts its marks belong to, `pages` the numbers of the pages;
    `links` are those of all pages, in the order in which they are written.
    """
    root, top = file.reserve(), Node("Document", parts)
    tree = _Tree(file, pages)
    number = tree.write(top, root)
    numbers = tree.numbers
    rows = [
        f"{page} [{' '.join([f'{numbers[node]} 0 R' for node in nodes])}]"
        for page, nodes in enumerate(marks)
    ]
    owners = {child: number for node, number in numbers.items() for child in node.links()}
    rows += [f"{key} {owners[link]} 0 R" for key, link in enumerate(links, start=len(marks))]
    file.set(
        root,
        f"<< /Type /StructTreeRoot /K {number} 0 R /ParentTree << /Nums [{' '.join(rows)}] >>"
        f" /ParentTreeNextKey {len(rows)} >>".encode(),
    )
    return root


class _Tree:
    """Writes the parts; `numbers` tells which object each of them has become."""

    def __init__(self, file: PdfFile, pages: Sequence[int]) -> None:
        self.numbers: dict[Node, int] = {}
        self._file = file
        self._pages = pages

    def write(self, node: Node, parent: int) -> int:
        """Write a part with all that it is made of and return its number."""
        number = self.numbers[node] = self._file.reserve()
        pages = self._pages
        own = next((child[0] for child in node.children if isinstance(child, tuple)), None)
        children: list[str] = []
        for child in node.children:
            if isinstance(child, tuple):
                page, mark = child
                if page == own:
                    children.append(str(mark))
                else:
                    children.append(f"<< /Type /MCR /Pg {pages[page]} 0 R /MCID {mark} >>")
            elif isinstance(child, Link):
                children.append(
                    f"<< /Type /OBJR /Pg {pages[child.page]} 0 R /Obj {child.number} 0 R >>"
                )
            # An empty cell keeps its place, or the columns of the table would shift.
            elif child.tag in _CELLS or child.visible():
                children.append(f"{self.write(child, number)} 0 R")
        entries = f"<< /Type /StructElem /S /{node.tag} /P {parent} 0 R"
        if own is not None:
            entries += f" /Pg {pages[own]} 0 R"
        if node.tag == "Note":
            entries += f" /ID ({number})"
        if node.alt:
            entries += f" /Alt {text_string(node.alt).decode()}"
        if node.lang:
            entries += f" /Lang {text_string(node.lang).decode()}"
        if node.attributes:
            entries += f" {node.attributes.decode()}"
        if children:
            entries += f" /K [{' '.join(children)}]"
        self._file.set(number, f"{entries} >>".encode())
        return number
