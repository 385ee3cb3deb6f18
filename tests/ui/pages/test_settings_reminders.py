"""Settings of the reminders: hours and ladders kept, the timer put in place, one shown at once."""

import os
import sys
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.reminders import DEFAULT_LADDERS
from ccmdesk.system import timers
from ccmdesk.system.settings import load_settings
from ccmdesk.ui import tray
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages import settings_reminders
from ccmdesk.ui.pages.settings import SettingsPage
from ccmdesk.ui.pages.settings_reminders import RemindersSection
from ccmdesk.ui.widgets.form import Form, put
from tests.system.session_bus import notification_server, session_bus
from tests.ui.desks import press
from tests.ui.reminding import begin_register, window_on

CTRL = Qt.KeyboardModifier.ControlModifier
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="this timer is Linux's")

SHOW_ONE = "Show me one in ten seconds"


@pytest.fixture
def window(
    qtbot: QtBot, tmp_path: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """A window in a session in which no systemd of the user runs."""
    program = own_folders / "systemctl"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{own_folders}{os.pathsep}{os.environ['PATH']}")
    begin_register(tmp_path)
    with window_on(qtbot, tmp_path, date(2027, 4, 27)) as window:
        yield window
    timers.uninstall()


@pytest.fixture
def section(window: MainWindow, qtbot: QtBot) -> RemindersSection:
    window.go("settings", "reminders")
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: not window.tasks.busy)
    return page.reminders


def line(form: Form, name: str) -> QLineEdit:
    editor = form.fields[name].editor
    assert isinstance(editor, QLineEdit)
    return editor


def test_hours_and_ladders_are_kept(window: MainWindow, section: RemindersSection) -> None:
    assert line(section.hours, "opens").text() == "09:00"
    kind = str(DutyKind.ART7_ANNUAL)
    assert line(section.ladders, kind).text() == "120, 90, 60, 30, 14, 7, 3, 1"
    assert not section.save_button.isEnabled()
    put(line(section.hours, "opens"), "8h30")
    put(line(section.ladders, kind), "45 10;2")
    line(section.ladders, kind).setFocus()
    press(Qt.Key.Key_S, modifier=CTRL)
    stored = window.desk.reminders.settings()
    assert (stored.opens, stored.closes) == (time(8, 30), time(18))
    assert stored.ladder(DutyKind.ART7_ANNUAL) == (45, 10, 2, 0)
    assert stored.ladder(DutyKind.ART7_INITIAL) == DEFAULT_LADDERS[DutyKind.ART7_INITIAL]
    assert line(section.ladders, kind).text() == "45, 10, 2"
    assert not section.save_button.isEnabled()
    section.usual.click()
    assert line(section.ladders, kind).text() == "120, 90, 60, 30, 14, 7, 3, 1"
    assert section.save_button.isEnabled()


@pytest.mark.parametrize(
    ("form", "name", "text", "said"),
    [
        ("hours", "opens", "nine", "no hour"),
        ("hours", "closes", "08:00", "end before they begin"),
        ("ladders", "art7_annual", "soon", "numbers with commas"),
        ("ladders", "meeting_milestone", "900, 3", "900 days"),
        ("ladders", "art4_clearance", "-5", "-5 days"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    section: RemindersSection, form: str, name: str, text: str, said: str
) -> None:
    before = section.shell.desk.reminders.settings()
    fields: Form = getattr(section, form)
    put(line(fields, name), text)
    section.save()
    assert said in fields.fields[name].error.text()
    assert section.shell.desk.reminders.settings() == before


@linux_only
def test_the_timer_is_put_in_place_told_of_and_taken_away(
    window: MainWindow, section: RemindersSection, qtbot: QtBot, own_folders: Path
) -> None:
    before = {path for path in own_folders.rglob("*") if path.name != "systemctl"}
    assert section.pill.text() == "not in place"
    assert not section.remove.isVisible()
    assert section.install.property("kind") == "primary"
    section.install.setFocus()
    section.install.click()
    qtbot.waitUntil(section.remove.isVisible, timeout=10_000)
    assert section.pill.text() == "in place"
    # What is done is no longer the next step.
    assert not section.install.property("kind")
    assert section.install.hasFocus()
    assert "ccmdesk-remind.desktop" in section.files.text()
    assert section.last.text() == "Reminders were not looked for yet."
    window.folder.reminders_looked.touch()
    section.refresh()
    qtbot.waitUntil(lambda: section.last.text().startswith("Reminders were last looked for on "))
    section.remove.click()
    qtbot.waitUntil(lambda: not section.remove.isVisible(), timeout=10_000)
    assert section.pill.text() == "not in place"
    assert {path for path in own_folders.rglob("*") if path.name != "systemctl"} == before


@linux_only
def test_one_is_shown_at_once_by_a_process_of_its_own(
    section: RemindersSection, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_reminders, "SHOW_AFTER_SECONDS", 0)
    with session_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with notification_server() as server:
            section.show_one.click()
            assert section.show_one.text() == "It comes in ten seconds"
            # It keeps the keyboard, and asks for one at a time.
            assert section.show_one.isEnabled()
            section.show_one.click()
            qtbot.waitUntil(lambda: section.show_one.text() == SHOW_ONE, timeout=20_000)
            assert server.next()["summary"] == "This is how a reminder arrives"
    assert "taken the reminder" in section.shell.flash.words.text()  # type: ignore[attr-defined]


@linux_only
def test_where_no_desktop_takes_one_it_says_so(
    window: MainWindow,
    section: RemindersSection,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings_reminders, "SHOW_AFTER_SECONDS", 0)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    section.show_one.click()
    qtbot.waitUntil(lambda: section.show_one.text() == SHOW_ONE, timeout=20_000)
    (box,) = window.findChildren(QMessageBox)
    assert box.informativeText() == (
        "No desktop session can be reached to show the reminder; try it again."
    )
    box.close()


def test_the_sign_is_a_choice_where_there_are_signs(
    window: MainWindow, section: RemindersSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert section.no_tray.isVisibleTo(section)
    assert not section.tray.isVisibleTo(section)
    monkeypatch.setattr(tray, "tray_is_there", lambda: True)
    section.refresh()
    assert section.tray.isVisibleTo(section)
    assert section.tray.isChecked()
    monkeypatch.setattr(window, "fit_tray", lambda: None)
    section.tray.click()
    assert not load_settings(window.folder.settings).close_to_tray
