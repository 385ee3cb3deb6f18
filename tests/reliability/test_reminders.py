"""Agents together, agents killed, and the watch of the log-in: a reminder is told, by one."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from datetime import time as hour
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.addressee_day import day_at
from ccmdesk.domain.clock import FixedClock, SystemClock
from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.domain.profile import Profile
from ccmdesk.system import timers
from ccmdesk.system.paths import DataFolder
from ccmdesk.system.timer_autostart import Autostart
from tests.system.session_bus import SERVER, Server, notification_server, session_bus

KILLS = 12
START = datetime(2027, 4, 23, 10, 2)  # noqa: DTZ001 - by the clock on the wall


@pytest.fixture
def mission(tmp_path: Path) -> Path:
    """The data folder of Nigeria's mission, which kept its register since 2026."""
    folder = tmp_path / "data"
    desk = open_desk(folder, FixedClock.on(date(2026, 11, 2)))
    names = {"en": desk.profile.default_names("NGA", "Geneva", "en")}
    desk.profile.save(Profile("NGA", "en", names))
    desk.close()
    return folder


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A desktop that listens."""
    with session_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with notification_server() as found:
            yield found


def agent(folder: Path, now: datetime) -> "subprocess.Popen[bytes]":
    words = ["--data-dir", str(folder), "remind", "--now", now.isoformat()]
    return subprocess.Popen([sys.executable, "-m", "ccmdesk", *words], stdout=subprocess.DEVNULL)


def test_of_agents_started_together_one_tells(mission: Path, server: Server) -> None:
    agents = [agent(mission, START) for _ in range(4)]
    assert [each.wait(30) for each in agents] == [0, 0, 0, 0]
    assert len(server.rest()) == 1


def test_killed_at_any_moment_it_is_told_and_the_register_is_sound(
    mission: Path, server: Server
) -> None:
    chance = random.Random(7)
    for turn in range(KILLS):
        # Later each time than what an agent keeps for itself.
        with agent(mission, START + timedelta(minutes=20 * turn)) as killed:
            time.sleep(chance.uniform(0.03, 0.3))
            killed.kill()
    with agent(mission, START + timedelta(minutes=20 * KILLS)) as last:
        assert last.wait(30) == 0
    shown = server.rest()
    assert shown
    # Told again, it takes its own place on the screen.
    assert len({each["replaces"] for each in shown}) == 1
    with closing(sqlite3.connect(mission / "ccmdesk.sqlite3")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        states = connection.execute(
            "SELECT state FROM reminders WHERE rung = 'T-7' AND due = '2027-04-30'"
        ).fetchall()
    assert states == [("shown",)]


@pytest.fixture
def no_systemd(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A session in which no systemd of the user runs."""
    program = own_folders / "systemctl"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{own_folders}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def due_today(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A mission's folder in which a delegation is due today."""
    # The wall shows Geneva's time, so that today is today at the addressee too.
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    today = day_at(SystemClock().now())
    folder = own_folders / "register of the mission"
    desk = open_desk(folder, FixedClock.on(today - timedelta(days=1)))
    names = {"en": desk.profile.default_names("NGA", "Geneva", "en")}
    desk.profile.save(Profile("NGA", "en", names))
    note = ConveningNote(reference="ODA/1", delegation_due=today)
    meeting = Meeting("TODAY", "A meeting", start=today + timedelta(days=20), convening=note)
    desk.meetings.save(meeting)
    settings = desk.reminders.settings()
    desk.reminders.save_settings(replace(settings, opens=hour(0), closes=hour(23, 59)))
    desk.close()
    return folder


def wait_until(condition: object, seconds: float = 30) -> None:
    assert callable(condition)
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


def files_of_the_officer(root: Path, but: Path) -> set[Path]:
    ours = {path for path in root.rglob("*") if not path.is_relative_to(but)}
    return {path for path in ours if path.name != "systemctl" and "gvfs" not in path.parts}


def test_the_watch_of_the_log_in_tells_ends_and_leaves_nothing(
    no_systemd: None, due_today: Path, own_folders: Path, server: Server
) -> None:
    if shutil.which("gio") is None:
        pytest.skip("no gio here, which starts a desktop entry as a desktop does")
    before = files_of_the_officer(own_folders, due_today)
    watch = DataFolder(due_today).reminders_watch
    Autostart().install(timers.command(due_today))
    # Nothing of ours reads the entry: the desktop's own library does.
    subprocess.run(["gio", "launch", str(Autostart().entry)], check=True, timeout=20)
    notice = server.next()
    assert "Delegation to TODAY" in notice["summary"] + notice["body"]
    assert notice["hints"]["urgency"] == 2
    wait_until(DataFolder(due_today).reminders_looked.exists)
    assert watch.exists()
    assert not timers.uninstall().installed
    wait_until(lambda: not watch.exists())
    assert server.rest() == []
    assert files_of_the_officer(own_folders, due_today) == before


def test_put_in_place_it_tells_in_the_session_that_goes_on(
    no_systemd: None, due_today: Path, server: Server
) -> None:
    assert timers.install(due_today).kind == "autostart"
    notice = server.next()
    assert "Delegation to TODAY" in notice["summary"] + notice["body"]
    timers.uninstall()
    wait_until(lambda: not DataFolder(due_today).reminders_watch.exists())


# In a namespace of its own: a /run of its own, in which systemd believes to have booted the
# machine, a manager of the user with its bus, and a desktop on that bus.
LIVE = """
mount -t tmpfs tmpfs /run && mkdir -p /run/systemd/system /run/user && chmod 700 /run/user
export XDG_RUNTIME_DIR=/run/user
unset DBUS_SESSION_BUS_ADDRESS
/lib/systemd/systemd --user >/dev/null 2>&1 & manager=$!
trap 'kill $desktop; systemctl --user exit; wait $manager' EXIT
for _ in $(seq 100); do systemctl --user is-system-running --quiet && break; sleep 0.1; done
for _ in $(seq 50); do [ -S /run/user/bus ] && break; sleep 0.1; done
[ -S /run/user/bus ] || { echo "no manager"; exit 0; }
DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/bus "$PYTHON" "$SERVER" >"$TOLD" & desktop=$!
for _ in $(seq 100); do [ -s "$TOLD" ] && break; sleep 0.1; done
remind() { "$PYTHON" -m ccmdesk --data-dir "$FOLDER" remind "$@"; }
remind --install --json
systemctl --user is-enabled ccmdesk-remind.timer
systemctl --user is-active ccmdesk-remind.timer
systemctl --user start ccmdesk-remind.service && echo told
remind --uninstall --json
systemctl --user list-unit-files --no-legend 'ccmdesk*'
systemctl --user list-timers --all --no-legend 'ccmdesk*'
echo end
"""


def test_a_live_systemd_runs_the_timer_and_keeps_nothing_of_it(
    due_today: Path, own_folders: Path
) -> None:
    if not Path("/lib/systemd/systemd").exists() or shutil.which("dbus-daemon") is None:
        pytest.skip("no systemd here")
    if subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode:
        pytest.skip("only root can give systemd a /run of its own")
    told = own_folders / "told.jsonl"
    done = subprocess.run(
        ["unshare", "-m", "bash", "-c", LIVE],
        env={
            **os.environ,
            "PYTHON": sys.executable,
            "SERVER": str(SERVER),
            "TOLD": str(told),
            "FOLDER": str(due_today),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    if "no manager" in done.stdout:
        pytest.skip("no manager of the user can be started here")
    words = done.stdout.split()
    assert '"systemd"' in done.stdout, done.stderr
    assert words[words.index("enabled") + 1] == "active", done.stdout
    assert "told" in words, done.stdout + done.stderr
    assert "Delegation to TODAY" in told.read_text(encoding="utf-8")
    # After the last answer nothing of ours is listed.
    assert done.stdout.rstrip().endswith("}\nend"), done.stdout
    assert not list(own_folders.rglob("*ccmdesk-remind*"))
