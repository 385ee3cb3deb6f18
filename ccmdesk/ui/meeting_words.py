"""How the window speaks of meetings and roles."""

from datetime import date

from ccmdesk.domain.dates import MONTHS, spoken, weekday_name
from ccmdesk.domain.delegation import Role
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import Tone

ROLE_WORDS = {
    Role.HEAD: "Head of delegation",
    Role.ALTERNATE_HEAD: "Alternate head",
    Role.REPRESENTATIVE: "Representative",
    Role.ALTERNATE: "Alternate",
    Role.ADVISER: "Adviser",
    Role.EXPERT: "Expert",
    Role.OBSERVER: "Observer",
}
KIND_WORDS = {
    MeetingKind.STATES_PARTIES: "Meeting of States Parties",
    MeetingKind.REVIEW_CONFERENCE: "Review Conference",
    MeetingKind.OTHER: "Other meeting",
}
# The list leaves out what nearly every name ends with; the meeting's own page prints it whole.
_ENDINGS = (" to the Convention on Cluster Munitions", " of the Convention on Cluster Munitions")


def short_name(meeting: Meeting) -> str:
    """Return the name without the Convention's."""
    name = meeting.name
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return name


def when(meeting: Meeting) -> str:
    """Return the days of a meeting: "Mon 11 – Thu 14 September 2023"."""
    first, last = meeting.start, meeting.end
    if first is None:
        return tr("no date yet")
    if last is None or last == first:
        return spoken(first)
    day, month = f"{weekday_name(first)[:3]} {first.day}", f" {MONTHS[first.month - 1]}"
    if first.year != last.year:
        return f"{spoken(first)} – {spoken(last)}"
    return f"{day}{'' if first.month == last.month else month} – {spoken(last)}"


def standing(meeting: Meeting, today: date) -> tuple[str, Tone]:
    """Return how a meeting lies to today, as a word and its tone."""
    first, last = meeting.start, meeting.end or meeting.start
    if first is None or last is None:
        return tr("no date yet"), Tone.WARN
    if last < today:
        return tr("past"), Tone.PLAIN
    if first <= today:
        return tr("running"), Tone.OK
    days = (first - today).days
    return (tr("tomorrow") if days == 1 else tr("in {days} days", days=days)), Tone.ACCENT


def in_order(meetings: list[Meeting], today: date) -> list[Meeting]:
    """Return running and coming meetings by date, then undated ones, then past ones backwards."""
    coming = [each for each in meetings if each.start and (each.end or each.start) >= today]
    undated = [each for each in meetings if each.start is None]
    past = [each for each in meetings if each.start and (each.end or each.start) < today]
    return [
        *sorted(coming, key=lambda each: (each.start or date.max, each.code)),
        *sorted(undated, key=lambda each: each.code),
        *sorted(past, key=lambda each: (each.start or date.min, each.code), reverse=True),
    ]


def removed_sentence(code: str, gone: int) -> str:
    """Return that a meeting is removed, and how many duties went with it."""
    if not gone:
        return tr("{code} is removed", code=code)
    if gone == 1:
        return tr("{code} is removed, and one duty with it", code=code)
    return tr("{code} is removed, and {count} duties with it", code=code, count=gone)
