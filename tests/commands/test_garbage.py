"""Whatever is typed or fed, a command answers with a status of its own and one sentence."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.commands.conftest import Run, one_sentence

ACTS = (
    "new", "amend", "read", "check", "submit", "approve", "return", "issue", "dispatch",
    "acknowledge", "cancel", "history", "versions", "compare", "export",
)  # fmt: skip
COMMANDS = (
    *(("note", act) for act in ACTS),
    ("notes",),
    ("register", "print"),
    ("people", "import"),
    ("people", "list"),
    ("render",),
    ("deadlines",),
)
NEEDED = {
    "new": ("--kind", "general"),
    "return": ("--reason", "x"),
    "cancel": ("--reason", "x"),
    "dispatch": ("--channel", "hand"),
}
OPTIONS = (
    "--kind", "--meeting", "--language", "--answers", "--correct", "--article", "--year",
    "--initial", "--expires", "--until", "--question", "--text", "--subject", "--addressee",
    "--reference", "--reference-date", "--enclosure", "--courtesy", "--date", "--number",
    "--series", "--by", "--to", "--reason", "--for", "--channel", "--at", "--proof", "--tracking",
    "--format", "--note", "--older", "--newer", "--search", "--order", "--dry-run", "--column",
    "--leave-out", "--json", "--example", "--state", "--as-of",
)  # fmt: skip
VALUES = (
    "", " ", "0", "1", "2", "-1", "9" * 30, "9" * 5000, "\0", "\ud800", "a=b", "=", "2026-02-30",
    "2023-08-16", "2023-08-16T10:00", "0001-01-01T00:00", "9999-12-31T23:59+00:00", "T", "12:00",
    "é🙂", "x" * 3000, "--", "-", ".", "nowhere/x", "11MSP", "13msp", "99MSP", "ar", "nomination",
    "amendment", "1/2023", "'; DROP TABLE notes;--", "%s{n}", "\u202e", "a\nb", "\x1b[31m",
    "email", "draft", "meeting", "4", "7", "1=family_name", "pdf", "docx",
)  # fmt: skip
ALONE = {"--initial", "--dry-run", "--json"}


@pytest.fixture
def issued(nigeria: Run, delegation: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run commands, in a folder of their own, where there is an issued note and a draft."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for _ in range(2):
        nigeria(
            "note", "new", "--kind", "nomination", "--meeting", "11MSP", "--delegates", delegation
        )
    assert nigeria("note", "issue", 1, "--date", "2023-08-16").status == 0
    return nigeria


# The register may be whatever earlier examples made of it.
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    command=st.sampled_from(COMMANDS),
    first=st.sampled_from(("1", "2", "3", *VALUES, None)),
    options=st.lists(st.tuples(st.sampled_from(OPTIONS), st.sampled_from(VALUES)), max_size=3),
)
def test_no_arguments_bring_a_command_down(
    issued: Run,
    command: tuple[str, ...],
    first: str | None,
    options: list[tuple[str, str]],
) -> None:
    words = [*command, *([] if first is None or command[-1] == "new" else [first])]
    words += NEEDED.get(command[-1], ())
    words += ["--out", "out.pdf"] if command[-1] in ("export", "compare", "print") else []
    for option, value in options:
        words += [option] if option in ALONE else [option, value]
    answer = issued(*words)
    assert answer.status in (0, 1, 2, 3)
    assert answer.status == 0 or one_sentence(answer), answer.err
    assert "mistake" not in answer.err, answer.err
    assert "\x1b" not in answer.err


JUNK = (
    b"",
    b"\0" * 100,
    b"\xff\xfe\xfa",
    b"PK\x03\x04" + b"\x01" * 200,
    b"%PDF-1.7\n%%EOF",
    b"role,family_name\n" + b'"' * 50,
    b"BEGIN:VCARD\nBEGIN:VCARD\n\x01",
    b"{}",
    b"[]",
    b"null",
    b'{"kind": 7}',
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "ш,щ\n\u202e,\u0000".encode(),
)


@pytest.mark.parametrize("data", JUNK)
def test_no_file_brings_a_command_down(issued: Run, data: bytes) -> None:
    before = issued("notes", "--json").json
    Path("junk").write_bytes(data)
    for words in (
        ("note", "new", "--kind", "nomination", "--meeting", "11MSP", "--delegates", "junk"),
        ("note", "amend", "1", "--delegates", "junk"),
        ("note", "check", "junk"),
        ("note", "read", "junk"),
        ("note", "read", "junk", "--note", "1"),
        ("render", "junk", "--out", "out.pdf"),
        ("people", "import", "junk"),
        ("people", "import", "junk", "--dry-run", "--meeting", "11MSP"),
    ):
        answer = issued(*words)
        # A single word may be a name: only a list of people can be made of anything.
        assert answer.status in ((0, 1) if words[0] == "people" else (1,)), (words, answer.out)
        assert answer.status == 0 or one_sentence(answer), answer.err
        assert "mistake" not in answer.err, answer.err
    assert issued("notes", "--json").json == before


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_no_value_in_the_json_of_a_note_brings_it_down(issued: Run, data: st.DataObject) -> None:
    note = issued("render", "--example", data.draw(st.sampled_from(("en", "ru", "zh")))).json
    place = note
    for _ in range(3):
        key = data.draw(st.sampled_from(sorted(place)))
        inner = place[key]
        if isinstance(inner, list) and inner and isinstance(inner[0], dict):
            inner = data.draw(st.sampled_from(inner))
        if not isinstance(inner, dict) or not inner:
            break
        place = inner
    place[key] = data.draw(
        st.sampled_from(
            (
                None,
                "",
                0,
                -1,
                1e300,
                True,
                [],
                {},
                [[]],
                "x" * 3000,
                "\0",
                "2023-13-01",
                "é🙂",
                "\n",
            )
        )
    )
    Path("note.json").write_text(json.dumps(note), encoding="utf-8")
    for words in (("note", "check", "note.json"), ("render", "note.json", "--out", "out.pdf")):
        answer = issued(*words)
        assert answer.status in (0, 1, 3), (key, place[key])
        assert answer.status == 0 or one_sentence(answer), answer.err
        assert "mistake" not in answer.err, (key, place[key])
