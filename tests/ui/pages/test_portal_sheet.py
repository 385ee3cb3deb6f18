"""The sheet of the portal and the comparison with the list of participants, by keyboard."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from ccmdesk.domain.participants_list import DifferenceKind
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.meeting_view import DELEGATION, PARTICIPANTS, PORTAL, MeetingView
from ccmdesk.ui.pages.meetings import MeetingsPage
from ccmdesk.ui.widgets.delegation_table import LIGHTS
from tests.ui.desks import DAY, focused, open_window, press, tab_to, write


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


def open_part(window: MainWindow, part: int) -> MeetingView:
    """Open a part of the sample's meeting by the arrows on its tabs."""
    window.go("meetings", "11MSP")
    page = window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    page.view.bar.setFocus()
    press(*[Qt.Key.Key_Right] * part)
    assert page.view.bar.currentIndex() == part
    return page.view


def lights(view: MeetingView) -> list[tuple[str, str]]:
    model = view.portal.table.model()
    return [
        (str(model.index(row, 1).data()), str(model.index(row, 2).data()))
        for row in range(model.rowCount())
    ]


def test_two_lights_for_each_person(window: MainWindow) -> None:
    view = open_part(window, PORTAL)
    assert set(lights(view)) == {("not in a note", "not yet")}
    (line,) = window.desk.notes.lines()
    window.desk.notes.issue(line.id)
    view.portal.refresh()
    assert set(lights(view)) == {("1/2023", "not yet")}
    tab_to("Members and their registration")
    press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert lights(view)[1] == ("1/2023", "registered")
    assert view.portal.sentence.text() == "8 of 8 in note 1/2023 · 1 of 8 on the portal"
    assert view.portal.person.on_portal.isChecked()
    meeting = window.desk.meetings.by_code("11MSP").id
    assert window.desk.delegations.of(meeting)[1].on_portal == DAY
    window.undo()
    assert lights(view)[1] == ("1/2023", "not yet")


def test_the_delegation_shows_the_same_lights_and_space_switches_one(
    qtbot: QtBot, window: MainWindow
) -> None:
    (line,) = window.desk.notes.lines()
    window.desk.notes.issue(line.id)
    view = open_part(window, DELEGATION)
    members = view.delegation.table.members

    def told(row: int) -> str:
        return str(members.index(row, LIGHTS).data(Qt.ItemDataRole.AccessibleTextRole))

    assert told(2) == "in note 1/2023; not on the portal yet"
    tab_to("Delegation")
    view.delegation.table.choose_row(2)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: told(2) == "in note 1/2023; on the portal, Wed 16 August 2023")
    person = window.desk.delegations.of(window.desk.meetings.by_code("11MSP").id)[2].person
    window.desk.people.save(replace(person, functional_title="Minister"))
    qtbot.waitUntil(lambda: told(2).startswith("written otherwise in note 1/2023"))


def test_each_field_the_person_and_everybody_are_copied(window: MainWindow) -> None:
    view = open_part(window, PORTAL)
    row = view.portal.sheet.lines[0].row
    for name, text in (
        ("Copy: country", row.country),
        ("Copy: status group", row.status_group),
        ("Copy: style", row.style),
        ("Copy: given name", row.given_name),
        ("Copy: family name", row.family_name),
        ("Copy: functional title", row.functional_title),
        ("Copy: organization", row.organization),
        ("Copy: role", row.role),
        ("Copy the whole person", row.block),
    ):
        tab_to(name)
        press(Qt.Key.Key_Space)
        assert QApplication.clipboard().text() == text
    tab_to("Members and their registration")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_C, modifier=Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == view.portal.sheet.lines[1].row.block
    tab_to("Copy all as text")
    press(Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == view.portal.sheet.block


def test_the_csv_can_be_opened_by_a_spreadsheet(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    view = open_part(window, PORTAL)
    target = tmp_path / "people.csv"
    tab_to("Save as CSV…")
    press(Qt.Key.Key_Space)
    box = view.portal.findChild(QFileDialog)
    assert isinstance(box, QFileDialog)
    box.setDirectory(str(tmp_path))
    box.selectFile(str(target))
    box.accept()
    qtbot.waitUntil(target.exists, timeout=10_000)
    rows = list(csv.reader(StringIO(target.read_text("utf-8-sig"), newline="")))
    assert len(rows) == 9
    assert tuple(rows[1]) == view.portal.sheet.lines[0].row.values


def test_the_keyboard_comes_back_to_the_part_that_was_left(window: MainWindow) -> None:
    view = open_part(window, PORTAL)
    window.go("today")
    press(Qt.Key.Key_2, modifier=Qt.KeyboardModifier.ControlModifier)
    assert view.bar.currentIndex() == PORTAL
    assert focused() is view.portal.table


def test_an_empty_delegation_says_so(window: MainWindow) -> None:
    meeting = window.desk.meetings.by_code("11MSP").id
    window.desk.delegations.replace_all(meeting, [])
    view = open_part(window, PORTAL)
    assert view.portal.stack.currentIndex() == 1
    assert not view.portal.save_csv.isEnabled()


def test_a_pasted_list_is_compared_at_once_and_leads_to_its_lines(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = open_part(window, PARTICIPANTS)
    part = view.participants
    meeting = window.desk.meetings.by_code("11MSP").id
    right = window.desk.portal.sheet(meeting).block
    QApplication.clipboard().setText(right)
    tab_to("Paste")
    press(Qt.Key.Key_Space)
    assert (part.pill.text(), part.rows) == ("8 agree", [])
    name = window.desk.delegations.of(meeting)[2].person.family_name
    QApplication.clipboard().setText(right.replace(name, f"{name}x"))
    part.paste.click()
    (row,) = part.rows
    (difference,) = part.comparison.differences
    assert difference.kind is DifferenceKind.SPELLING
    assert focused() is row
    press(Qt.Key.Key_Return)
    assert part.text.textCursor().blockNumber() == difference.line
    assert f"{name}x" in part.text.textCursor().block().text()
    # The delegation may be at fault as well: once corrected the list agrees.
    person = window.desk.delegations.of(meeting)[2].person
    window.desk.people.save(replace(person, family_name=f"{name}x"))
    qtbot.waitUntil(lambda: not part.rows)
    assert part.pill.text() == "8 agree"


def test_what_is_typed_is_compared_after_a_pause(qtbot: QtBot, window: MainWindow) -> None:
    view = open_part(window, PARTICIPANTS)
    tab_to("The list of participants, pasted")
    write("Mr. Ivan PETROV")
    qtbot.waitUntil(lambda: bool(view.participants.rows))
    kinds = [each.kind for each in view.participants.comparison.differences]
    assert kinds == [DifferenceKind.MISSING] * 8 + [DifferenceKind.EXTRA]
    tab_to("Clear")
    press(Qt.Key.Key_Space)
    assert view.participants.rows == []
    assert focused() is view.participants.text
