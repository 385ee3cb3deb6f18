"""Every paper of the program is archival (PDF/A-2a) and accessible (PDF/UA-1)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import page
import pytest

from ccmdesk.documents.deadline_working import deadline_working_pdf
from ccmdesk.documents.note_json import example
from ccmdesk.documents.note_verbale import note_pdf
from tests.documents.test_deadline_working import DUTY

EMBLEM = Path(__file__).resolve().parents[2] / "resources" / "sample" / "emblem.png"


def failures(data: bytes) -> list[str]:
    return [
        f"{profile}: {failure}"
        for profile in ("2a", "ua1")
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
    ]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("delegates", [1, 8, 40, 200])
@pytest.mark.parametrize("draft", [False, True])
def test_notes_keep_both_standards(language: str, delegates: int, draft: bool) -> None:
    assert failures(note_pdf(example(language, delegates=delegates), draft=draft)) == []


@pytest.mark.parametrize("position", ["left", "centre"])
def test_notes_with_an_emblem_keep_them(position: str) -> None:
    content = example("en", delegates=8)
    layout = replace(content.layout, emblem_position=position)
    shown = replace(content, emblem=EMBLEM.read_bytes(), layout=layout)
    assert failures(note_pdf(shown, draft=True)) == []


def test_the_page_of_a_deadline_keeps_them() -> None:
    assert failures(deadline_working_pdf(DUTY, "Avataria", date(2013, 3, 4))) == []
