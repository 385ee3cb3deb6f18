"""Members of a delegation as the list prints them in each script."""

from dataclasses import replace

from ccmdesk.documents.members import in_one_line, members_of
from ccmdesk.documents.note_example import example
from ccmdesk.documents.note_sheet import note_sheet
from ccmdesk.domain.layout import Layout


def test_latin_members_keep_their_direction_in_an_arabic_list() -> None:
    arabic = replace(example("en", 3), language="ar", names=example("ar").names)
    member = members_of(arabic)[2]
    assert member.name == "السيدة ⁨Ingrid Solveig BJØRNSTAD⁩"
    assert in_one_line(member, "ar") == (
        "السيدة ⁨Ingrid Solveig BJØRNSTAD⁩، ⁨Director for Disarmament and Arms Control⁩، "
        "⁨Ministry of Foreign Affairs⁩ (ممثلة)"
    )


def test_numbers_are_in_the_digits_of_the_layout() -> None:
    layout = Layout(digits="arabic_indic", numbered_paragraphs=True)
    content = replace(example("ar", 12), layout=layout)
    assert [member.number for member in members_of(content)][-1] == "١٢."
    assert [passage.label for passage in note_sheet(content).passages] == ["١.", "٢.", "٣."]
    assert members_of(example("zh", 12))[-1].number == "12."


def test_chinese_members_have_no_space() -> None:
    first, second, *_ = members_of(example("zh"))
    assert in_one_line(first, "zh") == "王雅琴女士阁下，大使、常驻代表，常驻日内瓦代表团（团长）"
    assert second.name == "李志远先生"
