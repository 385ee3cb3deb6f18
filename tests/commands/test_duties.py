"""Duties, their history, the ledger and extensions on the command line."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.commands.conftest import Run, one_sentence

KEY = "NGA:art7_annual:2025"
DONE = ("duty", "done", KEY, "--on", "2026-04-20", "--channel", "email")


def test_a_duty_is_done_with_its_proof_and_opened_again(nigeria: Run, tmp_path: Path) -> None:
    receipt = tmp_path / "receipt.pdf"
    receipt.write_bytes(b"%PDF-1.7 receipt")
    done = nigeria(*DONE, "--proof", "12/2026", "--file", receipt, "--json").json
    assert (done["status"], done["done_on"]) == ("done", "2026-04-20")
    assert (done["channel"], done["proof"]) == ("email", "12/2026")
    out = tmp_path / "out.pdf"
    assert nigeria("duty", "proof", KEY, "--out", out).status == 0
    assert out.read_bytes() == receipt.read_bytes()
    assert nigeria("duty", "reopen", "art7_annual:2025", "--why", "The wrong year.").status == 0
    told = nigeria("duty", "history", KEY, "--json").json
    assert [(line["what"], line["was"], line["became"]) for line in told] == [
        ("done", None, "2026-04-20"),
        ("reopened", "2026-04-20", None),
    ]
    assert told[1]["why"] == "The wrong year."


@pytest.mark.parametrize(
    "words",
    [
        DONE,
        (*DONE, "--proof", " "),
        (*DONE, "--proof", "12\udcff2026"),
        ("duty", "reopen", KEY, "--why", "\udcff"),
        (*DONE[:4], "2999-01-01", *DONE[5:], "--proof", "9"),
        (*DONE[:4], "2023-02-29", *DONE[5:], "--proof", "9"),
        (*DONE[:-1], "pigeon", "--proof", "9"),
        (*DONE, "--file", "no-such-file.pdf"),
        ("duty", "done", "NGA:art7_annual:1999", *DONE[3:], "--proof", "9"),
        ("duty", "done", "DEU:art7_annual:2025", *DONE[3:], "--proof", "9"),
        ("duty", "not-ours", KEY),
        ("duty", "not-ours", KEY, "--reason", " "),
        ("duty", "reopen", KEY),
        ("duty", "show", "nonsense"),
        ("duty", "show", "XQX:art7_annual:2025"),
        ("duty", "hour", KEY),
        ("duty", "hour", KEY, "--closes", "25:00"),
        ("duty", "hour", KEY, "--zone", "Mars/Phobos"),
        ("duty", "owner", KEY),
        ("duty", "proof", KEY, "--out", "x.pdf"),
        ("ledger", "--state", "XQX"),
        ("ledger", "--as-of", "2027-02-29"),
        ("duty", "extension", "enter", "--article", "4", "--deadline", "2029-02-29"),
        ("duty", "extension", "enter", "--article", "4", "--deadline", "0000-01"),
        ("duty", "extension", "enter", "--article", "4", "--deadline", "٢٠٢٩-01"),
        ("duty", "extension", "enter", "--article", "5"),
        ("duty", "extension", "remove", "--article", "4"),
    ],
)
def test_what_cannot_be_is_one_sentence(nigeria: Run, words: tuple[str, ...]) -> None:
    answer = nigeria(*words)
    assert answer.status in (1, 2, 3)
    assert one_sentence(answer)
    assert nigeria("duty", "history", KEY, "--json").json == []


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_proof_without_an_end_is_refused(nigeria: Run) -> None:
    answer = nigeria("duty", "done", KEY, *DONE[3:], "--file", "/dev/zero")
    assert answer.status == 1
    assert one_sentence(answer)
    assert "100 MB" in answer.err


def test_an_owner_and_an_hour_show_in_the_list(nigeria: Run) -> None:
    key = "NGA:art7_annual:2035"
    assert nigeria("duty", "owner", key, "--name", "Ms Okoro").status == 0
    words = ("--closes", "18:00", "--zone", "America/New_York", "--paper", "ODA/5")
    assert nigeria("duty", "hour", key, *words).status == 0
    rows = nigeria("deadlines", "--to", "2036-12-31", "--json").json
    row = next(each for each in rows if each["key"] == key)
    assert (row["owner"], row["closes"], row["zone"]) == ("Ms Okoro", "18:00", "America/New_York")
    assert row["provisional"] is False
    assert any(step["kind"] == "hour" for step in row["working"])
    assert nigeria("duty", "hour", key, "--closes", "end", "--zone", "").status == 0
    assert nigeria("duty", "owner", key, "--nobody").status == 0
    shown = nigeria("duty", "show", key, "--json").json
    assert (shown["owner"], shown["closes"], shown["zone"]) == (None, None, "Europe/Zurich")
    assert "18:00 America/New_York" in nigeria("duty", "history", key).out


def test_why_prints_the_working_and_makes_a_page(nigeria: Run, tmp_path: Path) -> None:
    said = nigeria("duty", "why", "art7_initial:initial")
    assert "180 calendar days are counted" in said.out
    assert "until the end of the day in Geneva" in said.out
    page = tmp_path / "why.pdf"
    assert nigeria("duty", "why", "DEU:art4_clearance:initial", "--out", page).status == 0
    assert len(PdfReader(io.BytesIO(page.read_bytes())).pages) == 1


def test_the_ledger_lists_what_was_owed_and_makes_one_page(nigeria: Run, tmp_path: Path) -> None:
    nigeria(*DONE, "--proof", "12/2026")
    found = nigeria("ledger", "--as-of", "2026-11-22", "--json").json
    assert (found["owed"], found["sent"], found["late"]) == (3, 1, 0)
    line = next(each for each in found["lines"] if each["key"] == KEY)
    assert (line["sent_on"], line["days"], line["proof"]) == ("2026-04-20", -10, "12/2026")
    assert "10 days early" in nigeria("ledger").out
    page = tmp_path / "ledger.pdf"
    assert nigeria("ledger", "--out", page, "--as-of", "2040-12-31").status == 0
    assert len(PdfReader(io.BytesIO(page.read_bytes())).pages) == 1


def test_the_ledger_of_another_state_needs_no_profile_and_invents_nothing(run: Run) -> None:
    found = run("ledger", "--state", "bgr", "--as-of", "2026-11-22", "--json").json
    assert found["kept_since"] is None
    assert found["sent"] == 0
    assert all(line["sent_on"] is None for line in found["lines"])
    completed = [line for line in found["lines"] if line["standing"] == "done"]
    assert completed
    assert all(line["source"] for line in completed)
    assert run("ledger").status == 2


def test_an_extension_is_entered_after_a_look_and_removed(nigeria: Run) -> None:
    words = ("--state", "CHL", "--article", "4", "--deadline", "2028-06-01")
    paper = ("--decided-at", "13msp", "--source", "CCM/MSP/2025/14")
    key = "CHL:art4_clearance:extension 4"
    look = nigeria("duty", "extension", "enter", *words, *paper, "--dry-run", "--json").json
    assert key in [move["key"] for move in look]
    listed = nigeria("duty", "extension", "list", "--state", "CHL", "--json").json
    assert not any(row["entered"] for row in listed)
    assert nigeria("duty", "extension", "enter", *words, *paper, "--json").json == look
    shown = nigeria("duty", "show", key, "--json").json
    assert shown["due"] == "2028-06-01"
    assert "13MSP" in nigeria("duty", "extension", "list", "--state", "CHL").out
    refused = nigeria("duty", "extension", "enter", *words, *paper, "--stage", "extension 4")
    assert refused.status == 1
    assert one_sentence(refused)
    changed = ("--deadline", "2028-09", "--stage", "extension 4")
    moved = nigeria("duty", "extension", "change", *words[:4], *changed, *paper, "--json").json
    assert [move["due"] for move in moved if move["key"] == key] == [["2028-06-01", "2028-09-01"]]
    gone = ("--state", "CHL", "--article", "4", "--stage", "extension 4")
    assert nigeria("duty", "extension", "remove", *gone).status == 0
    told = nigeria("duty", "history", key, "--json").json
    assert [line["became"] for line in told if line["what"] == "due"] == [
        "2028-06-01",
        "2028-09-01",
        None,
    ]
