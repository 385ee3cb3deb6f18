"""“What changed this year?” walked through: changed, unchanged, initial, and what is refused."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ccmdesk.domain.article7 import FormState, Report
from ccmdesk.ui.dialogs.cover_wizard import CoverWizard, WizardStep
from ccmdesk.ui.dialogs.seal_report import MissingDialog
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.article7_workspace import ReportWorkspace
from tests.ui.desks import focused, name_of, open_window, press, tab_to, write
from tests.ui.pages.note_editing import agree
from tests.ui.pages.report_desks import filled, open_dialog, open_space, settled

SENT = date(2022, 4, 28)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


@pytest.fixture
def space(qtbot: QtBot, window: MainWindow) -> ReportWorkspace:
    filled(window.desk, "2021")
    return open_space(qtbot, window, window.desk.reports.begin("2022", carry_from="2021"))


@pytest.fixture
def wizard(qtbot: QtBot, space: ReportWorkspace) -> CoverWizard:
    space.acts.ask_what_changed()
    return open_dialog(qtbot, CoverWizard)


def stored(space: ReportWorkspace) -> Report:
    assert space.report is not None
    return space.shell.desk.reports.get(space.report.id)


def step_of(wizard: CoverWizard) -> WizardStep:
    return wizard.step


def to_the_forms(wizard: CoverWizard, day: str = "28 April 2022", year: str = "2021") -> None:
    """Name the earlier report and go on."""
    assert step_of(wizard) is WizardStep.EARLIER
    wizard.earlier.on.setText(day)
    wizard.earlier.period.setText(year)
    wizard.yes.click()


def test_nothing_changed_and_the_page_stands_for_the_forms(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace, wizard: CoverWizard
) -> None:
    assert focused() is wizard.earlier.on
    write("28 April 2022")
    press(Qt.Key.Key_Tab)
    assert name_of(focused()) == "Year it covered"
    wizard.earlier.period.setText("2021")
    press(Qt.Key.Key_Return)
    assert step_of(wizard) is WizardStep.FORMS
    tab_to("All the others are unchanged")
    press(Qt.Key.Key_Space)
    wizard.yes.click()
    assert step_of(wizard) is WizardStep.PAGE
    assert focused() is wizard.page.alone
    press(Qt.Key.Key_Space)
    wizard.yes.click()
    settled(qtbot, window, space)
    report = stored(space)
    assert report.cover_only
    voluntary = report.form("J")
    assert voluntary.state is FormState.OPEN
    for form in report.forms[:-1]:
        assert (form.state, form.earlier_on, form.earlier_period) == (
            FormState.UNCHANGED,
            SENT,
            "2021",
        )
    assert window.desk.reports.completeness(report.id) == []
    window.undo()
    qtbot.waitUntil(lambda: not stored(space).covered)


def test_a_form_that_changed_goes_with_the_page(
    qtbot: QtBot, window: MainWindow, space: ReportWorkspace, wizard: CoverWizard
) -> None:
    to_the_forms(wizard)
    wizard.rows[0].answer.choose(FormState.CHANGED)
    wizard.rows[4].answer.choose(FormState.NOT_APPLICABLE)
    wizard.answer_rest()
    wizard.yes.click()
    assert step_of(wizard) is WizardStep.PAGE
    assert not wizard.page.alone.isEnabled()
    assert wizard.page.why.text() == "Form A goes with the page, since it changed."
    wizard.yes.click()
    settled(qtbot, window, space)
    report = stored(space)
    assert not report.cover_only
    assert report.form("A").state is FormState.CHANGED
    assert report.form("E").state is FormState.NOT_APPLICABLE
    assert report.form("B").state is FormState.UNCHANGED
    # The form that is marked as changed still says what it said.
    assert {each.letter for each in space.missing} == {"A"}


def test_unanswered_forms_are_refused_beside_the_answer(wizard: CoverWizard) -> None:
    to_the_forms(wizard)
    wizard.yes.click()
    assert step_of(wizard) is WizardStep.FORMS
    first, second = wizard.rows[0], wizard.rows[1]
    assert "not answered" in first.answer.fault.text()
    assert first.answer.isAncestorOf(focused())
    first.answer.choose(FormState.CHANGED)
    assert first.answer.fault.isHidden()
    assert not second.answer.fault.isHidden()


def test_a_day_that_is_none_is_said_with_room_for_it(qtbot: QtBot, wizard: CoverWizard) -> None:
    to_the_forms(wizard, "30 February 2022")
    assert step_of(wizard) is WizardStep.EARLIER
    assert "does not exist" in wizard.earlier.on_field.error.text()
    editor = wizard.earlier.on
    qtbot.waitUntil(lambda: editor.height() >= editor.sizeHint().height())
    to_the_forms(wizard)
    wizard.answer_rest()
    # The button that answered has nothing left to do.
    assert focused() is wizard.yes


def test_an_unchanged_form_must_name_the_date_of_the_earlier_one(wizard: CoverWizard) -> None:
    to_the_forms(wizard, "", "")
    wizard.answer_rest()
    wizard.yes.click()
    assert step_of(wizard) is WizardStep.FORMS
    row = wizard.rows[2]
    assert "give the date of the earlier form" in row.answer.on_field.error.text()
    for day, told in (
        ("1 January 2024", "still to come"),
        ("1 January 2009", "joined the Convention"),
        ("not a day", "not a day"),
    ):
        row.answer.on.setText(day)
        row.answer.on.textEdited.emit(day)
        wizard.yes.click()
        assert step_of(wizard) is WizardStep.FORMS
        assert told in row.answer.on_field.error.text()


def test_form_a_has_no_box_for_not_applicable(wizard: CoverWizard) -> None:
    to_the_forms(wizard)
    assert wizard.rows[0].answer.chips[FormState.NOT_APPLICABLE].isHidden()
    assert not wizard.rows[1].answer.chips[FormState.NOT_APPLICABLE].isHidden()
    wizard.rows[0].answer.choose(FormState.NOT_APPLICABLE)
    wizard.answer_rest()
    wizard.yes.click()
    assert step_of(wizard) is WizardStep.FORMS
    assert "applies to every State Party" in wizard.rows[0].answer.fault.text()


def test_a_day_of_its_own_stays_when_the_earlier_report_is_named_anew(
    wizard: CoverWizard,
) -> None:
    to_the_forms(wizard)
    row = wizard.rows[3]
    row.answer.choose(FormState.UNCHANGED)
    wizard.rows[2].answer.choose(FormState.UNCHANGED)
    row.answer.named.click()
    row.answer.on.setText("30 April 2019")
    row.answer.on.textEdited.emit("30 April 2019")
    row.answer.period.setText("2018")
    wizard.back.click()
    to_the_forms(wizard, "29 April 2022", "2021")
    assert row.answer_given().earlier_on == date(2019, 4, 30)
    assert wizard.rows[2].answer_given().earlier_on == date(2022, 4, 29)


def test_nothing_is_stored_before_the_last_step(
    space: ReportWorkspace, wizard: CoverWizard
) -> None:
    to_the_forms(wizard)
    wizard.answer_rest()
    wizard.yes.click()
    press(Qt.Key.Key_Escape)
    assert not stored(space).covered


def test_the_initial_report_has_no_cover_page(qtbot: QtBot, window: MainWindow) -> None:
    space = open_space(qtbot, window, window.desk.reports.begin("initial"))
    space.acts.ask_what_changed()
    wizard = open_dialog(qtbot, CoverWizard)
    assert "annual reports only" in wizard.notice.words.text()
    assert not wizard.yes.isVisible()
    assert focused() is wizard.cancel
    agree()
    assert not wizard.isVisible()


def test_who_wants_to_seal_before_any_answer_is_led_to_the_wizard(
    qtbot: QtBot, space: ReportWorkspace
) -> None:
    space.acts.ask_to_seal()
    told = open_dialog(qtbot, MissingDialog)
    assert told.yes.text() == "What changed this year…"
    told.yes.click()
    open_dialog(qtbot, CoverWizard)
