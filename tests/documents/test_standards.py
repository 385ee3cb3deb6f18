"""Every paper of the program is archival (PDF/A-2a) and accessible (PDF/UA-1)."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import page
import pytest

from ccmdesk.documents.deadline_working import deadline_working_pdf
from ccmdesk.documents.note_json import example
from ccmdesk.documents.note_verbale import note_pdf
from ccmdesk.documents.redline import redline_pdf
from ccmdesk.documents.register_paper import BY_DATE, BY_MEETING, register_pdf
from ccmdesk.documents.slips import delivery_slip_pdf, routing_slip_pdf
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.profile import LANGUAGES
from tests.documents.test_deadline_working import DUTY
from tests.documents.test_register_paper import LINES, PRINTED_ON

EMBLEM = Path(__file__).resolve().parents[2] / "resources" / "sample" / "emblem.png"


def failures(data: bytes, archival: str = "2a") -> list[str]:
    return [
        f"{profile}: {failure}"
        for profile in (archival, "ua1")
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("delegates", [1, 8, 40, 200])
@pytest.mark.parametrize("draft", [False, True])
def test_notes_keep_both_standards(language: str, delegates: int, draft: bool) -> None:
    assert failures(note_pdf(example(language, delegates=delegates), draft=draft)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("delegates", [1, 8, 40, 200])
def test_with_the_list_attached_it_is_the_third_part_that_is_kept(
    language: str, delegates: int
) -> None:
    content = replace(example(language, delegates), layout=Layout(attach_list=True))
    data = note_pdf(content)
    assert failures(data, "3a") == []
    # The same file is no PDF/A-2a, which a CSV within it forbids.
    assert any(failure.startswith("2a") for failure in failures(data))


@pytest.mark.parametrize(
    "settings",
    [
        {"list_form": "numbered", "numbered_paragraphs": True, "justified": True},
        {"list_form": "block", "signature_block": True, "initials_line": True},
        {"letterhead": "preprinted", "classification": "CONFIDENTIAL", "annex_above": 2},
        {"page_number_place": "head_centre", "annex_above": 0, "paper": "Legal"},
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_layout_keeps_them(language: str, settings: dict[str, Any]) -> None:
    content = replace(example(language, 20), layout=Layout(**settings), enclosures=("One",))
    assert failures(note_pdf(content, mark="file_copy")) == []


@pytest.mark.parametrize(("language", "other"), [("en", "ar"), ("ar", "fr"), ("ru", "zh")])
def test_courtesy_translations_keep_them(language: str, other: str) -> None:
    content = replace(example(language, 20), courtesy=other, courtesy_names=example(other).names)
    assert failures(note_pdf(content)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_slips_keep_them(language: str) -> None:
    content = example(language, 3)
    assert failures(routing_slip_pdf(content, printed_on=PRINTED_ON)) == []
    assert failures(delivery_slip_pdf(content, printed_on=PRINTED_ON)) == []


@pytest.mark.parametrize("order", [BY_DATE, BY_MEETING])
def test_the_register_keeps_them(order: str) -> None:
    data = register_pdf(LINES, mission="M", period="2023", printed_on=PRINTED_ON, order=order)
    assert failures(data) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_comparisons_keep_them(language: str) -> None:
    before = example(language, 4)
    after = replace(before, delegates=before.delegates[1:], number_shown="13/2023")
    data = redline_pdf(before, after, versions=("Older", "Newer"), printed_on=PRINTED_ON)
    assert failures(data) == []


@pytest.mark.parametrize("position", ["left", "centre"])
def test_notes_with_an_emblem_keep_them(position: str) -> None:
    content = example("en", delegates=8)
    layout = replace(content.layout, emblem_position=position)
    shown = replace(content, emblem=EMBLEM.read_bytes(), layout=layout)
    assert failures(note_pdf(shown, draft=True)) == []


def test_the_page_of_a_deadline_keeps_them() -> None:
    assert failures(deadline_working_pdf(DUTY, "Avataria", date(2013, 3, 4))) == []
