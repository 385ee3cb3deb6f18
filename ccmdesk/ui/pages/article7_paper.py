"""Sets the paper of a report anew after it was stored, aside, the newest state only."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.services.desk import Desk
from ccmdesk.ui.pdf_pictures import PagePictures, draw_pages
from ccmdesk.ui.shell import Shell

# A report has many pages: they are set once the keys rest, not with each key.
SET_AFTER_MILLISECONDS = 400


class ReportPaper(QObject):
    """Set the paper of one report or of one sealed version.

    Signals: `ready` (bytes, pictures) with the newest paper, `failed` (sentence) where it cannot
    be set.
    """

    ready = Signal(object, object)
    failed = Signal(str)

    def __init__(
        self,
        shell: Shell,
        in_sight: Callable[[], Sequence[tuple[int, QSize]]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell, self._in_sight = shell, in_sight
        self._make: Callable[[Desk], bytes] | None = None
        self._asked = 0
        self._under_way = self._again = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._set)

    def ask(self, make: Callable[[Desk], bytes], *, at_once: bool = False) -> None:
        """Set what `make` returns, once it is quiet."""
        self._make = make
        self._soon.start(0 if at_once else SET_AFTER_MILLISECONDS)

    def stop(self) -> None:
        """Forget what is asked for and drop what is under way."""
        self._soon.stop()
        self._again = False
        self._asked += 1

    @property
    def idle(self) -> bool:
        """Tell whether the paper shown is the newest."""
        return not (self._under_way or self._again or self._soon.isActive())

    def _set(self) -> None:
        if self._under_way:
            self._again = True
            return
        make, desk = self._make, self._shell.desk
        if make is None:
            return
        self._under_way, self._again = True, False
        number, wanted = self._asked, tuple(self._in_sight())

        def work() -> tuple[bytes, PagePictures | None]:
            pdf = make(desk)
            return pdf, draw_pages(pdf, wanted)

        self._shell.run_ahead(
            work,
            lambda result: self._on_set(number, *result),
            lambda error: self._on_fault(number, error),
        )

    def _on_set(self, number: int, pdf: bytes, pictures: PagePictures | None) -> None:
        self._next()
        if number == self._asked:
            self.ready.emit(pdf, pictures)

    def _on_fault(self, number: int, error: Exception) -> None:
        self._next()
        if not isinstance(error, CcmDeskError):
            self._shell.show_error(error)
        elif number == self._asked:
            # No box: it would be in the way of the next key.
            self.failed.emit(error.message)

    def _next(self) -> None:
        self._under_way = False
        if self._again:
            self._set()
