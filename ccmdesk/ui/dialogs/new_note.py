"""Asks for which meeting and in which language a new note is to be written."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.note import NoteKind
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.ui.dialogs.decision import Decision
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import short_name, when
from ccmdesk.ui.note_words import kind_name, language_name
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field


class NewNoteDialog(Decision):
    """The choice before a new note.

    Signals: `chosen` (meeting code, language) when the officer agrees.
    """

    chosen = Signal(str, str)

    def __init__(
        self, parent: QWidget, meetings: Sequence[Meeting], language: str, today: date
    ) -> None:
        super().__init__(
            parent, tr("New note verbale"), kind_name(NoteKind.NOMINATION), tr("Start the note")
        )
        newest_first = sorted(
            meetings, key=lambda meeting: (meeting.start or date.max, meeting.code), reverse=True
        )
        self._days = {meeting.code: when(meeting) for meeting in newest_first}
        self.meeting = choice((each.code, short_name(each)) for each in newest_first)
        self.language = choice((code, language_name(code)) for code in LANGUAGES)
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        self.meeting_field = Field(tr("Meeting"), self.meeting, name="meeting")
        self.body.addWidget(self.meeting_field)
        self.body.addWidget(Field(tr("Language"), self.language, name="language"))
        self.meeting.currentIndexChanged.connect(lambda _: self._tell())
        next_one = _next(newest_first, today)
        if next_one is not None:
            self.meeting.setCurrentIndex(self.meeting.findData(next_one.code))
        self.yes.setEnabled(bool(newest_first))
        self._tell()
        self.accepted.connect(
            lambda: self.chosen.emit(
                str(self.meeting.currentData()), str(self.language.currentData())
            )
        )

    def choose(self, meeting_code: str) -> None:
        """Propose a meeting."""
        position = self.meeting.findData(meeting_code)
        if position >= 0:
            self.meeting.setCurrentIndex(position)

    def _tell(self) -> None:
        code = self.meeting.currentData()
        self.meeting_field.set_help(
            f"{code} · {self._days[code]}" if code else tr("Add a meeting first, under Meetings.")
        )


def _next(meetings: Sequence[Meeting], today: date) -> Meeting | None:
    coming = [each for each in meetings if each.start and (each.end or each.start) >= today]
    return min(coming, key=lambda each: each.start or date.max, default=None)
