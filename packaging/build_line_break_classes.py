"""Builds the table of line break classes from the Unicode data of Debian's unicode-data."""

import sys
from collections.abc import Iterator
from pathlib import Path

UNICODE = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
TARGET = Path(__file__).resolve().parent.parent / "ccmdesk" / "typeset" / "line_break_classes.txt"
# Rule LB1: classes that are told apart only by better means than ours.
ALIKE = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS"}
# Brackets as wide as a Chinese character follow rules of their own (LB30).
WIDE = {"OP": "OW", "CP": "CW"}


def ranges(name: str) -> Iterator[tuple[range, str]]:
    """Yield the code points and values of one of Unicode's property files."""
    for line in (UNICODE / name).read_text(encoding="utf-8").splitlines():
        codes, _, value = line.partition("#")[0].partition(";")
        if value:
            first, _, last = codes.strip().partition("..")
            yield range(int(first, 16), int(last or first, 16) + 1), value.strip()


def codes_of(name: str, values: set[str]) -> set[int]:
    """Return all code points that have one of the values."""
    return {code for codes, value in ranges(name) if value in values for code in codes}


def main() -> None:
    """Write the first code point of every stretch of one class, with the class."""
    unassigned = codes_of("extracted/DerivedGeneralCategory.txt", {"Cn"})
    marks = codes_of("extracted/DerivedGeneralCategory.txt", {"Mn", "Mc"})
    pictures = codes_of("emoji/emoji-data.txt", {"Extended_Pictographic"})
    wide = codes_of("EastAsianWidth.txt", {"F", "W", "H"})
    found = dict.fromkeys(range(0x110000), "AL")
    for codes, value in ranges("LineBreak.txt"):
        for code in codes:
            kind = ALIKE.get(value, value)
            if kind == "SA":
                kind = "CM" if code in marks else "AL"
            if code in wide:
                kind = WIDE.get(kind, kind)
            found[code] = kind
    for code in pictures & unassigned:
        found[code] = "EP"
    lines, last = [], ""
    for code, kind in found.items():
        if kind != last:
            lines.append(f"{code:X} {kind}")
            last = kind
    TARGET.write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
    print(TARGET.name, len(lines))


if __name__ == "__main__":
    main()
