"""Archival and accessible at once: what judges a file by PDF/A-2a and PDF/UA-1 finds nothing."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import page
import pytest
from PIL import Image as Pillow

from ccmdesk.typeset.blocks import (
    Beside,
    Column,
    Document,
    Image,
    Pair,
    Paragraph,
    Rule,
    Run,
    Table,
    plain,
)
from ccmdesk.typeset.render import render
from tests.typeset.test_images import packed
from tests.typeset.test_render import sample

PROFILES = ("2a", "ua1")


def illustrated(mark: str = "") -> Document:
    emblem = Image(packed(Pillow.new("RGBA", (40, 30), "blue")), 20, 20, "Emblem")
    blocks = (
        emblem,
        Beside(emblem, (Paragraph(plain("REPUBLIC")),)),
        Pair(plain("No. 1"), plain("Geneva")),
        Rule(),
        Paragraph((Run("In English: "), Run("Genève, ", lang="fr"), Run("Женева", lang="ru"))),
    )
    columns = (Column(plain("Step"), 1), Column(plain(""), 1))
    rows = (((plain("a"),), (plain(""),)), ((plain("b"),), (plain("c"),)))
    tables = (Table(columns, rows), Table(columns, rows, headed=False))
    whole = sample(mark)
    return replace(whole, language="en", blocks=(*blocks, *tables, *whole.blocks))


def failures(data: bytes) -> list[str]:
    return [
        f"{profile}: {failure}"
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
    ]


@pytest.mark.parametrize("mark", ["", "DRAFT"])
def test_both_standards_are_kept(mark: str) -> None:
    assert failures(render(sample(mark))) == []
    assert failures(render(illustrated(mark))) == []


@pytest.mark.parametrize(
    ("found", "changed"),
    [
        (b"/OutputIntents", b"/OutputIntentX"),
        (b"/Metadata", b"/Metadatx"),
        (b"/Lang", b"/Lxng"),
        (b"/Marked true", b"/Marked null"),
        (b"/StructTreeRoot ", b"/StructTreeRoox "),
        (b"/Alt ", b"/Alx "),
        (b"/Scope /Column", b"/Scopx /Column"),
        (b"/ToUnicode", b"/ToUnicodx"),
        (b"/FontFile2", b"/FontFilx2"),
        (b"/DisplayDocTitle true", b"/DisplayDocTitle null"),
    ],
)
def test_the_judge_notices_what_is_missing(found: bytes, changed: bytes) -> None:
    data = render(illustrated())
    assert found in data
    assert failures(data.replace(found, changed))


@pytest.mark.parametrize(
    "command",
    [
        ["qpdf", "--check"],
        ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=nullpage"],
    ],
)
def test_other_readers_find_no_fault(command: list[str], tmp_path: Path) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    file = tmp_path / "paper.pdf"
    file.write_bytes(render(illustrated("DRAFT")))
    done = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr
