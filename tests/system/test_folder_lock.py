"""One window per folder; a dead one's lock is no lock."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ccmdesk.system.folder_lock import FolderHeldError, FolderLock

HOLD = (
    "import sys, time; from pathlib import Path;"
    "from ccmdesk.system.folder_lock import FolderHeldError, FolderLock;"
    "lock = FolderLock(Path(sys.argv[1])); lock.take();"
    "print('held', flush=True); time.sleep(60)"
)


def test_a_second_window_is_told_who_holds_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "ccmdesk.lock"
    with FolderLock(path), pytest.raises(FolderHeldError, match=f"process {os.getpid()} on "):
        FolderLock(path).take()
    with FolderLock(path):
        assert path.read_text().split()[0] == str(os.getpid())


def test_a_killed_holder_leaves_no_lock(tmp_path: Path) -> None:
    path = tmp_path / "ccmdesk.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(FolderHeldError, match=rf"already open.*process {holder.pid} on "):
            FolderLock(path).take()
        holder.send_signal(signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        holder.wait()
    assert path.exists()
    with FolderLock(path):
        pass


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match="--data-dir"):
        FolderLock(tmp_path / "file" / "ccmdesk.lock").take()


def test_releasing_twice_is_harmless(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path / "ccmdesk.lock")
    lock.take()
    lock.release()
    lock.release()
