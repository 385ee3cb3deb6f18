"""Tests of what a meeting must have."""

from dataclasses import replace
from datetime import date

import pytest

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import Meeting, MeetingKind

MEETING = Meeting("14MSP", "Fourteenth Meeting of States Parties", MeetingKind.STATES_PARTIES, 14)


@pytest.mark.parametrize(
    ("meeting", "field"),
    [
        (replace(MEETING, code=" "), "code"),
        (replace(MEETING, name=""), "name"),
        (replace(MEETING, start=date(2027, 9, 2), end=date(2027, 9, 1)), "end"),
        (replace(MEETING, end=date(2027, 9, 1)), "start"),
    ],
)
def test_what_is_wrong_is_named(meeting: Meeting, field: str) -> None:
    with pytest.raises(InputError) as caught:
        meeting.checked()
    assert caught.value.field == field


def test_a_meeting_may_have_no_days_yet_or_one_day() -> None:
    assert MEETING.checked() == MEETING
    one_day = replace(MEETING, start=date(2027, 9, 1), end=date(2027, 9, 1))
    assert one_day.checked() == one_day


def test_only_formal_meetings_decide() -> None:
    assert MEETING.decides
    assert replace(MEETING, kind=MeetingKind.REVIEW_CONFERENCE).decides
    assert not replace(MEETING, kind=MeetingKind.OTHER).decides
