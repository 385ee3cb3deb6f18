"""What the dialogs for a note's steps share: a refusal is said in place, a moment, a file."""

from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ccmdesk.domain.errors import CcmDeskError, EnvironmentFault, InputError
from ccmdesk.domain.note_life import Proof
from ccmdesk.ui.dialogs.decision import Decision
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.growing_text import GrowingText
from ccmdesk.ui.widgets.notice import Notice


class StepDialog(Decision):
    """A decision that stays open until the step is recorded.

    `take` records it and may raise a `CcmDeskError`, which is shown at its field. Signals: `taken`
    once it is recorded.
    """

    taken = Signal()

    def __init__(self, parent: QWidget, title: str, sentence: str, yes: str) -> None:
        super().__init__(parent, title, sentence, yes)
        self.setMinimumWidth(520)
        self.take: Callable[[], object] = lambda: None
        self.fields: dict[str, Field] = {}
        self._watched: list[Field] = []
        self.notice = Notice()
        self.body.addWidget(self.notice)
        # Return begins a line in a field of several; this agrees from everywhere.
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.yes.click)

    def add(self, *fields: Field) -> None:
        """Add fields under each other."""
        for each in fields:
            self.fields[each.name] = each
            self.body.addWidget(each)

    def accept(self) -> None:
        """Record the step; what is refused is said and the dialog stays."""
        for each in self.fields.values():
            each.set_error("")
        self.notice.say("")
        try:
            self.take()
        except CcmDeskError as error:
            self.show_error(error)
            return
        super().accept()
        self.taken.emit()

    def show_error(self, error: CcmDeskError) -> None:
        """Say what is wrong, at its field where there is one."""
        place = self.fields.get(error.field) if isinstance(error, InputError) else None
        if place is None:
            self.notice.say(error.message)
        else:
            place.set_error(error.message)
            self._clear_once_changed(place)
            place.editor.setFocus()
        self.fit()
        self.bring_into_sight(self.notice if place is None else place)

    def _clear_once_changed(self, place: Field) -> None:
        """Take an error away as soon as its field is changed."""
        if place in self._watched:
            return
        self._watched.append(place)

        def clear() -> None:
            if place.error.text():
                place.set_error("")
                self.fit()

        editor = place.editor
        for each in (editor, *editor.findChildren(QLineEdit)):
            if isinstance(each, QComboBox):
                each.currentIndexChanged.connect(clear)
            elif isinstance(each, QLineEdit | QPlainTextEdit):
                each.textChanged.connect(clear)


class ReasonField(Field):
    """A few lines of words; Ctrl+Return agrees, since Return begins a line."""

    def __init__(self, text: str, *, name: str = "reason", help: str = "") -> None:
        self.text = GrowingText(least=2, most=5)
        super().__init__(text, self.text, name=name, help=help)

    def words(self) -> str:
        """Return what was typed."""
        editor = self.editor
        assert isinstance(editor, QPlainTextEdit)
        return editor.toPlainText().strip()


class MomentField(Field):
    """A day and an hour."""

    def __init__(self, text: str, now: datetime, *, name: str = "at", help: str = "") -> None:
        here = now.astimezone()
        self.day = DayEdit(here.date(), name=name)
        self.hour = QLineEdit(f"{here:%H:%M}")
        self.hour.setPlaceholderText("14:30")
        self.hour.setMaximumWidth(96)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self.day, 1)
        row.addWidget(self.hour)
        box.setFocusProxy(self.day)
        super().__init__(text, box, name=name, help=help)
        self.day.setAccessibleName(text)
        self.hour.setAccessibleName(tr("Hour"))

    def focus_first(self) -> None:
        """Put the keyboard on the day."""
        self.day.setFocus()

    def moment(self) -> datetime:
        """Return the moment typed, in the time of the workstation; raises InputError."""
        day = self.day.day()
        if day is None:
            raise InputError(tr("Say on which day."), self.name)
        text = self.hour.text().strip().replace(".", ":").replace("h", ":")
        hours, _, minutes = text.partition(":")
        try:
            hour = time(int(hours), int(minutes or "0"))
        except ValueError:
            raise InputError(
                tr("“{text}” is no hour; type it like 14:30.", text=text), self.name
            ) from None
        return datetime.combine(day, hour).astimezone()


class ProofField(Field):
    """A file that proves a step, or none."""

    def __init__(self, text: str, help: str = "") -> None:
        self.path: Path | None = None
        self._shown = QLabel(tr("no file"))
        self._shown.setTextFormat(Qt.TextFormat.PlainText)
        self._shown.setProperty("role", "muted")
        self.choose = button(tr("Choose a file…"), self._ask, icon_name="paperclip")
        self.clear = button("", lambda: self.take(None), kind="quiet", icon_name="x")
        self.clear.setToolTip(tr("Without a file"))
        self.clear.setAccessibleName(tr("Without a file"))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self.choose)
        row.addWidget(self._shown, 1)
        row.addWidget(self.clear)
        box.setFocusProxy(self.choose)
        super().__init__(text, box, name="proof", help=help)
        self.clear.hide()

    def take(self, path: Path | None) -> None:
        """Take a file, or none."""
        self.path = path
        self._shown.setText(path.name if path else tr("no file"))
        self._shown.setToolTip(str(path) if path else "")
        self.clear.setVisible(path is not None)
        self.set_error("")

    def proof(self) -> Proof | None:
        """Return the file as it is now; raises EnvironmentFault where it cannot be read."""
        if self.path is None:
            return None
        try:
            return Proof(self.path.name, self.path.read_bytes())
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise EnvironmentFault(
                tr("“{path}” cannot be read ({why}).", path=self.path, why=reason)
            ) from error

    def _ask(self) -> None:
        box = QFileDialog(self, tr("The file that proves it"))
        box.setFileMode(QFileDialog.FileMode.ExistingFile)
        box.setNameFilters(
            [tr("Papers and pictures (*.pdf *.png *.jpg *.jpeg *.eml *.msg)"), tr("All files (*)")]
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.fileSelected.connect(lambda name: self.take(Path(name)))
        box.open()
