"""A dialog for the days on which somebody who signs is away."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.safe_start import Absence
from ccmdesk.services.safe_starts import SafeStartsService
from ccmdesk.ui.dialogs.note_step import StepDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.widgets.choice import open_choice
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field, FieldRow


class AbsenceDialog(StepDialog):
    """Who is away, from which day to which, and why; `absence` is None for a new one."""

    def __init__(
        self,
        parent: QWidget,
        safe_starts: SafeStartsService,
        people: Iterable[str],
        absence: Absence | None = None,
    ) -> None:
        super().__init__(
            parent,
            tr("Change the absence") if absence else tr("Add an absence"),
            tr("On these days nobody signs, unless somebody else may approve that day."),
            tr("Save the change") if absence else tr("Add"),
        )
        self._absence = absence
        self.who = open_choice(people)
        self.who.setCurrentText(absence.name if absence else "")
        self.first = DayEdit(absence.first if absence else None, name="first")
        self.last = DayEdit(absence.last if absence else None, name="last")
        self.reason = QLineEdit(absence.reason if absence else "")
        self.add(Field(tr("Who"), self.who, name="name"))
        days = (
            Field(tr("First day"), self.first, name="first"),
            Field(tr("Last day"), self.last, name="last"),
        )
        for each in days:
            self.fields[each.name] = each
        self.body.addWidget(FieldRow(*days))
        self.add(
            Field(
                tr("Reason"), self.reason, name="reason", help=tr("Leave, travel; may be left out.")
            )
        )
        self.take = lambda: safe_starts.save_absence(self.typed())
        self.who.setFocus()

    def typed(self) -> Absence:
        """Return the absence as typed; raises InputError naming the wrong field."""
        first = self.first.day()
        if first is None:
            raise InputError(tr("Give the first day."), "first")
        last = self.last.day() or first
        name = " ".join(self.who.currentText().split())
        reason = " ".join(self.reason.text().split())
        if self._absence is None:
            return Absence(name, first, last, reason)
        return replace(self._absence, name=name, first=first, last=last, reason=reason)
