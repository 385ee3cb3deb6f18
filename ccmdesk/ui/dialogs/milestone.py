"""Dialogs for what a meeting asks: one milestone, or the usual ones at once."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from ccmdesk.domain.addressee_day import place_of
from ccmdesk.domain.dates import parse_day, spoken
from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.services.milestones import MilestonesService
from ccmdesk.ui.dialogs.note_step import StepDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.milestone_words import KIND_WORDS, ZONES, counted_words, read_hour
from ccmdesk.ui.tokens import M, S
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field, FieldRow
from ccmdesk.ui.widgets.moves_list import MovesList
from ccmdesk.ui.widgets.text import label

PAPER, BEFORE, AFTER = "paper", "before", "after"
_PAUSE = 250


class MilestoneDialog(StepDialog):
    """What is to be done, by when, and which paper says so.

    `stored_id` is the id of the milestone once it is stored.
    """

    def __init__(
        self, parent: QWidget, milestones: MilestonesService, meeting: Meeting, milestone: Milestone
    ) -> None:
        known = milestone.id != 0
        super().__init__(
            parent,
            tr("Change the milestone") if known else tr("Add a milestone"),
            _opening_sentence(meeting),
            tr("Save the change") if known else tr("Add"),
        )
        self.setMinimumWidth(680)
        self._milestones, self._meeting, self._base = milestones, meeting, milestone
        self.stored_id = milestone.id
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.look_ahead)
        self._fields(milestone)
        self._show(milestone)
        self.moves = MovesList()
        self.body.addWidget(self.moves)
        self.moves.hide()
        self.take = self._store
        self.how.currentIndexChanged.connect(lambda _: self._follow_how())
        self.kind.currentIndexChanged.connect(lambda _: self._follow_kind())
        for editor in (self.day, self.count, self.closes):
            editor.textChanged.connect(lambda _: self._timer.start())
        self._follow_how()
        if not known:
            self._follow_kind()
        self.title.setFocus()

    def _fields(self, milestone: Milestone) -> None:
        self.kind = choice((str(kind), tr(words)) for kind, words in KIND_WORDS.items())
        self.title = QLineEdit()
        self.how = choice(
            (
                (PAPER, tr("a day that a paper names")),
                (BEFORE, tr("days before the opening")),
                (AFTER, tr("days after the opening")),
            )
        )
        self.day = DayEdit(name="due")
        self.count = QLineEdit()
        self.closes = QLineEdit()
        self.closes.setPlaceholderText("18:00")
        zones = list(dict.fromkeys((*ZONES, milestone.zone)))
        self.zone = choice((zone, place_of(zone)) for zone in zones)
        self.as_written, self.source = QLineEdit(), QLineEdit()
        self.why, self.paper = QLineEdit(), QLineEdit()
        self._row(
            Field(tr("Kind"), self.kind, name="kind"),
            Field(tr("What is to be done"), self.title, name="title"),
        )
        self._row(
            Field(tr("Set by"), self.how, name="how"),
            Field(tr("Day"), self.day, name="due"),
            Field(tr("Days"), self.count, name="days_before"),
        )
        self._row(
            Field(
                tr("Hour"), self.closes, name="closes", help=tr("Empty: until the end of the day.")
            ),
            Field(tr("By the clock in"), self.zone, name="zone"),
        )
        self.add(
            Field(
                tr("The day as the paper writes it"),
                self.as_written,
                name="as_written",
                help=tr("Copy its words, with the weekday; where the two differ it is said."),
            ),
            Field(tr("Source"), self.source, name="source"),
        )
        if milestone.id:
            self._row(
                Field(tr("Why it changes"), self.why, name="why"),
                Field(tr("From which paper"), self.paper, name="paper"),
            )

    def _row(self, *fields: Field) -> None:
        for each in fields:
            self.fields[each.name] = each
        self.body.addWidget(FieldRow(*fields))

    def _show(self, milestone: Milestone) -> None:
        self.kind.setCurrentIndex(self.kind.findData(str(milestone.kind)))
        self.title.setText(milestone.title)
        days = milestone.days_before
        how = PAPER if days is None else BEFORE if days >= 0 else AFTER
        self.how.setCurrentIndex(self.how.findData(how))
        self.day.set_day(milestone.due)
        self.count.setText("" if days is None else str(abs(days)))
        self.closes.setText(milestone.closes.isoformat("minutes") if milestone.closes else "")
        self.zone.setCurrentIndex(self.zone.findData(milestone.zone))
        self.as_written.setText(milestone.as_written)
        self.source.setText(milestone.source)

    def _follow_how(self) -> None:
        paper = self.how.currentData() == PAPER
        self.fields["due"].setVisible(paper)
        self.fields["days_before"].setVisible(not paper)
        self.fields["as_written"].setVisible(paper)
        self.fields["source"].set_help(
            tr("The paper that sets the day.")
            if paper
            else tr("What the count rests on; empty: the mission's own plan.")
        )
        self._timer.start()
        self.fit()

    def _follow_kind(self) -> None:
        """Let the title follow the kind, as long as nobody typed another one."""
        known = {tr(words) for words in KIND_WORDS.values()} | {""}
        if self.title.text().strip() in known:
            kind = MilestoneKind(self.kind.currentData())
            other = kind is MilestoneKind.OTHER
            self.title.setText("" if other else tr(KIND_WORDS[kind]))

    def typed(self) -> Milestone:
        """Return what is typed; raises InputError naming the wrong field."""
        paper = self.how.currentData() == PAPER
        return replace(
            self._base,
            kind=MilestoneKind(self.kind.currentData()),
            title=" ".join(self.title.text().split()),
            due=self._day() if paper else None,
            days_before=None if paper else self._days(),
            as_written=self.as_written.text().strip() if paper else "",
            closes=read_hour(self.closes.text()),
            zone=str(self.zone.currentData()),
            source=" ".join(self.source.text().split()),
        )

    def _day(self) -> date:
        text = self.day.text().strip()
        if not text:
            raise InputError(tr("Give the day the paper names."), "due")
        return parse_day(text, "due")

    def _days(self) -> int:
        text = self.count.text().strip()
        if not (text.isascii() and text.isdigit() and len(text) < 5):
            raise InputError(tr("Give the number of days, such as 30."), "days_before")
        return int(text) if self.how.currentData() == BEFORE else -int(text)

    def look_ahead(self) -> None:
        """Show which dates the change moves, once what is typed makes sense."""
        try:
            typed = self.typed()
            found = self._milestones.preview(typed) if self._base.id else []
        except CcmDeskError:
            self._counted("")
            self.moves.hide()
            self.fit()
            return
        day = typed.day(self._meeting.start)
        self._counted(tr("That is {day}.", day=spoken(day)) if day else "")
        self.moves.show_moves(found)
        self.moves.setVisible(bool(found))
        self.fit()

    def _counted(self, words: str) -> None:
        self.fields["days_before"].set_help(words)

    def _store(self) -> None:
        why, paper = self.why.text().strip(), self.paper.text().strip()
        self.stored_id = self._milestones.save(self.typed(), why, paper).id


class UsualMilestonesDialog(StepDialog):
    """What meetings usually ask, to be ticked."""

    def __init__(
        self,
        parent: QWidget,
        meeting: Meeting,
        proposals: Sequence[Milestone],
        add: Callable[[list[MilestoneKind]], object],
    ) -> None:
        super().__init__(
            parent,
            tr("Add the usual milestones"),
            _opening_sentence(meeting)
            + " "
            + tr("Each day is counted from the opening and can be changed afterwards."),
            tr("Add"),
        )
        self.setMinimumWidth(560)
        self.boxes: dict[MilestoneKind, QCheckBox] = {}
        for each in proposals:
            self.body.addWidget(self._line(each, meeting))
        self.take = lambda: add([kind for kind, box in self.boxes.items() if box.isChecked()])
        self._show_what_can_be_done()
        first = next(iter(self.boxes.values()), None)
        (first or self.yes).setFocus()

    def _line(self, milestone: Milestone, meeting: Meeting) -> QWidget:
        box = self.boxes[milestone.kind] = QCheckBox(milestone.title)
        box.setChecked(True)
        box.toggled.connect(lambda _: self._show_what_can_be_done())
        day = milestone.day(meeting.start)
        count = counted_words(milestone.days_before or 0)
        told = " · ".join(part for part in (spoken(day) if day else "", count) if part)
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S // 2)
        column.addWidget(box)
        for words in (told, milestone.source):
            if words:
                second = label(words, "small", wrap=True)
                second.setContentsMargins(M * 2, 0, 0, 0)
                column.addWidget(second)
        box.setAccessibleDescription(f"{told}. {milestone.source}")
        return line

    def _show_what_can_be_done(self) -> None:
        count = sum(box.isChecked() for box in self.boxes.values())
        self.yes.setEnabled(count > 0)
        self.yes.setText(tr("Add 1") if count == 1 else tr("Add {count}", count=count))


def _opening_sentence(meeting: Meeting) -> str:
    if meeting.start is None:
        return tr("{code} has no opening day yet.", code=meeting.code)
    return tr("{code} opens on {day}.", code=meeting.code, day=spoken(meeting.start))
