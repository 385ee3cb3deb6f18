"""Deadlines, States and meetings on the command line."""

from datetime import date
from pathlib import Path

import pytest

from tests.commands.conftest import Run, one_sentence


def test_deadlines_of_nigeria_show_dates_and_working(run: Run) -> None:
    answer = run("deadlines", "--state", "NGA", "--json", "--as-of", "2026-11-22")
    assert answer.status == 0
    by_kind = {(row["duty"], row["period"]): row for row in answer.json}
    initial = next(row for row in answer.json if row["duty"] == "art7_initial")
    assert initial["due"] == "2024-01-28"
    assert initial["weekday"] == "Sunday"
    assert initial["internal_due"] == "2024-01-26"
    assert by_kind[("art3_destruction", "initial")]["due"] == "2031-08-01"
    assert by_kind[("art4_clearance", "initial")]["due"] == "2033-08-01"
    annual = [row["due"] for row in answer.json if row["duty"] == "art7_annual"]
    assert annual[0] == "2025-04-30"
    kinds = {step["kind"] for step in initial["working"]}
    assert {"rule", "trigger", "count", "result", "internal", "source"} <= kinds


def test_every_due_date_agrees_with_its_weekday(run: Run) -> None:
    for row in run("deadlines", "--state", "BGR", "--json").json:
        assert date.fromisoformat(row["due"]).strftime("%A") == row["weekday"]
        assert row["internal_due"] <= row["due"]


def test_the_period_asked_for_bounds_the_legal_dates(run: Run) -> None:
    rows = run(
        "deadlines", "--state", "AUT", "--from", "2027-01-01", "--to", "2028-12-31", "--json"
    ).json
    assert [row["due"] for row in rows] == ["2027-04-30", "2028-04-30"]


def test_deadlines_in_words_name_the_weekday(run: Run) -> None:
    answer = run("deadlines", "--state", "NGA", "--to", "2024-12-31")
    assert "Sun 28 January 2024" in answer.out
    assert "Fri 26 January 2024" in answer.out


def test_a_signatory_has_no_duties(run: Run) -> None:
    assert run("deadlines", "--state", "AGO", "--json").json == []


def test_without_profile_a_state_is_required(run: Run) -> None:
    answer = run("deadlines")
    assert answer.status == 2
    assert one_sentence(answer)
    assert "--state" in answer.err


def test_an_unknown_state_is_wrong_usage(run: Run) -> None:
    answer = run("deadlines", "--state", "XXQ")
    assert answer.status == 2
    assert one_sentence(answer)


def test_a_date_that_does_not_exist_is_wrong_usage(run: Run) -> None:
    answer = run("deadlines", "--state", "NGA", "--as-of", "2023-02-30")
    assert answer.status == 2
    assert one_sentence(answer)
    assert "2023-02-30" in answer.err


def test_the_profile_state_is_the_default(nigeria: Run) -> None:
    assert {row["state"] for row in nigeria("deadlines", "--json").json} == {"NGA"}


def test_states_are_counted_as_published(run: Run) -> None:
    counts = {
        status: len(run("states", "--status", status, "--json").json)
        for status in ("party", "signatory", "withdrawn")
    }
    assert counts == {"party": 112, "signatory": 12, "withdrawn": 1}


def test_each_state_carries_sources_and_their_day(run: Run) -> None:
    for row in run("states", "--json").json:
        assert row["sources"], row["iso3"]
        assert date(2008, 5, 30) < date.fromisoformat(row["as_of"]) <= date(2026, 11, 22)


def test_the_eleventh_meeting_is_known(run: Run) -> None:
    rows = {row["code"]: row for row in run("meetings", "--json").json}
    assert rows["11MSP"]["start"] == "2023-09-11"
    assert rows["11MSP"]["end"] == "2023-09-14"
    assert rows["11MSP"]["city"] == "Geneva"
    assert rows["11MSP"]["sources"]


def test_nothing_is_written_by_looking(run: Run, tmp_path: Path) -> None:
    run("deadlines", "--state", "NGA")
    run("states")
    run("meetings")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_any_day_of_the_calendar_can_be_looked_from(run: Run, day: str) -> None:
    answer = run("deadlines", "--state", "NGA", "--as-of", day, "--json")
    assert answer.status == 0, answer.err
    assert answer.json[0]["due"] == "2024-01-28"
