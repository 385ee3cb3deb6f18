"""A granted extension: what is compulsory, what moves, what is kept, for any State."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty_moves import Move
from ccmdesk.ui.dialogs.extension import ExtensionDialog, ask_extension, move_words
from ccmdesk.ui.main_window import MainWindow
from tests.ui.desks import focused, open_window, press, tab_to, write

WAS, NOW = date(2026, 10, 1), date(2031, 10, 1)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path, sample=False)


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> ExtensionDialog:
    dialog = ask_extension(window, window, window.desk.states.get("TCD"), 4)
    qtbot.waitUntil(lambda: dialog.isActiveWindow())
    return dialog


def fill(dialog: ExtensionDialog) -> None:
    dialog.deadline.setText("1 October 2031")
    dialog.meeting.setCurrentText("12msp")
    dialog.source.setText("CCM/MSP/2024/11")


def test_the_stage_after_the_last_known_one_is_offered(dialog: ExtensionDialog) -> None:
    known = [row for row in dialog._shell.desk.extensions.all("TCD") if row.article == 4]
    assert dialog.stage.count() == len([row for row in known if row.stage != "initial"]) + 1
    assert focused() is dialog.deadline


def test_day_meeting_and_source_are_compulsory(window: MainWindow, dialog: ExtensionDialog) -> None:
    before = window.desk.extensions.own("TCD")
    fillings: tuple[tuple[str, Callable[[], object]], ...] = (
        ("deadline", lambda: dialog.deadline.setText("2031-10-01")),
        ("decided_at", lambda: dialog.meeting.setCurrentText("12MSP")),
        ("source", lambda: None),
    )
    for name, fill_in in fillings:
        dialog.yes.click()
        assert dialog.fields[name].error.text(), name
        assert dialog.isVisible()
        fill_in()
    assert window.desk.extensions.own("TCD") == before


def test_what_moves_is_shown_before_anything_is_kept(
    window: MainWindow, dialog: ExtensionDialog, qtbot: QtBot
) -> None:
    assert "fields are filled in" in dialog.moves_head.text()
    fill(dialog)
    qtbot.waitUntil(lambda: "move" in dialog.moves_head.text() and bool(dialog.moves.lines))
    assert any("2031" in line.second for line in dialog.moves.lines)
    assert window.desk.extensions.own("TCD") == []
    dialog.cancel.click()
    assert window.desk.extensions.own("TCD") == []


def test_the_keyboard_enters_it_and_undo_takes_it_back(
    window: MainWindow, dialog: ExtensionDialog
) -> None:
    fill(dialog)
    tab_to("Enter the extension")
    press(Qt.Key.Key_Space)
    (row,) = window.desk.extensions.own("TCD")
    assert (row.deadline, row.source) == (NOW, "CCM/MSP/2024/11")
    assert row.decided_at == "12MSP"
    due = {each.duty.due for each in window.desk.deadlines.duties("TCD")}
    assert NOW in due
    window.undo()
    assert window.desk.extensions.own("TCD") == []


def test_an_entered_stage_can_be_corrected(window: MainWindow, qtbot: QtBot) -> None:
    for year in ("2031", "2030"):
        dialog = ask_extension(window, window, window.desk.states.get("TCD"), 4)
        if window.desk.extensions.own("TCD"):
            stage = window.desk.extensions.own("TCD")[0].stage
            dialog.stage.setCurrentIndex(dialog.stage.findData(stage))
        fill(dialog)
        dialog.deadline.setText(f"{year}-10-01")
        dialog.yes.click()
    (row,) = window.desk.extensions.own("TCD")
    assert row.deadline == date(2030, 10, 1)


def test_a_day_that_does_not_exist_is_refused_at_its_field(dialog: ExtensionDialog) -> None:
    fill(dialog)
    dialog.deadline.setText("29 February 2031")
    dialog.yes.click()
    assert "does not exist" in dialog.fields["deadline"].error.text()
    assert dialog.isVisible()


def test_the_dialog_may_close_while_the_answer_is_on_its_way(
    window: MainWindow, dialog: ExtensionDialog, qtbot: QtBot
) -> None:
    fill(dialog)
    dialog._look()
    dialog.reject()
    qtbot.wait(200)


@pytest.mark.parametrize(
    ("due", "internal", "words"),
    [
        ((WAS, NOW), (WAS, NOW), ("Due", "t", f"{spoken(NOW)} instead of {spoken(WAS)}")),
        ((WAS, WAS), (WAS, NOW), ("Send by", "t", f"{spoken(NOW)} instead of {spoken(WAS)}")),
        ((None, NOW), (None, NOW), ("New", "t", spoken(NOW))),
        ((WAS, None), (WAS, None), ("Falls away", "t", spoken(WAS))),
    ],
)
def test_each_move_is_told_in_words(
    due: tuple[date | None, date | None],
    internal: tuple[date | None, date | None],
    words: tuple[str, str, str],
) -> None:
    assert move_words(Move("k", "t", due, internal)) == words


def test_what_was_entered_before_is_shown_again_and_can_be_removed(window: MainWindow) -> None:
    first = ask_extension(window, window, window.desk.states.get("TCD"), 4)
    assert first.remove.isHidden()
    fill(first)
    first.yes.click()
    stage = window.desk.extensions.own("TCD")[0].stage
    again = ask_extension(window, window, window.desk.states.get("TCD"), 4)
    again.stage.setCurrentIndex(again.stage.findData(stage))
    assert again.deadline.day() == NOW
    assert again.source.text() == "CCM/MSP/2024/11"
    assert again.yes.text() == "Correct the extension"
    again.remove.click()
    assert window.desk.extensions.own("TCD") == []
    window.undo()
    assert len(window.desk.extensions.own("TCD")) == 1


def test_an_error_goes_as_soon_as_its_field_is_changed(
    window: MainWindow, dialog: ExtensionDialog
) -> None:
    dialog.yes.click()
    field = dialog.fields["deadline"]
    assert field.error.text()
    dialog.deadline.setFocus()
    write("1 October 2030")
    assert not field.error.text()
