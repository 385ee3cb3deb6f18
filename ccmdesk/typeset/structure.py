"""The logical structure of a paper: what each mark on a page is part of, in reading order."""

from collections.abc import Iterable, Sequence

from ccmdesk.typeset.writer import PdfFile, name, reference, text_string

_CELLS = frozenset({"TH", "TD"})


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
        self.children: list[Node | tuple[int, int]] = list(children)
        self.attributes = attributes
        self.alt = alt
        self.lang = lang
        self.title = title
        self.place: tuple[int, float] | None = None

    def drawn(self, page: int, mark: int) -> None:
        """Note that a mark on a page (counted from 0) belongs to this part."""
        self.children.append((page, mark))

    def span(self, lang: str) -> "Node":
        """Return the part of this one in a language of its own that goes on, or a new one."""
        last = self.children[-1] if self.children else None
        if isinstance(last, Node) and last.tag == "Span" and last.lang == lang:
            return last
        part = Node("Span", lang=lang)
        self.children.append(part)
        return part

    def visible(self) -> bool:
        """Tell whether anything was drawn for the part."""
        return any(not isinstance(child, Node) or child.visible() for child in self.children)


def column_head() -> bytes:
    """Return what a head of a column carries."""
    return b"/A << /O /Table /Scope /Column >>"


def row_head() -> bytes:
    """Return what a head of a row carries."""
    return b"/A << /O /Table /Scope /Row >>"


def bounding_box(left: float, bottom: float, right: float, top: float) -> bytes:
    """Return what a figure carries: where it stands, in points."""
    box = f"{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}".encode()
    return b"/A << /O /Layout /Placement /Block /BBox [%s] >>" % box


def write_structure(
    file: PdfFile, parts: Iterable[Node], marks: Sequence[Sequence[Node]], pages: Sequence[int]
) -> int:
    """Write the tree and return the number of its root.

    `marks` names for each page the parts its marks belong to, `pages` the numbers of the pages.
    """
    root, top = file.reserve(), Node("Document", parts)
    numbers: dict[Node, int] = {}
    number = _write(file, top, root, numbers, pages)
    rows = b" ".join(
        b"%d [%s]" % (page, b" ".join(reference(numbers[node]) for node in nodes))
        for page, nodes in enumerate(marks)
    )
    file.set(
        root,
        b"<< /Type /StructTreeRoot /K %s /ParentTree << /Nums [%s] >> /ParentTreeNextKey %d >>"
        % (reference(number), rows, len(marks)),
    )
    return root


def _write(
    file: PdfFile, node: Node, parent: int, numbers: dict[Node, int], pages: Sequence[int]
) -> int:
    number = numbers[node] = file.reserve()
    own = next((child[0] for child in node.children if not isinstance(child, Node)), None)
    children: list[bytes] = []
    for child in node.children:
        if isinstance(child, Node):
            # An empty cell keeps its place, or the columns of the table would shift.
            if child.tag in _CELLS or child.visible():
                children.append(reference(_write(file, child, number, numbers, pages)))
        elif child[0] == own:
            children.append(b"%d" % child[1])
        else:
            children.append(
                b"<< /Type /MCR /Pg %s /MCID %d >>" % (reference(pages[child[0]]), child[1])
            )
    entries = [b"/Type /StructElem /S", name(node.tag), b"/P", reference(parent)]
    if own is not None:
        entries += [b"/Pg", reference(pages[own])]
    if node.alt:
        entries += [b"/Alt", text_string(node.alt)]
    if node.lang:
        entries += [b"/Lang", text_string(node.lang)]
    if node.attributes:
        entries.append(node.attributes)
    if children:
        entries.append(b"/K [%s]" % b" ".join(children))
    file.set(number, b"<< %s >>" % b" ".join(entries))
    return number
