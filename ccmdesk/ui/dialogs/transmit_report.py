"""The transmittal of a sealed report in one act, and the proof that it was sent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ccmdesk.domain.article7 import Report, SealedReport
from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.domain.note_life import Channel, Proof
from ccmdesk.domain.profile import LANGUAGES, StandIn
from ccmdesk.ui.dialogs.approve_note import named
from ccmdesk.ui.dialogs.note_step import ProofField, StepDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_life_words import approver_words, channel_name
from ccmdesk.ui.note_words import language_name
from ccmdesk.ui.report_words import title_of
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.facts import FactLine, Facts
from ccmdesk.ui.widgets.field import Field, FieldRow


@dataclass(frozen=True, slots=True)
class TransmittalPlan:
    """What the transmittal will be: its note and its e-mail.

    `number` is the one the note would bear, `approval` tells whether it is approved first, by one
    of `approvers`; `approved` that this has happened.
    """

    report: Report
    sealed: SealedReport
    number: str
    today: date
    language: str
    to: str
    cc: str
    approval: bool = False
    approved: bool = False
    approvers: Sequence[StandIn] = ()


@dataclass(frozen=True, slots=True)
class TransmittalWish:
    """What the officer decided; `number` is None for the next one of the register."""

    on: date | None
    language: str
    number: str | None
    to: str


class TransmitReportDialog(StepDialog):
    """Note verbale, sealed report and e-mail in one act.

    `transmit` is called with a `TransmittalWish` and two functions for its end, since it works
    aside. Signals: `transmitted` (Transmitted).
    """

    transmitted = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        plan: TransmittalPlan,
        transmit: Callable[
            [TransmittalWish, Callable[[object], None], Callable[[Exception], None]], object
        ],
    ) -> None:
        submits = plan.approval and not plan.approved
        super().__init__(
            parent,
            tr("Transmit this report"),
            tr(
                "The note verbale is written and submitted for approval; once that is given, it is "
                "issued with the report."
            )
            if submits
            else tr(
                "One act: the note verbale takes its number and is sealed, the report is enclosed, "
                "and the e-mail is ready to be sent."
            ),
            tr("Submit the note") if submits else tr("Transmit as {number}", number=plan.number),
        )
        self._plan, self._transmit = plan, transmit
        self._submits = submits
        self.facts = Facts()
        self._show_facts(plan.number)
        self.body.addWidget(self.facts)
        self.on = DayEdit(plan.today, name="on")
        self.language = choice((code, language_name(code)) for code in LANGUAGES)
        self.language.setCurrentIndex(max(self.language.findData(plan.language), 0))
        self.number = QLineEdit()
        self.number.setPlaceholderText(tr("{number}, the next one", number=plan.number))
        self.to: QComboBox | None = None
        # A note begun before its approval keeps its date and its language.
        if not plan.approved:
            on = Field(tr("Date of the note"), self.on, name="on")
            language = Field(tr("Language of the note"), self.language, name="language")
            self.body.addWidget(FieldRow(on, language))
            self.fields |= {"on": on, "language": language}
        if submits:
            everybody = ("", tr("whoever approves today"))
            self.to = choice(
                [*((each.name, approver_words(each)) for each in plan.approvers), everybody]
            )
            self.add(Field(tr("To be approved by"), self.to, name="to"))
        else:
            self.add(
                Field(
                    tr("Number of the note"),
                    self.number,
                    name="number",
                    help=tr("Left empty, the register gives the next one."),
                )
            )
        self.number.textChanged.connect(lambda _: self._on_number())
        self.yes.setFocus()

    def wish(self) -> TransmittalWish:
        """Return what is typed; raises InputError where the day is none."""
        on = None if self._plan.approved else self.on.day()
        return TransmittalWish(
            None if on == self._plan.today else on,
            "" if self._plan.approved else str(self.language.currentData()),
            self.number.text().strip() or None,
            named(self.to) if self.to is not None else "",
        )

    def accept(self) -> None:
        """Transmit aside; what is refused is said in place and the dialog stays."""
        for each in self.fields.values():
            each.set_error("")
        self.notice.say("")
        try:
            wish = self.wish()
        except InputError as error:
            self.show_error(error)
            return
        self.setEnabled(False)
        self.yes.setText(tr("Being transmitted"))
        self._transmit(wish, self._on_done, self._on_failed)

    def _on_done(self, transmitted: object) -> None:
        self.setEnabled(True)
        self.transmitted.emit(transmitted)
        self.done_with()

    def done_with(self) -> None:
        """Close; the report is on its way."""
        self.take = lambda: None
        StepDialog.accept(self)

    def _on_failed(self, error: Exception) -> None:
        self.setEnabled(True)
        self._on_number()
        if not isinstance(error, CcmDeskError):
            raise error
        self.show_error(error)

    def _on_number(self) -> None:
        number = self.number.text().strip() or self._plan.number
        self.yes.setText(
            tr("Submit the note") if self._submits else tr("Transmit as {number}", number=number)
        )
        self._show_facts(number)

    def _show_facts(self, number: str) -> None:
        plan = self._plan
        lines = [
            FactLine(
                tr("Report"),
                title_of(plan.report),
                tr("version {number}, sealed", number=plan.sealed.version),
            ),
            FactLine(tr("E-mail to"), plan.to, tr("copy to {address}", address=plan.cc)),
        ]
        if not self._submits:
            lines.insert(0, FactLine(tr("Note verbale"), number, strong=True))
        self.facts.show_lines(lines)
        # The facts are new, and their wrapped words are measured once they stand.
        QTimer.singleShot(0, self, self.fit)


class SentReportDialog(StepDialog):
    """When and how a report left, and what proves it; this closes its duty.

    `sent_by` is how it left already, where a receipt came later.
    """

    def __init__(
        self,
        parent: QWidget,
        number: str,
        day: date,
        record: Callable[[date, str, str, Proof | None], object],
        sent_by: Channel | None = None,
    ) -> None:
        first = tr(
            "The dispatch of note {number} and the end of the duty are recorded together, with "
            "their proof.",
            number=number,
        )
        later = tr(
            "For the same day and channel the receipt is added to what proves that note {number} "
            "left; another day or channel is a dispatch of its own.",
            number=number,
        )
        super().__init__(
            parent,
            tr("Add a receipt") if sent_by else tr("Record that the report was sent"),
            later if sent_by else first,
            tr("Record it"),
        )
        self.on = DayEdit(day, name="on")
        self.channel = choice((str(each), channel_name(each)) for each in Channel)
        self.channel.setCurrentIndex(max(self.channel.findData(str(sent_by or Channel.EMAIL)), 0))
        self.receipt = QLineEdit()
        self.file = ProofField(
            tr("File"), tr("The sent message, a receipt, a stamped slip; it is kept as proof.")
        )
        on = Field(tr("Sent on"), self.on, name="on")
        channel = Field(tr("By"), self.channel, name="channel")
        self.body.addWidget(FieldRow(on, channel))
        self.fields |= {"on": on, "channel": channel}
        # What is wrong with the words stands at the words.
        self.add(
            Field(
                tr("Receipt"),
                self.receipt,
                name="proof",
                help=tr("Words or a number of the receipt; may be left out."),
            )
        )
        self.body.addWidget(self.file)
        self._record = record
        self.take = self._take
        (self.receipt if sent_by else self.on).setFocus()

    def _take(self) -> None:
        day = self.on.day()
        if day is None:
            raise InputError(tr("Say on which day it was sent."), "on")
        self._record(
            day, str(self.channel.currentData()), self.receipt.text().strip(), self.file.proof()
        )
