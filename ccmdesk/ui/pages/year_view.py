"""The year as twelve months: every deadline, meeting and holiday, and the day that is chosen."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import TrackedDuty
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.year_view_marks import counted, marks_of, meeting_mark
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import XS, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.list_row import ListRow
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import hairline, label
from ccmdesk.ui.widgets.year_days import Mark, MarkKind, YearDays
from ccmdesk.ui.widgets.year_grid import YearGrid
from ccmdesk.ui.widgets.year_legend import YearLegend

FIRST_YEAR, LAST_YEAR = 2008, 2100
# An internal date lies before its legal date by a chain of holidays at most.
_LONGEST_WAY = timedelta(days=31)

_AIR = XS


class YearView(Card):
    """Twelve months, the line that explains the signs, and what stands on the chosen day.

    Signals: `duty_chosen` (duty) when one of the day is chosen, `year_shown` (year) when another
    year comes up.
    """

    duty_chosen = Signal(object)
    year_shown = Signal(int)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._tracked: dict[str, TrackedDuty] = {}
        self.rows: list[ListRow] = []
        self.body.setContentsMargins(M, S, M, M)
        self._build_head()
        self.grid = YearGrid()
        self.grid.day_chosen.connect(self._on_day)
        self.grid.day_opened.connect(self._on_opened)
        self.grid.year_wanted.connect(self.show_year)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(XS, XS, XS, XS)
        column.addWidget(self.grid)
        self.area = scrolling(inside)
        self.body.addWidget(self.area, 1)
        self.legend = YearLegend()
        self.body.addWidget(self.legend)
        self.body.addWidget(hairline())
        self.day_words = label("", "strong", wrap=True)
        self.body.addWidget(self.day_words)
        list_box = QWidget()
        self._list = QVBoxLayout(list_box)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.list_area = scrolling(list_box)
        self.body.addWidget(self.list_area)

    def _build_head(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(S)
        self.before = button(
            "", lambda: self.show_year(self.year - 1), kind="quiet", icon_name="chevron-left"
        )
        self.before.setAccessibleName(tr("The year before"))
        self.before.setToolTip(tr("The year before"))
        self.after = button(
            "", lambda: self.show_year(self.year + 1), kind="quiet", icon_name="chevron-right"
        )
        self.after.setAccessibleName(tr("The year after"))
        self.after.setToolTip(tr("The year after"))
        self.title = label("", "section")
        self.counts = label("", "muted", wrap=True)
        self.now = button(tr("Today"), self.show_today, kind="quiet")
        row.addWidget(self.before)
        row.addWidget(self.title)
        row.addWidget(self.after)
        row.addSpacing(S)
        row.addWidget(self.counts, 1)
        row.addWidget(self.now)
        self.body.addLayout(row)

    @property
    def year(self) -> int:
        """Return the year shown."""
        return self.grid.days.year

    def show_today(self) -> None:
        """Show the present year with today chosen."""
        self._show(self._shell.desk.clock.today())

    def show_year(self, year: int) -> None:
        """Show another year, at the same day of it; years without duties can be shown too."""
        if FIRST_YEAR <= year <= LAST_YEAR:
            day = self.grid.day
            last = 28 if (day.month, day.day) == (2, 29) else day.day
            self._show(day.replace(year=year, day=last))

    def show_day(self, day: date) -> None:
        """Show a day in its year."""
        if FIRST_YEAR <= day.year <= LAST_YEAR:
            self._show(day)

    def refresh(self) -> None:
        """Read the year again."""
        day = self.grid.day
        self._show(day if day.year >= FIRST_YEAR else self._shell.desk.clock.today())

    def tracked(self, key: str) -> TrackedDuty | None:
        """Return a duty of the year by its key, as it was read last."""
        return self._tracked.get(key)

    def take_focus(self) -> None:
        """Put the keyboard on the chosen day."""
        self.grid.setFocus()

    # Inside

    def _show(self, day: date) -> None:
        days = self._read(day.year)
        self.grid.show_days(days, day)
        self.title.setText(str(day.year))
        self.counts.setText(counted(days))
        self.before.setEnabled(day.year > FIRST_YEAR)
        self.after.setEnabled(day.year < LAST_YEAR)
        self._show_day(day)
        self.year_shown.emit(day.year)

    def _read(self, year: int) -> YearDays:
        desk = self._shell.desk
        first, last = date(year, 1, 1), date(year, 12, 31)
        duties = desk.deadlines.duties(start=first, end=last + _LONGEST_WAY)
        self._tracked = {each.duty.key: each for each in duties}
        marks = [mark for each in duties for mark in marks_of(each) if mark.day.year == year]
        for meeting in desk.meetings.all():
            held = meeting_mark(meeting)
            if held is not None and held.day <= last and first <= (held.last or held.day):
                marks.append(held)
        calendar = desk.deadlines.calendar()
        every_day = (first + timedelta(days=n) for n in range((last - first).days + 1))
        holidays = {day: name for day in every_day if (name := calendar.holiday(day))}
        return YearDays(year, desk.clock.today(), holidays, tuple(marks))

    def _on_day(self, day: date) -> None:
        self._show_day(day)
        first = next((m for m in self.grid.days.of(day) if m.kind is not MarkKind.MEETING), None)
        if first is not None:
            self.duty_chosen.emit(self._tracked[first.key])

    def _on_opened(self, day: date) -> None:
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_day(self, day: date) -> None:
        days = self.grid.days
        words = [spoken(day)]
        if day == days.today:
            words.append(tr("today"))
        if day in days.holidays:
            words.append(tr("UN Office closed: {name}", name=days.holidays[day]))
        marks = days.of(day)
        if len(marks) > 1:
            words.append(tr("{n} on this day", n=len(marks)))
        if not marks:
            words.append(tr("nothing falls on this day"))
        self.day_words.setText(" · ".join(words))
        self._show_rows(marks)
        # Once the layout knows how tall the months are.
        QTimer.singleShot(0, self.grid, self._reveal)

    def _reveal(self) -> None:
        middle = self.grid.box_of(self.grid.day).center()
        self.area.ensureVisible(middle.x(), middle.y() + XS, 40, 80)

    def _show_rows(self, marks: list[Mark]) -> None:
        for old in self.rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows = []
        for mark in marks:
            row = ListRow(mark.title, mark.second, mark.word, mark.tone, partial(self._open, mark))
            row.set_air(_AIR)
            self._list.addWidget(row)
            row.show()
            self.rows.append(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The same room for every day, or the months would jump with each key; more rows scroll.
        row = _row_height()
        self.list_area.setFixedHeight(row * (2 if self.height() > 16 * row else 1))
        # In a low window the months come before the words about their signs.
        self.legend.setVisible(self.height() > 10 * row)
        QTimer.singleShot(0, self.grid, self._reveal)

    def _open(self, mark: Mark) -> None:
        if mark.kind is MarkKind.MEETING:
            self._shell.go("meetings", mark.key)
        else:
            self.duty_chosen.emit(self._tracked[mark.key])


def _row_height() -> int:
    """Return how tall a line of a day is, so that none is cut in half."""
    row = ListRow("8", "8", "8")
    row.set_air(_AIR)
    return row.sizeHint().height()
