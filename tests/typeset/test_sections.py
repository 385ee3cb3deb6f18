"""Parts of a paper in a language of their own."""

from ccmdesk.typeset.blocks import Annex, Column, Heading, Paragraph, Section, Table, plain
from tests.typeset.seen import paper, parts, places, texts
from tests.typeset.test_standards import failures

COLUMNS = (Column(plain("11"), 1), Column(plain("22"), 1))
ROWS = (((plain("33"),), (plain("44"),)),)
TABLE = Table(COLUMNS, ROWS)


def test_a_part_in_arabic_is_mirrored_and_the_rest_is_not() -> None:
    found = places(paper(Paragraph(plain("88")), Section((Paragraph(plain("99")), TABLE), "ar")))
    assert found["88"][0] < found["22"][0] < found["11"][0]
    assert found["99"][0] > found["22"][0]


def test_a_part_in_english_within_an_arabic_paper_begins_at_the_left() -> None:
    found = places(paper(TABLE, Section((Paragraph(plain("99")),), "en"), language="ar"))
    assert found["99"][0] < found["22"][0] < found["11"][0]


def test_the_part_says_its_language_and_keeps_both_standards() -> None:
    for language, other, text in (
        ("en", "ar", "تحية (UN) طيبة."),
        ("ar", "fr", "Une « note » ?"),
        ("fr", "zh", "普通照会"),
    ):
        section = Section((Heading(plain(text)), Paragraph(plain(text)), TABLE), other)
        data = paper(Paragraph(plain("12")), section, language=language)
        assert failures(data) == []
        assert [str(part["/Lang"]) for part in parts(data, "Sect")] == [other]


def test_its_sentence_ends_at_its_own_side() -> None:
    (text,) = texts(paper(Section((Paragraph(plain("تحية 12.")),), "ar")))
    assert text == texts(paper(Paragraph(plain("تحية 12.")), language="ar"))[0]


def test_annexes_and_headings_within_stay_one_whole_with_the_paper() -> None:
    annex = Annex(plain("Second"), (Paragraph(plain("12")),))
    assert len(texts(paper(Heading(plain("First")), Section((annex,), "fr")))) == 2
