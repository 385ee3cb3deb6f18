"""The .eml file, read back by the mail library."""

import email
from dataclasses import replace
from email import policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.documents.note_email import addresses_of, file_name, note_email
from ccmdesk.documents.note_json import example
from ccmdesk.documents.note_text import letter
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note_matter import Matter
from ccmdesk.domain.profile import LANGUAGES

PDF = b"%PDF-1.7 " + bytes(range(256)) * 40


def read(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_with_the_note_attached(language: str) -> None:
    content = example(language, 2)
    message = read(note_email(content, PDF))
    assert message["X-Unsent"] == "1"
    assert message["To"] == "ccm@un.org"
    assert message["Subject"] == letter(content).subject
    assert (message["From"], message["Date"], message["Message-ID"]) == (None, None, None)
    text, attached = message.iter_parts()
    assert isinstance(text, EmailMessage)
    assert isinstance(attached, EmailMessage)
    assert text.get_content().replace("\r\n", "\n") == letter(content).text
    assert attached.get_content() == PDF
    assert attached.get_filename() == file_name(content, "pdf")
    assert attached.get_content_type() == "application/pdf"


def test_lines_are_short_ascii_and_end_as_mail_asks() -> None:
    data = note_email(example("ar", 2), PDF)
    lines = data.split(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    # The name of the file, in percent signs, is one word.
    assert max(len(line) for line in lines if b"filename" not in line) <= 78
    assert data.isascii()


def test_the_same_note_gives_the_same_bytes() -> None:
    assert note_email(example("ru"), PDF) == note_email(example("ru"), PDF)
    assert note_email(example("ru"), PDF) != note_email(example("ru"), PDF + b" ")


@given(st.text(alphabet="ab é نقطة 照会 ŞЖ–: ", min_size=1, max_size=160))
def test_any_subject_comes_back_whole(subject: str) -> None:
    content = replace(example("en", 1), matter=Matter(subject=subject))
    assert read(note_email(content, PDF))["Subject"] == letter(content).subject


def test_receivers_as_asked_for() -> None:
    data = note_email(example("en"), PDF, to=("a@example.org",), cc=("b@example.org", "c@x.int"))
    message = read(data)
    assert message["To"] == "a@example.org"
    assert message["Cc"] == "b@example.org, c@x.int"
    without = read(note_email(replace(example("en"), address=("Geneva",)), PDF))
    assert without["To"] is None


@pytest.mark.parametrize("address", ["nobody", "a@b", "a@example.org\r\nBcc: x@y.org", "ä@x.org"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(InputError, match="is not an e-mail address") as caught:
        note_email(example("en"), PDF, to=(address,))
    assert caught.value.field == "to"


def test_addresses_among_the_lines() -> None:
    address = ("Office", "E-mail: ccm@un.org, isu@example.int", "ccm@un.org")
    content = replace(example("en"), address=address)
    assert addresses_of(content) == ("ccm@un.org", "isu@example.int")


@pytest.mark.parametrize(
    ("number", "name"),
    [
        ("12/2023", "Note verbale 12-2023.pdf"),
        ("", "Note verbale.pdf"),
        ('A:"1"\\2?', "Note verbale A 1 2.pdf"),
    ],
)
def test_names_of_files(number: str, name: str) -> None:
    assert file_name(replace(example("en"), number=number, number_shown=""), "pdf") == name


@pytest.mark.parametrize(
    ("language", "named"),
    [("en", "Note verbale (draft).pdf"), ("fr", "Note verbale (projet).pdf")],
)
def test_a_file_of_a_draft_says_that_it_is_one(language: str, named: str) -> None:
    content = replace(example(language), number="", number_shown="____/2026")
    assert file_name(content, "pdf") == named
