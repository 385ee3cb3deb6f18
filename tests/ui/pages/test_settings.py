"""Settings: each section stores its part, tells errors at their fields, and loses nothing typed."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox
from pytestqt.qtbot import QtBot

from ccmdesk.app import open_desk
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.profile import LANGUAGES, Profile
from ccmdesk.services.formulas import open_formulas
from ccmdesk.system.paths import resources_dir
from ccmdesk.system.settings import load_settings
from ccmdesk.ui import theme
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.first_run import FirstRunPage
from ccmdesk.ui.pages.settings import SettingsPage
from ccmdesk.ui.widgets.form import put
from tests.services.runic_font import runic_font
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
    put(page.layout_of_notes.fields["margin_left"].editor, "25,5")
    page.layout_of_notes.boxes["seal_space"].setChecked(False)
    window.go("today")
    assert profile(page).layout.margin_left == 25.5
    assert not profile(page).layout.seal_space


@pytest.mark.parametrize(("typed", "words"), [("wide", "number"), ("5", "between 10 and 60")])
def test_a_wrong_margin_is_told_at_its_field(page: SettingsPage, typed: str, words: str) -> None:
    page.open("layout")
    section = page.layout_of_notes
    section.open_part("wording")
    field = section.fields["margin_top"]
    put(field.editor, typed)
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert words in field.error.text()
    assert section.groups["paper"].texts()["margin_top"] == typed
    assert section.parts.key() == "paper"
    assert field.isVisible()


def test_every_setting_of_the_layout_can_be_changed_and_is_stored(page: SettingsPage) -> None:
    section = page.layout_of_notes
    assert {*section.fields, *section.boxes} == {each.name for each in fields(Layout)}
    wanted = Layout(
        paper="Legal",
        letterhead="preprinted",
        preprinted_height=60,
        emblem_position="left",
        emblem_height=30,
        title_line=False,
        title_text="NOTA",
        classification="RESTRICTED",
        urgency="URGENT",
        number_place="right",
        date_place="both",
        address_place="end",
        opening="wishes",
        closing="short",
        closing_line=False,
        honour="honor",
        short_names=False,
        numbered_paragraphs=True,
        list_form="block",
        annex_above=5,
        family_name_in_capitals=False,
        name_order="family_first",
        enclosure_line=False,
        seal_space=False,
        seal_side=50,
        initials_line=True,
        signature_block=True,
        page_number_place="head_centre",
        margin_left=31,
        margin_right=21,
        margin_top=22,
        margin_bottom=26,
        typeface="noto",
        font_size=11.5,
        line_spacing=1.5,
        first_line_indent=10,
        justified=True,
        digits="arabic_indic",
        months="morocco",
        hijri=True,
    )
    section._settle(wanted, stored=False)
    assert section.layout_typed() == wanted
    section.save()
    assert profile(page).layout == wanted


def test_the_sample_follows_the_settings_and_the_language(
    qtbot: QtBot, window: MainWindow, page: SettingsPage
) -> None:
    page.open("layout")
    section = page.layout_of_notes
    qtbot.waitUntil(lambda: section.paper.pages > 0)
    assert "highest consideration" in section.paper.text()
    section.boxes["closing_line"].click()
    qtbot.waitUntil(lambda: "highest consideration" not in section.paper.text())
    section.boxes["closing_line"].click()
    put(section.fields["margin_left"].editor, "5")
    qtbot.waitUntil(lambda: "between 10 and 60" in section.paper.fault.text())
    put(section.fields["margin_left"].editor, "30")
    qtbot.waitUntil(section.paper.fault.isHidden)
    section.language.setCurrentIndex(section.language.findData("es"))
    section.language.activated.emit(0)
    qtbot.waitUntil(lambda: "Misión Permanente de Irlanda" in section.paper.text())
    opening = section.fields["opening"].editor
    assert isinstance(opening, QComboBox)
    assert opening.findData("honra") > 0
    put(opening, "honra")
    qtbot.waitUntil(lambda: "la honra" in section.paper.text())
    section.language.setCurrentIndex(section.language.findData("en"))
    section.language.activated.emit(0)
    qtbot.waitUntil(lambda: "Permanent Mission of Ireland" in section.paper.text())
    assert section.layout_typed().opening == "honra"
    qtbot.waitUntil(lambda: section.preview.idle)


def test_a_national_practice_is_shown_first_and_stored_only_then(
    qtbot: QtBot, page: SettingsPage
) -> None:
    page.open("layout")
    section = page.layout_of_notes
    put(section.fields["classification"].editor, "RESTRICTED")
    section.presets.choose("russian")
    assert "35, 15, 20 and 20" in section.presets.remark.text()
    assert "LAW_144839" in section.presets.source.text()
    section.presets.button.click()
    assert section.dirty
    assert profile(page).layout.margin_left == 30
    qtbot.waitUntil(lambda: section.preview.idle)
    section.save()
    stored = profile(page).layout
    assert (stored.margin_left, stored.date_place) == (35, "top")
    assert stored.classification == "RESTRICTED"


def test_further_registers_are_added_checked_and_taken_out(page: SettingsPage) -> None:
    page.open("numbers")
    section = page.numbers
    section.series.add_button.click()
    assert focused() is section.series.forms[0].fields["name"].editor
    section.save()
    assert "name" in section.series.forms[0].fields["name"].error.text()
    write("Consular")
    put(section.series.forms[0].fields["number_pattern"].editor, "{n}/{year}")
    section.save()
    assert "same number pattern" in section.series.forms[0].fields["name"].error.text()
    put(section.series.forms[0].fields["number_pattern"].editor, "C-{n}/{year}")
    assert "C-7/2023" in section.series.forms[0].fields["number_restart"].help.text()
    section.save()
    (stored,) = profile(page).series
    assert (stored.name, stored.pattern.pattern) == ("Consular", "C-{n}/{year}")
    section.series.removers[0].click()
    assert section.dirty
    section.save()
    assert profile(page).series == ()


def test_approvers_and_stand_ins_with_their_days(page: SettingsPage) -> None:
    page.open("approval")
    section = page.approval
    section.form.boxes["approval"].setChecked(True)
    section.save()
    assert "Name somebody" in section.approvers.forms[0].fields["name"].error.text()
    write("Amina Okoro")
    section.approvers.add_button.click()
    write("Jan Novák")
    second = section.approvers.forms[1].fields
    put(second["on_behalf_of"].editor, "the Permanent Representative")
    put(second["start"].editor, "soon")
    section.save()
    assert second["start"].error.text()
    put(second["start"].editor, "1 September 2023")
    put(second["end"].editor, "1 August 2023")
    section.save()
    assert "cannot act until" in second["end"].error.text()
    put(second["end"].editor, "2023-09-30")
    assert section.today.text() == "Today Amina Okoro may approve."
    section.save()
    stored = profile(page)
    assert stored.approval
    assert [each.name for each in stored.approvers] == ["Amina Okoro", "Jan Novák"]
    assert stored.approvers[1].start == date(2023, 9, 1)
    assert not section.dirty


def test_formulas_are_confirmed_one_by_one_and_open_again(
    qtbot: QtBot, window: MainWindow, page: SettingsPage
) -> None:
    page.open("formulas")
    section = page.formulas
    qtbot.waitUntil(lambda: bool(section.boxes))
    section.languages.buttons["ru"].click()
    assert "Russian" in section.sentence.text()
    box = section.boxes["ru.nomination"]
    box.setFocus()
    press(Qt.Key.Key_Space)
    assert profile(page).confirmed == {"ru.nomination"}
    assert focused() is box
    window.undo()
    assert profile(page).confirmed == frozenset()
    assert not box.isChecked()
    section.all_button.click()
    assert {formula.key for formula in open_formulas("ru")} == profile(page).confirmed
    assert section.sentence.text() == "Russian: all are confirmed"


def test_proposed_names_carry_the_remark_until_they_are_confirmed(page: SettingsPage) -> None:
    section = page.mission
    section.languages.buttons["ru"].click()
    assert section.remarks["ru"].text() == "not typed yet"
    section._fill_in("ru")
    assert section.names["ru"].texts()["of_state"] == "Ирландии"
    assert section.remarks["ru"].text() == "confirm with a native officer"
    section.save()
    assert "ru.names" not in profile(page).confirmed
    section.names["ru"].boxes["confirmed"].click()
    section.save()
    assert "ru.names" in profile(page).confirmed
    assert section.remarks["ru"].text() == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_usual_names_are_there_in_six_languages(page: SettingsPage, language: str) -> None:
    page.mission.open_language(language)
    page.mission._fill_in(language)
    put(page.mission.names[language].fields["signatory"].editor, "A. B.")
    page.mission.save()
    names = profile(page).names[language]
    assert names.mission
    assert names.signatory == "A. B."


def test_a_font_is_added_told_and_removed(page: SettingsPage, tmp_path: Path) -> None:
    page.open("fonts")
    wrong = tmp_path / "wrong.ttf"
    wrong.write_bytes(b"OTTO and more")
    page.fonts.take(wrong)
    assert "PostScript outlines" in page.fonts.notice.words.text()
    right = tmp_path / "Runes.ttf"
    right.write_bytes(runic_font())
    page.fonts.take(right)
    assert page.fonts.notice.isHidden()
    assert [font.name for font in page.desk.fonts.all()] == ["Runes"]
    page.fonts.remove("Runes")
    box = page.fonts.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert len(page.desk.fonts.all()) == 1
    box.accept()
    assert page.desk.fonts.all() == []


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


def test_the_emblem_is_taken_and_removed(page: SettingsPage, tmp_path: Path) -> None:
    page.emblem.take(resources_dir() / "sample" / "emblem.png")
    assert profile(page).emblem is not None
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


def test_dictionaries_that_are_installed_are_told(
    qtbot: QtBot, window: MainWindow, page: SettingsPage
) -> None:
    folder = window.folder.dictionaries
    folder.mkdir()
    for name in ("en_GB.aff", "en_GB.dic"):
        (folder / name).write_text("1\nnote\n", "utf-8")
    page.open("spelling")
    qtbot.waitUntil(lambda: "en" in page.spelling.states)
    assert page.spelling.states["en"].text() == "checked"
    assert page.spelling.states["zh"].text() == "not checked"
