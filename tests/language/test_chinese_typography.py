"""Full-width marks, no spaces, and names joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.language.chinese_typography import joined_name, polished


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("代表团 向 秘书处 致意,并通知:", "代表团向秘书处致意，并通知："),
        ("由 Ingrid BJØRNSTAD 女士接替.", "由Ingrid BJØRNSTAD女士接替。"),
        ('王小明(参赞)说"是"?', "王小明（参赞）说“是”？"),
        ("Palais des Nations, Building H, Room 3", "Palais des Nations, Building H, Room 3"),
        ("见ODA/2023-00050; ccm@un.org", "见ODA/2023-00050; ccm@un.org"),
        ("电话: +41 22 917 (Geneva)", "电话：+41 22 917 (Geneva)"),
        ("2023 年 9 月", "2023年9月"),
        ("《 集束弹药公约 》 第十一次", "《集束弹药公约》第十一次"),
    ],
)
def test_marks_and_spaces(typed: str, printed: str) -> None:
    assert polished(typed) == printed


@given(st.text('代表团会议，。《》 ,.;:?!()"ABC019', max_size=60))
def test_no_letter_is_lost_and_nothing_changes_twice(text: str) -> None:
    once = polished(text)
    kept = [letter for letter in once if letter.isalnum()]
    assert kept == [letter for letter in text if letter.isalnum()]
    assert polished(once) == once


@pytest.mark.parametrize(
    ("family", "given_names", "family_first", "name"),
    [
        ("王", "小明", True, "王小明"),
        ("王", "小明", False, "王小明"),
        ("欧阳", "建国", False, "欧阳建国"),
        ("史密斯", "约翰", False, "约翰·史密斯"),
        ("阮文", "英", True, "阮文英"),
        ("BJØRNSTAD", "Ingrid", False, "Ingrid BJØRNSTAD"),
        ("NGUYỄN", "Ngọc Ánh", True, "NGUYỄN Ngọc Ánh"),
        ("", "小明", False, "小明"),
        ("王", "", False, "王"),
    ],
)
def test_names(family: str, given_names: str, family_first: bool, name: str) -> None:
    assert joined_name(family, given_names, family_first) == name
