"""What an officer can do about a duty that waits: each choice opens its dialog."""

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.escalation import EscalationSlip, slip_of
from ccmdesk.domain.reminder_round import Standing
from ccmdesk.services.escalation_paper import escalation_name, escalation_pdf
from ccmdesk.ui.dialogs.end_reminder import DoneDialog, NotOursDialog
from ccmdesk.ui.dialogs.escalation import EscalationDialog
from ccmdesk.ui.dialogs.note_step import StepDialog
from ccmdesk.ui.dialogs.snooze import SnoozeDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell


def choose(shell: Shell, window: QWidget, choice: str, duty: Standing) -> StepDialog:
    """Open the dialog of a choice (done, snooze, not_ours, hand_up) for a duty; returns it."""
    makers = {"done": _done, "snooze": _snooze, "not_ours": _not_ours, "hand_up": _hand_up}
    dialog = makers[choice](shell, window, duty)
    dialog.open()
    return dialog


def _done(shell: Shell, window: QWidget, duty: Standing) -> StepDialog:
    desk = shell.desk
    dialog = DoneDialog(window, desk.reminders, duty, desk.clock.today())
    dialog.taken.connect(lambda: shell.said_with_undo(tr("Done: {duty}", duty=duty.title)))
    return dialog


def _not_ours(shell: Shell, window: QWidget, duty: Standing) -> StepDialog:
    dialog = NotOursDialog(window, shell.desk.reminders, duty)
    dialog.taken.connect(lambda: shell.said_with_undo(tr("Not ours: {duty}", duty=duty.title)))
    return dialog


def _snooze(shell: Shell, window: QWidget, duty: Standing) -> StepDialog:
    desk = shell.desk
    days = desk.reminders.snooze_choices(duty)
    dialog = SnoozeDialog(window, desk.reminders, duty, desk.clock.today(), days)
    dialog.slept.connect(
        lambda day: shell.say(tr("Rests until {day}: {duty}", day=spoken(day), duty=duty.title))
    )
    return dialog


def _hand_up(shell: Shell, window: QWidget, duty: Standing) -> StepDialog:
    desk = shell.desk
    today = desk.clock.today()
    history = desk.reminders.history(duty.duty_key)

    def make(to: str, remark: str) -> EscalationSlip:
        return slip_of(duty, history, to=to, remark=remark)

    profile = desk.profile.get()
    names = [each.name for each in profile.approvers] if profile else []
    dialog = EscalationDialog(window, duty, today, names, make)
    noted: set[tuple[str, str]] = set()

    def note(slip: EscalationSlip) -> None:
        # However often one slip leaves, the duty was handed up once.
        if (slip.to, slip.remark) not in noted:
            desk.deadlines.hand_up(duty.duty_key, slip.to, slip.remark)
            noted.add((slip.to, slip.remark))

    def copy(text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        shell.attempt(lambda: note(dialog.slip()))

    def put(slip: EscalationSlip, *, save: bool) -> None:
        _put_on_paper(shell, window, slip, today, note, save=save)

    dialog.copied.connect(copy)
    dialog.print_wanted.connect(lambda slip: put(slip, save=False))
    dialog.save_wanted.connect(lambda slip: put(slip, save=True))
    return dialog


def _put_on_paper(
    shell: Shell,
    window: QWidget,
    slip: EscalationSlip,
    today: date,
    note: Callable[[EscalationSlip], None],
    *,
    save: bool,
) -> None:
    # Loaded with the first slip: it brings the PDF and print modules of Qt.
    from ccmdesk.ui.paper_output import PaperOutput

    desk = shell.desk
    state = desk.states.get(desk.profile.required().state_iso3).name

    def make() -> bytes:
        pdf = escalation_pdf(slip, state, today, desk.fonts.files())
        note(slip)
        return pdf

    output = PaperOutput(shell, window)
    if save:
        output.export_paper(make, escalation_name(slip))
    else:
        output.print_paper(make, escalation_name(slip))
