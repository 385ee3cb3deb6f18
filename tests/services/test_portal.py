"""The sheet of the portal, its two lights, and the comparison with the secretariat's list."""

from dataclasses import replace
from datetime import date

import pytest

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.note import NoteKind
from ccmdesk.domain.participants_list import DifferenceKind
from ccmdesk.domain.person import Person
from ccmdesk.services.desk import Desk

HEAD = Person("Okoro", "Amina", "H.E. Ms.", "Ambassador", gender="f")
SECOND = Person("Bello", "Chidi", "Mr.", "Counsellor", gender="m")
THIRD = Person("Diallo", "Awa", "Ms.", "Attachée", gender="f")
DAY = date(2023, 8, 17)


@pytest.fixture
def meeting(desk: Desk) -> int:
    meeting_id = desk.meetings.adopt("11MSP").id
    desk.delegations.replace_all(
        meeting_id, [Delegate(HEAD, Role.HEAD), Delegate(SECOND, Role.REPRESENTATIVE)]
    )
    return meeting_id


def lights(desk: Desk, meeting: int) -> list[tuple[str, str, bool, date | None]]:
    return [
        (line.row.family_name, line.note, line.otherwise, line.delegate.on_portal)
        for line in desk.portal.sheet(meeting).lines
    ]


def test_the_first_light_follows_the_notes(desk: Desk, meeting: int) -> None:
    assert desk.portal.sheet(meeting).note == ""
    assert lights(desk, meeting) == [("Okoro", "", False, None), ("Bello", "", False, None)]
    note = desk.notes.create(NoteKind.NOMINATION, meeting, "en")
    desk.notes.issue(note, DAY)
    head, second = desk.delegations.of(meeting)
    desk.delegations.set_on_portal(second.id, DAY)
    assert lights(desk, meeting) == [
        ("Okoro", "1/2023", False, None),
        ("Bello", "1/2023", False, DAY),
    ]
    third = desk.people.save(THIRD)
    desk.delegations.add(meeting, third.id, Role.ADVISER)
    desk.people.save(replace(head.person, functional_title="Chargée d’affaires a.i."))
    assert lights(desk, meeting) == [
        ("Okoro", "1/2023", True, None),
        ("Bello", "1/2023", False, DAY),
        ("Diallo", "", False, None),
    ]
    desk.notes.issue(desk.amendments.amend(note), DAY)
    assert [line[1:3] for line in lights(desk, meeting)] == [("2/2023", False)] * 3


def test_a_cancelled_note_lights_nothing(desk: Desk, meeting: int) -> None:
    note = desk.notes.create(NoteKind.NOMINATION, meeting, "en")
    desk.notes.issue(note, DAY)
    desk.life.cancel(note, "Written in error.")
    assert desk.portal.sheet(meeting).note == ""


def test_the_sheet_as_block_and_csv(desk: Desk, meeting: int) -> None:
    sheet = desk.portal.sheet(meeting)
    assert sheet.block.startswith(f"{sheet.lines[0].row.country.upper()}\n\nH.E. Ms. Amina Okoro\n")
    assert sheet.csv.splitlines()[0].startswith("country,status group,style")
    assert desk.portal.compare(meeting, sheet.block).differences == ()


def test_a_list_headed_in_another_language(desk: Desk, meeting: int) -> None:
    first, _, rest = desk.portal.sheet(meeting).block.partition("\n")
    assert first == "NIGERIA"
    whole = f"Allemagne\n\nMme Anna SCHMIDT\nMinistre\n\nNigéria\n{rest}\nJapon\n\nM. Ken ITO\n"
    assert desk.portal.compare(meeting, whole).differences == ()


def test_only_the_own_state_is_compared_in_a_whole_list(desk: Desk, meeting: int) -> None:
    block = desk.portal.sheet(meeting).block.replace("Counsellor", "Minister")
    whole = f"ANDORRA\n\nMr. Pere SOLÀ\nMinister\n\n{block}\nZAMBIA\n\nMs. Anne PHIRI\nExpert\n"
    (difference,) = desk.portal.compare(meeting, whole).differences
    assert (difference.kind, difference.name) == (DifferenceKind.TITLE, "Chidi Bello")
