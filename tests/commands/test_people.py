"""Lists of people taken over on the command line."""

import io
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.commands.conftest import Run, one_sentence

CARDS = """BEGIN:VCARD
VERSION:3.0
N:Okoro;Amina;;H.E. Ms.;
FN:Amina Okoro
TITLE:Ambassador
EMAIL:amina@example.org
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:Eze;Chidi;;Mr.;
FN:Chidi Eze
TITLE:Counsellor
END:VCARD
"""


def workbook(path: Path) -> Path:
    """Write a workbook with two people."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Nom de famille", "Prénom", "Titre", "Rôle"),
        ("Okoro", "Amina", "Ambassadeur", "Chef de délégation"),
        ("Eze", "Chidi", "Conseiller", "Conseiller"),
    ):
        sheet.append(row)
    book.save(path)
    return path


def names(run: Run) -> list[str]:
    return [row["family_name"] for row in run("people", "list", "--json").json]


def test_a_dry_run_shows_every_row_and_changes_nothing(
    nigeria: Run, delegation: Path, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    text = delegation.read_text(encoding="utf-8")
    path.write_text(text + "chief,Mr.,Uche,Obi,Attaché,,,,m\nexpert,,,,,,,,\n", encoding="utf-8")
    answer = nigeria("people", "import", path, "--meeting", "11MSP", "--dry-run", "--json")
    assert answer.status == 0, answer.err
    said = answer.json
    assert said["dry_run"] is True
    assert said["columns"]["4"] == "family_name"
    assert [row["line"] for row in said["rows"]] == [2, 3, 4, 5]
    assert [bool(row["problem"]) for row in said["rows"]] == [False, False, True, True]
    assert said["rows"][2]["field"] == "role"
    assert (said["added"], said["updated"], said["problems"]) == (2, 0, 2)
    table = nigeria("people", "import", path, "--dry-run").out
    assert "Amina Okoro" in table
    assert "“chief” is not a role" in table
    assert names(nigeria) == []
    assert nigeria("notes", "--json").json == []


def test_faulty_rows_stop_the_import_until_they_are_left_out(
    nigeria: Run, delegation: Path, tmp_path: Path
) -> None:
    path = tmp_path / "people.csv"
    text = delegation.read_text(encoding="utf-8")
    path.write_text(text + "chief,Mr.,Uche,Obi,Attaché,,,,m\n", encoding="utf-8")
    refused = nigeria("people", "import", path)
    assert refused.status == 1
    assert one_sentence(refused)
    assert "Line 4" in refused.err
    assert names(nigeria) == []
    answer = nigeria("people", "import", path, "--leave-out", 4)
    assert answer.out == "2 added, 0 brought up to date, 1 left out.\n"
    assert names(nigeria) == ["Eze", "Okoro"]


def test_workbooks_and_cards_bring_people_and_delegation(nigeria: Run, tmp_path: Path) -> None:
    cards = tmp_path / "people.vcf"
    cards.write_text(CARDS, encoding="utf-8")
    first = nigeria("people", "import", cards, "--json").json
    assert (first["added"], first["updated"]) == (2, 0)
    book = workbook(tmp_path / "people.xlsx")
    again = nigeria("people", "import", book, "--meeting", "11MSP", "--json").json
    assert (again["added"], again["updated"]) == (0, 2)
    assert again["rows"][0]["role"] == "head"
    assert again["rows"][0]["duplicate_of"]["name"] == "Amina Okoro"
    nigeria("note", "new", "--kind", "nomination", "--meeting", "11MSP")
    out = tmp_path / "note.txt"
    nigeria("note", "export", 1, "--out", out)
    said = out.read_text(encoding="utf-8")
    # The rank is a word of every language.
    assert "Amina OKORO, Ambassador (Head of Delegation)" in said


def test_a_list_can_be_piped_in_and_its_columns_named(
    nigeria: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pasted = io.TextIOWrapper(io.BytesIO(b"x\tOkoro\tAmina\ny\tEze\tChidi\n"))
    monkeypatch.setattr(sys, "stdin", pasted)
    answer = nigeria(
        "people", "import", "-", "--column", "2=family_name", "--column", "3=given_names",
        "--column", "1=",
    )  # fmt: skip
    assert answer.status == 0, answer.err
    assert names(nigeria) == ["Eze", "Okoro"]
    assert [row["given_names"] for row in nigeria("people", "list", "--json").json] == [
        "Chidi",
        "Amina",
    ]
    assert "Amina Okoro" in nigeria("people", "list", "--search", "amina").out
    assert nigeria("people", "list", "--search", "nobody").out == "Nobody of this name.\n"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("none.csv",), 1),
        (("list.csv", "--meeting", "99MSP"), 2),
        (("list.csv", "--column", "2"), 2),
        (("list.csv", "--column", "0=role"), 2),
        (("list.csv", "--column", "90=role"), 1),
        (("list.csv", "--column", "1=shoe_size"), 1),
        (("broken.xlsx",), 1),
        (("empty.csv",), 1),
        (("latin.csv",), 1),
        ((), 2),
    ],
)
def test_what_cannot_be_taken_over_gets_one_sentence(
    nigeria: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...],
    status: int,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    Path("list.csv").write_text("family_name,given_names\nOkoro,Amina\n", encoding="utf-8")
    Path("broken.xlsx").write_bytes(b"PK\x03\x04" + b"\0" * 50)
    Path("empty.csv").write_bytes(b"")
    Path("latin.csv").write_bytes("family_name,given_names\nBéart,Zoé\n".encode("latin-1"))
    answer = nigeria("people", "import", *words, *(("--dry-run",) if words else ()))
    assert answer.status == status, answer.err
    assert one_sentence(answer)
