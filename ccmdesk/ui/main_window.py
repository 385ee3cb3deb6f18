"""The main window: sidebar, pages made when first opened, messages, undo; no rules, no queries."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.services.today_view import TodayView
from ccmdesk.system.paths import DataFolder
from ccmdesk.system.settings import load_settings, save_settings
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.navigation import PLACES, Sidebar
from ccmdesk.ui.others_watch import OthersWatch
from ccmdesk.ui.page import Page
from ccmdesk.ui.pages.today import TodayPage
from ccmdesk.ui.tasks import Tasks
from ccmdesk.ui.widgets.buttons import tint_all
from ccmdesk.ui.widgets.flash import Flash

if TYPE_CHECKING:
    from ccmdesk.services.desk import Desk
    from ccmdesk.ui.tray import Tray

# Imported when first opened: the window paints before any of them is needed.
_PAGES = {
    "meetings": ("ccmdesk.ui.pages.meetings", "MeetingsPage"),
    "notes": ("ccmdesk.ui.pages.notes", "NotesPage"),
    "deadlines": ("ccmdesk.ui.pages.deadlines", "DeadlinesPage"),
    "report": ("ccmdesk.ui.pages.article7", "Article7Page"),
    "people": ("ccmdesk.ui.pages.people", "PeoplePage"),
    "incoming": ("ccmdesk.ui.pages.incoming", "IncomingPage"),
    "states": ("ccmdesk.ui.pages.states", "StatesPage"),
    "while_away": ("ccmdesk.ui.pages.while_away", "WhileAwayPage"),
    "settings": ("ccmdesk.ui.pages.settings", "SettingsPage"),
    "first_run": ("ccmdesk.ui.pages.first_run", "FirstRunPage"),
}


class MainWindow(QMainWindow):
    """Holds the pages and gives them what a `Shell` promises.

    Signals: `painted` after the first paint, `desk_wanted` when the services are needed anew,
    `desk_attached` when they are there, `closing` before they go.
    """

    painted = Signal()
    desk_wanted = Signal()
    desk_attached = Signal()
    data_changed = Signal(object)
    closing = Signal()

    def __init__(self, view: TodayView | None, folder: DataFolder) -> None:
        super().__init__()
        self.folder = folder
        self.setWindowTitle(tr("CCM Desk"))
        self.setMinimumSize(900, 600)
        self.resize(1280, 820)
        self._desk: Desk | None = None
        self._painted = False
        self._stale: set[str] = set()
        self._wanted: tuple[str, object] | None = None
        self.data_changed.connect(self._on_changes)
        self.tasks = Tasks(self)
        self.quick_tasks = Tasks(self)
        self._others = OthersWatch(self)
        self.tray: Tray | None = None
        self._quitting = False
        self.pages: dict[str, Page] = {}
        self.current = ""
        self.sidebar = Sidebar(self.choose)
        self.stack = QStackedWidget()
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        self.flash = Flash(middle)
        self._add_shortcuts()
        if view is None:
            self.sidebar.hide()
            self._wanted = ("first_run", None)
        else:
            self.sidebar.tell(view.state_name, view.mission_name, view.sample)
            today = TodayPage(self)
            today.show_view(view)
            self._add_page("today", today)
            self._show("today")

    # The services

    @property
    def desk(self) -> "Desk":
        """Return the services; raises RuntimeError before the database is open."""
        if self._desk is None:
            raise RuntimeError("the services are not there yet")
        return self._desk

    @property
    def ready(self) -> bool:
        """Tell whether the services are there."""
        return self._desk is not None

    def attach(self, desk: "Desk") -> None:
        """Take the services over and open the page that waited for them."""
        self._desk = desk
        # An act carried out aside tells its news on its own thread; the pages hear it on theirs.
        desk.changes.subscribe(self.data_changed.emit)
        self.desk_attached.emit()
        if self._wanted is not None:
            page, target = self._wanted
            self._wanted = None
            self.go(page, target)

    def enter(self) -> None:
        """Leave the first run: the profile is there now."""
        self.sidebar.show()
        self._tell_sidebar()
        self.go("today")

    # Behind its sign on the desktop

    @property
    def can_be_seen(self) -> bool:
        """Tell whether the window stands on the screen."""
        return self.isVisible() and not self.isMinimized()

    def fit_tray(self) -> None:
        """Show the sign among those of the desktop, or take it away, as the settings say."""
        from ccmdesk.ui import tray

        wanted = load_settings(self.folder.settings).close_to_tray and tray.tray_is_there()
        if wanted and self.tray is None:
            self.tray = tray.Tray(self)
        elif not wanted and self.tray is not None:
            self.tray.take_away()
            self.tray = None

    @property
    def _goes_on(self) -> bool:
        """Tell whether a closed window goes on: it has its sign, and something to remind of."""
        return self.tray is not None and self._has_profile and not self.sidebar.sample.text()

    def show_waiting(self, count: int) -> None:
        """Show at the sign how many duties wait."""
        if self.tray is not None:
            self.tray.show_count(count)

    def come_back(self, page: str = "") -> None:
        """Stand on the screen again, before all others, at a page if one is named."""
        self._leave_on_last_close(True)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if page:
            self.go(page)

    def quit(self) -> None:
        """End the program, whatever sign it has."""
        self._quitting = True
        seen = self.isVisible()
        self._leave_on_last_close(True)
        if self.close() and not seen:
            # What is not seen is not the last window that closes.
            QApplication.quit()

    def end_with_session(self) -> None:
        """Let the next close be the last one: the desktop session ends."""
        self._quitting = True

    def _leave_on_last_close(self, leave: bool) -> None:
        QApplication.setQuitOnLastWindowClosed(leave)

    def _go_behind(self) -> None:
        self._leave_on_last_close(False)
        self.hide()
        settings = load_settings(self.folder.settings)
        if not settings.told_of_tray and self.tray is not None:
            self.tray.tell_once()
            self.attempt(
                lambda: save_settings(self.folder.settings, replace(settings, told_of_tray=True))
            )

    # What a page may ask

    def go(self, page: str, target: object = None) -> None:
        """Open a page by its name, at `target` if given; waits for the services if need be."""
        if page != "today" and self._desk is None:
            self._wanted = (page, target)
            if self.current:
                self.sidebar.mark(self.current)
            return
        if self.current:
            self.pages[self.current].leave()
        if page not in self.pages:
            if page == "today":
                self._add_page(page, TodayPage(self))
            else:
                module, name = _PAGES[page]
                self._add_page(page, getattr(import_module(module), name)(self))
            self._stale.add(page)
        if self.ready and page in self._stale:
            self._stale.discard(page)
            self.pages[page].refresh()
        self._show(page)
        if target is not None:
            self.pages[page].show_target(target)

    def choose(self, page: str) -> None:
        """Open a page; one that is open already goes back to its beginning."""
        if page == self.current and self.ready:
            self.sidebar.mark(page)
            self.pages[page].go_home()
        else:
            self.go(page)

    def say(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a short message at the foot of the window."""
        self.flash.say(text, action, act)

    def said_with_undo(self, text: str) -> None:
        """Show a short message with a button that undoes the last act."""
        self.say(text, tr("Undo"), self.undo)

    def show_error(self, error: Exception) -> None:
        """Show an error in the words for its family; a fault of the program is logged."""
        from ccmdesk.ui import messages

        messages.show_error(self, error)

    def attempt(self, act: Callable[[], Any]) -> bool:
        """Call `act`; show what goes wrong, and return whether it went well."""
        try:
            act()
        except (CcmDeskError, OSError) as error:
            self.show_error(error)
            return False
        return True

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run slow work aside, then call `done` with its result; an error goes to `failed`."""
        self.tasks.run(work, done, failed or self.show_error)

    def run_ahead(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run what is wanted with each key beside other slow work, as `run` does."""
        self.quick_tasks.run(work, done, failed or self.show_error)

    def leave_sample(self) -> None:
        """Take the sample dossier away and begin with the first run."""
        from ccmdesk.services.sample_removal import remove_sample

        self.closing.emit()
        self.tasks.close()
        self.quick_tasks.close()
        self.desk.close()
        self._desk = None
        removed = self.attempt(lambda: remove_sample(self.folder))
        self.current = ""
        self._stale.clear()
        for page in self.pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        if removed:
            self.sidebar.hide()
        self._wanted = ("first_run" if removed else "today", None)
        self.desk_wanted.emit()

    def undo(self) -> None:
        """Undo the last act and say which."""
        self._step_back(lambda: self.desk.history.undo(), "Undone: {act}", "Nothing to undo")

    def redo(self) -> None:
        """Do again what was undone last."""
        self._step_back(lambda: self.desk.history.redo(), "Done again: {act}", "Nothing to redo")

    def retheme(self, choice: str, zoom: int) -> None:
        """Change the colours and the size of the text of the whole window."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, choice, zoom)
        # Icons carry the colour they were drawn in.
        tint_all(self)
        self.flash.hide()
        self._fit_sidebar()

    # Inside

    def _step_back(self, act: Callable[[], str | None], done: str, nothing: str) -> None:
        if not self.ready:
            return
        labels: list[str | None] = []
        if not self.attempt(lambda: labels.append(act())):
            return
        if self.desk.profile.get() is None:
            # In the first run no key leads back.
            self.say(tr(done, act=labels[0]), tr("Do it again"), self.redo)
            return
        if not self._has_profile:
            self.enter()
        self.say(tr(done, act=labels[0]) if labels[0] else tr(nothing))

    def _add_page(self, name: str, page: Page) -> None:
        self.pages[name] = page
        self.stack.addWidget(page)

    def _show(self, name: str) -> None:
        self.current = name
        self.stack.setCurrentWidget(self.pages[name])
        self.flash.place()
        self.sidebar.mark(name)
        # Who walks through the sidebar by keyboard stays there, while it can be seen.
        entry = self.sidebar.buttons.get(name)
        if entry is None or not (entry.hasFocus() and entry.isVisible()):
            self.pages[name].take_focus()

    def _on_changes(self, kinds: frozenset[str]) -> None:
        if "profile" in kinds:
            self._tell_sidebar()
        for name, page in self.pages.items():
            if page.kinds & kinds:
                self._stale.add(name)
        if self._has_profile and "profile" in kinds and self.desk.profile.get() is None:
            # The first save of the profile was taken back: no page has a mission to show.
            self.sidebar.hide()
            self.go("first_run")
        elif self.current in self._stale:
            self._stale.discard(self.current)
            self.pages[self.current].refresh()

    @property
    def _has_profile(self) -> bool:
        # In the first run there is nowhere to go.
        return not self.sidebar.isHidden()

    def _tell_sidebar(self) -> None:
        profile = self.desk.profile.get()
        if profile is not None:
            names = profile.names_in(profile.language)
            self.sidebar.tell(names.state, names.mission, profile.sample)

    def _add_shortcuts(self) -> None:
        for place in PLACES:
            self._on_keys(place.keys, partial(self.choose, place.name))
        self._on_keys("Ctrl+Z", self.undo)
        self._on_keys("Ctrl+Shift+Z", self.redo)
        self._on_keys("Ctrl+Y", self.redo)
        self._on_keys("Ctrl+K", self.open_finder)
        self._on_keys("Ctrl+N", lambda: self.go("notes", "new"))
        self._on_keys("F1", self.open_help, always=True)
        self._on_keys("Ctrl+Q", self.quit, always=True)

    def _on_keys(self, keys: str, act: Callable[[], object], *, always: bool = False) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: act() if always or self._has_profile else None)

    def open_finder(self) -> None:
        """Open the box that finds everything and runs every command."""
        if self.ready and self._has_profile:
            from ccmdesk.ui.dialogs.finder import Finder

            Finder(self, self).open()

    def open_help(self) -> None:
        """Open the page of keys."""
        from ccmdesk.ui.dialogs.help import HelpDialog

        HelpDialog(self, self.folder).open()

    def _fit_sidebar(self) -> None:
        slim = self.width() < 46 * self.sidebar.fontMetrics().height() + 230
        self.sidebar.set_slim(slim)

    def _save_geometry(self) -> None:
        if not self.folder.root.is_dir():
            return
        geometry = bytes(self.saveGeometry().toHex().data()).decode("ascii")
        settings = load_settings(self.folder.settings)
        if settings.geometry != geometry:
            save_settings(self.folder.settings, replace(settings, geometry=geometry))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sidebar()
        self.flash.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.current:
            self.pages[self.current].leave()
        self.attempt(self._save_geometry)
        if self._goes_on and not self._quitting:
            event.ignore()
            self._go_behind()
            return
        if self.tray is not None:
            self.tray.take_away()
            self.tray = None
        self.closing.emit()
        self.tasks.close()
        self.quick_tasks.close()
        if self._desk is not None:
            self._desk.close()
            self._desk = None
        event.accept()
