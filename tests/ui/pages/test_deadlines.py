"""Deadlines: filters, the working, recording what was done, and taking it back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyKind, DutyStatus
from ccmdesk.ui.main_window import MainWindow
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


def test_the_sentence_says_how_the_ledger_stands(page: DeadlinesPage) -> None:
    words = page.head.sentence.text()
    assert words.startswith("Entry into force 1 August 2010 · ")
    assert words.endswith("reports owed, 0 recorded, nothing overdue")
    reports = page.desk.deadlines.ledger()
    assert f"{len(reports)} reports owed" in words
    assert len(page.band.cells) == len(reports)


def test_the_next_open_duty_is_chosen_first_and_explained(page: DeadlinesPage) -> None:
    chosen = page.table.chosen()
    assert chosen.status is DutyStatus.OPEN
    captions = [line.caption for line in page.panel.facts.lines]
    assert captions[0] == "Rule"
    assert {"Trigger", "Count", "Result", "Send by", "Source"} <= set(captions)


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
    page.show_target(REPORT)
    tab_to("Mark as done…")
    press(Qt.Key.Key_Space)
    assert focused() is page.panel.proof
    write("12/2023")
    press(Qt.Key.Key_Return)
    assert status(page, REPORT) is DutyStatus.DONE
    record = next(r.record for r in page.table.rows() if r.duty.key == REPORT)
    assert record.done_on == date(2023, 8, 16)
    assert record.proof == "12/2023"
    assert page.panel.facts.lines[0].second == "12/2023"
    assert window.flash.isVisible()
    window.undo()
    assert status(page, REPORT) is DutyStatus.UNRECORDED


def test_the_buttons_of_a_form_come_after_its_fields(page: DeadlinesPage) -> None:
    page.show_target(REPORT)
    page.panel.begin_done()
    assert focused() is page.panel.proof
    press(Qt.Key.Key_Tab)
    assert focused() is page.panel.done_form.cancel
    press(Qt.Key.Key_Tab)
    assert focused() is page.panel.done_form.confirm


def test_a_missing_proof_and_a_wrong_day_are_told_at_their_fields(page: DeadlinesPage) -> None:
    page.show_target(REPORT)
    page.panel.begin_done()
    press(Qt.Key.Key_Return)
    day, proof = page.panel.done_form.fields
    assert "proves" in proof.error.text()
    write("12/2023")
    page.panel.day.setText("Thu 30 April 2023")
    page.panel.done_form.submit()
    assert "Sunday" in day.error.text()
    page.panel.day.setText("2024-01-01")
    page.panel.done_form.submit()
    assert "still to come" in day.error.text()
    assert page.panel.proof.text() == "12/2023"
    assert status(page, REPORT) is DutyStatus.UNRECORDED


def test_escape_closes_the_form_and_keeps_what_was_typed(page: DeadlinesPage) -> None:
    page.show_target(REPORT)
    page.panel.begin_done()
    write("12/2023")
    press(Qt.Key.Key_Escape)
    assert page.panel.done_form.isHidden()
    page.show_target("IRL:art7_annual:2021")
    page.panel.begin_done()
    assert page.panel.proof.text() == ""
    page.show_target(REPORT)
    page.panel.begin_done()
    assert page.panel.proof.text() == "12/2023"


def test_a_duty_can_be_not_applicable_and_be_reopened(page: DeadlinesPage) -> None:
    page.show_target(REPORT)
    page.panel.exempt.click()
    page.panel.exempt_form.submit()
    assert "why" in page.panel.exempt_form.fields[0].error.text()
    write("No cluster munitions were ever held.")
    press(Qt.Key.Key_Return)
    assert status(page, REPORT) is DutyStatus.NOT_APPLICABLE
    assert not page.panel.done.isVisible()
    page.panel.reopen.click()
    assert status(page, REPORT) is DutyStatus.UNRECORDED


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
    page.save_working(chosen, path)
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
    assert "Internal date" in shown
