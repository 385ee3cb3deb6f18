"""The main job, as a new machine without a screen does it."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from ccmdesk.cli import main


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the demo once."""
    out = tmp_path_factory.mktemp("demo")
    assert main(["demo", "--out", str(out)]) == 0
    return out


def test_the_note_holds_the_facts_of_the_convening_note(made: Path) -> None:
    pages = PdfReader(io.BytesIO((made / "delegation-note.pdf").read_bytes())).pages
    words = " ".join(" ".join(page.extract_text().split()) for page in pages)
    for fact in (
        "ODA/2023-00050 of 21 March 2023",
        "Eleventh Meeting of States Parties to the Convention on Cluster Munitions",
        "from 11 to 14 September 2023",
        "Palais des Nations",
        "Secretary of the Eleventh Meeting",
        "Building H",
        "Second Floor, WP.24",
        "ccm@un.org",
        "presents its compliments",
        "assurances of its highest consideration",
        "16 August 2023",
    ):
        assert fact in words, fact


def test_the_wrong_weekday_of_the_convening_note_is_noticed(made: Path) -> None:
    summary = (made / "summary.txt").read_text(encoding="utf-8")
    assert "Thursday" in summary
    (delegation,) = [row for row in milestones(made) if row["period"] == "11MSP"]
    assert (delegation["due"], delegation["weekday"]) == ("2023-08-31", "Thursday")


def test_what_the_meeting_usually_asks_stands_among_the_deadlines(made: Path) -> None:
    asked = [row for row in milestones(made) if row["period"].startswith("11MSP/")]
    assert [row["due"] for row in asked] == [
        "2023-08-24",
        "2023-08-28",
        "2023-09-04",
        "2023-09-04",
        "2023-09-09",
        "2023-11-10",
    ]
    # The statement would be due on a Saturday; what is sent goes out on the Friday.
    assert asked[4]["internal_due"] == "2023-09-08"
    assert all(row["working"] for row in asked)


def milestones(made: Path) -> list[dict[str, Any]]:
    rows = json.loads((made / "deadlines.json").read_text(encoding="utf-8"))
    return [row for row in rows if row["duty"] == "meeting_milestone"]


def test_it_can_be_run_again_and_gives_the_same_note(made: Path) -> None:
    before = (made / "delegation-note.pdf").read_bytes()
    assert main(["demo", "--out", str(made)]) == 0
    assert (made / "delegation-note.pdf").read_bytes() == before


def test_an_empty_folder_left_by_a_full_disk_is_used(tmp_path: Path) -> None:
    (tmp_path / "dossier").mkdir()
    assert main(["demo", "--out", str(tmp_path)]) == 0
    assert (tmp_path / "delegation-note.pdf").exists()


def test_a_folder_that_is_somebody_elses_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "dossier").mkdir()
    letter = tmp_path / "dossier" / "letter.txt"
    letter.write_text("keep me")
    assert main(["demo", "--out", str(tmp_path)]) == 3
    assert letter.read_text() == "keep me"
    assert "Traceback" not in capsys.readouterr().err
