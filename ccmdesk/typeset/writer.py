"""The objects of a PDF file, numbered and put in order by ReportLab's document writer."""

import hashlib
import zlib

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

PDF_VERSION = (1, 7)
_ESCAPED = b'()\\<>"'


class _Raw(PDFObject):  # type: ignore[misc] # ReportLab ships no types
    """An object whose bytes are known."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.body = b""

    def format(self, document: PDFDocument) -> bytes:
        """Return the bytes, as ReportLab asks for them."""
        return self.body


class PdfFile:
    """A file in the making; an object is known by its number."""

    def __init__(self) -> None:
        self._document = PDFDocument(invariant=1, pdfVersion=PDF_VERSION)
        self._objects: dict[int, _Raw] = {}

    def reserve(self) -> int:
        """Return the number of an object that is set later."""
        raw = _Raw()
        self._document.Reference(raw)
        number = int(self._document.objectcounter)
        self._objects[number] = raw
        return number

    def set(self, number: int, body: bytes) -> None:
        """Give the object its bytes."""
        self._objects[number].body = body

    def add(self, body: bytes) -> int:
        """Add an object and return its number."""
        number = self.reserve()
        self.set(number, body)
        return number

    def stream(self, entries: bytes, data: bytes, *, packed: bytes | None = None) -> int:
        """Add a stream packed with zlib; `packed` is the data where that has been done before."""
        content = zlib.compress(data, 6) if packed is None else packed
        return self.plain_stream(b"/Filter /FlateDecode " + entries, content)

    def plain_stream(self, entries: bytes, data: bytes) -> int:
        """Add a stream as it is."""
        # PDF/A asks for a line end before "endstream" that is not part of the data; of both signs,
        # so that data that ends in one of them is not taken for longer or shorter than it is.
        return self.add(
            b"<< %s /Length %d >>\nstream\n%s\r\nendstream" % (entries, len(data), data)
        )

    def finished(self, catalog: int, info: int) -> bytes:
        """Return the file; its identifier depends on its content alone."""
        digest = hashlib.md5(usedforsecurity=False)
        for number, raw in self._objects.items():
            digest.update(b"%d " % number + raw.body)
        document = self._document
        document.signature = digest
        document.Catalog, document.info = self._objects[catalog], self._objects[info]
        return bytes(document.format())


def name(text: str) -> bytes:
    """Return a name object; every character that is not plain is written as its number."""
    plain = "".join(
        chr(byte) if (chr(byte).isalnum() and byte < 128) or byte in b"-+_." else f"#{byte:02X}"
        for byte in text.encode()
    )
    return b"/" + plain.encode()


def text_string(text: str) -> bytes:
    """Return a text string that any language fits in."""
    return b"<FEFF" + text.encode("utf-16-be", "replace").hex().upper().encode() + b">"


def literal_string(text: str) -> bytes:
    """Return a string of plain characters, such as an address; others are written as %-codes."""
    plain = "".join(
        chr(byte) if 0x20 < byte < 0x7F and byte not in _ESCAPED else f"%{byte:02X}"
        for byte in text.encode("utf-8", "replace")
    )
    return b"(" + plain.encode() + b")"


def reference(number: int) -> bytes:
    """Return what points to an object."""
    return b"%d 0 R" % number
