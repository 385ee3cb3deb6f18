"""What a meeting asks: added, proposed, changed, removed, and moved with the meeting."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.ui.dialogs.end_reminder import DoneDialog
from ccmdesk.ui.dialogs.milestone import MilestoneDialog, UsualMilestonesDialog
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.meeting_view import FACTS, MILESTONES, MeetingView
from ccmdesk.ui.pages.meetings import MeetingsPage
from tests.ui.desks import focused, name_of, open_window, press, tab_to, write
from tests.ui.pages.meeting_window import DELEGATION, MEETING, due, milestones_shown, opened


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path, sample=False)


@pytest.fixture
def meeting(window: MainWindow) -> Meeting:
    return window.desk.meetings.save(MEETING)


@pytest.fixture
def view(window: MainWindow, meeting: Meeting) -> MeetingView:
    return milestones_shown(window)


def back_in(window: MainWindow, widget: QWidget) -> None:
    """Wait until the window has the keyboard again, on the widget given."""
    window.activateWindow()
    for _ in range(100):
        if window.isActiveWindow():
            break
        QTest.qWait(10)
    widget.setFocus()


def titles(view: MeetingView) -> list[str]:
    return [line.title for line in view.milestones.table.rows()]


def test_the_delegation_of_the_note_is_the_first_line(view: MeetingView) -> None:
    (line,) = view.milestones.table.rows()
    assert (line.title, line.day) == ("Delegation to 14MSP", date(2024, 8, 24))
    assert line.set_by() == "the convening note"
    assert not view.milestones.remove_button.isEnabled()
    view.milestones.change()
    assert view.bar.currentIndex() == FACTS
    assert name_of(focused()) == "Delegations due"


def test_the_keyboard_alone_adds_a_milestone_and_opens_it_again(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    view.milestones.table.setFocus()
    tab_to("Add a milestone…")
    press(Qt.Key.Key_Space)
    dialog = opened(window, MilestoneDialog)
    assert name_of(focused()) == "What is to be done"
    press(Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    write("Send the paper on victims")
    tab_to("Day")
    write("2024-08-31")
    tab_to("Hour")
    write("18:00")
    tab_to("Source")
    write("CCM/MSP/2024/INF.1")
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    (stored,) = window.desk.milestones.of(meeting.id)
    assert (stored.due, stored.closes) == (date(2024, 8, 31), time(18))
    assert titles(view) == ["Delegation to 14MSP", "Send the paper on victims"]
    view.milestones.table.selectRow(1)
    back_in(window, view.milestones.table)
    press(Qt.Key.Key_Return)
    assert opened(window, MilestoneDialog).title.text() == "Send the paper on victims"


def test_a_missing_source_is_said_at_its_field_and_nothing_is_stored(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    view.milestones.add()
    dialog = opened(window, MilestoneDialog)
    dialog.day.setText("2024-08-31")
    dialog.accept()
    assert dialog.isVisible()
    assert "paper" in dialog.fields["source"].error.text()
    dialog.day.setText("31 of Augst")
    dialog.accept()
    assert "not a date" in dialog.fields["due"].error.text()
    dialog.day.setText("2024-08-31")
    dialog.closes.setText("25:00")
    dialog.accept()
    assert "no hour" in dialog.fields["closes"].error.text()
    assert window.desk.milestones.of(meeting.id) == []
    dialog.reject()


def test_the_usual_ones_are_proposed_ticked_and_taken_back_as_one(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    view.milestones.add_usual()
    dialog = opened(window, UsualMilestonesDialog)
    assert len(dialog.boxes) > 3
    assert all(box.accessibleDescription() for box in dialog.boxes.values())
    for kind, box in dialog.boxes.items():
        box.setChecked(kind in (MilestoneKind.REGISTRATION, MilestoneKind.PAYMENT))
    assert dialog.yes.text() == "Add 2"
    dialog.accept()
    kinds = {each.kind for each in window.desk.milestones.of(meeting.id)}
    assert kinds == {MilestoneKind.REGISTRATION, MilestoneKind.PAYMENT}
    assert len(titles(view)) == 3
    window.undo()
    assert len(titles(view)) == 1


def test_a_change_shows_what_moves_and_keeps_why(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    stored = window.desk.milestones.save(
        Milestone(meeting.id, MilestoneKind.STATEMENT, "Statement", days_before=7)
    )
    view.milestones.refresh()
    view.milestones.table.selectRow(1)
    view.milestones.change()
    dialog = opened(window, MilestoneDialog)
    dialog.count.setText("14")
    dialog.look_ahead()
    assert "Mon 2 September 2024 → Mon 26 August 2024" in dialog.moves.words()
    assert due(window, f"{DELEGATION}/{stored.id}") == date(2024, 9, 2)
    dialog.why.setText("The secretariat asks earlier")
    dialog.paper.setText("e-mail of 3 June")
    dialog.accept()
    key = f"{DELEGATION}/{stored.id}"
    assert due(window, key) == date(2024, 8, 26)
    last = window.desk.deadlines.history(key)[-1]
    assert (last.why, last.paper) == ("The secretariat asks earlier", "e-mail of 3 June")


def test_delete_removes_and_undo_brings_back(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    window.desk.milestones.save(
        Milestone(meeting.id, MilestoneKind.STATEMENT, "Statement", days_before=7)
    )
    view.milestones.refresh()
    view.milestones.table.selectRow(1)
    view.milestones.table.setFocus()
    press(Qt.Key.Key_Delete)
    assert titles(view) == ["Delegation to 14MSP"]
    window.undo()
    assert titles(view) == ["Delegation to 14MSP", "Statement"]


def test_a_milestone_of_a_shipped_meeting_stores_the_meeting(window: MainWindow) -> None:
    window.go("meetings", "3RC")
    page = window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    page.view.bar.setCurrentIndex(MILESTONES)
    page.view.milestones.add_usual()
    opened(window, UsualMilestonesDialog).accept()
    stored = window.desk.meetings.by_code("3RC")
    assert stored.id
    assert window.desk.milestones.of(stored.id)


def test_a_provisional_date_says_so_until_the_note_is_entered(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    bare = replace(meeting, convening=ConveningNote())
    window.desk.meetings.save(bare)
    (line,) = view.milestones.table.rows()
    assert line.state() == "provisional"
    assert "earlier meetings" in line.set_by()
    # The note is what everybody waited for; it is saved without a question.
    view.convening.form.fill({"reference": "ODA/2024-1", "delegation_due": "2024-08-22"})
    assert view.save()
    (line,) = view.milestones.table.rows()
    assert (line.day, line.set_by()) == (date(2024, 8, 22), "the convening note")
    assert line.state() != "provisional"
    assert window.desk.deadlines.history(DELEGATION)


def test_a_meeting_without_days_keeps_its_milestones_until_it_has_some(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    window.desk.milestones.save(
        Milestone(meeting.id, MilestoneKind.PAYMENT, "Payment", days_before=-30)
    )
    window.desk.meetings.save(replace(meeting, start=None, end=None, convening=ConveningNote()))
    (line,) = view.milestones.table.rows()
    assert (line.title, line.day, line.state()) == ("Payment", None, "no day yet")
    assert line.set_by() == "30 days after the opening"
    assert not view.milestones.duty_button.isEnabled()


def test_the_usual_ones_are_offered_while_one_is_missing(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    milestones = window.desk.milestones
    assert view.milestones.usual_button.isVisible()
    milestones.add_usual(meeting.id, [each.kind for each in milestones.usual(meeting.id)])
    assert not view.milestones.usual_button.isVisible()
    view.milestones.add()
    dialog = opened(window, MilestoneDialog)
    assert dialog.kind.currentText() == "Something else"
    dialog.reject()
    milestones.remove(milestones.of(meeting.id)[0].id)
    assert view.milestones.usual_button.isVisible()


def test_what_was_just_added_is_the_line_chosen(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    view.milestones.add()
    dialog = opened(window, MilestoneDialog)
    dialog.title.setText("Send the paper")
    dialog.day.setText("2024-08-30")
    dialog.source.setText("ODA/2024-9")
    dialog.accept()
    assert not dialog.isVisible()
    assert view.milestones.table.chosen().title == "Send the paper"
    assert view.milestones.remove_button.isEnabled()


def test_a_milestone_is_marked_as_done_where_it_stands(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    stored = window.desk.milestones.save(
        Milestone(meeting.id, MilestoneKind.STATEMENT, "Statement", days_before=7)
    )
    view.milestones.table.selectRow(1)
    back_in(window, view.milestones.table)
    tab_to("Mark as done…")
    press(Qt.Key.Key_Space)
    dialog = opened(window, DoneDialog)
    press(Qt.Key.Key_Return)
    assert dialog.fields["channel"].error.text()
    dialog.channel.setCurrentIndex(1)
    dialog.proof.setText("12/2023")
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert view.milestones.sentence.text().startswith("1 of 2 done")
    (record,) = [
        each.record
        for each in window.desk.deadlines.duties()
        if each.duty.key == f"{DELEGATION}/{stored.id}"
    ]
    assert record is not None
    assert record.proof == "12/2023"
    view.milestones.table.selectRow(1)
    assert not view.milestones.done_button.isEnabled()


def test_large_text_in_a_low_window_leaves_lines_and_titles_readable(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    milestones = window.desk.milestones
    milestones.add_usual(meeting.id, [each.kind for each in milestones.usual(meeting.id)])
    early = replace(meeting, start=date(2024, 8, 19), end=date(2024, 8, 23))
    window.desk.meetings.save(early)
    window.retheme("light", 150)
    window.resize(900, 600)
    try:
        QTest.qWait(50)
        part = view.milestones
        assert part.notice.isVisible()
        table = part.table
        assert table.viewport().height() >= 4 * table.rowHeight(0)
        assert table.columnWidth(1) >= 30 * table.fontMetrics().averageCharWidth()
        if not view.head.sentence.isVisible():
            assert view.head.title.toolTip() == "Fourteenth Meeting of States Parties"
        assert part.change_button.visibleRegion().boundingRect() == part.change_button.rect()
        # What was done to a line brings the list into sight.
        part.add()
        dialog = opened(window, MilestoneDialog)
        dialog.title.setText("Send the paper")
        dialog.day.setText("2024-08-20")
        dialog.source.setText("ODA/2024-9")
        dialog.accept()
        QTest.qWait(50)
        assert table.visibleRegion().boundingRect().height() >= 2 * table.rowHeight(0)
    finally:
        window.retheme("light", 100)
    QTest.qWait(50)
    assert view.head.sentence.isVisible()


def test_a_line_leads_to_its_duty(window: MainWindow, view: MeetingView) -> None:
    view.milestones.duty_button.click()
    assert window.current == "deadlines"


def test_a_formal_code_is_kept_as_it_is_usually_written(window: MainWindow) -> None:
    window.go("meetings", "new")
    page = window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    page.new.form.fill({"code": "15msp", "name": "Fifteenth Meeting"})
    page.store_new()
    assert window.desk.meetings.by_code("15MSP").code == "15MSP"


def test_a_new_meeting_is_stored_and_its_concerns_are_told(window: MainWindow) -> None:
    window.go("meetings", "new")
    page = window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    page.new.form.fill(
        {"code": "SUNDAY", "name": "A meeting on a Sunday", "kind": "other", "start": "2024-09-08"}
    )
    page.store_new()
    assert window.desk.meetings.by_code("SUNDAY").id
    assert page.view.meeting.code == "SUNDAY"
    page.view.bar.setCurrentIndex(MILESTONES)
    assert "Sunday" in page.view.milestones.notice.accessibleName()
