"""The reminders on Today: what came up while nobody was there, and what waits for a choice."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ccmdesk.domain.reminder_round import Digest, Standing
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.icons import pixmap
from ccmdesk.ui.keyboard import keyboard_in
from ccmdesk.ui.reminder_words import missed_sentence
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import ICON, XS, L, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.text import hairline, label
from ccmdesk.ui.widgets.waiting_row import WaitingRow

_FIRST = 4


class AwayNotice(QFrame):
    """One digest of what was missed, with the way to it; hidden while there is nothing to say."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(L, M, M, M)
        row.setSpacing(M)
        self._mark = QLabel()
        row.addWidget(self._mark)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(tr("While you were away"), "strong"))
        self.sentence = label("", "muted", wrap=True)
        column.addWidget(self.sentence)
        row.addLayout(column, 1)
        self.look = button(tr("Look at them"), lambda: shell.go("while_away"))
        row.addWidget(self.look)
        self.hide()

    def show_missed(self, missed: Digest | None) -> None:
        """Say what was missed, or nothing."""
        if missed:
            self._tint()
            self.sentence.setText(missed_sentence(missed))
            self.setAccessibleName(f"{tr('While you were away')}. {self.sentence.text()}")
        self.setVisible(bool(missed))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self._mark.setPixmap(pixmap("history", theme.palette().warn, ICON))


class WaitingCard(Card):
    """The duties that wait for a choice, the nearest first; hidden while there are none."""

    def __init__(self, shell: Shell, title: str, *, most: int = _FIRST) -> None:
        self.more = button("", self._show_all, kind="quiet")
        super().__init__(title, self.more)
        self.body.setSpacing(0)
        # The rows have a margin of their own inside, for the ring of the keyboard.
        self.body.setContentsMargins(S, M, S, S)
        self.head.setContentsMargins(S, 0, S, XS)
        self._shell, self._most, self._all = shell, most, False
        self._duties: tuple[Standing, ...] = ()
        self._body = QWidget()
        self.body.addWidget(self._body)
        self.rows: list[WaitingRow] = []
        self.hide()

    def show_duties(self, duties: Sequence[Standing]) -> None:
        """Show the duties; the keyboard stays where it was in the list."""
        if tuple(duties) == self._duties:
            return
        self._duties = tuple(duties)
        self._build()

    def take_focus(self) -> bool:
        """Put the keyboard on the first duty; return whether there is one."""
        if self.rows:
            self.rows[0].words.setFocus()
        return bool(self.rows)

    def _show_all(self) -> None:
        self._all = not self._all
        self._build()
        self.more.setFocus()

    def _build(self) -> None:
        place = next((n for n, row in enumerate(self.rows) if keyboard_in(row)), -1)
        self.body.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        shown = self._duties if self._all else self._duties[: self._most]
        self.rows = []
        for number, duty in enumerate(shown):
            if number:
                line = QHBoxLayout()
                line.setContentsMargins(S, 0, S, 0)
                line.addWidget(hairline())
                column.addLayout(line)
            row = WaitingRow(
                duty, partial(self._shell.go, "deadlines", duty.duty_key), self._choose, self.rows
            )
            self.rows.append(row)
            column.addWidget(row)
        self.body.addWidget(self._body)
        rest = len(self._duties) - self._most
        self.more.setText(
            tr("Show the nearest {count}", count=self._most)
            if self._all
            else tr("Show all {count}", count=len(self._duties))
        )
        self.more.setVisible(rest > 0)
        self.setVisible(bool(self.rows))
        if place >= 0 and self.rows:
            self.rows[min(place, len(self.rows) - 1)].words.setFocus()

    def _choose(self, choice: str, duty: Standing) -> None:
        if not self._shell.ready:
            return
        if choice == "report":
            self._shell.go("report", duty.duty_key)
            return
        # Loaded with the first choice: the dialogs are not needed for the first paint.
        from ccmdesk.ui.reminder_acts import choose

        choose(self._shell, self.window(), choice, duty)
