"""An example of a note with an invented State and invented people, as long as one wishes."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.mission_names import Names
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.person import Person
from ccmdesk.domain.state import Status
from ccmdesk.language.names import default_names
from ccmdesk.language.phrases import pack, resource

_ADDRESS = (
    "Office for Disarmament Affairs, Geneva Branch",
    "United Nations Office at Geneva",
    "Palais des Nations, Building H,",
    "Second Floor, WP.24",
    "CH-1211 Geneva 10",
    "Switzerland",
)
_ADDRESSEE = "Secretary of the Eleventh Meeting of States Parties to the Convention"
_GIVEN = (
    ("Élise", "f"), ("Tomáš", "m"), ("Ingrid Solveig", "f"), ("João Miguel", "m"), ("Ayşe", "f"),
    ("Søren", "m"), ("Katarzyna", "f"), ("Émile", "m"), ("Þóra", "f"), ("Ștefan", "m"),
    ("Zoë", "f"), ("Đorđe", "m"), ("Ngọc Ánh", "f"), ("Jürgen", "m"), ("María José", "f"),
    ("Ömer", "m"), ("Aïcha", "f"), ("Bronisław", "m"), ("Nuala", "f"), ("Håkon", "m"),
    ("Fatou", "f"), ("Gyula", "m"), ("Līga", "f"),
)  # fmt: skip
_FAMILY = (
    "Vărzaru", "Novotný", "Bjørnstad", "de Souza Araújo", "Çelikkaya", "Østergård", "Wiśniewska",
    "Lefèvre-Rousseau", "Ásgeirsdóttir", "Țepeluș", "van der Velde", "Petrović", "Nguyễn",
    "Müller-Lüdenscheidt", "Ibáñez Muñoz", "Yıldırım", "Ben Saïd", "Gołębiowski", "O’Shaughnessy",
    "Ærøskøbing", "N’Diaye", "Szőllősy", "Kārkliņa", "Dvořáčková", "Fjällström", "Đukić",
    "Gonçalves", "Škvorecký", "Ağaoğlu",
)  # fmt: skip


_POSTS = (
    ("permanent_representative", Role.HEAD, False),
    ("deputy", Role.ALTERNATE_HEAD, False),
    ("director", Role.REPRESENTATIVE, True),
    ("first_secretary", Role.REPRESENTATIVE, False),
    ("legal_adviser", Role.ADVISER, True),
    ("defence_attache", Role.ADVISER, False),
    ("mine_action", Role.EXPERT, True),
    ("desk_officer", Role.EXPERT, True),
)
"""The posts of the delegation: title, role, and whether the person comes from the capital."""


@dataclass(frozen=True, slots=True)
class _Texts:
    """What the example is called in one language; `given` and `family` where it has own letters."""

    state: str
    ministry: str
    mission: str
    styles: dict[str, list[str]]
    titles: dict[str, list[str]]
    given: tuple[tuple[str, str], ...] = _GIVEN
    family: tuple[str, ...] = _FAMILY
    family_first: bool = False

    def styled(self, kind: str, gender: str) -> str:
        return _by_gender(self.styles[kind], gender)

    def title(self, post: str, gender: str) -> str:
        return _by_gender(self.titles[post], gender)


def _by_gender(forms: list[str], gender: str) -> str:
    """Return the feminine form where a language has one."""
    return forms[-1] if gender == "f" else forms[0]


@cache
def _texts(language: str) -> _Texts:
    with resource("examples", f"{language}.toml").open("rb") as file:
        data = tomllib.load(file)
    people = data.pop("people", None)
    if people:
        data["given"] = tuple((name, gender) for name, gender in people["given"])
        data["family"] = tuple(people["family"])
    return _Texts(**data)


def example(language: str, delegates: int = 8) -> NoteContent:
    """Return an invented note to the Eleventh Meeting of States Parties (2023) in a language.

    The facts of the meeting are those of note ODA/2023-00050 of 21 March 2023. Raises InputError
    for a language without a phrase pack.
    """
    pack(language)
    convening = ConveningNote(
        reference="ODA/2023-00050",
        dated=date(2023, 3, 21),
        sender="United Nations Office for Disarmament Affairs",
        addressee=_ADDRESSEE,
        address=_ADDRESS,
        email="ccm@un.org",
        delegation_due=date(2023, 8, 31),
        delegation_due_as_written="Friday, 31 August 2023",
    )
    meeting = Meeting(
        code="11MSP",
        name="Eleventh Meeting of States Parties",
        kind=MeetingKind.STATES_PARTIES,
        ordinal=11,
        start=date(2023, 9, 11),
        end=date(2023, 9, 14),
        city="Geneva",
        venue="Palais des Nations",
        convening=convening,
    )
    names: Names = default_names("XAV", "Geneva", language, _texts(language).state)
    return NoteContent(
        kind=NoteKind.NOMINATION,
        language=language,
        status=Status.PARTY,
        names=names,
        meeting=meeting,
        dated=date(2023, 8, 16),
        number="12/2023",
        number_shown="12/2023",
        addressee=_ADDRESSEE,
        address=convening.reply_to,
        reference=convening.reference,
        reference_dated=convening.dated,
        reference_sender=convening.sender,
        delegates=tuple(_delegate(index, delegates, language) for index in range(delegates)),
    )


def _delegate(index: int, count: int, language: str) -> Delegate:
    """Return the delegate at a place in the list; no two of the first 667 share their name."""
    texts = _texts(language)
    given, gender = texts.given[(index + index // len(texts.family)) % len(texts.given)]
    # A longer list has more of each post but the first two, in the order of the posts.
    place = index if index < 2 or count <= 8 else 2 + (index - 2) * 6 // (count - 2)
    post, role, from_capital = _POSTS[place]
    return Delegate(
        Person(
            family_name=texts.family[index % len(texts.family)],
            given_names=given,
            style=texts.styled("ambassador" if index == 0 else "plain", gender),
            functional_title=texts.title(post, gender),
            organization=texts.ministry if from_capital else texts.mission,
            gender=gender,
            family_first=texts.family_first,
        ),
        role,
    )
