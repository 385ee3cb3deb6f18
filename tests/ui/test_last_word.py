"""Why no window opens, said where no window is there to say it."""

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.system.folder_lock import FolderLock
from ccmdesk.system.paths import DataFolder
from ccmdesk.ui.last_word import last_word


def test_the_box_says_the_sentence_of_the_error(qtbot: QtBot) -> None:
    box = last_word(EnvironmentFault("It is <open> already; close it first."))
    qtbot.addWidget(box)
    assert box.informativeText() == "It is <open> already; close it first."
    box.show()
    assert box.buttons()[0].text().replace("&", "") == "Close"
    box.buttons()[0].click()
    assert not box.isVisible()


def test_where_nobody_can_see_a_box_the_program_ends_by_itself(tmp_path: Path) -> None:
    with FolderLock(DataFolder(tmp_path).lock):
        done = subprocess.run(
            [sys.executable, "-m", "ccmdesk", "--data-dir", str(tmp_path)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "already open" in done.stderr
