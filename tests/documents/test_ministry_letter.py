"""The letters to the ministries that hold the facts of a report."""

import tomllib
from dataclasses import replace
from datetime import date

import pytest

from ccmdesk.documents.ministry_letter import MinistryLetter, ministry_letter_pdf
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.language.phrases import resource
from tests.documents.article7_example import FORM_SET, NAMES, PICTURE, TITLES, example
from tests.documents.reading import pages_of
from tests.documents.test_standards import failures

REPORT = replace(
    example(),
    forms=tuple(
        replace(form, promised_for=date(2027, 2, 26) if form.letter == "B" else None)
        for form in example().forms
    ),
)
LETTER = MinistryLetter(
    REPORT,
    FORM_SET,
    "Ministry of Defence, Logistics Directorate",
    ("B", "D"),
    NAMES,
    "en",
    dated=date(2027, 1, 11),
    by=date(2027, 3, 5),
    due=date(2027, 4, 30),
)


def test_a_request_says_what_is_asked_by_when_and_who_has_the_answer() -> None:
    (page,) = pages_of(ministry_letter_pdf(LETTER))
    for words in (
        "Geneva, 11 January 2027",
        "Request for information",
        "Ministry of Defence, Logistics Directorate",
        "Report under Article 7 of the Convention on Cluster Munitions for 2026",
        "from 1 January 2026 to 31 December 2026 and has to arrive by 30 April 2027",
        "Please send by 5 March 2027",
        "Form B Stockpiles and destruction Article 7, paragraph 1 (b) all cluster munitions",
        "(g) stockpiles found after",
        "Article 3, paragraphs 6 to 8 cluster munitions kept, acquired or transferred",
        "that is a declaration as well",
        "Please answer to Permanent Mission of the Republic of Avataria",
        "ccm@example.org",
    ):
        assert words in page, words
    assert "Form A" not in page
    assert "Asked for on" not in page


def test_a_chaser_tells_what_was_asked_and_promised_before() -> None:
    (page,) = pages_of(ministry_letter_pdf(replace(LETTER, reminds=True, dated=date(2027, 3, 8))))
    for words in ("Reminder", "Asked for on", "11 January 2027", "26 February 2027", "by 5 March"):
        assert words in page, words
    assert "Request for information" not in page


def test_an_initial_report_is_due_for_another_reason() -> None:
    letter = replace(LETTER, report=example(initial=True))
    (page,) = pages_of(ministry_letter_pdf(letter))
    assert "first report under Article 7, paragraph 1" in page
    assert "Initial report under Article 7 of the Convention on Cluster Munitions" in page
    # Before the first report there is none from which something could have changed.
    assert "that is a declaration as well" in page
    assert "the report before" not in page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("initial", [False, True])
def test_a_day_that_is_past_is_told_as_past(language: str, initial: bool) -> None:
    letter = replace(LETTER, report=example(initial=initial), language=language)
    letter = replace(letter, dated=date(2027, 5, 3), by=date(2027, 5, 10))
    late, on_time = (
        " ".join(pages_of(ministry_letter_pdf(replace(letter, due=date(2027, 5, day)))))
        for day in (2, 4)
    )
    assert late.replace("2", "4") != on_time.replace("2", "4")
    if language == "en":
        assert "was due by 2 May 2027" in late
        assert "has to arrive by 4 May 2027" in on_time


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reminds", [False, True])
def test_letters_keep_both_standards(language: str, reminds: bool) -> None:
    every = tuple(letter for letter, _, _ in TITLES)
    letter = replace(LETTER, language=language, letters=every, reminds=reminds, emblem=PICTURE)
    data = ministry_letter_pdf(letter)
    assert failures(data) == []
    assert ministry_letter_pdf(letter) == data
    assert "{" not in " ".join(pages_of(data))


def test_preprinted_paper_has_its_own_head() -> None:
    names = replace(NAMES, letterhead=("REPUBLIC OF AVATARIA",), footer="Rue des Exemples 1")
    (printed,) = pages_of(ministry_letter_pdf(replace(LETTER, names=names)))
    assert "REPUBLIC OF AVATARIA" in printed
    assert "Rue des Exemples 1" in printed
    layout = Layout(letterhead="preprinted")
    (page,) = pages_of(ministry_letter_pdf(replace(LETTER, names=names, layout=layout)))
    assert "REPUBLIC OF AVATARIA" not in page
    assert "Rue des Exemples 1" not in page


def test_every_language_says_the_same_things() -> None:
    with resource("phrases", "ministry.toml").open("rb") as file:
        words = tomllib.load(file)
    assert set(words) == set(LANGUAGES)
    for language in LANGUAGES:
        assert words[language].keys() == words["en"].keys()
        assert set(words[language]["asks"]) == {*"abcdefghijklmn", "retained"}
    with resource("phrases", "article7.toml").open("rb") as file:
        words = tomllib.load(file)
    for language in LANGUAGES:
        assert words[language].keys() - {"titles"} == words["en"].keys()
        if language != "en":
            assert set(words[language]["titles"]["ccm-2010"]) == set("ABCDEFGHIJ")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(InputError):
        ministry_letter_pdf(replace(LETTER, language="de"))
