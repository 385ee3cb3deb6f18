"""Labels of the strip: never on top of each other, never outside the line."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.ui.widgets.strip_layout import Span, place_labels

days = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))
labels = st.lists(
    st.tuples(st.floats(0, 1000), st.floats(10, 300)), max_size=14, unique_by=lambda pair: pair[0]
)


@given(labels)
def test_no_two_labels_touch_and_none_leaves_the_line(pairs: list[tuple[float, float]]) -> None:
    pairs = sorted(pairs)
    span = Span(date(2026, 11, 1), 0, 1000)
    placed = place_labels([at for at, _ in pairs], [wide for _, wide in pairs], span, gap=12)
    boxes = [
        (each.lane, each.left, each.left + wide)
        for each, (_, wide) in zip(placed, pairs, strict=True)
    ]
    for lane, left, right in boxes:
        assert lane >= 0
        assert left >= 0
        assert right <= 1000 + 1e-6
    for number, (lane, left, right) in enumerate(boxes):
        for other, left2, right2 in boxes[number + 1 :]:
            assert lane != other or right + 12 <= left2 + 1e-6 or right2 + 12 <= left + 1e-6


def test_a_label_alone_stands_under_its_point() -> None:
    (placed,) = place_labels([500], [100], Span(date(2026, 11, 1), 0, 1000))
    assert (placed.left, placed.lane) == (450, 0)


@given(days)
def test_a_year_of_the_strip_has_twelve_months_in_order(day: date) -> None:
    span = Span(day.replace(day=1), 10, 1210)
    months = span.months()
    assert len(months) == 12
    assert all(month.day == 1 for month in months)
    places = [span.place(month) for month in months]
    assert places == sorted(places)
    assert places[0] == 10
    assert span.shows(day)
    assert not span.shows(span.end)
    assert span.shows(span.end - timedelta(1))


def test_days_outside_are_held_at_the_ends() -> None:
    span = Span(date(2026, 11, 1), 0, 100)
    assert span.place(date(2020, 1, 1)) == 0
    assert span.place(date(2030, 1, 1)) == 100
