"""French articles, contractions and elisions."""

import pytest

from ccmdesk.language import french_nouns as french


@pytest.mark.parametrize(
    ("typed", "name", "articles"),
    [
        ("Secrétaire de la Conférence", "Secrétaire de la Conférence", ("le ", "au ", "du ")),
        ("Unité d’appui", "Unité d’appui", ("l’", "à l’", "de l’")),
        ("Office des Nations Unies", "Office des Nations Unies", ("l’", "à l’", "de l’")),
        ("Mission de l’Irlande", "Mission de l’Irlande", ("la ", "à la ", "de la ")),
        ("Missions permanentes", "Missions permanentes", ("les ", "aux ", "des ")),
        ("Haut-Commissaire", "Haut-Commissaire", ("le ", "au ", "du ")),
        ("le Chef du protocole", "Chef du protocole", ("le ", "au ", "du ")),
        ("aux États membres", "États membres", ("les ", "aux ", "des ")),
        ("au Secrétariat", "Secrétariat", ("le ", "au ", "du ")),
        ("à l’Ambassade du Pérou", "Ambassade du Pérou", ("l’", "à l’", "de l’")),
        ("Madame la Ministre", "Madame la Ministre", ("", "à ", "de ")),
        ("Vérification de faits", "Vérification de faits", ("la ", "à la ", "de la ")),
        ("Handicap International", "Handicap International", ("", "à ", "d’")),
    ],
)
def test_articles(typed: str, name: str, articles: tuple[str, str, str]) -> None:
    noun = french.noun(typed)
    assert (noun.the, noun.to, noun.of) == tuple(article + name for article in articles)


@pytest.mark.parametrize(
    ("state", "of"),
    [
        ("le Nigéria", "du Nigéria"),
        ("la Suisse", "de la Suisse"),
        ("l’Albanie", "de l’Albanie"),
        ("les Philippines", "des Philippines"),
        ("Andorre", "d’Andorre"),
        ("Haïti", "d’Haïti"),
        ("Cuba", "de Cuba"),
        ("El Salvador", "d’El Salvador"),
    ],
)
def test_a_state_after_de(state: str, of: str) -> None:
    assert french.of(state) == of


@pytest.mark.parametrize(
    ("clause", "that"),
    [("la Suisse participera", "que "), ("Andorre participera", "qu’"), ("Haïti", "qu’")],
)
def test_que_loses_its_vowel(clause: str, that: str) -> None:
    assert french.that(clause) == that


@pytest.mark.parametrize(
    ("venue", "at"),
    [
        ("Palais des Nations", "au Palais des Nations"),
        ("Maison de la Paix", "à la Maison de la Paix"),
        ("Hôtel Intercontinental", "à l’Hôtel Intercontinental"),
        ("United Nations Headquarters", "au Siège de l’Organisation des Nations Unies"),
        ("Don Chan Palace", ""),
        ("Palais des Nations, Room XIX", "au Palais des Nations, salle XIX"),
        ("Palais des Nations, Tempus Building", "au Palais des Nations, bâtiment Tempus"),
        (
            "Conference Room 3, Building E, Palais des Nations",
            "au Palais des Nations, bâtiment E, salle de conférence 3",
        ),
        ("Building H", "au bâtiment H"),
        ("Room XVII", ""),
        ("Salle des Assemblées", "à la Salle des Assemblées"),
    ],
)
def test_venues(venue: str, at: str) -> None:
    assert french.venue(venue) == at


@pytest.mark.parametrize(
    ("city", "at"),
    [("Geneva", "à Genève"), ("Cairo", "au Caire"), ("The Hague", "à La Haye"), ("Oslo", "à Oslo")],
)
def test_cities(city: str, at: str) -> None:
    # "La Haye" keeps its capital: the article belongs to the name.
    assert french.city(city) == at


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Secrétaire exécutif de la Conférence", "Secrétaire exécutif"),
        ("Bureau des affaires de désarmement", "Bureau"),
        ("Unité d’appui à l’application", "Unité"),
        ("Mission permanente auprès de l’Office", "Mission permanente"),
        ("Secrétariat", "Secrétariat"),
    ],
)
def test_name_after_the_first_mention(name: str, short: str) -> None:
    assert french.short(name) == short


def test_a_name_of_another_language_takes_no_article() -> None:
    assert french.noun("Secretaría de la Conferencia de Desarme").to.startswith("à Secretaría")
    assert french.noun("Agence de développement").to == "à l’Agence de développement"


def test_missions_are_called_so_afterwards() -> None:
    name = "Missions permanentes accréditées auprès de l’Office des Nations Unies à Genève"
    assert french.short(name) == "Missions permanentes"
