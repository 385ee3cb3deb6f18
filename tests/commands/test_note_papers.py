"""What a note is written to on the command line, and how it comes back."""

import email
import io
import json
import zipfile
from email import policy
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from ccmdesk.domain.note import NoteKind
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.profile import LANGUAGES
from tests.commands.conftest import DELEGATION, Run, one_sentence


def words_of(path: Path) -> str:
    """Return the words of a PDF with single blanks between them."""
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


@pytest.fixture
def noted(nigeria: Run, delegation: Path) -> Run:
    """Run commands where note 1 names the delegation to the Eleventh Meeting."""
    answer = nigeria(
        "note", "new", "--kind", "nomination", "--meeting", "11MSP", "--delegates", delegation
    )
    assert answer.status == 0, answer.err
    return nigeria


def export(run: Run, path: Path) -> Path:
    """Write note 1 to a file of the kind its name says."""
    answer = run("note", "export", 1, "--out", path)
    assert answer.status == 0, answer.err
    assert answer.out == f"{path}\n"
    return path


def test_the_four_formats_say_the_same(noted: Run, tmp_path: Path) -> None:
    noted("note", "issue", 1, "--date", "2023-08-16")
    pdf = export(noted, tmp_path / "note.pdf")
    text = export(noted, tmp_path / "note.txt").read_text(encoding="utf-8")
    paper = Document(str(export(noted, tmp_path / "note.docx")))
    message = email.message_from_bytes(
        export(noted, tmp_path / "note.eml").read_bytes(), policy=policy.default
    )
    for said in (words_of(pdf), text, "\n".join(each.text for each in paper.paragraphs)):
        assert "1/2023" in said
        assert "presents its compliments" in said
    assert message["X-Unsent"] == "1"
    assert "1/2023" in message["Subject"]
    [attached] = [part for part in message.walk() if part.get_content_type() == "application/pdf"]
    assert attached.get_payload(decode=True) == pdf.read_bytes()


def test_the_receivers_of_the_e_mail_are_named(noted: Run, tmp_path: Path) -> None:
    out = tmp_path / "note.eml"
    words = ("note", "export", 1, "--format", "eml", "--out", out)
    assert noted(*words, "--to", "a@un.org", "--to", "b@un.org", "--cc", "c@un.org").status == 0
    message = email.message_from_bytes(out.read_bytes(), policy=policy.default)
    assert (message["To"], message["Cc"]) == ("a@un.org, b@un.org", "c@un.org")
    wrong = noted(*words, "--to", "nobody")
    assert wrong.status == 1
    assert one_sentence(wrong)
    strange = noted("note", "export", 1, "--format", "txt", "--out", out, "--to", "a@un.org")
    assert strange.status == 2


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("--format", "rtf", "--out", "note.rtf"), 2),
        (("--out", "note"), 2),
        (("--out", "nowhere/deep/note.pdf"), 1),
        (("--format", "docx", "--out", "."), 1),
        (("--format", "pdf"), 2),
    ],
)
def test_a_file_that_cannot_be_gets_one_sentence(
    noted: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], status: int
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = noted("note", "export", 1, *words)
    assert answer.status == status
    assert one_sentence(answer)
    assert not list(tmp_path.glob("note*"))


def test_an_edited_docx_becomes_a_new_draft(noted: Run, tmp_path: Path) -> None:
    path = export(noted, tmp_path / "note.docx")
    paper = Document(str(path))
    request = next(
        each
        for each in paper.paragraphs
        if each.style is not None and each.style.name == "Note request"
    )
    request.runs[-1].text += " Two badges are enough."
    paper.save(str(path))
    answer = noted("note", "read", path, "--json")
    assert answer.status == 0, answer.err
    assert (answer.json["id"], answer.json["from"]) == (2, 1)
    assert answer.json["delegation_changed"] is False
    out = tmp_path / "read.txt"
    noted("note", "export", 2, "--out", out)
    assert "Two badges are enough." in out.read_text(encoding="utf-8")
    before = tmp_path / "before.txt"
    noted("note", "export", 1, "--out", before)
    assert "Two badges" not in before.read_text(encoding="utf-8")


def test_the_note_a_docx_came_from_is_found_among_others(noted: Run, tmp_path: Path) -> None:
    path = export(noted, tmp_path / "note.docx")
    noted("note", "new", "--kind", "nomination", "--meeting", "12MSP")
    noted("note", "new", "--kind", "nomination", "--meeting", "11MSP", "--language", "fr")
    assert noted("note", "read", path, "--json").json["from"] == 1
    assert noted("note", "read", path, "--note", 3).status == 1


@pytest.mark.parametrize("content", [b"", b"not a document", b"PK\x03\x04broken"])
def test_a_file_that_is_no_docx_of_ours_is_told(noted: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "note.docx"
    path.write_bytes(content)
    answer = noted("note", "read", path)
    assert answer.status == 1
    assert one_sentence(answer)
    other = tmp_path / "other.docx"
    Document().save(str(other))
    strange = noted("note", "read", other, "--note", 1)
    assert strange.status == 1
    assert one_sentence(strange)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert noted("note", "read", path).status == 1
    assert len(noted("notes", "--json").json) == 1


def test_two_versions_are_compared_by_words(noted: Run, tmp_path: Path) -> None:
    out = tmp_path / "red.pdf"
    same = noted("note", "compare", 1, "--out", out)
    assert same.status == 1
    assert one_sentence(same)
    changed = tmp_path / "changed.csv"
    changed.write_text(DELEGATION.replace("Counsellor", "First Secretary"), encoding="utf-8")
    noted("people", "import", changed, "--meeting", "11MSP")
    noted("note", "submit", 1)
    answer = noted("note", "compare", 1, "--out", out)
    assert answer.status == 0, answer.err
    said = words_of(out)
    assert "Comparison of two versions" in said
    assert "Counsellor" in said
    assert "First Secretary" in said
    versions = [row["id"] for row in noted("note", "versions", 1, "--json").json]
    assert len(versions) == 2
    older, newer = reversed(versions)
    chosen = noted("note", "compare", 1, "--older", older, "--newer", newer, "--out", out)
    assert chosen.status == 0, chosen.err
    unknown = noted("note", "compare", 1, "--older", 999, "--out", out)
    assert unknown.status == 1
    assert one_sentence(unknown)


def test_the_slips_go_with_the_note(noted: Run, tmp_path: Path) -> None:
    out = tmp_path / "slip.pdf"
    noted("note", "submit", 1)
    assert noted("note", "slip", 1, "--for", "routing", "--out", out).status == 0
    assert "Routing slip" in words_of(out)
    assert "Submitted" in words_of(out)
    assert noted("note", "slip", 1, "--for", "delivery", "--out", out).status == 0
    assert "Secretary of the Eleventh Meeting" in words_of(out)
    assert noted("note", "slip", 1, "--for", "show", "--out", out).status == 2


@pytest.mark.parametrize("order", ["date", "meeting"])
def test_the_register_is_printed(noted: Run, tmp_path: Path, order: str) -> None:
    sha256 = noted("note", "issue", 1, "--date", "2023-08-16", "--json").json["sha256"]
    noted("note", "cancel", 1, "--reason", "Sent in error")
    out = tmp_path / "register.pdf"
    answer = noted("register", "print", "--order", order, "--year", 2023, "--out", out)
    assert answer.status == 0, answer.err
    said = words_of(out)
    assert "1/2023" in said
    assert "Sent in error" in said
    assert sha256[:8] in said
    assert noted("register", "print", "--year", 2022, "--out", out).status == 0
    assert "1/2023" not in words_of(out)
    for words in (("--order", "size"), ("--year", "x"), ()):
        wrong = noted("register", "print", *words, *(("--out", out) if words else ()))
        assert wrong.status == 2
        assert one_sentence(wrong)


def test_notes_are_chosen_by_words_and_by_what_they_are(noted: Run) -> None:
    noted("note", "issue", 1, "--date", "2023-08-16")
    noted("note", "new", "--kind", "query", "--question", "Parking?", "--language", "es")

    def ids(*words: object) -> list[int]:
        return [row["id"] for row in noted("notes", *words, "--json").json]

    assert ids() == [2, 1]
    assert ids("--search", "OKORO eleventh") == [1]
    assert ids("--kind", "query") == [2]
    assert ids("--year", 2023) == [1]
    assert ids("--state", "issued") == [1]
    assert ids("--language", "es") == [2]
    assert ids("--meeting", "11MSP", "--kind", "query") == []
    assert ids("--search", "nowhere") == []
    assert noted("notes", "--search", "nowhere").out == "No notes of this kind.\n"
    assert noted("notes", "--kind", "poem").status == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_rendered_from_json(run: Run, tmp_path: Path, language: str) -> None:
    base = run("render", "--example", language, "--delegates", 3).json
    earlier = {"number": "1/2023", "dated": "2023-08-01", "subject": "Delegation"}
    member = base["delegates"][2]
    for kind in NoteKind:
        note = base | {"kind": kind, "delegates": []}
        if RULES[kind].lists_delegation:
            note["delegates"] = base["delegates"]
        if kind is NoteKind.OBSERVER:
            note["status"] = "not_party"
        note["matter"] = {
            "article": RULES[kind].articles[-1] if RULES[kind].articles else 0,
            "year": 2022 if kind is NoteKind.ARTICLE7 else 0,
        }
        if kind is NoteKind.EXTENSION:
            note["matter"] |= {"expires": "2024-08-01", "until": "2027-08-01"}
        if kind is NoteKind.COMPLIANCE:
            note["matter"]["until"] = "2023-05-31"
        if kind is NoteKind.QUERY:
            note["matter"]["question"] = base["reference"] + "?"
        if RULES[kind].earlier:
            note["matter"]["earlier"] = earlier
        if kind is NoteKind.CORRECTION:
            note["matter"]["corrections"] = [{"wrong": "12", "right": "13"}]
        if kind is NoteKind.AMENDMENT:
            note["matter"]["changes"] = [{"kind": "joins", "before": None, "after": member}]
        source, out = tmp_path / f"{kind}.json", tmp_path / f"{kind}.pdf"
        source.write_text(json.dumps(note), encoding="utf-8")
        answer = run("render", source, "--out", out)
        assert answer.status == 0, (kind, answer.err)
        assert out.read_bytes().startswith(b"%PDF")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("--example", "en", "--out", "x.pdf"),
        ("note.json",),
        ("--out", "x.pdf"),
        ("note.json", "--out", "x.pdf", "--delegates", "4"),
        ("--example", "tlh"),
        ("--example", "en", "--delegates", "0"),
        ("--example", "en", "--delegates", "9" * 5000),
        (),
    ],
)
def test_what_cannot_be_rendered_is_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    answer = run("render", *words)
    assert answer.status == 2
    assert one_sentence(answer)
