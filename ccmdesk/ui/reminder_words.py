"""How reminders are spoken of in the window."""

from collections.abc import Sequence
from datetime import date

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.reminder_round import Digest, Standing
from ccmdesk.domain.reminders import AGAIN, OVERDUE, SNOOZE, Reminder
from ccmdesk.ui.duty_words import ARTICLE_7, NEAR_DAYS, SOON_DAYS, count_days
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import Tone


def days_words(days_left: int) -> str:
    """Return how much time a duty has, as its pill says it: "7 days", "today", "3 days late"."""
    if days_left == 0:
        return tr("today")
    if days_left > 0:
        return count_days(days_left)
    return tr("{days} late", days=count_days(-days_left))


def days_tone(days_left: int) -> Tone:
    """Return the tone of that: a week is danger, a month a warning."""
    if days_left <= SOON_DAYS:
        return Tone.DANGER
    return Tone.WARN if days_left <= NEAR_DAYS else Tone.PLAIN


def is_report(duty_key: str) -> bool:
    """Tell whether a duty is an Article 7 report, by its key."""
    return DutyKind(duty_key.split(":")[1]) in ARTICLE_7


def rung_words(rung: str) -> str:
    """Return what a rung of the ladder is called: "7 days before", "the day itself"."""
    if rung == "T-0":
        return tr("the day itself")
    if rung.startswith("T-"):
        return tr("{days} before", days=count_days(int(rung[2:])))
    if rung.startswith(OVERDUE):
        return tr("overdue")
    if rung.startswith(AGAIN):
        return tr("open again")
    return tr("after a rest") if rung.startswith(SNOOZE) else rung


def standing_line(duty: Standing) -> str:
    """Return the second line of a duty that waits: its dates, and when it was named last."""
    parts = [tr("due {day}", day=spoken(duty.due))]
    if duty.internal_due != duty.due and duty.days_left >= 0:
        parts.append(tr("send by {day}", day=spoken(duty.internal_due)))
    count, last = len(duty.reminders), spoken(duty.last.at.date())
    parts.append(
        tr("reminded on {day}", day=last)
        if count == 1
        else tr("reminded {count} times, last on {day}", count=count, day=last)
    )
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]


def reminders_words(count: int) -> str:
    """Return a number of reminders: "1 reminder"."""
    return tr("1 reminder") if count == 1 else tr("{count} reminders", count=count)


def _duties_words(count: int) -> str:
    return tr("1 duty") if count == 1 else tr("{count} duties", count=count)


def missed_sentence(missed: Digest) -> str:
    """Return in one line what came up while nobody was there, and what is left to be done."""
    since = spoken(missed.missed[0].at.date())
    came = tr(
        "{reminders} came up since {day}", reminders=reminders_words(len(missed.missed)), day=since
    )
    possible, lost = len(missed.still_possible), len(missed.lost)
    parts = []
    if possible:
        parts.append(tr("{duties} still possible", duties=_duties_words(possible)))
    if lost:
        parts.append(tr("{duties} past the legal date", duties=_duties_words(lost)))
    return ": ".join((came, ", ".join(parts))) + "." if parts else came + "."


def missed_days(missed: Sequence[Reminder]) -> str:
    """Return on which days reminders of one duty came up, and what they were."""
    return " · ".join(
        tr("{day}: {rung}", day=spoken(each.at.date()), rung=rung_words(each.rung))
        for each in missed
    )


def told_words(told: Sequence[Reminder], today: date) -> str:
    """Return what the window says when reminders come, as one line."""
    if len(told) > 1:
        return tr("{count} deadlines need a look", count=len(told))
    each, days = told[0], (told[0].due - today).days
    if days == 0:
        return tr("Due today: {duty}", duty=each.title)
    if days > 0:
        return tr("Due in {days}: {duty}", days=count_days(days), duty=each.title)
    return tr("Overdue by {days}: {duty}", days=count_days(-days), duty=each.title)


def waiting_words(count: int) -> str:
    """Return how many duties wait, as the tray says it."""
    if not count:
        return tr("Nothing waits for you")
    return (
        tr("1 duty waits for you") if count == 1 else tr("{count} duties wait for you", count=count)
    )
