"""The ledger of reports: its words, its tones, its keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ccmdesk.domain.duty import Duty, DutyKind, DutyRecord, DutyStatus, TrackedDuty
from ccmdesk.ui.tokens import Tone
from ccmdesk.ui.widgets.ledger_band import LedgerBand, cell_tip, cell_tone, cell_words
from tests.ui.desks import focused, press


def report(
    year: int, status: DutyStatus, *, late: int | None = None, left: int = 100
) -> TrackedDuty:
    due = date(year + 1, 4, 30)
    duty = Duty("NGA", DutyKind.ART7_ANNUAL, "7(2)", str(year), f"Report for {year}", due, due)
    record = None
    if late is not None:
        record = DutyRecord(duty.key, done_on=due + timedelta(late), proof="12/2026")
    return TrackedDuty(duty, status, left, record)


@pytest.mark.parametrize(
    ("tracked", "words", "tone"),
    [
        (report(2020, DutyStatus.DONE, late=-8), "8 d early", Tone.OK),
        (report(2020, DutyStatus.DONE, late=36), "36 d late", Tone.WARN),
        (report(2020, DutyStatus.DONE, late=0), "on the day", Tone.OK),
        (report(2020, DutyStatus.DONE), "done", Tone.OK),
        (report(2020, DutyStatus.OVERDUE, left=-3), "overdue", Tone.DANGER),
        (report(2020, DutyStatus.UNRECORDED, left=-300), "no record", Tone.PLAIN),
        (report(2020, DutyStatus.OPEN, left=159), "due", Tone.ACCENT),
        (report(2020, DutyStatus.OPEN, left=30), "due", Tone.WARN),
        (report(2020, DutyStatus.OPEN, left=7), "due", Tone.DANGER),
        (report(2020, DutyStatus.NOT_APPLICABLE), "not owed", Tone.PLAIN),
    ],
)
def test_a_cell_says_how_the_report_stands(tracked: TrackedDuty, words: str, tone: Tone) -> None:
    assert cell_words(tracked) == words
    assert cell_tone(tracked) is tone


def test_the_tip_says_it_in_full() -> None:
    tip = cell_tip(report(2020, DutyStatus.DONE, late=1))
    assert "Article 7(2) · due Fri 30 April 2021" in tip
    assert "Done Sat 1 May 2021, 1 day late" in tip


def band_of(qtbot: QtBot, count: int, width: int) -> LedgerBand:
    band = LedgerBand()
    qtbot.addWidget(band)
    band.show_reports([report(2012 + n, DutyStatus.DONE, late=-n) for n in range(1, count + 1)])
    band.resize(width, band.heightForWidth(width))
    band.show()
    band.activateWindow()
    qtbot.waitUntil(band.isActiveWindow)
    return band


def test_arrow_keys_choose_the_next_report(qtbot: QtBot) -> None:
    band = band_of(qtbot, 4, 900)
    chosen: list[str] = []
    band.chosen.connect(chosen.append)
    band.cells[0].setFocus()
    press(Qt.Key.Key_Space, Qt.Key.Key_Right)
    assert focused() is band.cells[1]
    assert chosen == ["NGA:art7_annual:2013", "NGA:art7_annual:2014"]
    QTest.mouseClick(band.cells[3], Qt.MouseButton.LeftButton)
    assert chosen[-1] == "NGA:art7_annual:2016"


def test_the_mark_follows_the_duty_and_survives_new_data(qtbot: QtBot) -> None:
    band = band_of(qtbot, 3, 900)
    band.mark("NGA:art7_annual:2014")
    band.show_reports([report(2014, DutyStatus.OPEN), report(2015, DutyStatus.OPEN)])
    assert [cell.isChecked() for cell in band.cells] == [True, False]
    band.mark("NGA:art4_clearance:initial")
    assert not any(cell.isChecked() for cell in band.cells)


@pytest.mark.parametrize("width", [300, 640, 980, 1600])
def test_cells_never_overlap_and_words_are_never_cut(qtbot: QtBot, width: int) -> None:
    band = band_of(qtbot, 14, width)
    boxes = [cell.geometry() for cell in band.cells]
    for number, (cell, box) in enumerate(zip(band.cells, boxes, strict=True)):
        assert band.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[number + 1 :])
        assert cell.fontMetrics().horizontalAdvance(cell.text()) * 0.87 <= box.width()
