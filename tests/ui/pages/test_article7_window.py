"""The list of reports and their workspace by key, name and size."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.domain.article7 import FormContent, Report
from ccmdesk.ui.dialogs.finder_contents import best, everything
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.article7_workspace import ReportWorkspace
from tests.services.test_spelling import dictionary
from tests.ui.desks import focused, name_of, open_window, press, tab_to, write
from tests.ui.pages.report_desks import (
    filled,
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


def test_every_year_owed_is_listed_with_how_it_stands(window: MainWindow) -> None:
    window.desk.reports.begin("2022")
    rows = {row.period: row for row in page_of(window).list.read()}
    assert list(rows)[-1] == "initial"
    assert next(iter(rows)) == "2023"
    assert rows["2022"].state[0] == "in work"
    assert rows["2022"].waits.startswith("forms A, B")
    assert rows["2023"].state[0] == "not begun"
    assert rows["2023"].tracked is not None


def test_letters_are_offered_to_who_holds_forms_and_the_request_is_recorded(
    qtbot: QtBot, window: MainWindow
) -> None:
    space = open_space(qtbot, window, filled(window.desk, "2022"))
    space.go_to("B")
    space.acts.ask_letters()
    assert space.letters.isVisible()
    (row,) = space.letters.rows
    assert focused() is row.request
    assert row.holder.owner == "Ministry of Defence"
    assert not row.chaser.isVisible()
    space.letters.by.setText("1 January 2023")
    row.save_request.click()
    assert "is past" in space.letters.by_field.error.text()
    space.letters.by.selectAll()
    space.letters.by.setFocus()
    write("1 May 2030")
    assert not space.letters.by_field.error.text()
    row.request.setFocus()
    tab_to("Ministry of Defence: Record that they were asked today")
    press(Qt.Key.Key_Space)
    assert space.letters.rows[0].chaser.isVisible()
    assert focused() is space.letters.rows[0].chaser
    assert stored(space).form("C").asked_on == date(2023, 8, 16)
    settled(qtbot, window, space)
    assert space.letters.isVisible()
    press(Qt.Key.Key_Escape)
    assert space.form.isVisible()
    assert space.forms.letter() == "B"
    assert space.form.holder.edits["asked_on"].text() == "Wed 16 August 2023"


def test_a_letter_is_saved_as_a_file(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = open_space(qtbot, window, filled(window.desk, "2022"))
    space.acts.ask_letters()
    saved: list[tuple[bytes, str]] = []
    monkeypatch.setattr(
        space.acts.output, "export_paper", lambda make, name: saved.append((make(), name))
    )
    space.letters.rows[0].save_request.click()
    ((pdf, name),) = saved
    assert pdf.startswith(b"%PDF")
    assert name == "Request Ministry of Defence 2022.pdf"


def test_where_nobody_is_named_the_letters_say_so(space: ReportWorkspace) -> None:
    space.acts.ask_letters()
    assert space.letters.none.isVisible()
    assert focused() is space.letters.back
    press(Qt.Key.Key_Space)
    assert not space.letters.isVisible()


def test_the_workspace_is_walked_by_keyboard(window: MainWindow, space: ReportWorkspace) -> None:
    space.take_focus()
    assert focused() is space.forms
    space.forms.choose("")
    press(Qt.Key.Key_Down)
    assert space.forms.letter() == "A"
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Form A: Changed"
    tab_to("Nothing to declare")
    tab_to("Text")
    tab_to("Laws, rules and other measures")
    press(Qt.Key.Key_Tab)
    tab_to("Ministry or office")
    tab_to("Received on")
    press(Qt.Key.Key_Escape)
    assert focused() is space.forms


@pytest.mark.parametrize("size", [(900, 600), (1280, 820), (1920, 1200)])
def test_list_form_and_paper_fit_the_window(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace, size: tuple[int, int]
) -> None:
    window.resize(*size)
    qtbot.wait(20)
    assert window.width() == size[0]
    # Between the two it depends on how wide the letters of this machine are.
    assert space.sides.wide or size[0] < 1920
    assert not space.sides.wide or size[0] > 900
    if not space.sides.wide:
        press(Qt.Key.Key_P, modifier=ALT)
        assert space.sides.paper_shown
        assert not space.form.isVisible()
        press(Qt.Key.Key_P, modifier=ALT)
    settled(qtbot, window, space)
    assert space.form.isVisible() or space.whole.isVisible()


def test_the_finder_finds_reports_by_what_their_forms_say(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace
) -> None:
    space.go_to("G")
    space.form.text.setFocus()
    write("Schools are told.")
    settled(qtbot, window, space)
    things = [(found.haystack, found) for found in everything(window.desk)]
    (found,) = best(things, "schools told", 5)
    assert (found.page, found.target) == ("report", "XAV:art7_annual:2022")


def test_the_keyboard_goes_with_the_paper(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace
) -> None:
    window.resize(900, 600)
    space.go_to("A")
    space.form.text.setFocus()
    press(Qt.Key.Key_P, modifier=ALT)
    assert focused() is space.paper.view
    settled(qtbot, window, space)
    assert space.paper.bytes.startswith(b"%PDF")
    press(Qt.Key.Key_P, modifier=ALT)
    assert focused() is space.forms


def test_a_state_that_owes_no_report_is_told_so(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk
    desk.profile.save(replace(desk.profile.required(), state_iso3="USA"))
    page = page_of(window)
    assert page.list.empty.isVisible()
    assert not page.list.begin_button.isVisible()
    page.begin()
    assert "No Article 7 report is owed" in window.flash.words.text()


def test_everything_the_keyboard_reaches_has_a_name(
    window: MainWindow, space: ReportWorkspace
) -> None:
    def nameless() -> list[QWidget]:
        return [
            each
            for each in space.findChildren(QWidget)
            if each.isVisible()
            and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not name_of(each)
        ]

    for letter in ("", "B", "J"):
        space.go_to(letter)
        assert nameless() == []
    space.go_to("B")
    space.forms.setFocus()
    names = []
    for _ in range(60):
        press(Qt.Key.Key_Tab)
        if focused() is space.forms:
            break
        names.append(name_of(focused()))
    read = ["Form B: Changed", "Nothing to declare", "Text", "Stockpiles held", "Asked on"]
    assert [name for name in names if name in read] == read


def test_words_are_marked_in_the_language_of_the_report(
    qtbot: QtBot, window: MainWindow, report: Report
) -> None:
    dictionary(window.folder.dictionaries, "en_GB", ("signs", "stand"))
    dictionary(window.folder.dictionaries, "fr_FR", ("les", "panneaux", "stand"))
    form = replace(report.form("G"), content=FormContent("les sings stand"))
    window.desk.reports.save_form(report.id, form)
    space = open_space(qtbot, window, report)
    space.go_to("G")
    qtbot.waitUntil(lambda: space.form.text.wrong_words() == ["les", "sings"])
    space.go_to("")
    space.whole.language.setCurrentIndex(space.whole.language.findData("fr"))
    settled(qtbot, window, space)
    space.go_to("G")
    qtbot.waitUntil(lambda: space.form.text.wrong_words() == ["sings"])
    assert not space.keeper.pending


@pytest.mark.parametrize("zoom", [150, 200])
def test_the_smallest_window_with_large_text_cuts_no_form(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace, zoom: int
) -> None:
    window.resize(900, 600)
    window.retheme("light", zoom)
    try:
        for letter, part in (("", space.whole), ("B", space.form)):
            space.go_to(letter)
            qtbot.wait(20)
            area = space.sides.areas[1 if letter else 0]
            assert part.minimumSizeHint().width() <= area.viewport().width()
        # The form takes all that the list leaves; the bar tells only what it has room for.
        left = space.form.mapTo(space.sides, space.form.rect().topLeft()).x()
        assert left - space.forms.mapTo(space.sides, space.forms.rect().topRight()).x() < 40
        assert space.progress.words.height() < 3 * space.progress.fontMetrics().lineSpacing()
        space.acts.ask_letters()
        qtbot.wait(20)
        room = space.sides.areas[2].viewport().width()
        assert space.letters.minimumSizeHint().width() <= room
        space.letters.closed.emit()
        # What has no room in the head stands in the menu.
        in_menu = {act.objectName() for act in space.head.menu.actions() if act.isVisible()}
        assert space.head.wizard.isVisible() or "cover" in in_menu
    finally:
        window.retheme("light", 100)
    settled(qtbot, window, space)


def test_a_name_stands_close_to_its_field(space: ReportWorkspace) -> None:
    space.go_to("")
    field = space.whole.contact_field
    assert field.editor.y() - field.caption.geometry().bottom() < 8


def test_a_sealed_report_has_its_paper_beside_it_where_both_have_room(
    qtbot: QtBot, window: MainWindow
) -> None:
    report = filled(window.desk, "2022")
    window.desk.reports.seal(report.id)
    window.resize(900, 600)
    window.retheme("light", 200)
    try:
        space = open_space(qtbot, window, report)
        qtbot.wait(20)
        room = space.sides.areas[3].viewport().width()
        assert space.sealed.minimumSizeHint().width() <= room
        assert not space.paper.isVisible()
        press(Qt.Key.Key_P, modifier=ALT)
        assert space.paper.isVisible()
        assert not space.sealed.isVisible()
        press(Qt.Key.Key_P, modifier=ALT)
        assert focused() is space.head.next_step
    finally:
        window.retheme("light", 100)
    window.resize(1280, 820)
    qtbot.waitUntil(space.paper.isVisible)
    assert space.sealed.isVisible()
    settled(qtbot, window, space)
