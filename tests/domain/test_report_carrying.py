"""What a form takes over from an earlier report: nothing is lost, and it points the right way."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.article7 import (
    FormContent,
    FormSet,
    FormSpec,
    FormState,
    Report,
    ReportForm,
    TableSpec,
)
from ccmdesk.domain.cover_page import differs, untouched
from ccmdesk.domain.report_carrying import (
    carried,
    fitted,
    is_earlier,
    matched_letter,
    may_be_carried,
    source_of,
)
from ccmdesk.domain.report_changes import changes_between

SENT = date(2025, 4, 28)
SPEC = FormSpec(
    "B", "Stockpiles", "7(1)(b)", tables=(TableSpec("held", "Held", ("Type", "Quantity")),)
)
CELLS = st.sampled_from(["", "CBU-87", "12", " x "])
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=3).map(tuple), max_size=4).map(tuple)
CONTENTS = st.builds(
    FormContent,
    st.sampled_from(["", "None held.", " two\nlines "]),
    st.dictionaries(st.sampled_from(["held", "lost"]), ROWS),
    st.booleans(),
)


def report(period: str, form: ReportForm) -> Report:
    return Report("NGA", period, "t", "en", date(2024, 1, 1), date(2024, 12, 31), forms=(form,))


@given(CONTENTS)
def test_after_carrying_over_nothing_bears_a_mark(content: FormContent) -> None:
    form = carried(ReportForm("B"), ReportForm("B", content=content), "2024", SPEC, SENT)
    assert form.carried is not None
    assert not changes_between(form.carried, form.content)
    assert untouched(form)
    assert may_be_carried(form)


@given(CONTENTS, CONTENTS)
def test_what_is_edited_afterwards_is_marked(content: FormContent, edited: FormContent) -> None:
    form = carried(ReportForm("B"), ReportForm("B", content=content), "2024", SPEC, SENT)
    assert form.carried is not None
    edit = fitted(edited.cleaned(), SPEC)
    changes = changes_between(form.carried, edit)
    after = ReportForm("B", content=edit, carried=form.carried)
    assert bool(changes) == differs(after)


@given(CONTENTS)
def test_no_cell_is_lost_where_the_template_has_no_place_for_it(content: FormContent) -> None:
    found = fitted(content.cleaned(), SPEC)
    assert found.tables.keys() <= {"held"}
    for rows in content.cleaned().tables.values():
        for cell in (cell for row in rows for cell in row if cell):
            everywhere = [
                found.text,
                *(c for rows in found.tables.values() for r in rows for c in r),
            ]
            assert any(cell in text for text in everywhere)


def test_the_holder_comes_along_and_the_days_of_asking_do_not() -> None:
    before = ReportForm("B", owner="Ministry of Defence", asked_on=SENT, received_on=SENT)
    form = carried(ReportForm("B"), before, "2024", SPEC, SENT)
    assert (form.owner, form.asked_on, form.received_on) == ("Ministry of Defence", None, None)
    assert (form.earlier_on, form.earlier_period, form.carried_from) == (SENT, "2024", "2024")
    named = carried(ReportForm("B", owner="Army"), before, "2024", SPEC, SENT)
    assert named.owner == "Army"


def test_a_form_that_was_unchanged_points_on_to_what_still_holds() -> None:
    before = ReportForm(
        "B", FormState.UNCHANGED, earlier_on=date(2022, 4, 30), earlier_period="2021"
    )
    form = carried(ReportForm("B"), before, "2024", SPEC, SENT)
    assert (form.earlier_on, form.earlier_period) == (date(2022, 4, 30), "2021")


def test_an_empty_unchanged_form_brings_what_it_points_back_to() -> None:
    chain = {
        "2021": report("2021", ReportForm("B", content=FormContent("Twelve held."))),
        "2022": report("2022", ReportForm("B", FormState.UNCHANGED, earlier_period="2021")),
        "2023": report("2023", ReportForm("B", FormState.UNCHANGED, earlier_period="2022")),
    }
    found = source_of("B", chain["2023"], lambda form: chain.get(form.earlier_period))
    assert found is not None
    assert found.content.text == "Twelve held."
    assert found.earlier_period == "2022"


def test_reports_that_point_at_each_other_end() -> None:
    chain = {
        "2021": report("2021", ReportForm("B", FormState.UNCHANGED, earlier_period="2022")),
        "2022": report("2022", ReportForm("B", FormState.UNCHANGED, earlier_period="2021")),
    }
    found = source_of("B", chain["2022"], lambda form: chain.get(form.earlier_period))
    assert found is not None
    assert not found.content
    assert source_of("Z", chain["2022"], lambda form: chain.get(form.earlier_period)) is None


def test_a_form_is_found_in_another_template_by_what_it_asks() -> None:
    old = FormSet(
        "old",
        "Old",
        "source",
        SENT,
        (
            FormSpec("A", "Measures", "7(1)(a)"),
            FormSpec("B", "Contaminated areas", "7(1)(h), (i)"),
            FormSpec("C", "Stockpiles", "7(1)(b)"),
        ),
    )
    assert matched_letter(FormSpec("A", "Measures", "7(1)(a)"), old) == "A"
    assert matched_letter(FormSpec("B", "Stocks", "7(1)(b)"), old) == "C"
    assert matched_letter(FormSpec("F", "CONTAMINATED areas", ""), old) == "B"
    assert matched_letter(FormSpec("J", "Other", ""), old) == ""


def test_the_initial_report_comes_before_every_year() -> None:
    assert is_earlier("initial", "2012")
    assert is_earlier("2023", "2024")
    for late, early in (("2024", "2023"), ("2024", "2024"), ("2012", "initial")):
        assert not is_earlier(late, early)
    assert not is_earlier("initial", "initial")
