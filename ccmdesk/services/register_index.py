"""Finds notes by letters of any of their texts, fast enough for every key over a large register."""

from array import array
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import compress

from sqlalchemy import Connection

from ccmdesk.services.search_text import folded
from ccmdesk.store.line_rows import Moment, acted_elsewhere, searched_texts

# Above so many notes a text is kept as one bit for each note, below as the list of its notes.
_OFTEN = 500
# So many notes may have changed since before everything is read anew.
_MOST_LOOSE = 3000
_BITS = tuple(bytes((byte >> bit) & 1 for bit in range(8)) for byte in range(256))


class RegisterIndex:
    """The texts of all notes at one moment; notes changed since are looked at one by one.

    A text that many notes share, such as the name of a meeting, is looked at once.
    """

    def __init__(self, connection: Connection, moment: Moment) -> None:
        self._moment = moment
        self._places: dict[int, int] = {}
        self._loose: dict[int, str] = {}
        self._found: dict[str, bytes] = {}
        self._ordered: Sequence[int] | None = None
        self._order_of = array("q")
        known: dict[str, array[int]] = {}
        for place, (note_id, texts) in enumerate(searched_texts(connection)):
            self._places[note_id] = place
            for text in texts:
                if text in known:
                    known[text].append(place)
                elif text:
                    known[text] = array("I", (place,))
        self._count = len(self._places)
        self._lone: list[tuple[str, int]] = []
        self._some: list[tuple[str, array[int]]] = []
        self._often: list[tuple[str, int]] = []
        for text, places in known.items():
            if len(places) == 1:
                self._lone.append((folded(text), places[0]))
            elif len(places) <= _OFTEN:
                self._some.append((folded(text), places))
            else:
                self._often.append((folded(text), _bits(places, self._count)))

    def refresh(self, connection: Connection, moment: Moment) -> bool:
        """Take in what changed since; False where it is so much that a new index is wanted."""
        if moment == self._moment:
            return True
        changed = list(searched_texts(connection, since=self._since(moment)))
        if moment.here != self._moment.here or acted_elsewhere(connection, self._moment.event):
            changed += searched_texts(connection, open_only=True)
        for note_id, texts in changed:
            self._loose[note_id] = folded("\n".join(texts))
            self._places.setdefault(note_id, len(self._places))
        self._moment = moment
        self._found.clear()
        self._ordered = None
        return len(self._loose) <= _MOST_LOOSE

    def search(self, search: str, ids: Sequence[int]) -> "array[int]":
        """Return those of `ids` in whose texts every word of `search` stands, in their order."""
        words = folded(search.replace(",", " ")).split()
        if not words:
            return array("q", ids)
        marks = self._marked(words[0])
        if len(words) > 1:
            both = int.from_bytes(marks, "little")
            for word in words[1:]:
                both &= int.from_bytes(self._marked(word), "little")
            marks = both.to_bytes(len(marks), "little")
        return array("q", compress(ids, map(marks.__getitem__, self._order(ids))))

    def _order(self, ids: Sequence[int]) -> "array[int]":
        """Return the places of `ids`; from key to key they are the same."""
        if self._ordered is not ids:
            place = self._places.get
            self._order_of = array("q", [place(note_id, -1) for note_id in ids])
            self._ordered = ids
        return self._order_of

    def _since(self, moment: Moment) -> datetime | None:
        return self._moment.updated_at if moment.updated_at else None

    def _marked(self, word: str) -> bytes:
        """Return a byte for each place, 1 where the word stands; the last is for no place."""
        known = self._found.get(word)
        if known is None:
            known = self._looked_up(word)
            if len(self._found) > 50:
                self._found.clear()
            self._found[word] = known
        return known

    def _looked_up(self, word: str) -> bytes:
        bits = 0
        for text, mask in self._often:
            if word in text:
                bits |= mask
        packed = bits.to_bytes((self._count + 7) // 8, "little")
        marks = bytearray(b"".join(map(_BITS.__getitem__, packed)))[: self._count]
        marks.extend(bytes(len(self._places) - self._count + 1))
        if bits.bit_count() < self._count:
            for text, places in self._some:
                if word in text:
                    for place in places:
                        marks[place] = 1
            for place in [place for text, place in self._lone if word in text]:
                marks[place] = 1
        for note_id, text in self._loose.items():
            marks[self._places[note_id]] = word in text
        return bytes(marks)


def _bits(places: Iterable[int], count: int) -> int:
    packed = bytearray((count + 7) // 8)
    for place in places:
        packed[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(packed, "little")
