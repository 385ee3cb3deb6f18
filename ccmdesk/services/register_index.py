"""Finds notes by letters of any of their texts, fast enough for every key over a large register."""

import re
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import compress
from operator import itemgetter
from string import ascii_lowercase, digits
from typing import cast

from sqlalchemy import Connection

from ccmdesk.services.search_text import folded
from ccmdesk.store.line_rows import Moment, acted_elsewhere, searched_texts

# Above so many notes a text is kept as one bit for each note, below as the list of its notes.
_OFTEN = 250
# So many notes may have changed since before everything is read anew.
_MOST_LOOSE = 3000
_MOST_WORDS = 60
_RUN = re.compile(r"[^\W_]+")
_AT_ONCE = 64
_Getter = Callable[[bytes], tuple[int, ...]]
_BITS = tuple(bytes((byte >> bit) & 1 for bit in range(8)) for byte in range(256))


@dataclass(frozen=True, slots=True)
class _Bundle:
    """Some texts with the places of their notes; a word missing in `whole` is in none of them.

    `lone` belong to one note each.
    """

    whole: str
    lone: tuple[tuple[str, int], ...]
    some: tuple[tuple[str, "array[int]"], ...]


@dataclass(frozen=True, slots=True)
class _Texts:
    """Different texts, in bundles, and those of so many notes that each has a mask of its own."""

    bundles: list[_Bundle]
    often: list[tuple[str, int]]

    def having(self, word: str) -> "_Texts":
        """Return those in which the word stands, some others beside them."""
        return _Texts(
            [each for each in self.bundles if word in each.whole],
            [each for each in self.often if word in each[0]],
        )


class RegisterIndex:
    """The texts of all notes at one moment; notes changed since are looked at one by one.

    A text that many notes share, such as the name of a meeting, is looked at once. A word of
    letters and digits alone can only stand in a run of them, and there are far fewer runs than
    texts: those of numbers and dates stand in many notes. Any other word is looked for in the
    whole texts.
    """

    def __init__(self, connection: Connection, moment: Moment) -> None:
        self._moment = moment
        self._places: dict[int, int] = {}
        self._loose: dict[int, str] = {}
        whole: dict[str, array[int]] = {}
        for place, (note_id, texts) in enumerate(searched_texts(connection)):
            self._places[note_id] = place
            for text in texts:
                if text in whole:
                    whole[text].append(place)
                elif text:
                    whole[text] = array("I", (place,))
        self._count = len(self._places)
        runs: dict[str, array[int]] = {}
        marked: dict[str, array[int]] = {}
        for text, places in whole.items():
            plain = folded(text)
            for run in set(_RUN.findall(plain)):
                runs.setdefault(run, array("I")).extend(places)
            if not plain.isalnum():
                marked[plain] = marked[plain] + places if plain in marked else places
        self._runs, self._whole = self._bundled(runs), self._bundled(marked)
        self._having: dict[str, _Texts] = {}
        # A single letter stands nearly everywhere; what it finds is looked up once.
        self._letters = {letter: self._marked(letter) for letter in ascii_lowercase + digits}
        self._words: dict[str, bytes] = {}
        self._ordered: Sequence[int] | None = None
        self._getter: _Getter = itemgetter(-1, -1)

    def _bundled(self, known: Mapping[str, "array[int]"]) -> _Texts:
        few, often = [], []
        # Side by side, those that are alike hold a word together or lack it together; made anew in
        # this order, they lie side by side in memory too.
        for text in sorted(known):
            places = known[text]
            if len(places) <= _OFTEN:
                few.append((text, places))
            else:
                often.append((text, _bits(places, self._count)))
        return _Texts(
            [_bundle(few[start : start + _AT_ONCE]) for start in range(0, len(few), _AT_ONCE)],
            often,
        )

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
        self._ordered = None
        return len(self._loose) <= _MOST_LOOSE

    def search(self, search: str, ids: Sequence[int]) -> list[int]:
        """Return those of `ids` in whose texts every word of `search` stands, in their order."""
        words = folded(search.replace(",", " ")).split()
        if not words or not ids:
            return list(ids)
        marks = self._found(words[0])
        if len(words) > 1:
            both = int.from_bytes(marks, "little")
            for word in words[1:]:
                both &= int.from_bytes(self._found(word), "little")
            marks = both.to_bytes(len(marks), "little")
        return list(compress(ids, self._in_order(ids)(marks)))

    def prepare(self, ids: Sequence[int]) -> None:
        """Get ready to search among `ids`, which takes a moment where they are many."""
        if ids:
            self._in_order(ids)

    def _in_order(self, ids: Sequence[int]) -> _Getter:
        """Return what brings marks into the order of `ids`; from key to key it is the same."""
        if self._ordered is not ids:
            place = self._places.get
            # The last place belongs to no note; named once more it makes two of a single note.
            order = [place(note_id, -1) for note_id in ids]
            self._getter = cast("_Getter", itemgetter(*order, -1))
            self._ordered = ids
        return self._getter

    def _since(self, moment: Moment) -> datetime | None:
        return self._moment.updated_at if moment.updated_at else None

    def _found(self, word: str) -> bytes:
        """Return a byte for each place, 1 where the word stands now; the last is for no place."""
        marks = bytearray(self._letters.get(word) or self._looked_up(word))
        marks.extend(bytes(len(self._places) - self._count + 1))
        for note_id, text in self._loose.items():
            marks[self._places[note_id]] = word in text
        return bytes(marks)

    def _looked_up(self, word: str) -> bytes:
        known = self._words.get(word)
        if known is None:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            known = self._words[word] = self._marked(word)
        return known

    def _marked(self, word: str) -> bytes:
        """Return a byte for each place of the index, 1 where the word stood when it was made."""
        # What holds the word holds its beginning, which was typed a key before.
        plain = word.isalnum()
        texts = self._runs if plain else self._whole
        if word[:-1].isalnum() == plain:
            texts = self._having.get(word[:-1], texts)
        having = texts.having(word)
        if len(self._having) >= _MOST_WORDS:
            self._having.clear()
        self._having[word] = having
        bits = 0
        for _, mask in having.often:
            bits |= mask
        packed = bits.to_bytes((self._count + 7) // 8, "little")
        marks = bytearray(b"".join(map(_BITS.__getitem__, packed)))[: self._count]
        if bits.bit_count() < self._count:
            for bundle in having.bundles:
                for place in [place for text, place in bundle.lone if word in text]:
                    marks[place] = 1
                for places in [places for text, places in bundle.some if word in text]:
                    for place in places:
                        marks[place] = 1
        return bytes(marks)


def _bundle(texts: Sequence[tuple[str, "array[int]"]]) -> _Bundle:
    return _Bundle(
        "\n".join(text for text, _ in texts),
        tuple((text, places[0]) for text, places in texts if len(places) == 1),
        tuple((text, places) for text, places in texts if len(places) > 1),
    )


def _bits(places: Iterable[int], count: int) -> int:
    packed = bytearray((count + 7) // 8)
    for place in places:
        packed[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(packed, "little")
