"""Before a meeting changes: which dates move with it, what speaks against it, why, which paper."""

from collections.abc import Callable, Collection
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import CcmDeskError, InputError, RefusedError
from ccmdesk.domain.meeting import Meeting
from ccmdesk.services.meetings import MeetingsService
from ccmdesk.ui.dialogs.note_step import StepDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import when
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field, FieldRow
from ccmdesk.ui.widgets.moves_list import MovesList
from ccmdesk.ui.widgets.notice import Notice

_PAUSE = 250


class MoveMeetingDialog(StepDialog):
    """The days of a meeting, and what becomes of its dates; nothing moves before it is accepted.

    `wanted` is the meeting as it is to be stored, `stored` as it is. `keep` stores what it is given
    with the reason and the paper.
    """

    def __init__(
        self,
        parent: QWidget,
        meetings: MeetingsService,
        stored: Meeting,
        wanted: Meeting,
        keep: Callable[[Meeting, str, str], object],
    ) -> None:
        super().__init__(
            parent,
            tr("Move {code}", code=stored.code),
            tr("Until now: {days}.", days=when(stored)),
            tr("Move the meeting"),
        )
        self.setMinimumWidth(640)
        self._meetings, self._stored, self._wanted = meetings, stored, wanted
        self.opens = DayEdit(wanted.start, name="start")
        self.closes = DayEdit(wanted.end, name="end")
        self._followed = self.closes.text()
        self.why, self.paper = QLineEdit(), QLineEdit()
        self._row(
            Field(tr("Opens"), self.opens, name="start"),
            Field(tr("Closes"), self.closes, name="end"),
        )
        self.concerns = QVBoxLayout()
        self.concerns.setSpacing(S)
        self.body.addLayout(self.concerns)
        self.moves = MovesList()
        self.body.addWidget(self.moves)
        self._row(
            Field(tr("Why it changes"), self.why, name="why"),
            Field(
                tr("From which paper"),
                self.paper,
                name="paper",
                help=tr("Both stand in the history of every date that moves."),
            ),
        )
        self._keep = keep
        self.take = self._store
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.look_ahead)
        self.opens.textChanged.connect(lambda _: self._follow_the_opening())
        for editor in (self.opens, self.closes):
            editor.textChanged.connect(lambda _: self._timer.start())
        self.look_ahead()
        (self.why if wanted != stored else self.opens).setFocus()

    def _row(self, *fields: Field) -> None:
        for each in fields:
            self.fields[each.name] = each
        self.body.addWidget(FieldRow(*fields))

    def _follow_the_opening(self) -> None:
        """Let a meeting that moves keep its length, as long as nobody typed when it closes."""
        opened, closed = self._wanted.start, self._wanted.end
        if opened is None or closed is None or self.closes.text() != self._followed:
            return
        try:
            day = self.opens.day()
            follows = day + (closed - opened) if day is not None else None
        except (InputError, OverflowError):
            return
        if follows is not None:
            self.closes.set_day(follows)
            self._followed = self.closes.text()

    def typed(self) -> Meeting:
        """Return the meeting with the days typed here; raises InputError naming the wrong one."""
        return replace(self._wanted, start=self.opens.day(), end=self.closes.day()).checked()

    def _store(self) -> None:
        if self._meetings.get(self._stored.id) != self._stored:
            raise RefusedError(
                tr(
                    "Another program changed {code} meanwhile; cancel, look at it, and move it "
                    "again.",
                    code=self._stored.code,
                )
            )
        self._keep(self.typed(), self.why.text().strip(), self.paper.text().strip())

    def look_ahead(self) -> None:
        """Show what moves and what speaks against it, once the days make sense."""
        self._clear_concerns()
        for name in ("start", "end"):
            self.fields[name].set_error("")
        try:
            typed = self.typed()
            moves = self._meetings.preview(typed)
            concerns = self._meetings.concerns(typed)
        except CcmDeskError as error:
            self.yes.setEnabled(False)
            self.moves.show_moves((), tr("What moves is shown once both days are right."))
            if isinstance(error, InputError) and error.field in self.fields:
                self.fields[error.field].set_error(error.message)
            self.fit()
            return
        for concern in concerns:
            notice = Notice()
            self.concerns.addWidget(notice)
            notice.say(concern)
        changed = typed != self._stored
        self.yes.setEnabled(changed)
        moved = (typed.start, typed.end) != (self._stored.start, self._stored.end)
        self.yes.setText(tr("Move the meeting") if moved else tr("Save the change"))
        nothing = tr("The meeting stays where it is.") if not changed else ""
        self.moves.show_moves(moves, nothing)
        self.fit()

    def _clear_concerns(self) -> None:
        while (item := self.concerns.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def wants_a_look(
    meetings: MeetingsService, stored: Meeting, wanted: Meeting, provisional: Collection[str]
) -> bool:
    """Tell whether storing a meeting moves a date that is there, or other days raise a concern.

    A date that is new is no move; nor is one that was `provisional` (keys of duties), as long as
    the meeting keeps its days: a convening note is what such dates wait for. Raises InputError
    naming the wrong field.
    """
    stays = (wanted.start, wanted.end) == (stored.start, stored.end)
    moves = [move for move in meetings.preview(wanted) if move.due[0] is not None]
    if stays:
        return any(move.key not in provisional for move in moves)
    return bool(moves or set(meetings.concerns(wanted)) - set(meetings.concerns(stored)))


def moved_sentence(meeting: Meeting, count: int) -> str:
    """Return what was done, for the foot of the window."""
    code = meeting.code
    day = spoken(meeting.start) if meeting.start else tr("no date yet")
    if not count:
        return tr("Saved: {code}, {day}", code=code, day=day)
    if count == 1:
        return tr("{code}: {day}; one duty moved with it", code=code, day=day)
    return tr("{code}: {day}; {count} duties moved with it", code=code, day=day, count=count)
