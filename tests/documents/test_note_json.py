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
from ccmdesk.domain.layout import CHOICES, Layout
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.note import NoteContent, NoteKind, Part
from ccmdesk.domain.note_matter import Change, ChangeKind, Correction, EarlierNote, Matter
from ccmdesk.domain.person import Person, PersonForms
from ccmdesk.domain.profile import LANGUAGES, Names
from ccmdesk.domain.state import Status

TEXT = st.text(max_size=20)
FILLED = st.text(min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
DAY = st.dates(date(1900, 1, 1), date(2100, 1, 1))
FREE = (Part("", "One."), Part("", "Two."))
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
    rank=TEXT,
    family_first=st.booleans(),
    forms=st.dictionaries(
        st.sampled_from(LANGUAGES),
        st.builds(PersonForms, style=TEXT, family_name=TEXT, functional_title=TEXT),
        max_size=2,
    ),
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
    title_text=TEXT,
    family_name_in_capitals=st.booleans(),
    seal_space=st.booleans(),
    address_place=st.sampled_from(CHOICES["address_place"]),
    list_form=st.sampled_from(CHOICES["list_form"]),
    annex_above=st.integers(0, 999),
    line_spacing=st.floats(1, 3),
    margin_left=LENGTH,
    margin_right=LENGTH,
    margin_top=LENGTH,
    margin_bottom=LENGTH,
    font_size=st.floats(9, 16),
)
NAMES = st.builds(
    Names,
    mission=TEXT,
    state=TEXT,
    city=TEXT,
    of_state=TEXT,
    letterhead=TEXTS,
    footer=TEXT,
    signatory=TEXT,
    signatory_title=TEXT,
)
DELEGATES = st.builds(Delegate, PEOPLE, st.sampled_from(Role))
# Every kind has a statement; what is free may stand anywhere.
BODY = st.lists(st.builds(Part, st.just(""), TEXT) | st.just(Part("", "x")), max_size=3).map(
    lambda parts: (Part("statement"), *parts) if parts else ()
)
MATTERS = st.builds(
    Matter,
    article=st.sampled_from([0, 3, 4, 7]),
    year=st.integers(0, 2100),
    initial=st.booleans(),
    expires=MAYBE_DAY,
    until=MAYBE_DAY,
    subject=TEXT,
    question=TEXT,
    corrections=st.lists(st.builds(Correction, TEXT, TEXT, TEXT), max_size=2).map(tuple),
    earlier=st.none() | st.builds(EarlierNote, TEXT, DAY, TEXT),
    changes=st.lists(
        st.builds(Change, st.sampled_from(ChangeKind), st.none() | DELEGATES, DELEGATES),
        max_size=2,
    ).map(tuple),
)
NOTES = st.builds(
    NoteContent,
    kind=st.sampled_from(NoteKind),
    language=st.sampled_from(LANGUAGES),
    status=st.sampled_from(Status),
    names=NAMES,
    meeting=st.none() | MEETINGS,
    dated=DAY,
    number=TEXT,
    number_shown=TEXT,
    addressee=TEXT,
    address=TEXTS,
    reference=TEXT,
    reference_dated=MAYBE_DAY,
    reference_sender=TEXT,
    delegates=st.lists(st.builds(Delegate, PEOPLE, st.sampled_from(Role)), max_size=4).map(tuple),
    body=BODY,
    matter=MATTERS,
    enclosures=TEXTS,
    opening=st.none() | TEXT,
    closing=st.none() | TEXT,
    layout=LAYOUTS,
    courtesy=st.sampled_from(["", "fr"]),
    courtesy_names=st.none() | NAMES,
    courtesy_body=BODY,
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


def changed(path: str, value: Any) -> dict[str, Any]:
    """Return the English example with one value put in; `DELETE` takes the key away."""
    content = replace(example("en"), body=(Part("statement"), Part("delegation"), *FREE))
    data: Any = json.loads(json.dumps(to_json(content)))
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
        ("layout.annex_above", 1.5),
        ("layout.list_form", "poem"),
        ("layout.line_spacing", 4),
        ("body", "text"),
        ("body[0].key", "question"),
        ("body[1].key", "statement"),
        ("body[2].text", None),
        ("matter.article", 5),
        ("matter.until", "soon"),
        ("courtesy", "de"),
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


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ("matter.earlier", {"number": "3/2023"}, "matter.earlier.dated"),
        ("matter.changes", [{"kind": "moves"}], "matter.changes[0].kind"),
        ("delegates[0].forms", {"de": {}}, "delegates[0].forms.de"),
        ("delegates[0].forms.fr", {"title": "Mme"}, "delegates[0].forms.fr.title"),
        ("courtesy_names", {"state": "Avatarie"}, "courtesy_names.mission"),
        ("matter.changes", [{"kind": "joins"}], "matter.changes[0].after"),
    ],
)
def test_what_is_wrong_within_is_named(path: str, value: Any, key: str) -> None:
    with pytest.raises(InputError) as caught:
        from_json(changed(path, value))
    assert caught.value.field == key


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
    assert content.body == ()


OLDER = {
    "language": "en",
    "status": "party",
    "dated": "2023-08-16",
    "names": {"mission": "Permanent Mission of Avataria", "state": "Avataria"},
    "meeting": {"name": "Workshop"},
}


@pytest.mark.parametrize(
    ("older", "body"),
    [
        ({}, ()),
        ({"paragraphs": [], "request": None}, ()),
        (
            {"paragraphs": ["One.\n\nTwo."], "request": None},
            (Part("statement"), Part("delegation"), *FREE, Part("request")),
        ),
        ({"paragraphs": [" "], "request": ""}, (Part("statement"), Part("delegation"))),
        (
            {"request": "Please."},
            (Part("statement"), Part("delegation"), Part("request", "Please.")),
        ),
    ],
)
def test_paragraphs_and_request_of_older_files_become_parts(
    older: dict[str, Any], body: tuple[Part, ...]
) -> None:
    assert from_json(OLDER | older).body == body


@pytest.mark.parametrize(("at_foot", "place"), [(True, "foot"), (False, "end")])
def test_the_older_place_of_the_address_is_read(at_foot: bool, place: str) -> None:
    read = from_json(OLDER | {"layout": {"addressee_at_foot": at_foot}})
    assert read.layout.address_place == place


@pytest.mark.parametrize("older", ["serif", "times"])
def test_older_names_of_the_typeface_are_read(older: str) -> None:
    assert from_json(OLDER | {"layout": {"typeface": older}}).layout.typeface == "stix"


def test_a_kind_that_needs_a_meeting_must_name_it_or_say_that_there_is_none_yet() -> None:
    without = {key: value for key, value in OLDER.items() if key != "meeting"}
    with pytest.raises(InputError, match=r"“meeting” is missing"):
        from_json(without)
    assert from_json(without | {"meeting": None}).meeting is None
    assert from_json(without | {"kind": "general"}).meeting is None
