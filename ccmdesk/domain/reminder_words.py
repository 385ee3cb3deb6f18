"""What a reminder says on the desktop, in a line or two of plain English."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.reminder_hours import end_of_day_in_geneva
from ccmdesk.domain.reminders import AGAIN, OVERDUE, SNOOZE, Reminder

_MOST_LINES = 5
_URGENT_DAYS = 7
OnWall = Callable[[datetime], datetime]


def is_urgent(told: Sequence[Reminder], today: date) -> bool:
    """Tell whether the notice should stay until it is put away."""
    return any((each.due - today).days <= _URGENT_DAYS for each in told)


def title_of(told: Sequence[Reminder], today: date) -> str:
    """Return the head of the notice on what is told at once."""
    if len(told) == 1:
        return f"{_in_days(told[0].due, today)}: {told[0].title}"
    return f"{len(told)} deadlines need a look"


def body_of(told: Sequence[Reminder], missed: int, today: date, on_wall: OnWall) -> str:
    """Return the text under the head; `missed` counts earlier reminders that nobody saw."""
    if len(told) == 1:
        lines = [_details(told[0], today, on_wall)]
    else:
        lines = [f"{_in_days(each.due, today)}: {each.title}" for each in told[:_MOST_LINES]]
        if len(told) > _MOST_LINES:
            lines.append(f"and {len(told) - _MOST_LINES} more")
    if missed:
        plural = "reminder" if missed == 1 else "reminders"
        lines.append(f"{missed} earlier {plural} could not be shown; the window lists what passed.")
    return "\n".join(lines)


def rung_in_words(rung: str) -> str:
    """Return what a rung of the ladder is called: "7 days before", "the day itself"."""
    if rung == "T-0":
        return "the day itself"
    if rung.startswith("T-"):
        return "1 day before" if rung == "T-1" else f"{rung[2:]} days before"
    if rung.startswith(OVERDUE):
        return "overdue"
    if rung.startswith(AGAIN):
        return "open again"
    return "after a rest" if rung.startswith(SNOOZE) else rung


def _in_days(due: date, today: date) -> str:
    days = (due - today).days
    match days:
        case 0:
            return "Due today"
        case 1:
            return "Due tomorrow"
        case -1:
            return "Overdue since yesterday"
        case _ if days > 0:
            return f"Due in {days} days"
        case _:
            return f"Overdue by {-days} days"


def _details(each: Reminder, today: date, on_wall: OnWall) -> str:
    if each.due < today:
        return f"The legal date was {spoken(each.due)}. It is named each working day until done."
    text = f"Legal date {spoken(each.due)}."
    if each.internal_due != each.due and each.internal_due >= today:
        text += f" Send it by {spoken(each.internal_due)}, the internal date."
    elif each.due == today:
        end_of_day = end_of_day_in_geneva(each.due)
        closes = each.closes_at or end_of_day
        end = on_wall(closes)
        if closes == end_of_day and end.time() == time(0) and end.date() > today:
            return f"{text} The day ends at midnight, as in Geneva."
        text += " The day ends in Geneva at" if closes == end_of_day else " It closes at"
        text += f" {end:%H:%M} here"
        text += "." if end.date() == today else f" on {spoken(end.date())}."
    return text
