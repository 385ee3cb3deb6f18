"""The objects of a PDF file, numbered, packed into streams of objects and put in order."""

import hashlib
import zlib
from itertools import accumulate

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
# The lowest: higher ones take a tenth of the time of a paper, for two hundredths of its size.
_LEVEL = 1
# A reader unpacks a whole stream to see one of its objects.
_OBJECTS_IN_A_STREAM = 200
_ESCAPED = b'()\\<>"'


class PdfFile:
    """A file in the making; an object is known by its number."""

    def __init__(self) -> None:
        self._bodies: list[bytes] = []
        self._streams: set[int] = set()

    def reserve(self) -> int:
        """Return the number of an object that is set later."""
        self._bodies.append(b"null")
        return len(self._bodies)

    def set(self, number: int, body: bytes) -> None:
        """Give the object its bytes."""
        self._bodies[number - 1] = body

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
        parts, length = [_HEAD], len(_HEAD)
        for number in sorted(self._streams):
            places[number] = (1, length, 0)
            part = b"%d 0 obj\n%s\nendobj\n" % (number, self._bodies[number - 1])
            parts.append(part)
            length += len(part)
        digest = hashlib.md5(b"".join(parts), usedforsecurity=False).hexdigest().encode()
        table = len(self._bodies) + 1
        places[table] = (1, length, 0)
        wide = (length.bit_length() + 7) // 8
        # What kind of place, where it is, and which one there; the first place is of no object.
        rows = b"".join(
            [bytes(2 + wide)]
            + [
                bytes((kind,)) + place.to_bytes(wide, "big") + bytes((index,))
                for kind, place, index in (places[number] for number in range(1, table + 1))
            ]
        )
        packed = zlib.compress(rows, _LEVEL)
        parts.append(
            b"%d 0 obj\n<< /Type /XRef /Size %d /W [1 %d 1] /Root %s /Info %s /ID [<%s> <%s>]"
            b" /Filter /FlateDecode /Length %d >>\nstream\n%s\r\nendstream\nendobj\n"
            b"startxref\n%d\n%%%%EOF\n"
            % (
                *(table, table + 1, wide, reference(catalog), reference(info), digest, digest),
                *(len(packed), packed, length),
            )
        )
        return b"".join(parts)

    def _pack(self) -> dict[int, tuple[int, int, int]]:
        """Pack all but the streams into streams of objects and tell where each object is."""
        loose = [
            number for number in range(1, len(self._bodies) + 1) if number not in self._streams
        ]
        places: dict[int, tuple[int, int, int]] = {}
        for start in range(0, len(loose), _OBJECTS_IN_A_STREAM):
            numbers = loose[start : start + _OBJECTS_IN_A_STREAM]
            bodies = [self._bodies[number - 1] for number in numbers]
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
