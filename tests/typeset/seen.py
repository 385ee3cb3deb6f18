"""What a reader finds in a file: its parts, and where on a page its words stand."""

import io
import re
from typing import Any

from pypdf import PdfReader

from ccmdesk.typeset.blocks import Block, Document
from ccmdesk.typeset.render import render


def paper(*blocks: Block, language: str = "en", **more: Any) -> bytes:
    """Return a paper of these blocks."""
    return render(Document("Title", "Author", "Subject", language, blocks, **more))


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def texts(data: bytes) -> list[str]:
    """Return the text of each page, its lines joined."""
    return [" ".join(page.extract_text().split()) for page in read(data).pages]


def tree(data: bytes) -> str:
    """Return the parts of a file, such as "L(LI(Lbl LBody))"."""
    root: Any = read(data).trailer["/Root"]
    top = root["/StructTreeRoot"]["/K"]
    return " ".join(_told(child) for child in _children(top))


def parts(data: bytes, tag: str) -> list[Any]:
    """Return all parts with a tag, in reading order."""
    root: Any = read(data).trailer["/Root"]
    found: list[Any] = []

    def look(part: Any) -> None:
        if part["/S"] == f"/{tag}":
            found.append(part)
        for child in _children(part):
            look(child)

    look(root["/StructTreeRoot"]["/K"].get_object())
    return found


def _children(part: Any) -> list[Any]:
    kids = part.get_object().get("/K", [])
    each = kids if isinstance(kids, list) else [kids]
    found = (child.get_object() for child in each if not isinstance(child, int))
    return [child for child in found if not isinstance(child, int) and "/S" in child]


def _told(part: Any) -> str:
    below = " ".join(_told(child) for child in _children(part))
    tag = str(part["/S"])[1:]
    return f"{tag}({below})" if below else tag


def places(data: bytes, page: int = 0) -> dict[str, tuple[float, float]]:
    """Return where each line of text of a page begins, in points from the lower left corner.

    Text from right to left is told as it stands, from its left end.
    """
    found: dict[str, tuple[float, float]] = {}
    read_page = read(data).pages[page]
    resources: Any = read_page["/Resources"]
    letters = {name: _letters(font) for name, font in resources["/Font"].items()}
    content = read_page.get_contents()
    assert content is not None
    text, at, font = "", (0.0, 0.0), ""
    for operator in [*content.get_data().decode("latin-1").splitlines(), "0 0 Tm"]:
        *values, name = operator.split(" ")
        if name == "Tm":
            if text.strip():
                found.setdefault(text.strip(), at)
            text, at = "", (float(values[-2]), float(values[-1]))
        elif name == "Tf":
            font = values[0]
        elif name == "TJ":
            codes = "".join(re.findall(r"<([0-9a-f]+)>", operator))
            text += "".join(letters[font][codes[i : i + 4]] for i in range(0, len(codes), 4))
    return found


def _letters(font: Any) -> dict[str, str]:
    """Return what each code of a font says."""
    told = font.get_object()["/ToUnicode"].get_object().get_data().decode("ascii")
    pairs = re.findall(r"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>", told)
    return {code.lower(): bytes.fromhex(said).decode("utf-16-be") for code, said in pairs}
