"""A command loads what it needs and nothing else, and every one of them helps."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from ccmdesk.commands.note_options import _ACTS
from ccmdesk.commands.parser import _COMMANDS, parse
from tests.commands.conftest import Run

COMMANDS = {command.name for command in _COMMANDS}
LOADED = """
import json, sys
from ccmdesk.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""
RARE = {
    "ccmdesk.domain.duty",
    "ccmdesk.domain.working_days",
    "ccmdesk.language.arabic_typography",
    "ccmdesk.language.text_checks",
    "ccmdesk.typeset.added_fonts",
    "ccmdesk.typeset.attachments",
    "ccmdesk.typeset.contents",
    "ccmdesk.typeset.justified",
    "ccmdesk.typeset.lists",
    "ccmdesk.typeset.mark",
}
README = Path(__file__).resolve().parents[2] / "README.md"
NEVER = {"PySide6"}
SLOW = {"sqlalchemy", "reportlab", "docx", "openpyxl", "vobject", "hunspell", "lxml"}


def loaded(*words: object) -> set[str]:
    """Return the modules that a command of its own process loads."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *map(str, words)],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (("--version",), set()),
        (("note", "dispatch", "--help"), set()),
        (("states", "--json"), set()),
        (("render", "--example", "ar"), set()),
        (("render", "note.json", "--out", "note.pdf"), {"reportlab"}),
        (("note", "check", "note.json"), {"reportlab"}),
        (("notes",), {"sqlalchemy"}),
    ],
)
def test_what_is_not_needed_is_not_loaded(
    run: Run, tmp_path: Path, words: tuple[str, ...], allowed: set[str]
) -> None:
    source = tmp_path / "note.json"
    source.write_text(run("render", "--example", "en").out, encoding="utf-8")
    placed = [str(tmp_path / word) if word.startswith("note.") else word for word in words]
    found = loaded("--data-dir", tmp_path / "data", *placed)
    packages = {name.partition(".")[0] for name in found}
    assert packages & NEVER == set()
    assert packages & SLOW <= allowed


def test_a_plain_note_is_printed_without_what_only_other_papers_need(
    run: Run, tmp_path: Path
) -> None:
    source = tmp_path / "note.json"
    note = json.loads(run("render", "--example", "en").out)
    source.write_text(json.dumps(note), encoding="utf-8")
    asked = ("--data-dir", tmp_path / "data", "render", source, "--out", tmp_path / "note.pdf")
    assert loaded(*asked) & RARE == set()
    note["body"].append({"key": "", "text": "The Mission adds a sentence."})
    source.write_text(json.dumps(note), encoding="utf-8")
    assert "ccmdesk.language.text_checks" in loaded(*asked)


@pytest.mark.parametrize(
    "words",
    [
        *((command.name,) for command in _COMMANDS),
        *(("note", act[0]) for act in _ACTS),
        ("register", "print"),
        ("people", "import"),
        ("people", "list"),
    ],
)
def test_every_command_helps(run: Run, words: tuple[str, ...]) -> None:
    answer = run(*words, "--help")
    assert answer.status == 0
    assert answer.out.startswith(f"usage: ccmdesk {' '.join(words)}")
    assert "--data-dir" in answer.out


def test_the_help_lists_every_command(run: Run) -> None:
    said = run("--help").out
    assert all(f"    {command.name}" in said for command in _COMMANDS)
    acts = run("note", "--help").out
    assert all(f"    {act[0]}" in acts for act in _ACTS)


def test_a_folder_named_like_a_command_is_a_folder(run: Run, tmp_path: Path) -> None:
    answer = run("--data-dir", tmp_path / "notes", "states", "--status", "withdrawn", "--json")
    assert [row["iso3"] for row in answer.json] == ["LTU"]
    assert run("note").status == 2
    assert run("register").status == 2


def test_what_the_readme_shows_can_be_asked() -> None:
    said = README.read_text(encoding="utf-8")
    shown = re.findall(r"^    ccmdesk (.*?)(?:  #.*)?$", said, re.MULTILINE)
    assert len(shown) > 5
    for words in shown:
        parse(shlex.split(words))
    named = said[said.index("| command |") :]
    assert all(f"`{name}`" in named or f"`{name} " in named for name in COMMANDS - {"init", "note"})
