"""A new meeting: taken from the shipped list, or typed by hand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.services.search_text import matches
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import short_name, when
from ccmdesk.ui.pages.meeting_facts import FORMAL_CODE, MeetingForm
from ccmdesk.ui.tokens import L, S
from ccmdesk.ui.widgets.back_line import BackLine
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.data_table import Column
from ccmdesk.ui.widgets.fitting_table import FittingTable
from ccmdesk.ui.widgets.page_head import PageHead
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.search_field import SearchField
from ccmdesk.ui.widgets.text import label

BLANK = Meeting(code="", name="", kind=MeetingKind.STATES_PARTIES)


class NewMeeting(QWidget):
    """Two cards: choose a meeting of the shipped list, or create one by hand.

    `formal_name` names a meeting by its kind and ordinal; such a name is put in, not asked for.

    Signals: `chosen` (Meeting of the shipped list), `create_wanted`, `cancelled`.
    """

    chosen = Signal(object)
    create_wanted = Signal()
    cancelled = Signal()

    def __init__(self, formal_name: Callable[[MeetingKind, int], str]) -> None:
        super().__init__()
        self._formal_name = formal_name
        self._suggested: dict[str, str] = {}
        self._shipped: list[Meeting] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        self.back = BackLine(tr("Meetings"), self.cancelled.emit)
        top = QVBoxLayout()
        top.setSpacing(S)
        top.addWidget(self.back)
        top.addWidget(
            PageHead(tr("New meeting"), tr("Take it from the list, or type what you know of it."))
        )
        column.addLayout(top)
        row = QHBoxLayout()
        row.setSpacing(L)
        row.addWidget(self._listed(), 4)
        row.addWidget(self._by_hand(), 3)
        column.addLayout(row, 1)

    def _listed(self) -> Card:
        card = Card(tr("From the list"))
        card.body.addWidget(
            label(tr("The formal meetings known when this program was made."), "small", wrap=True)
        )
        self.search = SearchField(tr("Search the list"))
        self.search.textChanged.connect(lambda _text: self._show())
        card.body.addWidget(self.search)
        self.table = FittingTable(
            (
                Column(tr("Code"), lambda meeting: meeting.code, 7, strong=True),
                Column(tr("Name"), short_name),
                Column(tr("Dates"), when, 31),
            ),
            tr("Meetings of the list"),
            {2: 600},
        )
        self.table.row_opened.connect(self.chosen.emit)
        card.body.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        self.take = button(tr("Take this meeting"), self._take)
        foot.addWidget(self.take)
        card.body.addLayout(foot)
        return card

    def _by_hand(self) -> Card:
        card = Card(tr("By hand"))
        self.form = MeetingForm(short=True)
        self.form.submitted.connect(self.create_wanted)
        self.form.changed.connect(self._suggest)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, S, 0)
        column.addWidget(self.form)
        column.addStretch()
        card.body.addWidget(scrolling(inner), 1)
        foot = QHBoxLayout()
        foot.addStretch()
        self.create_button = button(
            tr("Create the meeting"), self.create_wanted.emit, kind="primary"
        )
        foot.addWidget(self.create_button)
        card.body.addLayout(foot)
        return card

    def begin(self, shipped: Sequence[Meeting]) -> None:
        """Offer the shipped meetings that are not taken yet and go to the form."""
        self._shipped = list(shipped)
        self._show()
        self.form.fields["code"].editor.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self._suggested = {}
        self.form.load(BLANK)

    def read(self) -> Meeting:
        """Return the meeting typed by hand; raises InputError."""
        return self.form.read(BLANK)

    def _suggest(self) -> None:
        """Let kind, ordinal and name follow the code, as long as nobody typed others."""
        texts = self.form.texts()
        coded = FORMAL_CODE.fullmatch(texts["code"].strip())
        if coded:
            self._put("ordinal", coded[1])
            kind = "msp" if coded[2].upper() == "MSP" else "rc"
            self._put("kind", kind, usual=str(BLANK.kind))
        texts = self.form.texts()
        ordinal = texts["ordinal"].strip()
        if ordinal.isascii() and ordinal.isdigit():
            self._put("name", self._formal_name(MeetingKind(texts["kind"]), int(ordinal)))

    def _put(self, name: str, value: str, usual: str = "") -> None:
        present = self.form.texts()[name]
        untouched = present in (usual, self._suggested.get(name, usual))
        if untouched and present != value:
            self._suggested[name] = value
            self.form.fill({name: value})

    def _show(self) -> None:
        rows = [
            each
            for each in self._shipped
            if matches(self.search.text(), each.code, each.name, each.city, when(each))
        ]
        self.table.show_rows(rows, keep=lambda meeting: meeting.code)
        if rows and self.table.chosen() is None:
            self.table.selectRow(0)
        self.take.setEnabled(bool(rows))

    def _take(self) -> None:
        meeting = self.table.chosen()
        if meeting is not None:
            self.chosen.emit(meeting)
