"""Two versions of a note compared by words: data for the screen, and a paper."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from ccmdesk.documents.members import in_one_line
from ccmdesk.documents.note_sheet import NoteSheet, courtesy_sheet, note_sheet
from ccmdesk.documents.printed_text import without_marks
from ccmdesk.documents.printing import rendered
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.note import NoteContent
from ccmdesk.typeset.blocks import (
    Block,
    Document,
    FontFile,
    Heading,
    Margins,
    PageLine,
    Paragraph,
    Rule,
    Section,
    Text,
    deleted,
    inserted,
    paged,
    plain,
)

# Words with the space after them; each Chinese character is a word.
_WORDS = re.compile(r"[\u3400-\u9fff\uff01-\uff5e\u3000-\u303f]|\s+|\w+|[^\w\s]")
_ALIKE = 0.4
_KEY_WORTH = 0.3


class PieceKind(StrEnum):
    """What a comparison says of a piece of text."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, went or came."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class ComparedParagraph:
    """A paragraph of either version or of both; `place` says in words where it stands."""

    place: str
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Tell whether anything differs."""
        return any(piece.kind is not PieceKind.SAME for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Line:
    key: str
    place: str
    text: str


def compared_words(before: str, after: str) -> tuple[Piece, ...]:
    """Return the words of both texts in order; what is in neither `SAME` nor gone is new."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    found: list[Piece] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece(PieceKind.SAME, "".join(old[i:j])))
            continue
        if j > i:
            found.append(Piece(PieceKind.DELETED, "".join(old[i:j])))
        if m > k:
            found.append(Piece(PieceKind.INSERTED, "".join(new[k:m])))
    return tuple(_joined(found))


def compared(before: NoteContent, after: NoteContent) -> tuple[ComparedParagraph, ...]:
    """Return both versions of a note as one, paragraph by paragraph, from top to foot.

    Raises InputError for a language without a phrase pack.
    """
    old, new = list(_lines(before)), list(_lines(after))
    found: list[ComparedParagraph] = []
    for i, k in _aligned(old, new):
        one, other = (old[i] if i >= 0 else None), (new[k] if k >= 0 else None)
        line = other or one
        assert line is not None
        pieces = compared_words(one.text if one else "", other.text if other else "")
        found.append(ComparedParagraph(line.place, pieces))
    return tuple(found)


def redline_pdf(
    before: NoteContent,
    after: NoteContent,
    *,
    versions: tuple[str, str],
    printed_on: date,
    fonts: Sequence[FontFile] = (),
) -> bytes:
    """Return the comparison as PDF; `versions` name the older and the newer one.

    Raises InputError where a character is in no bundled font.
    """
    compared = redline_blocks(before, after, versions=versions, printed_on=printed_on)
    return rendered(compared, fonts)


def redline_blocks(
    before: NoteContent, after: NoteContent, *, versions: tuple[str, str], printed_on: date
) -> Document:
    """Return the comparison as blocks."""
    paragraphs = compared(before, after)
    changes = sum(paragraph.changed for paragraph in paragraphs)
    told = f"{changes} of {len(paragraphs)} paragraphs differ." if changes else "Nothing differs."
    blocks: list[Block] = [
        Heading(plain("Comparison of two versions", bold=True), size=1.3),
        Paragraph((*plain("Older: "), *deleted(versions[0])), before=2),
        Paragraph((*plain("Newer: "), *inserted(versions[1])), before=0.5),
        Paragraph(plain(told), size=0.9, before=1.5),
        Rule(before=2),
    ]
    place = ""
    for paragraph in paragraphs:
        if paragraph.place != place:
            place = paragraph.place
            blocks.append(Paragraph(plain(place, bold=True), size=0.8, before=3, keep_next=True))
        text = tuple(run for piece in paragraph.pieces for run in _run(piece))
        translated = place.startswith(_TRANSLATION) and after.courtesy
        # In a section of its own an Arabic paragraph runs from the right.
        language = after.courtesy if translated else after.language
        blocks.append(Section((Paragraph(text, before=0.8),), language))
    return Document(
        title=f"Comparison: {versions[0]} and {versions[1]}",
        author=after.names.mission,
        subject="Comparison of two versions of a note verbale",
        language="en",
        blocks=tuple(blocks),
        paper=after.layout.paper,
        margins=Margins(25, 25, 22, 22),
        size=11,
        dated=printed_on,
        footer=PageLine(left=plain(f"Printed on {spoken(printed_on)}"), right=_PAGE, size=9),
        first_footer=None,
    )


_TRANSLATION = "Translation: "
_PAGE = paged("Page {page} of {pages}")


def _run(piece: Piece) -> Text:
    if piece.kind is PieceKind.DELETED:
        return deleted(piece.text)
    if piece.kind is PieceKind.INSERTED:
        return inserted(piece.text)
    return plain(piece.text)


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces, those of one kind as one; a blank between two changes changes with them."""
    pending: dict[PieceKind, str] = {}
    last = len(pieces) - 1
    for index, piece in enumerate(pieces):
        between = bool(pending) and 0 < index < last and not piece.text.strip()
        if piece.kind is PieceKind.SAME and not between:
            yield from _changed(pending)
            pending = {}
            yield piece
            continue
        kinds = (PieceKind.DELETED, PieceKind.INSERTED)
        for kind in kinds if piece.kind is PieceKind.SAME else (piece.kind,):
            pending[kind] = pending.get(kind, "") + piece.text
    yield from _changed(pending)


def _changed(pending: dict[PieceKind, str]) -> Iterator[Piece]:
    for kind in (PieceKind.DELETED, PieceKind.INSERTED):
        if pending.get(kind):
            yield Piece(kind, pending[kind])


def _aligned(old: Sequence[_Line], new: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places that belong together, -1 where a paragraph has no counterpart.

    The pairs are those of the greatest likeness that keep both orders.
    """
    worth = [[_likeness(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for k in range(len(new) - 1, -1, -1):
            both = best[i + 1][k + 1] + worth[i][k] if worth[i][k] else 0.0
            best[i][k] = max(both, best[i + 1][k], best[i][k + 1])
    i = k = 0
    while i < len(old) or k < len(new):
        if i == len(old):
            yield -1, k
            k += 1
        elif k == len(new) or best[i][k] == best[i + 1][k]:
            yield i, -1
            i += 1
        elif best[i][k] == best[i][k + 1]:
            yield -1, k
            k += 1
        else:
            yield i, k
            i, k = i + 1, k + 1


def _likeness(one: _Line, other: _Line) -> float:
    """Return how much two paragraphs are alike, 0 for not at all."""
    same_key = one.key == other.key and one.key != ""
    if one.text == other.text:
        return 1.0 + _KEY_WORTH * same_key
    words, others = set(one.text.split()), set(other.text.split())
    alike = 2 * len(words & others) / (len(words) + len(others) or 1)
    if same_key:
        return alike + _KEY_WORTH
    return alike if one.place == other.place and alike >= _ALIKE else 0.0


def _lines(content: NoteContent) -> Iterator[_Line]:
    """Yield every paragraph of a note, its translation included."""
    yield from _lines_of(note_sheet(content), "")
    translation = courtesy_sheet(content)
    if translation is not None:
        yield from _lines_of(translation, _TRANSLATION)


def _lines_of(sheet: NoteSheet, prefix: str) -> Iterator[_Line]:
    def line(key: str, place: str, text: str) -> _Line:
        return _Line(key and prefix + key, f"{prefix}{place}", without_marks(text))

    yield line("number", "Number", sheet.number)
    for mark in sheet.marks:
        yield line("mark", "Marks", mark)
    for passage in sheet.passages:
        yield line(passage.key, "Text", passage.text)
        for item in passage.items:
            yield line("", "Text", f"– {item}")
        for member in passage.members:
            yield line("", "Delegation", in_one_line(member, sheet.language))
    yield line("closing", "Closing", sheet.closing)
    yield line("date", "Place and date", sheet.place_and_date)
    if sheet.enclosures:
        yield line("enclosures", "Enclosures", sheet.enclosures)
    if sheet.address:
        yield line(
            "address",
            "Addressee",
            ", ".join(without_marks(each).rstrip(",") for each in sheet.address),
        )
    for member in sheet.annexed:
        yield line("", "Annex", in_one_line(member, sheet.language))
