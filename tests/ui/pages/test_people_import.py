"""Importing people: source, columns, what becomes of each row, one act."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ccmdesk.domain.delegation import Role
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.meeting_delegation import DelegationPart
from ccmdesk.ui.pages.meetings import MeetingsPage
from ccmdesk.ui.pages.people import PeoplePage
from ccmdesk.ui.pages.people_import import ImportPart
from ccmdesk.ui.widgets.pick_table import PickRow
from tests.ui.desks import focused, name_of, open_window, press, tab_to

LIST = (
    "Name\tPost\tE-mail\n"
    "Ms. Ana Ibáñez\tAmbassador\tana@example.org\n"
    "Bo Li\tExpert\tnowhere\n"
    "Ms. Ingrid Åsberg\tDirector\tingrid@example.org\n"
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path / "desk")


@pytest.fixture
def people(window: MainWindow) -> PeoplePage:
    window.go("people")
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    page.import_button.click()
    return page


@pytest.fixture
def delegation(window: MainWindow) -> DelegationPart:
    window.go("meetings", "11MSP")
    page = window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    page.view.delegation.import_button.click()
    return page.view.delegation


def look(qtbot: QtBot, part: ImportPart, text: str) -> list[PickRow]:
    part.paste.setPlainText(text)
    part.next_button.click()
    qtbot.waitUntil(lambda: bool(part.table.rows()))
    return part.table.rows()


def column(part: ImportPart, number: int, field: str) -> None:
    box = part.columns.boxes[number]
    box.setCurrentIndex(box.findData(field))
    box.activated.emit(box.currentIndex())


def test_every_row_tells_what_becomes_of_it(
    qtbot: QtBot, people: PeoplePage, window: MainWindow
) -> None:
    part = people.import_part
    rows = look(qtbot, part, LIST)
    assert part.columns.mapping() == {0: "full_name", 1: "functional_title", 2: "email"}
    assert [row.outcome for row in rows] == ["new", "not possible", "known"]
    assert "not an e-mail address" in rows[1].remark
    assert rows[1].fixed
    assert rows[2].remark.startswith("Known here: ")
    assert "1 new · 1 known" in part.sentence.text()
    assert part.do_button.text() == "Import 2 people"
    assert len(window.desk.people.all()) == 8
    part.grab()


def test_the_import_is_one_act(qtbot: QtBot, people: PeoplePage, window: MainWindow) -> None:
    part = people.import_part
    look(qtbot, part, LIST)
    part.do_button.click()
    assert window.flash.words.text() == "1 person added · 1 brought up to date · 1 left out"
    assert [each.email for each in window.desk.people.all("ibanez")] == ["ana@example.org"]
    assert [each.functional_title for each in window.desk.people.all("asberg")] == ["Director"]
    assert people.stack.currentIndex() == 0
    assert "Ana Ibáñez" in [person.full_name for person in people.table.rows()]
    window.flash.action.click()
    assert window.desk.people.all("ibanez") == []
    assert [each.functional_title for each in window.desk.people.all("asberg")] != ["Director"]


def test_the_keyboard_alone_imports_and_leaves_a_row_out(
    qtbot: QtBot, people: PeoplePage, window: MainWindow
) -> None:
    part = people.import_part
    assert focused() is part.paste
    part.paste.setPlainText(LIST)
    tab_to("Look at the rows")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(part.table.rows()))
    assert focused() is part.table
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert not part.table.rows()[2].picked
    tab_to("Import 1 person")
    press(Qt.Key.Key_Space)
    assert len(window.desk.people.all()) == 9
    assert [each.functional_title for each in window.desk.people.all("asberg")] != ["Director"]


def test_escape_goes_a_step_back_and_throws_nothing_away(
    qtbot: QtBot, people: PeoplePage, window: MainWindow
) -> None:
    part = people.import_part
    part.paste.setPlainText(LIST)
    part.read_paste()
    qtbot.waitUntil(lambda: bool(part.table.rows()))
    part.table.setFocus()
    press(Qt.Key.Key_Escape)
    assert focused() is part.paste
    press(Qt.Key.Key_Escape)
    assert part.paste.toPlainText() == LIST
    part.paste.clear()
    press(Qt.Key.Key_Escape)
    assert people.stack.currentIndex() == 0


def test_somebody_of_the_same_name_can_be_added_as_new(
    qtbot: QtBot, people: PeoplePage, window: MainWindow
) -> None:
    part = people.import_part
    look(qtbot, part, LIST)
    part.table.selectRow(0)
    assert not part.as_new_button.isEnabled()
    part.table.selectRow(2)
    part.as_new_button.click()
    assert part.table.rows()[2].outcome == "new"
    assert part.as_new_button.text() == "The same person"
    part.do_button.click()
    assert len(window.desk.people.all("asberg")) == 2


def test_another_column_changes_the_outcome_at_once(qtbot: QtBot, people: PeoplePage) -> None:
    part = people.import_part
    look(qtbot, part, LIST)
    column(part, 2, "place")
    qtbot.waitUntil(lambda: part.table.rows()[1].outcome == "new")
    assert not part.table.rows()[1].remark
    column(part, 0, "")
    qtbot.waitUntil(lambda: "which column holds the name" in part.notice.words.text())
    assert not part.do_button.isEnabled()
    column(part, 0, "full_name")
    qtbot.waitUntil(part.do_button.isEnabled)
    assert part.notice.isHidden()


@pytest.mark.parametrize("text", ["   \n \n", "\x00\x01", "Name\nOnly"])
def test_what_is_no_list_is_told_in_place(qtbot: QtBot, people: PeoplePage, text: str) -> None:
    part = people.import_part
    part.paste.setPlainText(text if text.strip() else "x\x00")
    part.read_paste()
    qtbot.waitUntil(lambda: bool(part.table.rows()) or not part.notice.isHidden())
    people.grab()


def test_a_workbook_a_vcard_and_a_csv_file_are_read(
    qtbot: QtBot, people: PeoplePage, tmp_path: Path
) -> None:
    part = people.import_part
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Family name", "Given name", "Job title"])
    sheet.append(["Ibáñez", "Ana", "Ambassador"])
    book.save(tmp_path / "list.xlsx")
    (tmp_path / "cards.vcf").write_text(
        "BEGIN:VCARD\nVERSION:3.0\nN:Li;Bo;;;\nFN:Bo Li\nTITLE:Expert\nEND:VCARD\n", "utf-8"
    )
    (tmp_path / "list.csv").write_text("given_names;family_name\nAna;Ibáñez\n", "utf-8")
    for name, found in (
        ("list.xlsx", "Ana Ibáñez"),
        ("cards.vcf", "Bo Li"),
        ("list.csv", "Ana Ibáñez"),
    ):
        part.begin()
        part.read_file(tmp_path / name)
        qtbot.waitUntil(lambda: bool(part.table.rows()))
        assert part.table.rows()[0].cells[0] == found
        assert part.sentence.text().startswith(name)
        part.table.show_rows(())
    part.read_file(tmp_path / "missing.csv")
    qtbot.waitUntil(lambda: "cannot be read" in part.notice.words.text())


def test_the_box_for_a_file_does_not_block(people: PeoplePage) -> None:
    people.import_part.file_button.click()
    box = people.import_part.findChild(QFileDialog)
    assert isinstance(box, QFileDialog)
    assert box.isVisible()
    box.reject()


def test_a_list_goes_into_the_delegation_with_its_roles(
    qtbot: QtBot, delegation: DelegationPart, window: MainWindow
) -> None:
    part = delegation.import_part
    before = [each.person.full_name for each in delegation.delegates]
    rows = look(
        qtbot,
        part,
        "Rôle;Nom;Prénom;Fonction\nconseiller;Ibáñez;Ana;Ambassadrice\n"
        "chef de délégation;Li;Bo;Expert\n;Åsberg;Ingrid;\nboss;Roe;Jane;\n",
    )
    assert [row.outcome for row in rows] == ["new", "not possible", "in the list", "not possible"]
    assert "is head of the delegation already" in rows[1].remark
    assert "is not a role" in rows[3].remark
    assert rows[0].cells[1] == "Adviser"
    part.do_button.click()
    assert [each.person.full_name for each in delegation.delegates] == [*before, "Ana Ibáñez"]
    assert delegation.delegates[-1].role is Role.ADVISER
    assert delegation.stack.currentWidget() is delegation.table
    window.flash.action.click()
    assert [each.person.full_name for each in delegation.delegates] == before
    assert window.desk.people.all("ibanez") == []


def test_giving_up_changes_nothing(
    qtbot: QtBot, delegation: DelegationPart, window: MainWindow
) -> None:
    part = delegation.import_part
    look(qtbot, part, LIST)
    before = len(window.desk.people.all())
    tab_to("Back")
    press(Qt.Key.Key_Space)
    assert focused() is part.paste
    part.end()
    assert delegation.stack.currentWidget() is delegation.table
    assert len(window.desk.people.all()) == before
    assert name_of(focused()) == "Delegation"


def test_a_thousand_rows_do_not_hold_the_window_up(qtbot: QtBot, people: PeoplePage) -> None:
    part = people.import_part
    rows = "\n".join(f"Person{number}\tFamily{number * 7919 % 99991}" for number in range(1000))
    part.paste.setPlainText("Given name\tFamily name\n" + rows)
    part.next_button.click()
    qtbot.waitUntil(lambda: len(part.table.rows()) == 1000, timeout=30_000)
    assert "1000 rows" in part.sentence.text()
