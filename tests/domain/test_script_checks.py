"""Names in the letters of another script."""

import pytest

from ccmdesk.documents.note_json import example, from_json, to_json
from ccmdesk.domain.finding import Severity
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.script_checks import script_findings


def named(given: str, language: str = "en") -> NoteContent:
    """Return a note whose head has that given name."""
    data = to_json(example(language, 2))
    delegates = data["delegates"]
    assert isinstance(delegates, list)
    delegates[0]["given_names"] = given
    return from_json(data)


@pytest.mark.parametrize(
    ("given", "script"),
    [("محمد", "Arabic"), ("Дмитрий", "Cyrillic"), ("日", "Chinese"), ("Ελένη", "Greek")],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_name_in_other_letters_blocks_and_says_which(
    given: str, script: str, language: str
) -> None:
    (finding,) = script_findings(named(given, language))
    assert finding.severity is Severity.BLOCKING
    assert finding.rule == "name-in-other-script"
    assert script in finding.message
    assert given in finding.message


@pytest.mark.parametrize(
    "given",
    ["Đorđe", "Thị Hường", "Kaʻiulani", "O’Neill-Ångström", "Jean-Noël", "Łucja", "<b>A</b>"],
)
def test_latin_letters_with_any_marks_are_right(given: str) -> None:
    assert list(script_findings(named(given))) == []
