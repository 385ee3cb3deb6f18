"""Meetings: the shipped list, and those stored here because something hangs on them."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.language.meeting_names import formal_name, has_formal_name
from ccmdesk.services.acts import Acts
from ccmdesk.store.meeting_rows import bin_meeting, load_meeting, load_meetings, store_meeting


class MeetingsService:
    """Look meetings up, adopt shipped ones, keep own ones."""

    def __init__(self, acts: Acts, shipped: Callable[[], Sequence[Meeting]]) -> None:
        self._acts = acts
        self._shipped = shipped

    def all(self) -> list[Meeting]:
        """Return every meeting by its opening day, undated ones last.

        A shipped one that is not stored yet has the id 0; once stored, the stored one counts.
        """
        with self._acts.reading() as connection:
            stored = {meeting.code: meeting for meeting in load_meetings(connection)}
        merged = {meeting.code: meeting for meeting in self._shipped()} | stored
        return sorted(merged.values(), key=lambda meeting: meeting.order)

    def get(self, meeting_id: int) -> Meeting:
        """Return a stored meeting; raises InputError for an unknown id."""
        with self._acts.reading() as connection:
            return load_meeting(connection, meeting_id)

    def by_code(self, code: str) -> Meeting:
        """Return the meeting of that code; raises InputError naming the nearest one."""
        wanted = code.strip().upper()
        known = {meeting.code.upper(): meeting for meeting in self.all()}
        if wanted in known:
            return known[wanted]
        near = get_close_matches(wanted, known, n=1, cutoff=0.5)
        hint = f"did you mean {known[near[0]].code}?" if near else "“ccmdesk meetings” lists them."
        raise InputError(f"No meeting has the code “{code.strip()}”; {hint}", "meeting")

    @staticmethod
    def formal_name(kind: MeetingKind, ordinal: int) -> str:
        """Return the full English name of a formal meeting, or "" where it has none."""
        meeting = Meeting(code="", name="", kind=kind, ordinal=ordinal)
        if not has_formal_name(meeting):
            return ""
        return formal_name(kind, ordinal, "en").full

    def adopt(self, code: str) -> Meeting:
        """Store a shipped meeting, so that it can carry a delegation, and return it."""
        meeting = self.by_code(code)
        return meeting if meeting.id else self.save(meeting)

    def save(self, meeting: Meeting) -> Meeting:
        """Add a meeting (id 0) or replace a stored one, and return it as stored.

        Raises InputError naming the wrong field.
        """
        checked = meeting.checked()
        label = "Change the meeting" if checked.id else "Add the meeting"
        with self._acts.act("meeting.save", label, "meetings") as act:
            for other in load_meetings(act.connection):
                if other.code.upper() == checked.code.upper() and other.id != checked.id:
                    raise InputError(
                        f"{other.name} has the code {other.code} already; choose another one.",
                        "code",
                    )
            meeting_id = store_meeting(act.unit, checked)
            act.subject = f"meeting/{meeting_id}"
            return load_meeting(act.connection, meeting_id)

    def remove(self, meeting_id: int) -> None:
        """Put the meeting into the bin, from where undo takes it back; its notes stay."""
        with self._acts.act("meeting.remove", "Remove the meeting", "meetings") as act:
            load_meeting(act.connection, meeting_id)
            act.subject = f"meeting/{meeting_id}"
            bin_meeting(act.unit, meeting_id, self._acts.clock.now())
