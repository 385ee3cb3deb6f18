"""Printing hands the bytes of the register to the system, or says why it cannot."""

import hashlib
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QUrl
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.services.note_hand_off import PaperKind
from ccmdesk.ui import printing
from ccmdesk.ui.dialogs.print_note import SYSTEM, VIEWER, PrintNoteDialog, PrintOrder
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.notes import NotesPage
from ccmdesk.ui.widgets.paper import Paper
from tests.ui.desks import open_window, press
from tests.ui.pages.note_editing import words

CTRL = Qt.KeyboardModifier.ControlModifier
ONLY_WITH_LP = pytest.mark.skipif(sys.platform == "win32", reason="there is no lp on Windows")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path / "desk")


@pytest.fixture
def print_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a print command on the path that keeps what it is given, and return where."""
    commands, given_to = tmp_path / "commands", tmp_path / "printed"
    commands.mkdir()
    given_to.mkdir()
    lpstat = commands / "lpstat"
    lpstat.write_text(
        "#!/bin/sh\n"
        'if [ "$1" = -e ]; then printf "cellar\\nregistry\\n"; '
        'else echo "system default destination: registry"; fi\n'
    )
    lp = commands / "lp"
    lp.write_text(
        "#!/bin/sh\n"
        f'echo "$@" > "{given_to}/arguments"\n'
        f'cat > "{given_to}/paper.pdf"\n'
        'if [ "$2" = cellar ]; then echo "lp: the cellar is locked" >&2; exit 1; fi\n'
    )
    for each in (lpstat, lp):
        each.chmod(0o755)
    monkeypatch.setenv("PATH", f"{commands}:/usr/bin:/bin")
    return given_to


@pytest.fixture
def no_print_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    monkeypatch.setenv("PATH", str(nothing))


def test_a_number_with_a_slash_becomes_a_file_name() -> None:
    name = printing.paper_name("12/2023", "11MSP")
    assert name == "Note verbale 12-2023 delegation 11MSP.pdf"
    assert printing.paper_name("", "11MSP") == "Note verbale draft delegation 11MSP.pdf"


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_file_name_never_holds_what_a_system_refuses(number: str, code: str) -> None:
    name = printing.paper_name(number, code)
    assert not set(name) & set('<>:"/\\|?*\n\r\t\0')
    assert name.startswith("Note verbale ")
    assert name.endswith(".pdf")


@ONLY_WITH_LP
def test_the_default_printer_comes_first(print_system: Path) -> None:
    assert printing.printers() == ["registry", "cellar"]


@pytest.mark.usefixtures("no_print_system")
def test_without_a_print_command_there_is_no_printer() -> None:
    assert printing.printers() == []


@ONLY_WITH_LP
def test_the_printer_gets_the_very_bytes(print_system: Path) -> None:
    printing.print_on("registry", 3, b"%PDF-1.7 the very bytes", "Note 1")
    assert (print_system / "paper.pdf").read_bytes() == b"%PDF-1.7 the very bytes"
    assert (print_system / "arguments").read_text().split() == (
        ["-d", "registry", "-n", "3", "-t", "Note", "1", "-"]
    )


@ONLY_WITH_LP
def test_a_printer_that_refuses_is_a_sentence_with_its_reason(print_system: Path) -> None:
    with pytest.raises(EnvironmentFault) as fault:
        printing.print_on("cellar", 1, b"%PDF", "Note 1")
    assert "the cellar is locked" in fault.value.message
    assert fault.value.message.endswith("choose another printer or export the PDF.")


@pytest.mark.usefixtures("no_print_system")
def test_a_print_command_that_went_away_is_a_sentence() -> None:
    with pytest.raises(EnvironmentFault, match="did not answer"):
        printing.print_on("registry", 1, b"%PDF", "Note 1")


def test_only_the_newest_copy_for_the_viewer_is_kept_inside_the_data_folder(
    tmp_path: Path,
) -> None:
    printing.copy_for_viewer(tmp_path, "one.pdf", b"one")
    path = printing.copy_for_viewer(tmp_path, "two.pdf", b"two")
    assert path == tmp_path / "print" / "two.pdf"
    assert [each.name for each in path.parent.iterdir()] == ["two.pdf"]
    assert path.read_bytes() == b"two"


def test_the_last_resort_draws_every_page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (line,) = window.desk.notes.lines()
    paper = Paper()
    qtbot.addWidget(paper)
    paper.show_pdf(window.desk.notes.pdf(line.id))
    assert paper.document is not None
    target = tmp_path / "drawn.pdf"
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printing.draw(paper.document, printer)
    again = Paper()
    qtbot.addWidget(again)
    again.show_pdf(target.read_bytes())
    assert again.pages == paper.pages == 2


@ONLY_WITH_LP
def test_ctrl_p_prints_the_sealed_bytes_of_an_issued_note(
    qtbot: QtBot, window: MainWindow, print_system: Path
) -> None:
    (line,) = window.desk.notes.lines()
    issued = window.desk.notes.issue(line.id)
    window.go("notes", line.id)
    page = window.pages["notes"]
    assert isinstance(page, NotesPage)
    press(Qt.Key.Key_P, modifier=CTRL)
    qtbot.waitUntil(lambda: bool(page.findChildren(PrintNoteDialog)))
    (dialog,) = page.findChildren(PrintNoteDialog)
    dialog.counts[PaperKind.ORIGINAL].setValue(2)
    dialog.yes.click()
    qtbot.waitUntil(lambda: "registry" in window.flash.words.text(), timeout=10_000)
    printed = (print_system / "paper.pdf").read_bytes()
    assert hashlib.sha256(printed).hexdigest() == issued.sha256
    assert (print_system / "arguments").read_text().startswith("-d registry -n 2 ")


@ONLY_WITH_LP
def test_copies_are_printed_with_their_mark_and_their_number(
    qtbot: QtBot, window: MainWindow, print_system: Path
) -> None:
    (line,) = window.desk.notes.lines()
    window.desk.notes.issue(line.id)
    window.go("notes", line.id)
    page = window.pages["notes"]
    assert isinstance(page, NotesPage)
    page.editor.print()
    qtbot.waitUntil(lambda: bool(page.findChildren(PrintNoteDialog)), timeout=10_000)
    (dialog,) = page.findChildren(PrintNoteDialog)
    dialog.counts[PaperKind.ORIGINAL].setValue(0)
    assert not dialog.yes.isEnabled()
    dialog.counts[PaperKind.FILE].setValue(3)
    dialog.preprinted.setChecked(True)
    dialog.yes.click()
    qtbot.waitUntil(lambda: "3 papers" in window.flash.words.text(), timeout=10_000)
    assert (print_system / "arguments").read_text().startswith("-d registry -n 3 ")
    printed = words((print_system / "paper.pdf").read_bytes())
    assert "File copy" in printed
    assert "Republic of Avataria Permanent" not in printed
    assert "1/2023" in printed


@pytest.mark.usefixtures("no_print_system")
def test_without_a_printer_the_viewer_is_proposed_and_gets_the_sealed_bytes(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def take(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", take)
    (line,) = window.desk.notes.lines()
    issued = window.desk.notes.issue(line.id)
    window.go("notes", line.id)
    page = window.pages["notes"]
    assert isinstance(page, NotesPage)
    page.editor.print()
    qtbot.waitUntil(lambda: bool(page.findChildren(PrintNoteDialog)), timeout=10_000)
    (dialog,) = page.findChildren(PrintNoteDialog)
    assert dialog.printer.currentData() == VIEWER
    dialog.counts[PaperKind.CHRONO].setValue(1)
    dialog.yes.click()
    qtbot.waitUntil(lambda: len(opened) == 2, timeout=10_000)
    assert hashlib.sha256(opened[0].read_bytes()).hexdigest() == issued.sha256
    assert "Chronological file copy" in words(opened[1].read_bytes())


@ONLY_WITH_LP
def test_a_refusing_printer_is_told_in_the_window(
    qtbot: QtBot, window: MainWindow, print_system: Path
) -> None:
    (line,) = window.desk.notes.lines()
    window.go("notes", line.id)
    page = window.pages["notes"]
    assert isinstance(page, NotesPage)
    page.editor.print()
    qtbot.waitUntil(lambda: bool(page.findChildren(PrintNoteDialog)), timeout=10_000)
    (dialog,) = page.findChildren(PrintNoteDialog)
    dialog.printer.setCurrentIndex(1)
    dialog.yes.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=10_000)
    (box,) = window.findChildren(QMessageBox)
    assert "the cellar is locked" in box.informativeText()
    box.close()


@ONLY_WITH_LP
def test_the_print_dialog_of_the_system_opens_for_each_kind_in_turn(
    qtbot: QtBot, window: MainWindow, print_system: Path, tmp_path: Path
) -> None:
    (line,) = window.desk.notes.lines()
    issued = window.desk.notes.issue(line.id)
    window.go("notes", line.id)
    page = window.pages["notes"]
    assert isinstance(page, NotesPage)
    counts = {PaperKind.ORIGINAL: 1, PaperKind.FILE: 2}
    page.editor.acts.printing.carry_out(line.id, "Note", PrintOrder(SYSTEM, counts))
    for name, copies in (("Note", 1), ("Note (file copy)", 2)):
        qtbot.waitUntil(partial(is_shown, page, name), timeout=10_000)
        dialog = shown(page, name)
        assert dialog is not None
        assert dialog.printer().copyCount() == copies
        target = tmp_path / f"{copies}.pdf"
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        dialog.accepted.emit(dialog.printer())
        dialog.hide()
        assert target.read_bytes().startswith(b"%PDF")
    assert hashlib.sha256((tmp_path / "1.pdf").read_bytes()).hexdigest() == issued.sha256
    assert "File copy" in words((tmp_path / "2.pdf").read_bytes())


def is_shown(page: NotesPage, name: str) -> bool:
    return shown(page, name) is not None


def shown(page: NotesPage, name: str) -> QPrintDialog | None:
    found = [
        each
        for each in page.findChildren(QPrintDialog)
        if each.isVisible() and each.windowTitle() == name
    ]
    return found[0] if found else None
