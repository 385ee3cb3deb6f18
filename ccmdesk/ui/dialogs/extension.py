"""Asks for an extension that a meeting granted, and shows which dates it moves before it counts."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty_moves import Move
from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.domain.granted_extensions import stage_number, stage_of
from ccmdesk.domain.recorded import Extension, ExtensionStanding
from ccmdesk.domain.state import State
from ccmdesk.ui.dialogs.note_step import StepDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import M
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.choice import choice, open_choice
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.facts import FactLine, Facts
from ccmdesk.ui.widgets.field import Field, FieldRow
from ccmdesk.ui.widgets.text import label

_PAUSE_MS = 300
_MOST = 5
_ARTICLES = {3: "Article 3, stockpiles", 4: "Article 4, clearance"}


class ExtensionDialog(StepDialog):
    """The stage, its new deadline, the meeting that granted it and the paper that says so.

    Signals: `entered` (Extension) once it is stored.
    """

    entered = Signal(object)

    def __init__(self, parent: QWidget, shell: Shell, state: State, article: int = 4) -> None:
        super().__init__(
            parent,
            tr("Enter a granted extension"),
            tr(
                "For {state}. The date counts as granted; the deadline before it stays in the"
                " history.",
                state=state.name,
            ),
            tr("Enter the extension"),
        )
        self._shell, self._state = shell, state
        self._known = shell.desk.extensions.all(state.iso3)
        self._own = {stage_of(row): row for row in shell.desk.extensions.own(state.iso3)}
        self._asked = 0
        self._open = True
        self._build(article)
        self.remove = button(tr("Remove it"), self._on_remove, icon_name="trash-2")
        self.buttons.insertWidget(0, self.remove)
        self.stage.currentIndexChanged.connect(lambda _: self._on_stage())
        self._on_stage()
        self.take = self._enter
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.deadline.textChanged.connect(lambda _: self._pause.start())
        self.meeting.currentTextChanged.connect(lambda _: self._pause.start())
        self.source.textChanged.connect(lambda _: self._pause.start())
        self.stage.currentIndexChanged.connect(lambda _: self._pause.start())
        self.finished.connect(lambda _: self._on_finished())
        self._look()
        self.deadline.setFocus()

    def _build(self, article: int) -> None:
        self.article = choice((str(number), tr(words)) for number, words in _ARTICLES.items())
        self.article.setCurrentIndex(self.article.findData(str(article)))
        self.stage = choice([])
        self.deadline = DayEdit(name="deadline")
        decides = [m.code for m in reversed(self._shell.desk.meetings.all()) if m.decides]
        self.meeting = open_choice(decides)
        self.source = QLineEdit()
        self.source.setMinimumHeight(self.source.sizeHint().height())
        self.article.currentIndexChanged.connect(lambda _: self._offer_stages())
        self._offer_stages()
        article_field = Field(tr("Deadline"), self.article, name="article")
        stage_field = Field(tr("Stage"), self.stage, name="stage")
        deadline = Field(tr("New deadline"), self.deadline, name="deadline")
        meeting = Field(tr("Granted at"), self.meeting, name="decided_at")
        for each in (article_field, stage_field, deadline, meeting):
            self.fields[each.name] = each
        self.body.addWidget(FieldRow(article_field, stage_field))
        self.body.addWidget(FieldRow(deadline, meeting))
        self.add(
            Field(
                tr("Source"),
                self.source,
                name="source",
                help=tr("The paper of the decision, such as the symbol of the final report."),
            )
        )
        self.moves_head = label("", "strong", wrap=True)
        self.moves = Facts()
        self.body.addWidget(self.moves_head)
        self.body.addWidget(self.moves)
        self.body.setSpacing(M)

    def extension(self) -> Extension:
        """Return what is typed; raises InputError naming the field that is wrong."""
        day = self.deadline.day()
        if day is None:
            raise InputError(tr("Give the day up to which it was granted."), "deadline")
        code = self.meeting.currentText().strip()
        if not code:
            raise InputError(tr("Name the meeting that granted it."), "decided_at")
        if not self.source.text().strip():
            raise InputError(tr("Name the paper that says so."), "source")
        return Extension(
            state=self._state.iso3,
            article=int(self.article.currentData()),
            stage=str(self.stage.currentData()),
            deadline=day,
            decided_at=code,
            standing=ExtensionStanding.GRANTED,
            source=self.source.text().strip(),
            as_of=self._shell.desk.clock.today(),
        )

    # Inside

    def _offer_stages(self) -> None:
        article = int(self.article.currentData())
        known = [row for row in self._known if row.article == article]
        last = max((stage_number(row.stage) for row in known), default=0)
        self.stage.clear()
        for number in range(1, last + 2):
            row = next((each for each in known if stage_number(each.stage) == number), None)
            words = tr("Extension {n}", n=number)
            if row is not None and row.published:
                words += tr(" (so far {day})", day=row.published)
            self.stage.addItem(words, f"extension {number}")
        open_one = next(
            (
                stage_number(row.stage) - 1
                for row in known
                if row.standing in (ExtensionStanding.REQUESTED, ExtensionStanding.UNCONFIRMED)
            ),
            last,
        )
        self.stage.setCurrentIndex(max(open_one, 0))

    def _enter(self) -> None:
        row = self.extension()
        extensions = self._shell.desk.extensions
        (extensions.change if self._chosen_own() else extensions.enter)(row)
        self.entered.emit(row)

    def _chosen_own(self) -> Extension | None:
        """Return what was entered here of the chosen stage before, or None."""
        stage = (self._state.iso3, int(self.article.currentData()), self.stage.currentData())
        return self._own.get(stage)

    def _on_stage(self) -> None:
        """Show what was entered of a stage before; it can be corrected or removed."""
        own = self._chosen_own()
        self.remove.setVisible(own is not None)
        self.yes.setText(tr("Correct the extension") if own else tr("Enter the extension"))
        if own is not None:
            self.deadline.set_day(own.deadline)
            self.meeting.setCurrentText(own.decided_at)
            self.source.setText(own.source)

    def _on_remove(self) -> None:
        own = self._chosen_own()
        assert own is not None
        extensions = self._shell.desk.extensions
        if self._shell.attempt(lambda: extensions.remove(own.state, own.article, own.stage)):
            self._shell.said_with_undo(
                tr("Extension removed: {state}, Article {n}", state=self._state.name, n=own.article)
            )
            self.reject()

    def _look(self) -> None:
        """Ask aside what would move; the answer to an older question is passed over."""
        self._asked += 1
        number = self._asked
        try:
            row = self.extension()
        except InputError:
            self._tell(tr("What moves is shown here once the fields are filled in."), ())
            return
        extensions = self._shell.desk.extensions
        self._shell.run_ahead(
            lambda: extensions.preview(row),
            lambda moves: self._on_moves(number, moves),
            lambda error: self._on_refused(number, error),
        )

    def _on_moves(self, number: int, moves: Sequence[Move]) -> None:
        if self._open and number == self._asked:
            words = tr("1 date moves") if len(moves) == 1 else tr("{n} dates move", n=len(moves))
            self._tell(words if moves else tr("No date moves."), moves)

    def _on_refused(self, number: int, error: Exception) -> None:
        if self._open and number == self._asked:
            self._tell(error.message if isinstance(error, CcmDeskError) else str(error), ())

    def _tell(self, words: str, moves: Sequence[Move]) -> None:
        self.moves_head.setText(words)
        lines = [FactLine(*move_words(move)) for move in moves[:_MOST]]
        if len(moves) > _MOST:
            lines.append(FactLine("", tr("and {n} more", n=len(moves) - _MOST)))
        self.moves.show_lines(lines)
        # Once the new lines know how tall they are.
        QTimer.singleShot(0, self, self.fit)

    def _on_finished(self) -> None:
        self._open = False
        self._pause.stop()


def ask_extension(window: QWidget, shell: Shell, state: State, article: int = 4) -> ExtensionDialog:
    """Open the dialog for a State, and say so once the extension is entered."""
    dialog = ExtensionDialog(window, shell, state, article)
    dialog.entered.connect(
        lambda row: shell.said_with_undo(
            tr("Extension entered: {state}, Article {n}", state=state.name, n=row.article)
        )
    )
    dialog.open()
    return dialog


def move_words(move: Move) -> tuple[str, str, str]:
    """Return how a date moves: what kind it is, the duty, the new day and the old one."""
    name, (was, now) = (tr("Due"), move.due) if move.legal else (tr("Send by"), move.internal_due)
    if was is None and now is not None:
        return tr("New"), move.title, spoken(now)
    if now is None and was is not None:
        return tr("Falls away"), move.title, spoken(was)
    assert was is not None
    assert now is not None
    return name, move.title, tr("{day} instead of {was}", day=spoken(now), was=spoken(was))
