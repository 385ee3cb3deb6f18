"""Profile, check and backup on the command line."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands.conftest import MISSION, Run, one_sentence


def test_a_profile_is_not_replaced_unless_forced(nigeria: Run) -> None:
    words = (
        "init",
        "--state",
        "AUT",
        "--mission",
        "Permanent Mission of Austria",
        "--city",
        "Vienna",
    )
    refused = nigeria(*words)
    assert refused.status == 3
    assert one_sentence(refused)
    assert nigeria(*words, "--force").status == 0
    assert {row["state"] for row in nigeria("deadlines", "--json").json} == {"AUT"}


def test_an_emblem_that_is_no_image_is_refused(run: Run, tmp_path: Path) -> None:
    emblem = tmp_path / "emblem.png"
    emblem.write_text("not a picture")
    answer = run(
        "init", "--state", "NGA", "--mission", MISSION, "--city", "Geneva", "--emblem", emblem
    )
    assert answer.status == 1
    assert one_sentence(answer)
    assert "emblem" in answer.err.lower()
    assert run("notes", "--json").json == []


def test_an_emblem_that_is_missing_is_named(run: Run, tmp_path: Path) -> None:
    answer = run(
        "init", "--state", "NGA", "--mission", MISSION, "--city", "Geneva",
        "--emblem", tmp_path / "none.png",
    )  # fmt: skip
    assert answer.status == 1
    assert one_sentence(answer)


def test_check_and_backup_of_a_sound_desk(nigeria: Run, tmp_path: Path) -> None:
    report = nigeria("check", "--full", "--json")
    assert report.status == 0
    assert report.json["ok"] is True
    out = tmp_path / "copy.sqlite3"
    answer = nigeria("backup", "--out", out)
    assert answer.status == 0
    assert answer.out.strip() == str(out)
    with closing(sqlite3.connect(out)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize("content", [b"", b"These are my notes.\n" * 100])
def test_a_file_that_is_not_our_database_is_left_alone(
    run: Run, tmp_path: Path, content: bytes
) -> None:
    database = tmp_path / "data" / "ccmdesk.sqlite3"
    database.parent.mkdir()
    database.write_bytes(content)
    answer = run("notes")
    assert answer.status == 1
    assert one_sentence(answer)
    assert database.read_bytes() == content


def test_a_database_of_a_newer_version_is_left_alone(nigeria: Run, tmp_path: Path) -> None:
    database = tmp_path / "data" / "ccmdesk.sqlite3"
    connection = sqlite3.connect(database)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.execute(f"PRAGMA user_version = {version + 1000}")
    connection.close()
    before = database.read_bytes()
    for words in (("notes",), ("deadlines",)):
        answer = nigeria(*words)
        assert answer.status == 1, words
        assert one_sentence(answer)
        assert "newer" in answer.err
    assert database.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_write_permission_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o500)
    answer = run("init", "--state", "NGA", "--mission", MISSION, "--city", "Geneva")
    assert answer.status == 1
    assert one_sentence(answer)


def test_a_data_folder_that_is_a_file_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("occupied")
    answer = run("init", "--state", "NGA", "--mission", MISSION, "--city", "Geneva")
    assert answer.status == 1
    assert one_sentence(answer)
    assert (tmp_path / "data").read_text() == "occupied"


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    answer = run("frobnicate")
    assert answer.status == 2
    assert one_sentence(answer)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("NGA", "Nigeria is a State Party."),
        ("AGO", "Angola has signed the Convention."),
        ("LTU", "Lithuania has withdrawn from the Convention."),
    ],
)
def test_the_standing_of_the_state_is_said_in_words(run: Run, state: str, said: str) -> None:
    answer = run("init", "--state", state, "--mission", MISSION, "--city", "Geneva")
    assert answer.status == 0, answer.err
    assert answer.out.endswith(f"; {said}\n")


@pytest.mark.parametrize(
    "words",
    [
        ("demo", "--out", ""),
        ("backup", "--out", " "),
        ("--data-dir", "", "notes"),
        ("notes", "--data-dir", ""),
        ("init", "--state", "NGA", "--mission", MISSION, "--city", "Gen\udce8ve"),
        ("init", "--state", "NGA", "--mission", "Mission \udcc3", "--city", "Geneva"),
    ],
)
def test_names_that_cannot_be_are_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    answer = run(*words)
    assert answer.status == 2
    assert one_sentence(answer)


def test_the_help_of_every_command_says_where_the_data_lies(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CCMDESK_DATA_DIR", "/somewhere/100%/else")
    monkeypatch.setenv("COLUMNS", "200")
    for words in (("--help",), ("notes", "--help"), ("note", "issue", "--help")):
        answer = run(*words)
        assert answer.status == 0
        assert "/somewhere/100%/else by default" in answer.out


@pytest.mark.parametrize(
    ("language", "mission"),
    [
        ("ru", "Постоянное представительство Нигерии"),
        ("ar", "البعثة الدائمة لنيجيريا"),
        ("zh", "尼日利亚常驻代表团"),
        ("es", "Misión Permanente de Nigeria"),
    ],
)
def test_the_mission_is_named_in_any_language_and_speaks_all_of_them(
    run: Run, tmp_path: Path, language: str, mission: str
) -> None:
    answer = run(
        "init", "--state", "NGA", "--mission", mission, "--city", "Geneva", "--language", language
    )
    assert answer.status == 0, answer.err
    for spoken in (language, "fr"):
        words = ("note", "new", "--kind", "regrets", "--meeting", "11MSP", "--language", spoken)
        out = tmp_path / "note.txt"
        run("note", "export", run(*words).out.strip(), "--out", out)
        said = out.read_text(encoding="utf-8")
        assert (mission in said) == (spoken == language)
    assert "La Mission permanente du Nigéria" in said


def test_a_profile_that_cannot_number_is_refused(run: Run) -> None:
    given = ("init", "--state", "NGA", "--mission", MISSION, "--city", "Geneva")
    for words, status in (
        (("--number-pattern", "{m}"), 1),
        (("--number-pattern", "2026"), 1),
        (("--series", "Treaties"), 2),
        (("--series", "Treaties={n}/{year}"), 1),
        (("--approver", " "), 2),
    ):
        answer = run(*given, *words)
        assert answer.status == status, words
        assert one_sentence(answer)
    assert run(*given, "--number-pattern", "N-{n}").status == 0
