"""Today: what is due next, the notes in hand, and the twelve months ahead."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.dates import long_date, spoken, weekday_name
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.note_line import NoteLine
from ccmdesk.services.today_view import TodayView
from ccmdesk.ui.duty_words import (
    ARTICLE_7,
    count_days,
    due_line,
    is_open,
    left_tone,
    left_words,
    short_day,
    short_days,
    short_title,
)
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import STATE_TONES, kind_name, state_name
from ccmdesk.ui.page import Page
from ccmdesk.ui.pages.today_reminders import AwayNotice, WaitingCard
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M, S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.list_card import ListCard
from ccmdesk.ui.widgets.list_row import ListRow
from ccmdesk.ui.widgets.page_head import PageHead
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.search_button import SearchButton
from ccmdesk.ui.widgets.strip_folding import StripItem
from ccmdesk.ui.widgets.text import label
from ccmdesk.ui.widgets.year_strip import YearStrip

_ROWS = 5
_TALL = 900


class TodayPage(Page):
    """Shows a `TodayView`; the first page of the window, painted before the services are there."""

    kinds = frozenset({"profile", "meetings", "notes", "duties", "delegations", "reminders"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._view: TodayView | None = None
        self.search = SearchButton(shell.open_finder)
        self.new_note = button(
            tr("New note"), lambda: shell.go("notes", "new"), kind="primary", icon_name="plus"
        )
        self.new_note.setToolTip(tr("New note (Ctrl+N)"))
        self.head = PageHead(" ", " ", self.search, self.new_note)
        self.column.addWidget(self.head)

        self.deadlines = ListCard(
            tr("Next deadlines"), tr("All deadlines"), lambda: shell.go("deadlines")
        )
        self.notes = ListCard(tr("Notes"), tr("Register"), lambda: shell.go("notes"))
        self.strip = YearStrip()
        self.strip.day_wanted.connect(lambda day: shell.go("deadlines", day))
        year = Card(tr("The next twelve months"))
        year.body.addWidget(self.strip)
        self.nothing_ahead = label(tr("Nothing falls into these twelve months."), "muted")
        year.body.addWidget(self.nothing_ahead)

        self.away = AwayNotice(shell)
        self.waiting = WaitingCard(shell, tr("Waiting for you"))

        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self.away)
        column.addWidget(self.waiting)
        pair = QHBoxLayout()
        pair.setSpacing(L)
        pair.addWidget(self.deadlines, 3)
        pair.addWidget(self.notes, 2)
        column.addLayout(pair)
        column.addWidget(year)
        column.addStretch(1)
        self.column.addWidget(scrolling(content), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        air = S if self.height() < _TALL else M
        self.strip.set_air(min(max((self.height() - 620) // 2, 0), 160))
        for card in (self.deadlines, self.notes):
            card.set_air(air)

    def refresh(self) -> None:
        self._look()
        # What an act has changed for the reminders is worked out aside.
        self.shell.run(self.desk.reminders.plan, self._on_planned, self._on_not_planned)

    def _on_planned(self, made: bool) -> None:
        if made and self.shell.ready:
            self._look()

    def _on_not_planned(self, error: Exception) -> None:
        """Leave the list as it is; who watches the reminders says what stands in the way."""

    def _look(self) -> None:
        from ccmdesk.services.first_look import first_look

        view = first_look(self.shell.folder.root, self.desk.clock)
        if view is not None and view != self._view:
            self.show_view(view)

    def show_view(self, view: TodayView) -> None:
        """Show how things stand."""
        self._view = view
        self.away.show_missed(view.missed)
        self.waiting.show_duties(view.waiting)
        self.head.title.setText(f"{weekday_name(view.today)} {long_date(view.today)}")
        self.head.sentence.setText(sentence(view))
        self._show_deadlines(view)
        self._show_notes(view)
        items = strip_items(view, self.shell)
        self.strip.show_year(view.today, items)
        self.nothing_ahead.setVisible(not self.strip.labels)

    def take_focus(self) -> None:
        if self.away.isVisibleTo(self):
            self.away.look.setFocus()
        elif not self.waiting.take_focus():
            (self.deadlines.first_row or self.new_note).setFocus()

    def _show_deadlines(self, view: TodayView) -> None:
        waiting = {each.duty_key for each in view.waiting}
        others = [each for each in view.deadlines if each.duty.key not in waiting]
        rows = [
            ListRow(
                tracked.duty.title,
                due_line(tracked),
                left_words(tracked),
                left_tone(tracked),
                act=partial(self.shell.go, "deadlines", tracked.duty.key),
            )
            for tracked in others[:_ROWS]
        ]
        empty = tr("No duty is open. What comes up appears here by itself.")
        if waiting:
            empty = tr("Nothing else is open. What waits for you stands above.")
        left_out = tr("What waits for you stands above and is left out here.")
        self.deadlines.show_rows(rows, empty, under=left_out if waiting and rows else "")

    def _show_notes(self, view: TodayView) -> None:
        lines = sorted(view.notes, key=lambda line: line.state.sealed)
        rows = [
            ListRow(
                note_title(line),
                note_second(line),
                state_name(line.state),
                STATE_TONES[line.state],
                act=partial(self.shell.go, "notes", line.id),
            )
            for line in lines[:_ROWS]
        ]
        self.notes.show_rows(
            rows,
            tr("Drafts and issued notes appear here. The first one takes a few minutes."),
            button(tr("Write the first note"), lambda: self.shell.go("notes", "new")),
        )


def sentence(view: TodayView) -> str:
    """Return how things stand in one line."""
    parts = []
    report = next((each for each in view.deadlines if each.duty.kind in ARTICLE_7), None)
    overdue = view.overdue
    if report is not None and report.days_left == 0:
        parts.append(tr("The Article 7 report is due today"))
    elif report is not None and report.days_left > 0:
        days = count_days(report.days_left)
        parts.append(tr("{days} to the next Article 7 report", days=days))
    elif report is not None:
        days = count_days(-report.days_left)
        parts.append(tr("An Article 7 report is {days} late", days=days))
    if overdue == 1 and report is not None and report.days_left < 0:
        pass  # said already
    elif overdue:
        parts.append(tr("1 duty overdue") if overdue == 1 else tr("{n} duties overdue", n=overdue))
    else:
        parts.append(tr("nothing overdue") if parts else tr("Nothing overdue"))
    return " · ".join(parts)


def note_title(line: NoteLine) -> str:
    """Return what a note is called in a list: its number, if it has one, and its subject."""
    subject = kind_name(line.kind)
    return (
        tr("No. {number} · {subject}", number=line.number, subject=subject)
        if line.number
        else subject
    )


def note_second(line: NoteLine) -> str:
    """Return the second line of a note: its meeting, and when it was issued or last changed."""
    if not line.state.sealed:
        when = tr("changed {day}", day=spoken(line.updated_at.astimezone().date()))
    else:
        when = tr("issued {day}", day=spoken(line.dated)) if line.dated else tr("issued")
    return " · ".join(part for part in (line.meeting_code, when) if part)


def strip_items(view: TodayView, shell: Shell) -> list[StripItem]:
    """Return what the strip shows: open duties as days, meetings as spans of days."""
    items = [
        StripItem(
            day=tracked.duty.due,
            label=f"{short_day(tracked.duty.due)} · {short_title(tracked.duty)}",
            tip=f"{tracked.duty.title}. {due_line(tracked)}",
            tone=left_tone(tracked),
            act=partial(shell.go, "deadlines", tracked.duty.key),
        )
        for tracked in view.deadlines
        if is_open(tracked) and tracked.days_left >= 0
    ]
    items += [_meeting_item(meeting, shell) for meeting in view.meetings if meeting.start]
    return items


def _meeting_item(meeting: Meeting, shell: Shell) -> StripItem:
    assert meeting.start is not None
    days = short_days(meeting.start, meeting.end)
    until = f" – {spoken(meeting.end)}" if meeting.end else ""
    place = f", {meeting.city}" if meeting.city else ""
    return StripItem(
        day=meeting.start,
        label=f"{days} · {meeting.code}",
        tip=f"{meeting.name}. {spoken(meeting.start)}{until}{place}",
        tone=Tone.ACCENT,
        act=lambda: shell.go("meetings", meeting.code),
        last=meeting.end,
    )
