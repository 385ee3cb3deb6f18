"""Asks what a new note is for, for which meeting and in which language it is to be written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.note import NoteKind, NoteLine, NoteState
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.ui import theme
from ccmdesk.ui.dialogs.decision import Decision
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import short_name, when
from ccmdesk.ui.note_words import kind_name, kind_use, language_name
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field

_NO_MEETING = ""


@dataclass(frozen=True, slots=True)
class NoteChoice:
    """What was chosen for a new note; `answers` is the id of the note amended or corrected."""

    kind: NoteKind
    language: str
    meeting_code: str = ""
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class NoteOffer:
    """From what a new note is chosen; `issued` are the mission's own notes, the newest first."""

    meetings: Sequence[Meeting]
    issued: Sequence[NoteLine]
    language: str
    today: date


class NewNoteDialog(Decision):
    """The choice before a new note: its kind first.

    Signals: `chosen` (NoteChoice) when the officer agrees.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, offer: NoteOffer) -> None:
        super().__init__(parent, tr("New note verbale"), "", tr("Start the note"))
        self.setMinimumWidth(720)
        newest_first = sorted(
            offer.meetings, key=lambda each: (each.start or date.max, each.code), reverse=True
        )
        self._days = {meeting.code: when(meeting) for meeting in newest_first}
        next_one = _next(newest_first, offer.today)
        self._proposed = next_one.code if next_one else _NO_MEETING
        self._issued = [line for line in offer.issued if line.state is not NoteState.CANCELLED]
        self.kind = _kinds()
        self.kind_field = Field(tr("What the note is for"), self.kind, name="kind")
        self.meeting = choice(
            [
                (_NO_MEETING, tr("no meeting")),
                *((each.code, short_name(each)) for each in newest_first),
            ]
        )
        self.meeting_field = Field(tr("Meeting"), self.meeting, name="meeting")
        self.earlier = choice((str(line.id), _earlier_words(line)) for line in self._issued)
        self.earlier_field = Field(tr("Issued note"), self.earlier, name="earlier")
        self.language = choice((code, language_name(code)) for code in LANGUAGES)
        self.language.setCurrentIndex(max(self.language.findData(offer.language), 0))
        self.language_field = Field(tr("Language"), self.language, name="language")
        for each in (self.kind_field, self.earlier_field, self.meeting_field, self.language_field):
            self.body.addWidget(each)
        self.kind.currentItemChanged.connect(lambda *_: self._on_kind())
        self.kind.itemDoubleClicked.connect(lambda *_: self.yes.click())
        self.meeting.currentIndexChanged.connect(lambda _: self._tell())
        self.earlier.currentIndexChanged.connect(lambda _: self._on_earlier())
        self.choose_kind(NoteKind.NOMINATION)
        self.kind.setFocus()
        self.accepted.connect(lambda: self.chosen.emit(self.choice()))

    def choice(self) -> NoteChoice:
        """Return what is chosen."""
        kind, rule = self._kind(), RULES[self._kind()]
        line = self._line() if rule.earlier else None
        language = str(self.language.currentData())
        if line is not None:
            return NoteChoice(kind, language, line.meeting_code, line.id)
        return NoteChoice(kind, language, str(self.meeting.currentData()))

    def choose(self, meeting_code: str) -> None:
        """Propose a meeting."""
        position = self.meeting.findData(meeting_code)
        if position >= 0:
            self._proposed = meeting_code
            self.meeting.setCurrentIndex(position)

    def choose_kind(self, kind: NoteKind) -> None:
        """Propose a kind."""
        row = self.kind.topLevelItem(list(NoteKind).index(kind))
        assert row is not None
        self.kind.setCurrentItem(row)

    def _kind(self) -> NoteKind:
        row = self.kind.currentIndex().row()
        return list(NoteKind)[max(row, 0)]

    def _line(self) -> NoteLine | None:
        position = self.earlier.currentIndex()
        lines = self._amendable()
        return lines[position] if 0 <= position < len(lines) else None

    def _amendable(self) -> list[NoteLine]:
        if self._kind() is not NoteKind.AMENDMENT:
            return self._issued
        return [
            line for line in self._issued if RULES[line.kind].lists_delegation and line.meeting_code
        ]

    def _on_kind(self) -> None:
        rule = RULES[self._kind()]
        if rule.earlier:
            self._offer_earlier()
        elif rule.meeting and not self.meeting.currentData():
            self.meeting.setCurrentIndex(max(self.meeting.findData(self._proposed), 0))
        elif not rule.meeting:
            self.meeting.setCurrentIndex(self.meeting.findData(_NO_MEETING))
        self.earlier_field.setVisible(rule.earlier)
        self.meeting_field.setVisible(not rule.earlier)
        self._tell()
        self.fit()

    def _offer_earlier(self) -> None:
        kept = self._line()
        self.earlier.blockSignals(True)
        self.earlier.clear()
        lines = self._amendable()
        for line in lines:
            self.earlier.addItem(_earlier_words(line), str(line.id))
        if kept in lines:
            self.earlier.setCurrentIndex(lines.index(kept))
        self.earlier.blockSignals(False)
        self._on_earlier()

    def _on_earlier(self) -> None:
        line = self._line()
        if line is not None:
            # The answer speaks the language of the note it follows.
            self.language.setCurrentIndex(max(self.language.findData(line.language), 0))
        self._tell()

    def _tell(self) -> None:
        rule, code = RULES[self._kind()], str(self.meeting.currentData() or "")
        if rule.earlier:
            line = self._line()
            nothing = (
                tr("No note that named a delegation was issued yet.")
                if self._kind() is NoteKind.AMENDMENT
                else tr("No note was issued yet.")
            )
            self.earlier_field.set_help(line.subject if line else nothing)
            self.yes.setEnabled(line is not None)
            return
        if code:
            self.meeting_field.set_help(f"{code} · {self._days[code]}")
        elif rule.meeting and not self._days:
            self.meeting_field.set_help(tr("Add a meeting first, under Meetings."))
        elif rule.meeting:
            self.meeting_field.set_help(tr("This kind of note belongs to a meeting; choose it."))
        else:
            self.meeting_field.set_help(tr("Only where the note belongs to one."))
        self.yes.setEnabled(bool(code) or not rule.meeting)


def _kinds() -> QTreeWidget:
    """Return the list of kinds: what each is called, and when it is written."""
    kinds = QTreeWidget()
    kinds.setColumnCount(2)
    kinds.setHeaderHidden(True)
    kinds.setRootIsDecorated(False)
    kinds.setUniformRowHeights(True)
    kinds.setFrameShape(QFrame.Shape.NoFrame)
    kinds.setTextElideMode(Qt.TextElideMode.ElideRight)
    kinds.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    kinds.setStyleSheet("QTreeView::item { padding: 3px 8px; }")
    for kind in NoteKind:
        row = QTreeWidgetItem([kind_name(kind), kind_use(kind)])
        row.setForeground(1, QColor(theme.palette().muted))
        for column in range(2):
            row.setToolTip(column, kind_use(kind))
        kinds.addTopLevelItem(row)
    kinds.resizeColumnToContents(0)
    rows = kinds.sizeHintForRow(0) * kinds.topLevelItemCount()
    kinds.setFixedHeight(min(rows + 4, 330))
    return kinds


def _earlier_words(line: NoteLine) -> str:
    when_dated = spoken(line.dated) if line.dated else ""
    return " · ".join(part for part in (line.number, when_dated, kind_name(line.kind)) if part)


def _next(meetings: Sequence[Meeting], today: date) -> Meeting | None:
    coming = [each for each in meetings if each.start and (each.end or each.start) >= today]
    return min(coming, key=lambda each: each.start or date.max, default=None)
