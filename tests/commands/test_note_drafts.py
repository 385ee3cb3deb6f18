"""Drafts of every kind on the command line, and what follows an issued note."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ccmdesk.domain.note import NoteKind
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.profile import LANGUAGES
from tests.commands.conftest import COLUMNS, DELEGATION, Answer, Run, one_sentence

MATTER = {
    NoteKind.ARTICLE7: ("--year", "2022"),
    NoteKind.EXTENSION: (
        "--article", "4", "--expires", "2028-08-01", "--until", "2031-08-01",
    ),
    NoteKind.COMPLIANCE: ("--article", "3", "--until", "2023-05-31"),
    NoteKind.ACKNOWLEDGEMENT: (
        "--reference", "ODA/2023-00050", "--reference-date", "2023-03-21",
    ),
    NoteKind.QUERY: ("--question", "Is registration open to observers?"),
    NoteKind.GENERAL: ("--text", "The Mission has moved to 5 Rue de Lausanne."),
    NoteKind.CORRECTION: ("--answers", "1/2023", "--correct", "Chidi=Chidi Paul"),
    NoteKind.AMENDMENT: ("--answers", "1/2023"),
}  # fmt: skip

CHANGED = DELEGATION.replace("adviser,Mr.,Chidi,Eze", "adviser,Ms.,Fatima,Musa").replace(
    "Counsellor,,Geneva,,m", "Counsellor,,Geneva,,f"
)


@pytest.fixture
def issued(nigeria: Run, delegation: Path) -> Run:
    """Run commands where note 1/2023 named the delegation to the Eleventh Meeting."""
    new(nigeria, "nomination", "--meeting", "11MSP", "--delegates", delegation)
    answer = nigeria("note", "issue", 1, "--date", "2023-08-16")
    assert answer.status == 0, answer.err
    return nigeria


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """Give a list in which somebody else is the adviser."""
    path = tmp_path / "changed.csv"
    path.write_text(CHANGED, encoding="utf-8")
    return path


def new(run: Run, kind: str, *words: object) -> str:
    """Draft a note without a complaint and return its id."""
    answer = run("note", "new", "--kind", kind, *words)
    assert answer.status == 0, answer.err
    return answer.out.strip()


def text(run: Run, tmp_path: Path, note: str) -> str:
    """Return a note as plain text."""
    out = tmp_path / "note.txt"
    assert run("note", "export", note, "--format", "txt", "--out", out).status == 0
    return out.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_drafted_in_every_language(
    issued: Run, changed: Path, tmp_path: Path, language: str
) -> None:
    for kind in NoteKind:
        words: list[object] = ["--language", language, *MATTER.get(kind, ())]
        words += ["--meeting", "11MSP"] if RULES[kind].meeting else []
        words += ["--delegates", changed] if kind is NoteKind.AMENDMENT else []
        note = new(issued, kind, *words)
        line = next(row for row in issued("notes", "--json").json if row["id"] == int(note))
        assert (line["kind"], line["language"], line["state"]) == (kind, language, "draft")
        said = text(issued, tmp_path, note)
        assert "{" not in said
        out = tmp_path / "note.pdf"
        assert issued("note", "export", note, "--out", out).status == 0
        assert out.read_bytes().startswith(b"%PDF")


def test_what_is_typed_is_said(issued: Run, tmp_path: Path) -> None:
    for kind, words in {
        "extension": ("request of the Federal Republic", "1 August 2031", "1 August 2028"),
        "compliance": ("Article 3, paragraph 2", "31 May 2023"),
        "article7": ("calendar year 2022",),
        "query": ("Is registration open to observers?",),
        "general": ("The Mission has moved to 5 Rue de Lausanne.",),
        "acknowledgement": ("ODA/2023-00050 of 21 March 2023",),
        "correction": ("1/2023 of 16 August 2023", "For “Chidi” read “Chidi Paul”"),
    }.items():
        meeting = ("--meeting", "11MSP") if kind == "extension" else ()
        note = new(issued, kind, *meeting, *MATTER[NoteKind(kind)])
        said = text(issued, tmp_path, note)
        for word in words[1:] if kind == "extension" else words:
            assert word in said, (kind, word)


@pytest.mark.parametrize("kind", [kind for kind in NoteKind if RULES[kind].meeting])
def test_a_kind_that_needs_a_meeting_asks_for_it(issued: Run, kind: NoteKind) -> None:
    answer = issued("note", "new", "--kind", kind, "--language", "en")
    assert answer.status == 2
    assert one_sentence(answer)
    assert "--meeting" in answer.err


@pytest.mark.parametrize("kind", list(NoteKind))
def test_any_kind_can_be_begun_with_a_meeting_and_completed_later(
    nigeria: Run, kind: NoteKind
) -> None:
    answer = nigeria("note", "new", "--kind", kind, "--meeting", "11MSP", "--language", "fr")
    assert answer.status == 0
    assert answer.out == "1\n"
    lacking = kind in MATTER and kind not in (NoteKind.ACKNOWLEDGEMENT, NoteKind.GENERAL)
    assert one_sentence(answer) if lacking else not answer.err


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("nomination", ("--article", "4")),
        ("nomination", ("--year", "2024")),
        ("article7", ("--until", "2024-01-01")),
        ("article7", ("--year", "2024", "--initial")),
        ("extension", ("--article", "7")),
        ("article7", ("--article", "3")),
        ("general", ("--question", "Why?")),
        ("general", ("--correct", "a=b")),
        ("regrets", ("--answers", "1")),
        ("correction", ("--answers", "1/2023", "--meeting", "13MSP")),
        ("correction", ("--correct", "no sign")),
        ("correction", ("--correct", "=right")),
        ("nomination", ("--language", "tlh")),
        ("nomination", ("--meeting", "99MSP")),
    ],
)
def test_what_a_kind_cannot_say_is_wrong_usage(
    issued: Run, kind: str, words: tuple[str, ...]
) -> None:
    before = issued("notes", "--json").json
    meeting = () if "--meeting" in words else ("--meeting", "11MSP")
    answer = issued("note", "new", "--kind", kind, *meeting, *words)
    assert answer.status == 2
    assert one_sentence(answer)
    assert issued("notes", "--json").json == before


def test_delegates_belong_to_kinds_that_list_them(issued: Run, delegation: Path) -> None:
    answer = issued(
        "note", "new", "--kind", "regrets", "--meeting", "11MSP", "--delegates", delegation
    )
    assert answer.status == 2
    assert "nomination" in answer.err


def test_an_amendment_writes_the_difference(issued: Run, changed: Path, tmp_path: Path) -> None:
    answer = issued("note", "amend", 1, "--delegates", changed)
    assert answer.status == 0, answer.err
    said = text(issued, tmp_path, answer.out.strip())
    assert "further to its own note No. 1/2023 of 16 August 2023" in said
    assert "Fatima MUSA, Counsellor, will replace Mr. Chidi EZE as Adviser" in said


def test_the_second_amendment_tells_only_what_changed_since_the_first(
    issued: Run, changed: Path, delegation: Path, tmp_path: Path
) -> None:
    first = issued("note", "amend", 1, "--delegates", changed, "--json").json["id"]
    assert issued("note", "issue", first, "--date", "2023-08-20").status == 0
    again = issued("note", "amend", 1, "--delegates", changed)
    assert again.status == 3
    second = issued("note", "amend", 1, "--delegates", delegation)
    assert second.status == 0, second.err
    assert "Chidi EZE, Counsellor, will replace Ms. Fatima MUSA" in text(
        issued, tmp_path, second.out.strip()
    )


Asked = Callable[[Run, Path], Answer]


@pytest.mark.parametrize(
    "asked",
    [
        lambda run, same: run("note", "amend", 1, "--delegates", same),
        lambda run, same: run("note", "amend", 1),
        lambda run, same: run(
            "note", "new", "--kind", "amendment", "--answers", "1/2023", "--delegates", same
        ),
    ],
)
def test_a_list_without_difference_amends_nothing(
    issued: Run, delegation: Path, asked: Asked
) -> None:
    answer = asked(issued, delegation)
    assert answer.status == 3
    assert one_sentence(answer)
    assert "Nothing changed" in answer.err
    assert len(issued("notes", "--json").json) == 1


def test_only_an_issued_note_is_amended(nigeria: Run, delegation: Path, changed: Path) -> None:
    note = new(nigeria, "nomination", "--meeting", "11MSP", "--delegates", delegation)
    answer = nigeria("note", "amend", note, "--delegates", changed)
    assert answer.status == 3
    assert one_sentence(answer)
    people = {row["family_name"] for row in nigeria("people", "list", "--json").json}
    assert people == {"Okoro", "Eze"}


def test_a_note_without_delegation_is_not_amended(issued: Run, changed: Path) -> None:
    note = new(issued, "regrets", "--meeting", "12MSP")
    assert issued("note", "issue", note, "--date", "2024-09-01").status == 0
    answer = issued("note", "amend", note, "--delegates", changed)
    assert answer.status == 3
    assert one_sentence(answer)


def test_an_amendment_of_a_meeting_answers_its_last_nomination(
    issued: Run, changed: Path, tmp_path: Path
) -> None:
    note = new(issued, "amendment", "--meeting", "11MSP", "--delegates", changed)
    assert "No. 1/2023" in text(issued, tmp_path, note)


@pytest.mark.parametrize("answers", ["7", "9/2023", "not a number"])
def test_an_earlier_note_that_is_not_there_is_named(issued: Run, answers: str) -> None:
    answer = issued("note", "new", "--kind", "correction", "--answers", answers)
    assert answer.status == 1
    assert one_sentence(answer)
    assert answers in answer.err


def test_an_issued_number_is_found_before_years_of_others(issued: Run, tmp_path: Path) -> None:
    for _ in range(11):
        note = new(issued, "general", "--text", "Nothing of note.")
        issued("note", "issue", note, "--date", "2023-09-01")
    note = new(issued, "correction", "--answers", "2/2023", "--correct", "note=Note")
    assert "No. 2/2023 of 1 September 2023" in text(issued, tmp_path, note)


def test_a_courtesy_translation_and_enclosures_follow(issued: Run, tmp_path: Path) -> None:
    note = new(
        issued, "article7", "--year", "2022", "--language", "fr", "--courtesy", "en",
        "--enclosure", "Report for 2022", "--subject", "Rapport 2022",
    )  # fmt: skip
    said = text(issued, tmp_path, note)
    assert "Report for 2022" in said
    assert "Unofficial translation" in said
    assert "calendar year 2022" in said
    assert issued("notes", "--search", "rapport", "--json").json[0]["id"] == int(note)


def test_a_delegation_without_columns_leaves_nothing(issued: Run, tmp_path: Path) -> None:
    path = tmp_path / "only.csv"
    path.write_text(f"{COLUMNS}\n", encoding="utf-8")
    for words in (
        ("note", "amend", 1, "--delegates", path),
        ("note", "amend", 1, "--delegates", tmp_path / "none.csv"),
        ("note", "new", "--kind", "nomination", "--meeting", "11MSP", "--delegates", path),
    ):
        answer = issued(*words)
        assert answer.status == 1
        assert one_sentence(answer)
    assert len(issued("notes", "--json").json) == 1
