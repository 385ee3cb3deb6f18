"""Files within the file: whole, named, dated, and said to be what they are."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from ccmdesk.typeset.blocks import Attachment, Relationship
from ccmdesk.typeset.errors import UnusableAttachmentError
from ccmdesk.typeset.render import render
from tests.typeset.test_render import sample

LIST = Attachment("delegation.csv", b"name;role\n", "text/csv", "The list", Relationship.DATA)
FRENCH = Attachment("liste (à jour).csv", b"", "text/csv", "Liste", Relationship.ALTERNATIVE)


def attached(*attachments: Attachment) -> bytes:
    return render(replace(sample(), dated=date(2027, 4, 30), attachments=attachments))


def test_what_is_attached_comes_out_whole() -> None:
    found = PdfReader(io.BytesIO(attached(LIST, FRENCH))).attachments
    assert {name: found[name] for name in found} == {
        LIST.name: [LIST.data],
        FRENCH.name: [FRENCH.data],
    }


def test_it_is_said_what_an_attachment_is_and_of_when() -> None:
    root: Any = PdfReader(io.BytesIO(attached(LIST, FRENCH))).trailer["/Root"]
    first, second = (each.get_object() for each in root["/AF"])
    assert first["/AFRelationship"] == "/Data"
    assert first["/Desc"] == "The list"
    assert second["/AFRelationship"] == "/Alternative"
    assert (second["/F"], second["/UF"]) == ("liste __ jour_.csv", FRENCH.name)
    stream = first["/EF"]["/F"].get_object()
    assert stream["/Subtype"] == "/text/csv"
    assert stream["/Params"]["/Size"] == len(LIST.data)
    assert stream["/Params"]["/ModDate"].startswith("D:20270430")


def test_a_paper_says_that_it_is_of_the_third_part_only_with_attachments() -> None:
    assert b"<pdfaid:part>3</pdfaid:part>" in attached(LIST)
    assert b"<pdfaid:part>2</pdfaid:part>" in attached()


@settings(max_examples=20, deadline=None)
@given(data=st.binary(max_size=200))
def test_any_bytes_come_out_as_they_went_in(data: bytes) -> None:
    found = PdfReader(io.BytesIO(attached(replace(LIST, data=data)))).attachments
    assert found[LIST.name] == [data]


@pytest.mark.parametrize("name", ["", " . ", "a/b.csv", "a\\b.csv", "con:.csv", "a\nb.csv"])
def test_a_name_that_no_file_can_have_is_refused(name: str) -> None:
    with pytest.raises(UnusableAttachmentError):
        attached(replace(LIST, name=name))


def test_a_name_stands_for_one_file() -> None:
    with pytest.raises(UnusableAttachmentError, match="Two attachments"):
        attached(LIST, replace(LIST, name="Delegation.CSV"))


@pytest.mark.parametrize("mime", ["", "csv", "text/", "text/csv/x"])
def test_a_kind_is_a_mime_type(mime: str) -> None:
    with pytest.raises(UnusableAttachmentError):
        attached(replace(LIST, mime=mime))
