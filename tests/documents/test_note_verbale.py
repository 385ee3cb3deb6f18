"""The note verbale on paper, read back from the PDF."""

import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from ccmdesk.documents.note_json import example
from ccmdesk.documents.note_verbale import note_pdf
from ccmdesk.domain.delegation import Role
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.note import NoteContent, Part
from ccmdesk.domain.state import Status
from tests.documents.reading import lines_of, pages_of, text_of

CLOSING = {"en": "avails itself of this opportunity", "fr": "saisit cette occasion"}
MEETING_EN = "the Eleventh Meeting of States Parties to the Convention on Cluster Munitions"
MEETING_FR = "onzième Assemblée des États parties à la Convention sur les armes à sous-munitions"


def printed(content: NoteContent, draft: bool = False) -> str:
    return text_of(note_pdf(content, draft=draft))


def emblem(mode: str = "RGB", kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    Image.new(mode, (300, 200)).save(file, kind)
    return file.getvalue()


def test_english_note_to_the_eleventh_meeting() -> None:
    text = printed(example("en"))
    mission = (
        "The Permanent Mission of the Republic of Avataria to the United Nations Office and other "
        "international organizations in Geneva"
    )
    assert "No. 12/2023 NOTE VERBALE " + mission + " presents its compliments to the Secretary of "
    assert (
        f"{mission} presents its compliments to the Secretary of {MEETING_EN} and, with reference "
        "to note ODA/2023-00050 of 21 March 2023 from the United Nations Office for Disarmament "
        "Affairs concerning the Meeting, has the honour to inform the Secretary that the Republic "
        f"of Avataria will participate in {MEETING_EN}, to be held at the Palais des Nations, "
        "Geneva, from 11 to 14 September 2023. The delegation of the Republic of Avataria will be "
        "composed as follows:"
    ) in text
    assert (
        f"{mission} avails itself of this opportunity to renew to the Secretary of {MEETING_EN} "
        "the assurances of its highest consideration. Geneva, 16 August 2023"
    ) in text


def test_french_note_to_the_eleventh_meeting() -> None:
    text = printed(replace(example("fr"), dated=date(2023, 8, 1)))
    mission = (
        "La Mission permanente de la République d’Avatarie auprès de l’Office des Nations Unies et "
        "des autres organisations internationales à Genève"
    )
    assert (
        f"{mission} présente ses compliments au Secrétaire de la {MEETING_FR} et, se référant à la "
        "note ODA/2023-00050 du 21 mars 2023 émanant du Bureau des affaires de désarmement de "
        "l’Organisation des Nations Unies relative à l’Assemblée, a l’honneur de l’informer que la "
        f"République d’Avatarie participera à la {MEETING_FR}, qui se tiendra au Palais des "
        "Nations, à Genève, du 11 au 14 septembre 2023. La délégation de la République d’Avatarie "
        "sera composée comme suit :"
    ) in text
    assert (
        f"saisit cette occasion pour renouveler au Secrétaire de la {MEETING_FR} les assurances de "
        "sa très haute considération. Genève, le 1er août 2023"
    ) in text
    assert "N° 12/2023" in text
    assert "Cheffe de délégation" in text


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.PARTY])
def test_who_is_no_party_participates_as_an_observer(status: Status) -> None:
    english = printed(replace(example("en"), status=status))
    assert f"will participate as an observer in {MEETING_EN}" in english
    french = printed(replace(example("fr"), status=status))
    assert f"participera en qualité d’observateur à la {MEETING_FR}" in french


def test_without_a_reference() -> None:
    bare = {"reference": "", "reference_dated": None, "reference_sender": ""}
    english = printed(replace(example("en"), **bare))  # type: ignore[arg-type]
    assert "Cluster Munitions and has the honour to inform the Secretary that" in english
    french = printed(replace(example("fr"), **bare))  # type: ignore[arg-type]
    assert "sous-munitions et a l’honneur de l’informer que" in french


def test_a_reference_without_a_number_takes_the_article() -> None:
    content = replace(example("en"), reference="")
    assert "with reference to the note verbale of 21 March 2023 from the" in printed(content)
    unsigned = replace(content, reference_sender="")
    assert "with reference to the note verbale of 21 March 2023 concerning" in printed(unsigned)
    own = replace(content, addressee="United Nations Office for Disarmament Affairs")
    assert "reference to the Office’s note verbale of 21 March 2023 concerning" in printed(own)
    french = replace(example("fr"), reference="")
    assert "se référant à la note verbale du 21 mars 2023 émanant du" in printed(french)


def test_a_room_is_named_in_the_language_of_the_note() -> None:
    content = example("fr")
    assert content.meeting is not None
    meeting = replace(content.meeting, venue="Room XVII")
    text = printed(replace(content, meeting=meeting))
    assert "qui se tiendra à Genève (salle XVII), du 11 au 14 septembre 2023" in text or (
        "qui se tiendra à Genève (salle XVII) du 11 au 14 septembre 2023" in text
    )


def test_the_offices_own_note() -> None:
    office = "United Nations Office for Disarmament Affairs, Geneva Branch"
    english = printed(replace(example("en"), addressee=office))
    assert (
        f"to the {office}, and, with reference to the Office’s note ODA/2023-00050 of "
        "21 March 2023 "
        f"concerning {MEETING_EN}, has the honour to inform the Office that"
    ) in english
    french = printed(replace(example("fr"), addressee=office))
    assert (
        "Service de Genève, et, se référant à la note ODA/2023-00050 du 21 mars 2023 du Bureau "
        "relative à la "
        f"{MEETING_FR}, a l’honneur de l’informer que"
    ) in french


@pytest.mark.parametrize(
    ("meeting", "english", "french"),
    [
        (
            Meeting(code="X", name="Regional Workshop on Stockpile Destruction", city="Geneva"),
            "will participate in the Regional Workshop on Stockpile Destruction, to be held in "
            "Geneva.",
            "participera à la réunion « Regional Workshop on Stockpile Destruction », qui se "
            "tiendra à Genève.",
        ),
        (
            Meeting(code="X", name="Consultations informelles", start=date(2027, 3, 1)),
            "will participate in the Consultations informelles, to be held on 1 March 2027.",
            "participera aux Consultations informelles, qui se tiendront le 1er mars 2027.",
        ),
        (
            Meeting(code="X", name="Clusters & <b>Clouds</b>"),
            "will participate in the meeting “Clusters & <b>Clouds</b>”.",
            "participera à la réunion « Clusters & <b>Clouds</b> ».",
        ),
    ],
)
def test_meetings_of_any_kind(meeting: Meeting, english: str, french: str) -> None:
    assert english in printed(replace(example("en"), meeting=meeting))
    assert french in printed(replace(example("fr"), meeting=meeting))


def test_states_in_the_plural_and_without_article() -> None:
    names = replace(example("fr").names, state="les Philippines", of_state="des Philippines")
    text = printed(replace(example("fr"), names=names))
    assert "que les Philippines participeront à la onzième" in text
    assert "La délégation des Philippines sera" in text
    names = replace(names, state="Andorre", of_state="")
    text = printed(replace(example("fr"), names=names))
    assert "de l’informer qu’Andorre participera" in text
    assert "La délégation d’Andorre sera" in text


@pytest.mark.parametrize(
    ("language", "count"),
    [
        *(("en", n) for n in (*range(1, 20), *range(20, 61, 4), 200)),
        *(("fr", n) for n in (*range(1, 61, 5), 200)),
    ],
)
def test_any_number_of_delegates(language: str, count: int) -> None:
    content = replace(example(language, count), layout=Layout(annex_above=0))
    data = note_pdf(content)
    pages = pages_of(data)
    text = " ".join(pages)
    position = 0
    for delegate in content.delegates:
        person = delegate.person
        name = f"{person.given_names} {person.family_name.upper()}"
        assert text.count(name) == 1, name
        assert text.index(name) > position
        position = text.index(name)
    last = pages[-1]
    before = last[: last.index(CLOSING[language])]
    rows = sum(d.person.family_name.upper() in before for d in content.delegates)
    assert rows >= 2 or "acknowledge receipt" in before or "accuser réception" in before
    for number, page in enumerate(pages, start=1):
        assert page.endswith(f" {number}") is (number > 1)
        head = "Functional title" if language == "en" else "Fonction"
        named = any(d.person.family_name.upper() in page for d in content.delegates)
        assert (head in page) is named


@pytest.mark.parametrize("length", range(10, 420, 10))
def test_the_closing_never_stands_alone(length: int) -> None:
    paragraph = "The delegation wishes to take the floor. " * (length // 10)
    body = (Part("statement"), Part("delegation"), Part("", paragraph))
    content = replace(example("en", 3), body=body)
    pages = lines_of(note_pdf(content, draft=False))
    last = pages[-1]
    start = next(
        i for i, line in enumerate(last) if line.startswith("The Permanent Mission of the")
    )
    if len(pages) > 1:
        assert start >= 2
        assert any("take the floor" in line for line in last[:start])


def test_long_titles_wrap_and_stay_whole() -> None:
    title = "Special Envoy for the Universalization of the Convention " * 6
    content = example("en", 2)
    person = replace(content.delegates[0].person, functional_title=title.strip())
    head = replace(content.delegates[0], person=person)
    text = printed(replace(content, delegates=(head, content.delegates[1])))
    assert title.strip() in text


def test_a_row_higher_than_a_page_is_printed_whole() -> None:
    content = example("en", 1)
    title = " ".join(f"word{n}" for n in range(1, 1500))
    person = replace(content.delegates[0].person, functional_title=title)
    data = note_pdf(
        replace(content, delegates=(replace(content.delegates[0], person=person),)), draft=False
    )
    text = text_of(data)
    assert all(f"word{n}" in text for n in range(1, 1500))
    assert len(pages_of(data)) > 2


def test_markup_in_a_name_is_printed_as_typed() -> None:
    content = example("en", 1)
    person = replace(
        content.delegates[0].person, family_name="<b>Müller</b> & Co", given_names="<img src=x>"
    )
    layout = Layout(family_name_in_capitals=False)
    delegates = (replace(content.delegates[0], person=person),)
    assert "<img src=x> <b>Müller</b> & Co" in printed(
        replace(content, delegates=delegates, layout=layout)
    )


def test_a_draft_is_marked_and_carries_a_blank_number() -> None:
    content = replace(example("en"), number="", number_shown="____/2023")
    pages = pages_of(note_pdf(content, draft=True))
    assert all("DRAFT" in page for page in pages)
    assert "No. ____/2023" in pages[0]
    french = replace(example("fr"), number="", number_shown="____/2023")
    assert all("PROJET" in page for page in pages_of(note_pdf(french, draft=True)))
    assert "DRAFT" not in printed(example("en"))


@pytest.mark.parametrize("lines", [45, 70])
def test_an_address_too_long_for_the_foot_ends_the_note(lines: int) -> None:
    address = tuple(f"Line {number} of the address" for number in range(lines))
    pages = pages_of(note_pdf(replace(example("en", 2), address=address), draft=False))
    assert "has the honour to inform" in pages[0]
    assert "Line 0 of" not in pages[0].partition("highest consideration")[0]
    assert f"Line {lines - 1} of the address" in pages[-1]


def test_addressee_at_the_foot_of_page_one_or_at_the_end() -> None:
    content = replace(example("en", 30), layout=Layout(annex_above=0))
    pages = pages_of(note_pdf(content, draft=False))
    assert pages[0].endswith("CH-1211 Geneva 10 Switzerland ccm@un.org")
    assert "CH-1211" not in pages[-1]
    ended = replace(content, layout=Layout(address_place="end", annex_above=0))
    pages = pages_of(note_pdf(ended, draft=False))
    assert "CH-1211" not in pages[0]
    assert "CH-1211 Geneva 10 Switzerland" in pages[-1]
    without = replace(content, layout=Layout(address_place="none"))
    assert "CH-1211" not in printed(without)


def test_layout_settings() -> None:
    content = replace(
        example("en", 2),
        emblem=emblem(),
        layout=Layout(
            paper="Letter",
            emblem_position="left",
            date_place="top",
            title_line=False,
            seal_space=False,
            font_size=10,
        ),
    )
    data = note_pdf(content, draft=False)
    text = text_of(data)
    assert "NOTE VERBALE" not in text
    assert text.index("Geneva, 16 August 2023") < text.index("presents its compliments")
    assert text.count("16 August 2023") == 1
    box = PdfReader(io.BytesIO(data)).pages[0].mediabox
    assert (box.width, box.height) == (612, 792)


def test_letterhead_as_typed() -> None:
    names = replace(
        example("en").names, letterhead=("AVATARIA", "Mission in Geneva"), footer="Rue 1, Genève"
    )
    text = printed(replace(example("en", 1), names=names))
    assert text.startswith("AVATARIA Mission in Geneva No. 12/2023")
    assert text.endswith("Rue 1, Genève")


@pytest.mark.parametrize(("mode", "kind"), [("RGBA", "PNG"), ("CMYK", "JPEG"), ("P", "PNG")])
@pytest.mark.parametrize("position", ["centre", "left", "none"])
def test_emblems(mode: str, kind: str, position: str) -> None:
    content = replace(
        example("en", 1), emblem=emblem(mode, kind), layout=Layout(emblem_position=position)
    )
    page = PdfReader(io.BytesIO(note_pdf(content, draft=False))).pages[0]
    assert len(page.images) == (position != "none")


def test_a_damaged_emblem_is_refused() -> None:
    with pytest.raises(InputError, match="emblem cannot be read"):
        note_pdf(replace(example("en"), emblem=emblem()[:60]), draft=False)


@pytest.mark.parametrize("name", ["გიორგი", "🎉", "제네바", "A\x07B"])
def test_what_cannot_be_printed_is_refused_with_its_name(name: str) -> None:
    content = example("en", 1)
    person = replace(content.delegates[0].person, family_name=name)
    broken = replace(content, delegates=(replace(content.delegates[0], person=person),))
    with pytest.raises(InputError, match=r"cannot be printed: .*U\+"):
        note_pdf(broken, draft=False)


def test_the_head_is_listed_first() -> None:
    content = example("en", 3)
    roles = (Role.ADVISER, Role.EXPERT, Role.HEAD)
    delegates = tuple(
        replace(delegate, role=role)
        for delegate, role in zip(content.delegates, roles, strict=True)
    )
    text = printed(replace(content, delegates=delegates))
    assert text.index("Head of Delegation") < text.index("Adviser")


def test_styles_follow_the_language_of_the_note() -> None:
    content = replace(example("en", 2), language="fr", names=example("fr").names)
    assert "S.E. Mme Élise VĂRZARU" in printed(content)
    back = replace(example("fr", 2), language="en", names=example("en").names)
    assert "H.E. Ms. Élise VĂRZARU" in printed(back)


def test_the_same_note_gives_the_same_bytes() -> None:
    content = replace(example("fr"), emblem=emblem())
    first = note_pdf(content, draft=False)
    note_pdf(example("en", 20), draft=True)
    assert note_pdf(content, draft=False) == first
    assert note_pdf(replace(content, number_shown="13/2023"), draft=False) != first


def test_title_and_author_of_the_file() -> None:
    meta = PdfReader(io.BytesIO(note_pdf(example("en"), draft=False))).metadata
    assert meta is not None
    assert meta.title == "Note verbale 12/2023"
    assert meta.author == example("en").names.mission
    assert meta.subject is not None
    assert "Eleventh Meeting of States Parties" in meta.subject


PRINTABLE = st.text(alphabet=" \t\n\u00a0aeéŞßЖΩ’'\"«»<>&/\\-–.,;:!?%()[]{}1029", max_size=60)
ANY_TEXT = PRINTABLE | st.text(max_size=20)


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT, st.sampled_from(["en", "fr"]))
@settings(max_examples=60)
def test_any_text_is_printed_or_refused_in_one_sentence(
    name: str, title: str, addressee: str, meeting: str, paragraph: str, language: str
) -> None:
    content = example(language, 1)
    assert content.meeting is not None
    person = replace(content.delegates[0].person, family_name=name, functional_title=title)
    typed = replace(
        content,
        delegates=(replace(content.delegates[0], person=person),),
        addressee=addressee,
        address=(title, paragraph),
        meeting=replace(content.meeting, ordinal=0, name=meeting, venue=title, city=name),
        names=replace(content.names, mission=meeting, state=addressee, city=title, footer=name),
        reference=name,
        reference_sender=title,
        body=(Part("statement"), Part("", paragraph), Part("request", addressee)),
    )
    refused = ""
    try:
        data = note_pdf(typed, draft=False)
    except InputError as fault:
        refused = fault.message
    assert "cannot be printed" in refused if refused else data.startswith(b"%PDF")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("position", ["centre", "left"])
def test_the_narrowest_layout_holds_everything(paper: str, position: str) -> None:
    layout = Layout(
        paper=paper,
        emblem_position=position,
        annex_above=0,
        margin_left=60,
        margin_right=60,
        margin_top=60,
        margin_bottom=60,
        font_size=16,
    )
    content = replace(example("fr", 12), layout=layout, emblem=emblem())
    text = "".join(printed(content).split())
    for delegate in content.delegates:
        assert delegate.person.family_name.upper().replace(" ", "") in text
    assert "hauteconsidération" in text
