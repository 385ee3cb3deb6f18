"""How a duty is spoken of in the window: its words, its tones, its groups."""

from datetime import date

from ccmdesk.domain.addressee_day import closing, until_words
from ccmdesk.domain.dates import MONTHS, spoken
from ccmdesk.domain.duty import Duty, DutyKind, DutyStatus, TrackedDuty
from ccmdesk.domain.meeting_duties import meeting_of
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import Tone

SOON_DAYS, NEAR_DAYS = 7, 30
_SHORT = 32
ARTICLE_7 = frozenset({DutyKind.ART7_INITIAL, DutyKind.ART7_ANNUAL})
ARTICLES_3_AND_4 = frozenset(
    {
        DutyKind.ART3_DESTRUCTION,
        DutyKind.ART4_CLEARANCE,
        DutyKind.ART3_EXTENSION_REQUEST,
        DutyKind.ART4_EXTENSION_REQUEST,
    }
)
_STATUS_WORDS = {
    DutyStatus.OPEN: "open",
    DutyStatus.OVERDUE: "overdue",
    DutyStatus.DONE: "done",
    DutyStatus.UNRECORDED: "no record",
    DutyStatus.EXTENDED: "extended",
    DutyStatus.UNCONFIRMED: "unconfirmed",
    DutyStatus.NOT_APPLICABLE: "not applicable",
}


def is_open(tracked: TrackedDuty) -> bool:
    """Tell whether something is still to be done."""
    return tracked.status in (DutyStatus.OPEN, DutyStatus.OVERDUE, DutyStatus.UNCONFIRMED)


def count_days(days: int) -> str:
    """Return a number of days in words: "1 day", "159 days"."""
    return tr("1 day") if days == 1 else tr("{days} days", days=days)


def left_words(tracked: TrackedDuty) -> str:
    """Return how much time is left of an open duty, how late an overdue one is, else nothing."""
    if not is_open(tracked):
        return ""
    if tracked.days_left == 0:
        return tr("today")
    if tracked.days_left > 0:
        return count_days(tracked.days_left)
    return tr("{days} late", days=count_days(-tracked.days_left))


def left_tone(tracked: TrackedDuty) -> Tone:
    """Return the tone of the time left: a week is danger, a month a warning."""
    if tracked.status is DutyStatus.OVERDUE or tracked.days_left <= SOON_DAYS:
        return Tone.DANGER
    return Tone.WARN if tracked.days_left <= NEAR_DAYS else Tone.PLAIN


def status_words(tracked: TrackedDuty) -> str:
    """Return how the duty stands; an open one with an estimated date is told as provisional."""
    if tracked.duty.provisional and tracked.status is DutyStatus.OPEN:
        return tr("provisional")
    return tr(_STATUS_WORDS[tracked.status])


def status_tone(tracked: TrackedDuty) -> Tone:
    """Return the tone of how the duty stands."""
    match tracked.status:
        case DutyStatus.DONE:
            return Tone.OK
        case DutyStatus.OVERDUE:
            return Tone.DANGER
        case DutyStatus.UNCONFIRMED:
            return Tone.WARN
        case DutyStatus.OPEN:
            return left_tone(tracked)
        case _:
            return Tone.PLAIN


def article_words(duty: Duty) -> str:
    """Return the article with its word: "Article 7(2)"; other places are named as they are."""
    return (
        tr("Article {number}", number=duty.article) if duty.article[:1].isdigit() else duty.article
    )


def due_line(tracked: TrackedDuty) -> str:
    """Return article and date in one line, and the internal date where it is another day."""
    duty = tracked.duty
    line = tr("due {day}", day=spoken(duty.due))
    line = f"{article_words(duty)} · {line}" if duty.article else line[:1].upper() + line[1:]
    if duty.internal_due != duty.due:
        line += tr(" · send by {day}", day=spoken(duty.internal_due))
    return line


def hour_line(duty: Duty) -> str:
    """Return until when on its day a duty is met in time: there, and here where that differs."""
    there = closing(duty)
    here = there.astimezone()
    words = until_words(duty)
    words = words[:1].upper() + words[1:]
    if here.utcoffset() == there.utcoffset():
        return words
    hour = f"{here:%H:%M}"
    if here.date() == there.date():
        return words + tr(", {hour} here", hour=hour)
    return words + tr(", {hour} on {day} here", hour=hour, day=spoken(here.date()))


def short_day(day: date) -> str:
    """Return a day without its year: "30 Apr"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def short_days(first: date, last: date | None) -> str:
    """Return the days of a meeting without their year: "14–17 Sep", "30 Nov–3 Dec"."""
    if last is None or last == first:
        return short_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short_day(last)}"
    return f"{short_day(first)}–{short_day(last)}"


def table_title(duty: Duty) -> str:
    """Return what a duty is called in a narrow column: the year must not be cut off."""
    match duty.kind:
        case DutyKind.ART7_ANNUAL:
            return tr("Article 7 report {year}", year=duty.period)
        case DutyKind.ART7_INITIAL:
            return tr("Article 7 initial report")
        case DutyKind.ART3_EXTENSION_REQUEST | DutyKind.ART4_EXTENSION_REQUEST:
            return tr("Article {number} request", number=duty.article[:1])
        case DutyKind.ART3_DESTRUCTION | DutyKind.ART4_CLEARANCE if duty.period != "initial":
            return tr("Article {number}, {stage}", number=duty.article[:1], stage=duty.period)
        case DutyKind.MEETING_MILESTONE if "/" in duty.period:
            # The code stands first, where a narrow column does not cut it off.
            code = meeting_of(duty.period)
            return f"{code}: {duty.title.removesuffix(f' ({code})')}"
        case _:
            return duty.title


def short_title(duty: Duty) -> str:
    """Return what a duty is called where there is little room."""
    match duty.kind:
        case DutyKind.ART7_INITIAL | DutyKind.ART7_ANNUAL:
            return tr("Article 7 report")
        case DutyKind.ART3_DESTRUCTION:
            return tr("stockpiles destroyed")
        case DutyKind.ART4_CLEARANCE:
            return tr("clearance complete")
        case DutyKind.ART3_EXTENSION_REQUEST | DutyKind.ART4_EXTENSION_REQUEST:
            return tr("extension request, Article {number}", number=duty.article[:1])
        case DutyKind.MEETING_MILESTONE if "/" in duty.period:
            return _first_words(table_title(duty))
        case DutyKind.MEETING_MILESTONE:
            return tr("delegation to {meeting}", meeting=duty.period)


def _first_words(text: str) -> str:
    """Return the whole words that fit a label, and a sign where there are more."""
    words = text.split()
    while len(" ".join(words)) > _SHORT and len(words) > 1:
        words.pop()
    return " ".join(words) + ("…" if len(words) < len(text.split()) else "")
