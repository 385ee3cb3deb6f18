"""Drives the real window over the sample dossier and writes the pictures of the README."""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QDeadlineTimer, QLocale, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication
from specimen import specimen

from ccmdesk.app import open_desk
from ccmdesk.commands.demo import SAMPLE_DAY
from ccmdesk.domain.article7 import FormContent, FormState
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.note import NoteKind
from ccmdesk.services.desk import Desk
from ccmdesk.services.first_look import first_look
from ccmdesk.services.sample import build_sample
from ccmdesk.system.paths import DataFolder
from ccmdesk.ui import theme
from ccmdesk.ui.main_window import MainWindow

PICTURES = Path(__file__).parent / "pictures"
SIZE = (1280, 820)
SPECIMEN_SCALE = 1.5
"""Pixels for each point."""


@dataclass(frozen=True)
class Shot:
    """One picture: its file name, the page, what is opened there, and the theme."""

    name: str
    page: str
    target: Callable[["Stage"], object] | None = None
    theme: str = "light"


@dataclass(frozen=True)
class Stage:
    """What the sample dossier offers to be shown."""

    issued: int
    draft: int
    meeting: str
    report: str


SHOTS = (
    Shot("today", "today"),
    Shot("meetings", "meetings", lambda stage: stage.meeting),
    Shot("notes", "notes"),
    Shot("note", "notes", lambda stage: stage.draft),
    Shot("deadlines", "deadlines"),
    Shot("year", "deadlines", lambda stage: "year"),
    Shot("report", "report", lambda stage: stage.report),
    Shot("people", "people"),
    Shot("incoming", "incoming"),
    Shot("states", "states"),
    Shot("settings", "settings"),
    Shot("today-dark", "today", theme="dark"),
    Shot("note-dark", "notes", lambda stage: stage.draft, theme="dark"),
)


def main(arguments: list[str]) -> int:
    """Write the pictures, all of them or those named."""
    folder_to = Path(arguments[0]) if arguments else PICTURES
    size = (int(arguments[1]), int(arguments[2])) if len(arguments) >= 3 else SIZE
    folder_to.mkdir(parents=True, exist_ok=True)
    app = QApplication([*sys.argv[:1], *theme.STYLE])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    if "Noto Sans" in QFontDatabase.families():
        app.setFont(QFont("Noto Sans", 10))
    clock = FixedClock.on(SAMPLE_DAY)
    with tempfile.TemporaryDirectory() as scratch:
        folder = DataFolder(Path(scratch) / "desk")
        stage = _prepare(folder, clock)
        for choice in ("light", "dark"):
            theme.apply(app, choice)
            window = MainWindow(first_look(folder.root, clock), folder)
            window.resize(*size)
            window.show()
            _settle(window)
            window.attach(open_desk(folder.root, clock))
            for shot in SHOTS:
                if shot.theme == choice:
                    target = shot.target(stage) if shot.target else None
                    window.go(shot.page, target)
                    _settle(window)
                    path = folder_to / f"{shot.name}.png"
                    window.grab().save(str(path))
                    print(path)
            window.close()
            window.deleteLater()
            QApplication.processEvents()
    print(_draw_specimen(folder_to))
    return 0


def _draw_specimen(folder: Path) -> Path:
    """Draw the page in six languages with the window's own reader of papers."""
    paper, data = QPdfDocument(), QBuffer()
    data.setData(specimen())
    data.open(QBuffer.OpenModeFlag.ReadOnly)
    paper.load(data)
    size = paper.pagePointSize(0) * SPECIMEN_SCALE
    drawn = paper.render(0, size.toSize())
    page = QImage(drawn.size(), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, drawn)
    painter.end()
    path = folder / "specimen.png"
    page.save(str(path))
    return path


def _prepare(folder: DataFolder, clock: FixedClock) -> Stage:
    desk = open_desk(folder.root, clock)
    sample = build_sample(desk)
    desk.notes.issue(sample.note_id, SAMPLE_DAY)
    draft = desk.notes.create(NoteKind.NOMINATION, sample.meeting_id, "en")
    meeting = desk.meetings.get(sample.meeting_id).code
    report = _report(desk)
    desk.close()
    return Stage(sample.note_id, draft, meeting, report)


def _report(desk: Desk) -> str:
    """Begin the report on the sample's year and return the key of its duty."""
    report = desk.reports.begin(str(SAMPLE_DAY.year))
    measures = report.form("A")
    said = FormContent(
        "The Cluster Munitions Act of 2014 makes every act of Article 1 punishable.",
        {"measures": (("Cluster Munitions Act", "Law", "1 March 2014", "Article 1", "20 years"),)},
    )
    desk.reports.save_form(
        report.id,
        replace(measures, state=FormState.CHANGED, content=said, owner="Ministry of Justice"),
    )
    for letter in ("B", "C", "E"):
        nil = replace(
            report.form(letter), content=FormContent(nil=True), owner="Ministry of Defence"
        )
        desk.reports.save_form(report.id, nil)
    return report.duty_key


def _settle(window: MainWindow) -> None:
    patience = QDeadlineTimer(700)
    while not patience.hasExpired() or window.tasks.busy:
        QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
