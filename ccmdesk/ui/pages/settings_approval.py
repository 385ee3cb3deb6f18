"""Settings: whether notes are approved before they are issued, and by whom on which days."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit

from ccmdesk.domain.dates import parse_day, spoken
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.profile import Profile, StandIn
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.settings_section import ProfileSection
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import YES, Form
from ccmdesk.ui.widgets.form_list import FormList
from ccmdesk.ui.widgets.text import label


class ApprovalSection(ProfileSection):
    """The switch, the approvers and their stand-ins."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        card = self.card(tr("Approval"))
        self.form = Form()
        self.form.add_box("approval", tr("A note is approved before it is issued"))
        self.add_form(card, self.form)
        self.today = label("", "muted", wrap=True)
        card.body.addWidget(self.today)
        people = self.card(
            tr("Who may approve"),
            tr("A stand-in acts from the first to the last day named, both included."),
        )
        self.approvers = FormList(
            _approver_form,
            add_words=tr("Add a person"),
            remove_words=tr("Take this person out"),
            empty_words=tr("Nobody is named yet."),
        )
        people.body.addWidget(self.approvers)
        self.approvers.changed.connect(self._on_changed)
        self.approvers.submitted.connect(self.save)
        self.end()

    @property
    def dirty(self) -> bool:
        """Tell whether something is typed that is not stored."""
        return self._loaded and (super().dirty or self.approvers.dirty)

    def load(self, profile: Profile) -> None:
        self._day = self.shell.desk.clock.today()
        self.form.settle({"approval": YES if profile.approval else ""})
        self.approvers.settle([_texts(each) for each in profile.approvers])

    def apply(self, profile: Profile) -> Profile:
        approvers = tuple(_stand_in(row, texts) for row, texts in enumerate(self.approvers.texts()))
        approval = bool(self.form.texts()["approval"])
        if approval and not approvers:
            raise InputError(tr("Name somebody who may approve."), "approvers")
        return replace(profile, approval=approval, approvers=approvers)

    def show_problem(self, error: InputError, *, quietly: bool = False) -> None:
        row, _, field = error.field.partition(":")
        if row.isdigit():
            self.approvers.show_error(int(row), InputError(error.message, field))
            return
        if error.field == "approvers":
            if not self.approvers.forms:
                self.approvers.add()
            texts = self.approvers.texts()
            told = [
                number
                for number, each in enumerate(texts)
                if each["name"].strip() and each["name"].strip() in error.message
            ]
            nameless = [number for number, each in enumerate(texts) if not each["name"].strip()]
            place = (told or nameless or [0])[0]
            field = "end" if told else "name"
            self.approvers.show_error(place, InputError(error.message, field))
            return
        super().show_problem(error, quietly=quietly)

    def _on_changed(self) -> None:
        super()._on_changed()
        self.today.setText(self._today() if self._loaded else "")

    def _today(self) -> str:
        if not self.form.texts()["approval"]:
            return tr("Whoever writes a note may issue it.")
        day = self._day
        try:
            people = [_stand_in(row, texts) for row, texts in enumerate(self.approvers.texts())]
        except InputError:
            return ""
        acting = [each.name.strip() for each in people if each.name.strip() and each.acts_on(day)]
        if not acting:
            return tr("Nobody may approve today.")
        return tr("Today {names} may approve.", names=", ".join(acting))


def _approver_form() -> Form:
    form = Form()
    form.add_row(
        Field(tr("Name"), QLineEdit(), name="name"),
        Field(tr("Title"), QLineEdit(), name="title"),
    )
    form.add_row(
        Field(
            tr("On behalf of"),
            QLineEdit(),
            name="on_behalf_of",
            help=tr("Only for a stand-in, such as “the Permanent Representative”."),
        )
    )
    form.add_row(
        Field(tr("First day"), DayEdit(name="start"), name="start"),
        Field(tr("Last day"), DayEdit(name="end"), name="end"),
    )
    return form


def _texts(each: StandIn) -> dict[str, str]:
    return {
        "name": each.name,
        "title": each.title,
        "on_behalf_of": each.on_behalf_of,
        "start": spoken(each.start) if each.start else "",
        "end": spoken(each.end) if each.end else "",
    }


def _stand_in(row: int, texts: dict[str, str]) -> StandIn:
    def day(name: str) -> date | None:
        text = texts[name].strip()
        return parse_day(text, f"{row}:{name}") if text else None

    return StandIn(texts["name"], texts["title"], texts["on_behalf_of"], day("start"), day("end"))
