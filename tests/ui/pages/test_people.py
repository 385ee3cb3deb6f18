"""People: search, form, saving on the way, removal and undo."""

from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ccmdesk.domain.person import Person
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.people import PeoplePage
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import put
from ccmdesk.ui.widgets.person_form import PersonForm
from tests.ui.desks import focused, name_of, open_window, press, tab_to, write

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


def page_of(window: MainWindow) -> PeoplePage:
    window.go("people")
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    return page


def listed(page: PeoplePage) -> list[str]:
    return [person.full_name for person in page.table.rows()]


def retype(page: PeoplePage, field: str, text: str) -> None:
    page.form.fields[field].editor.setFocus()
    press(Qt.Key.Key_A, modifier=CTRL)
    write(text)


def test_people_are_found_without_their_marks(window: MainWindow) -> None:
    page = page_of(window)
    page.search.setFocus()
    write("asberg")
    assert listed(page) == ["Ingrid Åsberg"]
    press(Qt.Key.Key_Escape)
    assert len(listed(page)) == 8


def test_the_first_person_is_shown_with_their_delegations(window: MainWindow) -> None:
    page = page_of(window)
    assert page.panel.title.text() == "Ingrid Åsberg"
    assert page.memberships.text() == "In the delegation to 11MSP (representative)."
    assert not page.save_button.isEnabled()


def test_the_keyboard_alone_adds_a_person(window: MainWindow) -> None:
    page = page_of(window)
    tab_to("New person")
    press(Qt.Key.Key_Space)
    assert name_of(focused()) == "Given names"
    write("Zoë")
    tab_to("Family name")
    write("Ångström-Şahin")
    tab_to("E-mail")
    write("zoe@example.org")
    tab_to("Save")
    press(Qt.Key.Key_Space)
    assert "Zoë Ångström-Şahin" in listed(page)
    (found,) = window.desk.people.all("zoe")
    assert found.email == "zoe@example.org"
    assert page.memberships.text() == "In no delegation yet."


def test_choosing_another_person_saves_the_one_before(window: MainWindow) -> None:
    page = page_of(window)
    retype(page, "place", "Oslo")
    assert page.save_button.isEnabled()
    page.table.selectRow(1)
    assert page.panel.title.text() == "Nuno Gonçalves"
    assert [person.place for person in window.desk.people.all("asberg")] == ["Oslo"]


def test_a_wrong_field_keeps_the_person_open_and_the_typing(window: MainWindow) -> None:
    page = page_of(window)
    retype(page, "email", "nowhere")
    page.table.selectRow(2)
    assert page.panel.title.text() == "Ingrid Åsberg"
    assert page.table.chosen().full_name == "Ingrid Åsberg"
    assert "not an e-mail address" in page.form.fields["email"].error.text()
    window.go("meetings")
    window.go("people")
    assert page.form.texts()["email"] == "nowhere"


def test_enter_saves(window: MainWindow) -> None:
    page = page_of(window)
    retype(page, "place", "Geneva")
    press(Qt.Key.Key_Return)
    assert not page.form.dirty
    assert window.desk.people.all(page.table.chosen().full_name)[0].place == "Geneva"
    assert window.flash.words.text().startswith("Saved")


def test_leaving_the_page_saves(window: MainWindow) -> None:
    page = page_of(window)
    retype(page, "functional_title", "Minister")
    window.go("meetings")
    assert [each.functional_title for each in window.desk.people.all("asberg")] == ["Minister"]


def test_removing_is_at_once_and_can_be_undone(window: MainWindow) -> None:
    page = page_of(window)
    page.remove_button.click()
    assert "Ingrid Åsberg" not in listed(page)
    assert page.panel.title.text() == "Nuno Gonçalves"
    window.flash.action.click()
    assert "Ingrid Åsberg" in listed(page)


def test_a_new_person_can_be_discarded(window: MainWindow) -> None:
    page = page_of(window)
    page.new()
    write("Nobody")
    assert page.remove_button.text() == "Discard"
    page.remove_button.click()
    assert len(window.desk.people.all()) == 8
    assert not page.form.dirty


@pytest.mark.parametrize(
    "name", ["عبد الله القحطاني", "<b>Bold</b> & Co", "李小龙 🙂", "{name} %s \\n", "Ö" * 200]
)
def test_names_are_kept_and_shown_as_typed(window: MainWindow, name: str) -> None:
    page = page_of(window)
    person = window.desk.people.save(Person(family_name=name))
    page.show_target(person.id)
    assert page.panel.title.text() == name
    assert page.form.texts()["family_name"] == name
    row = [each.id for each in page.table.rows()].index(person.id)
    index = page.table.model().index(row, 0)
    assert index.data() == name
    assert index.data(Qt.ItemDataRole.ToolTipRole) == f"<qt>{escape(name)}</qt>"
    page.grab()


def test_an_empty_register_offers_the_first_step(qtbot: QtBot, tmp_path: Path) -> None:
    for window in open_window(qtbot, tmp_path, sample=False):
        page = page_of(window)
        assert page.stack.currentIndex() == 1
        page.new()
        assert page.stack.currentIndex() == 0
        write("Ada")
        press(Qt.Key.Key_S, modifier=CTRL)
        assert listed(page) == ["Ada"]
        window.undo()
        assert page.stack.currentIndex() == 1


def test_rank_order_phone_and_pass_are_kept(window: MainWindow) -> None:
    page = page_of(window)
    retype(page, "rank", "Counsellor")
    retype(page, "phone", "+41 22 000 00 00")
    retype(page, "grounds_pass_until", "31 December 2024")
    put(page.form.fields["order"].editor, "family")
    page.save()
    (stored,) = window.desk.people.all("asberg")
    assert (stored.rank, stored.phone) == ("Counsellor", "+41 22 000 00 00")
    assert stored.grounds_pass_until == date(2024, 12, 31)
    assert stored.family_first
    assert page.form.texts()["grounds_pass_until"] == "Tue 31 December 2024"
    retype(page, "grounds_pass_until", "soon")
    page.save()
    assert page.form.fields["grounds_pass_until"].error.text()


def test_a_person_is_written_otherwise_in_another_language(window: MainWindow) -> None:
    page = page_of(window)
    form = page.form
    assert isinstance(form, PersonForm)
    assert form.others.part.isHidden()
    form.others.fold.click()
    form.others.languages.buttons["ru"].click()
    fields = form.others.form.fields
    fields["family_name"].editor.setFocus()
    assert "Åsberg" in (editor_of(fields["family_name"]).placeholderText())
    write("Осберг")
    form.others.languages.buttons["ar"].click()
    assert form.others.form.texts()["family_name"] == ""
    fields["functional_title"].editor.setFocus()
    write("مستشارة")
    assert page.save_button.isEnabled()
    page.save()
    (stored,) = window.desk.people.all("asberg")
    assert stored.written_in("ru").family_name == "Осберг"
    assert stored.written_in("ar").functional_title == "مستشارة"
    assert stored.written_in("ar").family_name == "Åsberg"
    assert not form.others.part.isHidden()
    assert form.others.languages.buttons["ru"].text() == "Russian ✓"
    form.others.languages.buttons["ru"].click()
    editor_of(fields["family_name"]).clear()
    page.save()
    assert set(window.desk.people.all("asberg")[0].forms) == {"ar"}
    window.undo()
    assert set(window.desk.people.all("asberg")[0].forms) == {"ru", "ar"}


def editor_of(field: Field) -> QLineEdit:
    assert isinstance(field.editor, QLineEdit)
    return field.editor
