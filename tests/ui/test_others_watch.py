"""What another program does to the same data is seen in the window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.meeting import Meeting
from ccmdesk.services.desk import Desk
from ccmdesk.ui.dialogs.move_meeting import MoveMeetingDialog
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.others_watch import OthersWatch
from ccmdesk.ui.pages.meetings import MeetingsPage
from tests.ui.desks import DAY, open_window

MEETING = Meeting("14MSP", "Fourteenth Meeting", start=date(2024, 9, 9), end=date(2024, 9, 13))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path, sample=False)


@pytest.fixture
def other(window: MainWindow) -> Iterator[Desk]:
    """The command line, say, on the same folder."""
    desk = open_desk(window.folder.root, FixedClock.on(DAY))
    yield desk
    desk.close()


@pytest.fixture
def page(window: MainWindow) -> MeetingsPage:
    window.desk.meetings.save(MEETING)
    window.go("meetings", "14MSP")
    page = window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    return page


def look(window: MainWindow) -> list[object]:
    told: list[object] = []
    window.data_changed.connect(told.append)
    watch = window.findChild(OthersWatch)
    assert watch is not None
    watch.look()
    window.data_changed.disconnect(told.append)
    return told


def test_a_meeting_moved_elsewhere_is_shown_where_it_is(
    window: MainWindow, page: MeetingsPage, other: Desk
) -> None:
    assert not look(window)
    stored = other.meetings.by_code("14MSP")
    other.meetings.save(replace(stored, start=date(2024, 9, 16), end=date(2024, 9, 20)))
    # An act of one's own in between hides nothing of what others did.
    window.desk.people.all()
    window.desk.meetings.save(Meeting("OTHER", "Another meeting"))
    assert look(window)
    assert page.view.meeting.start == date(2024, 9, 16)
    assert not look(window)


def test_what_is_done_here_is_no_news(window: MainWindow, page: MeetingsPage) -> None:
    assert not look(window)
    window.desk.meetings.save(Meeting("OTHER", "Another meeting"))
    window.undo()
    assert not look(window)


def test_a_move_never_undoes_unseen_what_another_program_did(
    window: MainWindow, page: MeetingsPage, other: Desk
) -> None:
    page.view.move_days()
    dialog = next(each for each in window.findChildren(MoveMeetingDialog) if each.isVisible())
    dialog.opens.setText("2024-09-23")
    stored = other.meetings.by_code("14MSP")
    other.meetings.save(replace(stored, venue="Palais des Nations"))
    dialog.accept()
    assert dialog.isVisible()
    assert "changed 14MSP meanwhile" in dialog.notice.accessibleName()
    assert window.desk.meetings.by_code("14MSP").venue == "Palais des Nations"
    assert dialog.opens.text() == "2024-09-23"
    dialog.reject()
