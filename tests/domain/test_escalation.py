"""The slip that hands a duty up: what was told, missed and chosen, in the order of events."""

from datetime import UTC, date, datetime

from ccmdesk.domain.escalation import slip_of, slip_text
from ccmdesk.domain.reminder_round import standing
from ccmdesk.domain.reminders import HistoryLine, Reminder, ReminderState

DUE = date(2027, 4, 30)
NOW = datetime(2027, 4, 27, 10, tzinfo=UTC)
AT = datetime(2027, 4, 27, 9)  # noqa: DTZ001 - by the clock on the wall


def line(rung: str, became: ReminderState, why: str = "", due: date = DUE) -> HistoryLine:
    return HistoryLine(1, rung, due, NOW, "pending", str(became), why)


def test_the_history_is_told_in_words_and_in_order() -> None:
    last = Reminder(
        "NGA:art7_annual:2026", "Annual report", DUE, DUE, "T-3", AT, AT, ReminderState.SHOWN
    )
    (duty,) = standing([last], date(2027, 4, 27))
    history = [
        line("T-3", ReminderState.PENDING),
        line("T-3", ReminderState.SHOWN),
        line("T-7", ReminderState.MISSED, "It could not be shown on Fri 23 April 2027."),
        line("T-30", ReminderState.SKIPPED, "Its day had passed when it was planned."),
        line("T-0", ReminderState.SHOWN, due=date(2026, 4, 30)),
    ]
    slip = slip_of(duty, history, to=" The Ambassador ", remark="Please sign.")
    assert slip.rows == (
        (date(2027, 4, 27), "7 days before", "It could not be shown on Fri 23 April 2027."),
        (
            date(2027, 4, 27),
            "30 days before",
            "left out: Its day had passed when it was planned.",
        ),
        (date(2027, 4, 27), "3 days before", "shown"),
    )
    text = slip_text(slip, date(2027, 4, 27))
    assert text.startswith("For the attention of The Ambassador\nAnnual report\n")
    assert "3 days are left." in text
    assert "- Tue 27 April 2027: 3 days before, shown" in text
