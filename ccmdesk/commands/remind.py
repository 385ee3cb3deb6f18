"""Commands on reminders: tell what is due, and the timer that asks for it."""

import contextlib
import subprocess
import time
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from datetime import time as hour
from typing import Any

from ccmdesk.commands.output import print_json, print_table
from ccmdesk.commands.remind_quickly import is_quiet, looked
from ccmdesk.commands.statuses import DONE, WrongUsageError
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.domain.reminders import Reminder
from ccmdesk.services.reminder_rounds import RunReport
from ccmdesk.system import timers
from ccmdesk.system.folder_lock import FolderHeldError, FolderLock
from ccmdesk.system.notifications import NotShownError, desktop_is_there, show
from ccmdesk.system.paths import DataFolder

_MORNING = hour(9)
_STEP_SECONDS = 2
# The Convention was adopted in 2008; near the end of the calendar there is no next working day.
_FIRST_YEAR, _LAST_YEAR = 2008, 9990


def remind(asked: Namespace) -> int:
    """Tell what is due, once, or see to the timer that does so."""
    if asked.timer is not None:
        if asked.now or asked.dry_run:
            raise WrongUsageError("--now and --dry-run are for reminders, not for the timer.")
        return _timer(asked)
    if asked.show_one is not None:
        return _show_one(asked.show_one)
    if asked.stay:
        return _stay(asked)
    return _run(asked)


def _run(asked: Namespace) -> int:
    from ccmdesk.app import open_reminders

    service = open_reminders(asked.data_dir, _clock(asked))
    if service is None:
        report = RunReport()
    elif asked.dry_run:
        report = service.would_run()
    else:
        report = service.run(show)
        looked(str(DataFolder(asked.data_dir).reminders_looked))
    if asked.json:
        print_json(_report_json(report, told=not asked.dry_run))
    else:
        _print_report(report, told=not asked.dry_run)
    if report.failure:
        raise EnvironmentFault(report.failure)
    return DONE


def _show_one(seconds: int) -> int:
    """Show a notice that says what it is, after a while in which the window may be closed."""
    from ccmdesk.services.reminders import sample_notice

    time.sleep(seconds)
    try:
        show(sample_notice())
    except NotShownError as error:
        raise EnvironmentFault(str(error)) from error
    return DONE


def _clock(asked: Namespace) -> Any:
    if asked.now is None:
        return asked.clock
    instant = asked.now
    if not _FIRST_YEAR <= instant.year <= _LAST_YEAR:
        raise WrongUsageError(f"--now takes a moment from {_FIRST_YEAR} to {_LAST_YEAR}.")
    if not isinstance(instant, datetime):
        instant = datetime.combine(instant, _MORNING).astimezone()
    return FixedClock(instant)


def _print_report(report: RunReport, *, told: bool) -> None:
    rows = [("shown" if told else "due", each) for each in report.shown]
    rows += [("missed", each) for each in report.missed]
    rows += [(f"waits until {each.fire_at:%H:%M}", each) for each in report.postponed]
    if rows:
        print_table(
            ("Now", "Reminder", "Legal date", "Duty"),
            [(what, each.rung, spoken(each.due), each.title) for what, each in rows],
        )


def _report_json(report: RunReport, *, told: bool) -> dict[str, object]:
    return {
        "told": told and not report.failure,
        "busy": report.busy,
        "shown": _reminders_json(report.shown),
        "missed": _reminders_json(report.missed),
        "postponed": _reminders_json(report.postponed),
    }


def _reminders_json(reminders: Sequence[Reminder]) -> list[dict[str, object]]:
    return [
        {
            "id": each.id or None,
            "duty": each.duty_key,
            "title": each.title,
            "due": each.due,
            "internal_due": each.internal_due,
            "rung": each.rung,
            "at": each.at,
            "not_before": each.fire_at,
        }
        for each in reminders
    ]


def _timer(asked: Namespace) -> int:
    try:
        match asked.timer:
            case "install":
                state = timers.install(asked.data_dir)
            case "uninstall":
                state = timers.uninstall()
            case _:
                state = timers.state()
    except timers.TimerError as error:
        raise EnvironmentFault(str(error)) from error
    if asked.json:
        print_json(
            {
                "timer": state.kind,
                "installed": state.installed,
                "active": state.active,
                "detail": state.detail,
                "files": [str(path) for path in state.files],
            }
        )
    else:
        print(state.detail)
        for path in state.files:
            print(f"  {path}")
    return DONE


def _rest() -> None:
    """Wait for the next look, or until the watch is taken away."""
    for _ in range(timers.EVERY_MINUTES * 60 // _STEP_SECONDS):
        time.sleep(_STEP_SECONDS)
        if timers.state().kind != "autostart":
            return


def _stay(asked: Namespace) -> int:
    """Look every few minutes until log-out, or until the timer is taken away.

    For desktops without systemd, which start it at log-in.
    """
    command = timers.command(asked.data_dir)
    folder = DataFolder(asked.data_dir.absolute())
    if timers.state().kind != "autostart":
        return DONE
    try:
        with FolderLock(folder.reminders_watch):
            while timers.state().kind == "autostart" and desktop_is_there():
                if is_quiet(str(folder.root), asked.clock.now()):
                    looked(str(folder.reminders_looked))
                else:
                    # In a process of its own, so that what it loads does not stay.
                    subprocess.run(command, check=False, stdin=subprocess.DEVNULL)
                _rest()
            # Nothing of the watch stays behind it.
            with contextlib.suppress(OSError):
                folder.reminders_watch.unlink()
    except FolderHeldError:
        # One watch is enough.
        return DONE
    except OSError as error:
        raise EnvironmentFault(str(error)) from error
    return DONE
