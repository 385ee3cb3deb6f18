"""Letters to those who hold the facts: the request, the chaser, and that they were asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.domain.article7 import Report
from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.services.ministry_letters import Holder
from ccmdesk.ui.dialogs.decision import Decision
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.report_words import holder_line, listed, title_of
from ccmdesk.ui.tokens import S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import hairline, label

_MOST_HEIGHT = 330

REQUEST, CHASER = "request", "chaser"


@dataclass(frozen=True, slots=True)
class LettersDesk:
    """What the dialog can do: `paper` prints or saves a letter, `asked` records the request.

    `paper` is called with "request" or "chaser", the office, the day of the answer, and whether
    it is saved instead of printed.
    """

    holders: Callable[[], Sequence[Holder]]
    paper: Callable[[str, str, date | None, bool], object]
    asked: Callable[[str], object]


class MinistryLettersDialog(Decision):
    """Every office that holds forms, with its letters."""

    def __init__(self, parent: QWidget, report: Report, by: date | None, desk: LettersDesk) -> None:
        super().__init__(parent, tr("Letters to the ministries"), title_of(report), tr("Close"))
        self._desk = desk
        self.setMinimumWidth(600)
        self.cancel.hide()
        self.notice = Notice()
        self.body.addWidget(self.notice)
        self.by = DayEdit(by, name="by")
        self.by_field = Field(
            tr("Answer asked for by"), self.by, name="by", help=tr("Printed in every letter.")
        )
        self.body.addWidget(self.by_field)
        self.rows: list[HolderRow] = []
        self.none = label(
            tr(
                "Nobody is named yet. Say in each form which ministry or office holds its facts; "
                "then its letters are here."
            ),
            "muted",
            wrap=True,
        )
        self.body.addWidget(self.none)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, S, 0)
        self._column.setSpacing(S)
        self._column.addStretch()
        self._inner = inner
        self.area = scrolling(inner)
        self.body.addWidget(self.area)
        self.look_again()
        (self.rows[0].request if self.rows else self.yes).setFocus()

    def look_again(self) -> None:
        """Read who holds what again."""
        for former in self.rows:
            self._column.removeWidget(former)
            former.hide()
            former.deleteLater()
        self.rows = [HolderRow(holder) for holder in self._desk.holders()]
        for position, row in enumerate(self.rows):
            self._column.insertWidget(position, row)
            # At once, or the height is measured without it.
            row.show()
            row.request.clicked.connect(lambda _=False, row=row: self._paper(REQUEST, row, False))
            row.save_request.clicked.connect(
                lambda _=False, row=row: self._paper(REQUEST, row, True)
            )
            row.chaser.clicked.connect(lambda _=False, row=row: self._paper(CHASER, row, False))
            row.save_chaser.clicked.connect(lambda _=False, row=row: self._paper(CHASER, row, True))
            row.asked.clicked.connect(lambda _=False, row=row: self._asked(row))
        self.none.setVisible(not self.rows)
        self.by_field.setVisible(bool(self.rows))
        self.area.setVisible(bool(self.rows))
        self._column.activate()
        self.area.setFixedHeight(min(self._inner.sizeHint().height() + S, _MOST_HEIGHT))
        if self.isVisible():
            self.fit()

    def _paper(self, kind: str, row: "HolderRow", save: bool) -> None:
        self.by_field.set_error("")
        self.notice.say("")
        try:
            self._desk.paper(kind, row.holder.owner, self.by.day(), save)
        except InputError as error:
            if error.field == "by":
                self.by_field.set_error(error.message)
                self.by.setFocus()
            else:
                self.notice.say(error.message)
            self.fit()

    def _asked(self, row: "HolderRow") -> None:
        try:
            self._desk.asked(row.holder.owner)
        except CcmDeskError as error:
            self.notice.say(error.message)
            self.fit()
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
        acts = QWidget()
        row = Flow(acts, spacing=4)
        self.request = button(tr("Print the request"), kind="quiet", icon_name="printer")
        self.save_request = button(tr("Save it"), kind="quiet", icon_name="download")
        self.asked = button(tr("Asked today"), kind="quiet", icon_name="check")
        self.chaser = button(tr("Print the chaser"), kind="quiet", icon_name="printer")
        self.save_chaser = button(tr("Save it"), kind="quiet", icon_name="download")
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
        column.addWidget(acts)
        column.addWidget(hairline())


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
