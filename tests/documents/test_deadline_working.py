"""The page "Why this date?"."""

from dataclasses import replace
from datetime import date

import pytest

from ccmdesk.documents.deadline_working import deadline_working_pdf
from ccmdesk.domain.duty import Duty, DutyKind, Step
from ccmdesk.domain.errors import InputError
from tests.documents.reading import pages_of

DUTY = Duty(
    state="XAV",
    kind=DutyKind.ART7_INITIAL,
    article="Article 7, paragraph 1",
    period="initial",
    title="Initial transparency report",
    due=date(2013, 6, 30),
    internal_due=date(2013, 6, 28),
    working=(
        Step("rule", "Not later than 180 days after entry into force."),
        Step("trigger", "Entry into force for the State", date(2013, 1, 1)),
        Step("count", "180 calendar days"),
        Step("result", "Legal date", date(2013, 6, 30)),
        Step("internal", "30 June 2013 is a Sunday.", date(2013, 6, 28)),
        Step("source", "Convention on Cluster Munitions"),
    ),
)


def test_everything_of_the_working_stands_on_one_page() -> None:
    (page,) = pages_of(deadline_working_pdf(DUTY, "Avataria", date(2013, 3, 4)))
    for text in (
        "Why this date?",
        "Initial transparency report",
        "Avataria · Article 7, paragraph 1",
        "Due Sun 30 June 2013",
        "Internal date Fri 28 June 2013",
        "Trigger Entry into force for the State Tue 1 January 2013",
        "Source Convention on Cluster Munitions",
        "Printed on Mon 4 March 2013",
    ):
        assert text in page


def test_same_bytes_for_the_same_duty() -> None:
    first = deadline_working_pdf(DUTY, "Avataria", date(2013, 3, 4))
    assert deadline_working_pdf(DUTY, "Avataria", date(2013, 3, 4)) == first


def test_what_cannot_be_printed_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be printed"):
        deadline_working_pdf(replace(DUTY, title="제네바"), "Avataria", date(2013, 3, 4))
