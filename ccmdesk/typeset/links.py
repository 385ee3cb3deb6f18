"""Writes the areas of pages that lead elsewhere: to another part of the paper, or an address."""

from collections.abc import Sequence

from ccmdesk.typeset.structure import Link
from ccmdesk.typeset.writer import PdfFile, literal_string, reference, text_string


def write_links(
    file: PdfFile, links: Sequence[Link], pages: Sequence[int], first: int
) -> dict[int, bytes]:
    """Write the links and return what each page that has some must carry.

    `pages` are the numbers of the pages; `first` is the key of the first link in the structure
    tree, where the others follow.
    """
    found: dict[int, list[bytes]] = {}
    for key, link in enumerate(links, start=first):
        box = " ".join(f"{edge:.2f}" for edge in link.box).encode()
        link.number = file.add(
            b"<< /Type /Annot /Subtype /Link /Rect [%s] /Border [0 0 0] /F 4 /Contents %s"
            b" /StructParent %d %s >>" % (box, text_string(link.says), key, _goal(link, pages))
        )
        found.setdefault(link.page, []).append(reference(link.number))
    return {page: b" /Annots [%s]" % b" ".join(each) for page, each in found.items()}


def _goal(link: Link, pages: Sequence[int]) -> bytes:
    if isinstance(link.target, str):
        return b"/A << /S /URI /URI %s >>" % literal_string(link.target)
    page, height = link.target.place or (0, 0.0)
    return b"/Dest [%s /XYZ null %s null]" % (reference(pages[page]), f"{height:.2f}".encode())
