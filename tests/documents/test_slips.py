"""The slips that go with a note."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ccmdesk.documents.note_json import example
from ccmdesk.documents.slips import (
    Station,
    delivery_slip_pdf,
    routing_slip_blocks,
    routing_slip_pdf,
)
from ccmdesk.domain.note_life import NoteStep, StepKind
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.typeset.blocks import KeepTogether, List, Marker
from tests.documents.reading import pages_of

PRINTED_ON = date(2023, 8, 15)
WHEN = datetime(2023, 8, 14, 9, 5, tzinfo=UTC)


def test_the_routing_slip_on_one_page() -> None:
    stations = (Station("Drafted", "Ayşe Çelikkaya", "Legal Adviser"), Station("Approved"))
    steps = (
        NoteStep(
            StepKind.RETURNED,
            WHEN,
            WHEN,
            by="Tomáš Novotný",
            on_behalf_of="Élise Vărzaru",
            reason="The title has changed",
        ),
    )
    (page,) = pages_of(
        routing_slip_pdf(example("fr"), stations, printed_on=PRINTED_ON, steps=steps)
    )
    for text in (
        "Routing slip",
        "N° 12/2023",
        "ODA/2023-00050",
        "Drafted Ayşe Çelikkaya Legal Adviser",
        "Initials",
        "Returned, for the reason given below",
        "Returned Mon 14 August 2023, 09:05 UTC Tomáš Novotný for Élise Vărzaru "
        "The title has changed",
    ):
        assert text in page


def test_decisions_are_boxes_to_tick() -> None:
    blocks = routing_slip_blocks(example("en"), printed_on=PRINTED_ON).blocks
    held = next(block for block in blocks if isinstance(block, KeepTogether))
    boxes = next(block for block in held.blocks if isinstance(block, List))
    assert boxes.marker is Marker.BOX
    assert len(boxes.items) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_delivery_slip_in_the_language_of_the_note(language: str) -> None:
    content = replace(example(language, 3), enclosures=("Annex I",))
    pages = pages_of(delivery_slip_pdf(content, printed_on=PRINTED_ON, originals="Marked 3"))
    (page,) = pages
    for text in ("12/2023", "CH-1211 Geneva 10", "Annex I", "Marked 3"):
        assert text in page


def test_what_is_not_known_has_no_line() -> None:
    (page,) = pages_of(delivery_slip_pdf(example("en"), printed_on=PRINTED_ON))
    assert "Enclosures" not in page
    assert "Delivered by" not in page
    assert "Please stamp this slip and return it to the bearer." in page
    assert "Received by (name) Date and hour Signature" in page


def test_the_same_slip_gives_the_same_bytes() -> None:
    first = delivery_slip_pdf(example("zh"), printed_on=PRINTED_ON)
    assert delivery_slip_pdf(example("zh"), printed_on=PRINTED_ON) == first
