"""An edited DOCX read back: what was edited is typed, the rest stays live."""

import copy
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from ccmdesk.documents.docx_paragraphs import MOST_BYTES
from ccmdesk.documents.docx_reading import ReadNote, read_docx
from ccmdesk.documents.note_docx import note_docx
from ccmdesk.documents.note_json import example
from ccmdesk.domain.delegation import Role
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.note import NoteContent, NoteKind, Part
from ccmdesk.domain.profile import LANGUAGES

LIVE = (Part("statement"), Part("delegation"), Part("request"))


def edited(content: NoteContent, edit: Callable[[DocxDocument], object]) -> ReadNote:
    """Return what is read of the note after an edit."""
    document = docx.Document(io.BytesIO(note_docx(content)))
    edit(document)
    saved = io.BytesIO()
    document.save(saved)
    return read_docx(saved.getvalue(), content)


def paragraph(document: DocxDocument, name: str) -> Paragraph:
    return next(
        each for each in document.paragraphs if each.style and each.style.name == f"Note {name}"
    )


def say(paragraph: Paragraph, text: str) -> None:
    for run in paragraph.runs:
        run.text = ""
    paragraph.runs[-1].text = text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", NoteKind)
def test_an_unedited_note_follows_the_data(kind: NoteKind, language: str) -> None:
    content = replace(example(language, 3), kind=kind)
    assert read_docx(note_docx(content), content) == ReadNote((), (), None, ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_edited_paragraph_is_typed_and_the_rest_live(language: str) -> None:
    def edit(document: DocxDocument) -> None:
        say(paragraph(document, "request"), "Новый текст, нص جديد 新.")

    found = edited(example(language, 3), edit)
    assert found.body == (*LIVE[:2], Part("request", "Новый текст, нص جديد 新."))
    assert found.remarks == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_statement_is_read_without_the_opening(language: str) -> None:
    found = edited(
        example(language, 3), lambda document: paragraph(document, "statement").add_run(" Xyz.")
    )
    statement = found.body[0].text
    assert statement is not None
    assert statement.endswith("Xyz.")
    assert len(statement) < len(paragraph_text(example(language, 3))) * 0.7
    assert found.body[1:] == LIVE[1:]


def paragraph_text(content: NoteContent) -> str:
    return paragraph(docx.Document(io.BytesIO(note_docx(content))), "statement").text


def test_an_edited_opening_stays_and_is_told() -> None:
    def edit(document: DocxDocument) -> None:
        run = paragraph(document, "statement").runs[0]
        run.text = run.text.replace("presents its compliments", "presents its best compliments")

    found = edited(example("en", 3), edit)
    assert found.body == ()
    assert "opening formula" in found.remarks[0]


def test_new_moved_and_removed_paragraphs() -> None:
    def edit(document: DocxDocument) -> None:
        request, delegation = paragraph(document, "request"), paragraph(document, "delegation")
        delegation.insert_paragraph_before("Typed between.")
        twin = copy.deepcopy(request._element)
        delegation._element.addprevious(twin)
        request._element.getparent().remove(request._element)

    found = edited(example("en", 3), edit)
    assert found.body == (
        Part("statement"),
        Part("", "Typed between."),
        Part("request"),
        Part("delegation"),
    )


def test_a_divided_paragraph_stays_one_part() -> None:
    def edit(document: DocxDocument) -> None:
        request = paragraph(document, "request")
        request.insert_paragraph_before("First half.", style=request.style)

    body = edited(example("en", 3), edit).body
    assert body[2].key == "request"
    assert body[2].text is not None
    assert body[2].text.splitlines()[0] == "First half."


def test_typed_and_free_parts_come_back_as_they_were() -> None:
    body = (Part("statement"), Part("", "One.\nTwo."), Part("", "Three."), Part("request", "Do."))
    content = replace(example("en", 0), body=body)
    assert read_docx(note_docx(content), content).body == body


def test_numbered_paragraphs_and_lists_lose_their_marks() -> None:
    text = "The following changes were made:\nMs. B joins.\nMr. A leaves."
    content = replace(
        example("en", 3),
        kind=NoteKind.AMENDMENT,
        body=(Part("statement"), Part("changes", text)),
        layout=Layout(numbered_paragraphs=True),
    )
    assert read_docx(note_docx(content), content).body == content.body


def test_tracked_changes_count_as_accepted() -> None:
    def edit(document: DocxDocument) -> None:
        request = paragraph(document, "request")._element
        gone, come = OxmlElement("w:del"), OxmlElement("w:ins")
        for run in request.findall(qn("w:r")):
            for text in run.findall(qn("w:t")):
                text.tag = qn("w:delText")
            gone.append(run)
        added, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = "As changed."
        added.append(text)
        come.append(added)
        request.append(gone)
        request.append(come)

    assert edited(example("en", 3), edit).body == (*LIVE[:2], Part("request", "As changed."))


def test_what_is_set_elsewhere_is_told_and_not_taken_over() -> None:
    def edit(document: DocxDocument) -> None:
        say(paragraph(document, "number"), "No. 99/2023")
        say(paragraph(document, "closing"), "Yours sincerely")

    found = edited(example("en", 3), edit)
    assert found.body == ()
    assert [remark.split(" was ")[0] for remark in found.remarks] == [
        "The number",
        "The closing formula",
    ]
    assert "Yours sincerely" in found.remarks[1]


def cell(document: DocxDocument, row: int, column: int) -> Paragraph:
    found: Paragraph = document.tables[0].rows[row].cells[column].paragraphs[0]
    return found


def test_titles_and_roles_are_read_from_the_table() -> None:
    def edit(document: DocxDocument) -> None:
        say(cell(document, 1, 2), "Ambassador")
        say(cell(document, 2, 3), "Adviser")

    content = example("en", 3)
    delegates = edited(content, edit).delegates
    assert delegates is not None
    assert delegates[0].person == replace(
        content.delegates[0].person, functional_title="Ambassador"
    )
    assert [each.role for each in delegates] == [Role.HEAD, Role.ADVISER, Role.REPRESENTATIVE]


def test_a_name_and_a_new_row_are_read_with_a_remark() -> None:
    def edit(document: DocxDocument) -> None:
        say(cell(document, 2, 1), "Mr. Tomas NOVOTNY")
        row = copy.deepcopy(document.tables[0].rows[3]._tr)
        document.tables[0]._tbl.append(row)
        say(cell(document, 4, 0), "4.")
        say(cell(document, 4, 1), "Ms. Ana DE LA CRUZ")
        say(cell(document, 4, 3), "Expert")

    found = edited(example("en", 3), edit)
    assert found.delegates is not None
    second, last = found.delegates[1].person, found.delegates[3]
    assert (second.given_names, second.family_name) == ("Tomas", "Novotny")
    assert (last.person.style, last.person.given_names) == ("Ms.", "Ana")
    assert (last.person.family_name, last.role) == ("De La Cruz", Role.EXPERT)
    assert len(found.remarks) == 2


def test_a_removed_row_is_told() -> None:
    def edit(document: DocxDocument) -> None:
        row = document.tables[0].rows[2]._tr
        row.getparent().remove(row)

    found = edited(example("en", 3), edit)
    assert found.delegates is not None
    assert len(found.delegates) == 2
    assert found.remarks == ("Mr. Tomáš NOVOTNÝ is no longer in the list.",)


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("form", ["numbered", "block"])
def test_lists_without_columns_are_not_read_back(form: str, numbered: bool) -> None:
    layout = Layout(list_form=form, numbered_paragraphs=numbered)
    content = replace(example("en", 3), layout=layout)
    assert read_docx(note_docx(content), content) == ReadNote((), (), None, ())
    found = edited(content, lambda document: paragraph(document, "member").add_run(" Jr."))
    assert found.delegates is None
    assert "only a table" in found.remarks[0]


def test_a_courtesy_translation_is_read_back() -> None:
    content = replace(example("en", 3), courtesy="fr", courtesy_names=example("fr").names)

    def edit(document: DocxDocument) -> None:
        style = "Translation request"
        for each in document.paragraphs:
            if each.style and each.style.name == style:
                say(each, "Autre texte.")

    found = edited(content, edit)
    assert found.body == ()
    assert found.courtesy_body == (*LIVE[:2], Part("request", "Autre texte."))


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for index in range(9):
            packed.writestr(f"word/{index}.xml", b"0" * (25 * 1024 * 1024))
    return file.getvalue()


@pytest.mark.parametrize(
    "data", [b"", b"text", b"PK\x03\x04", b"x" * (MOST_BYTES + 1), bomb()], ids=len
)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        read_docx(data, example("en"))
    assert caught.value.field == "docx"


def test_a_foreign_document_is_refused() -> None:
    foreign = io.BytesIO()
    docx.Document().save(foreign)
    with pytest.raises(InputError, match="not exported here"):
        read_docx(foreign.getvalue(), example("en"))


@pytest.mark.parametrize("changes", [{"kind": NoteKind.OBSERVER}, {"language": "fr"}])
def test_a_document_of_another_note_is_refused(changes: dict[str, Any]) -> None:
    data = note_docx(example("en"))
    with pytest.raises(InputError, match="another kind or in another language"):
        read_docx(data, replace(example("en"), **changes))
