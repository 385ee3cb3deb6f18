"""Incoming: papers, their files, and the empty page."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.incoming import LARGEST_FILE, IncomingPage
from tests.ui.desks import focused, name_of, open_window, press, tab_to, write

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path / "data")


def page_of(window: MainWindow) -> IncomingPage:
    window.go("incoming")
    page = window.pages["incoming"]
    assert isinstance(page, IncomingPage)
    return page


def test_the_sample_paper_is_listed_and_shown(window: MainWindow) -> None:
    page = page_of(window)
    assert [paper.reference for paper in page.table.rows()] == ["ODA/2023-00050"]
    assert page.panel.title.text() == "ODA/2023-00050"
    assert "Tue 21 March 2023" in page.form.texts()["dated"]
    assert "the latest came in on" in page.head.sentence.text()


def test_the_keyboard_alone_registers_a_paper(window: MainWindow) -> None:
    page = page_of(window)
    tab_to("Register a paper")
    press(Qt.Key.Key_Space)
    assert name_of(focused()) == "Subject"
    write("Invitation")
    tab_to("Dated")
    write("14 August 2023")
    tab_to("Text")
    write("The Secretariat presents its compliments.")
    tab_to("Save")
    press(Qt.Key.Key_Space)
    papers = window.desk.incoming.all()
    assert papers[0].subject == "Invitation"
    assert papers[0].dated == date(2023, 8, 14)
    assert papers[0].received_on == date(2023, 8, 16)
    page.search.setFocus()
    write("compliments secretariat")
    assert "Invitation" in [paper.subject for paper in page.table.rows()]


def test_a_paper_that_came_before_it_was_written_is_refused(window: MainWindow) -> None:
    page = page_of(window)
    page.form.fields["received_on"].editor.setFocus()
    press(Qt.Key.Key_A, modifier=CTRL)
    write("2023-01-01")
    press(Qt.Key.Key_S, modifier=CTRL)
    assert "before it was written" in page.form.fields["received_on"].error.text()


def test_a_file_is_kept_and_can_be_saved_again(window: MainWindow, tmp_path: Path) -> None:
    page = page_of(window)
    path = tmp_path / "note.pdf"
    path.write_bytes(b"%PDF-1.7 \x00\xff")
    page.attach(path)
    assert page.file_name.text() == "File: note.pdf"
    assert window.desk.incoming.all()[0].file == path.read_bytes()
    copy = tmp_path / "copy.pdf"
    page.save_copy(copy)
    assert copy.read_bytes() == path.read_bytes()
    window.undo()
    assert page.file_name.text() == "No file attached."


def test_a_new_paper_that_is_only_a_file_is_called_after_it(
    window: MainWindow, tmp_path: Path
) -> None:
    page = page_of(window)
    path = tmp_path / "Letter of the President.pdf"
    path.write_bytes(b"x")
    page.new()
    page.attach(path)
    assert "Letter of the President" in [paper.subject for paper in window.desk.incoming.all()]


def test_a_file_that_is_too_large_or_gone_is_refused(window: MainWindow, tmp_path: Path) -> None:
    page = page_of(window)
    large = tmp_path / "large.bin"
    with large.open("wb") as stream:
        stream.truncate(LARGEST_FILE + 1)
    page.attach(large)
    page.attach(tmp_path / "gone.pdf")
    said = [box.informativeText() for box in window.findChildren(QMessageBox)]
    assert any("larger than 20 MB" in text for text in said)
    assert any("cannot be read" in text for text in said)
    assert window.desk.incoming.all()[0].file is None
    for box in window.findChildren(QMessageBox):
        box.close()


def test_the_last_paper_removed_leaves_the_empty_page(window: MainWindow) -> None:
    page = page_of(window)
    page.remove_button.click()
    assert page.stack.currentIndex() == 1
    window.flash.action.click()
    assert page.stack.currentIndex() == 0
    assert page.panel.title.text() == "ODA/2023-00050"
