"""The steps of a note's life on the command line."""

import hashlib
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.conftest import MISSION, Answer, Run, one_sentence


@pytest.fixture
def house(run: Run) -> Run:
    """Run commands where notes are approved by Ada Obi and there is a second register."""
    answer = run(
        "init", "--state", "NGA", "--mission", MISSION, "--city", "Geneva",
        "--approver", "Ada Obi", "--number-pattern", "{n:03d}/{yy}",
        "--series", "Treaties=T-{n}/{year}",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    return run


def drafted(run: Run) -> None:
    """Draft note 1."""
    answer = run("note", "new", "--kind", "general", "--text", "The Mission has moved.")
    assert (answer.status, answer.out) == (0, "1\n")


def done(answer: Answer) -> Answer:
    """Return the answer of a command that went well."""
    assert answer.status == 0, answer.err
    return answer


def test_a_note_is_led_from_step_to_step(house: Run, tmp_path: Path) -> None:
    drafted(house)
    slip = tmp_path / "slip.pdf"
    slip.write_bytes(b"stamped")
    done(house("note", "submit", 1, "--to", "Ada Obi"))
    done(house("note", "return", 1, "--by", "Ada Obi", "--reason", "Say where to."))
    done(house("note", "submit", 1))
    done(house("note", "approve", 1, "--by", "ada obi"))
    issued = done(house("note", "issue", 1, "--date", "2023-08-16", "--json")).json
    assert issued["number"] == "001/23"
    done(
        house(
            "note", "dispatch", 1, "--channel", "hand", "--at", "2023-08-16T15:30+02:00",
            "--to", "Registry", "--tracking", "B 7", "--proof", slip,
        )
    )  # fmt: skip
    done(house("note", "acknowledge", 1, "--at", "2023-08-17", "--text", "With thanks"))
    answer = done(house("note", "cancel", 1, "--reason", "Sent twice", "--json")).json
    assert answer["state"] == "cancelled"
    steps = house("note", "history", 1, "--json").json
    assert [step["step"] for step in steps] == [
        "submitted", "returned", "submitted", "approved",
        "issued", "dispatched", "acknowledged", "cancelled",
    ]  # fmt: skip
    assert steps[0]["to"] == "Ada Obi"
    assert (steps[1]["by"], steps[1]["reason"]) == ("Ada Obi", "Say where to.")
    assert steps[3]["by"] == "Ada Obi"
    sent = steps[5]
    assert sent["at"] == "2023-08-16T13:30:00+00:00"
    assert (sent["channel"], sent["to"], sent["tracking"]) == ("hand", "Registry", "B 7")
    assert (sent["proof"], sent["proof_sha256"]) == (
        "slip.pdf",
        hashlib.sha256(b"stamped").hexdigest(),
    )
    assert steps[6]["reason"] == "With thanks"
    assert steps[6]["at"].startswith("2023-08-17")
    said = house("note", "history", 1).out
    assert "by hand; to Registry; No. B 7; proof: slip.pdf" in said
    assert house("notes", "--state", "cancelled", "--json").json[0]["number"] == "001/23"


def test_who_may_not_approve_issues_nothing(house: Run) -> None:
    drafted(house)
    for words in (
        ("note", "issue", 1),
        ("note", "issue", 1, "--by", "Somebody"),
        ("note", "approve", 1, "--by", "Ada Obi"),
        ("note", "submit", 1, "--to", "Somebody"),
    ):
        answer = house(*words)
        assert answer.status == 3, words
        assert one_sentence(answer)
    assert house("notes", "--json").json[0]["state"] == "draft"
    assert house("note", "history", 1, "--json").json == []


def test_who_may_approve_approves_by_issuing(house: Run) -> None:
    drafted(house)
    done(house("note", "issue", 1, "--by", "Ada Obi"))
    steps = house("note", "history", 1, "--json").json
    assert [step["step"] for step in steps] == ["submitted", "approved", "issued"]
    assert steps[1]["by"] == "Ada Obi"


def test_what_blocks_the_issue_leaves_the_note_unapproved(house: Run) -> None:
    house("note", "new", "--kind", "nomination", "--meeting", "11MSP")
    answer = house("note", "issue", 1, "--by", "Ada Obi")
    assert answer.status == 3
    assert house("notes", "--json").json[0]["state"] == "draft"


def test_another_register_and_a_typed_number(house: Run) -> None:
    for _ in range(3):
        house("note", "new", "--kind", "general", "--text", "The Mission has moved.")
    by = ("--by", "Ada Obi", "--date", "2023-08-16", "--json")
    first = done(house("note", "issue", 1, "--series", "Treaties", *by)).json
    assert first["number"] == "T-1/2023"
    second = done(house("note", "issue", 2, "--number", "77 bis", *by)).json
    assert second["number"] == "77 bis"
    taken = house("note", "issue", 3, "--number", "77 bis", *by)
    assert taken.status == 3
    assert one_sentence(taken)
    assert "16 August 2023" in taken.err
    unknown = house("note", "issue", 3, "--series", "Nowhere", *by)
    assert unknown.status == 1
    assert one_sentence(unknown)
    assert house("notes", "--series", "Treaties", "--json").json[0]["number"] == "T-1/2023"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("dispatch", "1", "--channel", "hand"), 3),
        (("acknowledge", "1"), 3),
        (("cancel", "1", "--reason", "No"), 3),
        (("return", "1", "--reason", "No"), 3),
        (("cancel", "1"), 2),
        (("cancel", "1", "--reason", " "), 2),
        (("return", "1"), 2),
        (("dispatch", "1"), 2),
        (("dispatch", "1", "--channel", "pigeon"), 2),
        (("dispatch", "1", "--channel", "hand", "--at", "yesterday"), 2),
        (("dispatch", "1", "--channel", "hand", "--at", "0001-01-01T00:00"), 2),
        (("dispatch", "1", "--channel", "hand", "--proof", "none.pdf"), 1),
        (("history", "2"), 1),
        (("versions", "2"), 1),
        (("history", "one"), 2),
    ],
)
def test_steps_out_of_turn_get_one_sentence(
    nigeria: Run, words: tuple[str, ...], status: int
) -> None:
    drafted(nigeria)
    answer = nigeria("note", *words)
    assert answer.status == status
    assert one_sentence(answer)
    assert nigeria("note", "history", 1, "--json").json == []


@pytest.mark.parametrize("at", ["2999-01-01", "2023-08-15", "2023-08-15T10:00Z", "9999-12-31"])
def test_a_time_at_which_it_cannot_have_happened_is_refused(nigeria: Run, at: str) -> None:
    drafted(nigeria)
    done(nigeria("note", "issue", 1, "--date", "2023-08-16"))
    answer = nigeria("note", "dispatch", 1, "--channel", "email", "--at", at)
    assert answer.status == 1
    assert one_sentence(answer)


def test_a_step_on_the_day_of_the_note_is_taken(nigeria: Run) -> None:
    drafted(nigeria)
    done(nigeria("note", "issue", 1, "--date", "2023-08-16"))
    done(nigeria("note", "dispatch", 1, "--channel", "email", "--at", "2023-08-16"))


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of the system cannot be set")
def test_the_day_of_a_step_is_that_of_the_workstation(
    nigeria: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafted(nigeria)
    done(nigeria("note", "issue", 1, "--date", "2023-08-16"))
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("TZ", "Pacific/Auckland")
        time.tzset()
        try:
            words = ("note", "dispatch", 1, "--channel", "hand", "--at", "2023-08-16T09:00")
            answer = nigeria(*words, "--json")
        finally:
            elsewhere.undo()
            time.tzset()
    assert done(answer).json["step"]["at"] == "2023-08-15T21:00:00+00:00"


def test_check_misses_a_step_that_was_altered(nigeria: Run, tmp_path: Path) -> None:
    drafted(nigeria)
    done(nigeria("note", "issue", 1, "--date", "2023-08-16"))
    done(nigeria("note", "dispatch", 1, "--channel", "email", "--at", "2023-08-16"))
    assert nigeria("check").status == 0
    with closing(sqlite3.connect(tmp_path / "data" / "ccmdesk.sqlite3")) as database:
        [(trigger, text)] = database.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
            " AND tbl_name = 'note_steps' AND sql LIKE '%UPDATE%'"
        ).fetchall()
        database.execute(f"DROP TRIGGER {trigger}")
        database.execute("UPDATE note_steps SET channel = 'fax' WHERE kind = 'dispatched'")
        database.execute(text)
        database.commit()
    report = nigeria("check", "--json")
    assert report.status == 1
    wrong = {item["name"] for item in report.json["items"] if not item["ok"]}
    assert wrong == {"events"}
