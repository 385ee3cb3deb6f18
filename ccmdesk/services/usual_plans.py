"""The shipped plans: what a meeting usually asks, and how long the way to a duty usually is."""

from functools import cache
from typing import Any

from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.holiday_entries import Place
from ccmdesk.domain.meeting_plan import Usual
from ccmdesk.domain.milestone import MilestoneKind
from ccmdesk.domain.safe_start import Leg, LegKind
from ccmdesk.system.paths import resources_dir

_PLACES = {
    LegKind.CAPITAL: Place.CAPITAL,
    LegKind.TRANSLATION: Place.CANTON,
    LegKind.APPROVAL: Place.CANTON,
    LegKind.COURIER: Place.UN_OFFICE,
}


@cache
def usual_milestones() -> tuple[Usual, ...]:
    """Return what most meetings ask beside the delegation."""
    return tuple(
        Usual(MilestoneKind(row["kind"]), row["title"], row["days_before"], row["source"])
        for row in _read("meeting_plan.toml")["usual"]
    )


@cache
def usual_legs() -> dict[str, tuple[Leg, ...]]:
    """Return the steps by the kind of the duty; a milestone's kind follows after a stroke.

    The capital's step is counted in the working days of the capital, the courier's in those of
    the UN Office, the others in those of the canton, where the mission works.
    """
    return {
        kind: tuple(Leg(LegKind(name), days, _PLACES[LegKind(name)]) for name, days in row.items())
        for kind, row in _read("lead_times.toml").items()
    }


def plan_kind(kind: DutyKind, milestone: MilestoneKind | None = None) -> str:
    """Return under which name the steps of a duty are kept."""
    return f"{kind}/{milestone}" if milestone is not None else str(kind)


def _read(name: str) -> dict[str, Any]:
    # Loaded late: who opens a desk does not wait for what only the plans need.
    import tomllib

    with (resources_dir() / "reference" / name).open("rb") as file:
        return tomllib.load(file)
