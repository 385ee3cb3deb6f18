"""The finder: what it finds, in which order, and that the keyboard is enough."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ccmdesk.system.settings import load_settings
from ccmdesk.ui.dialogs.finder import Finder
from ccmdesk.ui.dialogs.finder_contents import Found, best
from ccmdesk.ui.main_window import MainWindow
from tests.ui.desks import focused, open_window, press, write

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


def opened(qtbot: QtBot, window: MainWindow) -> Finder:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.sidebar.buttons["today"].setFocus()
    press(Qt.Key.Key_K, modifier=CTRL)
    finder = next(each for each in window.findChildren(Finder) if each.isVisible())
    qtbot.waitUntil(lambda: not window.tasks.busy)
    qtbot.waitUntil(lambda: focused() is finder.search)
    return finder


def names(finder: Finder) -> list[str]:
    return [finder.results.item(row).text() for row in range(finder.results.count())]


@pytest.mark.parametrize(
    ("typed", "kind", "page"),
    [
        ("eleventh", "Meeting", "meetings"),
        ("11msp nomination", "Note", "notes"),
        ("asberg", "Person", "people"),
        ("lao", "State", "states"),
        ("report 2023", "Deadline", "deadlines"),
        ("go to incoming", "Page", "incoming"),
    ],
)
def test_a_few_letters_find_and_enter_opens(
    qtbot: QtBot, window: MainWindow, typed: str, kind: str, page: str
) -> None:
    finder = opened(qtbot, window)
    write(typed)
    chosen = finder.chosen()
    assert chosen is not None
    assert chosen.kind == kind
    press(Qt.Key.Key_Return)
    assert window.current == page


def test_arrows_walk_round_and_escape_closes(qtbot: QtBot, window: MainWindow) -> None:
    finder = opened(qtbot, window)
    first = finder.chosen()
    press(Qt.Key.Key_Down)
    assert finder.chosen() is not first
    press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert finder.results.currentRow() == finder.results.count() - 1
    press(Qt.Key.Key_Escape)
    assert finder.isHidden()
    assert window.current == "today"


def test_what_is_not_there_is_said(qtbot: QtBot, window: MainWindow) -> None:
    finder = opened(qtbot, window)
    write("qqqq")
    assert names(finder) == []
    assert finder.chosen() is None
    press(Qt.Key.Key_Return)
    assert finder.isVisible()
    assert "Nothing" in finder.hint.text()


def test_commands_run_from_here(qtbot: QtBot, window: MainWindow) -> None:
    opened(qtbot, window)
    write("back up")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(list(window.folder.backups.glob("*.sqlite3"))))
    qtbot.waitUntil(lambda: not window.tasks.busy)
    opened(qtbot, window)
    write("light col")
    press(Qt.Key.Key_Return)
    assert load_settings(window.folder.settings).theme == "light"
    opened(qtbot, window)
    write("new note")
    press(Qt.Key.Key_Return)
    assert window.current == "notes"


def test_a_name_that_begins_so_comes_before_one_that_contains_it() -> None:
    things = [Found("State", "globe", name) for name in ("Algeria", "Nigeria", "Niger")]
    found = best([(each.haystack, each) for each in things], "niger", 5)
    assert [each.name for each in found] == ["Nigeria", "Niger"]
    found = best([(each.haystack, each) for each in things], "ger", 5)
    assert {each.name for each in found} == {"Algeria", "Nigeria", "Niger"}
    assert best([(each.haystack, each) for each in things], "", 2) == things[:2]


def test_a_note_is_found_by_a_name_of_its_delegation(qtbot: QtBot, window: MainWindow) -> None:
    (line,) = window.desk.notes.lines()
    issued = window.desk.notes.issue(line.id)
    family = window.desk.notes.content(line.id).delegates[0].person.family_name
    finder = opened(qtbot, window)
    write(family)
    qtbot.waitUntil(lambda: any(each.startswith(f"No. {issued.number}") for each in names(finder)))
    assert finder.chosen() is not None
    press(Qt.Key.Key_Escape)
