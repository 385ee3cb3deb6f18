"""Tests of the stages of Article 3 and Article 4 deadlines and of requests to extend them."""

from datetime import date

import pytest

from ccmdesk.domain.duty import Duty, DutyKind
from ccmdesk.domain.extension_requests import deciding_meeting
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.obligations import duties_of
from ccmdesk.domain.recorded import Extension, ExtensionStanding
from tests.domain.build import CALENDAR, MEETINGS, party, remarks, step

DECIDING = [meeting for meeting in MEETINGS if meeting.decides]


def by_key(
    in_force: date, *rows: Extension, meetings: tuple[Meeting, ...] = MEETINGS
) -> dict[str, Duty]:
    found = duties_of(
        party(in_force=in_force),
        calendar=CALENDAR,
        meetings=meetings,
        extensions=rows,
        until=date(2011, 1, 1),
    )
    return {f"{duty.kind}:{duty.period}": duty for duty in found}


def clearance(
    stage: str,
    deadline: date | None,
    standing: ExtensionStanding,
    decided_at: str = "",
    precision: str = "day",
) -> Extension:
    return Extension(
        state="XAV",
        article=4,
        stage=stage,
        deadline=deadline,
        precision=precision,
        decided_at=decided_at,
        standing=standing,
        source="list of extensions",
        as_of=date(2024, 1, 1),
    )


def test_the_deadlines_are_eight_and_ten_years_on() -> None:
    found = by_key(date(2013, 3, 1))
    assert found["art3_destruction:initial"].due == date(2021, 3, 1)
    assert found["art4_clearance:initial"].due == date(2023, 3, 1)
    assert found["art3_destruction:initial"].article == "3(2)"
    assert found["art4_clearance:initial"].article == "4(1)(a)"
    assert found["art4_clearance:initial"].standing == ""
    assert "not applicable" in remarks(found["art4_clearance:initial"])


@pytest.mark.parametrize(
    ("deadline", "code"),
    [
        (date(2023, 11, 1), "11MSP"),
        (date(2023, 9, 11), "10MSP"),
        (date(2020, 8, 1), "9MSP"),
        (date(2021, 6, 1), "2RC-1"),
        (date(2022, 3, 1), "2RC-2"),
        (date(2024, 9, 11), "11MSP"),
        (date(2024, 9, 12), None),
        (date(2019, 9, 2), None),
    ],
)
def test_the_deciding_meeting_is_the_last_to_open_before(deadline: date, code: str | None) -> None:
    found = deciding_meeting(deadline, DECIDING)
    assert (found.code if found else None) == code


def test_without_meetings_nobody_decides() -> None:
    assert deciding_meeting(date(2024, 1, 1), []) is None


def test_iraq_asks_nine_months_before_the_meeting() -> None:
    request = by_key(date(2013, 11, 1))["art4_extension_request:initial"]
    assert request.due == date(2022, 12, 11)
    assert request.internal_due == date(2022, 12, 9)
    assert request.article == "4(6)"
    assert "(11MSP), which opens on Mon 11 September 2023" in step(request, "trigger")
    assert "later meeting" in remarks(request)


def test_a_meeting_entered_by_its_code_alone_is_named_once_and_has_no_empty_source() -> None:
    own = Meeting("4RC", "4RC", kind=MeetingKind.REVIEW_CONFERENCE, start=date(2023, 6, 30))
    request = by_key(date(2013, 8, 1), meetings=(own,))["art4_extension_request:initial"]
    told = " ".join(step.text for step in request.working)
    assert "is the 4RC, which opens on Fri 30 June 2023" in told
    assert "no source was given" in told
    assert "Recorded from: ." not in told


def test_laos_asks_nine_months_before_the_meeting() -> None:
    request = by_key(date(2010, 8, 1))["art4_extension_request:initial"]
    assert request.due == date(2018, 12, 2)
    assert "later meeting" not in remarks(request)


def test_a_meeting_in_two_parts_says_what_the_first_opening_would_give() -> None:
    request = by_key(date(2012, 3, 1))["art4_extension_request:initial"]
    assert request.due == date(2020, 12, 20)
    assert "Wed 25 November 2020 the day would be Tue 25 February 2020" in remarks(request)


def test_a_deadline_beyond_the_known_meetings_has_no_request_yet() -> None:
    found = by_key(date(2023, 8, 1))
    assert "art4_extension_request:initial" not in found
    assert "not in the list yet" in remarks(found["art4_clearance:initial"])


def test_a_granted_extension_replaces_the_deadline() -> None:
    found = by_key(
        date(2011, 3, 1),
        clearance("initial", date(2021, 3, 1), ExtensionStanding.GRANTED),
        clearance("extension 1", date(2022, 9, 1), ExtensionStanding.GRANTED, "2RC"),
        clearance("extension 2", date(2023, 9, 1), ExtensionStanding.MET, "10MSP"),
    )
    standings = [
        found[f"art4_clearance:{stage}"].standing
        for stage in ("initial", "extension 1", "extension 2")
    ]
    assert standings == ["extended", "extended", "done"]
    assert found["art4_clearance:extension 1"].due == date(2022, 9, 1)
    assert step(found["art4_clearance:extension 1"], "trigger") == (
        "Extension 1 was granted at 2RC."
    )
    assert found["art4_extension_request:initial"].standing == "done"
    assert found["art4_extension_request:extension 1"].due == date(2021, 11, 30)
    assert "art4_extension_request:extension 2" not in found


def test_an_unconfirmed_grant_leaves_the_old_deadline_standing() -> None:
    found = by_key(
        date(2013, 11, 1),
        clearance("extension 1", date(2028, 11, 1), ExtensionStanding.UNCONFIRMED, "11MSP"),
    )
    initial = found["art4_clearance:initial"]
    assert initial.standing == ""
    assert "to 1 November 2028 was requested for decision at 11MSP" in remarks(initial)
    assert found["art4_clearance:extension 1"].standing == "unconfirmed"
    assert "not confirmed" in step(found["art4_clearance:extension 1"], "trigger")
    assert found["art4_extension_request:initial"].standing == "done"


def test_a_request_without_a_date_is_told_in_the_current_stage() -> None:
    found = by_key(
        date(2011, 5, 1),
        clearance("initial", date(2021, 5, 1), ExtensionStanding.GRANTED),
        clearance("extension 1", date(2024, 5, 1), ExtensionStanding.GRANTED, "2RC"),
        clearance("extension 2", None, ExtensionStanding.REQUESTED, "11MSP"),
    )
    assert "art4_clearance:extension 2" not in found
    current = found["art4_clearance:extension 1"]
    assert current.standing == ""
    assert "Extension 2 was requested for decision at 11MSP" in remarks(current)
    assert "Extension 2" not in remarks(found["art4_clearance:initial"])


@pytest.mark.parametrize(
    ("precision", "day", "shown"),
    [("month", date(2021, 4, 1), "“April 2021”"), ("year", date(2026, 1, 1), "“2026”")],
)
def test_half_a_date_takes_its_first_day(precision: str, day: date, shown: str) -> None:
    row = clearance("extension 1", day, ExtensionStanding.GRANTED, "9MSP", precision)
    stage = by_key(date(2010, 8, 1), row)["art4_clearance:extension 1"]
    assert stage.due == day
    assert shown in step(stage, "count")


def test_a_deadline_met_needs_no_request() -> None:
    row = clearance("initial", date(2020, 8, 1), ExtensionStanding.MET)
    found = by_key(date(2010, 8, 1), row)
    assert found["art4_clearance:initial"].standing == "done"
    assert "art4_extension_request:initial" not in found


def test_rows_of_the_other_article_and_of_other_states_are_left_alone() -> None:
    row = clearance("extension 1", date(2024, 5, 1), ExtensionStanding.GRANTED, "2RC")
    found = duties_of(
        party(in_force=date(2010, 8, 1), iso3="YYY"),
        calendar=CALENDAR,
        meetings=MEETINGS,
        extensions=[row],
        until=date(2011, 1, 1),
    )
    assert all(duty.period == "initial" for duty in found)
    assert by_key(date(2010, 8, 1), row)["art3_destruction:initial"].standing == ""


def test_kinds_are_ordered_on_the_same_day() -> None:
    found = list(by_key(date(2010, 8, 1)).values())
    first = found[0]
    assert first.kind is DutyKind.ART7_INITIAL
