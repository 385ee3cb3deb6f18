"""The note by WeasyPrint, accessible."""

from pathlib import Path

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from tests.bench.papers import content
from tests.bench.papers.markup import html

FORMATS = "PDF/UA-1"


class Engine:
    """Sets notes, one after the other."""

    def __init__(self, emblem: Path, fonts: Path) -> None:
        self._emblem = emblem
        self._fonts = FontConfiguration()
        faces = "".join(
            f"@font-face {{ font-family: '{family}'; font-weight: {weight};"
            f" src: url('{(fonts / f'{file}.ttf').as_uri()}'); }}"
            for family, weight, file in (
                ("STIX Two Text", "normal", "STIXTwoText-Regular"),
                ("STIX Two Text", "bold", "STIXTwoText-Bold"),
                ("Noto Serif", "normal", "NotoSerif-Regular"),
            )
        )
        self._style = weasyprint.CSS(string=faces, font_config=self._fonts)

    def pdf(self, note: content.Note) -> bytes:
        """Return the note as PDF."""
        paper = weasyprint.HTML(string=html(note, self._emblem))
        made = paper.write_pdf(
            stylesheets=[self._style], font_config=self._fonts, pdf_variant="pdf/ua-1"
        )
        return bytes(made)
