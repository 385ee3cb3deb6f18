"""Versions of a note compared in a few words and as a paper."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.documents.note_json import example
from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.services.note_comparison import changed_places, redline, write_paper


def test_the_places_that_differ_are_told_with_their_words() -> None:
    before = example("en", 2)
    after = replace(before, address=("Villa Rigot", "1202 Geneva"))
    (place,) = changed_places(before, after)
    assert place.place == "Addressee"
    assert place.came == 3
    assert place.went > 3


def test_the_same_version_differs_nowhere() -> None:
    assert changed_places(example("fr", 3), example("fr", 3)) == []


def test_a_paper_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    before = example("en", 2)
    after = replace(before, address=("Villa Rigot",))
    path = tmp_path / "redline.pdf"
    write_paper(lambda: redline(before, after, ("one", "two"), date(2023, 8, 16)), path)
    assert path.read_bytes().startswith(b"%PDF")
    with pytest.raises(EnvironmentFault):
        write_paper(path.read_bytes, tmp_path / "nowhere" / "redline.pdf")
