"""Which way text runs: the Unicode bidirectional algorithm (UAX 9), isolates and brackets included.

The names of the rules (P2, X5a, W1, N0 ...) are those of the standard.
"""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "fa", "he", "ur", "dv", "ps", "yi"})

_MOST_DEPTH = 125
_EMBEDDINGS = {"RLE": (1, ""), "LRE": (0, ""), "RLO": (1, "R"), "LRO": (0, "L")}
_ISOLATES = frozenset({"RLI", "LRI", "FSI"})
_REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "RLI", "LRI", "FSI", "PDI"})
_TURNING = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "FSI", "LRI", "LRE", "LRO", "PDI"})
_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CLOSING_OF = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_CLOSING = frozenset(_CLOSING_OF.values())
_MOST_OPEN_BRACKETS = 63


def mixed(text: str) -> bool:
    """Tell whether any of the text may run from right to left."""
    if text.isascii():
        return False
    return any(
        character >= "\u0590" and unicodedata.bidirectional(character) in _TURNING
        for character in text
    )


def levels(text: str, base: int | None = None) -> list[int]:
    """Return how deep each character of a paragraph is embedded; odd is from right to left.

    `base` is 0 for a paragraph from left to right, 1 for one from right to left; None lets the
    first strong character decide.
    """
    classes = [unicodedata.bidirectional(character) or "L" for character in text]
    matches = _matching_isolates(classes)
    if base is None:
        base = _first_strong(classes, matches, 0, len(classes))
    found, types = _explicit(classes, matches, base)
    kept = [index for index, kind in enumerate(classes) if kind not in _REMOVED]
    for sequence, start, end in _sequences(classes, kept, found, matches, base):
        _resolve(_Sequence(text, sequence, types, found[sequence[0]], start, end))
    for index in kept:
        found[index] += _implicit(types[index], found[index])
    _reset(classes, found, base)
    return found


def base_level(text: str) -> int:
    """Return the level the first strong character gives a paragraph (P2, P3)."""
    classes = [unicodedata.bidirectional(character) or "L" for character in text]
    return _first_strong(classes, _matching_isolates(classes), 0, len(classes))


def visual_order(found: Sequence[int]) -> list[int]:
    """Return the places of a line's items from left to right (L2), from the levels of the items."""
    order = list(range(len(found)))
    if not found:
        return order
    for level in range(max(found), 0, -1):
        start = 0
        while start < len(order):
            if found[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


def _matching_isolates(classes: Sequence[str]) -> dict[int, int]:
    """Return for each isolate its closing PDI and the other way round (BD9)."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for index, kind in enumerate(classes):
        if kind in _ISOLATES:
            opened.append(index)
        elif kind == "PDI" and opened:
            start = opened.pop()
            found[start], found[index] = index, start
        elif kind == "B":
            opened = []
    return found


def _first_strong(classes: Sequence[str], matches: dict[int, int], start: int, end: int) -> int:
    index = start
    while index < end:
        kind = classes[index]
        if kind in ("R", "AL"):
            return 1
        if kind == "L":
            return 0
        if kind in _ISOLATES:
            index = matches.get(index, end)
        index += 1
    return 0


def _explicit(
    classes: Sequence[str], matches: dict[int, int], base: int
) -> tuple[list[int], list[str]]:
    """Follow embeddings, overrides and isolates (X1 to X8)."""
    found, types = [base] * len(classes), list(classes)
    stack: list[tuple[int, str, bool]] = [(base, "", False)]
    lost_isolates = lost_embeddings = open_isolates = 0
    for index, kind in enumerate(classes):
        level, override, _ = stack[-1]
        found[index] = level
        if kind in _EMBEDDINGS:
            odd, direction = _EMBEDDINGS[kind]
            deeper = _deeper(level, odd)
            if deeper <= _MOST_DEPTH and not lost_isolates and not lost_embeddings:
                stack.append((deeper, direction, False))
            elif not lost_isolates:
                lost_embeddings += 1
        elif kind in _ISOLATES:
            types[index] = override or kind
            end = matches.get(index, len(classes))
            odd = kind == "RLI" or (
                kind == "FSI" and _first_strong(classes, matches, index + 1, end) == 1
            )
            deeper = _deeper(level, odd)
            if deeper <= _MOST_DEPTH and not lost_isolates and not lost_embeddings:
                open_isolates += 1
                stack.append((deeper, "", True))
            else:
                lost_isolates += 1
        elif kind == "PDI":
            if lost_isolates:
                lost_isolates -= 1
            elif open_isolates:
                lost_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                open_isolates -= 1
            found[index] = stack[-1][0]
            types[index] = stack[-1][1] or kind
        elif kind == "PDF":
            if not lost_isolates:
                if lost_embeddings:
                    lost_embeddings -= 1
                elif not stack[-1][2] and len(stack) > 1:
                    stack.pop()
            found[index] = stack[-1][0]
        elif kind == "B":
            found[index] = base
        elif kind != "BN":
            types[index] = override or kind
    return found, types


def _deeper(level: int, odd: int | bool) -> int:
    """Return the next level that is odd, or that is even."""
    return level + 1 + ((level + 1) % 2 != int(odd))


def _sequences(
    classes: Sequence[str],
    kept: Sequence[int],
    found: Sequence[int],
    matches: dict[int, int],
    base: int,
) -> list[tuple[list[int], str, str]]:
    """Return the isolating run sequences, each with the direction before and after it (X10)."""
    runs: list[list[int]] = []
    for index in kept:
        if runs and found[runs[-1][-1]] == found[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    begins = {run[0]: run for run in runs}
    position = {index: place for place, index in enumerate(kept)}
    sequences = []
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in matches:
            continue
        whole = list(run)
        while classes[whole[-1]] in _ISOLATES and whole[-1] in matches:
            whole += begins[matches[whole[-1]]]
        level = found[whole[0]]
        place = position[whole[0]]
        before = found[kept[place - 1]] if place else base
        place = position[whole[-1]]
        open_ended = classes[whole[-1]] in _ISOLATES
        after = base if open_ended or place + 1 == len(kept) else found[kept[place + 1]]
        sequences.append((whole, _direction(max(level, before)), _direction(max(level, after))))
    return sequences


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


class _Sequence(NamedTuple):
    """Characters that are resolved together: where they stand, and the types of all the text."""

    text: str
    places: list[int]
    types: list[str]
    level: int
    start: str
    end: str


def _resolve(run: _Sequence) -> None:
    """Resolve weak and neutral types of a sequence (W1 to W7, N0 to N2)."""
    original = [run.types[place] for place in run.places]
    kinds = _weak(original, run.start)
    _pair_brackets(run, original, kinds)
    _neutral(run, kinds)
    for place, kind in zip(run.places, kinds, strict=True):
        run.types[place] = kind


def _weak(original: Sequence[str], start: str) -> list[str]:
    kinds = list(original)
    before = start
    for index, kind in enumerate(kinds):  # W1
        if kind == "NSM":
            kinds[index] = "ON" if before in _ISOLATES or before == "PDI" else before
        before = kinds[index]
    strong = start
    for index, kind in enumerate(kinds):  # W2, W3
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for index in range(1, len(kinds) - 1):  # W4
        around = (kinds[index - 1], kinds[index + 1])
        if (kinds[index] in ("ES", "CS") and around == ("EN", "EN")) or (
            kinds[index] == "CS" and around == ("AN", "AN")
        ):
            kinds[index] = around[0]
    index = 0
    while index < len(kinds):  # W5, W6
        end = index
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > index:
            near = "EN" in (kinds[index - 1] if index else "", *kinds[end : end + 1])
            kinds[index:end] = ["EN" if near else "ON"] * (end - index)
        index = max(end, index + 1)
    strong = start
    for index, kind in enumerate(kinds):  # W6, W7
        if kind in ("ES", "CS", "ET"):
            kinds[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"
    return kinds


def _strong(kind: str) -> str:
    """Return the direction a type counts as among neutrals, empty if it has none."""
    return "L" if kind == "L" else "R" if kind in ("R", "EN", "AN") else ""


def _pair_brackets(run: _Sequence, original: Sequence[str], kinds: list[str]) -> None:
    """Let brackets that belong together point the same way (N0)."""
    embedding = _direction(run.level)
    for opening, closing in _bracket_pairs(run, kinds):
        inside = {_strong(kind) for kind in kinds[opening + 1 : closing]} - {""}
        if embedding in inside:
            chosen = embedding
        elif inside:
            earlier = (_strong(kind) for kind in reversed(kinds[:opening]))
            before = next((kind for kind in earlier if kind), run.start)
            chosen = before if before != embedding else embedding
        else:
            continue
        for place in (opening, closing):
            kinds[place] = chosen
            follower = place + 1
            while follower < len(kinds) and original[follower] == "NSM":
                kinds[follower] = chosen
                follower += 1


def _bracket_pairs(run: _Sequence, kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Return the pairs of a sequence in the order of their opening (BD16)."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for index, place in enumerate(run.places):
        if kinds[index] != "ON":
            continue
        # The old angle brackets are the same as the newer ones.
        character = unicodedata.normalize("NFC", run.text[place])
        if character in _CLOSING_OF:
            if len(opened) == _MOST_OPEN_BRACKETS:
                return []
            opened.append((_CLOSING_OF[character], index))
        elif character in _CLOSING:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == character:
                    pairs.append((opened[depth][1], index))
                    del opened[depth:]
                    break
    return sorted(pairs)


def _neutral(run: _Sequence, kinds: list[str]) -> None:
    """Let neutrals follow their surroundings (N1, N2)."""
    embedding = _direction(run.level)
    index = 0
    before = run.start
    while index < len(kinds):
        if kinds[index] not in _NEUTRAL:
            before = _strong(kinds[index])
            index += 1
            continue
        end = index
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        after = _strong(kinds[end]) if end < len(kinds) else run.end
        kinds[index:end] = [before if before == after else embedding] * (end - index)
        index = end


def _implicit(kind: str, level: int) -> int:
    """Return how much deeper a type stands than its surroundings (I1, I2)."""
    if level % 2:
        return 1 if kind in ("L", "EN", "AN") else 0
    return {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _reset(classes: Sequence[str], found: list[int], base: int) -> None:
    """Bring separators and the white space before them and at the end to the base (L1)."""
    trailing = True
    for index in range(len(classes) - 1, -1, -1):
        kind = classes[index]
        if kind in ("B", "S"):
            trailing = True
            found[index] = base
        elif kind == "WS" or kind in _ISOLATES or kind == "PDI":
            if trailing:
                found[index] = base
        elif kind not in _REMOVED:
            trailing = False
        elif trailing:
            found[index] = base
