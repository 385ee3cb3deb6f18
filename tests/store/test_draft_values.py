"""A draft comes back from its row and from a kept version as it was."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.note import Draft, NoteKind, Part
from ccmdesk.domain.note_matter import Correction, Matter
from ccmdesk.store.draft_values import (
    draft_from,
    draft_from_record,
    draft_record,
    draft_values,
)

# A lone surrogate can be typed nowhere and stored in no file.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
days = st.none() | st.dates(date(1900, 1, 1), date(2999, 12, 31))
parts = st.lists(st.builds(Part, texts, st.none() | texts), max_size=4).map(tuple)
matters = st.builds(
    Matter,
    article=st.sampled_from([0, 3, 4, 7]),
    year=st.integers(0, 2999),
    initial=st.booleans(),
    expires=days,
    until=days,
    subject=texts,
    question=texts,
    corrections=st.lists(st.builds(Correction, texts, texts, texts), max_size=2).map(tuple),
)
drafts = st.builds(
    Draft,
    kind=st.sampled_from(list(NoteKind)),
    language=st.sampled_from(["en", "ar", "zh"]),
    meeting_id=st.none() | st.integers(1, 9),
    dated=days,
    addressee=st.none() | texts,
    address=st.none() | st.lists(texts, max_size=3).map(tuple),
    reference=st.none() | texts,
    reference_dated=days,
    body=parts,
    matter=matters,
    answers=st.none() | st.integers(1, 9),
    enclosures=st.lists(texts, max_size=2).map(tuple),
    number=st.none() | texts,
    series=texts,
    courtesy=st.sampled_from(["", "fr"]),
    courtesy_body=parts,
)


@given(drafts)
def test_a_draft_comes_back_from_its_row(draft: Draft) -> None:
    values = draft_values(draft)
    stored = {
        name: json.loads(json.dumps(value)) if isinstance(value, list | dict) else value
        for name, value in values.items()
    }
    assert draft_from(stored) == draft


@given(drafts)
def test_a_draft_comes_back_from_a_version(draft: Draft) -> None:
    assert draft_from_record(json.loads(json.dumps(draft_record(draft)))) == draft
