"""Settings: how long the way to a date is, step by step, and who is away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.domain.holiday_entries import Place
from ccmdesk.domain.meeting_duties import milestone_id
from ccmdesk.domain.safe_start import Absence, Leg, LegKind, SafeStart, start_moves
from ccmdesk.ui.dialogs.absence import AbsenceDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.lead_time_words import LEG_WORDS, PLACE_WORDS, plan_words
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import Form
from ccmdesk.ui.widgets.text import hairline, label

_USUAL_PLACE = {
    LegKind.CAPITAL: Place.CAPITAL,
    LegKind.TRANSLATION: Place.CANTON,
    LegKind.APPROVAL: Place.CANTON,
    LegKind.COURIER: Place.UN_OFFICE,
}


class LeadTimesSection(QWidget):
    """The steps of one kind of duty, and the list of absences.

    What is typed is kept with the button, and when another kind or section is opened.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self._kind = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self._steps())
        column.addWidget(self._away())
        column.addStretch()

    def _steps(self) -> Card:
        card = Card(tr("Lead times"))
        card.body.setContentsMargins(L, M, L, L)
        card.body.setSpacing(M)
        card.body.addWidget(
            label(
                tr(
                    "Counted back from the internal date, they give the latest day on which work "
                    "has to begin. A step of no days is left out."
                ),
                "muted",
                wrap=True,
            )
        )
        self.kind = choice(())
        self.kind.currentIndexChanged.connect(lambda _: self._show_other())
        card.body.addWidget(Field(tr("Kind of duty"), self.kind, name="kind"))
        self.form = Form()
        for leg in LegKind:
            places = choice((str(place), tr(words)) for place, words in PLACE_WORDS.items())
            self.form.add_row(
                Field(tr(LEG_WORDS[leg]), QLineEdit(), name=str(leg)),
                Field(tr("Counted in"), places, name=f"{leg}_place"),
            )
            places.setAccessibleName(tr("{step}: counted in", step=tr(LEG_WORDS[leg])))
        self.form.changed.connect(self._on_changed)
        self.form.submitted.connect(self.save)
        card.body.addWidget(self.form)
        self.next = label("", "muted", wrap=True)
        card.body.addWidget(self.next)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addStretch()
        self.save_button = button(tr("Save"), self.save, kind="primary")
        row.addWidget(self.save_button)
        card.body.addLayout(row)
        return card

    def _away(self) -> Card:
        self.add_button = button(tr("Add an absence…"), self.add_absence, icon_name="plus")
        card = Card(tr("Who is away"), self.add_button)
        card.body.setContentsMargins(L, M, L, L)
        card.body.setSpacing(M)
        self._absences: tuple[Absence, ...] | None = None
        self._lines = QWidget()
        self._list = QVBoxLayout()
        self._list.addWidget(self._lines)
        card.body.addLayout(self._list)
        return card

    # What is there

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def refresh(self) -> None:
        """Read steps and absences again; what is typed and not kept stays."""
        service = self.shell.desk.safe_starts
        if not self.kind.count():
            self.kind.blockSignals(True)
            for kind in service.kinds():
                self.kind.addItem(plan_words(kind), kind)
            usual = self.kind.findData(str(DutyKind.ART7_ANNUAL))
            self.kind.setCurrentIndex(max(usual, 0))
            self.kind.blockSignals(False)
        if not self._kind or not self.form.dirty:
            self._load()
        self._show_next()
        self._show_absences(service.absences())

    def _load(self) -> None:
        self._kind = str(self.kind.currentData())
        legs = {leg.kind: leg for leg in self.shell.desk.safe_starts.legs(self._kind)}
        values = {}
        for kind in LegKind:
            leg = legs.get(kind, Leg(kind, 0, _USUAL_PLACE[kind]))
            values[str(kind)] = str(leg.working_days)
            values[f"{kind}_place"] = str(leg.place)
        self.form.settle(values)
        self._on_changed()

    def _show_other(self) -> None:
        self.leave()
        self._load()
        self._show_next()

    def _on_changed(self) -> None:
        self.save_button.setEnabled(self.form.dirty)

    def _show_next(self) -> None:
        """Say what the steps mean for the next duty of the kind."""
        desk = self.shell.desk
        duties = {each.duty.key: each.duty for each in desk.deadlines.duties()}
        for start in desk.safe_starts.all():
            if start.key in duties and self._kind_of(start.key) == self._kind:
                duty = duties[start.key]
                self.next.setText(
                    tr(
                        "{title}, internal date {day}: work has to begin by {start}.",
                        title=duty.title,
                        day=spoken(duty.internal_due),
                        start=spoken(start.start_by),
                    )
                )
                return
        self.next.setText(tr("No duty of this kind waits at present."))

    def _kind_of(self, key: str) -> str:
        _, kind, period = key.split(":", 2)
        number = milestone_id(period) if kind == DutyKind.MEETING_MILESTONE else None
        if number is None:
            return kind
        return f"{kind}/{self.shell.desk.milestones.get(number).kind}"

    def _show_absences(self, absences: tuple[Absence, ...]) -> None:
        if absences == self._absences:
            return
        self._absences = absences
        self._list.removeWidget(self._lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for index, absence in enumerate(absences):
            if index:
                column.addWidget(hairline())
            column.addLayout(self._line(absence))
        if not absences:
            column.addWidget(
                label(tr("Nobody is away, as far as is known here."), "muted", wrap=True)
            )
        self._list.addWidget(self._lines)

    def _line(self, absence: Absence) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(absence.name, "strong", wrap=True))
        days = spoken(absence.first)
        if absence.last != absence.first:
            days = tr("{first} to {last}", first=days, last=spoken(absence.last))
        told = " · ".join(part for part in (days, absence.reason) if part)
        words.addWidget(label(told, "small", wrap=True))
        row.addLayout(words, 1)
        for icon_name, verb, act in (
            ("pencil", tr("Change the absence of {name}", name=absence.name), self._change),
            ("trash-2", tr("Remove the absence of {name}", name=absence.name), self._remove),
        ):
            each = button("", icon_name=icon_name, tip=verb)
            each.clicked.connect(lambda _, act=act: act(absence))
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    # What the officer does

    def save(self) -> None:
        """Keep the steps typed, or show at its field what is wrong."""
        before = self._starts()
        try:
            self.shell.desk.safe_starts.save_legs(self._kind, self.typed())
        except InputError as error:
            if not self.form.show_error(error):
                self.shell.show_error(error)
            return
        except CcmDeskError as error:
            self.shell.show_error(error)
            return
        self._load()
        self._show_next()
        self._tell(tr("The lead times are saved"), before)

    def typed(self) -> list[Leg]:
        """Return the steps as typed; raises InputError naming the wrong field."""
        texts = self.form.texts()
        stored = {leg.kind for leg in self.shell.desk.safe_starts.legs(self._kind)}
        legs = []
        for kind in LegKind:
            text = texts[str(kind)].strip() or "0"
            if not (text.isascii() and text.isdigit() and len(text) < 5):
                raise InputError(tr("Give the number of working days, such as 5."), str(kind))
            if int(text) or kind in stored:
                legs.append(Leg(kind, int(text), Place(texts[f"{kind}_place"])))
        return legs

    def leave(self) -> None:
        """Keep what is typed where it can be kept; else say that it was not."""
        if not self._kind or not self.form.dirty:
            return
        try:
            self.shell.desk.safe_starts.save_legs(self._kind, self.typed())
        except CcmDeskError as error:
            self.shell.say(tr("Not saved: {why}", why=error.message))
            return
        self._load()

    def add_absence(self) -> None:
        """Open the dialog for a new absence."""
        self._open(None)

    def _change(self, absence: Absence) -> None:
        self._open(absence)

    def _open(self, absence: Absence | None) -> None:
        profile = self.shell.desk.profile.get()
        people = [each.name for each in profile.approvers] if profile else []
        dialog = AbsenceDialog(self, self.shell.desk.safe_starts, people, absence)
        said = tr("The absence is changed") if absence else tr("The absence is added")
        before = self._starts()
        dialog.taken.connect(lambda: self._said(said, before))
        dialog.open()

    def _remove(self, absence: Absence) -> None:
        safe_starts, before = self.shell.desk.safe_starts, self._starts()
        if self.shell.attempt(lambda: safe_starts.remove_absence(absence.id)):
            self._said(tr("Removed: {name}", name=absence.name), before)
            self.add_button.setFocus()

    def _said(self, text: str, before: list[SafeStart]) -> None:
        self.refresh()
        self._tell(text, before)

    def _tell(self, said: str, before: list[SafeStart]) -> None:
        """Say what was done, and how many duties have to be begun on another day for it."""
        count = len(start_moves(before, self._starts()))
        if count == 1:
            said = tr("{said}; one duty has to be begun on another day", said=said)
        elif count:
            said = tr(
                "{said}; {count} duties have to be begun on another day", said=said, count=count
            )
        self.shell.said_with_undo(said)

    def _starts(self) -> list[SafeStart]:
        try:
            return self.shell.desk.safe_starts.all()
        except InputError:
            # Where a step has no day left, Deadlines says so.
            return []
