"""Today: its sentence, its cards, the ways on from it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ccmdesk.domain.duty import DutyKind, DutyStatus
from ccmdesk.services.first_look import TodayView
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.today import TodayPage, sentence
from ccmdesk.ui.widgets.list_row import ListRow
from tests.ui.desks import focused, open_window, press, tab_to


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


@pytest.fixture
def empty(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path, sample=False)


def page_of(window: MainWindow) -> TodayPage:
    page = window.pages["today"]
    assert isinstance(page, TodayPage)
    return page


def rows(card: object) -> list[str]:
    assert hasattr(card, "_rows")
    return [row.accessibleName() for row in card._rows.findChildren(ListRow)]


def test_the_head_says_the_day_and_how_things_stand(window: MainWindow) -> None:
    page = page_of(window)
    assert page.head.title.text() == "Wednesday 16 August 2023"
    words = "258 days to the next Article 7 report · nothing overdue"
    assert page.head.sentence.text() == words


def test_the_cards_show_duties_and_drafts(window: MainWindow) -> None:
    page = page_of(window)
    shown = rows(page.deadlines)
    assert shown[0].startswith("Ask for the room of the side event (11MSP)")
    (delegation,) = [row for row in shown if row.startswith("Delegation to 11MSP")]
    assert "15 days" in delegation
    (note,) = rows(page.notes)
    assert note.startswith("Nomination of the delegation. 11MSP")
    assert note.endswith("Draft")


def test_the_strip_shows_the_meeting_and_leads_to_it(window: MainWindow) -> None:
    labels = [each.text() for each in page_of(window).strip.labels]
    assert "11–14 Sep · 11MSP" in labels
    page_of(window).strip.labels[labels.index("11–14 Sep · 11MSP")].click()
    assert window.current == "meetings"


def test_enter_on_a_deadline_opens_it(window: MainWindow) -> None:
    page_of(window).take_focus()
    assert focused().accessibleName().startswith("Ask for the room of the side event (11MSP)")
    press(Qt.Key.Key_Return)
    assert window.current == "deadlines"
    opened = window.pages["deadlines"].panel.name.text()  # type: ignore[attr-defined]
    assert opened == "Ask for the room of the side event (11MSP)"


def test_the_keyboard_reaches_the_new_note(window: MainWindow) -> None:
    tab_to("New note")
    press(Qt.Key.Key_Space)
    assert window.current == "notes"


def test_without_notes_the_card_offers_the_first(empty: MainWindow) -> None:
    assert rows(page_of(empty).notes) == []
    tab_to("Write the first note")


def test_a_duty_done_elsewhere_is_gone_at_once(window: MainWindow) -> None:
    page = page_of(window)
    before = rows(page.deadlines)
    key = window.desk.deadlines.duties()[-1].duty.key
    pending = [t.duty.key for t in window.desk.deadlines.duties() if t.status is DutyStatus.OPEN]
    assert key in pending
    window.desk.deadlines.mark_done(pending[0], date(2023, 8, 15), "12/2023", "hand")
    # The next duty comes up where there is no room for all of them.
    assert rows(page.deadlines)[: len(before) - 1] == before[1:]


def test_the_sentence_counts_what_is_overdue(window: MainWindow) -> None:
    from ccmdesk.services.first_look import first_look

    view = first_look(window.folder.root, window.desk.clock)
    assert isinstance(view, TodayView)
    late = tuple(replace(each, status=DutyStatus.OVERDUE, days_left=-2) for each in view.deadlines)
    assert sentence(replace(view, deadlines=())) == "Nothing overdue"
    assert sentence(replace(view, deadlines=late[:1])) == "1 duty overdue"
    report = next(each for each in late if each.duty.kind is DutyKind.ART7_ANNUAL)
    assert sentence(replace(view, deadlines=(report,))) == "An Article 7 report is 2 days late"
    both = sentence(replace(view, deadlines=(late[0], report)))
    assert both == "An Article 7 report is 2 days late · 2 duties overdue"
