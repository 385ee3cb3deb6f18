"""How often what a calendar shows was changed, and under which codes a meeting was known."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.duty_moves import HistoryEntry
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.meeting_duties import meeting_of, milestone_id
from ccmdesk.store.events import Event

History = Mapping[str, Sequence[HistoryEntry]]

EVENTS_ABOUT = ("meeting", "milestone")
TAKING_BACK = ("undo", "redo")


class Revisions:
    """When each duty and each meeting was changed; the number of times only ever rises.

    The history tells of days; the events tell of names and hours too, and of former codes.
    """

    def __init__(
        self, history: History, events: Iterable[Event], meetings: Iterable[Meeting]
    ) -> None:
        self._history = history
        self._acts: dict[str, list[datetime]] = {}
        self._taken_back: list[datetime] = []
        self._subjects: dict[str, set[str]] = {}
        for event in events:
            if event.verb in TAKING_BACK:
                self._taken_back.append(event.at)
                continue
            self._acts.setdefault(event.subject, []).append(event.at)
            for code in (event.detail.get("code"), event.detail.get("was")):
                if isinstance(code, str):
                    self._subjects.setdefault(code, set()).add(event.subject)
        for meeting in meetings:
            if meeting.id:
                self._subjects.setdefault(meeting.code, set()).add(f"meeting/{meeting.id}")
        self._keys: dict[str, list[str]] = {}
        for key in history:
            code = code_of(key)
            if code:
                self._keys.setdefault(code, []).append(key)

    def codes(self) -> list[str]:
        """Return every code under which a meeting is known, or was, in order."""
        return sorted(self._subjects.keys() | self._keys.keys())

    def lines(self, key: str) -> Sequence[HistoryEntry]:
        """Return the history of a duty, the oldest line first."""
        return self._history.get(key, ())

    def of_duty(self, key: str) -> list[datetime]:
        """Return when the duty, or the meeting it comes with, was changed."""
        code = code_of(key)
        if not code:
            return [line.at for line in self.lines(key)]
        same = (with_code(key, each) for each in self.related(code))
        lines = [line.at for each in same for line in self.lines(each)]
        number = milestone_id(key.split(":", 2)[2])
        return [*lines, *self._told(code, [] if number is None else [f"milestone/{number}"])]

    def of_meeting(self, code: str) -> list[datetime]:
        """Return when the meeting of that code, or a duty of it, was changed."""
        keys = [key for each in self.related(code) for key in self._keys.get(each, ())]
        return [line.at for key in keys for line in self.lines(key)] + self._told(code)

    def related(self, code: str) -> list[str]:
        """Return the code and the others that its meetings had, in order."""
        subjects = self._subjects.get(code, set())
        return sorted({code, *(each for each in self._subjects if self._subjects[each] & subjects)})

    def _told(self, code: str, others: Sequence[str] = ()) -> list[datetime]:
        subjects = self._subjects.get(code, set()) | set(others)
        acts = [at for subject in sorted(subjects) for at in self._acts.get(subject, ())]
        return acts + self._taken_back if acts else []


def code_of(key: str) -> str:
    """Return the code of the meeting in the key of a duty, or "" where it has none."""
    _, _, rest = key.partition(":")
    kind, _, period = rest.partition(":")
    return meeting_of(period) if kind == DutyKind.MEETING_MILESTONE else ""


def with_code(key: str, code: str) -> str:
    """Return the key of a meeting's duty under another code of the meeting."""
    state, kind, period = key.split(":", 2)
    _, stroke, number = period.partition("/")
    return f"{state}:{kind}:{code}{stroke}{number}"
