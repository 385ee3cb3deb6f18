"""A task of the Windows Task Scheduler. Untried: written after Microsoft's documentation."""

import contextlib
import os
import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from ccmdesk.system.timers import EVERY_MINUTES, TimerError, TimerState

TASK = "CCM Desk reminders"
_SECONDS = 30
_XML = """\
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Looks for due reminders of CCM Desk</Description>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <Enabled>true</Enabled>
      <UserId>{user}</UserId>
      <Repetition><Interval>PT{minutes}M</Interval></Repetition>
    </LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>{user}</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT2M</ExecutionTimeLimit>
    <Enabled>true</Enabled>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{command}</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
"""


def task_xml(command: tuple[str, ...], user: str) -> str:
    """Return the definition of the task, which runs at log-on and every few minutes after it."""
    program, *arguments = command
    # Without the console window that python.exe would open every time.
    windowless = Path(program).with_name("pythonw.exe")
    if Path(program).name.lower() == "python.exe" and windowless.exists():
        program = str(windowless)
    return _XML.format(
        user=escape(user),
        minutes=EVERY_MINUTES,
        command=escape(program),
        arguments=escape(subprocess.list2cmdline(arguments)),
    )


class TaskScheduler:
    """One task of the user's own, which needs no administrator."""

    kind = "task_scheduler"

    def usable(self) -> bool:
        """Tell whether this is Windows."""
        return os.name == "nt"

    def install(self, command: tuple[str, ...]) -> None:
        """Register the task."""
        user = f"{os.environ.get('USERDOMAIN', '')}\\{os.environ.get('USERNAME', '')}".strip("\\")
        handle, name = tempfile.mkstemp(suffix=".xml")
        try:
            with os.fdopen(handle, "w", encoding="utf-16") as stream:
                stream.write(task_xml(command, user))
            if not _schtasks("/Create", "/F", "/TN", TASK, "/XML", name):
                raise TimerError(
                    "Windows did not take the task of the reminders; ask whoever looks after"
                    " this machine whether tasks may be made."
                )
        finally:
            with contextlib.suppress(OSError):
                Path(name).unlink()

    def begin(self, command: tuple[str, ...]) -> None:
        """Start the task, which otherwise waits for the next log-on."""
        _schtasks("/Run", "/TN", TASK)

    def uninstall(self) -> None:
        """Take the task away."""
        _schtasks("/Delete", "/F", "/TN", TASK)

    def state(self) -> TimerState:
        """Return whether the task is registered."""
        installed = _schtasks("/Query", "/TN", TASK)
        detail = (
            f"Windows looks for due reminders every {EVERY_MINUTES} minutes."
            if installed
            else "Windows has no task of ours."
        )
        return TimerState(self.kind, installed, installed, detail)


def _schtasks(*words: str) -> bool:
    try:
        done = subprocess.run(
            ["schtasks", *words], capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
