"""One round: the newest per duty, the missed, the preferred hours, the words, the digest."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.reminder_hours import end_of_day_in_geneva, moment_to_show
from ccmdesk.domain.reminder_round import digest_of, round_of, standing
from ccmdesk.domain.reminder_words import body_of, is_urgent, title_of
from ccmdesk.domain.reminders import Reminder, ReminderSettings, ReminderState
from ccmdesk.domain.snooze import choices, snoozed_until
from ccmdesk.services.reference import calendar

DAYS = calendar()
SETTINGS = ReminderSettings()
DUE = date(2027, 4, 30)


def wall(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """Return what the clock on the wall shows."""
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - a wall knows no zone


def reminder(rung: str, at: datetime, key: str = "NGA:a:2026", **values: Any) -> Reminder:
    made = Reminder(key, "Annual report", DUE, DUE, rung, at, at)
    return replace(made, **values)


def on_wall(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(tzinfo=None)


T14 = reminder("T-14", wall(2027, 4, 16, 9), id=1)
T7 = reminder("T-7", wall(2027, 4, 23, 9), id=2)
T3 = reminder("T-3", wall(2027, 4, 27, 9), id=3)


def test_the_newest_speaks_for_those_nobody_saw() -> None:
    found = round_of([T14, T7, T3], wall(2027, 4, 26, 10), SETTINGS, DAYS)
    assert found.show == (T7,)
    assert [each.rung for each in found.missed] == ["T-14"]
    assert found.missed[0].state is ReminderState.MISSED
    assert found.missed[0].why == (
        "It could not be shown on Fri 16 April 2027; the one of Fri 23 April 2027 speaks for it."
    )


def test_before_its_moment_nothing_is_shown() -> None:
    assert not round_of([T7], wall(2027, 4, 23, 8, 59), SETTINGS, DAYS).show
    assert round_of([T7], wall(2027, 4, 23, 9, 0), SETTINGS, DAYS).show == (T7,)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (wall(2027, 4, 23, 22), wall(2027, 4, 26, 9)),
        (wall(2027, 4, 24, 12), wall(2027, 4, 26, 9)),
        (wall(2027, 4, 23, 7), wall(2027, 4, 23, 9)),
        (wall(2027, 4, 23, 12), wall(2027, 4, 23, 12)),
        # Before the next hours begin the date would have passed.
        (wall(2027, 4, 30, 20), wall(2027, 4, 30, 20)),
        (wall(2027, 5, 1, 20), wall(2027, 5, 3, 9)),
        # Maundy Thursday evening; Good Friday and Easter Monday are days off.
        (wall(2027, 3, 25, 20), wall(2027, 3, 30, 9)),
    ],
)
def test_hours_are_kept_unless_the_date_would_pass(now: datetime, then: datetime) -> None:
    assert moment_to_show(now, DUE, SETTINGS, DAYS) == then


@pytest.mark.parametrize(
    ("now", "closes", "then"),
    [
        # Before the hours begin the addressee's hour would have passed.
        (wall(2027, 4, 30, 6), wall(2027, 4, 30, 8), wall(2027, 4, 30, 6)),
        (wall(2027, 4, 29, 20), wall(2027, 4, 30, 8), wall(2027, 4, 29, 20)),
        (wall(2027, 4, 30, 6), wall(2027, 4, 30, 17), wall(2027, 4, 30, 9)),
        # It has passed; the morning is early enough.
        (wall(2027, 4, 30, 6), wall(2027, 4, 30, 5), wall(2027, 4, 30, 9)),
        # East of Geneva its day goes on when the wall shows the next one.
        (wall(2027, 5, 1, 4), wall(2027, 5, 1, 7), wall(2027, 5, 1, 4)),
    ],
)
def test_an_hour_at_the_addressee_is_not_slept_through(
    now: datetime, closes: datetime, then: datetime
) -> None:
    assert moment_to_show(now, DUE, SETTINGS, DAYS, closes) == then


def test_out_of_hours_all_of_a_duty_waits() -> None:
    found = round_of([T14, T7], wall(2027, 4, 24, 12), SETTINGS, DAYS)
    assert not found.show
    assert {each.fire_at for each in found.postponed} == {wall(2027, 4, 26, 9)}


def test_geneva_ends_its_day_by_its_own_clock() -> None:
    assert end_of_day_in_geneva(date(2027, 4, 30)) == datetime(2027, 4, 30, 22, tzinfo=UTC)
    assert end_of_day_in_geneva(date(2027, 1, 31)) == datetime(2027, 1, 31, 23, tzinfo=UTC)
    # The clocks change on 28 March and 31 October 2027.
    assert end_of_day_in_geneva(date(2027, 3, 27)).hour == 23
    assert end_of_day_in_geneva(date(2027, 3, 28)).hour == 22
    assert end_of_day_in_geneva(date(2027, 10, 30)).hour == 22
    assert end_of_day_in_geneva(date(2027, 10, 31)).hour == 23


def test_the_words_name_dates_with_their_weekday() -> None:
    assert title_of([T7], date(2027, 4, 23)) == "Due in 7 days: Annual report"
    assert body_of([T7], 0, date(2027, 4, 23), on_wall) == "Legal date Fri 30 April 2027."
    assert title_of([T7], date(2027, 5, 3)) == "Overdue by 3 days: Annual report"
    sunday = replace(T7, due=date(2028, 4, 30), internal_due=date(2028, 4, 28))
    assert body_of([sunday], 1, date(2028, 4, 23), on_wall) == (
        "Legal date Sun 30 April 2028. Send it by Fri 28 April 2028, the internal date.\n"
        "1 earlier reminder could not be shown; the window lists what passed."
    )


def test_on_the_day_the_hour_in_geneva_is_told_as_it_is_here() -> None:
    def new_york(instant: datetime) -> datetime:
        return on_wall(instant - timedelta(hours=4))

    text = body_of([T7], 0, DUE, new_york)
    assert text.endswith("The day ends in Geneva at 18:00 here.")
    tokyo = body_of([T7], 0, DUE, lambda instant: on_wall(instant + timedelta(hours=9)))
    assert tokyo.endswith("at 07:00 here on Sat 1 May 2027.")
    geneva = body_of([T7], 0, DUE, lambda instant: on_wall(instant + timedelta(hours=2)))
    assert geneva.endswith("Legal date Fri 30 April 2027. The day ends at midnight, as in Geneva.")


def test_many_come_as_one_digest() -> None:
    many = [replace(T7, duty_key=f"k{number}", title=f"Duty {number}") for number in range(8)]
    assert title_of(many, date(2027, 4, 23)) == "8 deadlines need a look"
    lines = body_of(many, 3, date(2027, 4, 23), on_wall).splitlines()
    assert len(lines) == 7
    assert lines[0] == "Due in 7 days: Duty 0"
    assert lines[5] == "and 3 more"
    assert is_urgent(many, date(2027, 4, 23))
    assert not is_urgent(many, date(2027, 4, 22))


def test_the_digest_parts_what_is_possible_from_what_is_lost() -> None:
    back = datetime(2027, 5, 10, 10, tzinfo=UTC)
    late: dict[str, Any] = {"state": ReminderState.SHOWN, "told_at": back}
    gone: dict[str, Any] = {"state": ReminderState.MISSED, "told_at": back}
    lost = [
        reminder("T-7", wall(2027, 4, 23, 9), id=1, **gone),
        reminder("T-0", wall(2027, 4, 30, 9), id=2, **late),
    ]
    ahead = [reminder("T-30", wall(2027, 5, 7, 9), "NGA:b:x", due=date(2027, 6, 6), **late)]
    in_time = [reminder("T-14", wall(2027, 5, 10, 9), "NGA:c:x", due=date(2027, 5, 24), **late)]
    found = digest_of([*lost, *ahead, *in_time], date(2027, 5, 10), on_wall)
    assert [each.rung for each in found.missed] == ["T-7", "T-0", "T-30"]
    assert [each.duty_key for each in found.lost] == ["NGA:a:2026"]
    assert [each.duty_key for each in found.still_possible] == ["NGA:b:x"]
    assert found.lost[0].days_left == -10
    assert found.lost[0].last.rung == "T-0"
    seen = [replace(each, looked_at=back) for each in (*lost, *ahead)]
    assert not digest_of([*seen, *in_time], date(2027, 5, 10), on_wall)
    assert len(standing([*seen, *in_time], date(2027, 5, 10))) == 3


def snooze(until: date, today: date, *, second_look: bool = False) -> date:
    return snoozed_until(
        until,
        today=today,
        due=date(2028, 4, 30),
        internal_due=date(2028, 4, 28),
        calendar=DAYS,
        second_look=second_look,
    )


def test_a_snooze_ends_on_a_working_day_before_the_internal_date() -> None:
    assert snooze(date(2028, 4, 20), date(2028, 4, 10)) == date(2028, 4, 20)
    # Easter Monday comes back on Maundy Thursday.
    assert snooze(date(2028, 4, 17), date(2028, 4, 10)) == date(2028, 4, 13)
    assert snooze(date(2028, 4, 28), date(2028, 4, 27)) == date(2028, 4, 28)


def test_the_internal_date_is_not_passed_without_a_second_look() -> None:
    with pytest.raises(InputError, match="Fri 28 April 2028, would pass") as error:
        snooze(date(2028, 4, 29), date(2028, 4, 10))
    assert error.value.field == "second_look"
    assert snooze(date(2028, 4, 29), date(2028, 4, 10), second_look=True) == date(2028, 4, 28)


def test_the_legal_date_is_never_passed_in_silence() -> None:
    for day, today in (
        (date(2028, 5, 2), date(2028, 4, 10)),
        (date(2028, 4, 30), date(2028, 4, 28)),
    ):
        with pytest.raises(RefusedError, match="legal date"):
            snooze(day, today, second_look=True)
    with pytest.raises(RefusedError, match="overdue duty"):
        snooze(date(2028, 5, 9), date(2028, 5, 5))
    assert snooze(date(2028, 5, 8), date(2028, 5, 5)) == date(2028, 5, 8)


@pytest.mark.parametrize(
    ("today", "days"),
    [
        # Easter of 2028 is on 16 April, 1 May a holiday.
        (date(2028, 4, 3), ["04-04", "04-10", "04-13", "04-27", "04-28"]),
        (date(2028, 3, 29), ["03-30", "04-03", "04-05", "04-12", "04-27", "04-28"]),
        # The next Monday, of Easter, is free.
        (date(2028, 4, 11), ["04-12", "04-18", "04-25", "04-27", "04-28"]),
        (date(2028, 4, 27), ["04-28"]),
        (date(2028, 4, 28), []),
        # Around 5 May 2028 a feast is expected, and any of its days may be free.
        (date(2028, 5, 3), ["05-08"]),
    ],
)
def test_every_choice_offered_can_be_taken(today: date, days: list[str]) -> None:
    due = {"due": date(2028, 4, 30), "internal_due": date(2028, 4, 28)}
    offered = choices(today=today, calendar=DAYS, **due)
    assert [f"{day:%m-%d}" for day in offered] == days
    assert [snooze(day, today) for day in offered] == offered


def test_a_snooze_is_until_a_day_to_come() -> None:
    with pytest.raises(InputError, match="day to come"):
        snooze(date(2028, 4, 10), date(2028, 4, 10))


def test_the_hours_of_the_settings_count() -> None:
    early = replace(SETTINGS, opens=time(7), closes=time(8))
    assert moment_to_show(wall(2027, 4, 23, 7, 30), DUE, early, DAYS).hour == 7
    assert moment_to_show(wall(2027, 4, 23, 8, 0), DUE, early, DAYS).day == 26
