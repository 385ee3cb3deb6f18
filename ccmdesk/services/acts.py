"""Carries out one act of the officer: a unit of work, its event, its undo step, and the news."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from ccmdesk.domain.clock import Clock
from ccmdesk.domain.errors import RefusedError
from ccmdesk.services.changes import Changes
from ccmdesk.store.database import Database
from ccmdesk.store.duty_history_rows import is_history, retell
from ccmdesk.store.events import add_event, last_event
from ccmdesk.store.undo import Step, UndoStack
from ccmdesk.store.unit_of_work import RowChange, UnitOfWork


@dataclass(slots=True)
class Act:
    """An act under way; `subject` and `detail` go into the record of events."""

    unit: UnitOfWork
    at: datetime
    by: str
    subject: str = ""
    detail: dict[str, object] = field(default_factory=dict)

    @property
    def connection(self) -> Connection:
        """Return the connection on which the act reads and writes."""
        return self.unit.connection


class Acts:
    """The one way in which services read and write."""

    def __init__(self, database: Database, clock: Clock, changes: Changes, actor: str) -> None:
        self.clock = clock
        self.undo_stack = UndoStack()
        self._database = database
        self._changes = changes
        self._actor = actor
        # One act at a time in this process; other processes wait at the database.
        self._turn = threading.RLock()
        self._last_event: int | None = None
        self._others_acted = False

    def reading(self) -> AbstractContextManager[Connection]:
        """Open one consistent view of the data."""
        return self._database.reading()

    @contextmanager
    def act(self, verb: str, label: str, *kinds: str, final: bool = False) -> Iterator[Act]:
        """Carry out the block as one act called `label`, or leave no trace of it.

        A `final` act can never be taken back, nor can those before it.
        """
        with self._turn:
            with self._database.writing() as unit:
                act = Act(unit, self.clock.now(), self._actor)
                yield act
                if unit.changes or final:
                    self._record(act, verb)
            if unit.changes or final:
                step = Step(label, frozenset(kinds), tuple(unit.changes), final=final)
                self.undo_stack.push(step)
                self._changes.notify(step.kinds)

    @contextmanager
    def trial(self) -> Iterator[Act]:
        """Carry out the block and leave no trace of it: a look at what it would change."""
        with self._turn, suppress(_TrialOverError), self._database.writing() as unit:
            yield Act(unit, self.clock.now(), self._actor)
            raise _TrialOverError

    @contextmanager
    def keystroke(self, label: str, merge: str, *kinds: str) -> Iterator[UnitOfWork]:
        """Carry out the block as part of one long act `merge`, without an event for each key."""
        with self._turn:
            with self._database.writing() as unit:
                yield unit
            if unit.changes:
                step = Step(label, frozenset(kinds), tuple(unit.changes), merge=merge)
                self.undo_stack.push(step)
                self._changes.notify(step.kinds)

    @property
    def actor(self) -> str:
        """Return the name under which the officer's acts are recorded."""
        return self._actor

    @contextmanager
    def aside(self) -> Iterator[UnitOfWork]:
        """Write what is no act of the officer's: no event, no undo, no news."""
        with self._turn, self._database.writing() as unit:
            yield unit

    def take_back(self) -> str | None:
        """Undo the newest step and return its label; None where there is none.

        Raises RefusedError where the step cannot be taken back, and then forgets it.
        """
        with self._turn:
            stack = self.undo_stack
            if not stack.done:
                return None
            if stack.done[-1].final:
                raise RefusedError(
                    f"“{stack.done[-1].label}” cannot be taken back; it stays in the register."
                )
            step = stack.done.pop()
            backwards = [change.reversed() for change in reversed(step.changes)]
            self._carry_out("undo", step, backwards)
            stack.undone.append(step)
        self._changes.notify(step.kinds)
        return step.label

    def repeat(self) -> str | None:
        """Redo what was taken back last and return its label; None where there is nothing."""
        with self._turn:
            stack = self.undo_stack
            if not stack.undone:
                return None
            step = stack.undone.pop()
            self._carry_out("redo", step, list(step.changes))
            stack.done.append(step)
        self._changes.notify(step.kinds)
        return step.label

    def _carry_out(self, verb: str, step: Step, changes: Sequence[RowChange]) -> None:
        try:
            with self._database.writing() as unit:
                at = self.clock.now()
                for change in changes:
                    if not is_history(change):
                        unit.put(change)
                label = step.label.replace("“", "‘").replace("”", "’")
                why = f"“{label}” was {_carried_out(verb)}."
                retell(unit, changes, at=at, by=self._actor, why=why)
                act = Act(unit, at, self._actor, detail={"label": step.label})
                self._record(act, verb)
        except RefusedError as error:
            raise _not_possible(verb, step) from error
        except IntegrityError as error:
            raise _not_possible(verb, step) from error

    def others_acted(self) -> bool:
        """Tell whether another program has acted on the data since this was last asked.

        The first answer is no, and so it is while an act of this program is under way.
        """
        if not self._turn.acquire(blocking=False):
            return False
        try:
            with self._database.reading() as connection:
                last = last_event(connection)
            found = self._others_acted or self._last_event not in (None, last)
            self._last_event, self._others_acted = last, False
            return found
        finally:
            self._turn.release()

    def _record(self, act: Act, verb: str) -> None:
        number = add_event(
            act.connection,
            at=act.at,
            actor=act.by,
            verb=verb,
            subject=act.subject,
            detail=act.detail,
        )
        if self._last_event is not None and number != self._last_event + 1:
            self._others_acted = True
        self._last_event = number


class _TrialOverError(Exception):
    """Ends a trial, so that nothing of it is kept."""


def _carried_out(verb: str) -> str:
    return "taken back" if verb == "undo" else "repeated"


def _not_possible(verb: str, step: Step) -> RefusedError:
    return RefusedError(
        f"“{step.label}” cannot be {_carried_out(verb)}, because the data was changed in another"
        " way since."
    )
