"""Tells whether a folder lies on a network drive, where SQLite cannot be trusted."""

import sys
from pathlib import Path

_REMOTE = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "ncpfs",
        "davfs",
        "ceph",
        "glusterfs",
        "fuse.glusterfs",
        "fuse.sshfs",
        "fuse.davfs",
        "fuse.rclone",
        "fuse.gvfsd-fuse",
    }
)


def is_network_place(path: Path) -> bool:
    """Tell whether `path` lies on a network share, as far as the system says."""
    if str(path).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        remote_drive = 4
        root = path.resolve().anchor
        return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == remote_drive)
    table = Path("/proc/self/mounts")
    if not table.exists():
        return False
    return file_system_of(path.resolve(), table.read_text(errors="replace")) in _REMOTE


def file_system_of(path: Path, mounts: str) -> str:
    """Return the type of the file system that holds `path`, read from a mount table's text."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        words = line.split()
        if len(words) < 3:
            continue
        # The table writes blanks in names as octal escapes.
        place = Path(words[1].replace("\\040", " "))
        if path.is_relative_to(place) and len(place.parts) >= best:
            best, kind = len(place.parts), words[2]
    return kind
