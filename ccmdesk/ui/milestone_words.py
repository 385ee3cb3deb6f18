"""How the window speaks of what a meeting asks."""

from datetime import time

from ccmdesk.domain.addressee_day import place_of
from ccmdesk.domain.duty import GENEVA
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.ui.i18n import tr

KIND_WORDS = {
    MilestoneKind.REGISTRATION: "Registration",
    MilestoneKind.SIDE_EVENT: "Side event",
    MilestoneKind.CREDENTIALS: "Credentials",
    MilestoneKind.SPEAKERS: "List of speakers",
    MilestoneKind.STATEMENT: "Statement",
    MilestoneKind.PAYMENT: "Payment",
    MilestoneKind.OTHER: "Something else",
}
ZONES = (GENEVA, "America/New_York", "Europe/Vienna", "Europe/London")


def counted_words(days_before: int) -> str:
    """Return how a day that moves with the meeting is counted."""
    if days_before == 0:
        return tr("on the day of the opening")
    days = abs(days_before)
    if days_before > 0:
        return (
            tr("1 day before the opening")
            if days == 1
            else tr("{days} days before the opening", days=days)
        )
    return (
        tr("1 day after the opening")
        if days == 1
        else tr("{days} days after the opening", days=days)
    )


def set_by_words(milestone: Milestone) -> str:
    """Return what sets the day of a milestone."""
    if milestone.days_before is not None:
        return counted_words(milestone.days_before)
    return milestone.source


def hour_words(closes: time | None, zone: str) -> str:
    """Return until when a day counts; empty for the end of the day in Geneva."""
    place = place_of(zone)
    if closes is None:
        return "" if zone == GENEVA else tr("end of the day in {place}", place=place)
    return tr("{hour} in {place}", hour=closes.isoformat("minutes"), place=place)


def read_hour(text: str, field: str = "closes") -> time | None:
    """Return the hour typed, None for an empty text; raises InputError naming `field`."""
    cleaned = text.strip().replace(".", ":").replace("h", ":")
    if not cleaned:
        return None
    hours, _, minutes = cleaned.partition(":")
    try:
        return time(int(hours), int(minutes or "0"))
    except ValueError:
        raise InputError(tr("“{text}” is no hour; type it like 18:00.", text=text), field) from None
