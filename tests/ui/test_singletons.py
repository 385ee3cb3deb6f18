"""A long session must not use None up."""

import subprocess
import sys

MANY_CALLS = """
import ccmdesk.ui
from PySide6.QtWidgets import QApplication, QPushButton

application = QApplication([])
button = QPushButton()
for _ in range(120_000):
    button.unsetCursor()
    button.isVisible()
print("alive")
"""


def test_hundred_thousand_calls_into_qt_do_not_end_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "alive"
