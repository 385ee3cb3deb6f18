"""Whatever an officer types, and whatever is still missing, a note can be worded."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccmdesk.domain.layout import CHOICES, Layout
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.note import NoteContent, NoteKind, Part
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_matter import Correction, EarlierNote, Matter
from ccmdesk.domain.profile import LANGUAGES, Names
from ccmdesk.domain.state import Status
from ccmdesk.language.grammar import grammar
from ccmdesk.language.phrases import pack
from ccmdesk.language.wording import resolved, unconfirmed, wording
from tests.language.notes import CHANGES

TEXT = st.text(max_size=30)
DAYS = st.dates(date(2008, 1, 1), date(2099, 12, 31))
MEETINGS = st.builds(
    Meeting,
    code=st.just("X"),
    name=TEXT,
    kind=st.sampled_from(MeetingKind),
    ordinal=st.integers(0, 120),
    start=st.none() | DAYS,
    end=st.none() | DAYS,
    city=TEXT,
    venue=TEXT,
)
MATTERS = st.builds(
    Matter,
    article=st.sampled_from([0, 3, 4, 7]),
    year=st.integers(0, 2100),
    initial=st.booleans(),
    expires=st.none() | DAYS,
    until=st.none() | DAYS,
    subject=TEXT,
    question=TEXT,
    corrections=st.lists(st.builds(Correction, TEXT, TEXT, TEXT), max_size=2).map(tuple),
    earlier=st.none() | st.builds(EarlierNote, TEXT, DAYS, TEXT),
    changes=st.lists(st.sampled_from(CHANGES), max_size=3).map(tuple),
)
LAYOUTS = st.builds(
    Layout,
    digits=st.sampled_from(CHOICES["digits"]),
    months=st.sampled_from(CHOICES["months"]),
    hijri=st.booleans(),
    short_names=st.booleans(),
    opening=TEXT,
    closing=TEXT,
)
CONTENTS = st.builds(
    NoteContent,
    kind=st.sampled_from(NoteKind),
    language=st.sampled_from(LANGUAGES),
    status=st.sampled_from(Status),
    names=st.builds(Names, mission=TEXT, state=TEXT, city=TEXT, of_state=TEXT),
    dated=DAYS,
    meeting=st.none() | MEETINGS,
    number_shown=TEXT,
    addressee=TEXT,
    reference=TEXT,
    reference_dated=st.none() | DAYS,
    reference_sender=TEXT,
    matter=MATTERS,
    enclosures=st.lists(TEXT, max_size=3).map(tuple),
    layout=LAYOUTS,
)


@given(CONTENTS)
@settings(max_examples=200, deadline=None)
def test_any_text_is_worded(content: NoteContent) -> None:
    texts = wording(content)
    assert [part.key for part in texts.body] == list(RULES[content.kind].parts)
    assert texts.opening.strip()
    assert all(part.text.strip() for part in texts.body)
    sealed = wording(resolved(content))
    assert (sealed.opening, sealed.closing) == (texts.opening, texts.closing)
    marks = pack(content.language).confidence
    prefix = f"{content.language}."
    assert all(marks[key.removeprefix(prefix)] == "C" for key in unconfirmed(content))


@given(st.sampled_from(LANGUAGES), st.lists(TEXT, min_size=1, max_size=3))
@settings(max_examples=100, deadline=None)
def test_typed_paragraphs_keep_their_words(language: str, typed: list[str]) -> None:
    names = Names("Mission", "State", "City")
    body = tuple(Part("", text) for text in typed)
    content = NoteContent(
        NoteKind.GENERAL, language, Status.PARTY, names, date(2026, 1, 1), body=body
    )
    said = wording(content).body
    assert len(said) == len(typed)
    for part, text in zip(said, typed, strict=True):
        assert letters(part.text) == letters(text)


def letters(text: str) -> str:
    """Return the letters and figures alone, which polishing never touches."""
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize("language", LANGUAGES)
@given(kind=st.sampled_from([MeetingKind.STATES_PARTIES, MeetingKind.REVIEW_CONFERENCE]))
@settings(deadline=None)
def test_ninety_nine_meetings_have_names_of_their_own_that_are_read_back(
    language: str, kind: MeetingKind
) -> None:
    own = grammar(language)
    names = [own.formal_name(kind, number).full for number in range(1, 100)]
    assert len(set(names)) == 99
    assert [own.read_formal_name(name) for name in names] == [(kind, n) for n in range(1, 100)]


@pytest.mark.parametrize("language", LANGUAGES)
@given(start=DAYS, days=st.integers(0, 40))
@settings(max_examples=60, deadline=None)
def test_a_meeting_is_never_said_to_end_before_it_begins(
    language: str, start: date, days: int
) -> None:
    end = start + timedelta(days=days)
    meeting = Meeting("X", "X", MeetingKind.STATES_PARTIES, 11, start, end, city="Geneva")
    content = NoteContent(
        NoteKind.NOMINATION,
        language,
        Status.PARTY,
        Names("Mission", "State", "City"),
        dated=date(2007, 1, 1),
        meeting=meeting,
    )
    said = wording(content).body[0].text
    assert str(end.year) in said
    assert str(start.day) in said or (start.day == 1 and language in ("fr", "es"))
    moved = replace(content, meeting=replace(meeting, start=None, end=None))
    assert str(end.year) not in wording(moved).body[0].text
