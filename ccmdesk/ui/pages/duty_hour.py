"""The form for the hour until which a duty can be met, and the place whose clock counts."""

from datetime import time

from PySide6.QtWidgets import QLineEdit

from ccmdesk.domain.addressee_day import place_of
from ccmdesk.domain.duty import GENEVA, DutyPlan, TrackedDuty
from ccmdesk.domain.errors import InputError
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.duty_form import DutyForm
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field

_ZONES = (
    GENEVA,
    "America/New_York",
    "Europe/Vienna",
    "Asia/Vientiane",
    "Africa/Nairobi",
    "Asia/Bangkok",
)


class HourForm(DutyForm):
    """The hour, the clock, why it is so and from which paper; each change stays in the history."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(tr("Save the hour"), self._save, shell.show_error)
        self._shell = shell
        self._tracked: TrackedDuty | None = None
        self.hour = QLineEdit()
        self.hour.setPlaceholderText(tr("End of the day"))
        self.zone = choice((zone, place_of(zone)) for zone in _ZONES)
        self.why = QLineEdit()
        self.paper = QLineEdit()
        self.add(Field(tr("Hour at the addressee"), self.hour, name="closes"))
        self.add(Field(tr("On the clock of"), self.zone, name="zone"))
        self.add(Field(tr("Why"), self.why, name="why"))
        self.add(Field(tr("From which paper"), self.paper, name="paper"))

    def show_duty(self, tracked: TrackedDuty) -> None:
        """Show the hour that counts now."""
        self._tracked = tracked
        duty = tracked.duty
        self.hour.setText(duty.closes.isoformat("minutes") if duty.closes else "")
        if self.zone.findData(duty.zone) < 0:
            self.zone.addItem(place_of(duty.zone), duty.zone)
        self.zone.setCurrentIndex(self.zone.findData(duty.zone))
        self.why.clear()
        self.paper.clear()

    def _save(self) -> None:
        tracked = self._tracked
        assert tracked is not None
        if not self.why.text().strip():
            raise InputError(tr("Say why; the history of this duty keeps it."), "why")
        key = tracked.duty.key
        plan = DutyPlan(
            key, tracked.owner, read_hour(self.hour.text()), str(self.zone.currentData())
        )
        self._shell.desk.deadlines.save_plan(
            plan, self.why.text().strip(), self.paper.text().strip()
        )
        self._shell.said_with_undo(tr("Hour changed: {duty}", duty=tracked.duty.title))


def read_hour(text: str) -> time | None:
    """Return an hour typed as 18:00, 18.00 or 18h; nothing is the end of the day."""
    cleaned = text.strip().lower().replace(".", ":").replace("h", ":")
    if not cleaned:
        return None
    hours, _, minutes = cleaned.partition(":")
    try:
        return time(int(hours), int(minutes or "0"))
    except ValueError:
        raise InputError(
            tr("“{text}” is no hour; type it like 18:00, or leave it empty.", text=text.strip()),
            "closes",
        ) from None
