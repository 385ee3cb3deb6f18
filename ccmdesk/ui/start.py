"""Opens the window: first what can be seen, then, behind it, the database and the rest."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ccmdesk.domain.clock import Clock
from ccmdesk.services.first_look import first_look
from ccmdesk.system.folder_lock import FolderLock
from ccmdesk.system.paths import DataFolder
from ccmdesk.system.settings import load_settings
from ccmdesk.ui import theme
from ccmdesk.ui.main_window import MainWindow

if TYPE_CHECKING:
    from ccmdesk.services.desk import Desk

OpenDesk = Callable[[Path, Clock], "Desk"]
# Set by the bench: the program ends as soon as its first picture stands.
QUIT_AFTER_FIRST_PAINT = "CCMDESK_QUIT_AFTER_FIRST_PAINT"


def run_window(data_dir: Path, clock: Clock, open_desk: OpenDesk) -> int:
    """Open the main window on a data folder and return the exit status.

    `open_desk` makes the services; it is called aside, once the window stands.

    Raises EnvironmentFault where another window holds the folder.
    """
    folder = DataFolder(data_dir)
    lock = FolderLock(folder.lock)
    lock.take()
    try:
        app = QApplication(sys.argv[:1])
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        app.setApplicationName("ccmdesk")
        app.setApplicationDisplayName("CCM Desk")
        QGuiApplication.setDesktopFileName("ccmdesk")
        settings = load_settings(folder.settings)
        theme.apply(app, settings.theme, settings.zoom)
        window = MainWindow(first_look(folder.root, clock), folder)
        window.restoreGeometry(QByteArray.fromHex(settings.geometry.encode()))

        def attach() -> None:
            # Aside: SQLAlchemy costs a quarter of a second that the window need not wait for.
            window.run(lambda: open_desk(folder.root, clock), window.attach)

        if os.environ.get(QUIT_AFTER_FIRST_PAINT):
            window.painted.connect(lambda: os._exit(0))
        else:
            window.painted.connect(attach)
        window.desk_wanted.connect(attach)
        app.styleHints().colorSchemeChanged.connect(lambda _: _follow_system(window, folder))
        window.show()
        return app.exec()
    finally:
        lock.release()


def _follow_system(window: MainWindow, folder: DataFolder) -> None:
    settings = load_settings(folder.settings)
    if settings.theme not in ("light", "dark"):
        window.retheme(settings.theme, settings.zoom)
