"""The list of the delegation within the PDF."""

import csv
import io
from dataclasses import replace

import page
import pytest
from pypdf import PdfReader

from ccmdesk.documents.delegation_file import COLUMNS, delegation_csv
from ccmdesk.documents.note_json import example
from ccmdesk.documents.note_verbale import note_pdf
from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.note import NoteKind
from ccmdesk.domain.person import Person
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.services import delegate_csv

ATTACHING = Layout(attach_list=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_attached_is_read_back_as_the_delegation(language: str) -> None:
    content = replace(example(language, 40), layout=ATTACHING)
    ((name, (data,)),) = PdfReader(io.BytesIO(note_pdf(content))).attachments.items()
    assert name == "delegation.csv"
    read = delegate_csv.parse_delegates(data.decode("utf-8-sig"), name)
    assert [_told(each) for each in read] == [_told(each) for each in content.delegates]


def _told(delegate: Delegate) -> tuple[str, ...]:
    person = delegate.person
    names = (person.style, person.given_names, person.family_name, person.functional_title)
    return (delegate.role, *names, person.organization, person.place, person.gender)


def test_the_columns_are_those_of_the_command_line() -> None:
    assert COLUMNS == delegate_csv.COLUMNS


def test_cells_may_hold_anything() -> None:
    person = Person('O\'Neil, "Jr"', "Zoë\n二", functional_title="a;b", email="x@example.org")
    content = example("en", 1)
    delegate = replace(content.delegates[0], person=person)
    text = delegation_csv(replace(content, delegates=(delegate,))).decode("utf-8-sig")
    _, row = csv.reader(io.StringIO(text, newline=""))
    assert row[2:5] == ["Zoë\n二", 'O\'Neil, "Jr"', "a;b"]


def test_a_note_without_a_list_carries_no_file() -> None:
    content = replace(example("en", 3), layout=ATTACHING)
    for without in (
        replace(content, delegates=()),
        replace(content, kind=NoteKind.GENERAL),
        example("en", 3),
    ):
        data = note_pdf(without)
        assert not PdfReader(io.BytesIO(data)).attachments
        assert page.validate_pdf_bytes(data, profile="2a").failures == []
