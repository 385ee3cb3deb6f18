"""In place of a form: the letters to those who hold the facts, and that they were asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.services.ministry_letters import Holder
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.report_words import holder_line, listed
from ccmdesk.ui.tokens import L, M, S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import hairline, label

REQUEST, CHASER = "request", "chaser"


@dataclass(frozen=True, slots=True)
class LettersDesk:
    """What the panel can do: `paper` prints or saves a letter, `asked` records the request.

    `paper` is called with "request" or "chaser", the office, the day of the answer, and whether
    it is saved instead of printed.
    """

    holders: Callable[[], Sequence[Holder]]
    paper: Callable[[str, str, date | None, bool], object]
    asked: Callable[[str], object]


class MinistryLetters(QWidget):
    """Every office that holds forms, with its letters.

    Signals: `closed` to go back to the forms.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._desk: LettersDesk | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, L)
        column.setSpacing(M)
        head = QHBoxLayout()
        head.setSpacing(S)
        self.back = button(
            "", self.closed.emit, kind="quiet", icon_name="arrow-left", tip=tr("Back to the forms")
        )
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(tr("Letters to the ministries"), "section", wrap=True), 1)
        column.addLayout(head)
        column.addWidget(
            label(
                tr(
                    "The request asks an office for its forms, with what Article 7 wants under "
                    "each; the chaser reminds it of what it was asked and what it promised."
                ),
                "muted",
                wrap=True,
            )
        )
        self.notice = Notice()
        column.addWidget(self.notice)
        self.by = DayEdit(name="by")
        self.by_field = Field(
            tr("Answer asked for by"), self.by, name="by", help=tr("Printed in every letter.")
        )
        # What was wrong with a day says nothing of the one that is typed now.
        self.by.textEdited.connect(lambda _: self.by_field.set_error(""))
        column.addWidget(self.by_field)
        self.rows: list[HolderRow] = []
        self.none = label(
            tr(
                "Nobody is named yet. Say in each form which ministry or office holds its facts; "
                "then its letters are here."
            ),
            wrap=True,
        )
        column.addWidget(self.none)
        self._column = QVBoxLayout()
        self._column.setSpacing(M)
        column.addLayout(self._column)
        column.addStretch()

    def open(self, by: date | None, desk: LettersDesk) -> None:
        """Show the letters of a report; `by` is the day proposed for the answers."""
        self._desk = desk
        self.by.set_day(by)
        self.by_field.set_error("")
        self.notice.say("")
        self.look_again()
        (self.rows[0].request if self.rows else self.back).setFocus()

    def look_again(self) -> None:
        """Read who holds what again."""
        for former in self.rows:
            self._column.removeWidget(former)
            former.hide()
            former.deleteLater()
        self.rows = [HolderRow(holder) for holder in (self._desk.holders() if self._desk else ())]
        before: QWidget = self.by
        for row in self.rows:
            self._column.addWidget(row)
            row.request.clicked.connect(lambda _=False, row=row: self._paper(REQUEST, row, False))
            row.save_request.clicked.connect(
                lambda _=False, row=row: self._paper(REQUEST, row, True)
            )
            row.chaser.clicked.connect(lambda _=False, row=row: self._paper(CHASER, row, False))
            row.save_chaser.clicked.connect(lambda _=False, row=row: self._paper(CHASER, row, True))
            row.asked.clicked.connect(lambda _=False, row=row: self._asked(row))
            # At once, so that the keyboard can go there.
            row.show()
            for each in row.acts():
                self.setTabOrder(before, each)
                before = each
        self.none.setVisible(not self.rows)
        self.by_field.setVisible(bool(self.rows))

    def _paper(self, kind: str, row: "HolderRow", save: bool) -> None:
        self.by_field.set_error("")
        self.notice.say("")
        assert self._desk is not None
        try:
            self._desk.paper(kind, row.holder.owner, self.by.day(), save)
        except InputError as error:
            if error.field == "by":
                self.by_field.set_error(error.message)
                self.by.setFocus()
            else:
                self.notice.say(error.message)

    def _asked(self, row: "HolderRow") -> None:
        assert self._desk is not None
        try:
            self._desk.asked(row.holder.owner)
        except CcmDeskError as error:
            self.notice.say(error.message)
            return
        self.look_again()
        again = next((each for each in self.rows if each.holder.owner == row.holder.owner), None)
        if again is not None:
            again.chaser.setFocus()


class HolderRow(QWidget):
    """One office, its forms, and its letters."""

    def __init__(self, holder: Holder) -> None:
        super().__init__()
        self.holder = holder
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QWidget()
        line = Flow(head)
        line.addWidget(label(holder.owner, "strong"))
        if not holder.waiting:
            line.addWidget(Pill(tr("all received"), Tone.OK))
        elif holder.asked:
            line.addWidget(Pill(tr("asked"), Tone.ACCENT))
        else:
            line.addWidget(Pill(tr("not asked yet"), Tone.WARN))
        column.addWidget(head)
        column.addWidget(label(_told(holder), "small", wrap=True))
        line_of_acts = QWidget()
        row = Flow(line_of_acts, spacing=4)
        self.request = button(tr("Print the request"), kind="quiet", icon_name="printer")
        self.save_request = button(tr("Save the request"), kind="quiet", icon_name="download")
        self.asked = button(tr("Asked today"), kind="quiet", icon_name="check")
        self.chaser = button(tr("Print the chaser"), kind="quiet", icon_name="printer")
        self.save_chaser = button(tr("Save the chaser"), kind="quiet", icon_name="download")
        for each, words in (
            (self.request, tr("Print the request")),
            (self.save_request, tr("Save the request")),
            (self.asked, tr("Record that they were asked today")),
            (self.chaser, tr("Print the chaser")),
            (self.save_chaser, tr("Save the chaser")),
        ):
            each.setAccessibleName(f"{holder.owner}: {words}")
            each.setToolTip(words)
            row.addWidget(each)
        out = bool(holder.waiting)
        unasked = any(form.asked_on is None for form in holder.forms if form.received_on is None)
        for each in (self.request, self.save_request):
            each.setVisible(out)
        self.asked.setVisible(out and unasked)
        for each in (self.chaser, self.save_chaser):
            each.setVisible(bool(holder.asked))
        column.addWidget(line_of_acts)
        column.addWidget(hairline())

    def acts(self) -> tuple[QPushButton, ...]:
        """Return the buttons in the order they are read."""
        return self.request, self.save_request, self.asked, self.chaser, self.save_chaser


def _told(holder: Holder) -> str:
    letters = list(holder.letters)
    forms = (
        tr("Form {letters}", letters=listed(letters))
        if len(letters) == 1
        else tr("Forms {letters}", letters=listed(letters))
    )
    days = {
        line
        for form in holder.forms
        if (line := holder_line(form).removeprefix(form.owner).removeprefix(" · "))
    }
    return " · ".join([forms, *sorted(days)])
