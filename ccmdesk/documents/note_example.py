"""An example of a note with an invented State and invented people, as long as one wishes."""

from dataclasses import dataclass
from datetime import date

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.person import Person
from ccmdesk.domain.profile import Names
from ccmdesk.domain.state import Status
from ccmdesk.language.names import default_names
from ccmdesk.language.phrases import pack

_STATES = {"en": "the Republic of Avataria", "fr": "la République d’Avatarie"}
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


@dataclass(frozen=True, slots=True)
class _Post:
    """A post in the delegation; the French title has a masculine and a feminine form."""

    role: Role
    english: str
    masculine: str
    feminine: str
    from_capital: bool = False


_POSTS = (
    _Post(
        Role.HEAD,
        "Ambassador, Permanent Representative",
        "Ambassadeur, Représentant permanent",
        "Ambassadrice, Représentante permanente",
    ),
    _Post(
        Role.ALTERNATE_HEAD,
        "Minister-Counsellor, Deputy Permanent Representative",
        "Ministre conseiller, Représentant permanent adjoint",
        "Ministre conseillère, Représentante permanente adjointe",
    ),
    _Post(
        Role.REPRESENTATIVE,
        "Director for Disarmament and Arms Control",
        "Directeur du désarmement et de la maîtrise des armements",
        "Directrice du désarmement et de la maîtrise des armements",
        from_capital=True,
    ),
    _Post(Role.REPRESENTATIVE, "First Secretary", "Premier Secrétaire", "Première Secrétaire"),
    _Post(
        Role.ADVISER,
        "Legal Adviser",
        "Conseiller juridique",
        "Conseillère juridique",
        from_capital=True,
    ),
    _Post(
        Role.ADVISER,
        "Colonel, Defence Attaché",
        "Colonel, attaché de défense",
        "Colonelle, attachée de défense",
    ),
    _Post(
        Role.EXPERT,
        "Head of the National Mine Action Centre",
        "Chef du Centre national de lutte antimines",
        "Cheffe du Centre national de lutte antimines",
        from_capital=True,
    ),
    _Post(
        Role.EXPERT, "Desk Officer", "Chargé de dossier", "Chargée de dossier", from_capital=True
    ),
)


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
    names: Names = default_names("XAV", "Geneva", language, _STATES[language])
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
    """Return the delegate at a place in the list; no two of the first 667 share their full name."""
    given, gender = _GIVEN[(index + index // len(_FAMILY)) % len(_GIVEN)]
    family = _FAMILY[index % len(_FAMILY)]
    # A longer list has more of each post but the first two, in the order of the posts.
    post = _POSTS[index if index < 2 or count <= 8 else 2 + (index - 2) * 6 // (count - 2)]
    french = language == "fr"
    title = (post.feminine if gender == "f" else post.masculine) if french else post.english
    styles = ("Mme", "M.") if french else ("Ms.", "Mr.")
    style = styles[gender == "m"]
    if index == 0:
        style = f"{'S.E.' if french else 'H.E.'} {style}"
    ministry = "Ministère des affaires étrangères" if french else "Ministry of Foreign Affairs"
    mission = "Mission permanente, Genève" if french else "Permanent Mission, Geneva"
    return Delegate(
        Person(
            family_name=family,
            given_names=given,
            style=style,
            functional_title=title,
            organization=ministry if post.from_capital else mission,
            gender=gender,
        ),
        post.role,
    )
