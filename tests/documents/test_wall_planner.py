"""The wall planner: a whole year on one page, whatever stands in it."""

from datetime import date, timedelta

import pytest

from ccmdesk.documents.wall_planner import PAPERS, PlannerLine, Weight, planner_pdf
from ccmdesk.domain.errors import InputError
from tests.documents.reading import pages_of
from tests.documents.test_standards import failures
from tests.typeset.seen import parts, read

PLACE = "the UN Office at Geneva"
OFF = {date(2027, 1, 1): "New Year’s Day", date(2027, 3, 26): "Good Friday"}
LINES = (
    PlannerLine(date(2027, 4, 30), "Article 7 report for 2026", Weight.LEGAL),
    PlannerLine(date(2027, 4, 29), "Article 7 report for 2026", Weight.INTERNAL),
    PlannerLine(date(2027, 8, 20), "Delegation to 15MSP", Weight.PROVISIONAL),
    PlannerLine(date(2027, 9, 13), "15MSP, Geneva", Weight.MEETING),
    PlannerLine(date(2027, 2, 1), "Statement", Weight.DONE),
)


def planner(
    lines: tuple[PlannerLine, ...] = LINES, year: int = 2027, paper: str = "A3", title: str = "Mali"
) -> bytes:
    return planner_pdf(
        year, lines, OFF, title=title, place=PLACE, printed_on=date(2026, 11, 22), paper=paper
    )


@pytest.mark.parametrize("paper", PAPERS)
def test_the_planner_keeps_both_standards_on_one_broad_page(paper: str) -> None:
    data = planner(paper=paper)
    assert failures(data) == []
    (page,) = read(data).pages
    wide, high = page.mediabox.width, page.mediabox.height
    assert (round(wide * 25.4 / 72), round(high * 25.4 / 72)) == {
        "A3": (420, 297),
        "A4": (297, 210),
    }[paper]


def test_each_day_says_what_it_is() -> None:
    (text,) = pages_of(planner())
    for told in (
        "2027 Mali",
        "New Year’s Day",
        "Fr Article 7 report for 2026",
        "Internal: Article 7 report for 2026",
        "Delegation to 15MSP (provisional)",
        "Mo 15MSP, Geneva",
        "Statement (done)",
        "holiday at the UN Office at Geneva",
        "printed on Sun 22 November 2026",
    ):
        assert told in text


def test_months_and_days_are_heads_to_a_reader_of_the_screen() -> None:
    data = planner()
    assert len(parts(data, "TH")) == 13 + 31
    assert len(parts(data, "TR")) == 32
    assert len(parts(data, "TD")) == 31 * 12


@pytest.mark.parametrize(("year", "there"), [(2028, True), (2027, False)])
def test_the_twenty_ninth_of_february_is_there_in_leap_years_alone(year: int, there: bool) -> None:
    line = PlannerLine(date(year, 2, 28) + timedelta(days=1), "A day of its own", Weight.LEGAL)
    (text,) = pages_of(planner((line,), year))
    row = text[text.index("29 ") :] if there else text
    assert "A day of its own" in row
    # In a common year the entry stands on the first of March, above.
    assert (text.index("A day of its own") > text.index(" 28 ")) is there


@pytest.mark.parametrize("paper", PAPERS)
def test_a_crowded_year_stays_on_one_page(paper: str) -> None:
    title = "Request to extend the deadline for the destruction of cluster munitions"
    crowded = tuple(
        PlannerLine(date(2027, month, day), f"{title} {number}", Weight.LEGAL)
        for month in range(1, 13)
        for day in range(1, 29, 3)
        for number in range(2)
    )
    (text,) = pages_of(planner(crowded, paper=paper))
    assert "Request to extend" in text


@pytest.mark.parametrize("paper", PAPERS)
def test_even_five_entries_on_every_day_stay_on_one_page(paper: str) -> None:
    days = [date(2027, 1, 1) + timedelta(days=count) for count in range(365)]
    lines = tuple(
        PlannerLine(day, "Wording " * 12 + str(number), Weight.LEGAL)
        for day in days
        for number in range(5)
    )
    assert len(pages_of(planner(lines, paper=paper))) == 1


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("year", [2027, 2028])
def test_long_names_of_days_off_stay_on_one_page(paper: str, year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=count) for count in range(365)]
    off = dict.fromkeys(days[::2], "Closed " * 17)
    lines = tuple(PlannerLine(day, "Wording " * 12, Weight.LEGAL) for day in days for _ in range(5))
    data = planner_pdf(
        year, lines, off, title="Mali", place=PLACE, printed_on=date(2026, 11, 22), paper=paper
    )
    (text,) = pages_of(data)
    # Not only counted: there is room for the beginning of each name.
    assert "Closed Closed" in text
    assert "Wording" in text or "5 entries" in text


def test_what_has_no_room_on_a_day_is_counted() -> None:
    day = date(2027, 4, 30)
    lines = tuple(PlannerLine(day, f"Duty {number}", Weight.LEGAL) for number in range(8))
    (text,) = pages_of(planner(lines))
    assert "Duty 3 and 4 more" in text
    assert "Duty 4" not in text


def test_the_same_year_gives_the_same_bytes() -> None:
    assert planner() == planner(LINES[::-1])


def test_a_letter_no_font_has_is_told_in_one_sentence() -> None:
    with pytest.raises(InputError, match="cannot be printed"):
        planner((PlannerLine(date(2027, 1, 4), "ᚠᚢᚦ", Weight.LEGAL),))
