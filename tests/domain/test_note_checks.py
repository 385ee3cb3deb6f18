"""What the linter says of a note."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.finding import Finding, Severity, blocking
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.note import NoteContent, NoteKind, Part
from ccmdesk.domain.note_checks import check
from ccmdesk.domain.person import Person
from ccmdesk.domain.profile import Names
from ccmdesk.domain.state import Status
from ccmdesk.domain.surroundings import Surroundings

TODAY = date(2023, 8, 16)
CONVENING = ConveningNote(
    reference="ODA/2023-00050",
    dated=date(2023, 3, 21),
    sender="Office for Disarmament Affairs",
    addressee="Secretary of the Eleventh Meeting of States Parties to the Convention",
    address=("Palais des Nations, Building H,", "CH-1211 Geneva 10"),
    email="ccm@un.org",
    delegation_due=date(2023, 8, 31),
    delegation_due_as_written="31 August 2023",
)
HEAD = Delegate(
    Person("Vărzaru", "Élise", "H.E. Ms.", "Ambassador, Permanent Representative"), Role.HEAD
)
ADVISER = Delegate(Person("Novotný", "Tomáš", "Mr.", "Legal Adviser"), Role.ADVISER)
MEETING = Meeting(
    code="11MSP",
    name="Eleventh Meeting of States Parties",
    kind=MeetingKind.STATES_PARTIES,
    ordinal=11,
    start=date(2023, 9, 11),
    end=date(2023, 9, 14),
    city="Geneva",
    convening=CONVENING,
)
NOTE = NoteContent(
    kind=NoteKind.NOMINATION,
    language="en",
    status=Status.PARTY,
    names=Names(
        "Permanent Mission of the Republic of Avataria", "the Republic of Avataria", "Geneva"
    ),
    meeting=MEETING,
    dated=TODAY,
    addressee=CONVENING.addressee,
    address=CONVENING.reply_to,
    reference=CONVENING.reference,
    reference_dated=CONVENING.dated,
    delegates=(HEAD, ADVISER),
)


def found(content: NoteContent, convening: ConveningNote | None = CONVENING) -> list[Finding]:
    return check(content, Surroundings(TODAY, convening))


def rules(content: NoteContent, convening: ConveningNote | None = CONVENING) -> dict[str, Severity]:
    return {finding.rule: finding.severity for finding in found(content, convening)}


def with_head(**changes: Any) -> NoteContent:
    return replace(NOTE, delegates=(replace(HEAD, person=replace(HEAD.person, **changes)), ADVISER))


def test_a_sound_note_has_no_findings() -> None:
    assert found(NOTE) == []
    assert found(NOTE, None) == []


@pytest.mark.parametrize(
    ("changes", "rule", "severity"),
    [
        ({"delegates": ()}, "no-delegates", Severity.BLOCKING),
        ({"delegates": (ADVISER,)}, "no-head", Severity.BLOCKING),
        ({"delegates": (HEAD, replace(ADVISER, role=Role.HEAD))}, "two-heads", Severity.BLOCKING),
        ({"delegates": (HEAD, ADVISER, ADVISER)}, "person-twice", Severity.BLOCKING),
        ({"addressee": "  "}, "addressee-missing", Severity.BLOCKING),
        ({"names": replace(NOTE.names, mission="")}, "mission-missing", Severity.BLOCKING),
        ({"names": replace(NOTE.names, state=" ")}, "state-missing", Severity.BLOCKING),
        ({"names": replace(NOTE.names, city="")}, "place-missing", Severity.WARNING),
        (
            {"names": replace(NOTE.names, state="the Kingdom of Elsewhere")},
            "state-not-in-mission",
            Severity.WARNING,
        ),
        ({"meeting": replace(MEETING, name="")}, "meeting-missing", Severity.BLOCKING),
        (
            {"meeting": replace(MEETING, start=None, end=None)},
            "meeting-undated",
            Severity.WARNING,
        ),
        ({"meeting": replace(MEETING, city="")}, "meeting-without-place", Severity.WARNING),
        ({"address": ()}, "address-missing", Severity.WARNING),
        ({"address": ("Room C.117", "Geneva")}, "address-differs", Severity.WARNING),
        ({"reference": "ODA/2022-00001"}, "reference-differs", Severity.WARNING),
        ({"reference": ""}, "reference-differs", Severity.WARNING),
        ({"dated": date(2023, 9, 1)}, "after-deadline", Severity.WARNING),
        ({"dated": date(2023, 9, 15)}, "after-meeting", Severity.WARNING),
        ({"dated": date(2023, 3, 20)}, "before-reference", Severity.WARNING),
        ({"dated": date(2023, 8, 15)}, "dated-earlier", Severity.INFO),
        ({"dated": date(2023, 8, 17)}, "dated-later", Severity.INFO),
        ({"status": Status.SIGNATORY}, "observer-wording", Severity.INFO),
        ({"status": Status.SIGNATORY}, "nomination-without-party", Severity.WARNING),
        ({"kind": NoteKind.OBSERVER}, "observer-is-party", Severity.BLOCKING),
        ({"number_shown": "12/2022"}, "number-of-another-year", Severity.WARNING),
        ({"reference_dated": date(2023, 3, 22)}, "reference-date-differs", Severity.WARNING),
    ],
)
def test_each_rule(changes: dict[str, Any], rule: str, severity: Severity) -> None:
    assert rules(replace(NOTE, **changes)).get(rule) is severity


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"functional_title": ""}, "head-title-missing"),
        ({"functional_title": "First Secretary"}, "excellency-without-rank"),
        ({"style": "Amb."}, "ambassador-twice"),
        ({"style": "H.E. Ms. Ms."}, "style-twice"),
        ({"given_names": "Ms. Élise"}, "style-twice"),
        ({"style": "H.E. H.E. Ms."}, "style-twice"),
    ],
)
def test_each_rule_on_a_delegate(changes: dict[str, str], rule: str) -> None:
    findings = {finding.rule: finding for finding in found(with_head(**changes))}
    assert "Vărzaru" in findings[rule].where


@pytest.mark.parametrize(
    "changes",
    [
        {"style": "S.E. Mme", "functional_title": "Ambassadrice, Représentante permanente"},
        {"style": "H.E. Dr.", "functional_title": "Minister for Foreign Affairs"},
        {"style": "Dr.", "given_names": "Drake"},
        {"style": "", "given_names": "Morgan"},
    ],
)
def test_right_styles_are_left_alone(changes: dict[str, str]) -> None:
    assert found(with_head(**changes)) == []


def test_a_member_without_title_is_told_from_the_head() -> None:
    untitled = replace(ADVISER, person=replace(ADVISER.person, functional_title=" "))
    assert rules(replace(NOTE, delegates=(HEAD, untitled))) == {"title-missing": Severity.WARNING}


def test_the_same_person_in_other_letters_is_found() -> None:
    other = replace(
        ADVISER, person=replace(ADVISER.person, family_name="NOVOTNÝ", given_names="tomáš")
    )
    assert "person-twice" in rules(replace(NOTE, delegates=(HEAD, ADVISER, other)))


def test_the_wrong_weekday_of_the_convening_note() -> None:
    written = replace(CONVENING, delegation_due_as_written="Friday, 31 August 2023")
    (finding,) = found(NOTE, written)
    assert finding.rule == "weekday-conflict"
    assert finding.severity is Severity.WARNING
    assert "31 August 2023 is a Thursday" in finding.message
    assert "Thursday 31 August 2023, is kept" in finding.message


def test_a_later_weekday_keeps_the_earlier_day() -> None:
    written = replace(CONVENING, delegation_due_as_written="Wednesday, 31 August 2023")
    (finding,) = found(NOTE, written)
    assert "Wednesday 30 August 2023, is kept" in finding.message


def test_on_the_deadline_and_on_the_last_day_of_the_meeting_nothing_is_late() -> None:
    assert "after-deadline" not in rules(replace(NOTE, dated=date(2023, 8, 31)))
    assert "after-meeting" not in rules(replace(NOTE, dated=date(2023, 9, 14)))


def test_blocking_findings_come_first() -> None:
    findings = found(replace(NOTE, status=Status.SIGNATORY, addressee="", dated=date(2023, 9, 1)))
    severities = [list(Severity).index(finding.severity) for finding in findings]
    assert severities == sorted(severities)
    assert [finding.rule for finding in blocking(findings)] == ["addressee-missing"]


def test_every_finding_that_blocks_says_what_to_do() -> None:
    empty = replace(NOTE, delegates=(), addressee="", names=Names("", "", ""))
    assert all(finding.fix for finding in blocking(found(empty)))


def test_a_translation_without_what_was_typed_by_hand_is_told() -> None:
    note = replace(NOTE, courtesy="fr", courtesy_names=NOTE.names)
    assert "translation-incomplete" not in rules(note)
    own = replace(note, body=(Part("delegation"), Part("", "Rooms."), Part("request", "Reply.")))
    [told] = [each for each in found(own) if each.rule == "translation-incomplete"]
    assert "request, a paragraph of your own" in told.message
    whole = (Part("delegation"), Part("", "Salles."), Part("request", "Réponse."))
    assert "translation-incomplete" not in rules(replace(own, courtesy_body=whole))
    asked = replace(note, kind=NoteKind.QUERY, matter=replace(note.matter, question="When?"))
    assert "translation-incomplete" in rules(asked)
    answered = replace(asked, courtesy_body=(Part("question", "Quand ?"),))
    assert "translation-incomplete" not in rules(answered)
