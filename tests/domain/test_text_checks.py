"""What the linter says of free text."""

from dataclasses import replace

import pytest

from ccmdesk.domain.note import Part
from ccmdesk.domain.text_checks import text_findings
from tests.domain.test_note_checks import NOTE


def rules(text: str, language: str = "en") -> list[str]:
    content = replace(
        NOTE, language=language, body=(Part(text="A plain sentence."), Part(text=text))
    )
    findings = list(text_findings(content))
    assert all(finding.where == "paragraph 2" for finding in findings)
    return [finding.rule for finding in findings]


@pytest.mark.parametrize(
    "text",
    [
        "We would like to thank you.",
        "The delegation asks for your help.",
        "I have the honour to be.",
        "Please tell us the room.",
    ],
)
def test_first_and_second_person(text: str) -> None:
    assert rules(text) == ["third-person"]


@pytest.mark.parametrize(
    "text", ["Nous vous prions de noter.", "Je vous écris.", "J’ai l’honneur.", "Votre note."]
)
def test_first_and_second_person_in_french(text: str) -> None:
    assert rules(text, "fr") == ["third-person"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Permanent Mission of the US, Annex I excepted, writes.", "en"),
        ("The United States takes part; U.S. delegates travel.", "en"),
        ("La Mission permanente se félicite de la réunion.", "fr"),
        ("The reference is CCM/MSP/2023/1.", "en"),
    ],
)
def test_plain_text_is_left_alone(text: str, language: str) -> None:
    assert rules(text, language) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The delegation thanks the Secretary!", "exclamation-mark"),
        ("The CCM is in force.", "abbreviation"),
        ("At the 11MSP the delegation will speak.", "abbreviation"),
        ("Excellency,\nthe delegation will speak.", "salutation"),
        ("Kind regards", "salutation"),
        ("By Friday, 31 August 2023.", "weekday-conflict"),
    ],
)
def test_each_rule(text: str, rule: str) -> None:
    assert rules(text) == [rule]


def test_the_request_is_read_too_but_not_the_set_one() -> None:
    (finding,) = text_findings(
        replace(NOTE, body=(Part("statement"), Part("request", "Please confirm!")))
    )
    assert (finding.rule, finding.where) == ("exclamation-mark", "request")
    assert list(text_findings(NOTE)) == []
