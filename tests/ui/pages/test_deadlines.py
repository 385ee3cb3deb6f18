"""Deadlines: filters, the working, recording what was done, and taking it back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyKind, DutyStatus
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.article7 import Article7Page
from ccmdesk.ui.pages.deadlines import DeadlinesPage
from tests.ui.desks import focused, open_window, press, tab_to, write

REPORT = "IRL:art7_annual:2022"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path, sample=False)


@pytest.fixture
def page(window: MainWindow) -> DeadlinesPage:
    window.go("deadlines")
    page = window.pages["deadlines"]
    assert isinstance(page, DeadlinesPage)
    return page


def shown(page: DeadlinesPage) -> set[str]:
    return {row.duty.kind for row in page.table.rows()}


def status(page: DeadlinesPage, key: str) -> DutyStatus:
    return next(row for row in page.desk.deadlines.duties() if row.duty.key == key).status


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def test_the_sentence_says_how_the_ledger_stands(page: DeadlinesPage) -> None:
    words = page.head.sentence.text()
    assert words.startswith("Entry into force 1 August 2010 · ")
    assert words.endswith("reports owed, 0 recorded, nothing overdue")
    reports = [line for line in page.desk.deadlines.ledger().lines if line.is_report]
    assert f"{len(reports)} reports owed" in words
    assert len(page.band.cells) == len(reports)


def test_the_next_open_duty_is_chosen_first_and_explained(page: DeadlinesPage) -> None:
    chosen = page.table.chosen()
    assert chosen.status is DutyStatus.OPEN
    captions = [line.caption for line in page.panel.facts.lines]
    assert captions[0] == "Rule"
    assert {"Trigger", "Count", "Result", "Hour", "Send by", "Source"} <= set(captions)


def test_filters_show_their_kinds_only(page: DeadlinesPage) -> None:
    page.filters.buttons["article7"].click()
    assert shown(page) == {DutyKind.ART7_INITIAL, DutyKind.ART7_ANNUAL}
    page.filters.buttons["articles34"].click()
    assert shown(page) <= {
        DutyKind.ART3_DESTRUCTION,
        DutyKind.ART4_CLEARANCE,
        DutyKind.ART3_EXTENSION_REQUEST,
        DutyKind.ART4_EXTENSION_REQUEST,
    }
    page.filters.buttons["open"].click()
    assert all(row.status is not DutyStatus.UNRECORDED for row in page.table.rows())
    page.filters.buttons["all"].click()
    assert len(page.table.rows()) == len(page.desk.deadlines.duties())


def test_a_year_can_be_gone_to(page: DeadlinesPage) -> None:
    page.filters.buttons["open"].click()
    page.years.activated.emit(page.years.findText("2015"))
    assert page.table.chosen().duty.due.year == 2015


def test_a_cell_of_the_ledger_chooses_its_report(page: DeadlinesPage) -> None:
    cell = next(each for each in page.band.cells if each.tracked.duty.key == REPORT)
    cell.click()
    assert page.table.chosen().duty.key == REPORT
    assert page.panel.name.text() == "Annual transparency report for 2022"
    assert cell.isChecked()


def test_the_keyboard_alone_marks_a_report_as_done(window: MainWindow, page: DeadlinesPage) -> None:
    foot = page.panel.foot
    page.show_target(REPORT)
    tab_to("Mark as done…")
    press(Qt.Key.Key_Space)
    assert focused() is foot.channel
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    assert focused() is foot.proof
    write("12/2023")
    press(Qt.Key.Key_Return)
    assert status(page, REPORT) is DutyStatus.DONE
    record = next(r.record for r in page.table.rows() if r.duty.key == REPORT)
    assert record.done_on == date(2023, 8, 16)
    assert (record.proof, record.channel) == ("12/2023", "email")
    assert page.panel.dates.done.text.text() == "Wed 16 August 2023"
    assert page.panel.dates.done.second.text() == "E-mail · 12/2023"
    assert window.flash.isVisible()
    window.undo()
    assert status(page, REPORT) is DutyStatus.UNRECORDED


def test_the_buttons_of_a_form_come_after_its_fields(page: DeadlinesPage) -> None:
    foot = page.panel.foot
    page.show_target(REPORT)
    page.panel.begin_done()
    passed = [focused()]
    for _ in range(4):
        press(Qt.Key.Key_Tab)
        passed.append(focused())
    assert passed == [
        foot.channel,
        foot.proof,
        foot.file.choose,
        foot.done_form.cancel,
        foot.done_form.confirm,
    ]


def test_enter_on_cancel_records_nothing(page: DeadlinesPage) -> None:
    foot = page.panel.foot
    page.show_target(REPORT)
    page.panel.begin_done()
    choose(foot.channel, "hand")
    foot.proof.setText("12/2023")
    foot.done_form.cancel.setFocus()
    press(Qt.Key.Key_Return)
    assert foot.done_form.isHidden()
    assert status(page, REPORT) is DutyStatus.UNRECORDED


def test_day_channel_and_proof_are_all_asked_for_at_their_fields(page: DeadlinesPage) -> None:
    foot = page.panel.foot
    page.show_target(REPORT)
    page.panel.begin_done()
    foot.done_form.submit()
    day, channel, proof, _file = foot.done_form.fields
    assert "which way" in channel.error.text()
    choose(foot.channel, "hand")
    foot.done_form.submit()
    assert "proves" in proof.error.text()
    foot.proof.setText("12/2023")
    foot.day.setText("Thu 30 April 2023")
    foot.done_form.submit()
    assert "Sunday" in day.error.text()
    foot.day.setText("2024-01-01")
    foot.done_form.submit()
    assert "still to come" in day.error.text()
    foot.day.setText("")
    foot.done_form.submit()
    assert "Give the day" in day.error.text()
    assert foot.proof.text() == "12/2023"
    assert status(page, REPORT) is DutyStatus.UNRECORDED


def test_a_file_alone_proves_it_and_can_be_saved_again(
    page: DeadlinesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    receipt = tmp_path / "receipt.pdf"
    receipt.write_bytes(b"%PDF-1.7 stamped")
    foot = page.panel.foot
    page.show_target(REPORT)
    page.panel.begin_done()
    choose(foot.channel, "meeting")
    foot.file.take(receipt)
    foot.done_form.submit()
    assert status(page, REPORT) is DutyStatus.DONE
    chosen = page.table.chosen()
    assert chosen.record.proof_name == "receipt.pdf"
    assert page.panel.dates.done.second.text() == "At the meeting"
    assert page.panel.dates.file.isVisible()
    dialog = page.papers.ask_proof(chosen)
    again = tmp_path / "again.pdf"
    dialog.fileSelected.emit(str(again))
    dialog.reject()
    qtbot.waitUntil(again.exists)
    assert again.read_bytes() == receipt.read_bytes()


def test_a_file_that_is_gone_is_told_and_nothing_recorded(
    window: MainWindow, page: DeadlinesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []
    monkeypatch.setattr(page.panel.foot.done_form, "_fallback", told.append)
    page.show_target(REPORT)
    page.panel.begin_done()
    choose(page.panel.foot.channel, "hand")
    page.panel.foot.file.take(tmp_path / "gone.pdf")
    page.panel.foot.done_form.submit()
    assert "gone.pdf" in str(told[0])
    assert page.panel.foot.done_form.isVisible()
    assert status(page, REPORT) is DutyStatus.UNRECORDED


def test_escape_closes_the_form_and_keeps_what_was_typed(page: DeadlinesPage) -> None:
    foot = page.panel.foot
    page.show_target(REPORT)
    page.panel.begin_done()
    choose(foot.channel, "pouch")
    foot.proof.setFocus()
    write("12/2023")
    press(Qt.Key.Key_Escape)
    assert foot.done_form.isHidden()
    page.show_target("IRL:art7_annual:2021")
    page.panel.begin_done()
    assert (foot.proof.text(), foot.channel.currentData()) == ("", "")
    page.show_target(REPORT)
    page.panel.begin_done()
    assert (foot.proof.text(), foot.channel.currentData()) == ("12/2023", "pouch")


def test_a_duty_can_be_not_ours_and_be_reopened(page: DeadlinesPage) -> None:
    foot = page.panel.foot
    page.show_target(REPORT)
    foot.exempt.click()
    foot.exempt_form.submit()
    assert "why" in foot.exempt_form.fields[0].error.text()
    write("No cluster munitions were ever held.")
    press(Qt.Key.Key_Return)
    assert status(page, REPORT) is DutyStatus.NOT_APPLICABLE
    assert page.panel.dates.exempt.text.text() == "No cluster munitions were ever held."
    assert not foot.done.isVisible()
    foot.reopen.click()
    assert status(page, REPORT) is DutyStatus.UNRECORDED
    words = [row.words.text() for row in page.panel.history.lines.rows]
    assert words == ["Opened again", "Not ours"]


def test_the_first_annual_year_is_the_officers_to_change(
    window: MainWindow, page: DeadlinesPage
) -> None:
    usual = int(page.first_year.currentData())
    before = len(page.band.cells)
    page.first_year.activated.emit(page.first_year.findData(usual + 1))
    assert len(page.band.cells) == before - 1
    window.undo()
    assert len(page.band.cells) == before
    assert int(page.first_year.currentData()) == usual


def test_the_working_becomes_a_page_of_pdf(
    page: DeadlinesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.show_target(REPORT)
    chosen = page.table.chosen()
    path = tmp_path / "why.pdf"
    page.papers.save(page.papers.working(chosen), path)
    qtbot.waitUntil(path.exists)
    (sheet,) = PdfReader(path).pages
    words = " ".join(sheet.extract_text().split())
    assert spoken(chosen.duty.due) in words
    for step in chosen.duty.working:
        assert " ".join(step.text.split())[:40] in words


def test_a_signatory_has_no_ledger(qtbot: QtBot, tmp_path: Path) -> None:
    from dataclasses import replace

    for window in open_window(qtbot, tmp_path / "other", sample=False):
        profile = window.desk.profile.get()
        assert profile is not None
        window.desk.profile.save(replace(profile, state_iso3="KEN"))
        window.go("deadlines")
        page = window.pages["deadlines"]
        assert isinstance(page, DeadlinesPage)
        assert page.ledger.isHidden()
        assert "no reports" in page.head.sentence.text()


def test_the_internal_date_stands_in_a_window_of_the_usual_size(
    window: MainWindow, page: DeadlinesPage, qtbot: QtBot
) -> None:
    window.resize(1280, 820)
    letter = page.table.fontMetrics().averageCharWidth()
    if letter > 7:
        window.resize(1280 * letter // 7, 820)
    qtbot.wait(20)
    head = page.table.model().headerData
    shown = [
        head(column, Qt.Orientation.Horizontal)
        for column in range(page.table.model().columnCount())
        if not page.table.isColumnHidden(column)
    ]
    assert "Send by" in shown


def test_the_day_to_send_by_is_told_where_it_is_another_day(page: DeadlinesPage) -> None:
    told = {
        row.duty.key: page.table.model().index(place, 2).data()
        for place, row in enumerate(page.table.rows())
    }
    assert told["IRL:art7_annual:2023"] == "same day"
    # 30 April 2023 was a Sunday.
    assert told[REPORT] == "Fri 28 Apr"


@pytest.mark.parametrize("zoom", [100, 150, 200])
def test_every_date_is_read_to_its_end(window: MainWindow, page: DeadlinesPage, zoom: int) -> None:
    window.retheme("light", zoom)
    QApplication.processEvents()
    metrics = page.table.fontMetrics()
    widest = max(metrics.horizontalAdvance(spoken(row.duty.due)) for row in page.table.rows())
    # The cell has a margin on both sides.
    assert widest + 18 <= page.table.columnWidth(1)
    window.retheme("light", 100)


@pytest.mark.parametrize("size", [(1280, 820), (1600, 900), (1920, 1200)])
def test_the_names_of_the_duties_have_the_most_room(
    window: MainWindow, page: DeadlinesPage, size: tuple[int, int]
) -> None:
    window.resize(*size)
    QApplication.processEvents()
    table = page.table
    names = table.columnWidth(0)
    assert names > 40 * table.fontMetrics().averageCharWidth()
    shown = [each for each in range(1, 6) if not table.isColumnHidden(each)]
    assert {1, 5} <= set(shown)
    assert names > 1.5 * max(table.columnWidth(each) for each in shown)


def test_the_reports_are_a_third_way_to_look_and_lead_back(
    window: MainWindow, page: DeadlinesPage
) -> None:
    page.views.buttons["year"].click()
    page.views.buttons["reports"].click()
    reports = window.pages["report"]
    assert isinstance(reports, Article7Page)
    assert window.current == "report"
    assert reports.list.views.key() == "reports"
    assert window.sidebar.buttons["deadlines"].isChecked()
    # The sidebar leads back to the page as it was left, the others to what they name.
    window.sidebar.buttons["deadlines"].click()
    assert (window.current, page.views.key()) == ("deadlines", "year")
    page.views.buttons["reports"].click()
    reports.list.views.buttons["table"].click()
    assert (window.current, page.views.key()) == ("deadlines", "table")
    assert page.sides.currentIndex() == 0
    assert focused() is page.table
    page.views.buttons["reports"].click()
    reports.list.views.buttons["year"].click()
    assert (window.current, page.views.key()) == ("deadlines", "year")
    assert page.sides.currentIndex() == 1


def test_from_an_open_report_the_reports_are_listed_again(
    window: MainWindow, page: DeadlinesPage
) -> None:
    report = window.desk.reports.begin("2022", language="en")
    window.go("report", report.duty_key)
    reports = window.pages["report"]
    assert isinstance(reports, Article7Page)
    assert reports.stack.currentWidget() is reports.space
    window.go("deadlines")
    page.views.buttons["reports"].click()
    assert reports.stack.currentWidget() is reports.list
