"""What leaves the page of the deadlines: the ledger, the planner, the calendar, as real files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ccmdesk.domain.recorded import Extension
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.deadlines import DeadlinesPage
from ccmdesk.ui.pages.states import StatesPage
from tests.ui.desks import open_window, press, tab_to


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path, sample=False)


@pytest.fixture
def page(window: MainWindow) -> DeadlinesPage:
    window.go("deadlines")
    page = window.pages["deadlines"]
    assert isinstance(page, DeadlinesPage)
    return page


def save_to(dialog: QFileDialog, path: Path, qtbot: QtBot) -> None:
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(path.exists, timeout=15000)


def words_of(path: Path) -> str:
    (sheet,) = PdfReader(path).pages
    return " ".join(sheet.extract_text().split())


def test_the_menu_opens_by_keyboard_and_names_the_year(page: DeadlinesPage) -> None:
    tab_to("Papers")
    press(Qt.Key.Key_Space)
    assert page.menu.isVisible()
    words = [each.text() for each in page.menu.actions() if each.text()]
    assert words == [
        "Print the ledger…",
        "Save the ledger as PDF…",
        "Print the wall planner 2023…",
        "Save the wall planner 2023 as PDF…",
        "Save as a calendar file…",
    ]
    page.menu.close()
    page.show_target("year")
    page.year.show_year(2026)
    assert page.menu.year == 2026


def test_the_ledger_of_ones_own_state_is_one_page(
    page: DeadlinesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "ledger.pdf"
    save_to(page.papers.ask_ledger("IRL"), path, qtbot)
    assert "Ireland" in words_of(path)


def test_the_wall_planner_and_the_calendar_are_written(
    page: DeadlinesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    planner, calendar = tmp_path / "planner.pdf", tmp_path / "deadlines.ics"
    save_to(page.papers.ask_planner(2024), planner, qtbot)
    assert "2024" in words_of(planner)
    save_to(page.papers.ask_calendar(), calendar, qtbot)
    assert calendar.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(
    window: MainWindow,
    page: DeadlinesPage,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[Exception] = []
    monkeypatch.setattr(window, "show_error", told.append)
    page.papers.save_calendar(tmp_path / "no such folder" / "x.ics")
    qtbot.waitUntil(lambda: bool(told), timeout=15000)
    assert "no such folder" in str(told[0])


def test_the_ledger_of_any_state_is_had_from_the_states(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.go("states", "LAO")
    page = window.pages["states"]
    assert isinstance(page, StatesPage)
    assert page.panel.ledger.isVisible()
    assert page.panel.extension.isVisible()
    path = tmp_path / "lao.pdf"
    save_to(page.panel.papers.ask_ledger("LAO"), path, qtbot)
    assert "not recorded here" in words_of(path)
    page.show_target("KEN")
    assert not page.panel.ledger.isVisible()
    assert not page.panel.extension.isVisible()


def test_an_extension_entered_in_the_states_shows_among_the_deadlines(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go("states", "TCD")
    page = window.pages["states"]
    assert isinstance(page, StatesPage)
    page.panel.deadlines.click()
    before = len(page.panel.duties.children())
    page.desk.extensions.enter(
        Extension("TCD", 4, "", date(2031, 10, 1), decided_at="12MSP", source="CCM/MSP/2024/11")
    )
    assert len(page.panel.duties.children()) > before
    assert page.panel.title.text() == "Chad"
