"""Meetings: the list, one meeting with its parts, and a new one."""

from functools import cached_property

from PySide6.QtWidgets import QStackedWidget

from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.domain.meeting import Meeting
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import in_order, when
from ccmdesk.ui.page import Page
from ccmdesk.ui.pages.meeting_list import Line, MeetingList
from ccmdesk.ui.pages.meeting_view import MeetingView
from ccmdesk.ui.pages.new_meeting import NewMeeting
from ccmdesk.ui.shell import Shell


class MeetingsPage(Page):
    """Goes between the list, a meeting and a new meeting."""

    kinds = frozenset({"meetings", "delegations", "people", "notes", "profile", "duties"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.list = MeetingList()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.column.addWidget(self.stack, 1)
        self.list.opened.connect(self.open)
        self.list.new_wanted.connect(self.begin_new)

    # Made when first needed: the list must not wait for them.

    @cached_property
    def view(self) -> MeetingView:
        """Return the page of one meeting."""
        view = MeetingView(self.shell)
        view.back_wanted.connect(self.back)
        view.removed.connect(self._show_list)
        self.stack.addWidget(view)
        return view

    @cached_property
    def new(self) -> NewMeeting:
        """Return the page of a new meeting."""
        new = NewMeeting(self.desk.meetings.formal_name)
        new.cancelled.connect(self._show_list)
        new.chosen.connect(self.take)
        new.create_wanted.connect(self.store_new)
        self.stack.addWidget(new)
        return new

    @property
    def _in_a_meeting(self) -> bool:
        return isinstance(self.stack.currentWidget(), MeetingView)

    def go_home(self) -> None:
        if self._in_a_meeting:
            self.back()
        else:
            self._show_list()

    def refresh(self) -> None:
        if not self._in_a_meeting:
            self._refresh_list()
            return
        shown = self.view.meeting
        for meeting in self.desk.meetings.all():
            # The code may have changed, the id may have come only now.
            if meeting.id == shown.id if shown.id and meeting.id else meeting.code == shown.code:
                self.view.show_meeting(meeting)
                return
        self._show_list()

    def show_target(self, target: object) -> None:
        """Open the meeting with that code, that id, or a new one for "new"."""
        if target == "new":
            self.begin_new()
            return
        for meeting in self.desk.meetings.all():
            if meeting == target or target == meeting.code or (target == meeting.id != 0):
                self.open(meeting)
                return

    def take_focus(self) -> None:
        if self._in_a_meeting:
            self.view.take_focus()
        elif self.stack.currentWidget() is self.list:
            self.list.search.setFocus()

    def leave(self) -> None:
        if self._in_a_meeting:
            self.view.save_what_can_be()

    def open(self, meeting: Meeting) -> None:
        """Open a meeting, unless another one holds something typed that cannot be stored."""
        if self._in_a_meeting and meeting.code != self.view.meeting.code and not self.view.save():
            return
        self.view.show_meeting(meeting)
        self.stack.setCurrentWidget(self.view)
        self.view.delegation.adding.picker.setFocus()

    def back(self) -> None:
        """Go back to the list once everything typed is stored."""
        if self.view.save():
            self._show_list()

    def begin_new(self) -> None:
        """Offer the shipped list and the form."""
        if self._in_a_meeting and not self.view.save():
            return
        meetings = in_order(self.desk.meetings.all(), self.desk.clock.today())
        self.stack.setCurrentWidget(self.new)
        self.new.begin([each for each in meetings if not each.id])

    def take(self, meeting: Meeting) -> None:
        """Store a meeting of the shipped list and open it."""
        stored: list[Meeting] = []
        if self.shell.attempt(lambda: stored.append(self.desk.meetings.adopt(meeting.code))):
            self.open(stored[0])

    def store_new(self) -> None:
        """Store the meeting typed by hand and open it."""
        try:
            meeting = self.desk.meetings.save(self.new.read())
        except InputError as error:
            if not self.new.form.show_error(error):
                self.shell.show_error(error)
            return
        except CcmDeskError as error:
            self.shell.show_error(error)
            return
        self.new.clear()
        self.open(meeting)
        concerns = self.desk.meetings.concerns(meeting)
        if concerns:
            self.shell.say(" ".join(concerns))

    def _show_list(self) -> None:
        self.stack.setCurrentWidget(self.list)
        self._refresh_list()
        self.list.table.setFocus()

    def _refresh_list(self) -> None:
        today = self.desk.clock.today()
        meetings = in_order(self.desk.meetings.all(), today)
        lines = [
            Line(each, len(self.desk.delegations.of(each.id)) if each.id else 0, today)
            for each in meetings
        ]
        coming = [each for each in meetings if each.start and (each.end or each.start) >= today]
        if coming:
            sentence = tr(
                "Next: {code}, {when}, {city}",
                code=coming[0].code,
                when=when(coming[0]),
                city=coming[0].city or tr("place not known yet"),
            )
        else:
            sentence = tr("No meeting lies ahead in the list")
        self.list.show_lines(lines, sentence)
