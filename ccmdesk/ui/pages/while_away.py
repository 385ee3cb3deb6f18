"""While you were away: what came up, what is still possible, what is past its date; one page."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.reminder_round import Digest
from ccmdesk.domain.reminders import Reminder
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.page import Page
from ccmdesk.ui.pages.today_reminders import WaitingCard
from ccmdesk.ui.reminder_words import missed_days, missed_sentence, reminders_words
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import XS, L, M, S, Tone
from ccmdesk.ui.widgets.back_line import BackLine
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.empty_state import EmptyState
from ccmdesk.ui.widgets.list_row import ListRow
from ccmdesk.ui.widgets.page_head import PageHead
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import hairline

_ALL = 1000


class WhileAwayPage(Page):
    """The digest: looked at with one button; its duties wait on Today until a choice is made."""

    kinds = frozenset({"duties", "reminders", "profile"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.back = BackLine(tr("Today"), lambda: shell.go("today"))
        self.column.addWidget(self.back)
        self.looked = button(
            tr("I have looked at it"), self._on_looked, kind="primary", icon_name="check"
        )
        self.looked.setToolTip(
            tr("The page does not come up again; the duties wait on Today for your choice")
        )
        self.head = PageHead(tr("While you were away"), " ", self.looked)
        self.column.addWidget(self.head)
        self.lost = WaitingCard(shell, tr("Past the legal date, and still owed"), most=_ALL)
        self.possible = WaitingCard(shell, tr("Still possible"), most=_ALL)
        self.missed = Card(tr("Reminders that came up"))
        self.missed.body.setContentsMargins(S, M, S, S)
        self.missed.head.setContentsMargins(S, 0, S, XS)
        self.missed.body.setSpacing(0)
        self._list = QWidget()
        self.missed.body.addWidget(self._list)
        self.content = QWidget()
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        for card in (self.lost, self.possible, self.missed):
            column.addWidget(card)
        column.addStretch(1)
        self.area = scrolling(self.content)
        self.column.addWidget(self.area, 1)
        self.nothing = EmptyState(
            tr("Nothing came up while you were away."),
            button(tr("Back to Today"), lambda: shell.go("today"), kind="primary"),
        )
        self.column.addWidget(self.nothing, 1)

    def refresh(self) -> None:
        self.show_digest(self.desk.reminders.digest())

    def show_digest(self, digest: Digest) -> None:
        """Show what was missed."""
        self.head.sentence.setText(missed_sentence(digest) if digest else tr("Nothing was missed"))
        self.looked.setVisible(bool(digest))
        self.area.setVisible(bool(digest))
        self.nothing.setVisible(not digest)
        self.lost.show_duties(digest.lost)
        self.possible.show_duties(digest.still_possible)
        self._show_missed(digest.missed)

    def take_focus(self) -> None:
        self.looked.setFocus()

    def _show_missed(self, missed: Sequence[Reminder]) -> None:
        self.missed.title.setText(tr("{reminders} came up", reminders=reminders_words(len(missed))))
        self.missed.body.removeWidget(self._list)
        self._list.hide()
        self._list.deleteLater()
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        of_duty: dict[str, list[Reminder]] = {}
        for each in missed:
            of_duty.setdefault(each.duty_key, []).append(each)
        for number, own in enumerate(of_duty.values()):
            if number:
                line = QHBoxLayout()
                line.setContentsMargins(S, 0, S, 0)
                line.addWidget(hairline())
                column.addLayout(line)
            column.addWidget(
                ListRow(own[-1].title, missed_days(own), reminders_words(len(own)), Tone.PLAIN)
            )
        self.missed.body.addWidget(self._list)

    def _on_looked(self) -> None:
        # The button goes with what was looked at, and must not take the keyboard elsewhere.
        self.back.button.setFocus()
        if self.shell.attempt(self.desk.reminders.looked_at_digest):
            self.shell.go("today")
