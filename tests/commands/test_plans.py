"""Commands on meetings, milestones, holidays, absences and lead times, as the officer runs them."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ccmdesk.domain.clock import SystemClock
from tests.commands.conftest import Run, one_sentence

YEAR = SystemClock().today().year + 1
OPENS = date(YEAR, 9, 13)
KEY = "NGA:meeting_milestone:99MSP"


@pytest.fixture
def meeting(nigeria: Run) -> Run:
    """Run commands where a meeting of next year is entered, its note not yet here."""
    answer = nigeria(
        *("meetings", "add", "99MSP", "--kind", "msp", "--ordinal", 99, "--start", OPENS),
        *("--end", OPENS + timedelta(days=3), "--city", "Geneva", "--why", "Decided"),
    )
    assert answer.status == 0, answer.err
    return nigeria


def duties(run: Run, code: str = "99MSP") -> dict[str, dict[str, Any]]:
    found = run("deadlines", "--json").json
    return {each["period"]: each for each in found if each["period"].startswith(code)}


def test_a_meeting_gets_a_provisional_day_and_then_that_of_its_note(meeting: Run) -> None:
    assert duties(meeting)["99MSP"]["due"] == (OPENS - timedelta(days=17)).isoformat()
    due = OPENS - timedelta(days=10)
    answer = meeting(
        *("meetings", "note", "99MSP", "--delegation-due", due),
        *("--reference", "ODA/1", "--dated", date(YEAR, 2, 1), "--json"),
    )
    assert answer.json["moves"][0]["due"] == due.isoformat()
    assert duties(meeting)["99MSP"]["due"] == due.isoformat()


def test_a_note_is_withdrawn_again(meeting: Run) -> None:
    note = ("meetings", "note", "99MSP")
    meeting(*note, "--delegation-due", OPENS - timedelta(days=10), "--reference", "ODA/1")
    assert one_sentence(meeting(*note, "--withdrawn", "--reference", "ODA/2"))
    assert one_sentence(meeting(*note, "--withdrawn", "--delegation-due", OPENS))
    answer = meeting(*note, "--withdrawn", "--json")
    assert answer.json["moves"][0]["due"] == (OPENS - timedelta(days=17)).isoformat()
    assert duties(meeting)["99MSP"]["provisional"]
    assert one_sentence(meeting(*note, "--withdrawn"))
    told = meeting("duty", "history", "meeting_milestone:99MSP").out
    assert "withdrawn" in told
    assert "ODA/1" in told


def test_a_code_of_the_shipped_list_is_not_taken_by_another_meeting(meeting: Run) -> None:
    before = meeting("meetings", "--json").json
    answer = meeting("meetings", "rename", "99MSP", "3RC")
    assert one_sentence(answer)
    assert "3RC is the code of a shipped meeting" in answer.err
    assert meeting("meetings", "--json").json == before


def test_a_move_is_shown_before_it_is_made(meeting: Run) -> None:
    assert meeting("milestones", "99MSP", "usual", "--add", "all").status == 0
    form = OPENS - timedelta(days=20)
    added = meeting(
        *("milestones", "99MSP", "add", "--kind", "other", "--title", "Room form"),
        *("--due", form, "--source", "ODA/1", "--closes", "18:00"),
    )
    assert added.status == 0, added.err
    before = duties(meeting)
    other = ("meetings", "move", "99MSP", "--start", OPENS - timedelta(days=28), "--why", "Hall")
    tried = meeting(*other, "--dry-run", "--json").json
    assert not tried["changed"]
    assert duties(meeting) == before
    made = meeting(*other, "--paper", "ODA/2", "--json").json
    assert made["changed"]
    assert made["moves"] == tried["moves"]
    assert len(made["moves"]) == 7
    assert made["end"] == (OPENS - timedelta(days=25)).isoformat()
    after = duties(meeting)
    for move in made["moves"]:
        assert after[move["key"].rpartition(":")[2]]["due"] == move["due"]
    spoken = meeting(*other, "--dry-run").out
    assert "No date would move." in spoken


def test_the_same_paper_is_named_once_as_the_source(meeting: Run) -> None:
    for days in (1, 2):
        move = ("meetings", "move", "99MSP", "--start", OPENS + timedelta(days=days))
        meeting(*move, "--paper", "ODA/2")
    meeting("meetings", "note", "99MSP", "--delegation-due", OPENS)
    assert duties(meeting)["99MSP"]["working"][-1]["text"] == "Recorded from: ODA/2."


def test_an_estimate_that_has_passed_still_waits(nigeria: Run) -> None:
    soon = SystemClock().today() + timedelta(days=5)
    nigeria(*("meetings", "add", "99MSP", "--kind", "msp", "--ordinal", 99, "--start", soon))
    assert duties(nigeria)["99MSP"]["status"] == "overdue"
    assert "overdue, provisional" in nigeria("deadlines").out
    assert "NGA:meeting_milestone:99MSP" in {
        each["key"] for each in nigeria("start-by", "--json").json
    }


def test_a_meeting_moved_before_its_deadlines_is_told_and_loses_nothing(meeting: Run) -> None:
    due = OPENS - timedelta(days=10)
    meeting("meetings", "note", "99MSP", "--delegation-due", due)
    answer = meeting("meetings", "move", "99MSP", "--start", OPENS - timedelta(days=30))
    assert answer.status == 0
    assert "Look at this: The delegation is to be named by" in answer.out
    assert duties(meeting)["99MSP"]["due"] == due.isoformat()


def test_a_new_code_and_the_end_of_a_meeting(meeting: Run) -> None:
    assert "No date moved." in meeting("meetings", "rename", "99MSP", "98MSP").out
    assert set(duties(meeting, "98MSP")) == {"98MSP"}
    assert meeting("meetings", "remove", "98MSP", "--dry-run").status == 0
    assert meeting("meetings", "remove", "98MSP", "--json").json["moves"][0]["due"] is None
    assert duties(meeting, "98MSP") == {}


def test_milestones_are_listed_changed_and_removed(meeting: Run) -> None:
    meeting("milestones", "99MSP", "usual", "--add", "registration")
    (listed,) = meeting("milestones", "99MSP", "--json").json
    assert (listed["kind"], listed["days_before"]) == ("registration", 7)
    changed = meeting("milestones", "99MSP", "change", 1, "--days-before", -1, "--json").json
    assert changed["due"] == (OPENS + timedelta(days=1)).isoformat()
    assert changed["source"] == listed["source"]
    assert "1 day after the opening" in meeting("milestones", "99MSP").out
    assert meeting("milestones", "99MSP", "remove", 1).status == 0
    assert meeting("milestones", "99MSP").out == "99MSP has no milestones yet.\n"
    assert one_sentence(meeting("milestones", "11MSP", "remove", 1))


def test_a_holiday_moves_the_internal_date_and_back(nigeria: Run) -> None:
    (report,) = nigeria(
        "deadlines", "--from", f"{YEAR}-04-30", "--to", f"{YEAR}-04-30", "--json"
    ).json
    internal = report["internal_due"]
    tried = nigeria("holidays", "add", internal, "Building closed", "--dry-run", "--json").json
    made = nigeria("holidays", "add", internal, "Building closed", "--json").json
    assert tried["moves"] == made["moves"]
    assert [move["key"] for move in made["moves"]] == [f"NGA:art7_annual:{YEAR - 1}"]
    assert made["moves"][0]["due"] == made["moves"][0]["due_was"]
    assert made["moves"][0]["internal_due"] < internal
    assert made["start_moves"]
    listed = nigeria("holidays", "--year", YEAR, "--json").json
    (own,) = [each for each in listed if each["standing"] == "own"]
    back = nigeria("holidays", "remove", own["id"], "--json").json
    assert back["moves"][0]["internal_due"] == internal


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04\x14\x00", "no plain text"),
        ("2027-04-30;Öl".encode("utf-16"), "no plain text"),
        ("2027-04-29;Fête\n2027-04-30;Öl".encode("latin-1"), "Line 1: the list is not written"),
    ],
    ids=["workbook", "UTF-16", "Latin-1"],
)
def test_a_list_in_another_encoding(nigeria: Run, tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    answer = nigeria("holidays", "import", path, "--year", 2027)
    assert one_sentence(answer)
    assert said in answer.err


def test_a_list_with_a_typing_error_is_refused_whole(nigeria: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("1 January New Year\n31 June Foo\n", encoding="utf-8")
    taking = ("holidays", "import", path, "--place", "capital", "--year", YEAR)
    answer = nigeria(*taking)
    assert answer.status == 1
    assert one_sentence(answer)
    assert "Line 2: “31 June” does not exist" in answer.err
    assert nigeria("holidays", "--place", "capital", "--year", YEAR, "--json").json == []
    path.write_bytes("1 January New Year\n1 August Fête".encode("latin-1"))
    answer = nigeria(*taking)
    assert one_sentence(answer)
    assert "Line 2: the list is not written in UTF-8" in answer.err
    path.write_text("1 January New Year\n30 June Foo\n", encoding="utf-8-sig")
    assert nigeria(*taking, "--dry-run").out.startswith("2 days read.")
    assert nigeria(*taking).out.startswith("2 days entered.")
    assert len(nigeria("holidays", "--place", "capital", "--year", YEAR, "--json").json) == 2


def test_when_the_capital_rests(nigeria: Run) -> None:
    assert nigeria("holidays", "weekend").out == "The capital rests on Saturday and Sunday.\n"
    assert nigeria("holidays", "weekend", "fri", "Saturday", "--json").json == [
        "friday",
        "saturday",
    ]
    # Each change tells which ways begin on another day.
    assert (
        f": NGA:art7_annual:{YEAR - 1}" in nigeria("holidays", "weekend", "mon", "fri", "sat").out
    )
    for wrong in (["lunch"], ["mon", "tue", "wed", "thu"]):
        assert one_sentence(nigeria("holidays", "weekend", *wrong))


def test_the_way_to_a_duty_with_its_steps_and_absences(nigeria: Run) -> None:
    key = f"NGA:art7_annual:{YEAR - 1}"
    (before,) = nigeria("start-by", key, "--json").json
    assert nigeria("start-by", key.removeprefix("NGA:"), "--json").json == [before]
    assert "is past" not in nigeria("start-by", key).out
    assert [step["step"] for step in before["steps"]] == [
        "capital",
        "translation",
        "approval",
        "courier",
    ]
    away = ("absences", "add", "Ms. Okoro", "--from", f"{YEAR}-04-10", "--to", f"{YEAR}-05-05")
    assert nigeria(*away, "--reason", "leave").status == 0
    (later,) = nigeria("start-by", key, "--json").json
    assert later["start_by"] < before["start_by"]
    assert "in the way: Ms. Okoro is away (leave)" in nigeria("start-by", key).out
    (absence,) = nigeria("absences", "--json").json
    assert nigeria("absences", "remove", absence["id"]).status == 0
    assert nigeria("start-by", key, "--json").json == [before]
    shorter = nigeria("lead-times", "set", "art7_annual", "--capital", 5, "--json").json
    assert shorter["art7_annual"][0]["working_days"] == 5
    assert nigeria("start-by", key, "--json").json[0]["start_by"] > before["start_by"]
    assert nigeria("lead-times", "--json").json["art7_annual"] == shorter["art7_annual"]
    nigeria("lead-times", "set", "art7_annual", "--capital", 250, "--translation", 250)
    assert nigeria("start-by", key, "--json").json[0]["late"]
    assert "days ago" in nigeria("start-by", key).out
    for words in (("start-by", key), ("start-by",)):
        assert "the latest safe day to begin is past for 1 way" in nigeria(*words).out


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("meetings", "move", "99MSP", "--start", "2027-02-29"), 2),
        (("meetings", "move", "99MSP", "--start", "9999-12-30"), 2),
        (("meetings", "move", "99MSP", "--start", "1999-01-01"), 1),
        (("meetings", "move", "99MSP"), 2),
        (("meetings", "move", "NOPE", "--start", "2027-09-13"), 1),
        (("meetings", "add", "11msp", "--start", "2027-09-13"), 1),
        (("meetings", "remove", "11MSP"), 1),
        (("milestones", "99MSP", "add", "--days-before", "9999"), 2),
        (("milestones", "99MSP", "add", "--title", "x", "--due", "2027-01-01"), 1),
        (("milestones", "99MSP", "add", "--title", "x", "--days-before", "1", "--zone", "?"), 1),
        (("milestones", "99MSP", "add", "--title", "x", "--closes", "25:00"), 2),
        (("milestones", "99MSP", "usual", "--add", "other"), 1),
        (("holidays", "--year", "1999"), 1),
        (("holidays", "--place", "moon"), 2),
        (("holidays", "add", "2027-02-29", "x"), 2),
        (("holidays", "add", "2150-01-01", "x"), 1),
        (("holidays", "import", "nowhere.txt", "--year", "2027"), 1),
        (("holidays", "import", "nowhere.txt"), 2),
        (("holidays", "remove", "77"), 1),
        (("absences", "add", "A", "--from", "2027-05-02", "--to", "2027-05-01"), 1),
        (("absences", "remove", "77"), 1),
        (("lead-times", "set", "lunch", "--capital", "5"), 1),
        (("lead-times", "set", "art7_annual", "--capital", "300"), 1),
        (("lead-times", "set", "art7_annual"), 2),
        (("start-by", "NGA:nothing"), 1),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    meeting: Run, words: tuple[str, ...], status: int
) -> None:
    before = duties(meeting)
    answer = meeting(*words)
    assert answer.status == status, answer.err
    assert one_sentence(answer), answer.err
    assert duties(meeting) == before


@pytest.mark.parametrize("day", ["2024-02-29", "2008-05-30", "0001-01-01", "2100-12-31"])
def test_what_other_programs_read_of_the_duties_keeps_its_names(meeting: Run, day: str) -> None:
    found = meeting("deadlines", "--json", "--as-of", day).json
    assert found
    for each in found:
        assert list(each) == [
            *("state", "duty", "article", "period", "title", "due", "internal_due", "weekday"),
            *("status", "days_left", "key", "provisional", "closes", "zone", "owner", "channel"),
            *("done_on", "proof", "working"),
        ]
    (way, *_) = meeting("start-by", "--json").json
    assert list(way) == ["key", "start_by", "steps", "late"]
    (milestone,) = meeting("milestones", "99MSP", "usual", "--add", "payment", "--json").json
    assert list(milestone) == [
        *("id", "meeting", "kind", "title", "due", "days_before", "as_written", "closes"),
        *("zone", "source"),
    ]


def test_a_duty_without_a_way_is_named_and_stands_in_no_way(nigeria: Run) -> None:
    for year in range(YEAR - 15, YEAR + 1, 2):
        days = ("--from", date(year, 1, 1), "--to", date(year + 1, 12, 28))
        assert nigeria("absences", "add", "The ambassador", *days).status == 0
    nigeria("lead-times", "set", "art7_annual", "--approval", 250)
    answer = nigeria("start-by")
    assert answer.status == 0
    assert "No 250 working days are left for the step “approval”" in answer.out
    assert "Destruction of stockpiles" in answer.out
    assert one_sentence(nigeria("start-by", f"art7_annual:{YEAR - 1}"))
    assert nigeria("holidays", "add", date(YEAR, 4, 15), "Closed").status == 0
