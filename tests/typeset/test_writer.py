"""The file is small, whole, and the same for the same paper in every process."""

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader

from ccmdesk.typeset.render import render
from ccmdesk.typeset.writer import PdfFile, name, text_string
from tests.typeset.test_render import sample

ROOT = Path(__file__).resolve().parents[2]
DIGEST = (
    "import hashlib; from ccmdesk.typeset.render import render;"
    "from tests.typeset.test_render import sample;"
    "print(hashlib.sha256(render(sample('DRAFT'))).hexdigest())"
)


def test_the_same_paper_is_the_same_file_in_every_process() -> None:
    own = hashlib.sha256(render(sample("DRAFT"))).hexdigest()
    # One process finds strings in another order than the next.
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", DIGEST],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"},
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        assert done.stdout.strip() == own


def test_many_objects_are_all_found_again() -> None:
    file = PdfFile()
    pages = file.add(b"<< /Type /Pages /Kids [] /Count 0 >>")
    numbers = [file.add(b"(%d)" % count) for count in range(1000)]
    stream = file.stream(b"", b"hidden")
    catalog = file.add(b"<< /Type /Catalog /Pages %d 0 R >>" % pages)
    reader = PdfReader(io.BytesIO(file.finished(catalog, file.add(b"<< >>"))))
    found = [str(reader.get_object(number)) for number in numbers]
    assert found == [str(count) for count in range(1000)]
    held = reader.get_object(stream)
    assert held is not None
    assert held.get_data() == b"hidden"  # type: ignore[attr-defined] # pypdf's objects are many
    assert reader.trailer["/Root"]["/Type"] == "/Catalog"  # type: ignore[index] # the same


def test_an_object_never_set_is_nothing() -> None:
    file = PdfFile()
    kept = file.reserve()
    pages = file.add(b"<< /Type /Pages /Kids [] /Count 0 >>")
    catalog = file.add(b"<< /Type /Catalog /Pages %d 0 R >>" % pages)
    reader = PdfReader(io.BytesIO(file.finished(catalog, file.add(b"<< >>"))))
    assert "Null" in type(reader.get_object(kept)).__name__


def test_the_identifier_tells_two_papers_apart() -> None:
    ids = [PdfReader(io.BytesIO(render(sample(mark)))).trailer["/ID"] for mark in ("", "DRAFT")]
    assert ids[0] != ids[1]


def test_names_and_texts_hold_any_character() -> None:
    assert name("text/a b(é)") == b"/text#2Fa#20b#28#C3#A9#29"
    assert text_string("é𐍈") == b"<FEFF00E9D800DF48>"
