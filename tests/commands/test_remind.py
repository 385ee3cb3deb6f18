"""`ccmdesk remind`: a notice that arrives, an answer that loads nothing, a timer in place."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.system.timer_autostart import Autostart
from ccmdesk.system.timers import command
from tests.commands.conftest import Run, one_sentence
from tests.system.session_bus import notification_server, session_bus

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus carries it on Linux")
THAT_DAY = "2027-04-23T10:00"


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with session_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


def process(*words: str) -> "subprocess.CompletedProcess[str]":
    """Run the program in a process of its own, as the timer does."""
    return subprocess.run(
        [sys.executable, "-m", "ccmdesk", *words], capture_output=True, text=True, check=False
    )


def test_without_a_mission_there_is_nothing_to_tell(run: Run, tmp_path: Path) -> None:
    answer = run("remind")
    assert (answer.status, answer.out, answer.err) == (0, "", "")
    assert run("remind", "--json").json == {
        "told": True,
        "busy": False,
        "shown": [],
        "missed": [],
        "postponed": [],
    }
    assert not (tmp_path / "data").exists()


@linux_only
def test_a_reminder_reaches_the_desktop_from_a_process_of_its_own(
    nigeria: Run, tmp_path: Path, bus: str
) -> None:
    with notification_server() as server:
        words = ("--data-dir", str(tmp_path / "data"), "remind", "--now", THAT_DAY, "--json")
        answer = process(*words)
        assert answer.returncode == 0, answer.stderr
        told = json.loads(answer.stdout)
        assert [each["rung"] for each in told["shown"]] == ["T-7"]
        assert told["shown"][0]["due"] == "2027-04-30"
        got = server.next()
        assert got["summary"] == "Due in 7 days: Annual transparency report for 2026"
        assert got["body"] == "Legal date Fri 30 April 2027."
        assert got["hints"]["urgency"] == 2
        assert json.loads(process(*words).stdout)["shown"] == []
        assert server.rest() == []


@linux_only
def test_no_desktop_is_one_sentence_and_nothing_is_lost(nigeria: Run, bus: str) -> None:
    answer = nigeria("remind", "--now", THAT_DAY)
    assert answer.status == 1
    assert one_sentence(answer)
    assert "waits" in answer.err
    with notification_server() as server:
        answer = nigeria("remind", "--now", THAT_DAY)
        assert answer.status == 0
        assert "T-7" in answer.out
        assert server.next()["summary"].startswith("Due in 7 days")


def test_a_dry_run_tells_nothing(nigeria: Run) -> None:
    for _ in range(2):
        rows = nigeria("remind", "--dry-run", "--now", THAT_DAY, "--json").json["shown"]
        assert [each["rung"] for each in rows] == ["T-7"]
    assert "T-7" in nigeria("remind", "--dry-run", "--now", THAT_DAY).out
    assert nigeria("remind", "--dry-run", "--now", "2027-04-23", "--json").json["told"] is False


def test_with_nothing_due_neither_qt_nor_sqlalchemy_is_loaded(nigeria: Run, tmp_path: Path) -> None:
    folder = str(tmp_path / "data")
    process("--data-dir", folder, "remind")
    code = (
        "import sys, runpy\n"
        f"sys.argv = ['ccmdesk', '--data-dir', {folder!r}, 'remind']\n"
        "try:\n    runpy.run_module('ccmdesk', run_name='__main__', alter_sys=True)\n"
        "except SystemExit as end:\n    status = end.code\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "heavy = {'PySide6', 'sqlalchemy', 'reportlab', 'argparse', 'dataclasses', 'jeepney'}\n"
        "sys.exit(f'{status} {sorted(loaded & heavy)}' if status or loaded & heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False
    )
    # What was due on the day of this test was told to nobody, and is tried again with care.
    if "argparse" in done.stderr:
        rows = json.loads(process("--data-dir", folder, "remind", "--dry-run", "--json").stdout)
        assert rows["shown"]
        pytest.skip("something is due today")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("heavy", ["PySide6", "sqlalchemy"])
def test_even_when_something_is_due_they_are_not_loaded(
    nigeria: Run, tmp_path: Path, heavy: str
) -> None:
    words = ["--data-dir", str(tmp_path / "data"), "remind", "--now", THAT_DAY]
    code = (
        "import sys; from ccmdesk.cli import main;"
        f"main({words!r});"
        f"sys.exit({heavy!r} in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0


def test_a_damaged_register_is_one_sentence(nigeria: Run, tmp_path: Path) -> None:
    (tmp_path / "data" / "ccmdesk.sqlite3").write_bytes(b"")
    done = process("--data-dir", str(tmp_path / "data"), "remind")
    assert done.returncode == 1
    assert done.stderr.startswith("ccmdesk: ")
    assert "is empty" in done.stderr
    assert done.stderr.count("\n") == 1


@linux_only
def test_one_is_shown_when_asked_for(nigeria: Run, bus: str) -> None:
    answer = nigeria("remind", "--show-one", "0")
    assert answer.status == 1
    assert one_sentence(answer)
    with notification_server() as server:
        assert nigeria("remind", "--show-one", "0").status == 0
        assert server.next()["summary"] == "This is how a reminder arrives"
    # It was no reminder of a duty, and none is taken for told.
    assert nigeria("remind", "--dry-run", "--now", THAT_DAY, "--json").json["shown"]


def test_each_look_leaves_its_time(nigeria: Run, tmp_path: Path) -> None:
    looked = tmp_path / "data" / "reminders-looked"
    process("--data-dir", str(tmp_path / "data"), "remind", "--dry-run")
    assert not looked.exists()
    process("--data-dir", str(tmp_path / "data"), "remind")
    first = looked.stat().st_mtime_ns if looked.exists() else 0
    done = process("--data-dir", str(tmp_path / "data"), "remind")
    if done.returncode:
        pytest.skip("something is due today and no desktop takes it")
    assert looked.stat().st_mtime_ns > first


@linux_only
def test_the_timer_is_installed_told_of_and_taken_away(
    nigeria: Run, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = own_folders / "systemctl"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{own_folders}{os.pathsep}{os.environ['PATH']}")
    assert nigeria("remind", "--status", "--json").json["installed"] is False
    installed = nigeria("remind", "--install", "--json").json
    assert installed["timer"] == "autostart"
    assert all(Path(name).exists() for name in installed["files"])
    assert "log-in" in nigeria("remind", "--status").out
    assert nigeria("remind", "--uninstall", "--json").json["timer"] == "none"
    assert not Path(installed["files"][0]).exists()


@linux_only
def test_the_watch_ends_with_its_timer_with_its_session_and_before_a_second_one(
    nigeria: Run, own_folders: Path, tmp_path: Path, bus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = [sys.executable, "-m", "ccmdesk", "--data-dir", str(tmp_path / "data"), "remind"]
    watch.append("--stay")
    # No timer is in place.
    assert subprocess.run(watch, timeout=20, check=False).returncode == 0
    Autostart().install(command(tmp_path / "data"))
    with subprocess.Popen(watch) as first:
        held = tmp_path / "data" / "reminders-watch.lock"
        while not (held.exists() and str(first.pid) in held.read_text(encoding="utf-8")):
            assert first.poll() is None
            time.sleep(0.02)
        assert subprocess.run(watch, timeout=20, check=False).returncode == 0
        assert first.poll() is None
        first.kill()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    assert subprocess.run(watch, timeout=20, check=False).returncode == 0


def test_options_that_do_not_go_together_are_wrong_usage(nigeria: Run) -> None:
    for words in (
        ("--install", "--uninstall"),
        ("--status", "--dry-run"),
        ("--now", "soon"),
        ("--now", "9999-12-31"),
        ("--show-one", "soon"),
        ("--show-one", "3600"),
    ):
        answer = nigeria("remind", *words)
        assert answer.status == 2
        assert one_sentence(answer)


def test_the_day_named_is_its_morning(nigeria: Run) -> None:
    rows = nigeria("remind", "--dry-run", "--now", str(date(2027, 4, 23)), "--json").json
    assert rows["shown"][0]["at"] == "2027-04-23T09:00:00"
