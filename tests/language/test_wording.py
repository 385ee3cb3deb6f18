"""The sentences of a note where the addressee's name has parts of its own."""

from dataclasses import replace

import pytest

from ccmdesk.documents.note_json import example
from ccmdesk.language.wording import wording

BRANCH = "United Nations Office for Disarmament Affairs, Geneva Branch"


@pytest.mark.parametrize(
    ("language", "opening", "closing"),
    [
        ("en", "Geneva Branch, and has the honour", "Geneva Branch, the assurances"),
        ("fr", "Service de Genève, et a l’honneur", "Service de Genève, les assurances"),
    ],
)
def test_a_branch_named_after_its_office_is_closed_by_a_comma(
    language: str, opening: str, closing: str
) -> None:
    content = replace(example(language), addressee=BRANCH, reference="", reference_dated=None)
    texts = wording(content)
    assert opening in texts.opening.replace("\N{NO-BREAK SPACE}", " ")
    assert closing in texts.closing.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_plain_addressee_takes_no_comma_before_the_assurances(language: str) -> None:
    assert ", " not in wording(example(language)).closing
