"""The sentences of a working: each can be read aloud by the officer as it stands."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from ccmdesk.domain.addressee_day import clock_of, closing, until_words
from ccmdesk.domain.dates import long_date, spoken
from ccmdesk.domain.duty import GENEVA, Duty, Step
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.recorded import PublishedDate
from ccmdesk.domain.state import State
from ccmdesk.domain.treaty import CONVENTION_TEXT, THIRTIETH_DEPOSIT, entry_into_force
from ccmdesk.domain.working_days import HolidayCalendar

END_OF_DAY = Step("hour", "The day counts until the end of the day in Geneva.")


def rule(text: str) -> Step:
    """State the rule with its article."""
    return Step("rule", text)


def trigger(text: str, day: date | None = None) -> Step:
    """Name the event from which the count runs."""
    return Step("trigger", text, day)


def count(text: str) -> Step:
    """Say what is counted."""
    return Step("count", text)


def result(text: str, day: date) -> Step:
    """Give the legal date."""
    return Step("result", text, day)


def hour(duty: Duty) -> Step:
    """Say until when on its day the duty is met in time: by the clock at the addressee."""
    if duty.closes is None and duty.zone == GENEVA:
        return END_OF_DAY
    text = f"The day counts {until_words(duty)}"
    if duty.zone != GENEVA:
        here = closing(duty).astimezone(clock_of(GENEVA))
        text += f"; by the clock in Geneva that is {here:%H:%M} on {spoken(here.date())}"
    return Step("hour", f"{text}.")


def remark(text: str) -> Step:
    """Add what the officer should know of the date."""
    return Step("remark", text)


@lru_cache(maxsize=4096)
def internal(due: date, calendar: HolidayCalendar) -> Step:
    """Give the internal date and say why it is that day; the legal date stays where it is."""
    before = calendar.working_day_on_or_before(due)
    what = f"{long_date(due)} is {calendar.described(due)}"
    if before == due:
        return Step("internal", f"{what} and a working day at {calendar.place}.", before)
    return Step(
        "internal",
        f"{what}; the last working day at {calendar.place} before it is {spoken(before)}.",
        before,
    )


def entered_into_force(state: State, in_force: date) -> tuple[Step, ...]:
    """Tell how the Convention entered into force for the State (Article 17)."""
    if state.deposited is None:
        text = (
            f"The Convention entered into force for the State on {spoken(in_force)}, as recorded."
        )
        return (trigger(text, in_force),)
    instrument = f"instrument of {state.instrument}" if state.instrument else "instrument"
    first_thirty = state.deposited <= THIRTIETH_DEPOSIT
    reason = (
        "as for the first thirty instruments (Article 17(1))"
        if first_thirty
        else "the first day of the sixth month after the month of deposit (Article 17(2))"
    )
    computed = entry_into_force(state.deposited)
    sentence = (
        f"The {instrument} was deposited on {spoken(state.deposited)}; the Convention entered "
        f"into force for the State on {spoken(in_force)}"
    )
    if computed == in_force:
        return (trigger(f"{sentence}, {reason}.", in_force),)
    return (
        trigger(f"{sentence}, as recorded.", in_force),
        remark(
            f"Computed from the deposit, entry into force would be {spoken(computed)}, {reason}; "
            "the recorded day is used."
        ),
    )


def named(meeting: Meeting) -> str:
    """Name a meeting in running text; only the formal ones take the article as they stand."""
    return f"the {meeting.name}" if meeting.decides else meeting.name


def sources(state: State) -> Step:
    """Name the text of the rule and the sources of the State's dates."""
    parts = [f"Rule: {CONVENTION_TEXT}."]
    for name, title in (("deposited", "Deposit"), ("entry_into_force", "Entry into force")):
        fact = state.fact(name)
        if fact is not None:
            parts.append(f"{title}: {_with_day(fact.source, fact.as_of)}.")
    if not state.facts and state.sources:
        parts.append(f"State: {_with_day('; '.join(state.sources), state.as_of)}.")
    return Step("source", " ".join(parts))


def recorded_source(source: str, as_of: date | None) -> Step:
    """Name the source of a date that is recorded and not computed."""
    if not source.strip():
        return Step("source", "Entered by the mission; no source was given.")
    return Step("source", f"Recorded from: {_with_day(source, as_of)}.")


def as_published(due: date, published: Iterable[PublishedDate]) -> tuple[Step, ...]:
    """Compare the computed date with the dates that others printed."""
    steps = []
    for other in published:
        if other.day == due:
            steps.append(remark(f"Printed with the same date: {other.source}."))
        else:
            why = f": {other.remark}" if other.remark else ""
            steps.append(
                remark(
                    f"Printed as {long_date(other.day)}, which is not followed{why}"
                    f" ({other.source})."
                )
            )
    return tuple(steps)


def _with_day(source: str, as_of: date | None) -> str:
    return source + (f" (as of {long_date(as_of)})" if as_of else "")
