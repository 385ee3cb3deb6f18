"""Finds what the register is asked for: at once where that is quick, aside where it is not."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from ccmdesk.services.register import NoteFilter
from ccmdesk.ui.shell import Shell

# Up to so many notes everything is found faster than a key is let go.
FEW = 500


class RegisterSearch(QObject):
    """Answers the last question; those before it are dropped.

    Signals: `found` (NoteFilter, ids) with the answer, `waiting` when it will take a moment.
    """

    found = Signal(object, object)
    waiting = Signal()

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._few = True
        self._wanted: NoteFilter | None = None
        self._busy = False
        # The last question without words that was answered since the data changed.
        self._at_hand: NoteFilter | None = None
        self._indexed = False
        self._indexing = False
        self._changed = 0

    def follow(self, size: int) -> None:
        """Take note that the data changed; `size` is the number of notes now."""
        self._few = size <= FEW
        self._at_hand = None
        self._changed += 1

    def prepare(self) -> None:
        """Get ready for words before the first key is pressed."""
        if self._few or self._indexed or self._indexing:
            return
        self._indexing = True
        register = self._shell.desk.register
        self._shell.run(register.warm, lambda _: self._on_indexed(), self._on_failed)

    def ask(self, wanted: NoteFilter) -> None:
        """Find what is wanted; `found` tells it, within the call where that is quick."""
        self._wanted = wanted
        if self._is_quick(wanted):
            self.found.emit(wanted, self._shell.desk.register.ids(wanted))
        elif wanted.search.strip() and not self._indexed:
            self.waiting.emit()
            self.prepare()
        elif not self._busy:
            self._busy = True
            self.waiting.emit()
            register, changed = self._shell.desk.register, self._changed
            self._shell.run_ahead(
                lambda: register.ids(wanted),
                lambda ids: self._on_ids(wanted, ids, changed),
                self._on_failed,
            )

    def _is_quick(self, wanted: NoteFilter) -> bool:
        if self._few:
            return True
        return self._at_hand == replace(wanted, search="") and (
            self._indexed or not wanted.search.strip()
        )

    def _on_ids(self, wanted: NoteFilter, ids: object, changed: int) -> None:
        self._busy = False
        if changed == self._changed:
            self._at_hand = replace(wanted, search="")
            if self._wanted == wanted:
                self.found.emit(wanted, ids)
                return
        if self._wanted is not None:
            self.ask(self._wanted)

    def _on_indexed(self) -> None:
        self._indexing, self._indexed = False, True
        if self._wanted is not None and self._wanted.search.strip():
            self.ask(self._wanted)

    def _on_failed(self, error: Exception) -> None:
        self._busy = self._indexing = False
        self._shell.show_error(error)
