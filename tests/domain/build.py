"""What the tests of the duties are built from: a calendar, meetings, a State."""

from datetime import date

from ccmdesk.domain.duty import Duty
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.state import State, Status
from ccmdesk.domain.working_days import HolidayCalendar, HolidayKind, HolidayRule

CALENDAR = HolidayCalendar(
    [
        HolidayRule("New Year's Day", HolidayKind.FIXED, month=1, day=1),
        HolidayRule("Good Friday", HolidayKind.EASTER, offset=-2),
        HolidayRule("Easter Monday", HolidayKind.EASTER, offset=1),
    ]
)


def msp(ordinal: int, start: date) -> Meeting:
    return Meeting(
        code=f"{ordinal}MSP",
        name=f"Meeting of States Parties No. {ordinal}",
        kind=MeetingKind.STATES_PARTIES,
        ordinal=ordinal,
        start=start,
        source="list of meetings",
    )


def review(code: str, start: date) -> Meeting:
    return Meeting(
        code=code,
        name="Second Review Conference",
        kind=MeetingKind.REVIEW_CONFERENCE,
        ordinal=2,
        start=start,
    )


MEETINGS = (
    msp(9, date(2019, 9, 2)),
    review("2RC-1", date(2020, 11, 25)),
    review("2RC-2", date(2021, 9, 20)),
    msp(10, date(2022, 8, 30)),
    msp(11, date(2023, 9, 11)),
    Meeting(code="IM", name="Intersessional meeting", start=date(2023, 10, 2)),
)


def party(deposited: date | None = None, in_force: date | None = None, iso3: str = "XAV") -> State:
    return State(
        iso3=iso3,
        name="Republic of Avataria",
        status=Status.PARTY,
        instrument="ratification",
        deposited=deposited,
        entry_into_force=in_force,
    )


def step(duty: Duty, kind: str) -> str:
    """Return the text of the only step of that kind."""
    texts = [each.text for each in duty.working if each.kind == kind]
    assert len(texts) == 1, texts
    return texts[0]


def remarks(duty: Duty) -> str:
    return " ".join(each.text for each in duty.working if each.kind == "remark")
