"""Gender, number and short names of Arabic offices, and the preposition written as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.language.arabic_nouns import noun, oblique, to


@pytest.mark.parametrize(
    ("name", "pronoun", "short"),
    [
        ("البعثة الدائمة للجمهورية اللبنانية لدى مكتب الأمم المتحدة", "ها", "البعثة الدائمة"),
        ("الوفد الدائم للمملكة العربية السعودية", "ه", "الوفد الدائم"),
        ("مكتب الأمم المتحدة لشؤون نزع السلاح، فرع جنيف", "ه", "المكتب"),
        ("أمانة الاجتماع الحادي عشر", "ها", "الأمانة"),
        ("الأمين العام للأمم المتحدة", "ه", "الأمين العام"),
        ("وحدة دعم تنفيذ الاتفاقية", "ها", "الوحدة"),
        ("البعثات الدائمة المعتمدة لدى مكتب", "ها", "البعثات الدائمة"),
        ("الوفود الدائمة", "ها", "الوفود الدائمة"),
        ("ممثلي الدول الأعضاء", "هم", "الممثلين"),
        ("سعادة السيدة هدى السامرائي", "ها", "سعادة السيدة هدى السامرائي"),
        ("سعادة السفير علي الجبوري", "ه", "سعادة السفير علي الجبوري"),
    ],
)
def test_agreement_and_short_name(name: str, pronoun: str, short: str) -> None:
    found = noun(name)
    assert (found.pronoun, found.short) == (pronoun, short)


@pytest.mark.parametrize(
    ("name", "joined"),
    [
        ("جمهورية العراق", "لجمهورية العراق"),
        ("دولة الكويت", "لدولة الكويت"),
        ("المملكة العربية السعودية", "للمملكة العربية السعودية"),
        ("الجمهورية العربية السورية", "للجمهورية العربية السورية"),
        ("اللجنة الدولية", "للجنة الدولية"),
        ("أيرلندا", "لأيرلندا"),
        ("Geneva Call", "لـGeneva Call"),
    ],
)
def test_for(name: str, joined: str) -> None:
    assert to(name) == joined


@given(st.text("ابتجدمنهوي ", min_size=1).map(str.strip).filter(bool))
def test_for_never_writes_three_lams(name: str) -> None:
    assert not to(f"الل{name}").startswith("للل")
    assert to(f"الم{name}") == f"للم{name}"


def test_several_persons_after_a_preposition() -> None:
    assert oblique("السادة الممثلون الدائمون لدى") == "السادة الممثلين الدائمين لدى"
    assert oblique("ممثلو الدول الأعضاء") == "ممثلي الدول الأعضاء"
    assert oblique("القانون الدولي") == "القانون الدولي"
