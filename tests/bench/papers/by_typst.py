"""The note by typst, archival and accessible too."""

import json
from pathlib import Path

import typst

from tests.bench.papers import content

FORMATS = "PDF/A-2a + UA-1"
SOURCE = Path(__file__).with_name("note.typ")
STANDARDS = ["a-2a", "ua-1"]


class Engine:
    """Sets notes, one after the other."""

    def __init__(self, emblem: Path, fonts: Path) -> None:
        self._source = SOURCE.read_bytes()
        self._compiler = typst.Compiler(
            self._source, root=str(emblem.parent), font_paths=[str(fonts)], ignore_system_fonts=True
        )

    def pdf(self, note: content.Note) -> bytes:
        """Return the note as PDF."""
        made = self._compiler.compile(
            input=self._source,
            sys_inputs={"told": json.dumps(content.told(note))},
            format="pdf",
            pdf_standards=STANDARDS,
        )
        return bytes(made)
