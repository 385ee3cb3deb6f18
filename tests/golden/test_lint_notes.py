"""The linter finds every seeded fault under its own rule, and none in right notes."""

import pytest

from ccmdesk.domain.finding import Finding, Severity
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.domain.repair import repaired
from ccmdesk.domain.state import Status
from ccmdesk.language.wording import resolved
from ccmdesk.services.note_findings import findings_of
from tests.golden.lint_notes import TODAY, LintNote, lint_notes, right_note

FAULTY = lint_notes("faulty")
RIGHT = lint_notes("right")


def found(content: NoteContent) -> list[Finding]:
    return findings_of(content, TODAY)


def grave(findings: list[Finding]) -> list[str]:
    return sorted({each.rule for each in findings if each.severity is not Severity.INFO})


def test_the_set_is_large_enough() -> None:
    assert len(FAULTY) >= 70
    assert len(RIGHT) >= 36
    for notes in (FAULTY, RIGHT):
        assert {note.language for note in notes} == set(LANGUAGES)
    assert {note.kind for note in FAULTY} >= set(NoteKind) - {NoteKind.REGRETS}


@pytest.mark.parametrize("note", FAULTY, ids=str)
def test_each_fault_is_found_and_nothing_else(note: LintNote) -> None:
    content = note.content()
    findings = found(content)
    assert note.rule in [each.rule for each in findings]
    assert set(grave(findings)) <= {note.rule, *note.also}
    finding = next(each for each in findings if each.rule == note.rule)
    assert finding.message
    assert finding.fix
    assert finding.source
    assert finding.where
    for each in findings:
        if each.repair is not None:
            mended = repaired(content, each.repair)
            assert mended != content
            assert each not in found(mended)


@pytest.mark.parametrize("note", RIGHT, ids=str)
def test_nothing_is_found_in_a_right_note(note: LintNote) -> None:
    assert grave(found(note.content())) == []


@pytest.mark.parametrize("kind", NoteKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_template_is_at_fault_open_or_sealed(language: str, kind: NoteKind) -> None:
    status = Status.SIGNATORY if kind is NoteKind.OBSERVER else Status.PARTY
    content = right_note(language, kind, status)
    assert grave(found(content)) == []
    assert grave(found(resolved(content))) == []
