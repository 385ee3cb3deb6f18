"""Archival and accessible at once: what judges a file by PDF/A-2a and PDF/UA-1 finds nothing."""

import re
import shutil
import subprocess
import zlib
from dataclasses import replace
from pathlib import Path

import page
import pytest
from PIL import Image as Pillow

from ccmdesk.typeset.blocks import (
    Attachment,
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
from ccmdesk.typeset.writer import PdfFile
from tests.typeset.test_images import packed
from tests.typeset.test_render import sample

READERS = (
    ("qpdf", "--check"),
    ("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dPDFSTOPONERROR", "-sDEVICE=nullpage"),
)
LIST = Attachment("delegation.csv", b"name;role\n", "text/csv", "The list of the delegation")


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


def failures(data: bytes, archival: str = "2a") -> list[str]:
    return [
        f"{profile}: {failure}"
        for profile in (archival, "ua1")
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
    ]


def spoil(monkeypatch: pytest.MonkeyPatch, found: bytes, changed: bytes) -> None:
    """Write something else from here on, before the objects are packed; it must be there."""
    write = PdfFile.set

    def spoilt(file: PdfFile, number: int, body: bytes) -> None:
        write(file, number, body.replace(found, changed))

    bodies = b"".join(unpacked(render(replace(illustrated(), attachments=(LIST,)))))
    assert found in bodies
    monkeypatch.setattr(PdfFile, "set", spoilt)


def unpacked(data: bytes) -> list[bytes]:
    """Return the file as it is, and what is in its streams of objects."""
    streams = re.findall(rb"/Type /ObjStm .*?\nstream\n(.*?)\r\nendstream", data, re.DOTALL)
    return [data, *(zlib.decompress(stream) for stream in streams)]


@pytest.mark.parametrize("mark", ["", "DRAFT"])
def test_both_standards_are_kept(mark: str) -> None:
    assert failures(render(sample(mark))) == []
    assert failures(render(illustrated(mark))) == []


@pytest.mark.parametrize("mark", ["", "DRAFT"])
def test_with_a_file_attached_it_is_the_third_part_that_is_kept(mark: str) -> None:
    data = render(replace(illustrated(mark), attachments=(LIST,)))
    assert failures(data, "3a") == []
    # A CSV is no PDF/A of its own, which alone the second part would allow within a file.
    assert any(failure.startswith("2a") for failure in failures(data))


@pytest.mark.parametrize(
    ("found", "changed"),
    [
        (b"/AFRelationship", b"/AFRelationshix"),
        (b"/AF [", b"/AX ["),
        (b"/Subtype /text#2Fcsv", b"/Subtypx /text#2Fcsv"),
        (b"/UF <", b"/UX <"),
        (b"<pdfaid:part>3<", b"<pdfaid:part>2<"),
    ],
)
def test_the_judge_notices_what_an_attachment_lacks(
    found: bytes, changed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(monkeypatch, found, changed)
    assert failures(render(replace(illustrated(), attachments=(LIST,))), "3a")


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
def test_the_judge_notices_what_is_missing(
    found: bytes, changed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(monkeypatch, found, changed)
    assert failures(render(illustrated()))


@pytest.mark.parametrize("command", READERS)
def test_other_readers_find_no_fault(command: tuple[str, ...], tmp_path: Path) -> None:
    assert faults(command, render(illustrated("DRAFT")), tmp_path) == ""
    assert faults(command, render(illustrated()).replace(b"endobj", b"endxxj"), tmp_path)


def faults(command: tuple[str, ...], data: bytes, folder: Path) -> str:
    """Return what another reader complains of; skips where it is not installed."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    file = folder / "paper.pdf"
    file.write_bytes(data)
    done = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    return said if done.returncode or "WARNING" in said else ""
