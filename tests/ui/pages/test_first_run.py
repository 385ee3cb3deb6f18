"""The first run: four questions, their errors, and the sample."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.services.first_look import first_look
from ccmdesk.system.paths import DataFolder
from ccmdesk.ui import theme
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.first_run import FirstRunPage
from tests.ui.desks import DAY, focused, press, tab_to, write


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    clock = FixedClock.on(DAY)
    window = MainWindow(first_look(tmp_path, clock), DataFolder(tmp_path))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.attach(open_desk(tmp_path, clock))
    yield window
    window.close()


@pytest.fixture
def page(window: MainWindow) -> FirstRunPage:
    page = window.pages["first_run"]
    assert isinstance(page, FirstRunPage)
    return page


def test_the_keyboard_alone_answers_and_enters(window: MainWindow, page: FirstRunPage) -> None:
    assert window.sidebar.isHidden()
    assert focused() is page.state
    write("nigeria")
    assert "in force 1 August 2023" in page.fields["state"].help.text()
    assert "Nigeria" in page.mission.toPlainText()
    tab_to("Start")
    press(Qt.Key.Key_Return)
    profile = window.desk.profile.get()
    assert profile is not None
    assert profile.state_iso3 == "NGA"
    assert profile.names_in("en").mission == page.mission.toPlainText()
    assert window.current == "today"
    assert not window.sidebar.isHidden()
    assert window.sidebar.mission.text()


def test_the_suggestion_follows_until_it_is_changed(page: FirstRunPage) -> None:
    page.state.setEditText("Ireland")
    in_geneva = page.mission.toPlainText()
    page.city.setEditText("New York")
    assert page.mission.toPlainText() != in_geneva
    page.language.setCurrentIndex(page.language.findData("fr"))
    assert page.mission.toPlainText().startswith("Mission permanente")
    page.mission.setPlainText("Our own name")
    page.city.setEditText("Vienna")
    assert page.mission.toPlainText() == "Our own name"


def test_a_state_passed_while_typing_leaves_nothing_behind(page: FirstRunPage) -> None:
    page.state.setEditText("Niger")
    assert "the Niger" in page.mission.toPlainText()
    page.state.setEditText("Nigeria")
    assert "Nigeria" in page.mission.toPlainText()
    page.state.setEditText("Nigerian")
    assert page.mission.toPlainText() == ""
    page.mission.setPlainText("Our own name")
    page.state.setEditText("Nigeri")
    assert page.mission.toPlainText() == "Our own name"


def test_what_is_missing_is_told_at_its_field(window: MainWindow, page: FirstRunPage) -> None:
    page.submit()
    assert "State" in page.fields["state"].error.text()
    page.state.setEditText("Nigerla")
    page.submit()
    assert page.fields["state"].error.text() == (
        "No State is called “Nigerla”; did you mean Nigeria?"
    )
    page.state.setEditText("Atlantis under the sea")
    page.submit()
    assert page.fields["state"].error.text().endswith("choose yours from the list.")
    page.state.setEditText("Nigeria")
    assert page.fields["state"].error.text() == ""
    page.city.setEditText(" ")
    page.submit()
    assert "city" in page.fields["city"].error.text()
    assert page.mission.toPlainText().strip()
    page.city.setEditText("Geneva")
    page.mission.setPlainText("")
    page.submit()
    assert "full name" in page.fields["mission"].error.text()
    assert window.desk.profile.get() is None


def test_a_code_and_a_name_without_marks_are_understood(page: FirstRunPage) -> None:
    page.state.setEditText("CIV")
    state = page.chosen_state()
    assert state is not None
    page.state.setEditText("cote d'ivoire")
    assert page.chosen_state() == state


def test_a_signatory_is_told_that_it_observes(page: FirstRunPage) -> None:
    page.state.setEditText("Kenya")
    assert "observer" in page.fields["state"].help.text()


def test_the_sample_is_one_button_away(window: MainWindow, page: FirstRunPage) -> None:
    page.sample.click()
    profile = window.desk.profile.get()
    assert profile is not None
    assert profile.sample
    assert window.sidebar.sample.text() == "SAMPLE"
    assert window.current == "today"


def test_no_shortcut_leads_out_of_the_first_run(window: MainWindow) -> None:
    press(Qt.Key.Key_2, modifier=Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_K, modifier=Qt.KeyboardModifier.ControlModifier)
    assert window.current == "first_run"


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("cote d'", "Côte d'Ivoire"), ("suisse", "Switzerland"), ("кирибати", "Kiribati")],
)
def test_a_state_is_found_by_any_part_of_its_name_in_any_language(
    page: FirstRunPage, typed: str, offered: str
) -> None:
    completer = page.state.completer()
    assert completer is not None
    completer.setCompletionPrefix(typed)
    offers = completer.completionModel()
    found = [completer.pathFromIndex(offers.index(row, 0)) for row in range(offers.rowCount())]
    assert found == [offered]


def test_the_name_in_the_officers_language_is_taken(page: FirstRunPage) -> None:
    page.state.setEditText("la Suisse")
    state = page.chosen_state()
    assert state is not None
    assert state.iso3 == "CHE"
