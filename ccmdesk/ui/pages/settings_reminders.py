"""Settings of the reminders: the timer of this machine, the hours, and the ladder of each duty."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime, time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.errors import EnvironmentFault, InputError
from ccmdesk.domain.profile import Profile
from ccmdesk.domain.reminders import DEFAULT_LADDERS, ReminderSettings
from ccmdesk.system import timers
from ccmdesk.system.settings import load_settings, save_settings
from ccmdesk.ui import tray
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.settings_section import ProfileSection
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import XS, M, S, Tone
from ccmdesk.ui.widgets.buttons import button, dress
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.form import Form
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import label

SHOW_AFTER_SECONDS = 10
_POLL_MILLISECONDS = 300
_KINDS = {
    DutyKind.ART7_ANNUAL: "Annual Article 7 report",
    DutyKind.ART7_INITIAL: "Initial Article 7 report",
    DutyKind.ART3_DESTRUCTION: "Stockpiles destroyed",
    DutyKind.ART4_CLEARANCE: "Clearance complete",
    DutyKind.ART3_EXTENSION_REQUEST: "Article 3 extension request",
    DutyKind.ART4_EXTENSION_REQUEST: "Article 4 extension request",
    DutyKind.MEETING_MILESTONE: "What a meeting asks for",
}


class RemindersSection(ProfileSection):
    """Hours and ladders are saved like any section; the timer is put in place at once."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._asked: subprocess.Popen[bytes] | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MILLISECONDS)
        self._poll.timeout.connect(self._on_poll)
        self._build_timer()
        self._build_tray()
        self._build_hours()
        self._build_ladders()
        self.end()

    def _build_timer(self) -> None:
        card = self.card(
            tr("Without the window"),
            tr(
                "A timer of this machine looks for due reminders every {minutes} minutes, also "
                "while the program is closed. It needs no network and no administrator.",
                minutes=timers.EVERY_MINUTES,
            ),
        )
        self.pill = Pill("")
        card.head.addWidget(self.pill)
        self.state = label("", wrap=True)
        self.files = label("", "small", wrap=True)
        self.last = label("", "small", wrap=True)
        column = QVBoxLayout()
        column.setSpacing(XS)
        for each in (self.state, self.last, self.files):
            column.addWidget(each)
        card.body.addLayout(column)
        self.install = button(tr("Put it in place"), self._on_install, kind="primary")
        self.remove = button(tr("Take it away"), self._on_remove)
        self.show_one = button(
            tr("Show me one in ten seconds"), self._on_show_one, icon_name="bell"
        )
        box = QWidget()
        row = Flow(box)
        for each_button in (self.install, self.remove, self.show_one):
            row.addWidget(each_button)
        card.body.addWidget(box)
        self.told = label(
            tr(
                "It comes from a process of its own, as the timer's do: close the window in the "
                "meantime and it comes all the same."
            ),
            "small",
            wrap=True,
        )
        card.body.addWidget(self.told)

    def _build_tray(self) -> None:
        card = self.card(tr("When the window is closed"))
        self.tray = QCheckBox(tr("Go on behind the sign among those of the desktop"))
        self.no_tray = label(
            tr(
                "This desktop has no place for a sign of the program, so it ends when its window "
                "is closed."
            ),
            "muted",
            wrap=True,
        )
        card.body.addWidget(self.tray)
        card.body.addWidget(self.no_tray)
        self.tray.clicked.connect(self._on_tray)

    def _build_hours(self) -> None:
        card = self.card(
            tr("Hours"),
            tr(
                "Reminders come within these hours on working days; one whose date would pass "
                "in the meantime does not wait."
            ),
        )
        self.hours = Form()
        self.hours.add_row(
            Field(tr("From"), _hour_edit("09:00"), name="opens"),
            Field(tr("Until"), _hour_edit("18:00"), name="closes"),
        )
        self.add_form(card, self.hours)

    def _build_ladders(self) -> None:
        card = self.card(
            tr("How long before"),
            tr(
                "Days before the legal date. The day itself is always among them, and an overdue "
                "duty is named each working day."
            ),
        )
        self.ladders = Form()
        fields = [Field(tr(words), QLineEdit(), name=str(kind)) for kind, words in _KINDS.items()]
        for number in range(0, len(fields), 2):
            self.ladders.add_row(*fields[number : number + 2])
        self.add_form(card, self.ladders)
        self.usual = button(tr("Back to the usual days"), self._on_usual, icon_name="undo-2")
        row = QHBoxLayout()
        row.setSpacing(S)
        row.setContentsMargins(0, 0, 0, M)
        row.addWidget(self.usual)
        row.addStretch()
        card.body.addLayout(row)

    # What is stored

    def load(self, profile: Profile) -> None:
        settings = self.shell.desk.reminders.settings()
        self.hours.settle(
            {"opens": f"{settings.opens:%H:%M}", "closes": f"{settings.closes:%H:%M}"}
        )
        self.ladders.settle({str(kind): _words(settings.ladder(kind)) for kind in _KINDS})
        self.refresh()

    def apply(self, profile: Profile) -> Profile:
        return profile

    def store(self) -> None:
        """Store hours and ladders; raises InputError naming the field."""
        self.shell.desk.reminders.save_settings(self.typed())
        profile = self.shell.desk.profile.get()
        assert profile is not None
        self.load(profile)

    def save(self) -> None:
        """Store what is typed and say so, or show at its field what is wrong."""
        if not self.dirty:
            self.shell.say(tr("Nothing has changed here"))
            return
        try:
            self.store()
        except InputError as error:
            self.show_problem(error)
            return
        self.shell.say(tr("Reminders come by the new plan"))

    def typed(self) -> ReminderSettings:
        """Return the settings as typed; raises InputError naming the field."""
        hours, ladders = self.hours.texts(), self.ladders.texts()
        return ReminderSettings(
            _hour(hours["opens"], "opens"),
            _hour(hours["closes"], "closes"),
            {kind: _leads(ladders[str(kind)], str(kind)) for kind in _KINDS},
        )

    def _on_usual(self) -> None:
        self.ladders.fill({str(kind): _words(DEFAULT_LADDERS[kind]) for kind in _KINDS})

    # The timer

    def refresh(self) -> None:
        """Show how timer and sign stand."""
        self.shell.run(timers.state, self.show_state)
        there = tray.tray_is_there()
        self.tray.setVisible(there)
        self.no_tray.setVisible(not there)
        self.tray.setChecked(load_settings(self.shell.folder.settings).close_to_tray)

    def show_state(self, state: timers.TimerState) -> None:
        """Show how the timer stands."""
        if state.active:
            self.pill.set(tr("in place"), Tone.OK)
        elif state.installed:
            self.pill.set(tr("does not run"), Tone.DANGER)
        else:
            self.pill.set(tr("not in place"), Tone.WARN)
        self.state.setText(tr(state.detail))
        self.files.setText("\n".join(str(path) for path in state.files))
        self.files.setVisible(bool(state.files))
        self.last.setText(self._last_words(installed=state.installed))
        self.last.setVisible(bool(self.last.text()))
        self.install.setText(
            tr("Put it in place again") if state.installed else tr("Put it in place")
        )
        dress(self.install, "" if state.active else "primary")
        self.remove.setVisible(state.installed)

    def _last_words(self, *, installed: bool) -> str:
        try:
            seconds = self.shell.folder.reminders_looked.stat().st_mtime
        except OSError:
            return tr("Reminders were not looked for yet.") if installed else ""
        at = datetime.fromtimestamp(seconds, UTC).astimezone()
        return tr(
            "Reminders were last looked for on {day} at {hour}.",
            day=spoken(at.date()),
            hour=f"{at:%H:%M}",
        )

    def _on_install(self) -> None:
        root = self.shell.folder.root
        at_it = self.install.hasFocus()
        self.install.setEnabled(False)

        def done(state: timers.TimerState) -> None:
            self.install.setEnabled(True)
            if at_it:
                self.install.setFocus()
            self.show_state(state)
            self.shell.say(tr("Reminders come without the window now"))

        def failed(error: Exception) -> None:
            self.install.setEnabled(True)
            self.shell.show_error(error)
            self.refresh()

        self.shell.run(lambda: timers.install(root), done, failed)

    def _on_remove(self) -> None:
        def done(state: timers.TimerState) -> None:
            self.show_state(state)
            self.install.setFocus()
            self.shell.say(tr("The timer is gone; reminders come with the window only"))

        self.shell.run(timers.uninstall, done)

    def _on_show_one(self) -> None:
        if self._asked is not None:
            return
        words = timers.show_one_command(self.shell.folder.root, SHOW_AFTER_SECONDS)
        try:
            self._asked = subprocess.Popen(
                words,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except OSError as error:
            self.shell.show_error(error)
            return
        # It keeps the keyboard, which would go to the hours below and change them unseen.
        self.show_one.setText(tr("It comes in ten seconds"))
        self._poll.start()

    def _on_poll(self) -> None:
        asked = self._asked
        if asked is None or asked.poll() is None:
            return
        self._poll.stop()
        self._asked = None
        assert asked.stderr is not None
        with asked.stderr as stream:
            said = stream.read().decode("utf-8", "replace").strip()
        self.show_one.setText(tr("Show me one in ten seconds"))
        if asked.returncode == 0:
            self.shell.say(tr("The desktop has taken the reminder"))
        else:
            why = said.removeprefix("ccmdesk: ") or tr("The reminder could not be shown.")
            # A real one waits until it can be shown; this one does not.
            reason = why.partition(";")[0].rstrip(".")
            self.shell.show_error(EnvironmentFault(tr("{why}; try it again.", why=reason)))

    def _on_tray(self) -> None:
        folder = self.shell.folder
        settings = replace(load_settings(folder.settings), close_to_tray=self.tray.isChecked())
        if self.shell.attempt(lambda: save_settings(folder.settings, settings)):
            self.shell.fit_tray()


def _hour_edit(example: str) -> QLineEdit:
    edit = QLineEdit()
    edit.setPlaceholderText(example)
    return edit


def _words(leads: tuple[int, ...]) -> str:
    # The day itself goes without saying.
    return ", ".join(str(lead) for lead in leads if lead)


def _hour(text: str, field: str) -> time:
    hours, _, minutes = text.strip().replace(".", ":").replace("h", ":").partition(":")
    try:
        return time(int(hours), int(minutes or "0"))
    except ValueError:
        raise InputError(
            tr("“{text}” is no hour; type it like 14:30.", text=text.strip()), field
        ) from None


def _leads(text: str, field: str) -> tuple[int, ...]:
    parts = text.replace(";", ",").replace(" ", ",").split(",")
    try:
        return tuple(int(part) for part in parts if part.strip())
    except ValueError:
        raise InputError(tr("Give days as numbers with commas, as in 30, 14, 7."), field) from None
