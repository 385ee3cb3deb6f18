"""Adding members of an earlier delegation, with who changed post since."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ccmdesk.domain.delegation import Role
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.meeting_delegation import DelegationPart
from ccmdesk.ui.pages.meetings import MeetingsPage
from tests.ui.desks import DAY, focused, open_window, press, tab_to


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


def part_of(window: MainWindow, code: str) -> DelegationPart:
    window.go("meetings", code)
    page = window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    return page.view.delegation


def changed_title(window: MainWindow) -> str:
    """Issue the note of the sample, then give its third member another title; return the former."""
    desk = window.desk
    note = next(line.id for line in desk.notes.lines() if line.meeting_code == "11MSP")
    desk.notes.issue(note, DAY)
    meeting = desk.meetings.by_code("11MSP")
    person = desk.delegations.of(meeting.id)[2].person
    desk.people.save(replace(person, functional_title="Minister-Counsellor"))
    return person.functional_title


def test_a_former_delegation_is_taken_over_by_keyboard(window: MainWindow) -> None:
    former_title = changed_title(window)
    part = part_of(window, "12MSP")
    assert not len(part.delegates)
    part.reuse_button.setFocus()
    press(Qt.Key.Key_Space)
    table = part.reuse_part.table
    assert focused() is table
    assert part.reuse_part.meeting.currentText().startswith("11MSP")
    rows = table.rows()
    assert len(rows) == 8
    flagged = [row for row in rows if row.outcome == "new title"]
    assert len(flagged) == 1
    assert former_title in flagged[0].remark
    part.grab()
    press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    tab_to("Add 7 members")
    press(Qt.Key.Key_Space)
    assert len(part.delegates) == 7
    assert part.delegates[0].role is Role.HEAD
    assert window.flash.words.text() == "7 members added"
    window.flash.action.click()
    assert not len(part.delegates)


def test_who_is_in_the_list_already_cannot_be_added_again(window: MainWindow) -> None:
    part = part_of(window, "12MSP")
    person = window.desk.people.all("asberg")[0]
    part.add(person)
    part.begin_reuse()
    rows = part.reuse_part.table.rows()
    fixed = [row for row in rows if row.fixed]
    assert [row.outcome for row in fixed] == ["in the list"]
    part.reuse_part.table.toggle(rows.index(fixed[0]))
    assert len(part.reuse_part.table.picked()) == 7
    part.reuse_part.ended.emit()
    assert part.stack.currentWidget() is part.table


def test_without_another_delegation_it_is_said(window: MainWindow) -> None:
    part = part_of(window, "11MSP")
    part.reuse_button.click()
    assert window.flash.words.text() == "There is no other delegation yet"
    assert part.stack.currentWidget() is part.table
