"""A line of what a meeting asks, and how its parts are said."""

from dataclasses import dataclass
from datetime import date

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyStatus, TrackedDuty
from ccmdesk.domain.milestone import Milestone
from ccmdesk.ui.duty_words import is_open, left_words, status_tone, status_words
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.milestone_words import hour_words, set_by_words
from ccmdesk.ui.tokens import Tone


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """One line: the delegation where `milestone` is None; `tracked` is None without a day."""

    milestone: Milestone | None
    tracked: TrackedDuty | None

    @property
    def title(self) -> str:
        """Return what is to be done."""
        if self.milestone is not None:
            return self.milestone.title
        return self.tracked.duty.title if self.tracked else ""

    @property
    def day(self) -> date | None:
        """Return the legal date."""
        return self.tracked.duty.due if self.tracked else None

    def set_by(self) -> str:
        """Return what sets the day."""
        if self.milestone is not None:
            return set_by_words(self.milestone)
        if self.tracked is not None and self.tracked.duty.provisional:
            return tr("earlier meetings; no note yet")
        return tr("the convening note")

    def state(self) -> str:
        """Return how it stands, as a word for the pill."""
        if self.tracked is None:
            return tr("no day yet")
        if is_open(self.tracked) and not self.tracked.duty.provisional:
            return left_words(self.tracked)
        return status_words(self.tracked)

    def tone(self) -> Tone:
        """Return the tone of how it stands."""
        return Tone.WARN if self.tracked is None else status_tone(self.tracked)


def day_words(line: MilestoneLine) -> str:
    """Return the legal date of a line."""
    return spoken(line.day) if line.day else tr("not known yet")


def send_by(line: MilestoneLine) -> str:
    """Return the internal date where it is another day, or the hour until which the day counts."""
    if line.tracked is None:
        return ""
    duty = line.tracked.duty
    if duty.internal_due != duty.due:
        return spoken(duty.internal_due)
    return hour_words(duty.closes, duty.zone) or tr("the same day")


def can_be_done(tracked: TrackedDuty) -> bool:
    """Tell whether a duty still waits to be marked as done."""
    return is_open(tracked) or tracked.status is DutyStatus.UNRECORDED


def lines_sentence(lines: list[MilestoneLine]) -> str:
    """Return how many of the lines are done, and which day comes next."""
    if not lines:
        return tr("Nothing is asked of this meeting yet")
    tracked = [line.tracked for line in lines if line.tracked is not None]
    done = sum(each.status is DutyStatus.DONE for each in tracked)
    waiting = [each for each in tracked if is_open(each)]
    parts = [tr("{done} of {count} done", done=done, count=len(lines))]
    if waiting:
        first = min(waiting, key=lambda each: each.duty.due)
        parts.append(tr("next: {day}", day=spoken(first.duty.due)))
    return " · ".join(parts)
