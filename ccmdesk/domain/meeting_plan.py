"""What a meeting usually asks beside the delegation, proposed for one meeting."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ccmdesk.domain.milestone import Milestone, MilestoneKind


@dataclass(frozen=True, slots=True)
class Usual:
    """A milestone that most meetings have, counted back from the opening, and why so long."""

    kind: MilestoneKind
    title: str
    days_before: int
    source: str


def proposals(
    usual: Iterable[Usual], meeting_id: int, present: Collection[MilestoneKind]
) -> list[Milestone]:
    """Return the usual milestones of the kinds the meeting does not have yet; none is stored."""
    return [
        Milestone(
            meeting_id, each.kind, each.title, days_before=each.days_before, source=each.source
        )
        for each in usual
        if each.kind not in present
    ]
