"""Runs commands as the officer does, inside the test's own process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ccmdesk.cli import main

MISSION = (
    "Permanent Mission of Nigeria to the United Nations Office and other international "
    "organizations in Geneva"
)
COLUMNS = "role,style,given_names,family_name,functional_title,organization,place,email,gender"
DELEGATION = "\n".join(
    (
        COLUMNS,
        'head,H.E. Ms.,Amina,Okoro,"Ambassador, Permanent Representative",,Geneva,,f',
        "adviser,Mr.,Chidi,Eze,Counsellor,,Geneva,,m",
        "",
    )
)


@dataclass
class Answer:
    """What a command said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return standard output read as one JSON document."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on a data folder of the test's own."""

    def call(*words: object) -> Answer:
        try:
            status = main(["--data-dir", str(tmp_path / "data"), *map(str, words)])
        except SystemExit as end:
            status = int(end.code or 0)
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return call


@pytest.fixture
def nigeria(run: Run) -> Run:
    """Run commands where the mission of Nigeria is set up."""
    answer = run("init", "--state", "NGA", "--mission", MISSION, "--city", "Geneva")
    assert answer.status == 0, answer.err
    return run


@pytest.fixture
def delegation(tmp_path: Path) -> Path:
    """Give a right CSV file with a head and an adviser."""
    path = tmp_path / "delegation.csv"
    path.write_text(DELEGATION, encoding="utf-8")
    return path


def one_sentence(answer: Answer) -> bool:
    """Tell whether standard error holds a single line for the officer and no traceback."""
    return (
        answer.err.count("\n") == 1
        and answer.err.startswith("ccmdesk: ")
        and "Traceback" not in answer.err
    )
