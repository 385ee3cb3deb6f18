"""What notes of every kind say, by the standing of the State, in English and French."""

import re
from dataclasses import replace
from datetime import date

import pytest

from ccmdesk.domain.note import NoteKind
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_matter import Change, ChangeKind, Matter
from ccmdesk.domain.profile import Names
from ccmdesk.domain.state import Status
from ccmdesk.language.grammar import BLANK
from ccmdesk.language.wording import Wording, wording
from tests.language.notes import ARTICLES, OFFICE, note, sentence

LANGUAGES = ("en", "fr")
WRONG = re.compile(
    r"[{}]|  | [,.]|\.\.|,,|\b[tT]he the\b"
    r"|\b(?:de le|de les|à le|à les|de de|le le|la la)\b"
    r"|\bque [aeiouéèh]|\bde [aeiouéè]|\bNone\b"
)
HONOUR = {"en": "has the honour to ", "fr": "a l’honneur d"}


def whole(texts: Wording) -> str:
    """Return the note from opening to closing as it is read."""
    first, *others = texts.body
    parts = [texts.opening + first.text, *(part.whole for part in others), texts.closing]
    return sentence("\n".join(parts))


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize(("kind", "article"), ARTICLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_reads_as_a_note(
    language: str, kind: NoteKind, article: int, status: Status
) -> None:
    texts = wording(note(kind, language, status, article))
    said = whole(texts)
    assert [part.key for part in texts.body] == list(RULES[kind].parts)
    assert said.count(HONOUR[language]) == 1
    assert not WRONG.search(said), WRONG.search(said)
    assert BLANK not in said
    assert all(part.live and part.text == part.standard.split("\n")[0] for part in texts.body)
    assert all(part.text.endswith((".", ":", "?")) for part in texts.body)
    assert texts.subject
    assert not texts.subject.endswith(".")


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize(("kind", "article"), ARTICLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_known_yet_leaves_no_broken_sentence(
    language: str, kind: NoteKind, article: int, status: Status
) -> None:
    bare = replace(
        note(kind, language, status, article),
        meeting=None,
        matter=Matter(),
        reference="",
        reference_dated=None,
        addressee="",
        names=Names("", "", ""),
        delegates=(),
    )
    said = whole(wording(bare))
    assert not WRONG.search(said), WRONG.search(said)


@pytest.mark.parametrize(
    ("kind", "status", "words"),
    [
        ("nomination", Status.PARTY, "Avataria will participate in the Eleventh"),
        ("nomination", Status.SIGNATORY, "a signatory State, will participate as an observer in"),
        ("nomination", Status.NOT_PARTY, "Avataria will participate as an observer in"),
        ("nomination", Status.WITHDRAWN, "Avataria will participate as an observer in"),
        ("observer", Status.NOT_PARTY, "a State not party, will participate as an observer in"),
        ("regrets", Status.PARTY, "not be in a position to participate in the Eleventh"),
        ("regrets", Status.SIGNATORY, "not be in a position to participate as an observer in"),
        ("article7", Status.PARTY, "annual transparency report of the Republic of Avataria"),
        ("article7", Status.SIGNATORY, "submits on a voluntary basis, in the spirit of Article 7"),
    ],
)
def test_wording_by_status(kind: str, status: Status, words: str) -> None:
    assert words in whole(wording(note(NoteKind(kind), "en", status)))


def test_changes_are_told_one_by_one_with_the_first_note_cited() -> None:
    english = wording(note(NoteKind.AMENDMENT, "en"))
    assert "further to its own note No. 10/2023 of 1 August 2023, has" in sentence(english.opening)
    assert [sentence(line) for line in english.body[1].items] == [
        "H.E. Ms. Ann EXAMPLE, Ambassador, will replace Mr. Bob SAMPLE as Head of Delegation.",
        "Ms. Carla TEST will join the delegation as Expert.",
        "Mr. Bob SAMPLE, Head of Delegation, will no longer be a member of the delegation.",
        "The functional title of H.E. Ms. Ann EXAMPLE will read “Ambassador”.",
        "Ms. Carla TEST, hitherto Adviser, will serve as Expert.",
        "The name listed as “Ms. Carla TEST” will read “Ms. Karla TEST”.",
    ]
    french = wording(note(NoteKind.AMENDMENT, "fr"))
    assert "à sa propre note n° 10/2023 du 1er août 2023, a" in sentence(french.opening)
    assert [sentence(line) for line in french.body[1].items] == [
        "S.E. Mme Ann EXAMPLE, Ambassadrice, remplacera M. Bob SAMPLE comme Cheffe de délégation.",
        "Mme Carla TEST rejoindra la délégation comme Experte.",
        "M. Bob SAMPLE, Chef de délégation, ne fera plus partie de la délégation.",
        "S.E. Mme Ann EXAMPLE figurera sur la liste avec la fonction suivante : Ambassadrice.",
        "Mme Carla TEST, jusqu’ici Conseillère, figurera sur la liste comme Experte.",
        "Au lieu de « Mme Carla TEST », lire « Mme Karla TEST ».",
    ]


def test_one_change_is_not_called_changes() -> None:
    content = note(NoteKind.AMENDMENT, "en")
    one = replace(content, matter=replace(content.matter, changes=content.matter.changes[:1]))
    texts = wording(one)
    assert "of a change in the composition" in texts.body[0].text
    assert texts.body[1].text == "The change is the following:"


def test_corrections_say_what_to_read_instead() -> None:
    english, french = (wording(note(NoteKind.CORRECTION, each)).body[1] for each in LANGUAGES)
    assert english.items == ("In the list, for “Anne” read “Ann”.", "For “10” read “11”.")
    assert [sentence(line) for line in french.items] == [
        "The list : au lieu de « Anne », lire « Ann ».",
        "Au lieu de « 10 », lire « 11 ».",
    ]


def test_an_acknowledgement_names_the_note_once() -> None:
    said = whole(wording(note(NoteKind.ACKNOWLEDGEMENT, "en")))
    assert said.count("ODA/2023-00050") == 1
    assert "has the honour to acknowledge receipt of note ODA/2023-00050 of 21 March 2023" in said


def test_extension_requests_cite_their_article() -> None:
    stocks = whole(wording(note(NoteKind.EXTENSION, "en", article=3)))
    assert "Article 3, paragraph 3" in stocks
    assert "for an extension until 1 August 2030 of the deadline of 1 August 2026 for" in stocks
    remnants = whole(wording(note(NoteKind.EXTENSION, "fr", article=4)))
    assert "au paragraphe 5 de l’article 4" in remnants
    assert "prolonger, jusqu’au 1er août 2030, le délai imparti, qui expire le 1er" in remnants


def test_a_report_sent_to_the_secretary_general_is_not_to_be_forwarded_to_him() -> None:
    content = note(NoteKind.ARTICLE7, "en")
    to_office = wording(replace(content, addressee=OFFICE)).body[1].text
    direct = wording(replace(content, addressee="Secretary-General of the United Nations"))
    assert "forwarded to the Secretary-General" in to_office
    assert "if the Secretary-General could transmit the report" in direct.body[1].text


def test_an_initial_report_is_named_so() -> None:
    content = note(NoteKind.ARTICLE7, "fr")
    initial = wording(replace(content, matter=replace(content.matter, initial=True)))
    assert "le rapport initial de la République d’Avatarie" in initial.body[0].text
    assert "paragraphe 1 de l’article 7" in sentence(initial.body[0].text)


def test_a_query_to_several_houses_agrees() -> None:
    missions = "Permanent Missions accredited to the United Nations Office at Geneva"
    texts = wording(replace(note(NoteKind.QUERY, "fr"), addressee=missions))
    assert "a l’honneur de leur demander des précisions" in texts.opening + texts.body[0].text
    informed = wording(replace(note(NoteKind.REGRETS, "fr"), addressee=missions))
    assert "a l’honneur de les informer, avec regret," in informed.opening + informed.body[0].text


def test_a_plural_state_agrees_in_french() -> None:
    names = Names("Mission permanente des Philippines", "les Philippines", "Genève")
    said = {
        kind: sentence(wording(replace(note(kind, "fr", article=3), names=names)).body[0].text)
        for kind in (NoteKind.NOMINATION, NoteKind.REGRETS, NoteKind.EXTENSION, NoteKind.COMPLIANCE)
    }
    assert "que les Philippines participeront à la onzième" in said[NoteKind.NOMINATION]
    assert "que les Philippines ne seront pas en mesure" in said[NoteKind.REGRETS]
    assert "la demande des Philippines visant" in said[NoteKind.EXTENSION]
    assert "la destruction de leurs stocks" in said[NoteKind.EXTENSION]
    assert "les Philippines déclarent avoir achevé" in said[NoteKind.COMPLIANCE]


@pytest.mark.parametrize(
    ("dated", "english", "french"),
    [
        (date(2023, 9, 10), "to be held at", "qui se tiendra au"),
        (date(2023, 9, 11), "being held at", "qui se tient au"),
        (date(2023, 9, 14), "being held at", "qui se tient au"),
        (date(2023, 9, 15), "Munitions, held at", "qui a eu lieu au"),
    ],
)
def test_a_note_of_the_session_does_not_speak_of_a_meeting_to_come(
    dated: date, english: str, french: str
) -> None:
    said = {
        language: whole(wording(replace(note(NoteKind.AMENDMENT, language), dated=dated)))
        for language in LANGUAGES
    }
    assert english in said["en"]
    assert french in said["fr"]


def test_a_change_of_somebody_unknown_leaves_a_blank() -> None:
    content = note(NoteKind.AMENDMENT, "en")
    change = Change(ChangeKind.REPLACES, None, content.delegates[0])
    unknown = replace(content, matter=replace(content.matter, changes=(change,)))
    assert f"will replace {BLANK} as Head" in sentence(wording(unknown).body[1].items[0])
