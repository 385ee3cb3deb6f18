"""The register: found by every word, filtered, paged, verified, printed."""

import csv
import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note import NoteKind, NoteState, Part
from ccmdesk.domain.note_life import Channel
from ccmdesk.domain.person import Person
from ccmdesk.services.desk import Desk
from ccmdesk.services.register import NoteFilter
from ccmdesk.services.register_csv import COLUMNS, register_csv
from ccmdesk.services.search_text import matches
from tests.services.conftest import CLOCK


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """Two issued notes with delegations of their own, one general, and a draft."""
    for code, family, on in (
        ("11MSP", "Müller", date(2023, 8, 1)),
        ("10MSP", "Okoro", date(2022, 8, 1)),
    ):
        meeting = desk.meetings.adopt(code).id
        desk.delegations.replace_all(
            meeting, [Delegate(Person(family, "Amina", "Ms.", "Ambassador"), Role.HEAD)]
        )
        desk.notes.issue(desk.notes.create(NoteKind.NOMINATION, meeting, "en"), on)
    desk.notes.create(NoteKind.NOMINATION, desk.meetings.adopt("11MSP").id, "fr")
    return desk


def found(desk: Desk, search: str = "", **bounds: object) -> list[str]:
    wanted = replace(NoteFilter(search=search), **bounds)  # type: ignore[arg-type]
    ids = desk.register.ids(wanted)
    assert desk.register.count(wanted) == len(ids)
    return [line.number or "draft" for line in desk.register.page(ids)]


@pytest.mark.parametrize(
    ("search", "numbers"),
    [
        ("", ["draft", "1/2022", "1/2023"]),
        ("muller", ["1/2023"]),
        ("MÜLLER amina", ["1/2023"]),
        ("amina", ["1/2022", "1/2023"]),
        ("a", ["draft", "1/2022", "1/2023"]),
        ("1/20", ["1/2022", "1/2023"]),
        ("2022-08", ["1/2022"]),
        ("11msp", ["draft", "1/2023"]),
        ("eleventh, muller", ["1/2023"]),
        ("oda/2023-00050", ["draft", "1/2023"]),
        ("zz", []),
        ("amina zz", []),
    ],
)
def test_every_word_has_to_stand_somewhere(filled: Desk, search: str, numbers: list[str]) -> None:
    assert found(filled, search) == numbers


def test_filters_bound_what_is_searched(filled: Desk) -> None:
    assert found(filled, states=frozenset({NoteState.DRAFT})) == ["draft"]
    assert found(filled, year=2022) == ["1/2022"]
    assert found(filled, language="fr") == ["draft"]
    assert found(filled, meeting="11MSP") == ["draft", "1/2023"]
    assert found(filled, kinds=frozenset({NoteKind.GENERAL})) == []
    assert found(filled, series="") == ["draft", "1/2022", "1/2023"]
    assert found(filled, series="Visas") == []
    assert found(filled, "amina", year=2023) == ["1/2023"]
    assert filled.register.years() == [2023, 2022]


def test_lines_come_in_the_order_that_is_asked_for(filled: Desk) -> None:
    for order in ("date", "number"):
        assert found(filled, order=order) == ["1/2023", "1/2022", "draft"]
        assert found(filled, order=order, descending=False) == ["draft", "1/2022", "1/2023"]
    assert found(filled, order="meeting", descending=False) == ["1/2022", "draft", "1/2023"]
    with pytest.raises(InputError, match="listed by"):
        filled.register.ids(NoteFilter(order="colour"))


def test_the_search_follows_every_change(filled: Desk) -> None:
    desk = filled
    assert found(desk, "president") == []
    draft = desk.notes.lines(NoteState.DRAFT)[0].id
    desk.notes.update(draft, replace(desk.notes.draft(draft), addressee="The President"))
    assert found(desk, "president") == ["draft"]
    desk.history.undo()
    assert found(desk, "president") == []
    meeting = desk.meetings.by_code("11MSP")
    desk.meetings.save(replace(meeting, name="Zenith of States Parties"))
    # The draft follows the meeting; the issued note keeps the name it was sealed with.
    assert found(desk, "zenith") == ["draft"]
    desk.notes.issue(draft)
    assert found(desk, "2/2023") == ["2/2023"]
    assert found(desk, "muller") == ["2/2023", "1/2023"]
    desk.life.cancel(draft, "Twice")
    assert found(desk, "muller", states=frozenset({NoteState.CANCELLED})) == ["2/2023"]
    new = desk.notes.create(NoteKind.GENERAL, None, "en")
    assert found(desk, "zenith") == ["2/2023"]
    desk.notes.remove_draft(new)
    assert len(desk.register.ids()) == 3


def test_the_index_says_what_a_plain_look_says(filled: Desk) -> None:
    everything = filled.register.page(filled.register.ids())
    for search in ("e", "ms", "11 party", "2", "okoro 2022", "amina ambassador"):
        plain = [
            line.id
            for line in everything
            if matches(
                search,
                line.number,
                str(line.dated or ""),
                line.addressee,
                line.meeting_code,
                line.meeting_name,
                line.subject,
                *(each.person.full_name for each in filled.notes.content(line.id).delegates),
                filled.notes.content(line.id).reference,
            )
            or (line.state is NoteState.DRAFT and search in ("amina ambassador",))
        ]
        ids = set(filled.register.ids(NoteFilter(search=search)))
        assert ids <= set(plain) | {line.id for line in everything if not line.number}


@pytest.fixture
def altered(filled: Desk, data_dir: Path) -> Iterator[Desk]:
    """The desk after somebody changed one PDF in the file, seal and all but the events."""
    filled.close()
    with closing(sqlite3.connect(data_dir / "ccmdesk.sqlite3")) as connection, connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE sealed_papers SET pdf = x'25' WHERE note_id = 1")
        connection.execute(
            "UPDATE issued_notes SET pdf_sha256 ="
            " 'bbf3f11cb5b43e700273a78d12de55e4a7eab741ed2abf13787a4d2dc832b8ec' WHERE note_id = 1"
        )
        for _, text in triggers:
            connection.execute(text)
    desk = open_desk(data_dir, CLOCK)
    yield desk
    desk.close()


def test_every_seal_is_looked_at(filled: Desk) -> None:
    assert [report.ok for report in filled.register.verify([1, 2])] == [True, True]
    with pytest.raises(InputError, match="has no seal"):
        filled.register.verify([3])


def test_an_alteration_is_said_of_its_note(altered: Desk) -> None:
    report, other = altered.register.verify([1, 2])
    assert (report.note_id, report.ok) == (1, False)
    assert report.message == "The register and the record of events differ on the note 1/2023."
    assert other.ok


def test_the_register_is_printed(filled: Desk) -> None:
    filled.life.cancel(1, "Sent in error")
    for order in ("date", "meeting"):
        assert filled.register.paper(order).startswith(b"%PDF")
    assert filled.register.paper("date", 2022) != filled.register.paper("date", 2023)
    assert [line.number for line in filled.register.lines_for_paper()] == ["1/2022", "1/2023"]
    with pytest.raises(InputError, match="by date or by meeting"):
        filled.register.paper("colour")


def test_a_note_without_a_meeting_has_its_line(filled: Desk, data_dir: Path) -> None:
    note = filled.notes.create(NoteKind.GENERAL, None, "en")
    line = filled.notes.line(note)
    assert (line.meeting_code, line.meeting_name, line.state) == ("", "", NoteState.DRAFT)
    with pytest.raises(InputError, match="Choose the meeting"):
        filled.notes.create(NoteKind.NOMINATION, None, "en")


def test_what_was_typed_and_what_was_told_is_found(filled: Desk) -> None:
    desk = filled
    draft = desk.notes.lines(NoteState.DRAFT)[0].id
    body = (Part("request", None), Part("", "A parcel, well-sealed, left Zürich."))
    desk.notes.update(draft, replace(desk.notes.draft(draft), body=body))
    for words in ("parcel", "well-sealed", "sealed zurich", "rich"):
        assert found(desk, words) == ["draft"]
    # The name of a paragraph is the program's word.
    assert found(desk, "request") == []
    desk.life.dispatch(1, Channel.POUCH, recipient="Registry", tracking="RR-204")
    assert len(found(desk, "rr-204 registry")) == 1
    desk.register.warm()
    assert found(desk, "rr-204") == found(desk, "registry")


def test_the_first_lines_and_the_outline(filled: Desk) -> None:
    desk = filled
    desk.life.cancel(1, "Sent twice")
    work = NoteFilter(order="work")
    every = desk.register.page(desk.register.ids(work))
    assert desk.register.first(work, 2) == every[:2]
    assert desk.register.first(work, 100) == every
    assert not every[0].state.sealed
    turned = replace(work, descending=False)
    assert desk.register.ids(turned) == desk.register.ids(work)[::-1]
    assert [line.reason for line in every if line.state is NoteState.CANCELLED] == ["Sent twice"]
    outline = desk.register.outline(2023)
    assert (outline.total, outline.drafts, outline.waiting) == (desk.register.size(), 1, 0)
    assert outline.years == tuple(desk.register.years())
    assert outline.issued == sum(
        line.state.sealed and line.dated is not None and line.dated.year == 2023 for line in every
    )
    assert ("11MSP", desk.meetings.by_code("11MSP").name) in outline.meetings
    assert outline.series == ("",)


def test_some_seals_are_looked_at(altered: Desk) -> None:
    reports = altered.register.verify([1, 2])
    assert [(each.note_id, each.ok) for each in reports] == [(1, False), (2, True)]


def test_the_table_of_the_register_gives_a_spreadsheet_no_formula(filled: Desk) -> None:
    lines = filled.register.page(filled.register.ids(NoteFilter(order="number")))
    lines[0] = replace(lines[0], addressee="=HYPERLINK(1)", subject="Über alles")
    text = register_csv(lines).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(lines) + 1
    assert rows[1][6:8] == ["'=HYPERLINK(1)", "Über alles"]


def test_an_amendment_is_found_by_who_left(desk: Desk) -> None:
    meeting = desk.meetings.adopt("11MSP").id
    desk.delegations.replace_all(
        meeting,
        [
            Delegate(Person("Müller", "Amina", "Ms.", "Ambassador"), Role.HEAD),
            Delegate(Person("Okoro", "Chidi", "Mr.", "Counsellor"), Role.EXPERT),
        ],
    )
    first = desk.notes.issue(desk.notes.create(NoteKind.NOMINATION, meeting, "en"))
    desk.delegations.remove(desk.delegations.of(meeting)[1].id or 0)
    amended = desk.notes.issue(desk.amendments.amend(first.id))
    assert set(found(desk, "okoro")) == {first.number, amended.number}
