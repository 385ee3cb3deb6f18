"""Every keystroke of a draft is stored, soon or at once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ccmdesk.ui.draft_keeper import SAVED_AFTER_MILLISECONDS, DraftKeeper
from ccmdesk.ui.main_window import MainWindow
from tests.ui.desks import open_window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


@pytest.fixture
def keeper(window: MainWindow) -> Iterator[DraftKeeper]:
    (line,) = window.desk.notes.lines()
    keeper = DraftKeeper(window, window)
    keeper.open(line.id, window.desk.notes.draft(line.id))
    yield keeper
    keeper.close()


def keep(keeper: DraftKeeper, addressee: str) -> None:
    assert keeper.stored is not None
    keeper.keep(replace(keeper.stored, addressee=addressee))


def addressee(window: MainWindow) -> str | None:
    (line,) = window.desk.notes.lines()
    return window.desk.notes.draft(line.id).addressee


def test_it_waits_less_than_a_third_of_a_second() -> None:
    assert SAVED_AFTER_MILLISECONDS <= 300


def test_what_is_kept_is_stored_without_another_word(
    qtbot: QtBot, window: MainWindow, keeper: DraftKeeper
) -> None:
    with qtbot.waitSignal(keeper.saved):
        keep(keeper, "Somebody")
    assert addressee(window) == "Somebody"
    assert keeper.quiet


def test_typing_without_a_pause_does_not_put_storing_off(
    qtbot: QtBot, window: MainWindow, keeper: DraftKeeper
) -> None:
    before, seen = addressee(window), set()
    for letter in range(1, 80):
        keep(keeper, "x" * letter)
        qtbot.wait(20)
        seen.add(addressee(window))
    assert seen - {before}


def test_storing_at_once_makes_the_waiting_one_idle(
    qtbot: QtBot, window: MainWindow, keeper: DraftKeeper
) -> None:
    keep(keeper, "Somebody")
    assert keeper.save_now()
    assert addressee(window) == "Somebody"
    with qtbot.assertNotEmitted(keeper.saved, wait=2 * SAVED_AFTER_MILLISECONDS):
        pass


def test_a_draft_that_cannot_be_stored_is_told_in_a_sentence_and_stays_pending(
    qtbot: QtBot, window: MainWindow, keeper: DraftKeeper
) -> None:
    (line,) = window.desk.notes.lines()
    window.desk.notes.remove_draft(line.id)
    said: list[str] = []
    keeper.failed.connect(said.append)
    keep(keeper, "Somebody")
    assert not keeper.save_now()
    qtbot.waitUntil(lambda: len(said) >= 1)
    assert said[0].startswith("There is no note")
    assert keeper.pending
    window.undo()
    assert keeper.save_now()
    assert addressee(window) == "Somebody"


def test_a_keeper_that_let_go_stores_nothing(window: MainWindow, keeper: DraftKeeper) -> None:
    before = addressee(window)
    keep(keeper, "Somebody")
    keeper.close()
    assert keeper.save_now()
    assert addressee(window) == before
