"""Who holds the facts of a form: when they were asked, what they promised, what came."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from ccmdesk.domain.article7 import ReportForm
from ccmdesk.domain.errors import InputError
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.form import Form

_DAYS = ("asked_on", "promised_for", "received_on")


class FormHolder(QWidget):
    """Edits owner and days of one form.

    Signals: `typed` after every change, `letters_wanted` for the letters to who holds the facts.
    """

    typed = Signal()
    letters_wanted = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._days: dict[str, date | None] = dict.fromkeys(_DAYS)
        self._showing = False
        self.owner = QLineEdit()
        self.owner.setPlaceholderText(tr("Ministry of Defence, Mine Action Centre …"))
        self._owners = QStringListModel(self)
        completer = QCompleter(self._owners, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda *_: self._tell())
        self.owner.setCompleter(completer)
        self.edits = {name: DayEdit(name=name) for name in _DAYS}
        captions = {
            "asked_on": tr("Asked on"),
            "promised_for": tr("Promised for"),
            "received_on": tr("Received on"),
        }
        self.fields = {
            name: Field(captions[name], edit, name=name) for name, edit in self.edits.items()
        }
        self.grid = Form()
        self.grid.add_row(
            Field(tr("Ministry or office"), self.owner, name="owner"), self.fields["asked_on"]
        )
        self.grid.add_row(self.fields["promised_for"], self.fields["received_on"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.grid)
        line = QWidget()
        row = Flow(line, spacing=S)
        self.received_today = button(
            tr("Received today"), self._on_received, kind="quiet", icon_name="check"
        )
        self.letters = button(
            tr("Letters to the ministries…"),
            self.letters_wanted.emit,
            kind="quiet",
            icon_name="mail",
        )
        row.addWidget(self.received_today)
        row.addWidget(self.letters)
        column.addWidget(line)
        self.owner.textEdited.connect(lambda _: self._tell())
        for name, edit in self.edits.items():
            edit.textEdited.connect(lambda _, name=name: self._on_day(name))
            edit.day_changed.connect(lambda name=name: self._on_day(name))
            edit.editingFinished.connect(lambda name=name: self._judge(name))

    def show_form(self, form: ReportForm, owners: Sequence[str]) -> None:
        """Show the holder of a form without a signal; `owners` are named in other forms."""
        self._showing = True
        if self.owner.text() != form.owner:
            self.owner.setText(form.owner)
        if self._owners.stringList() != list(owners):
            self._owners.setStringList(list(owners))
        for name, edit in self.edits.items():
            day = getattr(form, name)
            # A day half typed stays until it is one.
            if self._days[name] != day or not edit.hasFocus():
                self._days[name] = day
                edit.set_day(day)
                self.fields[name].set_error("")
        self._offer()
        self._showing = False

    def put_into(self, form: ReportForm) -> ReportForm:
        """Return the form with this holder."""
        return replace(
            form,
            owner=self.owner.text().strip(),
            asked_on=self._days["asked_on"],
            promised_for=self._days["promised_for"],
            received_on=self._days["received_on"],
        )

    def show_refusal(self, field: str, sentence: str) -> None:
        """Show why a value was not stored."""
        if field in self.fields:
            self.fields[field].set_error(sentence)

    def _on_received(self) -> None:
        self._days["received_on"] = self._today
        self.edits["received_on"].set_day(self._today)
        self.edits["received_on"].setFocus()
        self._tell()

    def _on_day(self, name: str) -> None:
        try:
            self._days[name] = self.edits[name].day()
        except InputError:
            return
        self.fields[name].set_error("")
        self._tell()

    def _judge(self, name: str) -> None:
        try:
            self.edits[name].day()
        except InputError as error:
            self.fields[name].set_error(error.message)
        else:
            self.fields[name].set_error("")

    def _offer(self) -> None:
        waits = bool(self.owner.text().strip()) and self._days["received_on"] is None
        self.received_today.setVisible(waits)

    def _tell(self) -> None:
        if not self._showing:
            self._offer()
            self.typed.emit()
