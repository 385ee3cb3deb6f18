"""Settings: the mission and its notes, the window, the data; one section at a time."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.domain.errors import InputError
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.page import Page
from ccmdesk.ui.pages.settings_approval import ApprovalSection
from ccmdesk.ui.pages.settings_data import DataSection
from ccmdesk.ui.pages.settings_emblem import EmblemSection
from ccmdesk.ui.pages.settings_fonts import FontsSection
from ccmdesk.ui.pages.settings_formulas import FormulasSection
from ccmdesk.ui.pages.settings_holidays import HolidaysSection
from ccmdesk.ui.pages.settings_layout import LayoutSection
from ccmdesk.ui.pages.settings_lead_times import LeadTimesSection
from ccmdesk.ui.pages.settings_mission import MissionSection
from ccmdesk.ui.pages.settings_numbers import NumbersSection
from ccmdesk.ui.pages.settings_reminders import RemindersSection
from ccmdesk.ui.pages.settings_section import ProfileSection
from ccmdesk.ui.pages.settings_spelling import SpellingSection
from ccmdesk.ui.pages.settings_window import WindowSection
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import XS, L
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.page_head import PageHead
from ccmdesk.ui.widgets.scroll import scrolling

_WIDEST = 760


class SettingsPage(Page):
    """The sections on the left, the chosen one on the right.

    What is typed into a section is saved with its button, with Ctrl+S, and when another section or
    page is opened; what cannot be saved stays as typed and says why.
    """

    kinds = frozenset({"profile", "states", "holidays", "duties", "meetings"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.column.addWidget(
            PageHead(tr("Settings"), tr("The mission, its letterhead and its register"))
        )
        self.mission = MissionSection(shell)
        self.emblem = EmblemSection(shell)
        self.numbers = NumbersSection(shell)
        self.approval = ApprovalSection(shell)
        self.layout_of_notes = LayoutSection(shell)
        self.formulas = FormulasSection(shell)
        self.reminders = RemindersSection(shell)
        self.holidays = HolidaysSection(shell)
        self.lead_times = LeadTimesSection(shell)
        self.spelling = SpellingSection(shell)
        self.fonts = FontsSection(shell)
        self.window_section = WindowSection(shell)
        self.data = DataSection(shell)
        self.sections: dict[str, tuple[str, str, QWidget]] = {
            "mission": (tr("Mission"), "landmark", self.mission),
            "emblem": (tr("Emblem"), "image", self.emblem),
            "numbers": (tr("Registers"), "stamp", self.numbers),
            "approval": (tr("Approval"), "file-check", self.approval),
            "layout": (tr("Layout of notes"), "file-text", self.layout_of_notes),
            "formulas": (tr("Formulas"), "globe", self.formulas),
            "reminders": (tr("Reminders"), "bell", self.reminders),
            "holidays": (tr("Holidays"), "calendar-days", self.holidays),
            "lead_times": (tr("Lead times"), "calendar-clock", self.lead_times),
            "spelling": (tr("Spelling"), "pencil", self.spelling),
            "fonts": (tr("Fonts"), "file-plus", self.fonts),
            "window": (tr("Appearance"), "eye", self.window_section),
            "data": (tr("Data and safety"), "database", self.data),
        }
        self.buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        self.stack = QStackedWidget()
        places = QWidget()
        column = QVBoxLayout(places)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        for name, (title, icon_name, section) in self.sections.items():
            entry = button(title, partial(self.open, name), kind="section", icon_name=icon_name)
            entry.setCheckable(True)
            group.addButton(entry)
            self.buttons[name] = entry
            column.addWidget(entry)
            self.stack.addWidget(self._framed(section))
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(L)
        # At large text the list is higher than a small window.
        self._places = scrolling(places)
        row.addWidget(self._places)
        row.addWidget(self.stack, 1)
        self.column.addLayout(row, 1)
        self.buttons["mission"].setChecked(True)
        save = QShortcut(QKeySequence("Ctrl+S"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self._save_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        places = self._places.widget()
        if places is not None:
            bar = self._places.verticalScrollBar().sizeHint().width()
            self._places.setFixedWidth(places.sizeHint().width() + bar)

    def refresh(self) -> None:
        profile = self.desk.profile.get()
        assert profile is not None
        for _, _, section in self.sections.values():
            if isinstance(section, ProfileSection):
                section.show_profile(profile)
        self.emblem.refresh(profile)
        self.formulas.refresh(profile)
        self.fonts.refresh()
        # These read the duties; each does so too when it comes into sight.
        for shown in (self.holidays, self.lead_times):
            if shown.isVisible():
                shown.refresh()
        self.window_section.refresh()
        self.data.refresh(profile)

    def take_focus(self) -> None:
        next(each for each in self.buttons.values() if each.isChecked()).setFocus()

    def show_target(self, target: object) -> None:
        """Open the section of that name ("mission", "data" …); "check" looks over the register."""
        if target == "check":
            self.open("data")
            self.buttons["data"].setFocus()
            self.data.check_register()
        if target in self.sections:
            self.open(str(target))
            self.buttons[str(target)].setFocus()

    def open(self, name: str) -> None:
        """Open a section; the one that was open saves itself."""
        self.leave()
        self.buttons[name].setChecked(True)
        self.stack.setCurrentIndex(list(self.sections).index(name))

    def leave(self) -> None:
        self.lead_times.leave()
        for _, _, section in self.sections.values():
            if isinstance(section, ProfileSection) and section.dirty:
                try:
                    section.store()
                except InputError as error:
                    section.show_problem(error, quietly=True)
                    self.shell.say(tr("Not saved yet: {why}", why=error.message))

    def _save_shown(self) -> None:
        section = list(self.sections.values())[self.stack.currentIndex()][2]
        if isinstance(section, ProfileSection):
            section.save()

    def _framed(self, section: QWidget) -> QWidget:
        if isinstance(section, ProfileSection) and section.fills:
            return section
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 4, 0)
        section.setMaximumWidth(_WIDEST)
        row.addWidget(section, 1000)
        row.addStretch(1)
        return scrolling(content)
