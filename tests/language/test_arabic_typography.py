"""Arabic marks, and Latin text that keeps its own direction."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.language.arabic_typography import polished, with_digits

OPEN, CLOSE = "\u2068", "\u2069"
TEXTS = st.text("ابتث جح ،.«»(),-/0123456789 ABCabc@é_" + OPEN + CLOSE, max_size=60)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("رقم ODA/2023-00050 المؤرخة", "رقم [ODA/2023-00050] المؤرخة"),
        ("البريد: ccm@un.org.", "البريد: [ccm@un.org]."),
        ("الهاتف +41 22 917 12 34، جنيف", "الهاتف [+41 22 917 12 34]، جنيف"),
        ("الرقم: ____/2026", "الرقم: [____/2026]"),
        ("في عام 2023، من 11 إلى 14", "في عام 2023، من 11 إلى 14"),
        ("السيدة Ingrid Solveig BJØRNSTAD بصفة", "السيدة [Ingrid Solveig BJØRNSTAD] بصفة"),
        ("(انظر CCM/MSP/2023/1)", "(انظر [CCM/MSP/2023/1])"),
        ("قاعة Salle (XIX) فقط", "قاعة [Salle (XIX)] فقط"),
        ("Palais des Nations, Building H,", "[Palais des Nations, Building H,]"),
    ],
)
def test_isolates(typed: str, printed: str) -> None:
    assert polished(typed).replace(OPEN, "[").replace(CLOSE, "]") == printed


def test_marks() -> None:
    assert polished('قال "نعم", ثم؛ لا?') == "قال «نعم»، ثم؛ لا؟"


@given(TEXTS)
def test_only_marks_change_and_only_once(text: str) -> None:
    once = polished(text)
    kept = [letter for letter in once if letter.isalnum()]
    assert kept == [letter for letter in text if letter.isalnum()]
    if OPEN not in text and CLOSE not in text:
        assert once.count(OPEN) == once.count(CLOSE)
        assert polished(once) == once


@given(TEXTS)
def test_digits_of_the_sentence_only(text: str) -> None:
    typed = text.replace(OPEN, "").replace(CLOSE, "")
    shown = with_digits(polished(typed), "arabic_indic")
    assert with_digits(polished(typed), "western") == polished(typed)
    outside = re.sub(f"{OPEN}[^{CLOSE}]*{CLOSE}", "", shown)
    assert not set(outside) & set("0123456789")


def test_a_latin_reference_keeps_its_digits() -> None:
    text = polished("المذكرة 12/2023 رقم ODA/2023-00050 في 2023")
    assert with_digits(text, "arabic_indic") == (
        f"المذكرة {OPEN}١٢/٢٠٢٣{CLOSE} رقم {OPEN}ODA/2023-00050{CLOSE} في ٢٠٢٣"
    )
