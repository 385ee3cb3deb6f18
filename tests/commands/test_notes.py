"""A note's life on the command line, and what bad input gets."""

import hashlib
import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.commands.conftest import COLUMNS, Run, one_sentence


def text_of(data: bytes) -> str:
    """Return the words of a PDF with single blanks between them."""
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def draft(run: Run, delegates: Path, language: str = "en") -> str:
    """Draft the note for the Eleventh Meeting and return its id."""
    answer = run(
        "note", "new", "--kind", "nomination", "--meeting", "11MSP",
        "--language", language, "--delegates", delegates,
    )  # fmt: skip
    assert answer.status == 0, answer.err
    return answer.out.strip()


def test_from_delegates_to_the_sealed_pdf(nigeria: Run, delegation: Path, tmp_path: Path) -> None:
    note = draft(nigeria, delegation)
    issued = nigeria("note", "issue", note, "--date", "2023-08-16", "--json")
    assert issued.status == 0, issued.err
    assert issued.json["number"] == "1/2023"
    assert issued.json["date"] == "2023-08-16"
    out = tmp_path / "note.pdf"
    assert nigeria("note", "export", note, "--format", "pdf", "--out", out).status == 0
    assert hashlib.sha256(out.read_bytes()).hexdigest() == issued.json["sha256"]
    words = text_of(out.read_bytes())
    assert "1/2023" in words
    assert "Amina OKORO" in words
    assert "16 August 2023" in words
    line = nigeria("notes", "--json").json[0]
    assert (line["number"], line["state"]) == ("1/2023", "issued")


def test_numbers_follow_each_other(nigeria: Run, delegation: Path) -> None:
    numbers = [
        nigeria("note", "issue", draft(nigeria, delegation), "--date", "2023-08-16", "--json").json[
            "number"
        ]
        for _ in range(3)
    ]
    assert numbers == ["1/2023", "2/2023", "3/2023"]


def test_an_issued_note_is_not_issued_again(nigeria: Run, delegation: Path) -> None:
    note = draft(nigeria, delegation)
    nigeria("note", "issue", note, "--date", "2023-08-16")
    again = nigeria("note", "issue", note)
    assert again.status == 3
    assert one_sentence(again)


def test_a_draft_is_exported_with_its_mark(nigeria: Run, delegation: Path, tmp_path: Path) -> None:
    out = tmp_path / "draft.pdf"
    nigeria("note", "export", draft(nigeria, delegation), "--format", "pdf", "--out", out)
    assert "DRAFT" in text_of(out.read_bytes())


@pytest.mark.parametrize(("heads", "word"), [(0, "no"), (2, "two")])
def test_a_wrong_number_of_heads_blocks_the_issue(
    nigeria: Run, tmp_path: Path, heads: int, word: str
) -> None:
    path = tmp_path / "heads.csv"
    rows = [
        f"{'head' if place < heads else 'adviser'},Ms.,Name{place},Family{place},Counsellor,,,,"
        for place in range(3)
    ]
    path.write_text("\n".join([COLUMNS, *rows]), encoding="utf-8")
    new = nigeria(
        "note", "new", "--kind", "nomination", "--meeting", "11MSP",
        "--language", "en", "--delegates", path,
    )  # fmt: skip
    assert new.status == 0
    assert one_sentence(new)
    found = nigeria("note", "check", new.out.strip(), "--json").json
    stopping = [each for each in found if each["severity"] == "blocking"]
    assert stopping
    assert all(each["source"] and each["fix"] for each in stopping)
    assert set(stopping[0]) == {"rule", "severity", "where", "message", "fix", "source"}
    refused = nigeria("note", "issue", new.out.strip(), "--date", "2023-08-16")
    assert refused.status == 3
    assert one_sentence(refused)
    assert "head" in refused.err
    assert nigeria("notes", "--state", "issued", "--json").json == []


def test_a_wrong_encoding_is_named(nigeria: Run, tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes(f"{COLUMNS}\nhead,Ms.,Zoé,Béart,Ambassador,,,,f\n".encode("latin-1"))
    answer = nigeria(
        "note", "new", "--kind", "nomination", "--meeting", "11MSP",
        "--language", "en", "--delegates", path,
    )  # fmt: skip
    assert answer.status == 1
    assert one_sentence(answer)
    assert "UTF-8" in answer.err
    assert nigeria("notes", "--json").json == []


def test_missing_columns_are_named(nigeria: Run, tmp_path: Path) -> None:
    path = tmp_path / "short.csv"
    path.write_text("role,style,given_names\nhead,Ms.,Zoé\n", encoding="utf-8")
    answer = nigeria(
        "note", "new", "--kind", "nomination", "--meeting", "11MSP",
        "--language", "en", "--delegates", path,
    )  # fmt: skip
    assert answer.status == 1
    assert one_sentence(answer)
    assert "family_name" in answer.err


@pytest.mark.parametrize(("name", "shown"), [("Giorgi გიორგი", "GEORGIAN"), ("Zoé 🙂", "SMILING")])
def test_letters_the_paper_lacks_block_the_issue(
    nigeria: Run, tmp_path: Path, name: str, shown: str
) -> None:
    path = tmp_path / "letters.csv"
    path.write_text(f"{COLUMNS}\nhead,Ms.,{name},Doe,Ambassador,,,,f\n", encoding="utf-8")
    refused = nigeria("note", "issue", draft(nigeria, path), "--date", "2023-08-16")
    assert refused.status == 3
    assert one_sentence(refused)
    assert shown in refused.err


def test_markup_in_a_name_is_printed_as_typed(nigeria: Run, tmp_path: Path) -> None:
    path = tmp_path / "markup.csv"
    path.write_text(
        f"{COLUMNS}\nhead,Ms.,<b>Ana</b>,Smith & Sons,Ambassador,,,,f\n", encoding="utf-8"
    )
    note = draft(nigeria, path)
    nigeria("note", "issue", note, "--date", "2023-08-16")
    out = tmp_path / "markup.pdf"
    nigeria("note", "export", note, "--format", "pdf", "--out", out)
    assert "<b>Ana</b> SMITH & SONS" in text_of(out.read_bytes())


def test_an_unknown_meeting_is_wrong_usage(nigeria: Run) -> None:
    answer = nigeria(
        "note", "new", "--kind", "nomination", "--meeting", "99MSP", "--language", "en"
    )
    assert answer.status == 2
    assert one_sentence(answer)


def test_a_note_needs_a_profile(run: Run) -> None:
    answer = run("note", "new", "--kind", "nomination", "--meeting", "11MSP", "--language", "en")
    assert answer.status == 1
    assert one_sentence(answer)
    assert "init" in answer.err


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("count", [1, 8, 40])
def test_the_example_renders_without_a_database(
    run: Run, tmp_path: Path, language: str, count: int
) -> None:
    example = run("render", "--example", language, "--delegates", count)
    source, out = tmp_path / "note.json", tmp_path / "note.pdf"
    source.write_text(example.out, encoding="utf-8")
    assert len(example.json["delegates"]) == count
    answer = run("render", source, "--out", out)
    assert answer.status == 0, answer.err
    words = text_of(out.read_bytes())
    for each in example.json["delegates"]:
        assert each["family_name"].upper() in words
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("change", "status", "word"),
    [
        (lambda note: note.update(dated="2023-02-30"), 1, "2023-02-30"),
        (lambda note: note.pop("delegates"), 3, "delegation"),
        (lambda note: note.pop("meeting"), 1, "meeting"),
        (lambda note: note.update(emblem="bm8gaW1hZ2U="), 1, "emblem"),
        (lambda note: note["delegates"][1].update(role="head"), 3, "head"),
        (lambda note: note["delegates"][0].update(role="chief"), 1, "delegates[0].role"),
        (lambda note: note.update(language="tlh"), 1, "language"),
    ],
)
def test_a_wrong_description_gets_one_sentence(
    run: Run, tmp_path: Path, change: object, status: int, word: str
) -> None:
    note = run("render", "--example", "en").json
    change(note)  # type: ignore[operator]
    source, out = tmp_path / "note.json", tmp_path / "note.pdf"
    source.write_text(json.dumps(note), encoding="utf-8")
    answer = run("render", source, "--out", out)
    assert answer.status == status
    assert one_sentence(answer)
    assert word in answer.err
    assert not out.exists()


def test_text_that_is_no_json_is_named(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "note.json"
    source.write_text("Dear Sir", encoding="utf-8")
    answer = run("render", source, "--out", tmp_path / "x.pdf")
    assert answer.status == 1
    assert one_sentence(answer)


def test_an_empty_register_says_how_to_start(nigeria: Run, delegation: Path) -> None:
    empty = nigeria("notes")
    assert (empty.status, empty.out) == (0, "No notes yet; “ccmdesk note new” starts one.\n")
    assert nigeria("notes", "--json").json == []
    draft(nigeria, delegation)
    assert nigeria("notes", "--state", "issued").out == "No notes of this kind.\n"
    assert "11MSP" in nigeria("notes").out


@pytest.mark.parametrize(
    "text",
    ["[" * 200_000, '{"a":' * 100_000, '{"language":' + "9" * 5000 + "}"],
    ids=["lists", "objects", "digits"],
)
def test_json_without_end_gets_one_sentence(run: Run, tmp_path: Path, text: str) -> None:
    file = tmp_path / "note.json"
    file.write_text(text)
    for words in (("render", file, "--out", tmp_path / "note.pdf"), ("note", "check", file)):
        answer = run(*words)
        assert answer.status == 1
        assert one_sentence(answer)
        assert "JSON" in answer.err
        assert "mistake" not in answer.err
    assert not (tmp_path / "note.pdf").exists()


@pytest.mark.parametrize("note", ["0", "9" * 20, "9" * 5000, ""])
def test_an_id_no_note_can_have_is_wrong_usage(nigeria: Run, note: str) -> None:
    for words in (("note", "check", note), ("note", "issue", note)):
        answer = nigeria(*words)
        assert answer.status == 2
        assert one_sentence(answer)


def test_an_id_beyond_ten_thousand_is_an_id(nigeria: Run) -> None:
    answer = nigeria("note", "issue", "123456")
    assert answer.status == 1
    assert "no note 123456" in answer.err


def test_letters_of_a_strange_script_are_told_in_one_sentence(run: Run, tmp_path: Path) -> None:
    data = run("render", "--example", "en").json
    data["delegates"][1] |= {"given_names": "\u0645\u062d\u0645\u062f", "family_name": "A\x1b[31m"}
    file = tmp_path / "note.json"
    file.write_text(json.dumps(data))
    answer = run("render", file, "--out", tmp_path / "note.pdf")
    assert answer.status == 3
    assert one_sentence(answer)
    assert answer.err.count("No font here can print") == 1
    assert "U+001B" in answer.err
    assert "\x1b" not in answer.err


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_meeting_without_convening_note_is_answered_to_the_secretariat_with_a_warning(
    nigeria: Run, delegation: Path, tmp_path: Path, language: str
) -> None:
    new = nigeria(
        "note", "new", "--kind", "nomination", "--meeting", "13MSP",
        "--language", language, "--delegates", delegation,
    )  # fmt: skip
    note = new.out.strip()
    found = {each["rule"]: each for each in nigeria("note", "check", note, "--json").json}
    assert found["addressee-assumed"]["severity"] == "warning"
    assert "ODA/2023-00050" in found["addressee-assumed"]["message"]
    assert nigeria("note", "issue", note, "--date", "2025-09-01").status == 0
    out = tmp_path / "note.pdf"
    nigeria("note", "export", note, "--format", "pdf", "--out", out)
    words = text_of(out.read_bytes())
    assert "Second Floor, WP.24" in words
    assert "ODA/2023-00050" not in words
    office = {"en": "Office for Disarmament Affairs", "fr": "affaires de désarmement"}[language]
    # Opening, closing and the foot of the page.
    assert words.count(office) >= 3
