"""The yardstick of the window: PySide6's own, empty, painted once and gone."""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class BareWindow(QMainWindow):
    """An empty window that ends the process after its first paint."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))


def main() -> None:
    """Show the window; it ends the process itself."""
    application = QApplication(sys.argv)
    window = BareWindow()
    window.resize(1200, 800)
    window.show()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
