"""What a DOCX says, paragraph by paragraph, with tracked changes accepted."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from ccmdesk.domain.errors import InputError

MOST_BYTES = 20 * 1024 * 1024
_MOST_UNPACKED = 200 * 1024 * 1024
_GONE = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:instrText")})
_WHITE = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_CELLS_WITHIN = frozenset({qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:smartTag")})


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph: the name of its style and its text, tabs and line breaks kept."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the paragraphs of each cell."""

    cells: tuple[tuple[Told, ...], ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote in the margin."""

    author: str
    text: str


class EditedDocument:
    """A DOCX as somebody sent it back.

    Raises InputError (field "docx") where the file is too large, damaged or no DOCX.
    """

    def __init__(self, data: bytes) -> None:
        if len(data) > MOST_BYTES:
            raise InputError("The document is larger than 20 MB; send it without pictures.", "docx")
        self._document = _opened(data)
        styles = self._document.styles.element.findall(qn("w:style"))
        self._names = {style.get(qn("w:styleId")): _name(style) for style in styles}

    def properties(self) -> dict[str, str]:
        """Return the properties the program keeps in its documents."""
        for rel in self._document.part.package.rels.values():
            if rel.reltype.endswith("/custom-properties"):
                parsed = parse_xml(rel.target_part.blob)
                return {each.get("name", ""): "".join(each.itertext()) for each in parsed}
        return {}

    def content(self) -> Iterator[Told | Row]:
        """Yield the paragraphs, and the rows of tables, in reading order."""
        yield from self._within(self._document.element.body)

    def comments(self) -> list[Comment]:
        """Return what was written in the margin."""
        for rel in self._document.part.rels.values():
            if rel.reltype.endswith("/comments"):
                found = parse_xml(rel.target_part.blob).findall(qn("w:comment"))
                return [
                    Comment(each.get(qn("w:author"), ""), " ".join(_text(each).split()))
                    for each in found
                ]
        return []

    def _within(self, parent: Any) -> Iterator[Told | Row]:
        held = ""
        for child in parent:
            if child.tag == qn("w:p"):
                text = held + _text(child)
                # Whoever deletes the end of a paragraph joins it with the next.
                held = text if _joins_next(child) else ""
                if not held:
                    yield Told(self._style(child), text)
            elif child.tag == qn("w:tbl"):
                for row in child.iter(qn("w:tr")):
                    if not _deleted(row):
                        yield Row(tuple(self._cell(cell) for cell in row.iter(qn("w:tc"))))
            elif child.tag in _CELLS_WITHIN:
                yield from self._within(child)

    def _cell(self, cell: Any) -> tuple[Told, ...]:
        return tuple(each for each in self._within(cell) if isinstance(each, Told))

    def _style(self, paragraph: Any) -> str:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return "" if style is None else self._names.get(style.get(qn("w:val")), "")


def _opened(data: bytes) -> DocxDocument:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > _MOST_UNPACKED:
                raise InputError("The document is too large to be read.", "docx")
        return docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError) as fault:
        # lxml's errors of syntax are Python's.
        raise InputError(
            "This is no Word document that can be read; save it as .docx and try again.", "docx"
        ) from fault


def _name(style: Any) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val"), ""))


def _text(element: Any) -> str:
    """Return the text below an element as it reads once all changes are accepted."""
    found: list[str] = []
    for child in element:
        if child.tag in _GONE or child.tag == qn("w:pPr"):
            continue
        if child.tag == qn("w:t"):
            found.append(child.text or "")
        elif child.tag in _WHITE:
            found.append(_WHITE[child.tag])
        else:
            found.append(_text(child))
    return "".join(found)


def _joins_next(paragraph: Any) -> bool:
    path = f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}"
    return paragraph.find(path) is not None


def _deleted(row: Any) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None
