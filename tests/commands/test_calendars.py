"""The calendar file and the wall planner on the command line."""

from pathlib import Path

from icalendar import Calendar

from tests.commands.conftest import Run, one_sentence
from tests.documents.reading import pages_of


def test_the_calendar_holds_what_the_deadlines_list(nigeria: Run, tmp_path: Path) -> None:
    out = tmp_path / "dates.ics"
    answer = nigeria("calendar", "--out", out)
    assert (answer.status, answer.out.strip()) == (0, str(out))
    found = {str(each["uid"]) for each in Calendar.from_ical(out.read_bytes()).events}
    listed = nigeria("deadlines", "--json").json
    assert {f"NGA:{row['duty']}:{row['period']}@ccmdesk" for row in listed} <= found


def test_a_calendar_that_cannot_be_written_is_one_sentence(nigeria: Run, tmp_path: Path) -> None:
    answer = nigeria("calendar", "--out", tmp_path / "missing" / "dates.ics")
    assert answer.status == 1
    assert one_sentence(answer)
    assert "missing" in answer.err


def test_without_a_mission_there_is_neither(run: Run, tmp_path: Path) -> None:
    for words in (("calendar", "--out", "a.ics"), ("planner", "--out", "a.pdf")):
        answer = run(*words)
        assert answer.status == 1
        assert one_sentence(answer)
        assert "ccmdesk init" in answer.err


def test_the_planner_is_one_page_of_the_year_asked_for(nigeria: Run, tmp_path: Path) -> None:
    out = tmp_path / "wall.pdf"
    assert nigeria("planner", "--year", "2027", "--paper", "A4", "--out", out).status == 0
    (text,) = pages_of(out.read_bytes())
    assert text.startswith("2027 Nigeria")
    assert "Annual transparency report for 2026" in text


def test_a_year_out_of_reach_is_told(nigeria: Run, tmp_path: Path) -> None:
    answer = nigeria("planner", "--year", "1492", "--out", tmp_path / "wall.pdf")
    assert answer.status == 1
    assert one_sentence(answer)
