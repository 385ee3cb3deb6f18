"""Finds what the system lacks for a purpose, installs it where it may, else says how."""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

# The library Qt loads, and the Debian or Ubuntu package that holds it.
SCREENLESS = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW = SCREENLESS | {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What some tests ask for a second opinion: programs, and Unicode's own test files.
JUDGES = {
    "qpdf": "qpdf",
    "gs": "ghostscript",
    "pdftotext": "poppler-utils",
    "dbus-daemon": "dbus",
    "desktop-file-validate": "desktop-file-utils",
    "systemd-analyze": "systemd",
    "gio": "libglib2.0-bin",
    "/usr/share/unicode/BidiCharacterTest.txt": "unicode-data",
}
# What WeasyPrint, a peer of the bench, loads.
PEERS = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
# By purpose: who needs it, and what that is.
PURPOSES = {
    "window": ("Qt needs", WINDOW),
    "screenless": ("Qt needs", SCREENLESS),
    "advise": ("Qt needs", WINDOW),
    "tests": ("the tests use", JUDGES),
    "bench": ("the bench uses", PEERS),
}
# Without these the program or the suite cannot run; without the others it only does less.
NEEDED = {"window", "screenless"}
# Debian 13 and Ubuntu 24.04 renamed packages when time became 64 bits wide.
RENAMED_SUFFIX = "t64"


def loads(library: str) -> bool:
    """Tell whether the system can load the shared library of this name."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def present(what: str) -> bool:
    """Tell whether the system has this library, program or file."""
    if what.startswith("/"):
        return Path(what).is_file()
    return loads(what) if ".so" in what else shutil.which(what) is not None


def named_here(packages: list[str]) -> list[str]:
    """Return the packages under the names this system's package lists know them by."""
    names = []
    for package in packages:
        known = subprocess.run(
            ["apt-cache", "pkgnames", package], capture_output=True, text=True, check=False
        ).stdout.split()
        renamed = package + RENAMED_SUFFIX
        names.append(renamed if renamed in known else package)
    return names


def install(packages: list[str]) -> bool:
    """Install the packages with apt-get, asking nothing, and tell whether it succeeded."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}

    def apt_get(*arguments: str) -> bool:
        command = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", *arguments]
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=False,
        )
        return done.returncode == 0

    # Without fresh lists a new machine knows no package; with old ones it may still go well.
    apt_get("update")
    return apt_get("install", "-y", "--no-install-recommends", *named_here(packages))


def main(purpose: str) -> int:
    """Make what a purpose needs present where that is allowed, else say how it is done.

    Returns the exit status: 1 where something is missing without which nothing can go on.
    """
    reason, wanted = PURPOSES[purpose]
    missing = [what for what in wanted if not present(what)]
    if not sys.platform.startswith("linux") or not missing:
        return 0
    packages = sorted({wanted[what] for what in missing})
    has_apt = shutil.which("apt-get") is not None
    if has_apt and os.geteuid() == 0:
        print(f"Installing what {reason}: {', '.join(packages)} ...", flush=True)
        if install(packages) and all(present(what) for what in missing):
            return 0
    if has_apt:
        command = f"apt-get install -y --no-install-recommends {' '.join(named_here(packages))}"
        advice = f"install it with: sudo {command}"
    else:
        advice = f"install the packages of your system that hold {', '.join(missing)}"
    print(f"Some of what {reason} is missing here; {advice}", file=sys.stderr)
    return 1 if purpose in NEEDED else 0


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in PURPOSES:
        sys.exit(f"usage: system_libraries.py {'|'.join(PURPOSES)}")
    sys.exit(main(sys.argv[1]))
