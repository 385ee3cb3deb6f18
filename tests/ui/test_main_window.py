"""The window itself: what is loaded before it paints, its keys, its sizes, its colours."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.services.first_look import first_look
from ccmdesk.services.sample import build_sample
from ccmdesk.system.paths import DataFolder
from ccmdesk.system.settings import load_settings
from ccmdesk.ui import theme
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.navigation import PLACES
from ccmdesk.ui.tokens import PALETTES
from tests.ui.desks import DAY, focused, name_of, open_window, press

PAGES = (*(place.name for place in PLACES), "report", "while_away")
CTRL = Qt.KeyboardModifier.ControlModifier
# What waits until the window stands, each because it is slow to load. PySide6 itself loads argparse
# and logging.
LATER = {
    "PIL", "PySide6.QtNetwork", "PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport",
    "ccmdesk.commands.parser", "ccmdesk.documents", "ccmdesk.language", "ccmdesk.store.backup",
    "ccmdesk.typeset", "logging.handlers", "platform", "platformdirs", "reportlab", "socket",
    "sqlalchemy", "uuid",
}  # fmt: skip
CAN_COPY = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
# A copy of the process reads these while the window is being got ready.
BESIDE = {"ccmdesk.domain.obligations", "ccmdesk.services.reference", "csv", "json", "sqlite3"}
AT_FIRST_PAINT = """
import os, sys
from ccmdesk.cli import main

end = os._exit


def report(status):
    if "ccmdesk.ui.main_window" in sys.modules:
        print(*sorted(sys.modules), sep="\\n", flush=True)
    end(status)


os._exit = report
main(["--data-dir", sys.argv[1]])
"""


OPEN_AND_CLOSE = """
import sys
from datetime import date
from pathlib import Path
from ccmdesk import app
from ccmdesk.domain.clock import FixedClock
from ccmdesk.ui import main_window

attach = main_window.MainWindow.attach


def attach_and_close(window, desk):
    attach(window, desk)
    window.close()


main_window.MainWindow.attach = attach_and_close
print(app.open_window(Path(sys.argv[1]), FixedClock.on(date(2023, 8, 16))))
"""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light")


@pytest.mark.parametrize("sample", [True, False])
def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path, sample: bool) -> None:
    if sample:
        desk = open_desk(tmp_path, FixedClock.on(DAY))
        build_sample(desk)
        desk.close()
    done = subprocess.run(
        [sys.executable, "-c", AT_FIRST_PAINT, str(tmp_path)],
        env={**os.environ, "CCMDESK_QUIT_AFTER_FIRST_PAINT": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=40,
    )
    loaded = set(done.stdout.split())
    assert "ccmdesk.ui.pages.today" in loaded, done.stderr
    assert loaded & LATER == set()
    if CAN_COPY:
        assert loaded & BESIDE == set()


def test_the_program_opens_takes_its_services_and_ends_well(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", OPEN_AND_CLOSE, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=40,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "0\n"
    assert "Traceback" not in done.stderr
    assert load_settings(DataFolder(tmp_path).settings).geometry


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_every_page_has_its_key(window: MainWindow, place: object) -> None:
    position = PLACES.index(place)
    key = Qt.Key.Key_Comma if place is PLACES[-1] else Qt.Key(Qt.Key.Key_1.value + position)
    press(key, modifier=CTRL)
    assert window.current == PLACES[position].name
    assert window.sidebar.buttons[window.current].isChecked()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_all_that_takes_the_keyboard_has_a_name(window: MainWindow, place: object) -> None:
    window.go(PLACES[PLACES.index(place)].name)
    page = window.pages[window.current]
    nameless, seen = [], set()
    start = focused()
    for _ in range(150):
        here = focused()
        if here in seen:
            break
        seen.add(here)
        text = getattr(here, "text", lambda: "")
        if page.isAncestorOf(here) and not (name_of(here) or (callable(text) and text())):
            nameless.append(f"{type(here).__name__} in {type(here.parent()).__name__}")
        press(Qt.Key.Key_Tab)
    assert nameless == []
    assert start in seen


def test_the_sidebar_has_the_pages_of_the_desk_and_marks_where_one_is(window: MainWindow) -> None:
    assert [entry.accessibleName() for entry in window.sidebar.buttons.values()] == [
        "Today", "Meetings", "Notes", "Deadlines", "People", "Incoming", "States", "Settings",
    ]  # fmt: skip
    for page, marked in (("states", "states"), ("report", "deadlines"), ("while_away", "today")):
        window.go(page)
        assert window.sidebar.buttons[marked].isChecked()


def test_by_its_key_a_page_has_the_keyboard_wherever_it_was(window: MainWindow) -> None:
    window.sidebar.buttons["today"].setFocus()
    press(Qt.Key.Key_4, modifier=CTRL)
    assert window.current == "deadlines"
    assert not window.sidebar.isAncestorOf(focused())
    # Who walks through the sidebar stays there.
    window.sidebar.buttons["notes"].setFocus()
    press(Qt.Key.Key_Return)
    assert window.current == "notes"
    assert focused() is window.sidebar.buttons["notes"]


def test_a_narrow_window_has_a_slim_sidebar_that_still_has_names(window: MainWindow) -> None:
    # How wide the words are is the machine's own; with large ones 900 pixels are never enough.
    window.retheme("light", 150)
    window.resize(1900, 800)
    wide = window.sidebar.width()
    window.resize(900, 600)
    assert window.sidebar.width() < wide / 2
    assert window.sidebar.buttons["notes"].text() == ""
    assert window.sidebar.buttons["notes"].accessibleName() == "Notes"
    window.resize(1900, 800)
    assert window.sidebar.width() == wide
    assert window.sidebar.buttons["notes"].text() == "Notes"


@pytest.mark.parametrize("name", sorted(PALETTES))
def test_every_page_paints_in_every_theme(window: MainWindow, name: str) -> None:
    for page in PAGES:
        window.go(page)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window.retheme(name, 100)
    for page in PAGES:
        window.go(page)
        assert not window.grab().isNull()


@pytest.mark.parametrize("zoom", [80, 200])
def test_every_page_can_be_shown_small_and_large(window: MainWindow, zoom: int) -> None:
    window.retheme("light", zoom)
    window.resize(900, 600)
    for page in PAGES:
        window.go(page)
        assert not window.grab().isNull()
        assert window.width() == 900


def test_undo_says_what_it_undid_and_when_there_is_nothing(window: MainWindow) -> None:
    window.undo()
    assert window.flash.words.text() == "Nothing to undo"
    duty = window.desk.deadlines.duties()[0].duty
    window.desk.deadlines.mark_not_applicable(duty.key, "Not ours.")
    press(Qt.Key.Key_Z, modifier=CTRL)
    assert window.flash.words.text().startswith("Undone: Mark “Initial transparency report”")
    press(Qt.Key.Key_Y, modifier=CTRL)
    assert window.flash.words.text().startswith("Done again: ")


@pytest.mark.parametrize("page", ["today", "deadlines", "states", "settings", "report"])
def test_without_a_mission_the_window_goes_back_to_the_first_run(
    qtbot: QtBot, tmp_path: Path, page: str
) -> None:
    for window in open_window(qtbot, tmp_path, sample=False):
        window.go(page)
        window.undo()
        assert window.current == "first_run"
        assert window.sidebar.isHidden()
        assert window.flash.words.text().startswith("Undone: ")
        window.flash.action.click()
        assert window.current == "today"
        assert window.sidebar.isVisible()
        window.go(page)
        assert window.desk.profile.required().state_iso3 == "IRL"


def test_a_click_before_the_services_are_there_waits_for_them(qtbot: QtBot, tmp_path: Path) -> None:
    clock = FixedClock.on(DAY)
    desk = open_desk(tmp_path, clock)
    build_sample(desk)
    window = MainWindow(first_look(tmp_path, clock), DataFolder(tmp_path))
    qtbot.addWidget(window)
    window.show()
    window.go("deadlines", "XAV:art7_annual:2022")
    assert window.current == "today"
    window.attach(desk)
    assert window.current == "deadlines"
    window.close()
