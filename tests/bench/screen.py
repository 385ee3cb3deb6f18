"""The screen of the measurement: a real X server of its own where there is one, else none."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

SCREENLESS = {"QT_QPA_PLATFORM": "offscreen"}


@contextmanager
def screen() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Give the name of the screen and the environment in which windows open on it."""
    program = shutil.which("Xvfb")
    if program is None:
        yield "offscreen", SCREENLESS
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [program, "-displayfd", str(writing), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        # Written once the server listens; nothing where it could not start.
        with os.fdopen(reading) as stream:
            number = stream.readline().strip()
        if number:
            # Emptied, so that Qt and the program choose as they would on a desktop.
            named = {"DISPLAY": f":{number}", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
            yield "Xvfb", named
        else:
            yield "offscreen", SCREENLESS
    finally:
        server.terminate()
        server.wait()
