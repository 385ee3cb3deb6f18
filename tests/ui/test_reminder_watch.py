"""The open window looks each minute: it tells on the desktop and in a line, never twice."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ccmdesk.app import open_reminders
from ccmdesk.domain.clock import FixedClock
from ccmdesk.store import connection as store_connection
from ccmdesk.system.notifications import Notice, NotShownError
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.today import TodayPage
from ccmdesk.ui.reminder_watch import ReminderWatch
from tests.ui.reminding import REPORT, SIDE, at_noon, begin_register, window_on


class Desktop:
    """A desktop that keeps what it was shown, or takes nothing."""

    def __init__(self) -> None:
        self.shown: list[Notice] = []
        self.listens = True

    def __call__(self, notice: Notice) -> None:
        if not self.listens:
            raise NotShownError("The desktop takes no notices.")
        self.shown.append(notice)


class Watched:
    """A window with its watch, and days that pass."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.desktop = Desktop()
        self.watch = ReminderWatch(window, self.desktop)
        window.closing.connect(self.watch.close)
        self.counts: list[int] = []
        self.watch.waiting.connect(self.counts.append)

    def begin(self) -> None:
        with self.qtbot.waitSignal(self.watch.looked, timeout=10_000):
            self.watch.begin()

    def look(self) -> None:
        with self.qtbot.waitSignal(self.watch.looked, timeout=10_000):
            self.watch.look()

    def on(self, day: date) -> None:
        """Let the window's clock stand at noon of another day."""
        clock = self.window.desk.clock
        assert isinstance(clock, FixedClock)
        clock.instant = at_noon(day).now()

    def line(self) -> str:
        flash = self.window.flash
        return flash.words.text() if flash.isVisible() else ""

    def waiting(self) -> list[str]:
        page = self.window.pages["today"]
        assert isinstance(page, TodayPage)
        return [row.duty.duty_key for row in page.waiting.rows]


@pytest.fixture
def watched(qtbot: QtBot, tmp_path: Path) -> Iterator[Watched]:
    begin_register(tmp_path)
    with window_on(qtbot, tmp_path, date(2027, 3, 31), caught_up=False) as window:
        yield Watched(window, qtbot)


def test_who_opens_the_window_reads_it_there_without_a_notice(watched: Watched) -> None:
    assert watched.waiting() == []
    watched.begin()
    assert watched.desktop.shown == []
    assert watched.line() == ""
    assert REPORT in watched.waiting()
    assert watched.counts == [len(watched.waiting())]


def test_then_what_comes_is_told_on_the_desktop_and_in_a_line(watched: Watched) -> None:
    watched.begin()
    watched.look()
    assert watched.desktop.shown == []
    watched.on(date(2027, 4, 23))
    watched.look()
    assert len(watched.desktop.shown) == 1
    assert watched.line() == "2 deadlines need a look"
    assert watched.window.flash.action.text() == "Look at it"
    watched.look()
    assert len(watched.desktop.shown) == 1
    page = watched.window.pages["today"]
    assert isinstance(page, TodayPage)
    assert page.head.title.text() == "Friday 23 April 2027"


def test_what_the_timer_told_stands_in_the_window_too(watched: Watched, tmp_path: Path) -> None:
    watched.begin()
    watched.on(date(2027, 4, 27))
    agent = open_reminders(tmp_path, at_noon(date(2027, 4, 27)))
    assert agent is not None
    agent.run(watched.desktop)
    told = len(watched.desktop.shown)
    watched.look()
    assert len(watched.desktop.shown) == told == 1
    assert watched.line() == "2 deadlines need a look"


def test_where_the_desktop_takes_nothing_the_window_tells(watched: Watched) -> None:
    watched.begin()
    watched.desktop.listens = False
    watched.on(date(2027, 4, 9))
    watched.look()
    assert watched.line() == "Due in 14 days: Delegation to SIDE"


def test_behind_its_sign_the_window_tells_nobody_and_waits(watched: Watched) -> None:
    watched.begin()
    watched.desktop.listens = False
    watched.window.hide()
    watched.on(date(2027, 4, 9))
    watched.look()
    rungs = [e.rung for e in watched.window.desk.reminders.coming() if e.duty_key == SIDE]
    assert rungs[0] == "T-14"
    watched.desktop.listens = True
    watched.look()
    assert len(watched.desktop.shown) == 1


def test_a_register_in_use_is_said_once_and_looked_at_again(
    watched: Watched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_connection, "BUSY_SECONDS", 0.05)
    watched.begin()
    with closing(sqlite3.connect(tmp_path / "ccmdesk.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        watched.on(date(2027, 4, 9))
        watched.look()
        assert "in use by another program" in watched.line()
        watched.window.flash.hide()
        watched.look()
        assert watched.line() == ""
        assert not watched.window.findChildren(QMessageBox)
    watched.look()
    assert watched.line().startswith("Due in 14 days")


def test_the_window_ends_while_it_looks(watched: Watched) -> None:
    watched.watch.begin()
    watched.window.quit()
    assert not watched.window.ready
