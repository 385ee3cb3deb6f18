"""Asks which Article 7 report to begin, on which template, and from which year to carry over."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccmdesk.domain.article7 import INITIAL, FormSet, Report
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.ui.dialogs.note_step import StepDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import language_name
from ccmdesk.ui.report_words import report_title
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field


@dataclass(frozen=True, slots=True)
class BeginOffer:
    """From what a new report is chosen.

    `periods` are those without a report, with their dates in words, the most pressing first;
    `earlier` are the reports that exist, the latest first.
    """

    periods: Sequence[tuple[str, str]]
    earlier: Sequence[Report]
    form_sets: Sequence[FormSet]
    language: str
    faults: Sequence[str] = ()
    """What is wrong with templates of the mission's own that cannot be used."""


class BeginReportDialog(StepDialog):
    """The choice before a new report.

    `begin` is called with period, template, language and the period to carry over from ("" for
    none), and returns the report. Signals: `begun` (Report) once it is there.
    """

    begun = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        offer: BeginOffer,
        begin: Callable[[str, str, str, str], Report],
        period: str = "",
    ) -> None:
        super().__init__(parent, tr("Begin an Article 7 report"), "", tr("Begin the report"))
        self._offer, self._begin = offer, begin
        self._days = dict(offer.periods)
        self.period = choice((each, report_title(each)) for each, _ in offer.periods)
        self.period_field = Field(tr("Report"), self.period, name="period")
        self.carry = choice([("", tr("nothing; begin with empty forms"))])
        self.carry_field = Field(tr("Carry over from"), self.carry, name="carry_from")
        self.language = choice((code, language_name(code)) for code in LANGUAGES)
        self.language.setCurrentIndex(max(self.language.findData(offer.language), 0))
        self.template = choice((each.id, each.title) for each in offer.form_sets)
        self.template_field = Field(tr("Template"), self.template, name="form_set")
        language = Field(tr("Language"), self.language, name="language")
        self.add(self.period_field, self.carry_field, language, self.template_field)
        # With one template there is nothing to choose; the report itself names it.
        self.template_field.setVisible(len(offer.form_sets) > 1 or bool(offer.faults))
        self.take = self._take
        self.period.currentIndexChanged.connect(lambda _: self._on_period())
        self.carry.currentIndexChanged.connect(lambda _: self._tell())
        self.template.currentIndexChanged.connect(lambda _: self._tell())
        if period:
            self.period.setCurrentIndex(max(self.period.findData(period), 0))
        self._on_period()
        self.yes.setEnabled(bool(offer.periods))
        self.notice.say("\n".join(offer.faults))
        self.period.setFocus()

    def _take(self) -> None:
        report = self._begin(
            str(self.period.currentData()),
            str(self.template.currentData()),
            str(self.language.currentData()),
            str(self.carry.currentData()),
        )
        self.begun.emit(report)

    def _on_period(self) -> None:
        period = str(self.period.currentData() or "")
        kept = self.carry.currentData()
        sources = [each for each in self._offer.earlier if _before(each.period, period)]
        self.carry.blockSignals(True)
        self.carry.clear()
        for each in sources:
            self.carry.addItem(report_title(each.period), each.period)
        self.carry.addItem(tr("nothing; begin with empty forms"), "")
        self.carry.setCurrentIndex(max(self.carry.findData(kept), 0) if kept else 0)
        self.carry.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        period = str(self.period.currentData() or "")
        self.period_field.set_help(self._days.get(period, ""))
        source = str(self.carry.currentData() or "")
        self.carry_field.set_help(
            tr("Texts and tables come along; what you change in them is marked.")
            if source
            else tr("No earlier report is kept here.")
            if self.carry.count() == 1
            else ""
        )
        chosen = next(
            (each for each in self._offer.form_sets if each.id == self.template.currentData()), None
        )
        self.template_field.set_help(
            tr("{source}; seen {day}", source=chosen.source, day=spoken(chosen.as_of))
            if chosen
            else ""
        )
        if self.isVisible():
            self.fit()


def _before(period: str, other: str) -> bool:
    if other == INITIAL:
        return False
    return period == INITIAL or period < other
