"""A delegation from its nomination to the printed register, each command in its own process."""

import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

HEAD = "role,style,given_names,family_name,functional_title,organization,place,email,gender"
FIRST = f"""{HEAD}
head,H.E. Ms.,Amina,Okoro,"Ambassador, Permanent Representative",,Geneva,,f
representative,Mr.,Chidi,Eze,Minister-Counsellor,,Geneva,,m
adviser,Ms.,Ngozi,Bello,Second Secretary,,Geneva,,f
"""
SECOND = f"""{HEAD}
head,H.E. Ms.,Amina,Okoro,"Ambassador, Permanent Representative",,Geneva,,f
representative,Ms.,Fatima,Musa,Minister-Counsellor,,Geneva,,f
adviser,Ms.,Ngozi,Bello,First Secretary,,Geneva,,f
expert,Mr.,Uche,Obi,Desk Officer,Ministry of Foreign Affairs,Abuja,,m
"""


class Desk:
    """The program as the officer starts it, once for every command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = {**os.environ, "CCMDESK_DATA_DIR": str(folder / "data")}

    def __call__(self, *words: object, status: int = 0) -> str:
        """Return what a command printed; fails where it ends in another way than said."""
        done = subprocess.run(
            [sys.executable, "-m", "ccmdesk", *map(str, words)],
            capture_output=True,
            encoding="utf-8",
            check=False,
            env=self._environment,
        )
        assert done.returncode == status, (words, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr
        return done.stdout if status == 0 else done.stderr

    def json(self, *words: object) -> Any:
        """Return what a command printed as data."""
        return json.loads(self(*words, "--json"))

    def file(self, name: str, text: str = "") -> Path:
        """Return the place of a file, written where there is a text."""
        path = self.folder / name
        if text:
            path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def words_of(path: Path) -> str:
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_from_the_nomination_to_the_printed_register(desk: Desk) -> None:
    mission = "Permanent Mission of Nigeria to the United Nations Office at Geneva"
    desk("init", "--state", "NGA", "--mission", mission, "--city", "Geneva")
    first, second = desk.file("first.csv", FIRST), desk.file("second.csv", SECOND)

    note = desk(
        "note", "new", "--kind", "nomination", "--meeting", "11MSP", "--language", "en",
        "--delegates", first,
    ).strip()  # fmt: skip
    found = desk.json("note", "check", note)
    assert not [each for each in found if each["severity"] == "blocking"]
    issued = desk.json("note", "issue", note, "--date", "2023-08-16")
    assert issued["number"] == "1/2023"
    sealed = desk.file("nomination.pdf")
    desk("note", "export", note, "--format", "pdf", "--out", sealed)
    assert hashlib.sha256(sealed.read_bytes()).hexdigest() == issued["sha256"]

    desk("note", "acknowledge", note, status=3)
    desk("note", "dispatch", note, "--channel", "email", "--at", "2023-08-16", "--to", "ccm@un.org")

    dry = desk.json("people", "import", second, "--meeting", "11MSP", "--dry-run")
    assert (dry["added"], dry["updated"]) == (2, 2)
    desk("note", "amend", note, "--delegates", first, status=3)
    amendment = desk("note", "amend", note, "--delegates", second).strip()
    again = desk.json("note", "issue", amendment, "--date", "2023-08-30")
    assert again["number"] == "2/2023"
    told = desk.file("amendment.pdf")
    desk("note", "export", amendment, "--format", "pdf", "--out", told)
    said = words_of(told)
    for part in (
        "its own note No. 1/2023 of 16 August 2023",
        "Ms. Fatima MUSA, Minister-Counsellor, will replace Mr. Chidi EZE as Representative",
        "Mr. Uche OBI",
        "The functional title of Ms. Ngozi BELLO will read “First Secretary”",
    ):
        assert part in said, part

    slip = desk.file("slip.txt", "Stamped by the registry.")
    desk("note", "dispatch", amendment, "--channel", "hand", "--at", "2023-08-30")
    desk("note", "acknowledge", amendment, "--at", "2023-08-31", "--proof", slip)
    steps = [step["step"] for step in desk.json("note", "history", amendment)]
    assert steps == ["issued", "dispatched", "acknowledged"]
    states = {row["number"]: row["state"] for row in desk.json("notes", "--year", 2023)}
    assert states == {"1/2023": "dispatched", "2/2023": "acknowledged"}
    assert [row["number"] for row in desk.json("notes", "--search", "musa")] == ["2/2023"]

    for order in ("date", "meeting"):
        paper = desk.file(f"{order}.pdf")
        desk("register", "print", "--order", order, "--year", 2023, "--out", paper)
        printed = words_of(paper)
        assert "1/2023" in printed
        assert again["sha256"][:8] in printed
    assert desk.json("check", "--full")["ok"] is True

    # What was sealed is what it was.
    desk("note", "export", note, "--format", "pdf", "--out", sealed)
    assert hashlib.sha256(sealed.read_bytes()).hexdigest() == issued["sha256"]
