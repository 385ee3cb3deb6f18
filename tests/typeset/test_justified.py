"""Justified text of every language."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccmdesk.typeset.blocks import Run, plain
from ccmdesk.typeset.justified import justified_lines
from ccmdesk.typeset.lines import Line, Setting
from tests.typeset.test_bad_input import WORDS

TEXTS = {
    "en": (
        "The Permanent Mission of the Republic of Avataria to the United Nations Office and other "
        "international organizations in Geneva presents its compliments to the Secretariat and has "
        "the honour to inform the Secretariat of the composition of its delegation. "
    ),
    "fr": (
        "La Mission permanente de la République d’Avatarie auprès des organisations "
        "internationales à Genève présente ses compliments au Secrétariat : elle a l’honneur de "
        "l’informer de la composition de sa délégation. "
    ),
    "es": (
        "La Misión Permanente de la República de Avataria ante los organismos internacionales con "
        "sede en Ginebra saluda atentamente a la Secretaría y tiene el honor de comunicarle la "
        "composición de su delegación. "
    ),
    "ru": (
        "Постоянное представительство Республики Аватария при международных организациях в Женеве "
        "свидетельствует своё уважение Секретариату и имеет честь сообщить состав делегации. "
    ),
    "ar": (
        "تهدي البعثة الدائمة لجمهورية أفاتاريا لدى المنظمات الدولية في جنيف أطيب تحياتها إلى "
        "الأمانة وتتشرف بإبلاغها بتشكيل الوفد (UNOG, Room XX) من 11 إلى 14 أيلول/سبتمبر 2023. "
    ),
    "zh": "阿瓦塔里亚共和国常驻代表团向秘书处致意，并谨通知秘书处：“代表团”（共８人）名单如下。",
}
NEVER_FIRST = "，。；：！？）”、》"
NEVER_LAST = "（“《"


def said(lines: list[Line]) -> list[str]:
    return ["".join(fragment.text for fragment in line.fragments) for line in lines]


def joined(lines: list[Line]) -> str:
    """Return the words of the lines, those that are divided put together again."""
    text = ""
    for line, part in zip(lines, said(lines), strict=True):
        divided = line.wraps and not line.spaced and part.endswith("-")
        text += part[:-1] if divided else part + " " * line.spaced
    return text


@pytest.mark.parametrize("lang", TEXTS)
@pytest.mark.parametrize("width", [200, 255, 450])
def test_lines_fill_the_column_and_lose_nothing(lang: str, width: float) -> None:
    text = (TEXTS[lang] * 3).strip()
    lines = justified_lines(plain(text), Setting(12, 0.0, lang), width)
    assert [line.width for line in lines[:-1]] == pytest.approx([width] * (len(lines) - 1))
    assert lines[-1].width <= width + 0.01
    assert not any(fragment.after for fragment in lines[-1].fragments if lines[-1].width < width)
    plainly = re.sub(r"[\u00a0\u202f]", " ", joined(lines))
    assert plainly == text


@pytest.mark.parametrize("lang", ["en", "fr", "es", "ru"])
def test_no_more_than_two_lines_in_a_row_end_with_a_hyphen(lang: str) -> None:
    for width in range(320, 480, 40):
        text = plain((TEXTS[lang] * 3).strip())
        hyphened = [
            part.endswith("-") for part in said(justified_lines(text, Setting(11, 0, lang), width))
        ]
        assert not any(all(row) for row in zip(hyphened, hyphened[1:], hyphened[2:], strict=False))
        assert not hyphened[-1]


def test_wide_columns_need_no_hyphens() -> None:
    lines = justified_lines(plain(TEXTS["en"] * 3), Setting(11, 0.0, "en"), 480)
    assert sum(part.endswith("-") for part in said(lines)) <= 1


def test_russian_has_no_holes() -> None:
    lines = justified_lines(plain(TEXTS["ru"] * 3), Setting(11, 0.0, "ru"), 300)
    spaces = [
        fragment.width + fragment.after
        for line in lines[:-1]
        for fragment in line.fragments
        if fragment.text == " "
    ]
    assert max(spaces) < 4 * min(spaces)
    assert any(part.endswith("-") for part in said(lines))


def test_chinese_keeps_its_rules_for_the_ends_of_lines() -> None:
    for width in range(100, 400, 7):
        for part in said(justified_lines(plain(TEXTS["zh"] * 3), Setting(12, 0.0, "zh"), width)):
            assert part[0] not in NEVER_FIRST
            assert part[-1] not in NEVER_LAST


@settings(deadline=None, max_examples=60)
@given(WORDS, st.integers(0, 60), st.floats(30, 400), st.sampled_from(["en", "ru", "fr"]))
def test_every_word_is_set_once_in_order(
    words: list[str], cut: int, width: float, lang: str
) -> None:
    text = " ".join(words)
    lines = justified_lines(
        (Run(text[:cut], bold=True), Run(text[cut:])), Setting(12, 0, lang), width
    )
    assert "".join(joined(lines).split()) == "".join(words)
    assert all(line.width <= width + 0.01 for line in lines)


@pytest.mark.parametrize(
    "text", ["x" * 5_000, "م" * 5_000, "\u200b \u200b" * 3_000, "abc-" * 3_000, "\u0301 " * 3_000]
)
def test_what_no_line_can_hold_is_cut(text: str) -> None:
    lines = justified_lines(plain(text), Setting(12, 0.0, "en"), 150)
    assert all(line.width <= 150.01 for line in lines)
    assert "".join("".join(said(lines)).split()) == "".join(text.split())


def test_the_cost_grows_with_the_length_alone() -> None:
    def cost(count: int) -> float:
        text = plain(TEXTS["en"] * count)
        began = time.process_time()
        justified_lines(text, Setting(12, 0.0, "en"), 255)
        return time.process_time() - began

    cost(10)
    short, long = min(cost(20) for _ in range(3)), min(cost(160) for _ in range(2))
    assert long < 20 * short


def test_lines_divide_the_text_without_a_gap() -> None:
    lines = justified_lines(plain(TEXTS["en"]), Setting(12, 0.0, "en"), 200)
    assert all(before.wraps for before, _ in pairwise(lines))
    assert not lines[-1].wraps
