"""What the bundled fonts can draw."""

import pytest

from ccmdesk.typeset import fonts

MEMBERS = "ŞşĐđŁłŐőŰűĄąĘęČčĚěŇňŘřŠšŤťŮůŽžĀāĒēĪīŪūĞğİıȘșȚțÆæØøÅåÞþÐðŒœÝýŸÿÑñÇçẰầệỹơưẞßŵŷ"


@pytest.mark.parametrize("text", [MEMBERS, "Αθήνα", "Женева Київ ЂЈЉ", "№ € § – — … « » “ ” ’ °"])
def test_nothing_is_missing(text: str) -> None:
    assert fonts.missing_characters(text) == ""


def test_arabic_chinese_and_emoji_are_missing_and_named_once() -> None:
    assert fonts.missing_characters("Geneva جنيف 日内瓦 🎉🎉") == "جنيف日内瓦🎉"


def test_control_characters_are_missing() -> None:
    assert fonts.missing_characters("a\x07b\x00") == "\x07\x00"
    assert fonts.missing_characters("\ud800") == "\ud800"


def test_spaces_and_joiners_need_no_glyph() -> None:
    assert fonts.missing_characters("a\u00a0b\u202fc\u200bd\u00ade\u2011f\tg\nh") == ""
    assert fonts.drawn("11\u00a0September\u2011x\u00ad") == "11 September-x"


def test_what_stix_lacks_is_drawn_by_noto() -> None:
    names = [piece.face.name for piece in fonts.pieces("Əliyev", False, False)]
    assert names == ["NotoSerif-Regular", "STIXTwoText-Regular"]


def test_a_composed_letter_is_found_for_a_decomposed_one() -> None:
    assert fonts.settled("S\u0327ahin") == "Şahin"


def test_licences_lie_beside_the_fonts() -> None:
    folder = fonts.fonts_folder()
    for font in folder.glob("*.ttf"):
        licence = folder / f"{font.stem.split('-')[0]}-OFL.txt"
        assert "SIL OPEN FONT LICENSE" in licence.read_text(encoding="utf-8")
