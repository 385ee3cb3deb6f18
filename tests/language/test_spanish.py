"""What a Spanish note says, sentence by sentence."""

import csv
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.person import Person
from ccmdesk.domain.state import Status
from ccmdesk.language import spanish
from ccmdesk.language.grammar import BLANK
from ccmdesk.language.names import default_names
from ccmdesk.language.phrases import pack, resource
from ccmdesk.language.spanish_numbers import ordinal, ordinal_value, span
from ccmdesk.language.spanish_numbers import written as day_written
from ccmdesk.language.state_names import state_names
from ccmdesk.language.wording import unconfirmed, wording
from tests.language.notes import ARTICLES, note, sentence

FULL = "Undécima Reunión de los Estados Partes en la Convención sobre Municiones en Racimo"
HELD = (
    "que se celebrará en el Palacio de las Naciones, en Ginebra, del 11 al 14 de septiembre de 2023"
)
AVATARIA = "la República de Avataria"
MISSION = (
    "La Misión Permanente de la República de Avataria ante la Oficina de las Naciones Unidas "
    "y otros organismos internacionales con sede en Ginebra"
)
CONVENTION = "la Convención sobre Municiones en Racimo"
WRONG = re.compile(
    r"[{}]|  | [,.:;]|\.\.|,,|\b(?:de el|a el|de del|al el|la la|el el|los los)\b|\bNone\b"
)


def whole(content: NoteContent) -> str:
    texts = wording(content)
    first, *others = texts.body
    parts = [texts.opening + first.text, *(part.whole for part in others), texts.closing]
    return sentence("\n".join(parts))


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize(("kind", "article"), ARTICLES)
def test_every_kind_reads_as_a_note(kind: NoteKind, article: int, status: Status) -> None:
    content = note(kind, "es", status, article)
    said = whole(content)
    assert not WRONG.search(said), WRONG.search(said)
    assert said.startswith(f"{MISSION} saluda atentamente al Secretario de la {FULL} y")
    assert said.count("tiene el honor de ") == 1
    assert BLANK not in said


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize(("kind", "article"), ARTICLES)
def test_an_empty_draft_has_blanks_and_no_broken_sentence(
    kind: NoteKind, article: int, status: Status
) -> None:
    bare = replace(
        note(kind, "es", status, article), meeting=None, addressee="", reference="",
        reference_dated=None, matter=replace(note(kind, "es").matter, earlier=None, year=0),
    )  # fmt: skip
    said = whole(bare)
    assert not WRONG.search(said), WRONG.search(said)
    assert BLANK in said


@pytest.mark.parametrize(
    ("kind", "article", "status", "statement"),
    [
        ("nomination", 0, Status.PARTY,
         f"comunicarle que {AVATARIA} participará en la {FULL}, {HELD}."),
        ("nomination", 0, Status.SIGNATORY,
         f"comunicarle que {AVATARIA}, en su calidad de Estado signatario de {CONVENTION}, "
         f"participará como observador en la {FULL}, {HELD}."),
        ("nomination", 0, Status.WITHDRAWN,
         f"comunicarle que {AVATARIA} participará como Estado observador en la {FULL}, {HELD}."),
        ("observer", 0, Status.NOT_PARTY,
         f"comunicarle que {AVATARIA} desea participar como Estado observador en la {FULL}, "
         f"{HELD}, de conformidad con el párrafo 3 del artículo 11 de {CONVENTION}."),
        ("regrets", 0, Status.PARTY,
         f"comunicarle que, lamentablemente, {AVATARIA} no podrá participar en la {FULL}, {HELD}."),
        ("regrets", 0, Status.SIGNATORY,
         f"comunicarle que, lamentablemente, {AVATARIA} no podrá participar como Estado observador "
         f"en la {FULL}, {HELD}."),
        ("amendment", 0, Status.PARTY,
         f"comunicarle que se ha modificado la composición de la delegación de {AVATARIA} en la "
         f"{FULL}, {HELD}."),
        ("correction", 0, Status.PARTY,
         "comunicarle que en el texto de dicha nota deben introducirse las correcciones que se "
         "indican a continuación."),
        ("article7", 0, Status.PARTY,
         f"transmitirle, de conformidad con el párrafo 2 del artículo 7 de {CONVENTION}, el "
         f"informe anual de {AVATARIA} correspondiente al año civil 2022."),
        ("article7", 0, Status.SIGNATORY,
         f"transmitirle, con carácter voluntario, el informe de {AVATARIA} correspondiente al año "
         f"civil 2022 sobre los asuntos a que se refiere el artículo 7 de {CONVENTION}."),
        ("extension", 3, Status.PARTY,
         f"presentarle, de conformidad con el párrafo 3 del artículo 3 de {CONVENTION}, la "
         f"solicitud de {AVATARIA} de que se prorrogue, hasta el 1 de agosto de 2030, el plazo, "
         "que vence el 1 de agosto de 2026, para completar la destrucción de sus reservas de "
         "municiones en racimo."),
        ("compliance", 4, Status.PARTY,
         f"transmitirle la declaración de cumplimiento de {AVATARIA} en relación con el párrafo 1 "
         f"del artículo 4 de {CONVENTION}, por haberse completado, el 1 de agosto de 2030, la "
         "limpieza y destrucción de todos los restos de municiones en racimo ubicados en las zonas "
         "que se encuentran bajo su jurisdicción o control."),
        ("acknowledgement", 0, Status.PARTY,
         "acusar recibo de la nota ODA/2023-00050, de fecha 21 de marzo de 2023, de la Oficina de "
         "Asuntos de Desarme de las Naciones Unidas, relativa a la Reunión."),
        ("query", 0, Status.PARTY,
         f"dirigirle la siguiente consulta acerca de la {FULL}, {HELD}:"),
        ("general", 0, Status.PARTY, "comunicarle lo siguiente:"),
    ],
)  # fmt: skip
def test_statements(kind: str, article: int, status: Status, statement: str) -> None:
    texts = wording(note(NoteKind(kind), "es", status, article))
    assert sentence(texts.body[0].text) == statement


def test_the_frame_of_a_nomination() -> None:
    texts = wording(note(NoteKind.NOMINATION, "es"))
    assert sentence(texts.opening) == (
        f"{MISSION} saluda atentamente al Secretario de la {FULL} y, con referencia a la nota "
        "ODA/2023-00050, de fecha 21 de marzo de 2023, de la Oficina de Asuntos de Desarme de las "
        "Naciones Unidas, relativa a la Reunión, tiene el honor de "
    )
    assert texts.title == "NOTA VERBAL"
    assert sentence(texts.number) == "N.º 12/2023"
    assert sentence(texts.body[1].text) == (
        "La delegación de la República de Avataria estará integrada por las siguientes personas:"
    )
    assert sentence(texts.body[2].text) == (
        "La Misión Permanente agradecería al Secretario que tuviera a bien inscribir a los "
        "miembros de la delegación y acusar recibo de la presente nota."
    )
    assert sentence(texts.closing) == (
        f"{MISSION} aprovecha esta ocasión para reiterar al Secretario de la {FULL} las "
        "seguridades de su más alta consideración."
    )
    assert sentence(texts.place_and_date) == "Ginebra, 16 de agosto de 2023"
    assert sentence(texts.addressee) == f"Secretario de la {FULL}"
    assert sentence(texts.subject) == f"Composición de la delegación: {FULL}"


def test_an_amendment_cites_the_first_note_and_tells_each_change() -> None:
    texts = wording(note(NoteKind.AMENDMENT, "es"))
    assert sentence(texts.opening).endswith(
        "así como a la nota verbal N.º 10/2023, de fecha 1 de agosto de 2023, de la propia "
        "Misión Permanente, tiene el honor de "
    )
    assert [sentence(line) for line in texts.body[1].items] == [
        "La Excma. Sra. Ann EXAMPLE, Embajadora, sustituye al Sr. Bob SAMPLE como jefa de la "
        "delegación.",
        "La Sra. Carla TEST se incorpora a la delegación como experta.",
        "El Sr. Bob SAMPLE, jefe de la delegación, deja de formar parte de la delegación.",
        "El cargo de la Excma. Sra. Ann EXAMPLE figurará como «Embajadora».",
        "La Sra. Carla TEST, hasta ahora asesora, participará como experta.",
        "Donde dice «Sra. Carla TEST», debe decir «Sra. Karla TEST».",
    ]


def test_corrections_say_what_to_read_instead() -> None:
    assert [sentence(line) for line in wording(note(NoteKind.CORRECTION, "es")).body[1].items] == [
        "The list: donde dice «Anne», debe decir «Ann».",
        "Donde dice «10», debe decir «11».",
    ]


@pytest.mark.parametrize(
    ("printed", "person", "to"),
    [
        ("Sr. Juan PÉREZ", Person("Pérez", style="Sr."), "al Sr. Juan PÉREZ"),
        ("Sra. Ana PÉREZ", Person("Pérez", style="Sra."), "a la Sra. Ana PÉREZ"),
        ("Dra. Ana PÉREZ", Person("Pérez", style="Dra."), "a la Dra. Ana PÉREZ"),
        ("Coronel PÉREZ", Person("Pérez", style="Coronel", gender="f"), "a la Coronel PÉREZ"),
        ("Juan PÉREZ", Person("Pérez", gender="m"), "a Juan PÉREZ"),
    ],
)  # fmt: skip
def test_an_article_goes_with_a_style_only(printed: str, person: Person, to: str) -> None:
    assert spanish.member_forms(printed, person, "Asesora")["to"] == to


@pytest.mark.parametrize(
    ("typed", "to", "to_short"),
    [
        ("Permanent Missions accredited to the United Nations Office at Geneva",
         "a las Misiones Permanentes acreditadas ante la Oficina de las Naciones Unidas en Ginebra",
         "a las Misiones Permanentes"),
        ("Permanent Mission of El Salvador to the United Nations Office at Geneva",
         "a la Misión Permanente de El Salvador ante la Oficina de las Naciones Unidas y otros "
         "organismos internacionales con sede en Ginebra",
         "a la Misión Permanente de El Salvador"),
        ("Ministry of Foreign Affairs of the Netherlands",
         "al Ministerio de Relaciones Exteriores de los Países Bajos", "al Ministerio"),
        ("Embassy of Japan in Berne", "a la Embajada del Japón en Berna", "a la Embajada"),
        ("Executive Secretary of the Third Review Conference",
         f"al Secretario Ejecutivo de la Tercera Conferencia de Examen de {CONVENTION}",
         "al Secretario Ejecutivo"),
        ("la Secretaría de Relaciones Exteriores",
         "a la Secretaría de Relaciones Exteriores", "a la Secretaría"),
        ("Sr. Embajador de Irlanda", "al Sr. Embajador de Irlanda", "al Sr. Embajador"),
        ("Comité Internacional de la Cruz Roja",
         "al Comité Internacional de la Cruz Roja", "al Comité Internacional"),
        ("Human Rights Watch", "a Human Rights Watch", "a Human Rights Watch"),
        ("", BLANK, BLANK),
    ],
)  # fmt: skip
def test_addressees(typed: str, to: str, to_short: str) -> None:
    found = spanish.addressee(typed, "la Misión Permanente")
    assert (sentence(found.to), sentence(found.to_short)) == (to, to_short)


def test_several_addressees_take_the_plural() -> None:
    missions = "Permanent Missions accredited to the United Nations Office at Geneva"
    said = whole(replace(note(NoteKind.NOMINATION, "es"), addressee=missions))
    assert "tiene el honor de comunicarles que" in said
    assert "agradecería a las Misiones Permanentes que tuvieran a bien inscribir" in said


def test_a_plural_state_takes_a_plural_verb() -> None:
    content = replace(note(NoteKind.NOMINATION, "es"), names=default_names("NLD", "Geneva", "es"))
    assert "comunicarle que los Países Bajos participarán en la" in whole(content)
    assert "La delegación de los Países Bajos estará" in whole(content)


def test_the_office_is_told_its_own_note_and_its_branch_closed_by_a_comma() -> None:
    branch = "United Nations Office for Disarmament Affairs, Geneva Branch"
    said = whole(replace(note(NoteKind.GENERAL, "es"), addressee=branch))
    assert "Subdivisión de Ginebra, y, con referencia a su nota ODA/2023-00050," in said
    assert "Subdivisión de Ginebra, las seguridades" in said


def test_a_woman_who_writes_is_not_given_a_masculine_article() -> None:
    content = note(NoteKind.GENERAL, "es")
    names = replace(content.names, mission="Representante Permanente de Avataria ante la Oficina")
    assert whole(replace(content, names=names)).startswith("El Representante Permanente")
    names = replace(names, signatory="Excma. Sra. Ana Pérez")
    assert whole(replace(content, names=names)).startswith("La Representante Permanente")


@pytest.mark.parametrize(
    ("meeting", "words"),
    [
        (Meeting("X", "Intersessional Meetings"), "en la reunión «Intersessional Meetings»."),
        (Meeting("X", "Taller regional", city="Cairo"),
         "en el Taller regional, que se celebrará en El Cairo."),
        (Meeting("X", "Consultas oficiosas", city="Oslo", venue="Foo Hall"),
         "en las Consultas oficiosas, que se celebrarán en Oslo (Foo Hall)."),
        (Meeting("6MSP", "Sixth Meeting of States Parties", MeetingKind.STATES_PARTIES, 6,
                 date(2026, 12, 30), date(2027, 1, 2), "Geneva", "Palais des Nations, Room XIX"),
         "que se celebrará en el Palacio de las Naciones, Sala XIX, en Ginebra, del 30 de "
         "diciembre de 2026 al 2 de enero de 2027."),
        (Meeting("2RC", "Second Review Conference", MeetingKind.REVIEW_CONFERENCE, 2,
                 city="online"),
         f"en la Segunda Conferencia de Examen de {CONVENTION}, que se celebrará en línea."),
    ],
)  # fmt: skip
def test_meetings_and_places(meeting: Meeting, words: str) -> None:
    content = replace(note(NoteKind.NOMINATION, "es"), meeting=meeting)
    assert sentence(wording(content).body[0].text).endswith(words)


@pytest.mark.parametrize(
    ("iso3", "city", "mission"),
    [
        ("URY", "Geneva", "Misión Permanente del Uruguay ante la Oficina de las Naciones Unidas y "
         "otros organismos internacionales con sede en Ginebra"),
        ("SLV", "New York", "Misión Permanente de El Salvador ante las Naciones Unidas"),
        ("COM", "Wien", "Misión Permanente de las Comoras ante las Naciones Unidas (Viena)"),
        ("PHL", "London", "Embajada de Filipinas"),
    ],
)  # fmt: skip
def test_missions(iso3: str, city: str, mission: str) -> None:
    assert default_names(iso3, city, "es").mission == mission


def test_every_state_is_named() -> None:
    names = state_names("es")
    with resource("reference", "states.csv").open(encoding="utf-8", newline="") as file:
        assert {row["iso3"] for row in csv.DictReader(file)} <= set(names)
    for forms in names.values():
        assert forms["of"] == (
            f"del {forms['name']}"
            if forms["in_text"].startswith("el ")
            else f"de {forms['in_text']}"
        )
    assert names["SLV"]["of"] == "de El Salvador"


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "Primera"), (7, "Séptima"), (10, "Décima"), (11, "Undécima"), (12, "Duodécima"),
     (13, "Decimotercera"), (17, "Decimoséptima"), (20, "Vigésima"), (21, "Vigésima Primera"),
     (38, "Trigésima Octava"), (99, "Nonagésima Novena")],
)  # fmt: skip
def test_ordinals(number: int, words: str) -> None:
    assert ordinal(number) == words


@pytest.mark.parametrize(
    ("words", "number"),
    [("decimoprimera", 11), ("Décima Tercera", 13), ("vigesimoprimera", 21), ("11.ª", 11),
     ("UNDECIMA", 11), ("primaveral", 0)],
)  # fmt: skip
def test_other_ways_of_an_ordinal_are_read(words: str, number: int) -> None:
    assert ordinal_value(words) == number


@given(
    st.integers(1, 99), st.sampled_from([MeetingKind.STATES_PARTIES, MeetingKind.REVIEW_CONFERENCE])
)
def test_a_formal_name_is_read_back(number: int, kind: MeetingKind) -> None:
    assert ordinal_value(ordinal(number)) == number
    assert spanish.read_formal_name(spanish.formal_name(kind, number).full) == (kind, number)


@given(st.integers().filter(lambda number: not 1 <= number <= 99))
def test_no_other_ordinals(number: int) -> None:
    with pytest.raises(ValueError, match="ordinal"):
        ordinal(number)


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)), st.integers(0, 800))
def test_days_and_ranges(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    said = sentence(span(start, end))
    assert sentence(day_written(end)) in said
    assert said.count(" de ") == (
        2 if length == 0 or (start.year, start.month) == (end.year, end.month)
        else 3 if start.year == end.year else 4
    )  # fmt: skip
    assert said.startswith("el " if length == 0 else f"del {start.day} ")


def test_marks_and_held_spaces() -> None:
    assert spanish.polished('la "nota" N.º 3, artículo 4, Sra. Pérez, 1 de mayo de 2026') == (
        "la «nota» N.º\xa03, artículo\xa04, Sra.\xa0Pérez, 1\xa0de\xa0mayo de 2026"
    )


def test_every_variant_makes_a_sentence() -> None:
    phrases = pack("es")
    for opening in phrases.openings:
        for closing in phrases.closings:
            content = note(NoteKind.NOMINATION, "es")
            layout = replace(content.layout, opening=opening, closing=closing)
            assert not WRONG.search(whole(replace(content, layout=layout)))


def test_formulas_without_a_source_ask_for_a_native_officer() -> None:
    keys = unconfirmed(note(NoteKind.NOMINATION, "es"))
    assert "es.nomination" in keys
    assert "es.roles" in keys
    assert "es.opening" not in keys
    assert "es.closing" not in keys


def test_the_initial_report_goes_to_the_secretary_general() -> None:
    content = note(NoteKind.ARTICLE7, "es")
    texts = wording(
        replace(
            content,
            matter=replace(content.matter, initial=True),
            addressee="Secretary-General of the United Nations",
        )
    )
    assert sentence(texts.body[0].text) == (
        f"transmitirle, de conformidad con el párrafo 1 del artículo 7 de {CONVENTION}, el informe "
        f"inicial de {AVATARIA}."
    )
    assert sentence(texts.body[1].text) == (
        "La Misión Permanente agradecería al Secretario General que tuviera a bien transmitir el "
        "informe a los Estados Partes, de conformidad con el párrafo 3 del artículo 7 de la "
        "Convención, y acusar recibo de la presente nota."
    )


@pytest.mark.parametrize("article", [3, 4])
def test_an_extension_without_a_meeting_waits_for_the_next(article: int) -> None:
    content = note(NoteKind.EXTENSION, "es", article=article)
    request = wording(replace(content, meeting=None)).body[1].text
    assert "a fin de que sea examinada en su próxima reunión, y acusar recibo" in request
    request = sentence(wording(content).body[1].text)
    assert f"a fin de que sea examinada en la {FULL}, {HELD}, y acusar recibo" in request
