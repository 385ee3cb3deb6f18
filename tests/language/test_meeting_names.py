"""Names of meetings in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.language.meeting_names import formal_name, meeting_name, read_formal_name

FORMAL = st.sampled_from([MeetingKind.STATES_PARTIES, MeetingKind.REVIEW_CONFERENCE])


def other(name: str, language: str) -> str:
    return meeting_name(Meeting(code="X", name=name), language).to


def test_eleventh_meeting() -> None:
    meeting = Meeting(code="11MSP", name="11MSP", kind=MeetingKind.STATES_PARTIES, ordinal=11)
    english, french = meeting_name(meeting, "en"), meeting_name(meeting, "fr")
    assert english.the == (
        "the Eleventh Meeting of States Parties to the Convention on Cluster Munitions"
    )
    assert french.to == (
        "à la onzième Assemblée des États parties à la Convention sur les armes à sous-munitions"
    )
    assert (english.short, french.to_short) == ("the Meeting", "à l’Assemblée")


@given(FORMAL, st.integers(1, 99), st.sampled_from(["en", "fr"]))
def test_every_formal_name_is_read_back(kind: MeetingKind, number: int, language: str) -> None:
    assert read_formal_name(formal_name(kind, number, language).full) == (kind, number)


@pytest.mark.parametrize(
    ("name", "english", "french"),
    [
        (
            "Intersessional Meeting",
            "the Intersessional Meeting",
            "à la réunion «\u00a0Intersessional Meeting\u00a0»",
        ),
        ("the Geneva Forum", "the Geneva Forum", None),
        (
            "Clusters and Clouds",
            "the meeting “Clusters and Clouds”",
            "à la réunion «\u00a0Clusters and Clouds\u00a0»",
        ),
        ("Atelier sur la destruction", None, "à l’Atelier sur la destruction"),
        ("Séminaire régional", None, "au Séminaire régional"),
        ("Deuxième Réunion préparatoire", None, "à la Deuxième Réunion préparatoire"),
        (
            "Consultations informelles",
            "the Consultations informelles",
            "aux Consultations informelles",
        ),
        ("les Journées de Genève", None, "aux Journées de Genève"),
    ],
)
def test_typed_names_stay_as_typed(name: str, english: str | None, french: str | None) -> None:
    if english:
        assert other(name, "en") == english
    if french:
        assert other(name, "fr") == french


def test_a_meeting_of_another_convention_keeps_its_name() -> None:
    meeting = Meeting(
        code="X",
        name="Fifth Review Conference of the Anti-Personnel Mine Ban Convention",
        kind=MeetingKind.REVIEW_CONFERENCE,
        ordinal=5,
    )
    assert meeting_name(meeting, "en").full == meeting.name
