"""Which Article 7 reports a State owes, and which days each covers."""

import re
from datetime import date

from ccmdesk.domain import treaty
from ccmdesk.domain.article7 import INITIAL, Report, report_name
from ccmdesk.domain.dates import long_date
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note_matter import Matter
from ccmdesk.domain.obligations import in_force_from
from ccmdesk.domain.state import State, Status


def read_period(text: str) -> str:
    """Return a period as it is stored: four digits or "initial"; raises InputError otherwise."""
    period = text.strip().casefold()
    if period != INITIAL and not re.fullmatch(r"[0-9]{4}", period):
        raise InputError(
            f"“{text.strip()}” is no period of a report; write the year covered, as 2025, or"
            f" “{INITIAL}”.",
            "period",
        )
    return period


def days_covered(
    state: State, period: str, *, first_annual_year: int | None, today: date
) -> tuple[date, date]:
    """Return the first and the last day of a report that the State owes.

    The initial report reaches from entry into force to today, at most to the day it is due; an
    annual one covers its calendar year, from entry into force on where that lies in it (Article
    7(1) and (2)). Raises InputError where the State owes no such report, or the year has not begun.
    """
    in_force = in_force_from(state)
    if in_force is None:
        raise InputError(
            f"{state.name} is not a State Party, so that it owes no Article 7 report; the first one"
            " is begun once the Convention is in force for it.",
            "period",
        )
    due = treaty.initial_report_due(in_force)
    if period == INITIAL:
        _refuse_withdrawn(state, due)
        return in_force, max(in_force, min(today, due))
    year = int(period)
    earliest = (first_annual_year or treaty.first_annual_year(in_force)) - 1
    if year < earliest:
        raise InputError(
            f"The first annual report of {state.name} covers {earliest}; what came before"
            f" goes into the {report_name(INITIAL)}.",
            "period",
        )
    if year > today.year:
        raise InputError(
            f"The year {year} has not begun; its report is begun from 1 January {year} on.",
            "period",
        )
    _refuse_withdrawn(state, treaty.annual_report_due(year))
    return max(date(year, 1, 1), in_force), date(year, 12, 31)


def reports_as_party(state: State, matter: Matter) -> bool:
    """Tell whether a State that reports has to, also where it withdrew since.

    What fell due before a withdrawal took effect stays owed (Vienna Convention on the Law of
    Treaties, Article 70(1)(b)).
    """
    end, in_force = state.withdrew_effective, in_force_from(state)
    if end is None or in_force is None:
        return state.status is Status.PARTY
    if matter.initial:
        return treaty.initial_report_due(in_force) < end
    return in_force.year <= matter.year < end.year and treaty.annual_report_due(matter.year) < end


def check_days(report: Report, state: State) -> None:
    """Raise InputError where the days of a report do not cover its period.

    An annual report ends with its year and may begin earlier, to make up for what was not reported;
    no report begins before the State joined.
    """
    if report.first > report.last:
        raise InputError(
            f"The report ends on {long_date(report.last)}, before it begins; change one of the"
            " days.",
            "last",
        )
    joined = first_possible_report(state)
    if report.first < joined:
        raise InputError(
            f"{state.name} joined the Convention on {long_date(joined)}; the {report.name} cannot"
            " begin before.",
            "first",
        )
    if report.initial:
        return
    year = int(report.period)
    if report.last != date(year, 12, 31):
        raise InputError(
            f"The report on {year} covers that year up to 31 December {year} (Article 7(2)).",
            "last",
        )
    in_force = in_force_from(state)
    latest = max(date(year, 1, 1), in_force) if in_force else date(year, 1, 1)
    if report.first > latest:
        raise InputError(
            f"The report on {year} covers that year from {long_date(latest)} on (Article 7(2)).",
            "first",
        )


def first_possible_report(state: State) -> date:
    """Return the first day on which the State can have sent a report.

    That is the day it deposited its instrument: a report sent before entry into force counts.
    """
    return state.deposited or in_force_from(state) or treaty.ADOPTED


def _refuse_withdrawn(state: State, due: date) -> None:
    end = state.withdrew_effective
    if end is not None and due >= end:
        raise InputError(
            f"{state.name} withdrew with effect from {long_date(end)}, before that report falls"
            f" due on {long_date(due)}; it owes none.",
            "period",
        )
