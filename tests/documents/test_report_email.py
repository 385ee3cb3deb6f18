"""What the e-mail of a report says, and what its files are called."""

import email
from dataclasses import replace
from datetime import date
from email import policy

import pytest

from ccmdesk.documents.note_json import example as note_example
from ccmdesk.documents.report_email import (
    enclosure,
    replaced,
    report_email,
    report_file_name,
    report_letter,
)
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.profile import LANGUAGES
from tests.documents.article7_example import example


def test_files_go_by_state_year_and_version() -> None:
    report = example()
    name = report_file_name(report, 1, "Netherlands (Kingdom of the)", "en")
    assert name == "Article 7 report Netherlands 2026.pdf"
    assert report_file_name(report, 3, "A/B: C", "fr") == "Rapport article 7 A B C 2026 v3.pdf"
    initial = example(initial=True)
    assert report_file_name(initial, 1, "Avataria", "en") == "Article 7 report Avataria initial.pdf"


def test_an_enclosure_names_the_version_of_a_correction() -> None:
    assert enclosure(example(), 1, "en") == "Report under Article 7 for 2026"
    assert enclosure(example(), 2, "fr") == "Rapport au titre de l’article 7 pour 2026, version 2"
    assert enclosure(example(initial=True), 1, "zh") == "第七条初次报告"


def test_a_correction_names_the_note_before() -> None:
    said = replaced("12/2026", date(2026, 4, 28), "en", Layout())
    assert said.endswith("with note verbale No. 12/2026 of 28\u00a0April 2026.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_email_names_and_holds_both_papers(language: str) -> None:
    content = replace(note_example(language), address=("Geneva", "ccm@example.org"))
    said = report_letter(content, "Report.pdf")
    assert "Report.pdf" in said.text
    assert "{" not in said.text
    data = report_email(
        content, b"%PDF note", ("Report.pdf", b"%PDF report"), to=("a@example.org",), cc=()
    )
    again = report_email(
        content, b"%PDF note", ("Report.pdf", b"%PDF report"), to=("a@example.org",), cc=()
    )
    assert data == again
    message = email.message_from_bytes(data, policy=policy.default)
    files = [part.get_content() for part in message.iter_attachments()]
    assert files == [b"%PDF note", b"%PDF report"]
    assert message["Cc"] is None
    assert message["X-Unsent"] == "1"
