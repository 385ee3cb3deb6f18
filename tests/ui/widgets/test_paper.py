"""The paper shows PDF bytes and keeps its place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ccmdesk.documents.note_json import example
from ccmdesk.documents.note_verbale import note_pdf
from ccmdesk.ui.widgets.paper import Paper


@pytest.fixture(scope="module")
def short() -> bytes:
    return note_pdf(example("en", 3), draft=True)


@pytest.fixture(scope="module")
def long() -> bytes:
    return note_pdf(example("en", 40), draft=True)


@pytest.fixture
def paper(qtbot: QtBot) -> Paper:
    paper = Paper()
    qtbot.addWidget(paper)
    paper.resize(520, 600)
    paper.show()
    return paper


def test_the_paper_is_white_on_the_colour_of_the_window(paper: Paper, short: bytes) -> None:
    paper.show_pdf(short)
    picture = paper.view.grab().toImage()
    middle = picture.width() // 2
    assert picture.pixelColor(middle, 20) == QColor("white")
    assert picture.pixelColor(3, 300) != QColor("white")


def test_it_tells_where_one_is(paper: Paper, long: bytes) -> None:
    paper.show_pdf(long)
    assert paper.caption.text().startswith(f"Page 1 of {paper.pages} · A4 · ")
    bar = paper.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert paper.caption.text().startswith(f"Page {paper.pages} of {paper.pages} · ")


def test_other_bytes_are_shown_at_the_same_place(paper: Paper, long: bytes) -> None:
    paper.show_pdf(long)
    bar = paper.view.verticalScrollBar()
    bar.setValue(400)
    paper.show_pdf(note_pdf(example("en", 41), draft=True))
    assert bar.value() == 400
    assert paper.bytes != long


def test_a_shorter_paper_is_shown_to_its_end(paper: Paper, long: bytes, short: bytes) -> None:
    paper.show_pdf(long)
    bar = paper.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    paper.show_pdf(short)
    assert bar.value() == bar.maximum() < 2000


def test_bytes_that_are_no_pdf_leave_the_last_paper_and_say_so(paper: Paper, short: bytes) -> None:
    paper.show_pdf(short)
    paper.show_pdf(b"not a paper at all")
    assert paper.bytes == short
    assert paper.pages > 0
    assert paper.fault.isVisible()
    paper.show_pdf(short)
    assert not paper.fault.isVisible()


def test_the_whole_page_fits_and_the_width_comes_back(paper: Paper, short: bytes) -> None:
    paper.show_pdf(short)
    wide = paper.view.scale()
    QTest.mouseClick(paper.fit, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert paper.view.scale() < wide
    assert paper.view.verticalScrollBar().maximum() >= 0
    assert paper.fit.text() == "Fit width"
    paper.fit.click()
    assert paper.view.scale() == wide


def test_keys_enlarge_and_put_back(paper: Paper, short: bytes) -> None:
    paper.show_pdf(short)
    paper.activateWindow()
    paper.view.setFocus()
    fitted = paper.view.scale()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(paper.view, Qt.Key.Key_Plus, control)
    assert paper.view.scale() > fitted
    assert paper.view.horizontalScrollBar().maximum() > 0
    QTest.keyClick(paper.view, Qt.Key.Key_0, control)
    assert paper.view.scale() == fitted


def test_its_words_can_be_read(paper: Paper, short: bytes) -> None:
    paper.show_pdf(short)
    assert "NOTE VERBALE" in paper.text()
