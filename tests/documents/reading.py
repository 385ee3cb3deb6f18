"""Reads a PDF back as text."""

import io
import re

from pypdf import PdfReader


def pages_of(data: bytes) -> list[str]:
    """Return the text of each page with every kind of white space as one plain space."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages]


def lines_of(data: bytes) -> list[list[str]]:
    """Return the lines of each page."""
    return [
        [line.strip() for line in page.extract_text().splitlines() if line.strip()]
        for page in PdfReader(io.BytesIO(data)).pages
    ]


def text_of(data: bytes) -> str:
    """Return the text of the whole paper, with heads and page numbers where they stand."""
    return re.sub(r"\s+", " ", " ".join(pages_of(data)))
