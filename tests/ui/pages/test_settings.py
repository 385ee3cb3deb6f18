"""Settings: each section stores its part, tells errors at their fields, and loses nothing typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ccmdesk.app import open_desk
from ccmdesk.domain.profile import Profile
from ccmdesk.system.paths import resources_dir
from ccmdesk.system.settings import load_settings
from ccmdesk.ui import theme
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.first_run import FirstRunPage
from ccmdesk.ui.pages.settings import SettingsPage
from ccmdesk.ui.widgets.form import put
from tests.ui.desks import focused, open_window, press, write

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path, sample=False)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, "light")


@pytest.fixture
def page(window: MainWindow) -> SettingsPage:
    window.go("settings")
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    return page


def profile(page: SettingsPage) -> Profile:
    found = page.desk.profile.get()
    assert found is not None
    return found


def test_letterhead_and_foot_are_stored_and_undone(window: MainWindow, page: SettingsPage) -> None:
    form = page.mission.names["en"]
    assert not page.mission.save_button.isEnabled()
    put(form.fields["letterhead"].editor, "Ireland\n\n Permanent  Mission ")
    put(form.fields["footer"].editor, "Geneva")
    assert page.mission.save_button.isEnabled()
    form.fields["footer"].editor.setFocus()
    press(Qt.Key.Key_S, modifier=CTRL)
    names = profile(page).names_in("en")
    assert names.letterhead == ("Ireland", "Permanent Mission")
    assert names.footer == "Geneva"
    assert not page.mission.dirty
    window.undo()
    assert profile(page).names_in("en").letterhead == ()
    assert form.texts()["footer"] == ""


def test_a_second_language_is_filled_in_and_stored(page: SettingsPage) -> None:
    page.mission._fill_in("fr")
    page.mission.save()
    names = profile(page).names_in("fr")
    assert names.mission.startswith("Mission permanente")
    assert names.of_state


def test_half_a_language_is_told_at_its_own_field_and_kept(
    window: MainWindow, page: SettingsPage
) -> None:
    french = page.mission.names["fr"]
    put(french.fields["city"].editor, "Genève")
    page.mission.save()
    assert "full name" in french.fields["mission"].error.text()
    assert page.mission.names["en"].fields["mission"].error.text() == ""
    window.go("today")
    window.desk.profile.save(profile(page).with_names("en", profile(page).names_in("en")))
    window.go("settings")
    assert french.texts()["city"] == "Genève"
    assert set(profile(page).names) == {"en"}


def test_leaving_the_page_stores_what_is_right(window: MainWindow, page: SettingsPage) -> None:
    put(page.layout_of_notes.form.fields["margin_left"].editor, "25,5")
    page.layout_of_notes.boxes["seal_space"].setChecked(False)
    window.go("today")
    assert profile(page).layout.margin_left == 25.5
    assert not profile(page).layout.seal_space


@pytest.mark.parametrize(("typed", "words"), [("wide", "number"), ("5", "between 10 and 60")])
def test_a_wrong_margin_is_told_at_its_field(page: SettingsPage, typed: str, words: str) -> None:
    field = page.layout_of_notes.form.fields["margin_top"]
    put(field.editor, typed)
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert words in field.error.text()
    assert page.layout_of_notes.form.texts()["margin_top"] == typed


def test_the_example_of_the_number_is_live(page: SettingsPage) -> None:
    pattern = page.numbers.form.fields["number_pattern"]
    page.open("numbers")
    pattern.editor.setFocus()
    press(Qt.Key.Key_A, modifier=CTRL)
    write("CCM/{n:03d}/{yy}")
    assert page.numbers.example.text() == "Example: CCM/007/23, then CCM/008/23"
    press(Qt.Key.Key_A, modifier=CTRL)
    write("CCM/{n}")
    assert "each year" in pattern.error.text()
    assert page.numbers.example.text() == ""
    page.numbers.save()
    assert profile(page).number_pattern.pattern == "{n}/{year}"


def test_the_emblem_is_taken_placed_and_removed(page: SettingsPage, tmp_path: Path) -> None:
    page.emblem.take(resources_dir() / "sample" / "emblem.png")
    assert profile(page).emblem is not None
    put(page.emblem.form.fields["emblem_position"].editor, "left")
    page.emblem.save()
    assert profile(page).layout.emblem_position == "left"
    page.emblem.remove.click()
    assert profile(page).emblem is None
    wrong = tmp_path / "emblem.png"
    wrong.write_bytes(b"no picture")
    page.emblem.take(wrong)
    assert page.emblem.error.isVisibleTo(page.emblem)
    assert profile(page).emblem is None


def test_colours_and_size_take_effect_and_are_kept(window: MainWindow, page: SettingsPage) -> None:
    before = window.font().pointSizeF()
    page.window_section.themes.buttons["dark"].click()
    assert theme.palette().name == "dark"
    page.window_section.sizes.buttons["150"].click()
    assert QApplication.font().pointSizeF() == pytest.approx(before * 1.5)
    stored = load_settings(window.folder.settings)
    assert (stored.theme, stored.zoom) == ("dark", 150)


def test_a_copy_is_made_and_the_register_looked_over(
    qtbot: QtBot, window: MainWindow, page: SettingsPage
) -> None:
    page.data.backup.click()
    qtbot.waitUntil(page.data.backup.isEnabled)
    (copy,) = window.folder.backups.glob("*.sqlite3")
    assert window.flash.words.text() == f"Copy kept as {copy.name}"
    window.go("settings", "check")
    qtbot.waitUntil(page.data.check.isEnabled)
    assert window.flash.words.text() == "The register is in order"
    assert not page.data.report.isHidden()
    assert focused() is page.buttons["data"]


@pytest.fixture
def sample(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path / "sample")


def test_nothing_is_left_of_the_sample_but_a_new_beginning(sample: MainWindow) -> None:
    clock = sample.desk.clock
    sample.desk_wanted.connect(lambda: sample.attach(open_desk(sample.folder.root, clock)))
    sample.go("settings", "data")
    page = sample.pages["settings"]
    assert isinstance(page, SettingsPage)
    assert page.data.sample.isVisible()
    # Where the keyboard goes when the page under it is taken away.
    sample.sidebar.buttons["today"].setFocus()
    sample.leave_sample()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert sample.current == "first_run"
    assert sample.sidebar.isHidden()
    assert sample.desk.profile.get() is None
    first_run = sample.pages["first_run"]
    assert isinstance(first_run, FirstRunPage)
    assert sample.focusWidget() is first_run.state
    assert sample.desk.people.all() == []
