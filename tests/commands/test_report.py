"""Article 7 reports on the command line, from their beginning to the duty that is met."""

import hashlib
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.commands.conftest import Answer, Run, one_sentence

LETTERS = "ABCDEFGHI"


def done(answer: Answer) -> Answer:
    """Return the answer of a command that went well."""
    assert answer.status == 0, answer.err
    return answer


@pytest.fixture
def whole(nigeria: Run) -> Run:
    """Run commands where the report on 2024 only waits for its seal."""
    done(nigeria("report", "new", "2024"))
    done(nigeria("report", "head", "2024", "--contact", "Disarmament desk, Abuja"))
    for letter in LETTERS:
        done(nigeria("report", "form", "2024", letter, "--nil", "--owner", "Ministry of Defence"))
    return nigeria


def test_a_report_is_filled_in_checked_and_sealed(nigeria: Run, tmp_path: Path) -> None:
    done(nigeria("report", "new", "2024", "--language", "en"))
    lacking = done(nigeria("report", "check", "2024", "--json")).json
    assert not lacking["complete"]
    assert [each["form"] for each in lacking["missing"]] == [None, *LETTERS]
    refused = nigeria("report", "seal", "2024")
    assert (refused.status, one_sentence(refused)) == (3, True)
    photograph = tmp_path / "cbu.png"
    photograph.write_bytes(b"\x89PNG")
    text = tmp_path / "text.txt"
    text.write_text("\ufeffTwo laws.\n", encoding="utf-8")
    done(nigeria("report", "form", "2024", "a", "--text-file", text, "--owner", "Justice"))
    shown = done(
        nigeria(
            "report", "form", "2024", "C", "--row", "types=CBU-87|held|2 m", "--attach", photograph,
            "--asked", "2025-01-10", "--promised", "2025-02-10", "--received", "2025-02-01",
            "--json",
        )
    ).json  # fmt: skip
    assert shown["tables"] == {"types": [["CBU-87", "held", "2 m", "", "", "", "", ""]]}
    for letter in "BDEFGHI":
        done(nigeria("report", "form", "2024", letter, "--nil"))
    done(nigeria("report", "head", "2024", "--contact", "Desk"))
    assert done(nigeria("report", "check", "2024", "--json")).json["complete"]
    sealed = done(nigeria("report", "seal", "2024", "--json")).json
    paper = tmp_path / "report.pdf"
    done(nigeria("report", "export", "2024", "--out", paper))
    assert hashlib.sha256(paper.read_bytes()).hexdigest() == sealed["sha256"]
    report = done(nigeria("report", "show", "2024", "--json")).json
    assert report["forms"][0]["text"] == "Two laws.\n"
    assert [file["name"] for file in report["files"]] == ["cbu.png"]
    assert report["locked"]
    done(nigeria("check"))


def test_the_cover_page_keeps_its_rules(whole: Run) -> None:
    done(whole("report", "seal", "2024"))
    done(whole("report", "new", "2025", "--from", "2024"))
    everything = ",".join(LETTERS)
    for wrong in (
        ("--unchanged", everything),
        ("--unchanged", f"{everything}=2030-01-01"),
        ("--unchanged", f"{everything}=2010-01-01"),
        ("--unchanged", f"{everything}=2025-04-28:2025"),
        ("--unchanged", "B,C,D,E,F,G,H,I=2025-04-28"),
        ("--unchanged", "B,C,D,E,F,G,H,I=2025-04-28", "--not-applicable", "A"),
        ("--unchanged", f"{everything}=2025-04-28", "--changed", "B"),
        ("--unchanged", "A,C,D,E,F,G,H,I=2025-04-28", "--changed", "B", "--in-place-of-forms"),
    ):
        refused = whole("report", "cover", "2025", *wrong)
        assert (refused.status, one_sentence(refused)) == (3, True), wrong
        faults = done(whole("report", "cover", "2025", *wrong, "--dry-run", "--json")).json
        assert faults["faults"], wrong
    done(
        whole(
            "report", "cover", "2025", "--unchanged", f"{everything}=2025-04-28:2024",
            "--in-place-of-forms",
        )
    )  # fmt: skip
    shown = done(whole("report", "show", "2025", "--json")).json
    assert shown["cover_only"]
    assert {form["earlier_on"] for form in shown["forms"][:9]} == {"2025-04-28"}
    done(whole("report", "seal", "2025"))


def test_an_initial_report_has_no_cover_page(nigeria: Run) -> None:
    done(nigeria("report", "new", "initial"))
    refused = nigeria("report", "cover", "initial", "--changed", "A")
    assert (refused.status, one_sentence(refused)) == (3, True)
    assert "annual reports only" in refused.err


def test_known_dates_come_from_the_register_when_asked_for(whole: Run) -> None:
    done(whole("report", "seal", "2024"))
    done(whole("report", "new", "2025", "--from", "2024"))
    letters = ",".join(LETTERS)
    done(whole("report", "cover", "2025", "--unchanged", letters, "--known-dates"))
    forms = done(whole("report", "show", "2025", "--json")).json["forms"]
    assert {form["earlier_period"] for form in forms[:9]} == {"2024"}


def test_what_changed_since_it_was_carried_over_is_shown(whole: Run) -> None:
    done(whole("report", "form", "2024", "B", "--not-nil", "--text", "Twelve held."))
    done(whole("report", "new", "2025"))
    assert "Carried over: A, B" in done(whole("report", "carry", "2025", "--from", "2024")).out
    done(whole("report", "form", "2025", "B", "--text", "Nine held."))
    told = done(whole("report", "changes", "2025")).out
    assert "- Twelve" in told
    assert "+ Nine" in told
    changes = done(whole("report", "changes", "2025", "--json")).json
    assert [letter for letter, each in changes.items() if each["changed"]] == ["B"]


def test_a_correction_is_a_version_of_its_own(whole: Run, tmp_path: Path) -> None:
    done(whole("report", "seal", "2024"))
    refused = whole("report", "form", "2024", "B", "--text", "Two held.")
    assert (refused.status, one_sentence(refused)) == (3, True)
    done(whole("report", "correct", "2024", "--reason", "A figure was wrong"))
    done(whole("report", "form", "2024", "B", "--not-nil", "--text", "Two held."))
    assert done(whole("report", "seal", "2024", "--json")).json["version"] == 2
    papers = []
    for version in (1, 2):
        paper = tmp_path / f"{version}.pdf"
        done(whole("report", "export", "2024", "--version", version, "--out", paper))
        papers.append(paper.read_bytes())
    assert papers[0] != papers[1]
    assert whole("report", "export", "2024", "--version", 3, "--out", tmp_path / "3.pdf").status
    assert [
        each["reason"] for each in whole("report", "show", "2024", "--json").json["versions"]
    ] == [
        None,
        "A figure was wrong",
    ]


def test_ministries_are_asked_and_the_report_is_sent(whole: Run, tmp_path: Path) -> None:
    for act, extra in (("request", ("--asked", "2025-01-10")), ("chase", ())):
        paper = tmp_path / f"{act}.pdf"
        done(whole("report", act, "2024", "--to", "Ministry of Defence", "--out", paper, *extra))
        assert paper.read_bytes().startswith(b"%PDF-")
    (holder,) = done(whole("report", "holders", "2024", "--json")).json
    assert holder["waiting"] == list(LETTERS)
    assert one_sentence(whole("report", "transmit", "2024"))
    done(whole("report", "seal", "2024"))
    message = tmp_path / "report.eml"
    sent = done(whole("report", "transmit", "2024", "--eml", message, "--json")).json
    assert (sent["to"], sent["cc"]) == (["ccm@un.org"], ["info@cmconvention.org"])
    mail = message_from_bytes(message.read_bytes(), policy=policy.default)
    assert len(list(mail.iter_attachments())) == 2
    done(whole("report", "sent", "2024", "--channel", "email", "--proof", "receipt 7"))
    duties = done(whole("deadlines", "--json")).json
    (duty,) = [each for each in duties if each["period"] == "2024"]
    assert (duty["status"], sent["number"] in duty["proof"]) == ("done", True)


@pytest.mark.parametrize(
    "words",
    [
        ("new", "2031"),
        ("new", "2010"),
        ("new", "x"),
        ("new", "2024", "--form-set", "none"),
        ("new", "2024", "--from", "2023"),
        ("show", "2019"),
        ("check", "2019"),
    ],
)
def test_what_cannot_be_is_one_sentence(words: tuple[str, ...], nigeria: Run) -> None:
    answer = nigeria("report", *words)
    assert answer.status == 1
    assert one_sentence(answer)
    assert nigeria("report", "list", "--json").json == []


@pytest.mark.parametrize(
    "words",
    [
        ("form", "2024", "AAA"),
        ("form", "2024", "A", "--state", "perhaps"),
        ("form", "2024", "A", "--row", "no cells"),
        ("cover", "2024", "--unchanged", "A=31 February 2025"),
        ("form", "2024", "A", "--text", "x", "--text-file", "y"),
    ],
)
def test_wrong_usage_ends_with_two(words: tuple[str, ...], whole: Run) -> None:
    answer = whole("report", *words)
    assert answer.status == 2
    assert one_sentence(answer)


def test_a_report_without_a_mission_is_refused(run: Run) -> None:
    for words in (("new", "2024"), ("list",), ("show", "2024")):
        answer = run("report", *words)
        assert (answer.status, one_sentence(answer)) == (1, True)


def test_a_report_in_work_is_removed(whole: Run) -> None:
    done(whole("report", "remove", "2024"))
    assert whole("report", "list", "--json").json == []
    assert done(whole("report", "list")).out == "No report was begun yet.\n"


def test_the_templates_are_listed_with_what_is_wrong(nigeria: Run, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "forms"
    folder.mkdir()
    (folder / "new.toml").write_text("id = 3", encoding="utf-8")
    found = done(nigeria("report", "sets", "--json")).json
    assert [each["id"] for each in found["sets"]] == ["ccm-2010"]
    assert "new.toml" in found["faults"][0]
    assert found["faults"][0] in done(nigeria("report", "sets")).out


def test_reports_stay_readable_where_their_template_was_taken_away(
    nigeria: Run, tmp_path: Path
) -> None:
    template = tmp_path / "data" / "forms" / "own.toml"
    template.parent.mkdir()
    template.write_text(
        'id = "own"\ntitle = "Own"\nsource = "Us"\nas_of = 2026-01-02\n'
        '[[form]]\nletter = "A"\ntitle = "Measures"\n',
        encoding="utf-8",
    )
    done(nigeria("report", "new", "2024", "--form-set", "own"))
    done(nigeria("report", "form", "2024", "A", "--text", "Two laws."))
    template.unlink()
    assert "its template" in done(nigeria("report", "list")).out
    assert "2 words" in done(nigeria("report", "show", "2024")).out
    for act in ("check", "seal"):
        refused = nigeria("report", act, "2024")
        assert (refused.status, one_sentence(refused)) == (1, True)


def attached(path: Path) -> list[str | None]:
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    return [part.get_filename() for part in mail.iter_attachments()]


def test_the_email_can_be_written_again(whole: Run, tmp_path: Path) -> None:
    done(whole("report", "seal", "2024"))
    refused = whole("report", "export", "2024", "--out", tmp_path / "early.eml")
    assert refused.status == 3
    assert one_sentence(refused)
    lost = whole("report", "transmit", "2024", "--eml", tmp_path / "nowhere" / "report.eml")
    assert lost.status == 1
    assert one_sentence(lost)
    assert "issued as No. 1/" in lost.err
    assert "ccmdesk report export 2024 --out FILE.eml" in lost.err
    message, note = tmp_path / "report.eml", tmp_path / "note.eml"
    done(whole("report", "export", "2024", "--out", message))
    assert len(attached(message)) == 2
    done(whole("note", "export", "1", "--out", note))
    assert note.read_bytes() == message.read_bytes()
    done(whole("note", "export", "1", "--out", note, "--to", "desk@example.org"))
    mail = message_from_bytes(note.read_bytes(), policy=policy.default)
    assert (mail["To"], mail["Cc"]) == ("desk@example.org", "info@cmconvention.org")
    assert len(attached(note)) == 2


def test_what_went_before_a_correction_is_recorded_all_the_same(whole: Run) -> None:
    done(whole("report", "seal", "2024"))
    done(whole("report", "transmit", "2024"))
    done(whole("report", "correct", "2024", "--reason", "A law was left out"))
    done(whole("report", "form", "2024", "A", "--not-nil", "--text", "Act of 2014"))
    done(whole("report", "seal", "2024"))
    sent = done(whole("report", "sent", "2024", "--channel", "hand", "--json")).json
    assert sent["version"] == 1
    answer = whole("report", "sent", "2024", "--channel", "hand", "--version", "3")
    assert answer.status == 1
    assert "no sealed version 3; there is 1, 2" in answer.err
    assert whole("report", "sent", "2024", "--channel", "hand", "--version", "2").status == 3


def test_cancelling_the_note_says_that_the_duty_is_open_again(whole: Run) -> None:
    done(whole("report", "seal", "2024"))
    done(whole("report", "transmit", "2024"))
    done(whole("report", "sent", "2024", "--channel", "hand"))
    cancelled = done(whole("note", "cancel", "1", "--reason", "Wrong addressee"))
    assert "is open again" in cancelled.out
    duties = done(whole("deadlines", "--json")).json
    (duty,) = [each for each in duties if each["period"] == "2024"]
    assert duty["status"] != "done"


def test_a_file_that_cannot_be_kept_keeps_the_rest_away_too(whole: Run, tmp_path: Path) -> None:
    paper, empty = tmp_path / "map.txt", tmp_path / "empty.txt"
    paper.write_text("map", encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    done(whole("report", "form", "2024", "F", "--attach", paper))
    for wrong in (["--attach", paper], ["--attach", empty], ["--detach", "none.txt"]):
        answer = whole("report", "form", "2024", "F", "--text", "Later", *wrong)
        assert (answer.status, one_sentence(answer)) == (1, True)
    assert done(whole("report", "show", "2024", "--form", "F", "--json")).json["text"] == ""
    done(whole("report", "form", "2024", "F", "--detach", "map.txt", "--attach", paper))


def test_what_was_typed_can_be_emptied(whole: Run) -> None:
    done(whole("report", "form", "2024", "B", "--text", "Typed", "--owner", "Defence"))
    shown = done(whole("report", "form", "2024", "B", "--text", "", "--owner", "", "--json")).json
    assert (shown["text"], shown["owner"]) == ("", None)
    done(whole("report", "head", "2024", "--contact", ""))
    assert not done(whole("report", "check", "2024", "--json")).json["complete"]


def test_a_correction_opened_by_mistake_is_dropped(whole: Run) -> None:
    done(whole("report", "seal", "2024"))
    done(whole("report", "correct", "2024", "--reason", "A law was left out"))
    told = done(whole("report", "correct", "2024", "--drop"))
    assert told.out == "Version 1 of the report on 2024 counts again.\n"
    assert whole("report", "correct", "2024", "--drop").status == 3
    assert whole("report", "correct", "2024").status == 2


def test_a_dispatch_from_the_register_says_that_the_duty_is_open(whole: Run) -> None:
    done(whole("report", "seal", "2024"))
    done(whole("report", "transmit", "2024"))
    told = done(whole("note", "dispatch", "1", "--channel", "post"))
    assert "“ccmdesk report sent 2024 --channel post”" in told.out
    done(whole("report", "sent", "2024", "--channel", "post"))
    again = done(whole("note", "dispatch", "1", "--channel", "fax"))
    assert "report sent" not in again.out
