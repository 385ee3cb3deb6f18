"""Finds the system libraries that Qt needs and lacks, installs them where it may, else says how."""

import ctypes
import os
import shutil
import subprocess
import sys

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
# Debian 13 and Ubuntu 24.04 renamed packages when time became 64 bits wide.
RENAMED_SUFFIX = "t64"


def loads(library: str) -> bool:
    """Tell whether the system can load the shared library of this name."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


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
    """Make the libraries for "window" or "screenless" work present; "advise" never fails.

    Returns the exit status: 0 when all is there, or only advice was wanted; 1 otherwise.
    """
    wanted = SCREENLESS if purpose == "screenless" else WINDOW
    missing = {library: package for library, package in wanted.items() if not loads(library)}
    if not sys.platform.startswith("linux") or not missing:
        return 0
    packages = sorted(set(missing.values()))
    has_apt = shutil.which("apt-get") is not None
    if has_apt and os.geteuid() == 0:
        print(f"Installing the system libraries Qt needs: {', '.join(packages)} ...", flush=True)
        if install(packages) and all(loads(library) for library in missing):
            return 0
    if has_apt:
        command = f"apt-get install -y --no-install-recommends {' '.join(named_here(packages))}"
        advice = f"install them with: sudo {command}"
    else:
        advice = f"install the packages of your system that hold {', '.join(missing)}"
    print(f"The window needs system libraries that are missing here; {advice}", file=sys.stderr)
    return 0 if purpose == "advise" else 1


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in {"window", "screenless", "advise"}:
        sys.exit("usage: system_libraries.py window|screenless|advise")
    sys.exit(main(sys.argv[1]))
