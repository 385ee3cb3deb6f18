"""The sign among those of the desktop: closed, the window goes on behind it, told once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from ccmdesk.system.settings import load_settings, save_settings
from ccmdesk.ui import tray
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.tray import Tray, tray_icon
from tests.ui.desks import open_window, press
from tests.ui.reminding import begin_register, window_on

CTRL = Qt.KeyboardModifier.ControlModifier
# Without a screen Qt looks for signs in vain, and says so.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A desktop that shows such signs; what was said at ours."""
    said: list[str] = []
    monkeypatch.setattr(tray, "tray_is_there", lambda: True)
    monkeypatch.setattr(Tray, "tell_once", lambda self: said.append("told"))
    return said


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    begin_register(tmp_path)
    with window_on(qtbot, tmp_path, date(2027, 4, 27)) as window:
        yield window
    QApplication.setQuitOnLastWindowClosed(True)


def goes_on(window: MainWindow) -> bool:
    return window.ready


def has_no_sign(window: MainWindow) -> bool:
    return window.tray is None


def test_closed_it_goes_on_and_says_so_once(told: list[str], window: MainWindow) -> None:
    window.fit_tray()
    for _ in range(2):
        window.close()
        assert not window.isVisible()
        assert goes_on(window)
        assert not QApplication.quitOnLastWindowClosed()
        window.come_back()
        assert window.isVisible()
        assert QApplication.quitOnLastWindowClosed()
    assert told == ["told"]
    assert load_settings(window.folder.settings).told_of_tray


def test_from_the_sign_it_comes_back_at_what_waits(told: list[str], window: MainWindow) -> None:
    window.fit_tray()
    assert window.tray is not None
    window.show_waiting(2)
    assert window.tray.icon.toolTip() == "CCM Desk: 2 duties wait for you"
    assert window.tray.waiting.text() == "2 duties wait for you"
    window.go("deadlines")
    window.close()
    window.tray.waiting.trigger()
    assert window.isVisible()
    assert window.current == "today"
    window.close()
    window.tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert window.isVisible()


def test_quit_ends_it_from_the_sign_and_by_key(told: list[str], window: MainWindow) -> None:
    window.fit_tray()
    assert window.tray is not None
    window.close()
    assert goes_on(window)
    window.tray.quit.trigger()
    assert not goes_on(window)
    assert has_no_sign(window)


def test_the_key_to_quit_ends_it_whatever_the_sign(told: list[str], window: MainWindow) -> None:
    window.fit_tray()
    press(Qt.Key.Key_Q, modifier=CTRL)
    assert not goes_on(window)


def test_the_end_of_the_session_is_not_held_up(told: list[str], window: MainWindow) -> None:
    window.fit_tray()
    window.end_with_session()
    window.close()
    assert not goes_on(window)


def test_by_the_settings_it_closes_for_good(told: list[str], window: MainWindow) -> None:
    window.fit_tray()
    assert window.tray is not None
    path = window.folder.settings
    save_settings(path, replace(load_settings(path), close_to_tray=False))
    window.fit_tray()
    assert has_no_sign(window)
    window.close()
    assert not goes_on(window)
    assert told == []


def test_where_no_sign_can_be_shown_it_just_closes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tray, "tray_is_there", lambda: False)
    window.fit_tray()
    assert window.tray is None
    window.close()
    assert not goes_on(window)


def test_the_sample_has_nothing_to_go_on_for(told: list[str], qtbot: QtBot, tmp_path: Path) -> None:
    for window in open_window(qtbot, tmp_path):
        window.fit_tray()
        window.close()
        assert not goes_on(window)
    assert told == []


@pytest.mark.parametrize("count", [0, 1, 12, 250])
def test_the_sign_can_be_drawn(qtbot: QtBot, count: int) -> None:
    plain, numbered = (tray_icon(n).pixmap(64, 64).toImage() for n in (0, count))
    assert (plain == numbered) is (count == 0)
