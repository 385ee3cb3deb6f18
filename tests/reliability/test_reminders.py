"""Agents started together, agents killed: a reminder is told, and by one of them."""

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.profile import Profile
from tests.system.session_bus import Server, notification_server, session_bus

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
