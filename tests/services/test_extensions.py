"""Extensions of deadlines that the officer enters: checked, told before, kept with their paper."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.dates import add_years
from ccmdesk.domain.duty import Duty, DutyStatus
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.granted_extensions import checked_extension, merged
from ccmdesk.domain.profile import Profile
from ccmdesk.domain.recorded import Extension, ExtensionStanding
from ccmdesk.services.desk import Desk

TODAY = date(2026, 11, 22)
GRANTED = Extension("CHL", 4, "", date(2028, 6, 1), decided_at="13msp", source="CCM/MSP/2025/14")
KEY = "CHL:art4_clearance:extension 4"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk of Chile's mission, whose fourth extension was asked for and not heard of."""
    found = open_desk(tmp_path / "data", FixedClock.on(TODAY))
    names = {"en": found.profile.default_names("CHL", "Geneva", "en")}
    found.profile.save(Profile("CHL", "en", names))
    yield found
    found.close()


def duty(desk: Desk, key: str) -> Duty:
    return next(each.duty for each in desk.deadlines.duties(key[:3]) if each.duty.key == key)


def test_a_granted_extension_becomes_a_duty_with_its_paper(desk: Desk) -> None:
    expected = desk.extensions.preview(GRANTED)
    assert desk.extensions.own("CHL") == []
    moved = desk.extensions.enter(GRANTED, "The meeting adopted the decision.")
    assert moved == expected
    assert KEY in [move.key for move in moved]
    found = duty(desk, KEY)
    assert found.due == date(2028, 6, 1)
    told = " ".join(step.text for step in found.working)
    assert "granted at 13MSP" in told
    assert "CCM/MSP/2025/14" in told
    assert "has this stage as requested" in told
    line = desk.deadlines.history(KEY)[0]
    assert (line.was, line.became, line.paper) == ("", "2028-06-01", "CCM/MSP/2025/14")
    before = duty(desk, "CHL:art4_clearance:extension 3")
    assert before.standing == "extended"


def test_the_deadline_that_was_extended_tells_so_in_its_history(desk: Desk) -> None:
    before = "CHL:art4_clearance:extension 3"
    desk.extensions.enter(GRANTED, "The meeting adopted the decision.")
    (line,) = desk.deadlines.history(before)
    assert (line.what, line.was, line.became) == ("standing", "", "extended")
    assert (line.why, line.paper) == ("The meeting adopted the decision.", "CCM/MSP/2025/14")
    desk.history.undo()
    line = desk.deadlines.history(before)[-1]
    assert (line.what, line.was, line.became) == ("standing", "extended", "")


def test_one_that_is_confirmed_on_its_day_is_told_though_no_date_moves(desk: Desk) -> None:
    german = replace(GRANTED, state="DEU", deadline=date(2030, 8, 1), decided_at="12MSP")
    assert desk.extensions.enter(german) == []
    (line,) = desk.deadlines.history("DEU:art4_clearance:extension 2")
    assert (line.what, line.was, line.became) == ("standing", "not confirmed", "")


def test_a_meeting_that_is_not_in_the_list_is_said_to_be_so(desk: Desk) -> None:
    def told() -> str:
        return " ".join(step.text for step in duty(desk, KEY).working)

    desk.extensions.enter(replace(GRANTED, decided_at="99MSP"))
    assert "No meeting 99MSP stands in the list" in told()
    desk.extensions.change(replace(GRANTED, decided_at="13MSP", stage="extension 4"))
    assert "stands in the list" not in told()
    # The Second Review Conference sat in two parts, of which papers do not always say which.
    bosnia = next(
        each.duty
        for each in desk.deadlines.duties("BIH")
        if each.duty.key == "BIH:art4_clearance:extension 1"
    )
    assert not any("stands in the list" in step.text for step in bosnia.working)


def test_it_can_be_changed_removed_and_taken_back(desk: Desk) -> None:
    desk.extensions.enter(GRANTED)
    (kept,) = desk.extensions.own("chl")
    moved = desk.extensions.change(replace(kept, deadline=date(2029, 6, 1)), "A slip.")
    assert [move.due for move in moved if move.key == KEY] == [(date(2028, 6, 1), date(2029, 6, 1))]
    expected = desk.extensions.preview_removal("CHL", 4, "extension 4")
    assert desk.extensions.remove("CHL", 4, "extension 4") == expected
    assert desk.extensions.own("CHL") == []
    assert desk.history.undo() == "Remove the extension"
    assert desk.extensions.own("CHL")[0].deadline == date(2029, 6, 1)
    whats = [(line.was, line.became) for line in desk.deadlines.history(KEY) if line.what == "due"]
    assert whats == [
        ("", "2028-06-01"),
        ("2028-06-01", "2029-06-01"),
        ("2029-06-01", ""),
        ("", "2029-06-01"),
    ]


def test_any_state_can_be_given_one(desk: Desk) -> None:
    lao = replace(GRANTED, state="LAO", deadline=date(2030, 8, 1), decided_at="12MSP")
    moved = desk.extensions.enter(lao)
    key = "LAO:art4_clearance:extension 2"
    assert key in [move.key for move in moved]
    found = next(each for each in desk.deadlines.duties("LAO") if each.duty.key == key)
    assert found.duty.due == date(2030, 8, 1)
    assert found.status is DutyStatus.OPEN
    assert desk.deadlines.history(key)[0].became == "2030-08-01"
    assert [row.stage for row in desk.extensions.all("LAO") if row.article == 4] == [
        "initial",
        "extension 1",
        "extension 2",
    ]


def test_one_that_was_asked_for_and_not_confirmed_is_the_next_to_be_granted(desk: Desk) -> None:
    key = "DEU:art4_clearance:extension 2"
    assert duty(desk, key).standing == "unconfirmed"
    german = replace(GRANTED, state="DEU", deadline=date(2030, 8, 1), decided_at="12MSP")
    desk.extensions.enter(german)
    assert duty(desk, key).standing == ""
    assert desk.extensions.own("DEU")[0].stage == "extension 2"
    with pytest.raises(InputError, match="ends after it"):
        desk.extensions.enter(german)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"source": " "}, "source"),
        ({"decided_at": ""}, "decided_at"),
        ({"deadline": None}, "deadline"),
        ({"deadline": date(2026, 6, 1)}, "deadline"),
        ({"deadline": date(2036, 6, 2)}, "deadline"),
        ({"article": 7}, "article"),
        ({"stage": "the fourth"}, "stage"),
        ({"stage": "extension 0"}, "stage"),
        ({"stage": "extension 6", "deadline": date(2027, 1, 1)}, "stage"),
        ({"stage": "initial"}, "deadline"),
        ({"state": "LTU", "deadline": date(2025, 6, 1)}, "deadline"),
        ({"precision": "week"}, "precision"),
        ({"state": "AGO"}, "state"),
        ({"state": "XYZ"}, "state"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    desk: Desk, change: dict[str, object], field: str
) -> None:
    with pytest.raises(InputError) as caught:
        desk.extensions.enter(replace(GRANTED, **change))  # type: ignore[arg-type]
    assert caught.value.field == field
    assert desk.extensions.own("CHL") == []
    assert desk.deadlines.history() == []


def test_one_stage_is_entered_once_and_only_an_entered_one_changes(desk: Desk) -> None:
    with pytest.raises(InputError, match="enter it"):
        desk.extensions.change(GRANTED)
    with pytest.raises(InputError, match="only your own"):
        desk.extensions.remove("CHL", 4, "extension 3")
    desk.extensions.enter(GRANTED)
    with pytest.raises(InputError, match="entered already"):
        desk.extensions.enter(replace(GRANTED, stage="extension 4"))


def test_one_whose_deadline_is_marked_as_met_is_not_taken_out_of_sight(desk: Desk) -> None:
    desk.extensions.enter(GRANTED)
    desk.deadlines.mark_done(KEY, date(2026, 10, 1), "Statement at the 3RC", "meeting")
    with pytest.raises(RefusedError, match="reopen that duty first"):
        desk.extensions.remove("CHL", 4, "extension 4")
    assert desk.deadlines.duty(KEY).status is DutyStatus.DONE
    desk.deadlines.reopen(KEY)
    desk.extensions.remove("CHL", 4, "extension 4")
    assert desk.extensions.own("CHL") == []


def test_of_a_month_the_first_day_counts_and_a_completion_closes_the_deadline(desk: Desk) -> None:
    desk.extensions.enter(replace(GRANTED, deadline=date(2028, 6, 17), precision="month"))
    found = duty(desk, KEY)
    assert found.due == date(2028, 6, 1)
    assert "“June 2028” was published" in " ".join(step.text for step in found.working)
    (kept,) = desk.extensions.own("CHL")
    desk.extensions.change(replace(kept, standing=ExtensionStanding.MET))
    assert duty(desk, KEY).standing == "done"


def test_without_own_ones_the_shipped_list_is_as_it_was() -> None:
    shipped = [Extension("CHL", 4, "extension 10", None), Extension("CHL", 4, "initial", None)]
    assert [row.stage for row in merged(shipped, [])] == ["initial", "extension 10"]


@given(
    st.dates(date(2016, 3, 1), date(2090, 12, 31)),
    st.sampled_from([3, 4]),
    st.dates(date(2016, 1, 1), date(2110, 12, 31)),
)
def test_no_extension_is_longer_than_the_treaty_lets_a_meeting_grant(
    first: date, article: int, day: date
) -> None:
    asked = Extension("NGA", article, "", day, decided_at="14MSP", source="CCM/MSP/2026/9")
    most = add_years(first, 4 if article == 3 else 5)
    if first < day <= most:
        assert checked_extension(asked, [], first).stage == "extension 1"
    else:
        with pytest.raises(InputError) as caught:
            checked_extension(asked, [], first)
        assert caught.value.field == "deadline"
