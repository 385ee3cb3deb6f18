"""Writes what holds the pages of a paper together: page tree, structure, outline, catalog."""

from collections.abc import Sequence

from ccmdesk.typeset.blocks import Document
from ccmdesk.typeset.links import write_links
from ccmdesk.typeset.metadata import write_information, write_metadata, write_output_intent
from ccmdesk.typeset.outline import write_outline
from ccmdesk.typeset.sheet import Sheet, Supplies
from ccmdesk.typeset.structure import Node, write_structure
from ccmdesk.typeset.writer import PdfFile, reference, text_string


def assembled(
    file: PdfFile,
    document: Document,
    paper: tuple[float, float],
    supplies: Supplies,
    sheets: Sequence[Sheet],
    nodes: Sequence[Node],
    headings: Sequence[Node],
) -> bytes:
    """Return the bytes of the file.

    `paper` is the width and height of all pages in points, `nodes` the parts in reading order,
    `headings` those the outline leads to.
    """
    tree = file.reserve()
    contents = [file.stream(b"", sheet.content()) for sheet in sheets]
    resources = reference(supplies.write())
    pages = [file.reserve() for _ in sheets]
    links = [link for sheet in sheets for link in sheet.links]
    areas = write_links(file, links, pages, len(pages))
    box = b"[0 0 %s %s]" % tuple(f"{side:.2f}".encode() for side in paper)
    for index, (page, content) in enumerate(zip(pages, contents, strict=True)):
        file.set(
            page,
            b"<< /Type /Page /Parent %s /MediaBox %s /Resources %s /Contents %s"
            b" /StructParents %d /Tabs /S%s >>"
            % (
                reference(tree),
                box,
                resources,
                reference(content),
                index,
                areas.get(index, b""),
            ),
        )
    kids = b" ".join(reference(page) for page in pages)
    file.set(tree, b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids))
    structure = write_structure(file, nodes, [sheet.marks for sheet in sheets], pages, links)
    outline = write_outline(file, headings, pages)
    catalog = file.add(
        b"<< /Type /Catalog /Pages %s /Lang %s /Metadata %s /OutputIntents [%s]"
        b" /MarkInfo << /Marked true >> /StructTreeRoot %s%s"
        b" /PageLabels << /Nums [0 << /S /D >>] >>"
        b" /ViewerPreferences << /DisplayDocTitle true >>%s >>"
        % (
            reference(tree),
            text_string(document.language),
            reference(write_metadata(file, document)),
            reference(write_output_intent(file)),
            reference(structure),
            b" /Outlines " + reference(outline) if outline else b"",
            _attachments(file, document),
        )
    )
    return file.finished(catalog, write_information(file, document))


def _attachments(file: PdfFile, document: Document) -> bytes:
    """Return what the catalog says of files within the file; few papers have some."""
    if not document.attachments:
        return b""
    from ccmdesk.typeset.attachments import write_attachments

    return write_attachments(file, document)
