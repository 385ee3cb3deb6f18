"""How the window speaks of Article 7 reports, their forms, and who holds the facts."""

from datetime import date
from enum import StrEnum

from ccmdesk.domain.article7 import FormSpec, FormState, Report, ReportForm
from ccmdesk.domain.dates import spoken
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import Tone

_STATES = {
    FormState.OPEN: "Not decided",
    FormState.CHANGED: "Changed",
    FormState.UNCHANGED: "Unchanged",
    FormState.NOT_APPLICABLE: "Not applicable",
}


class Standing(StrEnum):
    """How far a form has come, as its mark in the list tells it."""

    EMPTY = "empty"
    ASKED = "asked"
    LATE = "late"
    BEGUN = "begun"
    READY = "ready"
    VOLUNTARY = "voluntary"


STANDING_TONES = {
    Standing.EMPTY: Tone.PLAIN,
    Standing.ASKED: Tone.ACCENT,
    Standing.LATE: Tone.DANGER,
    Standing.BEGUN: Tone.WARN,
    Standing.READY: Tone.OK,
    Standing.VOLUNTARY: Tone.PLAIN,
}
_STANDINGS = {
    Standing.EMPTY: "empty",
    Standing.ASKED: "asked",
    Standing.LATE: "promised, late",
    Standing.BEGUN: "in work",
    Standing.READY: "ready",
    Standing.VOLUNTARY: "voluntary",
}


def report_title(period: str, *, initial: bool = False) -> str:
    """Return what a report is called: "Annual report for 2026", "Initial report"."""
    if initial or not period.isdigit():
        return tr("Initial report")
    return tr("Annual report for {year}", year=period)


def title_of(report: Report) -> str:
    """Return what this report is called."""
    return report_title(report.period, initial=report.initial)


def covers(report: Report) -> str:
    """Return which days a report covers, with their weekdays."""
    return tr("covers {first} to {last}", first=spoken(report.first), last=spoken(report.last))


def state_words(state: FormState) -> str:
    """Return how the cover page calls the state of a form."""
    return tr(_STATES[state])


def state_told(form: ReportForm) -> str:
    """Return the state of a form with the earlier date it points to, "" while it is open."""
    if form.state is FormState.OPEN:
        return ""
    if form.state is FormState.UNCHANGED and form.earlier_on:
        return tr("Unchanged since {day}", day=spoken(form.earlier_on))
    if form.state is FormState.UNCHANGED and form.earlier_period:
        return tr("Unchanged since {period}", period=form.earlier_period)
    return state_words(form.state)


def state_brief(form: ReportForm) -> str:
    """Return the state of a form in a few words, "" while it is open: "unchanged since 2025"."""
    if form.state is FormState.UNCHANGED and form.earlier_period.isdigit():
        return tr("unchanged since {period}", period=form.earlier_period)
    told = state_told(form)
    return f"{told[:1].lower()}{told[1:]}"


def standing(form: ReportForm, spec: FormSpec, *, missing: bool, today: date) -> Standing:
    """Return how far a form has come; `missing` is what completeness says of it."""
    touched = bool(form.content) or form.state is not FormState.OPEN
    if not missing:
        return Standing.VOLUNTARY if spec.voluntary and not touched else Standing.READY
    if form.received_on is None and form.promised_for is not None and form.promised_for < today:
        return Standing.LATE
    if touched or form.received_on is not None:
        return Standing.BEGUN
    return Standing.ASKED if form.asked_on else Standing.EMPTY


def standing_words(value: Standing) -> str:
    """Return the word of a standing."""
    return tr(_STANDINGS[value])


def holder_line(form: ReportForm) -> str:
    """Return who holds the facts and what was agreed, "" where nobody is named."""
    if form.received_on:
        told = tr("received {day}", day=spoken(form.received_on))
    elif form.promised_for:
        told = tr("promised for {day}", day=spoken(form.promised_for))
    elif form.asked_on:
        told = tr("asked {day}", day=spoken(form.asked_on))
    else:
        told = ""
    return " · ".join(part for part in (form.owner, told) if part)


def size_words(size: int) -> str:
    """Return the size of a file: "18 kB", "2.4 MB"."""
    if size < 1000:
        return tr("{count} bytes", count=size)
    if size < 1_000_000:
        return tr("{count} kB", count=round(size / 1000))
    return tr("{count} MB", count=f"{size / 1_000_000:.1f}")


def listed(letters: list[str]) -> str:
    """Return letters of forms in a sentence: "A", "A and C", "A, C and D"."""
    if len(letters) < 2:
        return "".join(letters)
    return tr("{first} and {last}", first=", ".join(letters[:-1]), last=letters[-1])


def sentence(parts: list[str]) -> str:
    """Return what is told apart by dots, with a capital at its beginning."""
    told = " · ".join(part for part in parts if part)
    return f"{told[:1].upper()}{told[1:]}"
