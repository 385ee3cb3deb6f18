"""Undo and redo."""

from ccmdesk.services.acts import Acts


class HistoryService:
    """Take acts of this session back, the newest first, and repeat them."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    @property
    def undo_label(self) -> str | None:
        """Return what would be taken back next; None where there is nothing."""
        return self._acts.undo_stack.undo_label

    @property
    def redo_label(self) -> str | None:
        """Return what would be repeated next; None where there is nothing."""
        return self._acts.undo_stack.redo_label

    def others_acted(self) -> bool:
        """Tell whether another program has acted on the data since this was last asked."""
        return self._acts.others_acted()

    def forget(self) -> None:
        """Forget every step, so that what was done up to now stays as it is."""
        self._acts.undo_stack.clear()

    def undo(self) -> str | None:
        """Take the newest act back and return its label; None where there is nothing.

        Raises RefusedError where its rows were changed since, or where it can never be taken back,
        as the issue of a note.
        """
        return self._acts.take_back()

    def redo(self) -> str | None:
        """Repeat what was taken back last and return its label; None where there is nothing.

        Raises RefusedError where its rows were changed since.
        """
        return self._acts.repeat()
