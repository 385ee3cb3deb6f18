"""The way back from a duty's date: when each step has to begin, and what stands in its way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.holiday_entries import Place
from ccmdesk.domain.safe_start import Clash, LegKind, PlannedLeg, SafeStart
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import M, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.text import label
from ccmdesk.ui.widgets.timeline import Timeline, TimelineRow

_LEGS = {
    LegKind.CAPITAL: "Instructions and facts from the capital",
    LegKind.TRANSLATION: "Translation",
    LegKind.APPROVAL: "Approval by the ambassador",
    LegKind.COURIER: "Delivery",
}
_PLACES = {
    Place.UN_OFFICE: "at the UN Office",
    Place.CANTON: "in the canton of Geneva",
    Place.CAPITAL: "in the capital",
}
_ICONS = {
    LegKind.CAPITAL: "landmark",
    LegKind.TRANSLATION: "file-text",
    LegKind.APPROVAL: "stamp",
    LegKind.COURIER: "send",
}


class DutyStart(QWidget):
    """The steps on the way to the date, the first one on top.

    Signals: `settings_wanted` when lead times and absences are to be changed.
    """

    settings_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        self.sentence = label("", wrap=True)
        column.addWidget(self.sentence)
        self.notice = Notice()
        column.addWidget(self.notice)
        self.steps = Timeline(tr("Steps on the way to the date"))
        column.addWidget(self.steps)
        self.change = button(
            tr("Lead times and absences"),
            self.settings_wanted.emit,
            kind="quiet",
            icon_name="settings",
        )
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    def show_way(self, way: SafeStart | None, late: bool) -> None:
        """Show the way to a date; `late` says that its first day is past already."""
        self.change.setVisible(way is not None)
        if way is None:
            self.sentence.setText(tr("Nothing is left to be started for this duty."))
            self.notice.say("")
            self.steps.show_rows([])
            return
        self.sentence.setText(
            tr("Who begins by {day} is in time on every step below.", day=spoken(way.start_by))
        )
        self.notice.say(
            tr("That day is past: the way has to be shorter than usual.") if late else ""
        )
        self.steps.show_rows([_row(leg) for leg in way.legs])


def _row(planned: PlannedLeg) -> TimelineRow:
    leg = planned.leg
    days = leg.working_days
    length = tr("1 working day") if days == 1 else tr("{n} working days", n=days)
    facts = f"{length} {tr(_PLACES[leg.place])}"
    span = spoken(planned.first)
    if planned.last != planned.first:
        span = f"{span} – {spoken(planned.last)}"
    clashes = "\n".join(clash_words(clash) for clash in planned.clashes)
    return TimelineRow(
        tr(_LEGS[leg.kind]),
        f"{span}\n{facts}",
        clashes,
        icon_name="triangle-alert" if clashes else _ICONS[leg.kind],
        tone=Tone.WARN if clashes else Tone.ACCENT,
    )


def clash_words(clash: Clash) -> str:
    """Return what stands in the way of a step, and when."""
    if clash.last == clash.day:
        return tr("{what} on {day}", what=clash.what, day=spoken(clash.day))
    return tr(
        "{what}, {first} – {last}",
        what=clash.what,
        first=spoken(clash.day),
        last=spoken(clash.last),
    )
