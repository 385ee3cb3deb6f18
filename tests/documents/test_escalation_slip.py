"""The slip that hands a duty up: its words, and the page it becomes."""

from datetime import UTC, date, datetime

from ccmdesk.documents.escalation_slip import escalation_slip_pdf
from ccmdesk.domain.escalation import slip_of, slip_text
from ccmdesk.domain.reminder_round import standing
from ccmdesk.domain.reminders import HistoryLine, Reminder, ReminderState
from tests.documents.reading import text_of

DUE = date(2027, 4, 30)
SHOWN = datetime(2027, 4, 23, 9, tzinfo=UTC)
LAST = Reminder(
    "NGA:art7_annual:2026",
    "Annual transparency report for 2026",
    DUE,
    DUE,
    "T-7",
    SHOWN.replace(tzinfo=None),
    SHOWN.replace(tzinfo=None),
    ReminderState.SHOWN,
    told_at=SHOWN,
    id=1,
)
HISTORY = [
    HistoryLine(1, "T-7", DUE, SHOWN, "", "pending", ""),
    HistoryLine(1, "T-7", DUE, SHOWN, "pending", "shown", ""),
    HistoryLine(2, "T-14", DUE, SHOWN, "pending", "missed", "It could not be shown."),
]


def test_the_slip_says_what_was_told_and_how_long_is_left() -> None:
    (duty,) = standing([LAST], date(2027, 4, 29))
    slip = slip_of(duty, HISTORY, to="the Ambassador", remark="Form F is with the army.")
    text = slip_text(slip, date(2027, 4, 29))
    assert text.startswith("For the attention of the Ambassador\nAnnual transparency report")
    assert "Legal date: Fri 30 April 2027" in text
    assert "1 day are left." not in text
    assert "1 day is left." in text
    assert "- Fri 23 April 2027: 7 days before, shown\n" in text
    assert "14 days before, It could not be shown." in text
    assert "pending" not in text


def test_an_overdue_duty_is_said_to_be_so() -> None:
    (duty,) = standing([LAST], date(2027, 5, 2))
    text = slip_text(slip_of(duty, [], to="", remark=""), date(2027, 5, 2))
    assert text.startswith("Annual transparency report")
    assert "It is overdue by 2 days." in text


def test_the_page_holds_the_same() -> None:
    (duty,) = standing([LAST], date(2027, 4, 20))
    slip = slip_of(duty, HISTORY, to="the Ambassador", remark="Form F is with the army.")
    pdf = escalation_slip_pdf(slip, "Nigeria", date(2027, 4, 20))
    assert pdf == escalation_slip_pdf(slip, "Nigeria", date(2027, 4, 20))
    text = " ".join(text_of(pdf).split())
    for words in (
        "the Ambassador",
        "10 days are left",
        "14 days before",
        "Form F is with the army",
    ):
        assert words in text
