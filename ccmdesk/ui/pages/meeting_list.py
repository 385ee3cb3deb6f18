"""The list of meetings: coming ones first, then past ones."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.domain.meeting import Meeting
from ccmdesk.services.search_text import matches
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import short_name, standing, when
from ccmdesk.ui.tokens import L
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.data_table import Column
from ccmdesk.ui.widgets.fitting_table import FittingTable
from ccmdesk.ui.widgets.page_head import PageHead
from ccmdesk.ui.widgets.search_field import SearchField
from ccmdesk.ui.widgets.text import label


class Line(NamedTuple):
    """A meeting with the size of its delegation, as it is listed on a day."""

    meeting: Meeting
    members: int
    today: date


class MeetingList(QWidget):
    """Search and table.

    Signals: `opened` (Meeting), `new_wanted`.
    """

    opened = Signal(object)
    new_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        self.new_button = button(
            tr("New meeting"), self.new_wanted.emit, kind="primary", icon_name="plus"
        )
        self.open_button = button(
            tr("Open"), self._open_chosen, tip=tr("Open the meeting (Enter or a double click)")
        )
        self.head = PageHead(tr("Meetings"), "", self.open_button, self.new_button)
        self.head.sentence.setWordWrap(True)
        column.addWidget(self.head)
        card = Card()
        self.table = FittingTable(
            (
                Column(tr("Code"), lambda line: line.meeting.code, 8, strong=True),
                Column(tr("Name"), lambda line: short_name(line.meeting)),
                Column(tr("Dates"), lambda line: when(line.meeting), 34),
                Column(tr("Place"), lambda line: line.meeting.city, 11),
                Column(tr("Delegation"), _members, 10),
                Column(
                    tr("When"),
                    lambda line: standing(line.meeting, line.today)[0],
                    12,
                    lambda line: standing(line.meeting, line.today)[1],
                ),
            ),
            tr("Meetings"),
            {3: 900, 5: 760},
        )
        self.table.row_opened.connect(lambda line: self.opened.emit(line.meeting))
        self.table.row_chosen.connect(lambda _line: self.open_button.setEnabled(True))
        self.search = SearchField(tr("Search meetings"), self.table)
        self.search.textChanged.connect(lambda _text: self._show())
        card.body.addWidget(self.search)
        card.body.addWidget(self.table, 1)
        self.none_found = label(tr("No meeting is found by these letters."), "muted")
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.body.addWidget(self.none_found, 1)
        column.addWidget(card, 1)

    def show_lines(self, lines: list[Line], sentence: str) -> None:
        """Show the meetings in the order given."""
        self._lines = lines
        self.head.sentence.setText(sentence)
        self._show()

    def _show(self) -> None:
        typed = self.search.text()
        lines = [
            line
            for line in self._lines
            if matches(
                typed, line.meeting.code, line.meeting.name, line.meeting.city, when(line.meeting)
            )
        ]
        self.table.show_rows(lines, keep=lambda line: line.meeting.code)
        self.table.setVisible(bool(lines))
        self.none_found.setHidden(bool(lines))
        if lines and self.table.chosen() is None:
            self.table.selectRow(0)
        self.open_button.setEnabled(self.table.chosen() is not None)

    def _open_chosen(self) -> None:
        line = self.table.chosen()
        if line is not None:
            self.opened.emit(line.meeting)


def _members(line: Line) -> str:
    if not line.meeting.id or not line.members:
        return ""
    return tr("1 member") if line.members == 1 else tr("{count} members", count=line.members)
