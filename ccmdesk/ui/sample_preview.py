"""Sets the sample note of the settings anew while a setting is changed, aside, the newest only."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.domain.layout import Layout
from ccmdesk.services.sample_note import Variant, sample_content, sample_pdf, variants
from ccmdesk.ui.shell import Shell

_PAUSE_MILLISECONDS = 40


@dataclass(frozen=True, slots=True)
class Wish:
    """What the sample is to show."""

    layout: Layout
    language: str
    delegates: int


@dataclass(frozen=True, slots=True)
class SampleSet:
    """The sample on paper, and how its language says the openings and closings."""

    wish: Wish
    pdf: bytes
    openings: tuple[Variant, ...]
    closings: tuple[Variant, ...]


class SamplePreview(QObject):
    """Set the sample on the worker, one at a time.

    Signals: `ready` (SampleSet) with the newest paper, `failed` (sentence) where it cannot be set.
    """

    ready = Signal(object)
    failed = Signal(str)

    def __init__(self, shell: Shell, newest: Callable[[], Wish | None], parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._newest = shell, newest
        self._under_way = self._again = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._set_now)

    def ask(self) -> None:
        """Set the paper a moment after the last change."""
        if not self._pause.isActive():
            self._pause.start()

    def stop(self) -> None:
        """Forget what is asked for."""
        self._pause.stop()
        self._again = False

    @property
    def idle(self) -> bool:
        """Tell whether the paper shown is the newest."""
        return not (self._under_way or self._pause.isActive() or self._again)

    def _set_now(self) -> None:
        if self._under_way:
            self._again = True
            return
        wish = self._newest()
        if wish is None:
            return
        self._under_way, self._again = True, False
        desk = self._shell.desk

        def work() -> SampleSet:
            profile = replace(desk.profile.required(), layout=wish.layout)
            names = profile.names.get(wish.language)
            if names is None:
                city = profile.names_in(profile.language).city
                names = desk.profile.default_names(profile.state_iso3, city, wish.language)
            content = sample_content(profile, wish.language, names, wish.delegates)
            openings, closings = variants(content)
            return SampleSet(wish, sample_pdf(content, desk.fonts.files()), openings, closings)

        self._shell.run(work, self._on_set, self._on_fault)

    def _on_set(self, result: SampleSet) -> None:
        self._under_way = False
        self.ready.emit(result)
        if self._again:
            self._set_now()

    def _on_fault(self, error: Exception) -> None:
        self._under_way = False
        if isinstance(error, CcmDeskError):
            # No box: it would be in the way of the next setting.
            self.failed.emit(error.message)
        else:
            self._shell.show_error(error)
        if self._again:
            self._set_now()
