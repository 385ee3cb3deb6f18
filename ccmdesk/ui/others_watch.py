"""While the window is open: notices what another program did to the same data."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.services.changes import KINDS

if TYPE_CHECKING:
    from ccmdesk.ui.main_window import MainWindow

EVERY_MILLISECONDS = 2_000


class OthersWatch(QObject):
    """Lets the pages read anew after an act of the command line or of another agent."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        window.desk_attached.connect(self.begin)
        window.closing.connect(self._timer.stop)

    def begin(self) -> None:
        """Look from now on."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look once; a file that cannot be read now is looked at again later."""
        window = self._window
        if not window.ready:
            return
        try:
            acted = window.desk.history.others_acted()
        except (CcmDeskError, OSError):
            return
        if acted:
            window.data_changed.emit(KINDS)
