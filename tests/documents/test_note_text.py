"""The note as plain text, and the words of its e-mail."""

from dataclasses import replace

import pytest

from ccmdesk.documents.note_json import example
from ccmdesk.documents.note_text import letter, note_text
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.profile import LANGUAGES

STEERING = "\u2066\u2067\u2068\u2069\u00a0\u202f"


def test_the_text_reads_as_the_paper_does() -> None:
    parts = note_text(example("en", 2)).split("\n\n")
    assert parts[0].splitlines()[0] == "PERMANENT MISSION OF THE REPUBLIC OF AVATARIA"
    assert parts[1:3] == ["No. 12/2023", "NOTE VERBALE"]
    assert parts[3].startswith("The Permanent Mission of the Republic of Avataria to the United")
    assert parts[5].splitlines() == [
        "1. H.E. Ms. Élise VĂRZARU, Ambassador, Permanent Representative, Permanent Mission, "
        "Geneva (Head of Delegation)",
        "2. Mr. Tomáš NOVOTNÝ, Minister-Counsellor, Deputy Permanent Representative, Permanent "
        "Mission, Geneva (Alternate Head of Delegation)",
    ]
    assert parts[8] == "Geneva, 16 August 2023"
    assert parts[9].splitlines()[-1] == "ccm@un.org\n".strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_mark_that_only_print_needs(language: str) -> None:
    content = example(language, 20)
    text = note_text(content) + letter(content).subject + letter(content).text
    assert not set(STEERING) & set(text)
    assert content.delegates[-1].person.given_names in text


def test_annex_and_translation_follow() -> None:
    content = replace(example("fr", 13), courtesy="en", courtesy_names=example("en").names)
    text = note_text(content)
    head = text.index("Unofficial translation")
    assert text.index("Annexe") < head < text.index("presents its compliments")
    assert text.count("NOTE VERBALE") == 2


def test_what_the_layout_leaves_out_is_left_out() -> None:
    layout = Layout(letterhead="none", closing_line=False, address_place="none", date_place="top")
    text = note_text(replace(example("en", 1), layout=layout))
    assert text.startswith("No. 12/2023\nGeneva, 16 August 2023\n")
    assert "avails itself" not in text
    assert "ccm@un.org" not in text


def test_the_letter_names_number_date_and_subject() -> None:
    said = letter(example("en"))
    assert said.subject.startswith("Note verbale No. 12/2023: Composition of the delegation to")
    assert said.text.startswith(
        "Please find attached the note verbale No. 12/2023 of 16 August 2023.\n\nSubject: "
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_in_every_language(language: str) -> None:
    said = letter(example(language))
    assert "12/2023" in said.subject
    assert "12/2023" in said.text
    assert "\n" not in said.subject
    assert "{" not in said.subject + said.text
