"""What the bundled fonts can draw."""

from typing import Any

import pytest

from ccmdesk.typeset import fonts
from ccmdesk.typeset.blocks import Document, Paragraph, Run, Typeface
from ccmdesk.typeset.errors import MissingCharactersError
from ccmdesk.typeset.render import render
from tests.typeset.seen import read

MEMBERS = "ŞşĐđŁłŐőŰűĄąĘęČčĚěŇňŘřŠšŤťŮůŽžĀāĒēĪīŪūĞğİıȘșȚțÆæØøÅåÞþÐðŒœÝýŸÿÑñÇçẰầệỹơưẞßŵŷ"


@pytest.mark.parametrize(
    "text",
    [
        MEMBERS,
        "Αθήνα",
        "Женева Київ ЂЈЉ",
        "№ € § – — … « » “ ” ’ °",
        "جنيف مُحَمَّد، (١٢) پ چ گ ک ی؟",
        "日内瓦，二〇二六年。“代表团”（名单）",
    ],
)
def test_nothing_is_missing(text: str) -> None:
    assert fonts.missing_characters(text) == ""


def test_what_no_font_has_is_named_once_in_order() -> None:
    assert fonts.missing_characters("Geneva ჟენევა 龘 🎉🎉") == "ჟენვა龘🎉"


def test_control_characters_are_missing() -> None:
    assert fonts.missing_characters("a\x07b\x00") == "\x07\x00"
    assert fonts.missing_characters("\ud800") == "\ud800"


def test_spaces_and_joiners_need_no_glyph() -> None:
    assert fonts.missing_characters("a\u00a0b\u202fc\u200bd\u00ade\u2011f\tg\nh") == ""
    assert fonts.drawn("11\u00a0September\u2011x\u00ad") == "11 September-x"


def test_what_stix_lacks_is_drawn_by_noto() -> None:
    names = [piece.face.name for piece in fonts.pieces("Əliyev", False, False)]
    assert names == ["NotoSerif-Regular", "STIXTwoText-Regular"]


@pytest.mark.parametrize("typeface", Typeface)
def test_a_typeface_has_four_manners_of_its_own(typeface: Typeface) -> None:
    found = [
        fonts.pieces("Année Ответ", bold, italic, "", (), typeface)[0].face.name
        for bold in (False, True)
        for italic in (False, True)
    ]
    family = {Typeface.STIX: "STIXTwoText", Typeface.NOTO: "NotoSerif"}[typeface]
    assert found == [f"{family}-{each}" for each in ("Regular", "Italic", "Bold", "BoldItalic")]


def test_a_paper_in_one_typeface_carries_no_other() -> None:
    blocks = (Paragraph((Run("An "), Run("old", italic=True), Run(" note", bold=True))),)
    for typeface, family in ((Typeface.STIX, "STIXTwoText"), (Typeface.NOTO, "NotoSerif")):
        data = render(Document("T", "A", "S", "en", blocks * 2, typeface=typeface))
        resources: Any = read(data).pages[0]["/Resources"]
        names = [str(font.get_object()["/BaseFont"]) for font in resources["/Font"].values()]
        assert len(names) == 3
        assert all(f"+{family}-" in name for name in names)


def test_a_composed_letter_is_found_for_a_decomposed_one() -> None:
    assert fonts.settled("S\u0327ahin") == "Şahin"


def test_the_fonts_stay_small_enough_to_be_downloaded_by_a_mission() -> None:
    assert sum(font.stat().st_size for font in fonts.fonts_folder().iterdir()) <= 7_000_000


def test_every_character_of_the_chinese_standard_is_there() -> None:
    rows = [bytes([row, cell]) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)]
    characters = b"".join(rows).decode("gb2312", errors="ignore")
    assert len(characters) > 6_700
    assert fonts.missing_characters(characters) == ""


@pytest.mark.parametrize(
    ("bold", "italic", "name"),
    [
        (False, False, "Regular"),
        (True, False, "Bold"),
        (False, True, "Italic"),
        (True, True, "BoldItalic"),
    ],
)
def test_each_manner_has_its_face(bold: bool, italic: bool, name: str) -> None:
    (piece,) = fonts.pieces("Geneva Женева", bold, italic)
    assert piece.face.name == f"STIXTwoText-{name}"
    assert (piece.face.bold, piece.face.italic) == (bold, italic)


def test_a_mark_no_face_of_its_letter_has_is_drawn_by_its_own() -> None:
    names = [piece.face.name for piece in fonts.pieces("a\u064e", False, False)]
    assert names == ["STIXTwoText-Regular", "NotoNaskhArabic-Regular"]


def test_a_piece_without_a_face_is_refused() -> None:
    with pytest.raises(MissingCharactersError):
        fonts.pieces("a🎉", False, False)


def test_a_letter_and_its_marks_are_drawn_by_one_face() -> None:
    (piece,) = fonts.pieces("Ивáнова", False, False)
    assert piece.text == "Ивáнова"


def test_chinese_text_takes_quotation_marks_from_its_own_font() -> None:
    names = [piece.face.name for piece in fonts.pieces("“会”", False, False, "zh")]
    assert names == ["NotoSerifSC-Regular"]


def test_licences_lie_beside_the_fonts() -> None:
    folder = fonts.fonts_folder()
    for font in folder.glob("*.ttf"):
        licence = folder / f"{font.stem.split('-')[0]}-OFL.txt"
        assert "SIL OPEN FONT LICENSE" in licence.read_text(encoding="utf-8")
