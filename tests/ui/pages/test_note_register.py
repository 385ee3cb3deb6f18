"""The register: search, filters, orders, seals, paper and table; short and long registers."""

import csv
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from ccmdesk.domain.note import NoteKind, NoteLine, NoteState, Part
from ccmdesk.services.register import NoteFilter
from ccmdesk.ui import register_search
from ccmdesk.ui.dialogs.print_register import PrintRegisterDialog, RegisterPaper
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages import note_register
from ccmdesk.ui.pages.note_register import NoteRegister
from ccmdesk.ui.pages.notes import NotesPage
from ccmdesk.ui.pages.register_table import NUMBER, SUBJECT, PagedLines
from tests.ui.desks import focused, name_of, open_window, press, tab_to, write


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window on three notes: 1/2023 cancelled, 2/2023 issued in French, and a draft."""
    for each in open_window(qtbot, tmp_path):
        desk = each.desk
        (sample,) = desk.notes.lines()
        meeting = desk.meetings.by_code(sample.meeting_code).id
        desk.notes.issue(sample.id)
        desk.life.cancel(sample.id, "Sent without the annex")
        desk.notes.issue(desk.notes.create(NoteKind.NOMINATION, meeting, "fr"))
        draft = desk.notes.create(NoteKind.GENERAL, None, "en")
        body = (Part("", "The parcel with the samples of Zürich left on Monday."),)
        desk.notes.update(draft, replace(desk.notes.draft(draft), body=body))
        yield each


@pytest.fixture
def long_register(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every register counts as a long one, which is read aside."""
    monkeypatch.setattr(register_search, "FEW", 0)
    monkeypatch.setattr(note_register, "FEW", 0)


def register_of(window: MainWindow) -> NoteRegister:
    if window.current != "notes":
        window.go("notes")
    page = window.pages["notes"]
    assert isinstance(page, NotesPage)
    return page.register


def settled(qtbot: QtBot, window: MainWindow) -> NoteRegister:
    register = register_of(window)
    qtbot.wait(80)
    qtbot.waitUntil(lambda: not (window.tasks.busy or window.quick_tasks.busy), timeout=10_000)
    return register


def shown(register: NoteRegister) -> list[str]:
    return [line.number or str(line.state) for line in register.table.rows()]


def choose(box: QComboBox, key: str) -> None:
    place = box.findData(str(key))
    assert place >= 0
    box.setCurrentIndex(place)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2/2023", ["2/2023"]),
        ("asberg", ["2/2023", "1/2023"]),
        ("zurich monday", ["draft"]),
        ("annex", ["1/2023"]),
        ("onzième", ["2/2023"]),
        ("monday asberg", []),
        ("   ", ["draft", "2/2023", "1/2023"]),
    ],
)
def test_words_find_notes_by_any_of_their_texts(
    window: MainWindow, typed: str, found: list[str]
) -> None:
    register = register_of(window)
    register.filters.search.setFocus()
    write(typed)
    assert shown(register) == found


def test_each_filter_narrows_and_says_so_and_one_button_clears_them(window: MainWindow) -> None:
    register = register_of(window)
    filters = register.filters
    everything = ["draft", "2/2023", "1/2023"]
    for box, key, found in (
        (filters.states, "pending", ["draft"]),
        (filters.states, "sealed", ["2/2023", "1/2023"]),
        (filters.states, NoteState.CANCELLED, ["1/2023"]),
        (filters.kinds, NoteKind.GENERAL, ["draft"]),
        (filters.year, "2023", ["2/2023", "1/2023"]),
        (filters.language, "fr", ["2/2023"]),
        (filters.meeting, "11MSP", ["2/2023", "1/2023"]),
    ):
        choose(box, key)
        assert shown(register) == found
        assert box.property("narrows") == "true"
        assert register.counted.text() == f"{len(found)} of 3 notes"
        filters.clear_button.click()
        assert shown(register) == everything
        assert box.property("narrows") == "false"
    assert register.counted.text() == "3 notes"
    assert not filters.clear_button.isVisible()
    # There is one register only, and so nothing to choose.
    assert not filters.series.isVisible()


def test_several_registers_can_be_told_apart(window: MainWindow) -> None:
    filters = register_of(window).filters
    assert not filters.offer([2023], [], ["", "Consular"])
    assert filters.series.isVisible()
    assert [filters.series.itemText(place) for place in range(3)] == [
        "Every register",
        "Main register",
        "Consular",
    ]
    for place, series in enumerate((None, "", "Consular")):
        filters.series.setCurrentIndex(place)
        assert filters.wanted().series == series
    # The year that was chosen is kept; a register that is no longer used is let go.
    choose(filters.year, "2023")
    assert filters.offer([2024, 2023], [], [""])
    assert (filters.wanted().series, filters.wanted().year) == (None, 2023)


def test_nothing_found_is_said_with_what_was_asked(window: MainWindow) -> None:
    register = register_of(window)
    choose(register.filters.language, "ar")
    assert register.nothing.sentence.text() == "No note fits these filters."
    register.filters.search.setFocus()
    write("parcel")
    assert register.nothing.sentence.text() == "No note fits “parcel” and these filters."
    assert not register.table_button.isEnabled()
    tab_to("Show all notes")
    press(Qt.Key.Key_Space)
    assert len(shown(register)) == 3
    assert focused() is register.table


def test_a_head_sorts_and_turns_round_and_the_box_does_the_same(window: MainWindow) -> None:
    register = register_of(window)
    head = register.table.horizontalHeader()

    def click(column: int) -> None:
        middle = head.sectionViewportPosition(column) + head.sectionSize(column) // 2
        place = QPoint(middle, head.height() // 2)
        QTest.mouseClick(
            head.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )

    def words(column: int) -> str:
        return str(register.table.model().headerData(column, Qt.Orientation.Horizontal))

    click(NUMBER)
    assert shown(register) == ["2/2023", "1/2023", "draft"]
    assert words(NUMBER) == "Number ↓"
    click(NUMBER)
    assert shown(register) == ["draft", "1/2023", "2/2023"]
    assert words(NUMBER) == "Number ↑"
    register.filters.order.setFocus()
    press(Qt.Key.Key_Down)
    assert register.filters.wanted().order == "kind"
    assert words(NUMBER) == "Number"
    press(Qt.Key.Key_Tab)
    assert name_of(focused()) == "Ascending; turn round"
    press(Qt.Key.Key_Space)
    assert register.filters.wanted().descending


@pytest.mark.parametrize(
    "order", ["work", "date", "number", "kind", "meeting", "subject", "addressee", "language"]
)
def test_every_order_lists_every_note(window: MainWindow, order: str) -> None:
    register = register_of(window)
    choose(register.filters.order, order)
    there = shown(register)
    register.filters.direction.click()
    assert sorted(there) == ["1/2023", "2/2023", "draft"]
    assert sorted(shown(register)) == sorted(there)


def test_a_cancelled_line_stays_struck_with_its_reason(window: MainWindow) -> None:
    register = register_of(window)
    column = register.table._rows.columns[SUBJECT]
    struck = [
        line.number for line in register.table.rows() if column.struck and column.struck(line)
    ]
    assert struck == ["1/2023"]
    told = register.table.model().index(2, SUBJECT).data()
    assert told.endswith(" · Sent without the annex")


def test_arrows_and_enter_open_what_is_found(window: MainWindow) -> None:
    register = register_of(window)
    register.table.setFocus()
    press(Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
    assert focused() is register.filters.search
    write("asberg")
    press(Qt.Key.Key_Down)
    assert focused() is register.table
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    page = window.pages["notes"]
    assert isinstance(page, NotesPage)
    assert page.editor.line is not None
    assert page.editor.line.number == "1/2023"
    press(Qt.Key.Key_Escape)
    assert register.table.chosen().number == "1/2023"
    assert shown(register) == ["2/2023", "1/2023"]


def test_the_seals_are_verified_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    register = register_of(window)
    register.table.setFocus()
    tab_to("Verify the seals")
    press(Qt.Key.Key_Space)
    assert register.progress.isVisible()
    assert name_of(focused()) == "Stop"
    qtbot.waitUntil(register.outcome.isVisible)
    assert register.outcome.pill.text() == "Whole"
    assert "2 in all" in register.outcome.words.text()
    assert not register.progress.isVisible()
    assert focused() is register.table
    tab_to("Close this message")
    press(Qt.Key.Key_Space)
    assert not register.outcome.isVisible()


def test_a_broken_seal_is_named(qtbot: QtBot, window: MainWindow) -> None:
    register = register_of(window)
    with closing(sqlite3.connect(window.folder.database)) as connection, connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE sealed_papers SET pdf = x'25' WHERE note_id = 1")
        for _, text in triggers:
            connection.execute(text)
    register.verify_button.click()
    qtbot.waitUntil(register.outcome.isVisible)
    assert register.outcome.pill.text() == "Broken"
    assert register.outcome.words.text() == "1 of 2 seals looked at are broken."
    fault = "The PDF of the note 1/2023 is not the one that was sealed."
    assert register.outcome.faults.text() == fault
    assert fault in register.outcome.accessibleName()


def test_verifying_can_be_stopped(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ccmdesk.ui.register_acts._SEALS_AT_ONCE", 1)
    register = register_of(window)
    register.acts.went_on.connect(lambda words, done, of: register.acts.stop())
    register.verify_button.click()
    qtbot.waitUntil(register.outcome.isVisible)
    assert register.outcome.pill.text() == "Not finished"
    assert register.outcome.words.text().startswith("Stopped after 1 of 2 seals")
    assert not register.acts.busy


def test_what_is_listed_is_saved_as_a_table(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    register = register_of(window)
    choose(register.filters.states, "sealed")
    register.table_button.click()
    (dialog,) = [each for each in register.findChildren(QFileDialog) if each.isVisible()]
    dialog.reject()
    register.acts.save_table([line.id for line in register.table.rows()], tmp_path / "r.csv")
    qtbot.waitUntil(window.flash.isVisible)
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["number"] for row in rows] == ["2/2023", "1/2023"]
    assert rows[1]["state"] == "cancelled"
    assert rows[1]["reason for cancellation"] == "Sent without the annex"
    assert len(rows[0]["SHA-256"]) == 64


def test_the_register_is_put_on_paper(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    register = register_of(window)
    register.print_button.setFocus()
    press(Qt.Key.Key_Space)
    (dialog,) = [each for each in register.findChildren(PrintRegisterDialog) if each.isVisible()]
    assert dialog.paper() == RegisterPaper("date", 2023)
    dialog.order.setCurrentIndex(1)
    assert dialog.paper().name == "Register of notes 2023 by meeting"
    dialog.reject()
    path = tmp_path / "register.pdf"
    register.acts.save_paper(RegisterPaper("meeting", 2023), path)
    assert register.progress.isVisible()
    qtbot.waitUntil(path.exists, timeout=10_000)
    assert path.read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: not register.progress.isVisible())
    assert register.foot.isVisible()


@pytest.mark.usefixtures("long_register")
def test_a_long_register_shows_its_beginning_at_once_and_the_rest_after(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(note_register, "_FIRST", 2)
    register = register_of(window)
    assert shown(register) == ["draft", "2/2023"]
    assert register.counted.text() == "3 notes"
    settled(qtbot, window)
    assert shown(register) == ["draft", "2/2023", "1/2023"]
    assert register.table.chosen().state is NoteState.DRAFT
    assert register.head.sentence.text() == "1 draft · 2 issued in 2023 · next number 3/2023"
    assert register.filters.year.findData("2023") > 0


@pytest.mark.usefixtures("long_register")
def test_a_long_register_is_searched_and_follows_every_change(
    qtbot: QtBot, window: MainWindow
) -> None:
    register = register_of(window)
    register.filters.search.setFocus()
    write("asb")
    # The first words wait until the search is ready.
    assert register.counted.text() == "Searching …"
    settled(qtbot, window)
    assert shown(register) == ["2/2023", "1/2023"]
    write("erg")
    assert shown(register) == ["2/2023", "1/2023"]
    choose(register.filters.language, "fr")
    settled(qtbot, window)
    assert shown(register) == ["2/2023"]
    register.filters.clear_button.click()
    settled(qtbot, window)
    assert len(shown(register)) == 3
    register.table.selectRow(2)
    window.desk.notes.create(NoteKind.GENERAL, None, "en")
    settled(qtbot, window)
    assert shown(register) == ["draft", "draft", "2/2023", "1/2023"]
    assert register.table.chosen().number == "1/2023"


def test_lines_are_read_by_the_page_and_a_note_that_went_away_leaves_a_gap() -> None:
    asked: list[Sequence[int]] = []

    def read(ids: Sequence[int]) -> list[NoteLine]:
        asked.append(ids)
        return [line_of(each) for each in ids if each != 50]

    lines = PagedLines(list(range(1, 100_001)), read)
    assert len(lines) == 100_000
    assert (lines[0].id, lines[1].id, lines[-1].id) == (1, 2, 100_000)
    assert [len(ids) for ids in asked] == [32, 32]
    assert (lines[49].id, lines[49].number) == (50, "")
    assert [line.number for line in lines[98:101]] == ["99", "100", "101"]
    assert (lines.place(4711), lines.place(0)) == (4710, -1)
    with pytest.raises(IndexError):
        lines[100_000]


def line_of(note_id: int) -> NoteLine:
    now = datetime(2023, 8, 16, tzinfo=UTC)
    return NoteLine(
        note_id, NoteKind.QUERY, "en", NoteState.ISSUED, "", "", str(note_id), None, now
    )


def test_only_what_is_seen_is_read(qtbot: QtBot, window: MainWindow) -> None:
    register = register_of(window)
    asked: list[int] = []
    ids = list(range(1, 10_001))

    def read(some: Sequence[int]) -> list[NoteLine]:
        asked.extend(some)
        return [line_of(each) for each in some]

    register.table.show_lines(PagedLines(ids, read))
    qtbot.wait(20)
    assert max(asked) <= 64
    register.table.scrollToBottom()
    qtbot.wait(20)
    assert max(asked) == 10_000
    assert len(asked) < 200
    assert window.desk.register.count(NoteFilter()) == 3
