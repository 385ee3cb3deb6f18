"""A session D-Bus of the test's own, with or without a notification service on it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

SERVER = Path(__file__).with_name("notification_server.py")
# Without the system's service files, so that no installed service is started in our server's place.
CONFIGURATION = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={place}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class Server:
    """A notification service in a process of its own."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def next(self) -> dict[str, Any]:
        """Return the next notice shown; waits for it."""
        assert self._process.stdout is not None
        found: dict[str, Any] = json.loads(self._process.stdout.readline())
        return found

    def rest(self) -> list[dict[str, Any]]:
        """End the service and return what was shown and not read yet."""
        self._process.terminate()
        assert self._process.stdout is not None
        return [json.loads(line) for line in self._process.stdout.read().splitlines()]


@contextmanager
def session_bus(folder: Path) -> Iterator[str]:
    """Run a bus and give its address; skips the test where there is no dbus-daemon."""
    if sys.platform != "linux" or shutil.which("dbus-daemon") is None:
        pytest.skip("no dbus-daemon here; on Debian or Ubuntu it comes with the package dbus")
    configuration = folder / "bus.conf"
    configuration.write_text(CONFIGURATION.format(place=folder), encoding="utf-8")
    command = ["dbus-daemon", f"--config-file={configuration}", "--print-address", "--nofork"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        try:
            assert daemon.stdout is not None
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@contextmanager
def notification_server(*capabilities: str) -> Iterator[Server]:
    """Run a notification service on the bus of the environment."""
    with subprocess.Popen(
        [sys.executable, str(SERVER), *capabilities], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert json.loads(process.stdout.readline()) == "ready"
            yield Server(process)
        finally:
            process.terminate()
