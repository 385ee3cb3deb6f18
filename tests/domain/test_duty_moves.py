"""What moved between two looks at the duties."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.duty import Duty, DutyKind
from ccmdesk.domain.duty_moves import moves

DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
DUTIES = st.dictionaries(st.sampled_from(["2024", "2025", "2026", "2027"]), st.tuples(DAYS, DAYS))


def made(days: dict[str, tuple[date, date]]) -> list[Duty]:
    return [
        Duty("NGA", DutyKind.ART7_ANNUAL, "7(2)", period, f"Report for {period}", *pair)
        for period, pair in days.items()
    ]


@given(DUTIES, DUTIES)
def test_each_changed_date_is_told_once_with_both_days(
    before: dict[str, tuple[date, date]], after: dict[str, tuple[date, date]]
) -> None:
    found = moves(made(before), made(after))
    changed = {
        period for period in before.keys() | after.keys() if before.get(period) != after.get(period)
    }
    assert sorted(move.key.rpartition(":")[2] for move in found) == sorted(changed)
    for move in found:
        period = move.key.rpartition(":")[2]
        was, now = before.get(period), after.get(period)
        assert move.due == (was[0] if was else None, now[0] if now else None)
        assert move.internal_due == (was[1] if was else None, now[1] if now else None)
        assert move.legal == (move.due[0] != move.due[1])
    days = [move.due[1] or move.due[0] or date.max for move in found]
    assert days == sorted(days)


@given(DUTIES)
def test_nothing_moves_where_nothing_changed(days: dict[str, tuple[date, date]]) -> None:
    assert moves(made(days), made(days)) == []


@given(DUTIES, DUTIES)
def test_the_way_back_moves_the_same_dates(
    before: dict[str, tuple[date, date]], after: dict[str, tuple[date, date]]
) -> None:
    there = {move.key: move.due for move in moves(made(before), made(after))}
    back = {move.key: move.due[::-1] for move in moves(made(after), made(before))}
    assert there == back
