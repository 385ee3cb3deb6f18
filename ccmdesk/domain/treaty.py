"""The counting rules of the Convention on Cluster Munitions, one function per rule."""

from datetime import date, timedelta
from typing import Final

from ccmdesk.domain.dates import add_months, add_years, first_day_of_month_after

CONVENTION_TEXT: Final = (
    "Convention on Cluster Munitions, Dublin, 30 May 2008 "
    "(United Nations, Treaty Series, vol. 2688, p. 39)"
)
ADOPTED: Final = date(2008, 5, 30)
OPENED_FOR_SIGNATURE: Final = date(2008, 12, 3)
THIRTIETH_DEPOSIT: Final = date(2010, 2, 16)
FIRST_ENTRY_INTO_FORCE: Final = date(2010, 8, 1)

INITIAL_REPORT_DAYS: Final = 180
DESTRUCTION_YEARS: Final = 8
CLEARANCE_YEARS: Final = 10
REQUEST_MONTHS: Final = 9
WITHDRAWAL_MONTHS: Final = 6


def entry_into_force(deposited: date) -> date:
    """Return the day on which the Convention enters into force for a State.

    Article 17: 1 August 2010 for the first thirty instruments, else the first day of the sixth
    month after the month of deposit, whatever the day of that month.
    """
    if deposited <= THIRTIETH_DEPOSIT:
        return FIRST_ENTRY_INTO_FORCE
    return first_day_of_month_after(deposited, 6)


def initial_report_due(in_force: date) -> date:
    """Return the last day for the initial report (Article 7(1)).

    180 calendar days: the day of entry into force is day 0, and the last day counts.
    """
    return in_force + timedelta(days=INITIAL_REPORT_DAYS)


def annual_report_due(year_covered: int) -> date:
    """Return 30 April of the year after the calendar year covered (Article 7(2))."""
    return date(year_covered + 1, 4, 30)


def first_annual_year(in_force: date) -> int:
    """Return the calendar year of the first 30 April on which an annual report is due.

    The text leaves it open. Practice is the year after the one in which the initial report falls
    due, as the lists of the Implementation Support Unit show.
    """
    return initial_report_due(in_force).year + 1


def earliest_annual_year(in_force: date) -> int:
    """Return the year of the first 30 April on or after entry into force: no reading is earlier."""
    return in_force.year + (in_force > date(in_force.year, 4, 30))


def destruction_deadline(in_force: date) -> date:
    """Return the last day for the destruction of stockpiles: eight years on (Article 3(2))."""
    return add_years(in_force, DESTRUCTION_YEARS)


def clearance_deadline(in_force: date) -> date:
    """Return the last day for clearance: ten years on (Article 4(1)(a)).

    Remnants that arise later have ten years from the end of the hostilities (Article 4(1)(b)).
    """
    return add_years(in_force, CLEARANCE_YEARS)


def request_due(meeting_opens: date) -> date:
    """Return the last day for an extension request: nine months before the deciding meeting opens.

    Articles 3(5) and 4(6). The count runs back from the meeting, not from the deadline.
    """
    return add_months(meeting_opens, -REQUEST_MONTHS)


def withdrawal_effective(received: date) -> date:
    """Return the day a withdrawal takes effect: six months after receipt (Article 20(3)).

    It is put off while the withdrawing State is engaged in an armed conflict on that day.
    """
    return add_months(received, WITHDRAWAL_MONTHS)
