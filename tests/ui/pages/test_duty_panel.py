"""The panel of a duty: its hour, its owner, the way to it, its history, the way to the report."""

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from datetime import time as hour
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ccmdesk.domain.duty import Duty, DutyKind, DutyPlan, DutyStatus, TrackedDuty
from ccmdesk.domain.duty_moves import HistoryEntry
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import ConveningNote
from ccmdesk.domain.recorded import Extension
from ccmdesk.domain.safe_start import Absence
from ccmdesk.ui.duty_words import hour_line, status_words, table_title
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.deadlines import DeadlinesPage
from ccmdesk.ui.pages.duty_history import entry_words, folded
from ccmdesk.ui.pages.duty_hour import read_hour
from ccmdesk.ui.pages.duty_panel import HISTORY, START, WHY
from tests.ui.desks import focused, open_window, press, tab_to, write

REPORT = "IRL:art7_annual:2023"
DELEGATION = "IRL:meeting_milestone:11MSP"
DUE = date(2027, 4, 30)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path, sample=False)


@pytest.fixture
def page(window: MainWindow) -> DeadlinesPage:
    window.go("deadlines", REPORT)
    page = window.pages["deadlines"]
    assert isinstance(page, DeadlinesPage)
    return page


@pytest.fixture
def clock_of(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot set its clock's place for one process")
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


def stand_in(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.setitem(os.environ, "TZ", place)
    time.tzset()


def duty(**facts: object) -> Duty:
    made = Duty("IRL", DutyKind.ART7_ANNUAL, "7(2)", "2026", "Report", DUE, DUE)
    return replace(made, **facts)  # type: ignore[arg-type]


# The hour


@pytest.mark.parametrize(
    ("place", "facts", "words"),
    [
        ("Europe/Zurich", {}, "Until the end of the day in Geneva"),
        ("America/New_York", {}, "Until the end of the day in Geneva, 17:59 here"),
        (
            "Asia/Tokyo",
            {},
            "Until the end of the day in Geneva, 06:59 on Sat 1 May 2027 here",
        ),
        ("Europe/Zurich", {"closes": hour(18)}, "Until 18:00 in Geneva"),
        (
            "Europe/Zurich",
            {"closes": hour(18), "zone": "America/New_York"},
            "Until 18:00 in New York, 00:00 on Sat 1 May 2027 here",
        ),
    ],
)
def test_the_hour_is_told_there_and_here(
    clock_of: pytest.MonkeyPatch, place: str, facts: dict[str, object], words: str
) -> None:
    stand_in(clock_of, place)
    assert hour_line(duty(**facts)) == words


@pytest.mark.parametrize(
    ("typed", "found"),
    [("", None), ("18:00", hour(18)), ("9.30", hour(9, 30)), ("18h", hour(18))],
)
def test_an_hour_is_read_as_it_is_usually_typed(typed: str, found: hour | None) -> None:
    assert read_hour(typed) == found


@pytest.mark.parametrize("typed", ["24:30", "noon", "18:61", "-1"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match="is no hour"):
        read_hour(typed)


def test_the_hour_is_changed_with_its_reason_and_stays_in_the_history(
    page: DeadlinesPage,
) -> None:
    page.panel.dates.hour.click()
    form = page.panel.foot.hour_form
    form.hour.setText("25:00")
    form.submit()
    closes, _zone, why, _paper = form.fields
    assert "why" in why.error.text()
    form.why.setText("The note asks for it by noon")
    form.submit()
    assert "no hour" in closes.error.text()
    form.hour.setText("12:00")
    form.paper.setText("ODA/2024-00017")
    form.submit()
    assert form.isHidden()
    assert page.panel.dates.due.second.text().startswith("Until 12:00 in Geneva")
    page.panel.parts.setCurrentIndex(HISTORY)
    (row,) = page.panel.history.lines.rows
    assert row.words.text() == "Open until 12:00 in Geneva"
    assert "noon" in row.accessibleName()
    assert "ODA/2024-00017" in row.accessibleName()


# The owner


def test_the_owner_is_edited_in_place_and_taken_back(
    window: MainWindow, page: DeadlinesPage
) -> None:
    tab_to("Owner")
    write("Second Secretary")
    press(Qt.Key.Key_Return)
    assert page.desk.deadlines.plan(REPORT).owner == "Second Secretary"
    assert page.panel.tracked is not None
    assert page.panel.tracked.owner == "Second Secretary"
    assert page.panel.parts.tabText(HISTORY) == "History 1"
    window.undo()
    assert page.panel.dates.owner.text() == ""


def test_the_owner_leaves_the_hour_as_it_is(page: DeadlinesPage) -> None:
    page.desk.deadlines.save_plan(DutyPlan(REPORT, "", hour(12)), "as asked")
    page.panel.dates.owner.setText("Attaché")
    page.panel.dates.give_owner()
    assert page.desk.deadlines.plan(REPORT).closes == hour(12)


def test_a_name_half_typed_is_kept_on_the_way_to_another_page(
    window: MainWindow, page: DeadlinesPage
) -> None:
    tab_to("Owner")
    write("Attaché")
    window.go("states")
    assert page.desk.deadlines.plan(REPORT).owner == "Attaché"


def test_a_name_typed_for_one_duty_never_goes_to_another(page: DeadlinesPage) -> None:
    tab_to("Owner")
    write("Attaché")
    page.show_target("IRL:art7_annual:2022")
    assert page.panel.dates.owner.text() == ""
    assert page.desk.deadlines.plan(REPORT).owner == "Attaché"
    assert page.desk.deadlines.plan("IRL:art7_annual:2022").owner == ""


def test_a_name_half_typed_stays_while_something_else_changes(page: DeadlinesPage) -> None:
    tab_to("Owner")
    write("Atta")
    page.desk.deadlines.mark_not_applicable("IRL:art7_annual:2015", "a test")
    assert page.panel.dates.owner.text() == "Atta"
    write("ché")
    press(Qt.Key.Key_Return)
    assert page.desk.deadlines.plan(REPORT).owner == "Attaché"


# The way to the date


def test_the_way_names_each_step_and_the_latest_safe_day(page: DeadlinesPage) -> None:
    way = page.desk.safe_starts.of(REPORT)
    assert page.panel.dates.start.text.text() == "{} {} {} {}".format(
        *f"{way.start_by:%a} {way.start_by.day} {way.start_by:%B} {way.start_by.year}".split()
    )
    page.panel.dates.start_button.click()
    assert page.panel.parts.currentIndex() == START
    assert page.panel.way.isVisible()
    assert len(page.panel.way.steps.rows) == len(way.legs)


def test_clashes_are_counted_on_top_and_named_at_their_step(page: DeadlinesPage) -> None:
    leg = page.desk.safe_starts.of(REPORT).legs[-1]
    page.desk.safe_starts.save_absence(
        Absence("Ambassador Byrne", leg.first.replace(day=1), leg.last, "leave")
    )
    page.panel.dates.start_button.click()
    assert "clash" in page.panel.dates.clashes.text()
    told = " ".join(row.accessibleName() for row in page.panel.way.steps.rows)
    assert "Ambassador Byrne" in told


def test_what_is_past_needs_no_start(page: DeadlinesPage) -> None:
    page.panel.parts.setCurrentIndex(START)
    page.show_target("IRL:art7_annual:2015")
    assert not page.panel.parts.isTabVisible(START)
    assert page.panel.parts.currentIndex() != START
    assert not page.panel.dates.start.box.isVisible()


# The history


def test_a_granted_extension_shows_the_original_and_the_revised_date(
    window: MainWindow, page: DeadlinesPage
) -> None:
    meeting = page.desk.meetings.adopt("11MSP")
    note = replace(meeting.convening, delegation_due=date(2023, 9, 1))
    page.desk.meetings.save(replace(meeting, convening=note), "Corrigendum", "ODA/2023-00050/Corr")
    page.show_target(DELEGATION)
    page.panel.parts.setCurrentIndex(HISTORY)
    captions = {line.caption: line.text for line in page.panel.history.dates.lines}
    assert captions["Revised date"] == "Fri 1 September 2023"
    assert captions["Original date"] == "Thu 31 August 2023"
    assert len(page.panel.history.lines.rows) == 1
    told = page.panel.history.lines.rows[0].accessibleName()
    assert "Corrigendum" in told
    assert "From: ODA/2023-00050/Corr" in told


@pytest.mark.parametrize(
    ("what", "was", "became", "words"),
    [
        ("due", "2027-04-30", "2027-05-07", "Due Fri 7 May 2027 instead of Fri 30 April 2027"),
        ("internal_due", "", "2027-05-07", "Send by Fri 7 May 2027, for the first time"),
        ("due", "2027-04-30", "", "Due Fri 30 April 2027 no more"),
        ("owner", "", "Attaché", "Owner: Attaché"),
        ("owner", "Attaché", "", "No owner any more"),
        ("closes", "", "", "Open to the day's end"),
        ("done", "", "2027-04-01", "Done on Thu 1 April 2027"),
        ("reopened", "2027-04-01", "", "Opened again"),
        ("something", "", "else", "something else"),
    ],
)
def test_each_line_of_history_is_a_sentence(what: str, was: str, became: str, words: str) -> None:
    entry = HistoryEntry("k", datetime(2027, 1, 1, tzinfo=UTC), "me", what, was, became)
    assert entry_words(entry) == words


# The rest


def test_an_estimated_date_is_told_as_provisional() -> None:
    tracked = TrackedDuty(duty(provisional=True), DutyStatus.OPEN, 100)
    assert status_words(tracked) == "provisional"
    assert status_words(replace(tracked, status=DutyStatus.DONE)) == "done"


def test_a_delegation_date_is_estimated_until_the_note_arrives(
    window: MainWindow, page: DeadlinesPage
) -> None:
    meeting = page.desk.meetings.adopt("11MSP")
    page.desk.meetings.save(replace(meeting, convening=ConveningNote()))
    page.show_target(DELEGATION)
    assert page.panel.tracked is not None
    assert page.panel.tracked.duty.key == DELEGATION
    assert page.panel.tracked.duty.provisional


def test_the_report_is_the_next_step_of_its_duty(window: MainWindow, page: DeadlinesPage) -> None:
    foot = page.panel.foot
    assert foot.report.property("kind") == "primary"
    page.show_target(DELEGATION)
    assert foot.report.isHidden()
    assert foot.done.property("kind") == "primary"
    page.show_target(REPORT)
    foot.report.click()
    assert window.current == "report"


def test_the_meeting_of_a_duty_is_one_step_away(window: MainWindow, page: DeadlinesPage) -> None:
    assert page.panel.foot.meeting.isHidden()
    page.show_target(DELEGATION)
    page.panel.foot.meeting.click()
    assert window.current == "meetings"


@pytest.mark.parametrize("iso3", ["KEN", "LTU", "USA", "SSD"])
def test_every_standing_of_a_state_has_a_page(qtbot: QtBot, tmp_path: Path, iso3: str) -> None:
    for window in open_window(qtbot, tmp_path / iso3, sample=False):
        profile = window.desk.profile.required()
        window.desk.profile.save(replace(profile, state_iso3=iso3))
        window.go("deadlines", "year")
        page = window.pages["deadlines"]
        assert isinstance(page, DeadlinesPage)
        page.views.buttons["table"].click()
        assert page.head.sentence.text()


def test_an_extension_is_entered_from_the_deadline(qtbot: QtBot, tmp_path: Path) -> None:
    for window in open_window(qtbot, tmp_path / "other", sample=False):
        profile = window.desk.profile.required()
        window.desk.profile.save(replace(profile, state_iso3="TCD"))
        window.go("deadlines")
        page = window.pages["deadlines"]
        assert isinstance(page, DeadlinesPage)
        open_one = next(
            each
            for each in page.desk.deadlines.duties()
            if each.duty.kind is DutyKind.ART4_CLEARANCE and each.status is DutyStatus.OPEN
        )
        page.show_target(open_one.duty.key)
        assert page.panel.foot.extension.isVisible()
        page.desk.extensions.enter(
            Extension("TCD", 4, "", date(2030, 10, 1), decided_at="14MSP", source="CCM/MSP/2026/9")
        )
        assert any(each.duty.due == date(2030, 10, 1) for each in page.table.rows())


def test_where_nothing_is_left_to_do_the_keyboard_goes_to_the_table(
    qtbot: QtBot, tmp_path: Path
) -> None:
    for window in open_window(qtbot, tmp_path / "other", sample=False):
        profile = window.desk.profile.required()
        window.desk.profile.save(replace(profile, state_iso3="TCD"))
        window.go("deadlines")
        page = window.pages["deadlines"]
        assert isinstance(page, DeadlinesPage)
        deadline = next(
            each.duty.key
            for each in page.desk.deadlines.duties()
            if each.duty.kind is DutyKind.ART4_CLEARANCE and each.status is DutyStatus.OPEN
        )
        page.show_target(deadline)
        page.panel.foot.extension.setFocus()
        page.desk.extensions.enter(
            Extension("TCD", 4, "", date(2030, 10, 1), decided_at="14MSP", source="CCM/MSP/2026/9")
        )
        assert page.panel.tracked is not None
        assert page.panel.tracked.duty.key == deadline
        assert page.panel.foot.extension.isHidden()
        assert focused() is page.table


def test_what_follows_a_deadline_is_opened_again_at_that_deadline(
    qtbot: QtBot, tmp_path: Path
) -> None:
    for window in open_window(qtbot, tmp_path / "other", sample=False):
        profile = window.desk.profile.required()
        window.desk.profile.save(replace(profile, state_iso3="CMR"))
        request = next(
            each.duty
            for each in window.desk.deadlines.duties()
            if each.duty.kind is DutyKind.ART4_EXTENSION_REQUEST
        )
        deadline = request.key.replace("extension_request", "clearance")
        window.desk.deadlines.mark_done(deadline, date(2019, 5, 2), "Note 12/2023", "meeting")
        window.go("deadlines", request.key)
        page = window.pages["deadlines"]
        assert isinstance(page, DeadlinesPage)
        foot = page.panel.foot
        # Nothing is recorded of the request itself.
        assert not foot.reopen.isVisible()
        assert not foot.done.isVisible()
        foot.followed.click()
        assert page.panel.tracked is not None
        assert page.panel.tracked.duty.key == deadline
        assert foot.reopen.isVisible()
        assert not foot.followed.isVisible()


def test_the_parts_are_reached_by_tab_and_turned_by_arrows(page: DeadlinesPage) -> None:
    tab_to("What is told of the duty")
    press(Qt.Key.Key_Right)
    assert focused() is page.panel.parts
    assert page.panel.parts.currentIndex() != WHY


@pytest.mark.parametrize("size", [(900, 600), (1280, 820), (1920, 1200)])
def test_the_parts_stand_side_by_side_in_every_window(
    window: MainWindow, page: DeadlinesPage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    for number in range(12):
        page.desk.deadlines.save_plan(DutyPlan(REPORT, f"Attaché {number}"))
    qtbot.wait(20)
    assert page.panel.parts.tabText(HISTORY) == "History 12"
    assert page.panel.parts.sizeHint().width() <= page.panel.parts.width()
    assert page.panel.parts.tabText(WHY) in ("Why this date?", "Why")


@pytest.mark.parametrize("size", [(900, 600), (1280, 820), (1920, 1200)])
def test_a_form_with_all_its_errors_fits_every_window(
    window: MainWindow, page: DeadlinesPage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    page.panel.begin_done()
    page.panel.foot.day.clear()
    for field in page.panel.foot.done_form.fields:
        field.set_error("Something is wrong here.")
    qtbot.wait(20)
    confirm = page.panel.foot.done_form.confirm
    corner = confirm.mapTo(page.panel, confirm.rect().bottomRight())
    assert page.panel.rect().contains(corner)
    assert window.rect().contains(confirm.mapTo(window, confirm.rect().bottomRight()))


def test_a_day_to_send_by_is_told_only_where_it_is_another_one() -> None:
    at = datetime(2027, 1, 1, tzinfo=UTC)
    due = HistoryEntry("k", at, "me", "due", "2027-04-30", "2027-05-07")
    same = replace(due, what="internal_due")
    other = replace(same, became="2027-05-06")
    assert folded([due, same]) == [due]
    assert folded([due, other]) == [due, other]
    assert folded([same]) == [same]


def test_the_code_of_a_meeting_comes_first_in_the_table() -> None:
    asked = duty(
        kind=DutyKind.MEETING_MILESTONE, period="14MSP/3", title="Register the delegation (14MSP)"
    )
    assert table_title(asked) == "14MSP: Register the delegation"
    named = duty(kind=DutyKind.MEETING_MILESTONE, period="14MSP", title="Delegation to 14MSP")
    assert table_title(named) == "Delegation to 14MSP"
