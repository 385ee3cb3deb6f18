"""The delegation: adding, ordering, roles, removing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.person import Person
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.meeting_delegation import DelegationPart
from ccmdesk.ui.pages.meetings import MeetingsPage
from ccmdesk.ui.pages.people import PeoplePage
from ccmdesk.ui.widgets.delegate_cells import FLAG
from ccmdesk.ui.widgets.delegation_table import TITLE
from tests.ui.desks import DAY, focused, open_window, press, write

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


@pytest.fixture
def part(window: MainWindow) -> DelegationPart:
    window.go("meetings", "11MSP")
    page = window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    return page.view.delegation


def names(part: DelegationPart) -> list[str]:
    return [delegate.person.full_name for delegate in part.delegates]


def centre(part: DelegationPart, row: int, part_of_row: float = 0.5) -> QPoint:
    table = part.table
    y = table.rowViewportPosition(row) + round(table.rowHeight(row) * part_of_row)
    return QPoint(table.columnViewportPosition(2) + 20, y)


def drag_events(
    part: DelegationPart, row: int, spot: QPoint, data: QMimeData | None = None
) -> None:
    """Send what a drag sends when row `row` is let go at `spot`."""
    table = part.table
    carried = data or table.members.mimeData([table.members.index(row, 0)])
    action, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    table.dragMoveEvent(QDragMoveEvent(QPointF(spot), action, carried, left, plain))
    table.dropEvent(QDropEvent(QPointF(spot), action, carried, left, plain))


def test_dropping_a_row_moves_the_member(part: DelegationPart, window: MainWindow) -> None:
    before = names(part)
    drag_events(part, 4, centre(part, 1, 0.2))
    assert names(part) == [before[0], before[4], *before[1:4], *before[5:]]
    chosen = part.table.chosen()
    assert chosen is not None
    assert chosen.person.full_name == before[4]
    drag_events(part, 1, centre(part, 7, 0.9))
    assert names(part)[-1] == before[4]
    window.flash.action.click()
    assert names(part)[1] == before[4]


def test_the_line_shows_where_a_row_would_drop(part: DelegationPart) -> None:
    table = part.table
    carried = table.members.mimeData([table.members.index(3, 0)])
    for share, gap in ((0.2, 5), (0.8, 6)):
        table.dragMoveEvent(
            QDragMoveEvent(
                QPointF(centre(part, 5, share)),
                Qt.DropAction.MoveAction,
                carried,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
            )
        )
        assert table.line == gap
    table.dragLeaveEvent(QDragLeaveEvent())
    assert table.line is None


def test_nobody_is_dropped_above_the_head(part: DelegationPart, window: MainWindow) -> None:
    before = names(part)
    drag_events(part, 1, centre(part, 0, 0.1))
    assert names(part) == before
    assert "always listed first" in window.flash.words.text()
    drag_events(part, 3, centre(part, 0, 0.1))
    assert names(part) == [before[0], before[3], before[1], before[2], *before[4:]]


def test_what_is_no_row_of_this_table_drops_nothing(part: DelegationPart) -> None:
    before = names(part)
    foreign = QMimeData()
    foreign.setData("application/x-ccmdesk-delegate", b"0 3")
    drag_events(part, 0, centre(part, 5), foreign)
    drag_events(part, 0, centre(part, 5), QMimeData())
    assert names(part) == before


def test_dragging_with_the_mouse_moves_a_member(part: DelegationPart, qtbot: QtBot) -> None:
    if QGuiApplication.platformName() == "offscreen":
        pytest.skip("the screenless platform has no drag; run with QT_QPA_PLATFORM=xcb xvfb-run")
    before = names(part)
    viewport = part.table.viewport()
    shown = viewport.window().windowHandle()
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    start = viewport.mapTo(viewport.window(), centre(part, 4))
    goal = viewport.mapTo(viewport.window(), centre(part, 1, 0.2))
    lines: list[int | None] = []

    def drag_on() -> None:
        for step in range(1, 6):
            QTest.mouseMove(shown, start + (goal - start) * step / 5)
            QTest.qWait(20)
        lines.append(part.table.line)
        QTest.mouseRelease(shown, left, plain, goal)

    QTest.mouseMove(shown, start)
    QTest.mousePress(shown, left, plain, start)
    QTimer.singleShot(300, drag_on)
    far = QApplication.startDragDistance() + 5
    QTest.mouseMove(shown, start - QPoint(0, far))
    QApplication.processEvents()
    # This move starts the drag, which keeps an event loop of its own until the button is let go.
    QTest.mouseMove(shown, start - QPoint(0, far + 4))
    qtbot.waitUntil(lambda: names(part) != before)
    assert lines == [1]
    assert names(part) == [before[0], before[4], *before[1:4], *before[5:]]


def test_alt_and_arrows_move_but_never_past_the_head(
    part: DelegationPart, window: MainWindow
) -> None:
    before = names(part)
    part.table.setFocus()
    part.table.choose_row(2)
    press(Qt.Key.Key_Down, modifier=ALT)
    assert names(part)[2:4] == [before[3], before[2]]
    press(Qt.Key.Key_Up, Qt.Key.Key_Up, modifier=ALT)
    assert names(part) == [before[0], before[2], before[1], *before[3:]]
    assert part.table.currentIndex().row() == 1
    press(Qt.Key.Key_Up, modifier=ALT)
    assert names(part)[0] == before[0]
    assert "always listed first" in window.flash.words.text()
    for _ in range(3):
        window.undo()
    assert names(part) == before


def test_a_role_is_changed_in_its_cell(part: DelegationPart, qtbot: QtBot) -> None:
    part.table.setFocus()
    part.table.choose_row(4)
    chosen = part.delegates[4]
    press(Qt.Key.Key_F2)
    box = part.table.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    assert box.currentData() == str(chosen.role)
    qtbot.waitUntil(box.view().isVisible)
    press_in = box.view()
    QTest.keyClick(press_in, Qt.Key.Key_Home)
    QTest.keyClick(press_in, Qt.Key.Key_Down)
    QTest.keyClick(press_in, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: part.delegates[4].role is Role.ALTERNATE_HEAD)
    assert focused() is part.table


def test_a_new_head_makes_the_former_one_a_representative(
    part: DelegationPart, window: MainWindow
) -> None:
    former, new = part.delegates[0], part.delegates[3]
    part.table.choose_row(3)
    part.acts.head.click()
    assert part.delegates[0].id == new.id
    roles = {each.id: each.role for each in part.delegates}
    assert (roles[new.id], roles[former.id]) == (Role.HEAD, Role.REPRESENTATIVE)
    assert not part.acts.head.isEnabled()
    window.flash.action.click()
    assert part.delegates[0].id == former.id
    assert part.delegates[0].role is Role.HEAD


def test_delete_removes_at_once_and_undo_brings_back(
    part: DelegationPart, window: MainWindow
) -> None:
    before = names(part)
    part.table.setFocus()
    part.table.choose_row(2)
    press(Qt.Key.Key_Delete)
    assert names(part) == [*before[:2], *before[3:]]
    assert part.table.currentIndex().row() == 2
    window.flash.action.click()
    assert names(part) == before


def test_no_head_and_two_heads_are_told(part: DelegationPart, window: MainWindow) -> None:
    head = part.delegates[0]
    part.change_role(head, Role.EXPERT)
    assert part.pill.text() == "No head of delegation"
    desk = window.desk
    meeting = desk.meetings.by_code("11MSP")
    twice = desk.delegations.of(meeting.id)[:2]
    desk.delegations.replace_all(meeting.id, [Delegate(each.person, Role.HEAD) for each in twice])
    assert part.pill.text() == "2 heads of delegation"


def test_who_is_in_the_list_already_is_shown_but_not_taken(part: DelegationPart) -> None:
    part.adding.picker.setFocus()
    write("skrbic")
    shown = part.adding.picker.suggestions
    assert "in the list already" in shown.item(0).text()
    assert shown.currentRow() == 1
    press(Qt.Key.Key_Down)
    assert shown.currentRow() == 1
    press(Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_names_are_shown_as_typed(part: DelegationPart, window: MainWindow) -> None:
    strange = "<b>O'Br&ien</b> 🙂 عبد الله {x}"
    person = window.desk.people.save(Person(family_name=strange, functional_title="A & <i>B</i>"))
    part.add(person)
    row = len(part.delegates) - 1
    table = part.table
    assert table.members.index(row, 2).data() == strange
    assert "&lt;b&gt;" in table.members.index(row, 2).data(Qt.ItemDataRole.ToolTipRole)
    part.change_role(part.delegates[row], Role.HEAD)
    assert strange in part.sentence.text()


def test_a_person_with_a_wrong_address_is_told_at_the_field(part: DelegationPart) -> None:
    part.begin_person("Ana Ibáñez")
    part.new_member.form.fields["email"].editor.setFocus()
    write("nowhere")
    part.new_member.add_button.click()
    assert "not an e-mail address" in part.new_member.form.fields["email"].error.text()
    assert "Ana Ibáñez" not in names(part)


def test_enter_in_a_line_adds_the_person_with_the_gender_of_the_style(
    part: DelegationPart,
) -> None:
    part.begin_person("Ana Ibáñez")
    part.new_member.form.fields["style"].editor.setFocus()
    write("H.E. Ms.")
    part.new_member.form.fields["place"].editor.setFocus()
    write("Geneva")
    press(Qt.Key.Key_Return)
    added = next(each.person for each in part.delegates if each.person.given_names == "Ana")
    assert (added.style, added.gender, added.place) == ("H.E. Ms.", "f", "Geneva")


def test_sorting_by_rank_is_one_act_and_the_order_by_hand_wins(
    part: DelegationPart, window: MainWindow
) -> None:
    assert not part.acts.sort.isEnabled()
    before = names(part)
    drag_events(part, 1, centre(part, 7, 0.9))
    by_hand = names(part)
    assert part.acts.sort.isEnabled()
    part.acts.sort.click()
    assert names(part) == before
    assert not part.acts.sort.isEnabled()
    window.flash.action.click()
    assert names(part) == by_hand


def test_a_rank_typed_counts_more_than_the_title(part: DelegationPart, window: MainWindow) -> None:
    people = window.desk.people
    for name, rank in (("Zweite", "Second Secretary"), ("Erste", "Ambassador")):
        person = Person(family_name=name, functional_title="Officer", rank=rank)
        part.add(people.save(person))
    part.acts.sort.click()
    assert names(part).index("Erste") < names(part).index("Zweite")


def test_a_title_that_changed_since_the_last_note_is_flagged(
    part: DelegationPart, window: MainWindow
) -> None:
    desk = window.desk
    meeting = desk.meetings.by_code("11MSP")
    note = next(line.id for line in desk.notes.lines() if line.meeting_code == "11MSP")
    number = desk.notes.issue(note, DAY).number
    member = part.delegates[2]
    former = member.person.functional_title
    desk.people.save(replace(member.person, functional_title="Minister-Counsellor"))
    part.show_delegation(meeting.id)
    index = part.table.members.index(2, TITLE)
    assert index.data(FLAG).startswith(f"Note {number} said: {former}")
    assert part.table.members.index(1, TITLE).data(FLAG) == ""
    assert former in index.data(Qt.ItemDataRole.AccessibleTextRole)
    tall = part.table.rowHeight(2)
    part.grab()
    desk.people.save(replace(member.person))
    part.show_delegation(meeting.id)
    assert part.table.members.index(2, TITLE).data(FLAG) == ""
    assert part.table.rowHeight(2) < tall


def test_visa_and_passport_are_ticked_for_a_meeting_elsewhere(
    part: DelegationPart, window: MainWindow
) -> None:
    part.table.choose_row(1)
    assert not part.strip.isHidden()
    assert part.strip.travel.isHidden()
    meeting = window.desk.meetings.by_code("11MSP")
    window.desk.meetings.save(replace(meeting, city="Vientiane"))
    part.table.choose_row(1)
    assert not part.strip.travel.isHidden()
    part.strip.travel.click()
    assert window.desk.delegations.of(meeting.id)[1].travel_arranged
    assert part.strip.travel.isChecked()
    window.undo()
    assert not window.desk.delegations.of(meeting.id)[1].travel_arranged


def test_a_grounds_pass_that_ends_too_early_is_told(
    part: DelegationPart, window: MainWindow
) -> None:
    part.table.choose_row(1)
    assert part.strip.pass_words.text() == "No grounds pass recorded"
    person = part.delegates[1].person
    window.desk.people.save(replace(person, grounds_pass_until=date(2023, 9, 1)))
    part.table.choose_row(1)
    assert part.strip.pass_pill.text() == "grounds pass ends too early"
    window.desk.people.save(replace(person, grounds_pass_until=date(2024, 9, 1)))
    assert part.strip.pass_pill.text() == ""
    assert "Sun 1 September 2024" in part.strip.pass_words.text()


def test_control_and_enter_open_the_person(part: DelegationPart, window: MainWindow) -> None:
    part.table.setFocus()
    part.table.choose_row(3)
    name = names(part)[3]
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    page = window.pages["people"]
    assert window.current == "people"
    assert isinstance(page, PeoplePage)
    assert page.panel.title.text() == name
