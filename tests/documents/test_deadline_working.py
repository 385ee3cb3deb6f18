"""The page "Why this date?"."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ccmdesk.documents.deadline_working import deadline_working_pdf
from ccmdesk.domain.duty import Duty, DutyKind, Step
from ccmdesk.domain.duty_moves import HistoryEntry
from ccmdesk.domain.errors import InputError
from ccmdesk.services.working_paper import working_name
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


def test_owner_and_history_stand_on_the_same_page() -> None:
    entry = HistoryEntry(
        DUTY.key,
        datetime(2013, 3, 1, 9, tzinfo=UTC),
        "a.okoro",
        "due",
        "2013-06-29",
        "2013-06-30",
        "The depositary corrected the day.",
        "C.N.55.2013",
    )
    for count in (1, 200):
        data = deadline_working_pdf(
            DUTY, "Avataria", date(2013, 3, 4), owner="Ms Okoro", history=[entry] * count
        )
        (page,) = pages_of(data)
        assert "Owner Ms Okoro" in page
        assert "Sat 29 June 2013, then Sun 30 June 2013" in page
        assert "C.N.55.2013" in page
    assert "earlier lines left out here" in page


@pytest.mark.parametrize(
    ("was", "became", "told"),
    [
        ("", "12:00", "Hour 12:00 a.okoro"),
        ("12:00", "17:30 America/New_York", "Hour 12:00, then 17:30 in New York"),
        ("17:30 America/New_York", "Asia/Tokyo", "Hour 17:30 in New York, then Tokyo"),
        ("12:00", "", "Hour 12:00, no longer"),
    ],
)
def test_an_hour_is_told_with_its_place(was: str, became: str, told: str) -> None:
    at = datetime(2013, 3, 1, 9, tzinfo=UTC)
    entry = HistoryEntry(DUTY.key, at, "a.okoro", "closes", was, became)
    (page,) = pages_of(deadline_working_pdf(DUTY, "Avataria", date(2013, 3, 4), history=[entry]))
    assert told in page


def test_very_long_reasons_and_sources_stay_on_one_page() -> None:
    words = "as the host State wrote in its second note of that day " * 400
    entry = HistoryEntry(
        DUTY.key, datetime(2013, 3, 1, 9, tzinfo=UTC), "a.okoro", "owner", words, words, words
    )
    long_one = replace(DUTY, working=(*DUTY.working, Step("source", f"Recorded from: {words}.")))
    data = deadline_working_pdf(
        long_one, "Avataria", date(2013, 3, 4), owner=words, history=[entry] * 9
    )
    (page,) = pages_of(data)
    assert page.count("…") == 6
    assert "The legal date is never moved." in page


def test_a_very_long_working_stays_on_one_page() -> None:
    remark = Step("remark", "Printed with another date, which is not followed. " * 6)
    long_one = replace(DUTY, working=(*DUTY.working, *[remark] * 14))
    assert len(pages_of(deadline_working_pdf(long_one, "Avataria", date(2013, 3, 4)))) == 1


def test_the_name_of_the_file_has_no_folder_in_it() -> None:
    named = replace(DUTY, title="Annual transparency report for 2026")
    assert working_name(named) == "why-annual-transparency-report-for-2026.pdf"
    long = replace(DUTY, title="Online registration / of all members: " + "of the delegation " * 9)
    name = working_name(long)
    assert name.startswith("why-online-registration-of-all-members-of-the")
    assert len(name) <= 68
    assert not set(name) & set(' /:_"')
    assert len(working_name(replace(DUTY, title="W" * 300))) <= 68
