"""How the window speaks of reports, their forms and who holds the facts."""

from dataclasses import replace
from datetime import date

import pytest

from ccmdesk.domain.article7 import FormContent, FormSpec, FormState, ReportForm
from ccmdesk.ui.report_words import (
    Standing,
    holder_line,
    listed,
    report_title,
    sentence,
    size_words,
    standing,
    state_brief,
    state_told,
)

SPEC = FormSpec("B", "Stockpiles and destruction", "7(1)(b)")
DAY = date(2027, 2, 3)


def test_a_report_is_named_by_its_period() -> None:
    assert report_title("2026") == "Annual report for 2026"
    assert report_title("initial") == "Initial report"


def test_an_unchanged_form_tells_since_when() -> None:
    form = ReportForm("B", FormState.UNCHANGED, earlier_on=date(2026, 4, 28))
    assert state_told(form) == "Unchanged since Tue 28 April 2026"
    assert state_brief(replace(form, earlier_period="2025")) == "unchanged since 2025"
    assert state_told(ReportForm("B")) == ""


@pytest.mark.parametrize(
    ("form", "missing", "expected"),
    [
        (ReportForm("B"), True, Standing.EMPTY),
        (ReportForm("B", asked_on=date(2027, 1, 4)), True, Standing.ASKED),
        (ReportForm("B", promised_for=date(2027, 2, 2)), True, Standing.LATE),
        (ReportForm("B", promised_for=DAY), True, Standing.EMPTY),
        (
            ReportForm("B", promised_for=date(2027, 2, 2), received_on=date(2027, 2, 3)),
            True,
            Standing.BEGUN,
        ),
        (ReportForm("B", content=FormContent("Text")), True, Standing.BEGUN),
        (ReportForm("B", content=FormContent(nil=True)), False, Standing.READY),
    ],
)
def test_how_far_a_form_has_come(form: ReportForm, missing: bool, expected: Standing) -> None:
    assert standing(form, SPEC, missing=missing, today=DAY) is expected


def test_an_empty_voluntary_form_is_neither_ready_nor_missing() -> None:
    spec = replace(SPEC, voluntary=True)
    assert standing(ReportForm("J"), spec, missing=False, today=DAY) is Standing.VOLUNTARY
    said = ReportForm("J", content=FormContent("More"))
    assert standing(said, spec, missing=False, today=DAY) is Standing.READY


def test_the_holder_tells_the_latest_of_what_was_agreed() -> None:
    form = ReportForm("B", owner="Ministry of Defence", asked_on=date(2027, 1, 4))
    assert holder_line(form) == "Ministry of Defence · asked Mon 4 January 2027"
    form = replace(form, promised_for=date(2027, 2, 5))
    assert holder_line(form) == "Ministry of Defence · promised for Fri 5 February 2027"
    assert holder_line(replace(form, owner="", received_on=DAY)) == "received Wed 3 February 2027"


def test_small_words() -> None:
    assert listed(["A"]) == "A"
    assert listed(["A", "C", "D"]) == "A, C and D"
    assert [size_words(size) for size in (12, 18_400, 2_400_000)] == ["12 bytes", "18 kB", "2.4 MB"]
    assert sentence(["due today", "", "saved"]) == "Due today · saved"
    assert sentence([]) == ""
