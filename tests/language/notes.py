"""Notes of every kind for the tests of their wording; invented State and people."""

from dataclasses import replace
from datetime import date

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_matter import Change, ChangeKind, Correction, EarlierNote, Matter
from ccmdesk.domain.person import Person
from ccmdesk.domain.state import Status
from ccmdesk.language.names import default_names

SECRETARY = "Secretary of the Eleventh Meeting of States Parties to the Convention"
OFFICE = "United Nations Office for Disarmament Affairs"
MEETING = Meeting(
    code="11MSP",
    name="Eleventh Meeting of States Parties",
    kind=MeetingKind.STATES_PARTIES,
    ordinal=11,
    start=date(2023, 9, 11),
    end=date(2023, 9, 14),
    city="Geneva",
    venue="Palais des Nations",
)
ANN = Delegate(Person("Example", "Ann", "H.E. Ms.", "Ambassador", gender="f"), Role.HEAD)
BOB = Delegate(Person("Sample", "Bob", "Mr.", "Counsellor", gender="m"), Role.HEAD)
CARLA = Delegate(Person("Test", "Carla", "Ms.", gender="f"), Role.EXPERT)
CHANGES = (
    Change(ChangeKind.REPLACES, BOB, ANN),
    Change(ChangeKind.JOINS, None, CARLA),
    Change(ChangeKind.LEAVES, BOB, None),
    Change(ChangeKind.TITLE, replace(ANN, person=replace(ANN.person, functional_title="")), ANN),
    Change(ChangeKind.ROLE, replace(CARLA, role=Role.ADVISER), CARLA),
    Change(
        ChangeKind.NAME, CARLA, replace(CARLA, person=replace(CARLA.person, given_names="Karla"))
    ),
)
MATTER = Matter(
    year=2022,
    expires=date(2026, 8, 1),
    until=date(2030, 8, 1),
    question="Will badges be issued on Sunday?",
    corrections=(Correction("Anne", "Ann", "the list"), Correction("10", "11")),
    earlier=EarlierNote("10/2023", date(2023, 8, 1)),
    changes=CHANGES,
)
ARTICLES = tuple(
    (kind, article) for kind, rule in RULES.items() for article in rule.articles or (0,)
)
"""Every kind, once for each article it may be about."""

_STATES = {
    "en": "the Republic of Avataria",
    "fr": "la République d’Avatarie",
    "es": "la República de Avataria",
    "ru": "Республика Аватария",
}


def note(
    kind: NoteKind, language: str, status: Status = Status.PARTY, article: int = 0
) -> NoteContent:
    """Return a note with everything a note of its kind may say."""
    return NoteContent(
        kind=kind,
        language=language,
        status=status,
        names=default_names("XAV", "Geneva", language, _STATES[language]),
        dated=date(2023, 8, 16),
        meeting=MEETING,
        number="12/2023",
        number_shown="12/2023",
        addressee=SECRETARY,
        reference="ODA/2023-00050",
        reference_dated=date(2023, 3, 21),
        reference_sender=OFFICE,
        delegates=(ANN, CARLA),
        matter=replace(MATTER, article=article),
        enclosures=("Report",),
    )


def sentence(text: str) -> str:
    """Return a text with ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")
