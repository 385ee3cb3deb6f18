"""Completeness: what is missing is named with who holds it, and saying nothing is saying so."""

from dataclasses import replace
from datetime import date

import pytest

from ccmdesk.domain.article7 import (
    INITIAL,
    FormContent,
    FormFile,
    FormState,
    Report,
    ReportForm,
)
from ccmdesk.domain.report_completeness import Missing, missing_from
from tests.domain.small_template import JOINED, SENT, TEMPLATE, TODAY

LAW = FormContent("The Act of 2014 stands.")
WHOLE = Report(
    "NGA",
    "2025",
    "t",
    "en",
    date(2025, 1, 1),
    date(2025, 12, 31),
    contact="The desk",
    forms=(
        ReportForm("A", content=LAW, owner="Ministry of Justice"),
        ReportForm("B", content=FormContent(nil=True), owner="Ministry of Defence"),
        ReportForm("J"),
    ),
)


def missing(report: Report, today: date = TODAY) -> list[Missing]:
    return missing_from(report, TEMPLATE, today=today, not_before=JOINED)


def changed(letter: str, **values: object) -> Report:
    forms = tuple(
        replace(form, **values) if form.letter == letter else form  # type: ignore[arg-type]
        for form in WHOLE.forms
    )
    return replace(WHOLE, forms=forms)


def test_a_whole_report_lacks_nothing_and_a_nil_declaration_counts() -> None:
    assert missing(WHOLE) == []
    assert missing(replace(WHOLE, period=INITIAL)) == []


@pytest.mark.parametrize(
    "content", [FormContent(), FormContent("  \n"), FormContent(tables={"held": (("", " "),)})]
)
def test_an_empty_form_is_named_with_who_holds_it(content: FormContent) -> None:
    (found,) = missing(
        changed("B", content=content, asked_on=date(2026, 2, 1), promised_for=date(2026, 3, 1))
    )
    assert (found.letter, found.holder) == ("B", "Ministry of Defence")
    assert "asked for on 1 February 2026, promised for 1 March 2026" in found.what


def test_the_points_of_contact_are_wanted() -> None:
    (found,) = missing(replace(WHOLE, contact=" "))
    assert (found.letter, "points of contact" in found.what) == ("", True)


@pytest.mark.parametrize(("today", "over"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True)])
def test_a_year_is_reported_on_when_it_is_over(today: date, over: bool) -> None:
    assert (missing(WHOLE, today) == []) is over


def test_rows_beside_a_declaration_of_nothing_contradict_it() -> None:
    (found,) = missing(
        changed("B", content=FormContent(nil=True, tables={"held": (("CBU-87", "1"),)}))
    )
    assert "keep one of the two" in found.what


def test_carried_text_is_not_taken_for_an_answer() -> None:
    carried = changed("A", carried=LAW, carried_from="2024")
    (found,) = missing(carried)
    assert "report on 2024; mark whether that changed" in found.what
    assert missing(changed("A", carried=FormContent("Other."), carried_from="2024")) == []


def test_a_changed_form_does_not_say_what_was_carried_over() -> None:
    answered = replace(
        changed("A", state=FormState.CHANGED, carried=LAW, carried_from=INITIAL),
        cover_only=False,
    )
    told = [each.what for each in missing(answered) if each.letter == "A"]
    assert len(told) == 1
    assert "in the initial report" in told[0]
    file = FormFile("A", "act.pdf", "0" * 64, 3, 1)
    assert [each for each in missing(replace(answered, files=(file,))) if each.letter == "A"] == []


def test_the_rules_of_the_cover_page_count_once_it_is_begun() -> None:
    begun = changed("A", state=FormState.UNCHANGED, earlier_on=SENT)
    assert [each.letter for each in missing(begun)] == ["B"]
    both = replace(
        begun,
        forms=tuple(
            replace(form, state=FormState.NOT_APPLICABLE) if form.letter == "B" else form
            for form in begun.forms
        ),
    )
    assert missing(both) == []
    undated = replace(both, forms=(replace(both.forms[0], earlier_on=None), *both.forms[1:]))
    assert [each.letter for each in missing(undated)] == ["A"]


def test_an_unchanged_form_may_be_empty_and_a_changed_one_may_not() -> None:
    empty = replace(
        WHOLE,
        forms=(
            ReportForm("A", FormState.UNCHANGED, earlier_on=SENT),
            ReportForm("B", FormState.CHANGED, owner="Ministry of Defence"),
            ReportForm("J"),
        ),
    )
    (found,) = missing(empty)
    assert (found.letter, found.holder) == ("B", "Ministry of Defence")


def test_a_page_in_place_of_the_forms_is_refused_where_one_changed() -> None:
    forms = (
        ReportForm("A", FormState.UNCHANGED, earlier_on=SENT),
        ReportForm("B", FormState.CHANGED, FormContent("One found.")),
        ReportForm("J"),
    )
    (found,) = missing(replace(WHOLE, forms=forms, cover_only=True))
    assert found.letter == "B"
