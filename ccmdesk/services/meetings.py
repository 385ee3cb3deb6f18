"""Meetings: the shipped list, and those stored here because something hangs on them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.duty_moves import HistoryEntry, Move
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import FIRST_YEAR, LAST_YEAR, Place
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.meeting_concerns import meeting_concerns
from ccmdesk.language.meeting_names import formal_name, has_formal_name
from ccmdesk.services.acts import Act, Acts
from ccmdesk.services.calendar_revisions import EVENTS_ABOUT, TAKING_BACK
from ccmdesk.services.duty_facts import DutyFacts
from ccmdesk.services.duty_watch import moved_by, watched
from ccmdesk.services.reference import calendar_of
from ccmdesk.store.duty_history_rows import add_history
from ccmdesk.store.duty_keys import rename_meeting
from ccmdesk.store.duty_rows import load_records
from ccmdesk.store.events import Event, load_events
from ccmdesk.store.holiday_rows import load_entries
from ccmdesk.store.meeting_rows import bin_meeting, load_meeting, load_meetings, store_meeting
from ccmdesk.store.milestone_rows import load_milestones


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

    def save(self, meeting: Meeting, why: str = "", paper: str = "") -> Meeting:
        """Add a meeting (id 0) or replace a stored one, and return it as stored.

        `why` and `paper` go into the history of each duty whose date moves with the meeting; its
        own milestones, records and reminders follow a new code. Raises InputError naming the wrong
        field.
        """
        checked = self._checked(meeting)
        label = "Change the meeting" if checked.id else "Add the meeting"
        with self._acts.act("meeting.save", label, "meetings", "duties") as act:
            was = load_meeting(act.connection, checked.id).code if checked.id else checked.code
            stored = self._store(act, checked, why, paper)
            act.subject = f"meeting/{stored.id}"
            act.detail = {"code": stored.code}
            if was != stored.code:
                act.detail["was"] = was
        return stored

    def preview(self, meeting: Meeting) -> list[Move]:
        """Return the dates that saving would move; nothing is changed.

        A new code moves nothing: the duties of a stored meeting are named by the one it has.
        """
        checked = self._checked(meeting)
        if checked.id:
            checked = replace(checked, code=self.get(checked.id).code)
        return moved_by(self._acts, lambda act: self._store(act, checked))

    def concerns(self, meeting: Meeting) -> list[str]:
        """Return one sentence for each thing that does not fit together; saving is not refused."""
        checked = self._checked(meeting)
        with self._acts.reading() as connection:
            entries = load_entries(connection, Place.UN_OFFICE)
            known = load_milestones(connection, checked.id) if checked.id else ()
            records = load_records(connection)
        return meeting_concerns(
            checked,
            known,
            self.all(),
            self.preview(checked),
            calendar_of(Place.UN_OFFICE, entries),
            self._acts.clock.today(),
            {key for key, record in records.items() if record.done_on is not None},
        )

    def remove(self, meeting_id: int, why: str = "", paper: str = "") -> None:
        """Put the meeting into the bin, from where undo takes it back; its notes stay."""
        with self._acts.act("meeting.remove", "Remove the meeting", "meetings", "duties") as act:
            act.subject = f"meeting/{meeting_id}"
            act.detail = {"code": load_meeting(act.connection, meeting_id).code}
            with watched(act, why or "The meeting was removed", paper):
                bin_meeting(act.unit, meeting_id, self._acts.clock.now())

    def preview_remove(self, meeting_id: int) -> list[Move]:
        """Return the dates that removing would move; nothing is changed."""
        self.get(meeting_id)
        return moved_by(self._acts, lambda act: bin_meeting(act.unit, meeting_id, act.at))

    def events(self) -> list[Event]:
        """Return what was done to meetings and milestones, and what was taken back, in order."""
        with self._acts.reading() as connection:
            return load_events(connection, about=EVENTS_ABOUT, verbs=TAKING_BACK)

    @staticmethod
    def _checked(meeting: Meeting) -> Meeting:
        checked = replace(meeting.checked(), code=" ".join(meeting.code.split()))
        if "/" in checked.code or ":" in checked.code:
            raise InputError("Leave strokes and colons out of the code of a meeting.", "code")
        for name, day in (
            ("start", checked.start),
            ("end", checked.end),
            ("delegation_due", checked.convening.delegation_due),
        ):
            if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
                raise InputError(f"Give a year from {FIRST_YEAR} to {LAST_YEAR}.", name)
        return checked

    def _store(self, act: Act, meeting: Meeting, why: str = "", paper: str = "") -> Meeting:
        for other in load_meetings(act.connection):
            if other.code.upper() == meeting.code.upper() and other.id != meeting.id:
                raise InputError(
                    f"{other.name} has the code {other.code} already; choose another one.", "code"
                )
        before = load_meeting(act.connection, meeting.id) if meeting.id else None
        self._spare_the_shipped(before, meeting)
        if before is not None:
            self._rename(act, before, meeting.code)
        said, note = _of_the_note(before, meeting)
        reason = why or said or _what_happened(before, meeting)
        source = paper or note.reference
        with watched(act, reason, source) as moved:
            meeting_id = store_meeting(act.unit, meeting)
        if said and before is not None:
            _tell_of_the_same_day(act, meeting.code, note.delegation_due, moved, reason, source)
        return load_meeting(act.connection, meeting_id)

    def _spare_the_shipped(self, before: Meeting | None, meeting: Meeting) -> None:
        """Refuse a code under which another meeting would hide one of the shipped list."""
        if before is not None and before.code == meeting.code:
            return
        for other in self._shipped():
            same = other.code.upper() == meeting.code.upper()
            # Only the meeting itself can be taken over from the list, by its code to the letter.
            taken_over = before is None and _identity(other) == _identity(meeting)
            if same and not taken_over:
                raise InputError(
                    f"{other.code} is the code of a shipped meeting, the {other.name}; choose "
                    "another one.",
                    "code",
                )

    def _rename(self, act: Act, before: Meeting, code: str) -> None:
        if before.code == code:
            return
        if any(each.code == before.code for each in self._shipped()):
            raise InputError(
                f"{before.code} is the code of a shipped meeting, which would come back; keep it.",
                "code",
            )
        # Before the dates are compared: a duty under another key is not another duty.
        rename_meeting(act.unit, before.code, code)
        store_meeting(act.unit, replace(before, code=code))


def _what_happened(before: Meeting | None, meeting: Meeting) -> str:
    if before is None:
        return f"{meeting.code} was added"
    if before.start is None or meeting.start is None or before.start == meeting.start:
        return f"{meeting.code} was changed"
    return f"{meeting.code} was moved from {spoken(before.start)} to {spoken(meeting.start)}"


def _identity(meeting: Meeting) -> tuple[str, MeetingKind, int]:
    return meeting.code, meeting.kind, meeting.ordinal


def _of_the_note(before: Meeting | None, meeting: Meeting) -> tuple[str, ConveningNote]:
    """Return what to say of the day of a convening note that comes or goes, and the note."""
    had = before.convening if before else ConveningNote()
    has = meeting.convening
    if not meeting.decides or (had.delegation_due is None) is (has.delegation_due is None):
        return "", ConveningNote()
    if has.delegation_due is not None:
        return "The day of the convening note takes the place of the provisional one", has
    return "The day of the convening note is withdrawn; without it the day is provisional", had


def _tell_of_the_same_day(
    act: Act, code: str, due: date | None, moved: Sequence[Move], why: str, paper: str
) -> None:
    """Write a line also where the day of the note is just the provisional one."""
    home = DutyFacts(act.connection).home()
    if home is None or due is None:
        return
    key = f"{home.state_iso3}:{DutyKind.MEETING_MILESTONE}:{code}"
    if all(move.key != key for move in moved):
        day = due.isoformat()
        add_history(act.unit, HistoryEntry(key, act.at, act.by, "due", day, day, why, paper))
