"""Puts lines, hairlines and pictures on a ReportLab canvas."""

import hashlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFImageXObject

from ccmdesk.typeset import fonts
from ccmdesk.typeset.images import Picture
from ccmdesk.typeset.lines import Line

HAIRLINE = 0.4
ASCENT = 0.762
"""Of STIX Two Text, as a share of the type size; its descent makes the size full."""
_RISE = 0.33


def draw_line(canvas: Any, line: Line, x: float, baseline: float, tracking: float = 0.0) -> None:
    """Draw a line of text from x, with a space at its end where the sentence goes on."""
    if not line.fragments:
        return
    text = canvas.beginText(x, baseline)
    if tracking:
        text.setCharSpace(tracking)
    for fragment in line.fragments:
        if fragment.raised:
            text.setRise(_RISE * fragment.size / 0.65)
        for piece in fonts.pieces(fragment.text, fragment.bold, fragment.italic):
            text.setFont(piece.face.name, fragment.size)
            text.textOut(piece.text)
        if fragment.raised:
            text.setRise(0)
    if line.wraps and not line.fragments[-1].text.endswith("-"):
        # Readers of the file would otherwise join the last word with the next line's first.
        text.textOut(" ")
    if tracking:
        # The setting outlives the text object.
        text.setCharSpace(0)
    canvas.drawText(text)


def draw_rule(canvas: Any, x: float, y: float, width: float, weight: float = HAIRLINE) -> None:
    """Draw a horizontal line from x."""
    canvas.setLineWidth(weight)
    canvas.line(x, y, x + width, y)


def draw_picture(
    canvas: Any, picture: Picture, x: float, y: float, width: float, height: float
) -> None:
    """Draw a picture with its lower left corner at x, y.

    The packed pixels go into the file as they are; `drawImage` would pack them anew every time.
    """
    document = canvas._doc
    name = f"picture-{hashlib.sha256(picture.packed).hexdigest()[:16]}"
    registered = document.getXObjectName(name)
    if registered not in document.idToObject:
        image = PDFImageXObject(name)
        image.width, image.height = picture.width, picture.height
        image.bitsPerComponent, image.colorSpace = 8, picture.colours
        image.streamContent, image._filters = picture.packed, ("FlateDecode",)
        document.Reference(image, registered)
        document.addForm(name, image)
    canvas.saveState()
    canvas.transform(width, 0, 0, height, x, y)
    canvas.doForm(name)
    canvas.restoreState()


def picture_size(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """Return the size at which a picture fills the box without being stretched."""
    scale = min(width / picture.width, height / picture.height)
    return picture.width * scale, picture.height * scale
