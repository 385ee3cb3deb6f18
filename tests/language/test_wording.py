"""How the sentences of a note are put together, sealed, and translated for courtesy."""

from dataclasses import replace

import pytest

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note import NoteKind, Part
from ccmdesk.domain.note_kinds import DELEGATION
from ccmdesk.domain.note_matter import Change, ChangeKind
from ccmdesk.language.names import default_names
from ccmdesk.language.phrases import pack
from ccmdesk.language.wording import courtesy, resolved, unconfirmed, wording
from tests.language.notes import BOB, note, sentence

BRANCH = "United Nations Office for Disarmament Affairs, Geneva Branch"
KIND = NoteKind.NOMINATION


@pytest.mark.parametrize(
    ("language", "opening", "closing"),
    [
        ("en", "Geneva Branch, and has the honour", "Geneva Branch, the assurances"),
        ("fr", "Service de Genève, et a l’honneur", "Service de Genève, les assurances"),
    ],
)
def test_a_branch_named_after_its_office_is_closed_by_a_comma(
    language: str, opening: str, closing: str
) -> None:
    content = replace(note(KIND, language), addressee=BRANCH, reference="", reference_dated=None)
    texts = wording(content)
    assert opening in sentence(texts.opening)
    assert closing in sentence(texts.closing)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_plain_addressee_takes_no_comma_before_the_assurances(language: str) -> None:
    assert ", " not in wording(note(KIND, language)).closing


def test_what_was_typed_stays_and_can_go_back_to_the_template() -> None:
    body = (
        Part("statement", "inform the Secretary that all is well."),
        Part("", "A free paragraph.\n\n Another one. "),
        Part("request"),
    )
    content = replace(note(KIND, "en"), body=body)
    first, free, request = wording(content).body
    assert (first.live, first.text) == (False, "inform the Secretary that all is well.")
    assert "will participate in the Eleventh" in first.standard
    assert (free.text, free.standard) == ("A free paragraph.\nAnother one.", "")
    assert request.live
    assert request.text == request.standard


def test_the_french_opening_follows_a_typed_statement() -> None:
    for typed, end in (("annoncer ceci.", "a l’honneur d’"), ("dire ceci.", "a l’honneur de ")):
        texts = wording(replace(note(KIND, "fr"), body=(Part("statement", typed),)))
        assert texts.opening.endswith(end)


@pytest.mark.parametrize("kind", NoteKind)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_sealed_note_says_the_same_whatever_changes_around_it(
    kind: NoteKind, language: str
) -> None:
    content = note(kind, language)
    texts = wording(content)
    frozen = resolved(content)
    assert all(part.text is not None for part in frozen.body)
    later = replace(frozen, names=default_names("CHE", "Geneva", language), addressee="Nobody")
    sealed = wording(later)
    assert (sealed.opening, sealed.closing) == (texts.opening, texts.closing)
    assert [(p.key, p.text, p.items) for p in sealed.body] == [
        (p.key, p.text, p.items) for p in texts.body
    ]
    assert not unconfirmed(replace(frozen, delegates=()))


def test_edited_lines_of_changes_are_listed_as_typed() -> None:
    body = (Part("statement"), Part("changes", "This changes:\nMs. A joins.\nMr. B leaves."))
    changes = wording(replace(note(NoteKind.AMENDMENT, "en"), body=body)).body[1]
    assert sentence(changes.text) == "This changes:"
    assert [sentence(item) for item in changes.items] == ["Ms. A joins.", "Mr. B leaves."]
    assert changes.standard.count("\n") == 6


def test_a_courtesy_translation_is_the_same_note_in_its_language() -> None:
    content = replace(
        note(KIND, "fr"),
        courtesy="en",
        courtesy_names=default_names("CHE", "Geneva", "en"),
        courtesy_body=(Part("statement"), Part("", "In English.")),
    )
    translated = courtesy(content)
    texts = wording(translated)
    assert texts.translation_head == "Unofficial translation"
    assert texts.opening.startswith("The Permanent Mission of Switzerland to")
    assert [part.key for part in texts.body] == ["statement", ""]
    assert translated.delegates == content.delegates
    sealed = courtesy(resolved(content))
    assert sealed.opening == texts.opening
    assert [part.text for part in wording(sealed).body] == [part.text for part in texts.body]


def test_a_courtesy_translation_needs_the_names_of_the_mission() -> None:
    with pytest.raises(InputError, match="no name in Spanish") as raised:
        courtesy(replace(note(KIND, "fr"), courtesy="es"))
    assert raised.value.field == "mission"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_variant_of_opening_and_closing_can_be_chosen(language: str) -> None:
    content = note(KIND, language)
    phrases, layout = pack(language), content.layout
    opened = {
        wording(replace(content, layout=replace(layout, opening=name))).opening
        for name in phrases.openings
    }
    closed = {
        wording(replace(content, layout=replace(layout, closing=name))).closing
        for name in phrases.closings
    }
    assert (len(opened), len(closed)) == (len(phrases.openings), len(phrases.closings))
    unknown = replace(content, layout=replace(layout, closing="of another language"))
    assert wording(unknown).closing == wording(content).closing


def test_american_spelling_of_the_honour() -> None:
    content = note(KIND, "en")
    american = replace(content, layout=replace(content.layout, honour="honor"))
    assert wording(american).opening.endswith("has the honor to ")


def test_without_short_names_everybody_keeps_the_full_one() -> None:
    content = note(KIND, "en")
    full = replace(content, layout=replace(content.layout, short_names=False))
    assert wording(full).body[2].text.startswith("The Permanent Mission of the Republic of")
    assert wording(content).body[2].text.startswith("The Permanent Mission would be")


@pytest.mark.parametrize(
    ("signatory", "said"),
    [("Ms. Ann Example", "her"), ("Mr. Bob Sample", "his"), ("", "his/her")],
)
def test_a_person_who_writes_is_no_it(signatory: str, said: str) -> None:
    names = replace(
        note(KIND, "en").names,
        mission="Permanent Representative of Switzerland to the United Nations",
        signatory=signatory,
    )
    texts = wording(replace(note(KIND, "en"), names=names))
    assert f"presents {said} compliments" in texts.opening
    assert f"of {said} highest consideration" in texts.closing


def test_unconfirmed_formulas_are_named_until_an_officer_confirms_them() -> None:
    content = note(KIND, "fr")
    assert unconfirmed(content) == ["fr.nomination", "fr.roles"]
    assert unconfirmed(content, frozenset({"fr.nomination"})) == ["fr.roles"]
    assert unconfirmed(note(KIND, "en")) == ["en.nomination.request", "en.roles"]
    assert unconfirmed(note(NoteKind.ACKNOWLEDGEMENT, "en")) == []
    names = default_names("CHE", "Geneva", "fr")
    translated = replace(note(KIND, "en"), courtesy="fr", courtesy_names=names)
    assert unconfirmed(translated)[2:] == ["fr.nomination", "fr.roles"]


def test_enclosures_are_counted_when_there_are_several() -> None:
    content = note(KIND, "en")
    assert wording(content).enclosures == "Enclosure: Report"
    two = replace(content, enclosures=("Report", " ", "Map"))
    assert sentence(wording(two).enclosures) == "Enclosures (2): Report; Map"
    assert wording(replace(content, enclosures=())).enclosures == ""


def test_a_typed_subject_and_title_are_taken() -> None:
    content = note(NoteKind.GENERAL, "en")
    typed = replace(
        content,
        matter=replace(content.matter, subject="Visit of the Director"),
        layout=replace(content.layout, title_text="VERBAL NOTE", urgency="URGENT "),
    )
    texts = wording(typed)
    assert (texts.subject, texts.title, texts.urgency) == (
        "Visit of the Director",
        "VERBAL NOTE",
        "URGENT",
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_list_in_an_annex_is_announced_and_sealed_so(language: str) -> None:
    short = replace(note(KIND, language), delegates=note(KIND, language).delegates[:1])
    content = replace(short, delegates=short.delegates * 13)
    (said,) = [part for part in wording(content).body if part.key == DELEGATION]
    (listed,) = [part for part in wording(short).body if part.key == DELEGATION]
    assert said.live
    assert said.text == said.standard == pack(language).formulas["annex_reference"]
    assert said.text != listed.text
    assert f"{language}.annex_reference" in unconfirmed(content)
    assert f"{language}.annex_reference" not in unconfirmed(short)
    # What is sealed is what is printed, whatever the layout says later.
    sealed = resolved(content)
    assert sealed.body[1] == Part(DELEGATION, said.text)
    assert wording(sealed).body[1].text == said.text


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru"])
def test_a_line_that_ends_with_an_abbreviation_has_one_full_stop(language: str) -> None:
    content = note(NoteKind.AMENDMENT, language)
    titled = replace(BOB, person=replace(BOB.person, functional_title="Chargé d’affaires a.i."))
    matter = replace(content.matter, changes=(Change(ChangeKind.TITLE, BOB, titled),))
    [line] = next(
        each.items for each in wording(replace(content, matter=matter)).body if each.items
    )
    assert "a.i." in line
    assert ".." not in line


def test_who_moved_to_another_house_is_told_with_the_house() -> None:
    content = note(NoteKind.AMENDMENT, "en")
    moved = replace(BOB, person=replace(BOB.person, organization="Ministry of Justice"))
    untitled = replace(moved, person=replace(moved.person, functional_title=""))
    for before, after, said in (
        (BOB, moved, "“Counsellor, Ministry of Justice”"),
        (untitled, replace(untitled, person=BOB.person), "“Counsellor”"),
        (replace(BOB, person=untitled.person), moved, "“Counsellor”"),
        (BOB, untitled, "“Ministry of Justice”"),
    ):
        matter = replace(content.matter, changes=(Change(ChangeKind.TITLE, before, after),))
        [line] = next(
            each.items for each in wording(replace(content, matter=matter)).body if each.items
        )
        assert sentence(line) == f"The functional title of Mr. Bob SAMPLE will read {said}."
