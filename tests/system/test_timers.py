"""Timers of the platforms: files their own judges accept, put in place and gone without a trace."""

import os
import plistlib
import shutil
import stat
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from ccmdesk.system import timers
from ccmdesk.system.timer_autostart import Autostart
from ccmdesk.system.timer_macos import agent_plist
from ccmdesk.system.timer_systemd import SystemdTimer
from ccmdesk.system.timer_windows import task_xml

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="these timers are Linux's")
ODD = Path('/tmp/Büro "10 % $HOME" \\ x')


@pytest.fixture
def systemctl(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for systemctl that writes down what it was asked and agrees to all."""
    folder = own_folders / "bin"
    folder.mkdir()
    log = own_folders / "asked.txt"
    program = folder / "systemctl"
    program.write_text(f'#!/bin/sh\necho "$*" >> "{log}"\n', encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return log


@pytest.fixture
def no_systemd(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session in which no systemd of the user runs."""
    program = own_folders / "systemctl"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{own_folders}{os.pathsep}{os.environ['PATH']}")


def files_below(root: Path) -> set[Path]:
    return {path for path in root.rglob("*") if path.name not in {"asked.txt", "systemctl"}}


@linux_only
def test_systemd_is_used_where_it_runs(systemctl: Path, own_folders: Path) -> None:
    before = files_below(own_folders)
    state = timers.install(own_folders / "data")
    assert (state.kind, state.installed, state.active) == ("systemd", True, True)
    link = own_folders / "home/.config/systemd/user/timers.target.wants/ccmdesk-remind.timer"
    assert link.resolve() == SystemdTimer().timer
    asked = systemctl.read_text(encoding="utf-8")
    assert "--user daemon-reload" in asked
    assert "--user restart ccmdesk-remind.timer" in asked
    assert timers.state() == state
    timers.install(own_folders / "data")
    stamp = own_folders / "home/.local/share/systemd/timers/stamp-ccmdesk-remind.timer"
    stamp.parent.mkdir(parents=True)
    stamp.touch()
    assert not timers.uninstall().installed
    assert files_below(own_folders) == before
    assert "--user stop ccmdesk-remind.timer" in systemctl.read_text(encoding="utf-8")


@linux_only
def test_without_systemd_the_desktop_starts_a_watch(no_systemd: None, own_folders: Path) -> None:
    before = files_below(own_folders)
    state = timers.install(own_folders / "data")
    assert (state.kind, state.installed) == ("autostart", True)
    assert state.files == (own_folders / "home/.config/autostart/ccmdesk-remind.desktop",)
    assert "--stay" in state.files[0].read_text(encoding="utf-8")
    assert timers.uninstall().kind == "none"
    assert files_below(own_folders) == before
    assert not timers.uninstall().installed


@linux_only
def test_one_timer_takes_the_place_of_the_other(
    systemctl: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Autostart().install(timers.command(own_folders / "data"))
    assert timers.install(own_folders / "data").kind == "systemd"
    assert not Autostart().entry.exists()


@linux_only
def test_another_programs_files_stay(systemctl: Path, own_folders: Path) -> None:
    other = own_folders / "home/.config/systemd/user/other.service"
    other.parent.mkdir(parents=True)
    other.touch()
    timers.install(own_folders / "data")
    timers.uninstall()
    assert other.exists()


@linux_only
def test_a_folder_that_cannot_be_written_is_named(
    systemctl: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = own_folders / "file"
    blocked.touch()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(blocked))
    with pytest.raises(OSError, match="file"):
        timers.install(own_folders / "data")


@linux_only
def test_systemd_accepts_the_units(
    systemctl: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd-analyze here")
    SystemdTimer().install(timers.command(ODD))
    units = [str(SystemdTimer().service), str(SystemdTimer().timer)]
    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", *units],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.strip() == ""
    # What it is asked to judge can be found wrong.
    SystemdTimer().timer.write_text("[Timer]\nOnCalendar=now and then\n", encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", units[1]],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.strip()


@linux_only
def test_the_desktop_accepts_the_entry(own_folders: Path) -> None:
    if shutil.which("desktop-file-validate") is None:
        pytest.skip("no desktop-file-validate here; it comes with desktop-file-utils")
    Autostart().install(timers.command(ODD))
    done = subprocess.run(
        ["desktop-file-validate", str(Autostart().entry)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_windows_gets_a_task_that_can_be_read() -> None:
    text = task_xml(("C:\\Program Files\\x\\python.exe", "-m", "ccmdesk", "R&D <x>"), "EDA\\Müller")
    assert text.startswith('<?xml version="1.0" encoding="UTF-16"?>')
    root = ET.fromstring(text.encode("utf-16"))
    space = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
    assert root.findtext(".//t:Exec/t:Arguments", namespaces=space) == '-m ccmdesk "R&D <x>"'
    assert root.findtext(".//t:Interval", namespaces=space) == f"PT{timers.EVERY_MINUTES}M"
    assert {each.text for each in root.iterfind(".//t:UserId", space)} == {"EDA\\Müller"}


def test_macos_gets_an_agent_that_can_be_read() -> None:
    command = timers.command(ODD)
    agent = plistlib.loads(agent_plist(command))
    assert agent["ProgramArguments"] == list(command)
    assert agent["StartInterval"] == timers.EVERY_MINUTES * 60
