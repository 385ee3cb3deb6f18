"""Work on an Article 7 report: begun, written by keyboard, carried over, safe at every key."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ccmdesk.domain.article7 import FormContent, FormState, Report
from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.ui.dialogs.begin_report import BeginReportDialog
from ccmdesk.ui.dialogs.carry_report import CarryDialog
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.article7_cells import former_cells
from ccmdesk.ui.pages.article7_workspace import ReportWorkspace
from ccmdesk.ui.report_words import Standing
from tests.ui.desks import focused, name_of, open_window, press, tab_to, write
from tests.ui.pages.report_desks import (
    MEASURES,
    filled,
    open_dialog,
    open_space,
    page_of,
    settled,
)

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


@pytest.fixture
def report(window: MainWindow) -> Report:
    return window.desk.reports.begin("2022")


@pytest.fixture
def space(qtbot: QtBot, window: MainWindow, report: Report) -> ReportWorkspace:
    return open_space(qtbot, window, report)


def stored(space: ReportWorkspace) -> Report:
    assert space.report is not None
    return space.shell.desk.reports.get(space.report.id)


def test_a_year_that_is_opened_is_begun_and_carried_over(qtbot: QtBot, window: MainWindow) -> None:
    filled(window.desk, "2021")
    window.go("report", "XAV:art7_annual:2022")
    dialog = open_dialog(qtbot, BeginReportDialog)
    assert dialog.period.currentData() == "2022"
    assert dialog.carry.currentData() == "2021"
    dialog.yes.click()
    page = page_of(window)
    qtbot.waitUntil(lambda: page.space.report is not None)
    begun = stored(page.space)
    assert begun.form("A").content.text == "Act 12."
    assert begun.form("A").carried_from == "2021"
    settled(qtbot, window, page.space)


def test_the_initial_report_has_nothing_to_carry_over(qtbot: QtBot, window: MainWindow) -> None:
    filled(window.desk, "2021")
    window.go("report", "XAV:art7_initial:initial")
    dialog = open_dialog(qtbot, BeginReportDialog)
    assert dialog.carry.count() == 1
    dialog.yes.click()
    space = page_of(window).space
    qtbot.waitUntil(lambda: space.report is not None)
    settled(qtbot, window, space)
    space.go_to("B")
    # No report is before it, so that a form cannot have changed.
    assert space.form.answer.chips[FormState.CHANGED].isHidden()
    assert not space.form.answer.chips[FormState.NOT_APPLICABLE].isHidden()
    assert not space.head.wizard.isVisible()


def test_every_keystroke_of_a_form_is_stored_and_one_pause_is_one_undo(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace
) -> None:
    space.go_to("G")
    space.form.text.setFocus()
    write("Signs stand at every field.")
    settled(qtbot, window, space)
    assert stored(space).form("G").content.text == "Signs stand at every field."
    space.keeper.begin_turn()
    write(" Schools are told.")
    settled(qtbot, window, space)
    space.forms.setFocus()
    press(Qt.Key.Key_Z, modifier=CTRL)
    qtbot.waitUntil(
        lambda: space.form.text.toPlainText() == "Signs stand at every field.", timeout=5_000
    )
    assert stored(space).form("G").content.text == "Signs stand at every field."


def test_what_is_half_typed_is_stored_when_another_page_comes_up(
    window: MainWindow, space: ReportWorkspace
) -> None:
    space.go_to("H")
    space.form.text.setFocus()
    write("x")
    window.go("people")
    assert stored(space).form("H").content.text == "x"


def test_undo_reaches_what_came_before_the_text_in_which_the_cursor_stands(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace
) -> None:
    space.go_to("G")
    space.form.declare_nothing()
    settled(qtbot, window, space)
    space.keeper.begin_turn()
    space.form.text.setFocus()
    press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not space.form.nil.isChecked())
    press(Qt.Key.Key_Y, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(space.form.nil.isChecked)


def test_undo_goes_to_the_form_it_changed(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace
) -> None:
    space.go_to("F")
    space.form.nil.click()
    settled(qtbot, window, space)
    space.go_to("B")
    window.undo()
    qtbot.waitUntil(lambda: space.forms.letter() == "F", timeout=5_000)
    assert not space.form.nil.isChecked()


def test_a_table_is_written_by_keyboard_and_each_key_counts(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace
) -> None:
    space.go_to("A")
    table = space.form.tables[0]
    table.add.setFocus()
    press(Qt.Key.Key_Space)
    write("Act 12")
    settled(qtbot, window, space)
    # The cell is still being edited.
    assert stored(space).form("A").content.tables["measures"][0][0] == "Act 12"
    press(Qt.Key.Key_Tab)
    write("Law")
    press(Qt.Key.Key_Escape)
    settled(qtbot, window, space)
    assert stored(space).form("A").content.tables["measures"] == (("Act 12", "Law", "", "", ""),)
    table.grid.setCurrentIndex(table.cells.index(0, 0))
    table.grid.setFocus()
    press(Qt.Key.Key_Delete, modifier=CTRL)
    settled(qtbot, window, space)
    assert stored(space).form("A").content.tables == {}


def test_rows_of_a_sheet_are_pasted(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace
) -> None:
    space.go_to("B")
    table = space.form.tables[0]
    QApplication.clipboard().setText("BLU-97\t120\t24 240\tA-1\tmore\nMk 118\t40\t9 880\n\n")
    table.grid.setFocus()
    table.grid.setCurrentIndex(table.cells.index(0, 0))
    press(Qt.Key.Key_V, modifier=CTRL)
    settled(qtbot, window, space)
    assert stored(space).form("B").content.tables["stockpiles"] == (
        ("BLU-97", "120", "24 240", "A-1"),
        ("Mk 118", "40", "9 880", ""),
    )


def test_nothing_to_declare_in_one_click_and_back(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace
) -> None:
    space.go_to("A")
    space.form.tables[0].cells.put_block((0, 0), "Act 12\tLaw")
    space.form.text.setPlainText("A remark")
    settled(qtbot, window, space)
    press(Qt.Key.Key_N, modifier=ALT)
    settled(qtbot, window, space)
    assert stored(space).form("A").content == FormContent("A remark", {}, True)
    assert "A" not in {each.letter for each in space.missing}
    press(Qt.Key.Key_N, modifier=ALT)
    settled(qtbot, window, space)
    assert stored(space).form("A").content.tables["measures"][0][:2] == ("Act 12", "Law")


def test_a_day_that_cannot_be_is_said_at_its_field_and_keeps_no_text_waiting(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace
) -> None:
    space.go_to("B")
    tab_to("Ministry or office")
    write("Ministry of Defence")
    press(Qt.Key.Key_Tab)
    assert name_of(focused()) == "Asked on"
    write("2023-12-24")
    press(Qt.Key.Key_Tab)
    settled(qtbot, window, space)
    assert "still to come" in space.form.holder.fields["asked_on"].error.text()
    kept = stored(space).form("B")
    assert (kept.owner, kept.asked_on) == ("Ministry of Defence", None)
    write("2023-09-01")
    settled(qtbot, window, space)
    assert stored(space).form("B").promised_for == date(2023, 9, 1)


def test_completeness_names_what_is_missing_and_who_holds_it(
    qtbot: QtBot, window: MainWindow, report: Report
) -> None:
    reports = window.desk.reports
    form = report.form("B")
    reports.save_form(
        report.id,
        replace(
            form,
            owner="Ministry of Defence",
            asked_on=date(2023, 6, 1),
            promised_for=date(2023, 7, 1),
        ),
    )
    space = open_space(qtbot, window, report)
    rows = {row.letter: row for row in space.forms.rows()}
    assert rows["B"].standing is Standing.LATE
    assert rows["J"].standing is Standing.VOLUNTARY
    assert rows["A"].standing is Standing.EMPTY
    assert "Ministry of Defence: B" in space.progress.words.text()
    assert "promised" in rows["B"].told
    space.progress.go.setFocus()
    press(Qt.Key.Key_Space)
    assert space.forms.letter() == "A"


def test_carried_text_is_marked_where_it_changed_and_can_be_put_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    filled(window.desk, "2021")
    report = window.desk.reports.begin("2022", carry_from="2021")
    space = open_space(qtbot, window, report)
    space.go_to("A")
    assert space.form.carried.origin.text() == "Carried over from 2021"
    assert space.form.carried.told.text() == "as it was"
    table = space.form.tables[0]
    table.cells.put(table.cells.index(0, 4), "20 years")
    table.cells.put_block((1, 0), "Order 5\tOrder")
    space.form.text.setFocus()
    space.form.text.setPlainText("Act 12 and Order 5.")
    settled(qtbot, window, space)
    assert space.form.carried.told.text() == "text changed, 3 cells changed"
    assert table.cells.former(table.cells.index(0, 4)) == "15 years"
    assert table.cells.former(table.cells.index(0, 0)) is None
    space.form.carried.compare.click()
    assert "Order 5" in space.form.carried.red_line.toPlainText()
    space.form.carried.back.click()
    settled(qtbot, window, space)
    assert stored(space).form("A").content == FormContent("Act 12.", MEASURES)
    window.undo()
    qtbot.waitUntil(lambda: "Order 5" in space.form.text.toPlainText(), timeout=5_000)


def test_forms_are_carried_over_later_too(qtbot: QtBot, window: MainWindow, report: Report) -> None:
    filled(window.desk, "2021")
    space = open_space(qtbot, window, report)
    space.acts.ask_carry()
    dialog = open_dialog(qtbot, CarryDialog)
    for letter, box in dialog.boxes.items():
        box.setChecked(letter == "A")
    dialog.yes.click()
    settled(qtbot, window, space)
    assert stored(space).form("A").content.text == "Act 12."
    assert not stored(space).form("B").content


def test_files_go_with_a_form_and_come_out_again(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace, tmp_path: Path
) -> None:
    picture = tmp_path / "photo.png"
    picture.write_bytes(b"\x89PNG picture")
    space.go_to("C")
    space.form.files.added.emit([picture])
    settled(qtbot, window, space)
    qtbot.waitUntil(lambda: len(space.form.files.rows) == 1)
    (file,) = stored(space).files
    assert (file.letter, file.name) == ("C", "photo.png")
    space.form.files.removed.emit(file)
    qtbot.waitUntil(lambda: not space.form.files.rows)
    window.undo()
    qtbot.waitUntil(lambda: len(space.form.files.rows) == 1)


def test_a_file_dropped_on_the_text_goes_with_the_form(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace, tmp_path: Path
) -> None:
    picture = tmp_path / "photo.png"
    picture.write_bytes(b"\x89PNG picture")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(picture))])
    space.go_to("C")
    # The text leaves it to the form around it, so that no path is written into the report.
    place = space.form.text.viewport()
    how = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton)
    keys = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(place, QDragEnterEvent(QPointF(9, 9), *how, keys))
    QApplication.sendEvent(place, QDropEvent(QPointF(9, 9), *how, keys))
    qtbot.waitUntil(lambda: len(space.form.files.rows) == 1)
    settled(qtbot, window, space)
    assert [file.letter for file in stored(space).files] == ["C"]
    assert space.form.text.toPlainText() == ""


def test_a_file_that_cannot_be_read_is_told(
    qtbot: QtBot,
    window: MainWindow,
    space: ReportWorkspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[Exception] = []
    monkeypatch.setattr(window, "show_error", told.append)
    space.acts.add_files(stored(space).id, "C", [tmp_path / "gone.pdf"])
    qtbot.waitUntil(lambda: bool(told))
    assert "gone.pdf" in str(told[0])
    assert stored(space).files == ()


def test_a_report_is_deleted_and_undo_brings_it_back(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace
) -> None:
    page = page_of(window)
    space.acts.remove()
    assert page.stack.currentWidget() is page.list
    assert window.desk.reports.all() == []
    window.undo()
    assert len(window.desk.reports.all()) == 1


def test_a_report_whose_beginning_is_undone_leaves_the_workspace(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace
) -> None:
    page = page_of(window)
    window.undo()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.list)


def test_cells_are_compared_row_by_row() -> None:
    before = (("a", "1"), ("b", "2"), ("c", "3"))
    assert former_cells(before, before) == {}
    assert former_cells((("new", "0"), *before), before) == {(0, 0): "", (0, 1): ""}
    assert former_cells((("a", "1"), ("b", "9"), ("c", "3")), before) == {(1, 1): "2"}
    # A row that came between others is new, and marks none of those that only moved.
    apart = (("a", "1"), ("new", "0"), ("b", "9"), ("c", "3"))
    assert former_cells(apart, before) == {(1, 0): "", (1, 1): "", (2, 1): "2"}


def test_an_arabic_report_is_written_from_the_right(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace
) -> None:
    assert space.report is not None
    space.go_to("")
    space.whole.language.setCurrentIndex(space.whole.language.findData("ar"))
    settled(qtbot, window, space)
    space.go_to("A")
    assert all(table.grid.isRightToLeft() for table in space.form.tables)
    option = space.form.text.document().defaultTextOption()
    assert option.textDirection() is Qt.LayoutDirection.RightToLeft
    space.form.text.setPlainText("قانون")
    # The cursor at the end of a short line stands near the right side, left of where it began.
    assert space.form.text.cursorRect().left() > space.form.text.width() // 2
    # What is typed into the first column stands at the right.
    grid = space.form.tables[0].grid
    assert grid.columnViewportPosition(0) > grid.columnViewportPosition(1)
    settled(qtbot, window, space)


def test_what_cannot_be_stored_is_not_let_go(
    qtbot: QtBot,
    window: MainWindow,
    space: ReportWorkspace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise EnvironmentFault("The disk is full; free some space.")

    page = page_of(window)
    space.go_to("G")
    with monkeypatch.context() as patched:
        patched.setattr(window.desk.reports, "save_form", full)
        space.form.text.setFocus()
        write("Kept")
        qtbot.waitUntil(lambda: "The disk is full" in space.head.sentence.text())
        page.go_home()
        assert page.stack.currentWidget() is space
        assert space.form.text.toPlainText() == "Kept"
    page.go_home()
    assert page.stack.currentWidget() is page.list
    (report,) = window.desk.reports.all()
    assert report.form("G").content.text == "Kept"


def test_a_form_says_which_provision_it_answers_and_whether_that_is_our_reading(
    space: ReportWorkspace,
) -> None:
    space.go_to("A")
    assert space.form.items.text() == "Answers Article 7(1)(a)"
    space.go_to("B")
    assert space.form.items.text() == "Answers Article 7(1)(b), (e), (f), (g), as we read it"
    assert space.form.guidance.text()


def test_rows_that_wait_aside_do_not_come_into_another_report(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace
) -> None:
    space.go_to("A")
    space.form.tables[0].cells.put_block((0, 0), "Act 12\tLaw")
    space.form.nil.click()
    settled(qtbot, window, space)
    other = filled(window.desk, "2021")
    form = replace(other.form("A"), content=FormContent(nil=True))
    window.desk.reports.save_form(other.id, form)
    open_space(qtbot, window, other)
    space.go_to("A")
    space.form.nil.click()
    settled(qtbot, window, space)
    assert stored(space).form("A").content == FormContent()
