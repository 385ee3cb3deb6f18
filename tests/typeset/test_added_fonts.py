"""Fonts an officer brings: used where they help, refused with a reason where they cannot be."""

import struct
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccmdesk.typeset.added_fonts import face_of
from ccmdesk.typeset.blocks import Document, FontFile, Paragraph, plain
from ccmdesk.typeset.errors import MissingCharactersError, UnusableFontError
from ccmdesk.typeset.fonts import fonts_folder, missing_characters
from ccmdesk.typeset.render import render
from tests.typeset.test_render import read
from tests.typeset.test_standards import failures

WHOLE = (fonts_folder() / "NotoNaskhArabic-Regular.ttf").read_bytes()
GEORGIAN = "ჟ"


def entry(data: bytes, tag: bytes) -> tuple[int, int, int]:
    """Return where the entry of a table stands, where the table begins and its length."""
    place = next(12 + 16 * n for n in range(40) if data[12 + 16 * n :][:4] == tag)
    return place, *struct.unpack(">II", data[place + 8 : place + 16])


def with_number(data: bytes, tag: bytes, place: int, number: int) -> bytes:
    _, start, _ = entry(data, tag)
    return data[: start + place] + struct.pack(">H", number) + data[start + place + 2 :]


def of_letter(letter: str) -> bytes:
    """Return a font whose third glyph is this letter, and which has nothing else."""
    groups = struct.pack(">HHIII", 12, 0, 28, 0, 1) + struct.pack(
        ">III", ord(letter), ord(letter), 3
    )
    table = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + groups
    place, _, _ = entry(WHOLE, b"cmap")
    where = struct.pack(">II", len(WHOLE), len(table))
    return WHOLE[: place + 8] + where + WHOLE[place + 16 :] + table


def paper(text: str, *fonts: FontFile) -> Document:
    return Document("t", "a", "s", "en", (Paragraph(plain(text)),), fonts=fonts)


def used(data: bytes) -> set[str]:
    (page,) = read(data).pages
    fonts = page["/Resources"]["/Font"].values()  # type: ignore[index]
    return {font.get_object()["/BaseFont"].split("+")[-1] for font in fonts}


def test_an_added_font_draws_what_the_bundled_ones_cannot() -> None:
    own = FontFile("own.ttf", of_letter(GEORGIAN))
    data = render(paper(f"Geneva {GEORGIAN}", own))
    assert failures(data) == []
    assert used(data) == {"STIXTwoText-Regular", "NotoNaskhArabic-Regular"}
    assert GEORGIAN in read(data).pages[0].extract_text()
    assert missing_characters(GEORGIAN, (face_of(own),)) == ""
    # The next paper knows nothing of it.
    with pytest.raises(MissingCharactersError):
        render(paper(GEORGIAN))


def test_an_added_font_may_be_the_first_choice() -> None:
    text = "محمد"
    stix = (fonts_folder() / "STIXTwoText-Italic.ttf").read_bytes()
    assert used(render(paper("Geneva", FontFile("own", stix)))) == {"STIXTwoText-Regular"}
    assert used(render(paper("Geneva", FontFile("own", stix, first=True)))) == {
        "STIXTwoText-Italic"
    }
    assert failures(render(paper(text, FontFile("own", WHOLE, first=True)))) == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is no font"),
        (b"%!PS-AdobeFont-1.0", "it is no font"),
        (b"OTTO" + WHOLE[4:], "PostScript outlines"),
        (b"ttcf" + WHOLE[4:], "collection"),
        (b"wOF2" + WHOLE[4:], "web pages"),
        (WHOLE[:20_000], "damaged"),
        (WHOLE[:100], "damaged"),
        (WHOLE.replace(b"glyf", b"none"), "lacks the table glyf"),
        (with_number(WHOLE, b"OS/2", 8, 0x0002), "forbids to embed"),
        (with_number(WHOLE, b"OS/2", 8, 0x0100), "a part of it"),
        (with_number(WHOLE, b"OS/2", 8, 0x0200), "bitmaps"),
        (with_number(WHOLE, b"maxp", 4, 65_000), "glyphs"),
    ],
)
def test_an_unusable_font_is_refused_with_its_name_and_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnusableFontError, match=f"own.ttf .*{reason}"):
        render(paper("x", FontFile("own.ttf", data)))


def test_preview_and_editing_may_be_allowed() -> None:
    for rights in (0x0000, 0x0004, 0x0008):
        assert face_of(FontFile("own", with_number(WHOLE, b"OS/2", 8, rights))).glyph("م")


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2_000), st.binary(min_size=1, max_size=8), st.booleans())
def test_a_damaged_font_is_refused_or_draws(place: int, noise: bytes, cut: bool) -> None:
    data = WHOLE[:place] + noise + WHOLE[place + len(noise) :]
    font = FontFile("own", data[: len(data) // 2] if cut else data, first=True)
    with suppress(UnusableFontError):
        assert render(paper("محمد Geneva", font)).startswith(b"%PDF")
