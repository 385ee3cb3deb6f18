"""The steps that can be taken back in this session, the newest last."""

from dataclasses import dataclass, field, replace

from ccmdesk.store.unit_of_work import RowChange

DEPTH = 100


@dataclass(frozen=True, slots=True)
class Step:
    """One act that was carried out; `final` acts can never be taken back.

    Steps that follow each other and have the same `merge` key count as one, such as the keystrokes
    of one draft.
    """

    label: str
    kinds: frozenset[str]
    changes: tuple[RowChange, ...]
    merge: str = ""
    final: bool = False


@dataclass(slots=True)
class UndoStack:
    """Steps done and steps taken back."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def push(self, step: Step) -> None:
        """Remember a new act; what was taken back before can then no longer be repeated."""
        self.undone.clear()
        if step.final:
            self.done.clear()
        last = self.done[-1] if self.done else None
        if last and step.merge and last.merge == step.merge:
            self.done[-1] = replace(step, changes=_joined(last.changes, step.changes))
            return
        self.done.append(step)
        del self.done[:-DEPTH]

    def clear(self) -> None:
        """Forget every step."""
        self.done.clear()
        self.undone.clear()

    @property
    def undo_label(self) -> str | None:
        """Return what would be taken back next, or None."""
        return self.done[-1].label if self.done and not self.done[-1].final else None

    @property
    def redo_label(self) -> str | None:
        """Return what would be repeated next, or None."""
        return self.undone[-1].label if self.undone else None


def _joined(first: tuple[RowChange, ...], then: tuple[RowChange, ...]) -> tuple[RowChange, ...]:
    """Return both as one; keystroke after keystroke on one row keeps only its two ends."""
    if len(first) == len(then) == 1 and _place(first[0]) == _place(then[0]):
        return (replace(then[0], before=first[0].before),)
    return first + then


def _place(change: RowChange) -> tuple[str, int]:
    return change.table.name, change.row_id
