"""Meetings: the list, one meeting, a new one, and the keyboard alone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.domain.delegation import Role
from ccmdesk.domain.meeting import MeetingKind
from ccmdesk.domain.note import NoteKind
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.meeting_view import FACTS, MeetingView
from ccmdesk.ui.pages.meetings import MeetingsPage
from tests.ui.desks import focused, name_of, open_window, press, tab_to, write

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


@pytest.fixture
def plain_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path, sample=False)


def page_of(window: MainWindow) -> MeetingsPage:
    if window.current != "meetings":
        window.go("meetings")
    page = window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    return page


def opened(window: MainWindow, code: str = "11MSP") -> MeetingView:
    window.go("meetings", code)
    return page_of(window).view


def names(view: MeetingView) -> list[str]:
    return [delegate.person.full_name for delegate in view.delegation.delegates]


def add_new_person(given: str, family: str, title: str) -> None:
    write(f"{given} {family}")
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Style before the name"
    write("Ms.")
    tab_to("Functional title")
    write(title)
    tab_to("Add to the delegation")
    press(Qt.Key.Key_Space)


def test_the_keyboard_alone_makes_a_meeting_a_delegation_and_a_note(
    plain_window: MainWindow,
) -> None:
    window = plain_window
    press(Qt.Key.Key_2, modifier=CTRL)
    tab_to("New meeting")
    press(Qt.Key.Key_Space)
    assert name_of(focused()) == "Code"
    write("14MSP")
    tab_to("Ordinal")
    write("14")
    tab_to("Full name")
    write("Fourteenth Meeting of States Parties")
    tab_to("Opens")
    write("2027-09-13")
    tab_to("Closes")
    write("17 September 2027")
    tab_to("City")
    write("Geneva")
    tab_to("Create the meeting")
    press(Qt.Key.Key_Space)
    meeting = window.desk.meetings.by_code("14MSP")
    assert meeting.id
    assert (meeting.start, meeting.end) == (date(2027, 9, 13), date(2027, 9, 17))
    assert (meeting.kind, meeting.ordinal) == (MeetingKind.STATES_PARTIES, 14)

    assert name_of(focused()) == "Add a person"
    add_new_person("Ada", "Éire", "Counsellor")
    add_new_person("Brid", "Ó Sé", "Adviser")
    add_new_person("Cara", "Quinn", "Ambassador, Permanent Representative")
    view = page_of(window).view
    assert "one head: Ms. Ada Éire" in view.delegation.sentence.text()

    tab_to("Delegation")
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab, modifier=Qt.KeyboardModifier.ShiftModifier)
    tab_to("Make head of delegation")
    press(Qt.Key.Key_Space)
    assert names(view)[0] == "Cara Quinn"
    assert [str(delegate.role) for delegate in view.delegation.delegates] == [
        "head",
        "representative",
        "representative",
    ]
    assert "one head: Ms. Cara Quinn" in view.delegation.sentence.text()

    table = view.delegation.table
    assert focused() is table
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    before = names(view)
    press(Qt.Key.Key_Up, modifier=ALT)
    assert names(view) == [before[0], before[2], before[1]]
    assert table.chosen() == view.delegation.delegates[1]
    stored = window.desk.delegations.of(meeting.id)
    assert [delegate.person.full_name for delegate in stored] == names(view)

    tab_to("Draft the note")
    press(Qt.Key.Key_Space)
    (line,) = window.desk.notes.lines()
    assert (line.kind, line.meeting_code) == (NoteKind.NOMINATION, "14MSP")
    assert window.current == "notes"


def test_coming_meetings_stand_first_and_past_ones_backwards(window: MainWindow) -> None:
    page = page_of(window)
    codes = [line.meeting.code for line in page.list.table.rows()]
    assert codes[:4] == ["11MSP", "12MSP", "13MSP", "3RC"]
    assert codes[4] == "10MSP"
    assert codes[-1] == "1MSP"
    page.list.search.setText("2nd of nothing")
    assert page.list.table.rows() == []
    page.list.search.setText("san jose")
    assert [line.meeting.code for line in page.list.table.rows()] == ["5MSP"]


def test_enter_opens_the_meeting_and_alt_left_goes_back(window: MainWindow) -> None:
    page = page_of(window)
    page.list.table.setFocus()
    press(Qt.Key.Key_Return)
    assert page.stack.currentWidget() is page.view
    assert page.view.head.title.text() == "11MSP"
    press(Qt.Key.Key_Left, modifier=ALT)
    assert page.stack.currentWidget() is page.list


def test_the_place_chosen_again_shows_the_list(window: MainWindow) -> None:
    page = page_of(window)
    page.open(window.desk.meetings.by_code("11MSP"))
    window.sidebar.buttons["meetings"].click()
    assert page.stack.currentWidget() is page.list
    page.open(window.desk.meetings.by_code("11MSP"))
    window.choose("notes")
    window.choose("meetings")
    assert page.stack.currentWidget() is page.view


def test_a_shipped_meeting_is_stored_when_the_first_member_comes(window: MainWindow) -> None:
    view = opened(window, "12MSP")
    assert view.meeting.id == 0
    assert not view.draft_button.isEnabled()
    write("ostrov")
    assert view.delegation.adding.picker.suggestions.count() == 1
    view.delegation.adding.picker.clear()
    write("asberg")
    press(Qt.Key.Key_Return)
    assert names(view) == ["Ingrid Åsberg"]
    assert view.meeting.id
    assert window.desk.meetings.by_code("12MSP").id == view.meeting.id
    assert view.draft_button.isEnabled()


def test_a_shipped_meeting_is_stored_when_its_facts_are_changed(window: MainWindow) -> None:
    view = opened(window, "12MSP")
    view.bar.setCurrentIndex(FACTS)
    assert not view.save_button.isEnabled()
    view.facts.fields["venue"].editor.setFocus()
    press(Qt.Key.Key_End)
    write(", Room XX")
    assert view.save_button.isEnabled()
    press(Qt.Key.Key_S, modifier=CTRL)
    stored = window.desk.meetings.by_code("12MSP")
    assert stored.id
    assert stored.venue == "Palais des Nations, Room XX"
    assert not view.save_button.isEnabled()


def test_what_is_typed_is_stored_when_the_page_is_left(window: MainWindow) -> None:
    view = opened(window)
    view.bar.setCurrentIndex(FACTS)
    view.facts.fields["president"].editor.setFocus()
    press(Qt.Key.Key_A, modifier=CTRL)
    write("Somebody Else")
    window.go("people")
    assert window.desk.meetings.by_code("11MSP").president == "Somebody Else"


def test_a_wrong_date_is_said_at_its_field_and_nothing_typed_is_lost(window: MainWindow) -> None:
    view = opened(window)
    view.bar.setCurrentIndex(FACTS)
    start = view.facts.fields["start"]
    start.editor.setFocus()
    press(Qt.Key.Key_A, modifier=CTRL)
    write("31 June 2023")
    tab_to("Sender")
    press(Qt.Key.Key_A, modifier=CTRL)
    write("Another Office")
    press(Qt.Key.Key_S, modifier=CTRL)
    assert "does not exist" in start.error.text()
    assert focused() is start.editor
    window.go("people")
    window.go("meetings")
    assert view.facts.texts()["start"] == "31 June 2023"
    stored = window.desk.meetings.by_code("11MSP")
    assert stored.start == date(2023, 9, 11)
    assert stored.convening.sender == "Another Office"


def test_another_meeting_does_not_open_over_what_cannot_be_stored(window: MainWindow) -> None:
    view = opened(window)
    view.bar.setCurrentIndex(FACTS)
    view.facts.fields["code"].editor.setFocus()
    press(Qt.Key.Key_A, modifier=CTRL)
    press(Qt.Key.Key_Delete)
    window.go("meetings", "12MSP")
    assert view.meeting.code == "11MSP"
    assert view.facts.fields["code"].error.text()


def test_a_contradicting_weekday_is_told_while_it_is_typed(window: MainWindow) -> None:
    view = opened(window, "12MSP")
    view.bar.setCurrentIndex(FACTS)
    form = view.convening
    form.written.setFocus()
    write("Thursday, 31 August 2023")
    assert not form.notice.isVisible()
    assert form.due.text() == "Thu 31 August 2023"
    press(Qt.Key.Key_A, modifier=CTRL)
    write("Friday, 31 August 2023")
    assert form.notice.isVisible()
    assert "31 August 2023 is a Thursday" in form.notice.words.text()
    assert "earlier reading is kept" in form.notice.words.text()
    assert form.due.day() == date(2023, 8, 31)


def test_the_officers_own_day_is_not_typed_over(window: MainWindow) -> None:
    view = opened(window, "12MSP")
    view.bar.setCurrentIndex(FACTS)
    form = view.convening
    form.due.setFocus()
    write("2023-09-01")
    form.written.setFocus()
    write("Friday, 31 August 2023")
    assert form.due.day() == date(2023, 9, 1)
    assert form.notice.action.isVisible()
    form.notice.action.click()
    assert form.due.day() == date(2023, 8, 31)
    assert not form.notice.action.isVisible()


def test_a_shipped_meeting_can_be_taken_from_the_list_by_keys(window: MainWindow) -> None:
    page = page_of(window)
    page.begin_new()
    tab_to("Search the list")
    write("third review")
    tab_to("Meetings of the list")
    press(Qt.Key.Key_Return)
    assert page.view.head.title.text() == "3RC"
    assert window.desk.meetings.by_code("3RC").id


def test_a_formal_meeting_is_named_by_its_code(window: MainWindow) -> None:
    page = page_of(window)
    page.begin_new()
    write("4RC")
    texts = page.new.form.texts()
    assert texts["ordinal"] == "4"
    assert texts["kind"] == "rc"
    assert texts["name"] == "Fourth Review Conference of the Convention on Cluster Munitions"
    page.new.form.fill({"code": "14MSP"})
    named = "Fourteenth Meeting of States Parties to the Convention on Cluster Munitions"
    assert page.new.form.texts()["name"] == named
    page.new.form.fill({"name": "A name of our own"})
    page.new.form.fill({"code": "15MSP"})
    assert page.new.form.texts()["name"] == "A name of our own"


def test_a_code_that_is_taken_is_refused_at_its_field(window: MainWindow) -> None:
    page = page_of(window)
    page.begin_new()
    write("11MSP")
    tab_to("Full name")
    write("Again")
    page.new.create_button.click()
    assert "already" in page.new.form.fields["code"].error.text()
    assert page.stack.currentWidget() is page.new


def test_removing_a_meeting_can_be_undone(window: MainWindow) -> None:
    view = opened(window)
    view.remove()
    page = page_of(window)
    assert page.stack.currentWidget() is page.list
    assert window.desk.meetings.by_code("11MSP").id == 0
    window.flash.action.click()
    assert window.desk.meetings.by_code("11MSP").id


def test_an_existing_draft_can_be_opened_again(window: MainWindow) -> None:
    view = opened(window)
    assert view.open_draft.isVisible()
    assert not opened(window, "12MSP").open_draft.isVisible()


def test_every_button_of_the_page_has_a_name(window: MainWindow) -> None:
    opened(window)
    nameless = [
        each.toolTip() for each in page_of(window).findChildren(QPushButton) if not name_of(each)
    ]
    assert nameless in ([], ["Close"])


def test_the_window_can_be_as_narrow_as_it_promises(window: MainWindow) -> None:
    window.resize(900, 600)
    view = opened(window)
    for part in range(view.bar.count()):
        view.bar.setCurrentIndex(part)
        assert page_of(window).minimumSizeHint().width() <= 900 - window.sidebar.width()
    page_of(window).begin_new()
    assert page_of(window).minimumSizeHint().width() <= 900 - window.sidebar.width()


def test_roles_are_listed_with_the_head_first(window: MainWindow) -> None:
    view = opened(window)
    third = view.delegation.delegates[2]
    view.delegation.change_role(third, Role.HEAD)
    assert view.delegation.delegates[0].id == third.id
    assert sum(each.role is Role.HEAD for each in view.delegation.delegates) == 1


def test_no_part_of_the_pages_flashes_up_as_a_window(window: MainWindow) -> None:
    seen: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            shown = event.type() == QEvent.Type.Show
            if shown and isinstance(watched, QWidget) and watched.isWindow():
                seen.append(f"{type(watched).__name__} {name_of(watched)}")
            return False

    watch = Watch()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    page = page_of(window)
    page.open(window.desk.meetings.by_code("11MSP"))
    page.begin_new()
    window.go("people")
    window.go("incoming")
    app.removeEventFilter(watch)
    assert seen == []


def test_typing_a_code_and_enter_opens_the_meeting(window: MainWindow) -> None:
    page = page_of(window)
    assert focused() is page.list.search
    write("11MSP")
    press(Qt.Key.Key_Return)
    assert page.stack.currentWidget() is page.view
    assert page.view.meeting.code == "11MSP"


def test_letters_that_find_no_meeting_are_answered(window: MainWindow) -> None:
    page = page_of(window)
    write("zzz")
    assert page.list.none_found.isVisible()
    press(Qt.Key.Key_Escape)
    assert not page.list.none_found.isVisible()
    assert page.list.table.isVisible()
