"""Sets the paper anew with each key while the officer types, aside, the newest text only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.domain.finding import Finding
from ccmdesk.domain.note import Draft, NoteContent
from ccmdesk.services.desk import Desk
from ccmdesk.services.note_texts import NoteTexts, note_texts, unconfirmed_formulas
from ccmdesk.ui.pdf_pictures import PagePictures, draw_pages, emblem_for_screen
from ccmdesk.ui.shell import Shell

# The linter speaks once the keys rest; the paper does not wait.
CHECKED_AFTER_MILLISECONDS = 220


@dataclass(frozen=True, slots=True)
class Set:
    """A paper that was set, and what the form follows now.

    Where the paper cannot be set `pdf` is empty and `fault` says why.
    """

    draft: Draft
    content: NoteContent
    texts: NoteTexts
    pdf: bytes = b""
    pictures: PagePictures | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the linter says of the newest draft, and which of its formulas nobody confirmed."""

    findings: tuple[Finding, ...]
    unconfirmed: tuple[str, ...]
    next_number: str = ""


class LivePreview(QObject):
    """Set papers of drafts aside, one at a time; what is typed meanwhile is set next.

    Signals: `ready` (Set) with the newest paper, `checked` (Checked) after a pause, `failed`
    (sentence) where the paper cannot be set.
    """

    ready = Signal(object)
    checked = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        shell: Shell,
        newest: Callable[[], Draft],
        in_sight: Callable[[], Sequence[tuple[int, QSize]]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shell, self._newest, self._in_sight = shell, newest, in_sight
        self._asked = 0
        self._under_way = self._again = self._checking = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(CHECKED_AFTER_MILLISECONDS)
        self._pause.timeout.connect(self._check)

    def ask(self) -> None:
        """Set the paper of what was just typed; the linter follows once the keys rest."""
        self._pause.start()
        if self._under_way:
            self._again = True
        else:
            self._set()

    def set_now(self) -> None:
        """Set the paper, and let the linter speak without a pause."""
        self.ask()
        self._pause.start(0)

    def stop(self) -> None:
        """Forget what is asked for and drop what is under way."""
        self._pause.stop()
        self._again = False
        self._asked += 1

    @property
    def idle(self) -> bool:
        """Tell whether the paper shown and what is said of it are the newest."""
        return not (self._under_way or self._again or self._checking or self._pause.isActive())

    def _set(self) -> None:
        self._under_way, self._again = True, False
        number, draft, desk = self._asked, self._newest(), self._shell.desk
        wanted = tuple(self._in_sight())
        self._shell.run_ahead(
            lambda: _set(desk, draft, wanted),
            lambda result: self._on_set(number, result),
            lambda error: self._on_fault(number, error),
        )

    def _on_set(self, number: int, result: Set) -> None:
        self._under_way = False
        if self._again:
            self._set()
        if number == self._asked:
            self.ready.emit(result)

    def _on_fault(self, number: int, error: Exception) -> None:
        self._under_way = False
        if self._again:
            self._set()
        self._tell(number, error)

    def _check(self) -> None:
        self._pause.setInterval(CHECKED_AFTER_MILLISECONDS)
        if self._checking:
            self._pause.start()
            return
        self._checking = True
        number, draft, desk = self._asked, self._newest(), self._shell.desk
        self._shell.run(
            lambda: _checked(desk, draft),
            lambda result: self._on_checked(number, result),
            lambda error: self._on_checked(number, error),
        )

    def _on_checked(self, number: int, result: Checked | Exception) -> None:
        self._checking = False
        if isinstance(result, Exception):
            self._tell(number, result)
        elif number == self._asked:
            self.checked.emit(result)

    def _tell(self, number: int, error: Exception) -> None:
        if not isinstance(error, CcmDeskError):
            self._shell.show_error(error)
        elif number == self._asked:
            # No box: it would be in the way of the next key.
            self.failed.emit(error.message)


def _set(desk: Desk, draft: Draft, wanted: Sequence[tuple[int, QSize]]) -> Set:
    content = desk.notes.compose(draft)
    texts = note_texts(content)
    try:
        pdf = desk.notes.preview(_for_screen(content))
    except CcmDeskError as error:
        return Set(draft, content, texts, fault=error.message)
    return Set(draft, content, texts, pdf, draw_pages(pdf, wanted))


def _for_screen(content: NoteContent) -> NoteContent:
    if content.emblem is None:
        return content
    return replace(content, emblem=emblem_for_screen(content.emblem))


def _checked(desk: Desk, draft: Draft) -> Checked:
    content = desk.notes.compose(draft)
    confirmed = desk.profile.required().confirmed
    return Checked(
        tuple(desk.notes.findings(content)),
        tuple(unconfirmed_formulas(content, confirmed)),
        "" if draft.number else desk.notes.next_number(content.dated, draft.series),
    )
