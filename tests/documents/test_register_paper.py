"""The printed register and its checksums."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ccmdesk.documents.register_paper import (
    BY_DATE,
    BY_MEETING,
    in_register_order,
    register_checksum,
    register_pdf,
)
from ccmdesk.domain.note_line import NoteKind, NoteLine, NoteState
from tests.documents.reading import pages_of, text_of

PRINTED_ON = date(2024, 1, 8)


def line(running: int, **changes: object) -> NoteLine:
    usual = NoteLine(
        id=running,
        kind=NoteKind.NOMINATION,
        language="en",
        state=NoteState.DISPATCHED,
        meeting_code="11MSP",
        meeting_name="Eleventh Meeting of States Parties",
        number=f"{running}/2023",
        dated=date(2023, 1, 1 + running),
        updated_at=datetime(2023, 1, 1, tzinfo=UTC),
        addressee="Office for Disarmament Affairs",
        sha256=hashlib.sha256(str(running).encode()).hexdigest(),
        subject=f"Subject {running}",
    )
    return replace(usual, **changes)  # type: ignore[arg-type]


LINES = [
    line(3, meeting_code="", meeting_name=""),
    line(1),
    line(2, state=NoteState.CANCELLED, meeting_code="3RC", meeting_name="Third Review Conference"),
    line(4, state=NoteState.DRAFT, number="", dated=None, subject="Not yet"),
]


def printed(order: str = BY_DATE, remarks: dict[int, str] | None = None) -> bytes:
    return register_pdf(
        LINES,
        mission="Permanent Mission of Avataria",
        period="2023",
        printed_on=PRINTED_ON,
        order=order,
        remarks=remarks,
    )


def test_by_date_without_drafts_and_with_the_cancelled() -> None:
    text = text_of(printed(remarks={2: "Cancelled: wrong addressee"}))
    assert "Register of notes verbales, 2023" in text
    assert "3 notes, in order of date; 1 cancelled." in text
    assert text.index("Subject 1") < text.index("Subject 2") < text.index("Subject 3")
    assert "Cancelled: wrong addressee" in text
    assert "Not yet" not in text
    assert "Nomination English" in text


def test_by_meeting_what_has_none_comes_last() -> None:
    text = text_of(printed(BY_MEETING))
    heads = (
        "Eleventh Meeting of States Parties (11MSP)",
        "Third Review Conference (3RC)",
        "Without a meeting",
    )
    places = [text.index(head) for head in heads]
    assert places == sorted(places)
    assert text.index("Without a meeting") < text.index("Subject 3")


def test_the_page_of_checksums_can_be_verified_by_hand() -> None:
    listed = "".join(
        f"{n}/2023\t2023-01-0{n + 1}\t{hashlib.sha256(str(n).encode()).hexdigest()}\n"
        for n in (1, 2, 3)
    )
    checksum = hashlib.sha256(listed.encode()).hexdigest()
    assert register_checksum(LINES) == checksum
    page = pages_of(printed())[-1]
    assert checksum in page.replace(" ", "")
    for each in in_register_order(LINES):
        assert each.sha256 in page.replace(" ", "")


@pytest.mark.parametrize(
    "changed",
    [
        [line(1, sha256="0" * 64), *LINES[2:3], LINES[0]],
        [line(1, dated=date(2023, 1, 1)), *LINES[2:3], LINES[0]],
        LINES[1:],
    ],
)
def test_any_change_gives_another_checksum(changed: list[NoteLine]) -> None:
    assert register_checksum(changed) != register_checksum(LINES)


def test_pages_are_counted_and_headed() -> None:
    many = [line(1, id=n, number=f"{n}/2023") for n in range(1, 81)]
    data = register_pdf(many, mission="Mission", period="2023", printed_on=PRINTED_ON)
    pages = pages_of(data)
    for number, page in enumerate(pages, start=1):
        assert page.endswith(f"Printed on Mon 8 January 2024 Page {number} of {len(pages)}")
    assert all("Mission Register of notes verbales, 2023" in page for page in pages[1:])


def test_an_empty_register_is_a_paper_too() -> None:
    text = text_of(register_pdf([], mission="M", period="2024", printed_on=PRINTED_ON))
    assert "0 notes" in text
    assert hashlib.sha256(b"").hexdigest() in text.replace(" ", "")
