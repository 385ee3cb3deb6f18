"""Files that are either the old one or the new one, never half of each."""

import contextlib
import os
import tempfile
from pathlib import Path


def write_bytes(path: Path, data: bytes) -> None:
    """Write `data` to `path` by way of a temporary file in the same folder.

    A link stays one: the file it leads to is written. A device or a pipe is written to, never
    replaced. Raises OSError naming the file; the former content is then untouched and nothing is
    left beside it.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
            return
        if path.is_symlink():
            # Of links that lead in a circle, which resolve() does not bear, one is replaced.
            path = Path(os.path.realpath(path))
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    except OSError as error:
        raise _naming(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode_of(path))
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise _naming(path, error) from error
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut, where the system can be asked to."""
    if os.name == "nt":
        return
    # Some file systems refuse to sync a folder; the rename itself has then still been done.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _naming(path: Path, error: OSError) -> OSError:
    # The temporary file's name, or none at all, would tell the officer nothing.
    return OSError(error.errno, error.strerror or str(error), str(path))


def _mode_of(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
