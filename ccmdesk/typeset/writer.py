"""The objects of a PDF file, numbered by ReportLab's document writer and packed together."""

import hashlib
import zlib
from itertools import accumulate

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFFile, PDFObject

_VERSION = (1, 7)
# The lowest: higher ones take a tenth of the time of a paper, for two hundredths of its size.
_LEVEL = 1
# A reader unpacks a whole stream to see one of its objects.
_OBJECTS_IN_A_STREAM = 200
# Numbers ReportLab keeps for itself and this file does not use.
_FREE = (0, 0, 0)
_ESCAPED = b'()\\<>"'


class _Raw(PDFObject):  # type: ignore[misc] # ReportLab ships no types
    """An object whose bytes are known."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.body = b"null"

    def format(self, document: PDFDocument) -> bytes:
        """Return the bytes, as ReportLab asks for them."""
        return self.body


class PdfFile:
    """A file in the making; an object is known by its number."""

    def __init__(self) -> None:
        self._document = PDFDocument(invariant=1, pdfVersion=_VERSION)
        self._raw: dict[int, _Raw] = {}
        self._streams: set[int] = set()

    def reserve(self) -> int:
        """Return the number of an object that is set later."""
        raw = _Raw()
        self._document.Reference(raw)
        number = int(self._document.objectcounter)
        self._raw[number] = raw
        return number

    def set(self, number: int, body: bytes) -> None:
        """Give the object its bytes."""
        self._raw[number].body = body

    def add(self, body: bytes) -> int:
        """Add an object and return its number."""
        number = self.reserve()
        self.set(number, body)
        return number

    def stream(self, entries: bytes, data: bytes, *, packed: bytes | None = None) -> int:
        """Add a stream packed with zlib; `packed` is the data where that has been done before."""
        content = zlib.compress(data, _LEVEL) if packed is None else packed
        return self.plain_stream(b"/Filter /FlateDecode " + entries, content)

    def plain_stream(self, entries: bytes, data: bytes) -> int:
        """Add a stream as it is."""
        # PDF/A asks for a line end before "endstream" that is not part of the data; of both signs,
        # so that data that ends in one of them is not taken for longer or shorter than it is.
        number = self.add(
            b"<< %s /Length %d >>\nstream\n%s\r\nendstream" % (entries, len(data), data)
        )
        self._streams.add(number)
        return number

    def finished(self, catalog: int, info: int) -> bytes:
        """Return the file; its identifier depends on its content alone."""
        places = self._pack()
        file = PDFFile(_VERSION)
        for number in sorted(self._streams):
            offset = file.add(b"%d 0 obj\n%s\nendobj\n" % (number, self._raw[number].body))
            places[number] = (1, offset, 0)
        digest = hashlib.md5(file.format(self._document), usedforsecurity=False)
        told = digest.hexdigest().encode()
        table = int(self._document.objectcounter) + 1
        length = file.add(b"")
        places[table] = (1, length, 0)
        wide = (length.bit_length() + 7) // 8
        # What kind of place, where it is, and which one there; the first place is of no object.
        rows = b"".join(
            [bytes(2 + wide)]
            + [
                bytes((kind,)) + place.to_bytes(wide, "big") + bytes((index,))
                for kind, place, index in (
                    places.get(number, _FREE) for number in range(1, table + 1)
                )
            ]
        )
        packed = zlib.compress(rows, _LEVEL)
        file.add(
            b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 %d 1] /Root %s /Info %s /ID [<%s> <%s>]"
            b" /Filter /FlateDecode /Length %d >>\nstream\n%s\r\nendstream\nendobj\n"
            b"startxref\n%d\n%%%%EOF\n"
            % (
                *(table, table + 1, wide, reference(catalog), reference(info), told, told),
                *(len(packed), packed, length),
            )
        )
        return bytes(file.format(self._document))

    def _pack(self) -> dict[int, tuple[int, int, int]]:
        """Pack all but the streams into streams of objects and tell where each object is.

        ReportLab writes every object by itself; a tagged paper has so many that its size trebles.
        """
        loose = [number for number in self._raw if number not in self._streams]
        places: dict[int, tuple[int, int, int]] = {}
        for start in range(0, len(loose), _OBJECTS_IN_A_STREAM):
            numbers = loose[start : start + _OBJECTS_IN_A_STREAM]
            bodies = [self._raw[number].body for number in numbers]
            offsets = accumulate((len(body) + 1 for body in bodies), initial=0)
            head = b"".join([b"%d %d " % pair for pair in zip(numbers, offsets, strict=False)])
            entries = b"/Type /ObjStm /N %d /First %d" % (len(numbers), len(head))
            holder = self.stream(entries, head + b"\n".join(bodies))
            places |= {number: (2, holder, index) for index, number in enumerate(numbers)}
        return places


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
