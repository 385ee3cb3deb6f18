"""What a meeting asks of the mission beside its delegation: kept, changed, proposed."""

from collections.abc import Iterable
from datetime import date

from ccmdesk.domain.addressee_day import known_zone
from ccmdesk.domain.duty_moves import Move
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting_plan import proposals
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.services.acts import Act, Acts
from ccmdesk.services.duty_watch import moved_by, watched
from ccmdesk.services.usual_plans import usual_milestones
from ccmdesk.store.meeting_rows import load_meeting
from ccmdesk.store.milestone_rows import (
    bin_milestone,
    load_milestone,
    load_milestones,
    store_milestone,
)


class MilestonesService:
    """Keep the milestones of stored meetings, each act telling which dates it moves."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def of(self, meeting_id: int) -> list[Milestone]:
        """Return the milestones of a stored meeting by their day, those without one last."""
        with self._acts.reading() as connection:
            opens = load_meeting(connection, meeting_id).start
            found = load_milestones(connection, meeting_id)
        return sorted(found, key=lambda each: (each.day(opens) or date.max, each.id))

    def get(self, milestone_id: int) -> Milestone:
        """Return a milestone; raises InputError for an unknown id."""
        with self._acts.reading() as connection:
            return load_milestone(connection, milestone_id)

    def usual(self, meeting_id: int) -> list[Milestone]:
        """Return proposals of the kinds the meeting does not have yet, each with its source.

        A shipped meeting that is not stored (id 0) has none yet.
        """
        present = {each.kind for each in self.of(meeting_id)} if meeting_id else set()
        return proposals(usual_milestones(), meeting_id, present)

    def save(self, milestone: Milestone, why: str = "", paper: str = "") -> Milestone:
        """Add a milestone (id 0) or replace a stored one, and return it as stored.

        `why` and `paper` go into the history of its duty. Raises InputError naming the wrong field.
        """
        checked = _checked(milestone)
        label = "Change the milestone" if checked.id else "Add the milestone"
        with self._acts.act("milestone.save", label, "meetings", "duties") as act:
            said = why or f"“{checked.title}” was {'changed' if checked.id else 'added'}"
            with watched(act, said, paper or ("" if checked.relative else checked.source)):
                stored = _store(act, checked)
            act.subject = f"milestone/{stored.id}"
        return stored

    def preview(self, milestone: Milestone) -> list[Move]:
        """Return the dates that saving would move; nothing is changed."""
        checked = _checked(milestone)
        return moved_by(self._acts, lambda act: _store(act, checked))

    def remove(self, milestone_id: int, why: str = "", paper: str = "") -> None:
        """Put a milestone into the bin, from where undo takes it back."""
        with self._acts.act(
            "milestone.remove", "Remove the milestone", "meetings", "duties"
        ) as act:
            known = load_milestone(act.connection, milestone_id)
            act.subject = f"milestone/{milestone_id}"
            with watched(act, why or f"“{known.title}” was removed", paper):
                bin_milestone(act.unit, milestone_id, act.at)

    def preview_remove(self, milestone_id: int) -> list[Move]:
        """Return the dates that removing would move; nothing is changed."""
        self.get(milestone_id)
        return moved_by(self._acts, lambda act: bin_milestone(act.unit, milestone_id, act.at))

    def add_usual(
        self, meeting_id: int, kinds: Iterable[MilestoneKind], why: str = ""
    ) -> list[Milestone]:
        """Add the proposals of these kinds as one act, and return them as stored.

        Raises InputError for a kind that is there already or has no proposal.
        """
        wanted = list(dict.fromkeys(kinds))
        proposed = {each.kind: each for each in self.usual(meeting_id)}
        missing = [kind for kind in wanted if kind not in proposed]
        if missing:
            raise InputError(
                f"There is no proposal “{missing[0]}” for this meeting, or it has one already; "
                "choose from the proposals.",
                "kind",
            )
        with self._acts.act(
            "milestone.usual", "Add the usual milestones", "meetings", "duties"
        ) as act:
            act.subject = f"meeting/{meeting_id}"
            with watched(act, why or "Usual milestones of a meeting"):
                return [_store(act, proposed[kind]) for kind in wanted]


def _checked(milestone: Milestone) -> Milestone:
    if not known_zone(milestone.zone):
        raise InputError(f"“{milestone.zone}” is no time zone; write it as Europe/Zurich.", "zone")
    return milestone.checked()


def _store(act: Act, milestone: Milestone) -> Milestone:
    load_meeting(act.connection, milestone.meeting_id)
    if milestone.id:
        load_milestone(act.connection, milestone.id)
    return load_milestone(act.connection, store_milestone(act.unit, milestone))
