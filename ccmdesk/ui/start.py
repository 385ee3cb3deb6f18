"""Opens the window: first what can be seen, then, behind it, the database and the rest."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QFileSystemWatcher, QLocale
from PySide6.QtWidgets import QApplication

from ccmdesk.domain.clock import Clock
from ccmdesk.services.today_view import TodayView
from ccmdesk.system.paths import DataFolder
from ccmdesk.system.settings import load_settings
from ccmdesk.ui import theme
from ccmdesk.ui.cycles import CycleCollector
from ccmdesk.ui.faults import FaultCatcher
from ccmdesk.ui.main_window import MainWindow

if TYPE_CHECKING:
    from ccmdesk.services.desk import Desk

OpenDesk = Callable[[Path, Clock], "Desk"]
# Set by the bench: the program ends as soon as its first picture stands.
QUIT_AFTER_FIRST_PAINT = "CCMDESK_QUIT_AFTER_FIRST_PAINT"


def run_window(
    folder: DataFolder,
    clock: Clock,
    look: Callable[[], TodayView | None],
    open_desk: OpenDesk,
) -> int:
    """Open the main window on a data folder that is held, and return the exit status.

    `look` tells what to show first; `open_desk` makes the services, aside, once the window stands.
    """
    app = QApplication([*sys.argv[:1], *theme.STYLE])
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app.setApplicationName("ccmdesk")
    app.setApplicationDisplayName("CCM Desk")
    app.setDesktopFileName("ccmdesk")
    settings = load_settings(folder.settings)
    theme.apply(app, settings.theme, settings.zoom)
    window = MainWindow(look(), folder)
    if settings.geometry:
        window.restoreGeometry(QByteArray.fromHex(settings.geometry.encode()))

    def attach() -> None:
        # Aside: SQLAlchemy costs a quarter of a second that the window need not wait for.
        window.run(lambda: open_desk(folder.root, clock), window.attach)

    def begin() -> None:
        if os.environ.get(QUIT_AFTER_FIRST_PAINT):
            os._exit(0)
        app.styleHints().colorSchemeChanged.connect(lambda _: _follow_system(window, folder))
        # What stands now stays; there is no need to look through it for cycles again.
        gc.freeze()
        CycleCollector(window)
        attach()

    def watch() -> None:
        # Loaded once all else stands: nothing of it is needed before.
        from ccmdesk.system.notifications import show
        from ccmdesk.ui.reminder_watch import ReminderWatch

        window.fit_tray()
        if window.findChild(QFileSystemWatcher) is None:
            answer_calls(window)
        reminders = ReminderWatch(window, show)
        reminders.waiting.connect(window.show_waiting)
        window.closing.connect(reminders.close)
        reminders.begin()

    catcher = FaultCatcher(window, window)
    catcher.stand_by()
    window.painted.connect(begin)
    window.desk_wanted.connect(attach)
    window.desk_attached.connect(watch)
    # The session ends: what goes on behind a sign would hold it up.
    app.commitDataRequest.connect(lambda _: window.end_with_session())
    window.show()
    try:
        return app.exec()
    finally:
        catcher.stand_down()


def answer_calls(window: MainWindow) -> None:
    """Let the window come forward when the program is started again on its folder."""
    # Loaded once the window stands.
    from ccmdesk.system.summons import heard

    def answer() -> None:
        if heard(window.folder.window_wanted):
            window.come_back()

    calls = QFileSystemWatcher([str(window.folder.root)], window)
    calls.directoryChanged.connect(lambda _: answer())
    answer()


def _follow_system(window: MainWindow, folder: DataFolder) -> None:
    settings = load_settings(folder.settings)
    if settings.theme not in ("light", "dark"):
        window.retheme(settings.theme, settings.zoom)
