"""Files of a timer, written and taken away with the folders made for them; its own start."""

import contextlib
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from ccmdesk.system.atomic_file import write_bytes


def config_home() -> Path:
    """Return where the XDG specification has a user's configuration."""
    named = os.environ.get("XDG_CONFIG_HOME", "")
    return Path(named) if named.startswith("/") else Path.home() / ".config"


def data_home() -> Path:
    """Return where the XDG specification has a user's data."""
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if named.startswith("/") else Path.home() / ".local" / "share"


def write_files(files: Mapping[Path, str]) -> None:
    """Write the files, or none of them; raises OSError naming the one that failed."""
    written: list[Path] = []
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(path, text.encode("utf-8"))
            written.append(path)
    except OSError:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def start_detached(words: tuple[str, ...]) -> None:
    """Start a program that goes on when this one ends, and forget it."""
    # The shell leaves at once, so that the program is nobody's child to be waited for.
    script = '"$@" </dev/null >/dev/null 2>&1 &'
    subprocess.run(["/bin/sh", "-c", script, "sh", *words], check=False, start_new_session=True)


def remove(path: Path, up_to: Path) -> None:
    """Take away a file or link, if there, and the folders below `up_to` that are empty then."""
    path.unlink(missing_ok=True)
    # Another program's files keep a folder, and one that is not there needs no removing.
    with contextlib.suppress(OSError):
        for folder in path.parents:
            if not folder.is_relative_to(up_to) or folder == up_to:
                break
            folder.rmdir()
