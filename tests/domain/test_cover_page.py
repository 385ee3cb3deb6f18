"""The cover page: each of its rules on its own, and that nothing else is ever refused."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.article7 import (
    INITIAL,
    FormContent,
    FormState,
    Report,
    ReportForm,
)
from ccmdesk.domain.cover_page import (
    CoverAnswer,
    CoverAnswers,
    CoverFault,
    answers_of,
    check_cover,
    with_cover,
)
from tests.domain.small_template import JOINED, SENT, TEMPLATE, TODAY

REPORT = Report(
    "NGA",
    "2025",
    "t",
    "en",
    date(2025, 1, 1),
    date(2025, 12, 31),
    forms=(ReportForm("A"), ReportForm("B"), ReportForm("J")),
)
SAME_A = CoverAnswer("A", FormState.UNCHANGED, SENT, "2024")
SAME_B = CoverAnswer("B", FormState.UNCHANGED, SENT, "2024")
VOID_B = CoverAnswer("B", FormState.NOT_APPLICABLE)
NEW_B = CoverAnswer("B", FormState.CHANGED)


def faults(
    *answers: CoverAnswer, cover_only: bool = False, report: Report = REPORT
) -> tuple[CoverFault, ...]:
    page = CoverAnswers(answers, cover_only)
    return check_cover(report, TEMPLATE, page, today=TODAY, not_before=JOINED)


def where(found: tuple[CoverFault, ...]) -> list[tuple[str, str]]:
    return [(each.letter, each.field) for each in found]


def saying(letter: str, content: FormContent, carried: FormContent | None = None) -> Report:
    forms = tuple(
        replace(form, content=content, carried=carried) if form.letter == letter else form
        for form in REPORT.forms
    )
    return replace(REPORT, forms=forms)


def test_a_page_that_keeps_the_rules_has_no_fault() -> None:
    assert faults(SAME_A, NEW_B) == ()
    assert faults(SAME_A, VOID_B, CoverAnswer("J", FormState.CHANGED)) == ()
    assert faults(SAME_A, SAME_B, cover_only=True) == ()
    assert faults(SAME_A, VOID_B, cover_only=True) == ()


def test_an_initial_report_never_has_a_cover_page() -> None:
    initial = replace(REPORT, period=INITIAL)
    found = faults(SAME_A, SAME_B, report=initial)
    assert where(found) == [("", "period")]
    assert faults(report=initial) == found


def test_every_form_is_answered_but_a_voluntary_one() -> None:
    assert where(faults(SAME_A)) == [("B", "state")]
    assert where(faults()) == [("A", "state"), ("B", "state")]
    spoken = saying("J", FormContent("We also hosted a workshop."))
    assert where(faults(SAME_A, SAME_B, report=spoken)) == [("J", "state")]


def test_form_a_always_applies() -> None:
    assert where(faults(CoverAnswer("A", FormState.NOT_APPLICABLE), SAME_B)) == [("A", "state")]


def test_an_unchanged_form_names_the_date_of_the_earlier_one() -> None:
    bare = CoverAnswer("B", FormState.UNCHANGED)
    assert where(faults(SAME_A, bare)) == [("B", "earlier_on")]
    assert where(faults(SAME_A, replace(bare, earlier_period="2024"))) == [("B", "earlier_on")]


@pytest.mark.parametrize(
    ("day", "fine"),
    [
        (TODAY + timedelta(1), False),
        (TODAY, True),
        (JOINED, True),
        (JOINED - timedelta(1), False),
        (date(2024, 2, 29), True),
        (date.max, False),
        (date.min, False),
    ],
)
def test_the_earlier_form_is_dated_since_the_state_joined_and_not_in_the_future(
    day: date, fine: bool
) -> None:
    found = faults(SAME_A, CoverAnswer("B", FormState.UNCHANGED, day))
    assert where(found) == ([] if fine else [("B", "earlier_on")])


@pytest.mark.parametrize(
    ("period", "field"),
    [
        ("2024", ""),
        ("initial", ""),
        ("", ""),
        ("2025", "earlier_period"),
        ("2026", "earlier_period"),
        ("24", "earlier_period"),
        ("last year", "earlier_period"),
        ("٢٠٢٤", "earlier_period"),
    ],
)
def test_the_earlier_report_covers_an_earlier_year(period: str, field: str) -> None:
    found = faults(SAME_A, replace(SAME_B, earlier_period=period))
    assert where(found) == ([("B", field)] if field else [])


def test_an_earlier_report_is_not_dated_before_its_year_was_over() -> None:
    early = CoverAnswer("B", FormState.UNCHANGED, date(2023, 12, 31), "2023")
    assert where(faults(SAME_A, early)) == [("B", "earlier_on")]
    assert faults(SAME_A, replace(early, earlier_on=date(2024, 1, 1))) == ()


def test_the_page_stands_in_place_of_the_forms_only_where_nothing_changed() -> None:
    assert where(faults(SAME_A, NEW_B, cover_only=True)) == [("B", "cover_only")]
    other = CoverAnswer("J", FormState.CHANGED)
    assert where(faults(SAME_A, SAME_B, other, cover_only=True)) == [("J", "cover_only")]


def test_a_form_that_no_longer_applies_is_a_change() -> None:
    facts = saying("B", FormContent("Twelve held."), FormContent("Twelve held."))
    assert faults(SAME_A, VOID_B, report=facts) == ()
    assert where(faults(SAME_A, VOID_B, cover_only=True, report=facts)) == [("B", "cover_only")]
    nothing = saying("B", FormContent(nil=True), FormContent(nil=True))
    assert faults(SAME_A, VOID_B, cover_only=True, report=nothing) == ()


def test_an_unchanged_form_says_what_was_carried_over() -> None:
    earlier = FormContent("None held.")
    assert faults(SAME_A, SAME_B, report=saying("B", earlier, earlier)) == ()
    changed = saying("B", FormContent("One held."), earlier)
    assert where(faults(SAME_A, SAME_B, report=changed)) == [("B", "state")]
    assert faults(SAME_A, SAME_B, report=saying("B", FormContent(), earlier)) == ()


def test_a_form_that_gives_facts_applies() -> None:
    facts = FormContent(tables={"held": (("CBU-87", "1"),)})
    assert where(faults(SAME_A, VOID_B, report=saying("B", facts))) == [("B", "state")]
    assert faults(SAME_A, VOID_B, report=saying("B", facts, facts)) == ()
    assert faults(SAME_A, VOID_B, report=saying("B", FormContent(nil=True))) == ()


def test_letters_of_no_form_and_double_answers_are_told() -> None:
    assert where(faults(SAME_A, SAME_B, CoverAnswer("Z", FormState.CHANGED))) == [("", "state")]
    assert where(faults(SAME_A, SAME_B, NEW_B)) == [("B", "state")]


def test_an_answer_puts_carried_text_away_or_back() -> None:
    earlier = FormContent("None held.")
    report = saying("B", earlier, earlier)
    void = with_cover(report, CoverAnswers((SAME_A, VOID_B)))
    assert void.form("B").content == FormContent()
    assert void.form("A").earlier_on == SENT
    back = with_cover(void, CoverAnswers((SAME_A, SAME_B), True))
    assert back.form("B").content == earlier
    assert back.cover_only
    changed = with_cover(back, CoverAnswers((SAME_A, NEW_B)))
    assert (changed.form("B").earlier_on, changed.form("B").earlier_period) == (None, "")


STATES = st.sampled_from(FormState)
DAYS = st.one_of(
    st.none(), st.dates(date(2005, 1, 1), date(2030, 1, 1)), st.dates(SENT, TODAY), st.just(SENT)
)
PERIODS = st.sampled_from(["", "initial", "2010", "2024", "2025", "x"])


@st.composite
def pages(draw: st.DrawFn) -> CoverAnswers:
    answers = tuple(
        CoverAnswer(letter, draw(STATES), draw(DAYS), draw(PERIODS)) for letter in "ABJ"
    )
    return CoverAnswers(answers, draw(st.booleans()))


def kept(page: CoverAnswers) -> bool:
    """Say the rules once more in another way."""
    for answer in page.forms:
        allowed = {
            "A": {FormState.CHANGED, FormState.UNCHANGED},
            "B": set(FormState) - {FormState.OPEN},
            "J": set(FormState),
        }
        if answer.state not in allowed[answer.letter]:
            return False
        if page.cover_only and answer.state is FormState.CHANGED:
            return False
        if answer.state is FormState.UNCHANGED:
            day, period = answer.earlier_on, answer.earlier_period
            if day is None or not JOINED <= day <= TODAY or period in ("2025", "x"):
                return False
            if period.isdigit() and day <= date(int(period), 12, 31):
                return False
    return True


@given(pages())
def test_a_page_passes_just_where_it_keeps_every_rule(page: CoverAnswers) -> None:
    found = check_cover(REPORT, TEMPLATE, page, today=TODAY, not_before=JOINED)
    assert (not found) == kept(page)


@given(pages())
def test_what_was_put_on_a_report_reads_back_and_is_judged_alike(page: CoverAnswers) -> None:
    answered = with_cover(REPORT, page)
    read = answers_of(answered)
    assert read.cover_only == page.cover_only
    assert [each.state for each in read.forms] == [each.state for each in page.forms]
    found = check_cover(answered, TEMPLATE, read, today=TODAY, not_before=JOINED)
    assert (not found) == kept(page)
