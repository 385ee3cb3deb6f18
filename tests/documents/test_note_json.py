"""A note as JSON and back."""

import base64
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from ccmdesk.documents.note_json import example, from_json, to_json
from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.person import Person
from ccmdesk.domain.profile import LANGUAGES, Layout, Names
from ccmdesk.domain.state import Status

TEXT = st.text(max_size=20)
FILLED = st.text(min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
DAY = st.dates(date(1900, 1, 1), date(2100, 1, 1))
MAYBE_DAY = st.none() | DAY
LENGTH = st.floats(10, 60) | st.integers(10, 60)
PEOPLE = st.builds(
    Person,
    family_name=FILLED,
    given_names=TEXT,
    style=TEXT,
    functional_title=TEXT,
    organization=TEXT,
    place=TEXT,
    email=TEXT,
    gender=st.sampled_from(["", "f", "m"]),
)
CONVENING = st.builds(
    ConveningNote,
    reference=TEXT,
    dated=MAYBE_DAY,
    sender=TEXT,
    addressee=TEXT,
    address=TEXTS,
    email=TEXT,
    delegation_due=MAYBE_DAY,
    delegation_due_as_written=TEXT,
)
MEETINGS = st.builds(
    Meeting,
    code=TEXT,
    name=FILLED,
    kind=st.sampled_from(MeetingKind),
    ordinal=st.integers(0, 99),
    start=DAY,
    end=st.none(),
    city=TEXT,
    venue=TEXT,
    as_of=MAYBE_DAY,
    convening=CONVENING,
)
LAYOUTS = st.builds(
    Layout,
    paper=st.sampled_from(["A4", "Letter"]),
    emblem_position=st.sampled_from(["centre", "left", "none"]),
    date_place=st.sampled_from(["end", "top"]),
    title_line=st.booleans(),
    family_name_in_capitals=st.booleans(),
    seal_space=st.booleans(),
    addressee_at_foot=st.booleans(),
    margin_left=LENGTH,
    margin_right=LENGTH,
    margin_top=LENGTH,
    margin_bottom=LENGTH,
    font_size=st.floats(9, 16),
)
NOTES = st.builds(
    NoteContent,
    kind=st.sampled_from(NoteKind),
    language=st.sampled_from(LANGUAGES),
    status=st.sampled_from(Status),
    names=st.builds(
        Names,
        mission=TEXT,
        state=TEXT,
        city=TEXT,
        of_state=TEXT,
        letterhead=TEXTS,
        footer=TEXT,
    ),
    meeting=MEETINGS,
    dated=DAY,
    number=TEXT,
    number_shown=TEXT,
    addressee=TEXT,
    address=TEXTS,
    reference=TEXT,
    reference_dated=MAYBE_DAY,
    reference_sender=TEXT,
    delegates=st.lists(st.builds(Delegate, PEOPLE, st.sampled_from(Role)), max_size=4).map(tuple),
    paragraphs=TEXTS,
    request=st.none() | TEXT,
    layout=LAYOUTS,
)


@given(NOTES)
def test_there_and_back(content: NoteContent) -> None:
    assert from_json(json.loads(json.dumps(to_json(content)))) == content


def test_an_emblem_travels_byte_for_byte() -> None:
    file = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(file, "PNG")
    content = replace(example("en"), emblem=file.getvalue())
    assert from_json(to_json(content)).emblem == file.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 8, 200])
def test_examples_have_as_many_delegates_as_asked_for(language: str, count: int) -> None:
    content = example(language, count)
    names = {delegate.person.full_name for delegate in content.delegates}
    assert len(content.delegates) == len(names) == count
    assert [d.role for d in content.delegates].count(Role.HEAD) == (count > 0)
    assert from_json(to_json(content)) == content


def test_no_example_in_a_language_to_come() -> None:
    with pytest.raises(InputError, match="no formulas"):
        example("ar")


def changed(path: str, value: Any) -> dict[str, Any]:
    """Return the English example with one value put in; `DELETE` takes the key away."""
    data: Any = json.loads(json.dumps(to_json(example("en"))))
    target = data
    *parents, last = path.replace("[", ".").replace("]", "").split(".")
    for parent in parents:
        target = target[int(parent) if parent.isdigit() else parent]
    key = int(last) if last.isdigit() else last
    if value is DELETE:
        del target[key]
    else:
        target[key] = value
    assert isinstance(data, dict)
    return data


DELETE = object()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("language", "xx"),
        ("language", DELETE),
        ("language", 7),
        ("kind", "letter"),
        ("status", "friend"),
        ("status", DELETE),
        ("dated", "2023-02-30"),
        ("dated", "16 August 2023"),
        ("dated", None),
        ("dated", 20230816),
        ("reference_dated", "yesterday"),
        ("names", []),
        ("names.mission", None),
        ("names.letterhead", "one line"),
        ("names.state", DELETE),
        ("meeting.kind", "party"),
        ("meeting.name", "  "),
        ("meeting.ordinal", -1),
        ("meeting.ordinal", 1.5),
        ("meeting.ordinal", True),
        ("meeting.start", "2023-13-01"),
        ("meeting.end", "2023-09-10"),
        ("meeting.convening.address", [1, 2]),
        ("meeting.convening.delegation_due", "2023-8-31"),
        ("delegates", {}),
        ("delegates[2]", "Ms. Example"),
        ("delegates[2].role", "boss"),
        ("delegates[2].role", DELETE),
        ("delegates[2].gender", "x"),
        ("delegates[2].given_names", ["A"]),
        ("address", "Geneva"),
        ("paragraphs", [None]),
        ("request", 5),
        ("layout.margin_left", 200),
        ("layout.margin_left", "30"),
        ("layout.font_size", float("nan")),
        ("layout.paper", "A5"),
        ("layout.title_line", "yes"),
        ("layout.colour", "red"),
        ("emblem", "not base64!"),
        ("emblem", base64.b64encode(b"no picture").decode()),
        ("emblem", 3),
        ("adressee", "misspelt"),
    ],
)
def test_what_is_wrong_is_named(path: str, value: Any) -> None:
    with pytest.raises(InputError) as caught:
        from_json(changed(path, value))
    assert caught.value.field == path
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("key", ["number", "meeting.name", "address", "paragraphs"])
def test_half_a_character_is_refused(key: str) -> None:
    value: object = "A \ud83d" if key in ("number", "meeting.name") else ["Fine", "A \udfff"]
    with pytest.raises(InputError, match="half of one") as caught:
        from_json(changed(key, value))
    assert caught.value.field == key


def test_a_delegate_without_a_name() -> None:
    data = changed("delegates[1].family_name", "")
    data["delegates"][1]["given_names"] = " "
    with pytest.raises(InputError, match="needs a name"):
        from_json(data)


@pytest.mark.parametrize("data", [None, [], "text", 4, {}])
def test_no_note_at_all(data: object) -> None:
    with pytest.raises(InputError):
        from_json(data)


def test_what_is_left_out_takes_its_default() -> None:
    content = from_json(
        {
            "language": "en",
            "status": "party",
            "dated": "2023-08-16",
            "names": {"mission": "Permanent Mission of Avataria", "state": "Avataria"},
            "meeting": {"name": "Workshop"},
            "number": "4/2023",
        }
    )
    assert content.layout == Layout()
    assert content.number_shown == "4/2023"
    assert content.request is None
