"""States: counts, search, facts with their sources, duties on demand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ccmdesk.domain.dates import long_date
from ccmdesk.domain.state import State, Status
from ccmdesk.services import reference
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.states import StatesPage, sentence
from ccmdesk.ui.widgets.list_row import ListRow
from tests.ui.desks import focused, open_window, press, tab_to, write


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[StatesPage]:
    for window in open_window(qtbot, tmp_path, sample=False):
        assert isinstance(window, MainWindow)
        window.go("states")
        page = window.pages["states"]
        assert isinstance(page, StatesPage)
        yield page


def test_the_filters_count_and_the_sentence_says_the_day(page: StatesPage) -> None:
    words = {key: chip.text() for key, chip in page.filters.buttons.items()}
    assert words["party"] == "Parties 112"
    assert words["signatory"] == "Signatories 12"
    assert words["withdrawn"] == "Withdrawn 1"
    assert page.filters.buttons["not_party"].isHidden()
    assert page.head.sentence.text().startswith("112 States Parties · 12 signatories · 1 withdrawn")
    page.filters.buttons["withdrawn"].click()
    assert [state.status for state in page.table.rows()] == [Status.WITHDRAWN]


def test_ones_own_state_is_shown_first(page: StatesPage) -> None:
    assert page.panel.title.text() == "Ireland"


def test_typing_finds_without_marks_and_enter_goes_to_the_list(page: StatesPage) -> None:
    assert focused() is page.search
    write("cote d")
    assert [state.iso3 for state in page.table.rows()] == ["CIV"]
    press(Qt.Key.Key_Return)
    assert focused() is page.table
    page.search.setText("zzzz")
    assert page.table.isHidden()
    assert not page.none_found.isHidden()


def test_each_fact_has_its_source_and_its_day(page: StatesPage) -> None:
    page.show_target("NGA")
    lines = {line.caption: line for line in page.panel.facts.lines}
    assert lines["In force"].text == "Tue 1 August 2023"
    assert lines["Ratification"].text == "Tue 28 February 2023"
    assert all("as of" in line.second for line in lines.values())


def test_the_deadlines_of_a_state_come_when_asked_for(page: StatesPage) -> None:
    page.show_target("LBN")
    assert page.panel.duties.findChildren(ListRow) == []
    tab_to("Show its deadlines")
    press(Qt.Key.Key_Space)
    found = page.panel.duties.findChildren(ListRow)
    assert len(found) == len(page.desk.deadlines.duties("LBN"))
    page.show_target("KEN")
    assert not page.panel.duty_head.isVisible()
    page.panel.deadlines.click()
    assert "no deadlines" in page.panel.duty_head.text()


@pytest.mark.parametrize(
    ("iso3", "said", "unsaid"),
    [("LBN", "not recorded here", "no record"), ("IRL", "no record", "not recorded here")],
)
def test_of_another_state_nothing_is_claimed(
    page: StatesPage, iso3: str, said: str, unsaid: str
) -> None:
    page.show_target(iso3)
    page.panel.deadlines.click()
    words = [row.accessibleName() for row in page.panel.duties.findChildren(ListRow)]
    assert any(each.endswith(f". {said}") for each in words)
    assert not any(each.endswith(f". {unsaid}") for each in words)


def test_an_invented_state_is_not_counted_among_the_parties() -> None:
    invented = State("XAV", "Avataria", Status.PARTY, as_of=date(2023, 8, 16))
    assert sentence([*reference.states(), invented]) == (
        "112 States Parties · 12 signatories · 1 withdrawn · 1 of your own · "
        f"as of {long_date(max(each.as_of for each in reference.states() if each.as_of))}"
    )
