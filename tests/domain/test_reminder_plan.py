"""The ladder of reminders: its days, what merges, what moves, what is never told again."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.duty import Duty, DutyKind, DutyRecord, DutyStatus, TrackedDuty
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.reminder_plan import Now, planned
from ccmdesk.domain.reminders import (
    LONGEST_LEAD,
    Choice,
    Reminder,
    ReminderSettings,
    ReminderState,
    checked,
)
from ccmdesk.domain.tracking import track
from ccmdesk.services.reference import calendar

DAYS = calendar()
SETTINGS = ReminderSettings()
BEGUN = date(2020, 1, 1)
PENDING, SKIPPED = ReminderState.PENDING, ReminderState.SKIPPED


def wall(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """Return what the clock on the wall shows."""
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - a wall knows no zone


def duty(due: date, kind: DutyKind = DutyKind.ART7_ANNUAL, period: str = "2026") -> Duty:
    internal = DAYS.working_day_on_or_before(due)
    return Duty("NGA", kind, "7", period, "Annual report", due, internal)


def moment(day: date, hour: int = 10) -> Now:
    wall = datetime.combine(day, time(hour))
    return Now(wall, wall.replace(tzinfo=UTC) - timedelta(hours=1))


def plan(
    owed: Duty,
    known: list[Reminder],
    now: Now,
    record: DutyRecord | None = None,
    settings: ReminderSettings = SETTINGS,
    meetings_end: dict[str, date] | None = None,
) -> list[Reminder]:
    """Return all reminders after one planning, with ids as a store would give them."""
    tracked = track(owed, record, as_of=now.wall.date(), recorded_since=BEGUN)
    changed = planned([tracked], known, settings, DAYS, now, meetings_end)
    together = {each.place: each for each in known} | {each.place: each for each in changed}
    return [
        each if each.id else replace(each, id=number)
        for number, each in enumerate(together.values(), start=1)
    ]


def by_rung(reminders: list[Reminder]) -> dict[str, Reminder]:
    return {each.rung: each for each in reminders}


def told(each: Reminder, now: Now) -> Reminder:
    return replace(each, state=ReminderState.SHOWN, told_at=now.utc)


REPORT = duty(date(2027, 4, 30))
EARLY = moment(date(2026, 6, 1))


def test_each_lead_time_becomes_a_reminder_on_a_working_morning() -> None:
    found = by_rung(plan(REPORT, [], EARLY))
    assert found["T-7"].at == wall(2027, 4, 23, 9, 0)
    assert found["T-0"].at == wall(2027, 4, 30, 9, 0)
    # 31 January 2027 is a Sunday.
    assert found["T-90"].at == wall(2027, 1, 29, 9, 0)
    assert all(DAYS.is_working_day(each.at.date()) for each in found.values())


def test_what_falls_on_a_day_off_comes_before_and_merges_with_a_reason() -> None:
    # 30 April 2028 is a Sunday: the day itself and the day before it both come on the Friday.
    found = by_rung(plan(duty(date(2028, 4, 30)), [], moment(date(2027, 6, 1))))
    assert found["T-0"].at == wall(2028, 4, 28, 9, 0)
    assert found["T-1"].state is SKIPPED
    assert found["T-1"].why == "It falls on one day with T-0, Fri 28 April 2028."
    known = list(found.values())
    longer = replace(SETTINGS, ladders={DutyKind.ART7_ANNUAL: (7, 1, 0)})
    again = by_rung(plan(duty(date(2028, 4, 30)), known, moment(date(2027, 6, 2)), None, longer))
    assert again["T-3"].state is SKIPPED
    assert again["T-3"].why == "It is no longer on the ladder."


def test_a_reminder_that_comes_to_share_its_day_says_with_which() -> None:
    owed = duty(date(2027, 4, 27))  # a Tuesday
    known = plan(owed, [], EARLY)
    narrow = dict.fromkeys((date(2027, 4, 26), date(2027, 4, 27)), "closed")

    class Closed(type(DAYS)):  # type: ignore[misc]
        def holiday(self, day: date) -> str:
            return narrow.get(day, "")

    tracked = track(owed, None, as_of=EARLY.wall.date(), recorded_since=BEGUN)
    changed = by_rung(planned([tracked], known, SETTINGS, Closed(), EARLY))
    assert changed["T-0"].at == wall(2027, 4, 23, 9, 0)
    assert changed["T-0"].why == "Moved from Tue 27 April 2027 to Fri 23 April 2027."
    assert changed["T-1"].state is SKIPPED
    assert "one day with T-0" in changed["T-1"].why


def test_a_duty_first_seen_late_brings_its_newest_reminder_only() -> None:
    found = by_rung(plan(REPORT, [], moment(date(2027, 4, 20))))
    assert found["T-14"].state is PENDING
    # Nobody followed the duty on Friday 16 April, so nobody missed it then.
    assert found["T-14"].at == wall(2027, 4, 20, 10, 0)
    assert found["T-30"].state is SKIPPED
    assert found["T-30"].why
    assert found["T-7"].state is PENDING


def test_a_duty_first_seen_at_night_waits_for_the_morning_and_is_not_late_then() -> None:
    night = moment(date(2027, 4, 19), 22)
    known = plan(REPORT, [], night)
    assert by_rung(known)["T-14"].at == wall(2027, 4, 20, 9, 0)
    assert plan(REPORT, known, moment(date(2027, 4, 19), 23)) == known
    morning = moment(date(2027, 4, 20), 9)
    assert by_rung(plan(REPORT, known, morning))["T-14"].fire_at == morning.wall
    # On the eve of a rung that one is enough.
    eve = by_rung(plan(REPORT, [], moment(date(2027, 4, 22), 22)))
    assert eve["T-14"].state is SKIPPED
    assert eve["T-7"].state is PENDING


def test_a_duty_first_seen_by_a_clock_that_ran_ahead_does_not_wait_for_that_day() -> None:
    known = plan(REPORT, [], moment(date(2027, 4, 20)))
    right = moment(date(2027, 4, 19))
    assert by_rung(plan(REPORT, known, right))["T-14"].at == right.wall
    before = by_rung(plan(REPORT, known, moment(date(2027, 4, 1))))["T-14"]
    assert before.at == before.fire_at == wall(2027, 4, 16, 9, 0)


def test_planning_twice_changes_nothing() -> None:
    known = plan(REPORT, [], EARLY)
    assert plan(REPORT, known, EARLY) == known
    assert plan(REPORT, known, moment(date(2026, 6, 2))) == known


def test_an_overdue_duty_is_named_each_working_day() -> None:
    known = plan(REPORT, [], EARLY)
    # Monday 3 May 2027, Tuesday, and the Wednesday after.
    for day in (date(2027, 5, 3), date(2027, 5, 4), date(2027, 5, 5)):
        known = plan(REPORT, known, moment(day, 8))
        today = by_rung(known)[f"overdue {day}"]
        assert today.state is PENDING
        assert today.at == datetime.combine(day, time(9))
    weekend = plan(REPORT, known, moment(date(2027, 5, 8)))
    assert f"overdue {date(2027, 5, 8)}" not in by_rung(weekend)
    assert f"overdue {date(2027, 5, 10)}" in by_rung(weekend)


def test_a_duty_that_was_done_ends_all_its_reminders() -> None:
    known = plan(REPORT, [], EARLY)
    now = moment(date(2027, 4, 1))
    known = [told(each, now) if each.rung == "T-30" else each for each in known]
    record = DutyRecord(REPORT.key, done_on=date(2027, 4, 1), proof="note 12/2027")
    after = by_rung(plan(REPORT, known, now, record))
    assert after["T-30"].state is ReminderState.ACKNOWLEDGED
    assert after["T-30"].choice is Choice.DONE
    assert "note 12/2027" in after["T-30"].why
    assert after["T-7"].state is SKIPPED
    assert "note 12/2027" in after["T-7"].why
    # Taken back: what is still to come is planned again, what was ended stays ended.
    again = by_rung(plan(REPORT, list(after.values()), now))
    assert again["T-7"].state is PENDING
    assert again["T-30"] == after["T-30"]


def test_a_record_counts_even_where_the_clock_was_set_back_before_it() -> None:
    known = plan(REPORT, [], EARLY)
    record = DutyRecord(REPORT.key, done_on=date(2027, 4, 1), proof="sent")
    after = plan(REPORT, known, moment(date(2026, 12, 1)), record)
    assert {each.state for each in after} == {SKIPPED}


def test_a_moved_date_skips_the_old_ladder_and_says_so() -> None:
    known = plan(REPORT, [], EARLY)
    moved = replace(REPORT, due=date(2027, 6, 30), internal_due=date(2027, 6, 30))
    after = plan(moved, known, EARLY)
    old = [each for each in after if each.due == REPORT.due]
    assert {each.state for each in old} == {SKIPPED}
    assert old[0].why == "The date moved from Fri 30 April 2027 to Wed 30 June 2027."
    assert len([each for each in after if each.due == moved.due and each.state is PENDING]) > 5


def test_a_duty_that_is_gone_leaves_its_reason() -> None:
    known = plan(REPORT, [], EARLY)
    changed = planned([], known, SETTINGS, DAYS, EARLY)
    assert len(changed) == len(known)
    assert {each.why for each in changed} == {"This duty is no longer listed."}


def test_nothing_is_planned_for_what_is_not_owed() -> None:
    for status in (DutyStatus.DONE, DutyStatus.UNRECORDED, DutyStatus.EXTENDED):
        tracked = TrackedDuty(REPORT, status, 30)
        assert planned([tracked], [], SETTINGS, DAYS, EARLY) == []


def test_a_clock_that_ran_ahead_is_made_good() -> None:
    known = by_rung(plan(REPORT, [], EARLY))
    wrong = moment(date(2027, 5, 20))
    shown = told(known["T-7"], wrong)
    right = moment(date(2027, 4, 1))
    flagged = by_rung(plan(REPORT, [shown], right))["T-7"]
    assert flagged.ahead
    assert flagged.state is ReminderState.SHOWN
    again = by_rung(plan(REPORT, [flagged], moment(date(2027, 4, 23))))["T-7"]
    assert again.state is PENDING
    assert again.why


def test_a_clock_that_was_set_back_in_error_repeats_nothing() -> None:
    known = by_rung(plan(REPORT, [], EARLY))
    true = moment(date(2027, 4, 23))
    shown = told(known["T-7"], true)
    wrong = moment(date(2020, 1, 1))
    flagged = by_rung(plan(REPORT, [shown], wrong))["T-7"]
    after = by_rung(plan(REPORT, [flagged], moment(date(2027, 4, 23), 11)))["T-7"]
    assert after.state is ReminderState.SHOWN
    assert not after.ahead


@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)), st.sampled_from(DutyKind))
def test_no_reminder_is_lost_or_comes_late(due: date, kind: DutyKind) -> None:
    owed = duty(due, kind)
    found = by_rung(plan(owed, [], moment(due - timedelta(days=800))))
    for lead in SETTINGS.ladder(kind):
        same_day = [
            each
            for each in found.values()
            if each.state is PENDING and each.at.date() <= due - timedelta(days=lead)
        ]
        nearest = max(same_day, key=lambda each: each.at)
        # The rung itself, or the one that took its day.
        assert nearest.at.date() == DAYS.working_day_on_or_before(due - timedelta(days=lead))
    pending = [each for each in found.values() if each.state is PENDING]
    assert len({each.at for each in pending}) == len(pending)
    assert all(each.why for each in found.values() if each.state is SKIPPED)


def test_settings_are_put_in_order_and_refused_where_wrong() -> None:
    right = checked(replace(SETTINGS, ladders={DutyKind.ART7_ANNUAL: (1, 30, 7, 30)}))
    assert right.ladder(DutyKind.ART7_ANNUAL) == (30, 7, 1, 0)
    assert right.ladder(DutyKind.MEETING_MILESTONE)[-1] == 0
    for wrong in ((-1,), (LONGEST_LEAD + 1,)):
        with pytest.raises(InputError, match="days before the date") as error:
            checked(replace(SETTINGS, ladders={DutyKind.ART7_ANNUAL: wrong}))
        assert error.value.field == "art7_annual"
    with pytest.raises(InputError, match="before they begin"):
        checked(replace(SETTINGS, opens=time(18), closes=time(9)))


def test_what_closes_before_the_hours_begin_is_named_the_working_day_before() -> None:
    # 08:30 in Geneva is 07:30 on the wall of these tests, before the hours begin at nine.
    found = by_rung(plan(replace(REPORT, closes=time(8, 30)), [], EARLY))
    assert found["T-0"].at == wall(2027, 4, 29, 9, 0)
    assert found["T-1"].state is SKIPPED
    assert found["T-0"].closes_at == datetime(2027, 4, 30, 6, 30, tzinfo=UTC)


def test_an_hour_far_away_counts_by_the_clock_on_this_wall() -> None:
    evening = replace(REPORT, closes=time(18), zone="America/New_York")
    assert by_rung(plan(evening, [], EARLY))["T-0"].at == wall(2027, 4, 30, 9, 0)
    # In Auckland noon of Geneva's 30 April is 22:00, and its morning is the evening before.
    day = date(2026, 6, 1)
    auckland = Now(datetime.combine(day, time(22)), datetime.combine(day, time(10), UTC))
    found = by_rung(plan(REPORT, [], auckland))
    assert found["T-0"].at == wall(2027, 4, 30, 9, 0)
    early = replace(REPORT, closes=time(0, 30), zone="Pacific/Auckland")
    new_york = Now(datetime.combine(day, time(8)), datetime.combine(day, time(12), UTC))
    # Half past midnight in Auckland is the morning of the day before in New York.
    assert by_rung(plan(early, [], new_york))["T-0"].at == wall(2027, 4, 28, 9, 0)


END = {"14MSP": date(2027, 4, 16)}
MILESTONE = duty(date(2027, 4, 9), DutyKind.MEETING_MILESTONE, "14MSP")


def test_once_the_meeting_has_closed_an_overdue_milestone_is_named_no_more() -> None:
    known = plan(MILESTONE, [], moment(date(2027, 4, 1)))
    while_on = by_rung(plan(MILESTONE, known, moment(date(2027, 4, 13)), None, SETTINGS, END))
    assert while_on["overdue 2027-04-13"].state is PENDING
    shown = [
        told(each, moment(date(2027, 4, 9))) if each.rung == "T-0" else each
        for each in while_on.values()
    ]
    after = by_rung(plan(MILESTONE, shown, moment(date(2027, 4, 19)), None, SETTINGS, END))
    assert after["overdue 2027-04-14"].state is ReminderState.MISSED
    assert after["overdue 2027-04-14"].why == "The meeting closed on Fri 16 April 2027."
    assert not any(each.state is PENDING for each in after.values())
    assert not any(rung.startswith("overdue 2027-04-19") for rung in after)
    # What was told waits for a choice all the same.
    assert after["T-0"].state is ReminderState.SHOWN


def test_what_is_owed_after_the_meeting_is_named_each_working_day() -> None:
    payment = duty(date(2027, 4, 20), DutyKind.MEETING_MILESTONE, "14MSP/payment")
    known = plan(payment, [], moment(date(2027, 4, 1)))
    found = by_rung(plan(payment, known, moment(date(2027, 4, 22)), None, SETTINGS, END))
    assert found["overdue 2027-04-22"].state is PENDING


def test_a_day_after_the_opening_is_announced_before_the_opening() -> None:
    # The meeting was moved to 2 August; the paper still names 27 August.
    moved = replace(
        duty(date(2027, 8, 27), DutyKind.MEETING_MILESTONE), internal_due=date(2027, 7, 30)
    )
    rungs = by_rung(plan(moved, [], moment(date(2027, 6, 1))))
    assert rungs["T-14"].at.date() == date(2027, 7, 16)
    assert rungs["T-1"].at.date() == date(2027, 7, 29)
    assert rungs["T-0"].at.date() == date(2027, 8, 27)


def test_a_meeting_put_off_brings_its_reminders_back() -> None:
    known = plan(MILESTONE, [], moment(date(2027, 4, 12)))
    closed = plan(MILESTONE, known, moment(date(2027, 4, 19)), None, SETTINGS, END)
    later = {"14MSP": date(2027, 6, 18)}
    found = by_rung(plan(MILESTONE, closed, moment(date(2027, 4, 20)), None, SETTINGS, later))
    assert found["overdue 2027-04-20"].state is PENDING


def test_an_end_that_is_taken_back_is_named_again_once() -> None:
    now = moment(date(2027, 4, 23))
    known = plan(REPORT, [], EARLY)
    shown = [told(each, now) if each.rung == "T-7" else each for each in known]
    done = DutyRecord(REPORT.key, done_on=date(2027, 4, 23), proof="12/2027")
    ended = plan(REPORT, shown, now, done)
    assert by_rung(ended)["T-7"].choice is Choice.DONE
    later = moment(date(2027, 4, 23), 12)
    again = [each for each in plan(REPORT, ended, later) if each.rung.startswith("again")]
    assert [(each.state, each.at.date()) for each in again] == [(PENDING, date(2027, 4, 23))]
    known = [
        told(each, later) if each.rung.startswith("again") else each
        for each in plan(REPORT, ended, later)
    ]
    assert plan(REPORT, known, moment(date(2027, 4, 26))) == known


def test_where_a_rung_falls_on_that_day_it_speaks_for_what_was_taken_back() -> None:
    known = plan(REPORT, [], EARLY)
    shown = [told(each, EARLY) if each.rung == "T-14" else each for each in known]
    record = DutyRecord(REPORT.key, not_applicable=True, remark="not ours")
    ended = plan(REPORT, shown, moment(date(2027, 4, 20)), record)
    found = by_rung(plan(REPORT, ended, moment(date(2027, 4, 23))))
    assert found["T-7"].state is PENDING
    assert not any(rung.startswith("again") for rung in found)


def test_a_provisional_day_is_called_so_until_the_note_arrives() -> None:
    guessed = replace(MILESTONE, provisional=True)
    known = plan(guessed, [], moment(date(2027, 2, 1)))
    assert {each.title for each in known} == {"Annual report (provisional)"}
    found = plan(MILESTONE, known, moment(date(2027, 2, 2)))
    assert {each.title for each in found} == {"Annual report"}
