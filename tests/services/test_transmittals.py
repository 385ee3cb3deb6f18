"""A sealed report leaves: note, e-mail, dispatch and duty, each act whole or not at all."""

import email
import hashlib
import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from email import policy
from pathlib import Path

import pytest
from pypdf import PdfReader

from ccmdesk.domain.article7 import FormContent, SealedReport
from ccmdesk.domain.duty import DutyStatus
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.finding import Severity
from ccmdesk.domain.note import NoteKind, NoteState
from ccmdesk.domain.note_life import Channel, Proof, StepKind
from ccmdesk.domain.profile import StandIn
from ccmdesk.services.desk import Desk
from ccmdesk.services.sample import SampleResult
from tests.documents.reading import text_of

DAY = date(2023, 8, 16)
KEY = "XAV:art7_annual:2022"


def complete(desk: Desk, period: str = "2022") -> int:
    """Begin a report in which everything is answered, and return its id."""
    report = desk.reports.begin(period)
    desk.reports.save_head(replace(report, contact="Ministry of Foreign Affairs"))
    for form in report.forms:
        desk.reports.save_form(report.id, replace(form, content=FormContent(nil=True)))
    return report.id


@pytest.fixture
def mission(bare: Desk, sample: SampleResult) -> Desk:
    """The desk of the invented mission."""
    return bare


@pytest.fixture
def sealed(mission: Desk) -> SealedReport:
    """Its report on 2022, sealed."""
    return mission.reports.seal(complete(mission))


def snapshot(desk: Desk) -> tuple[object, ...]:
    """Return all that a transmittal touches."""
    return (
        [(line.id, line.number, line.state) for line in desk.notes.lines()],
        desk.reports.all(),
        desk.deadlines.duty(KEY).status,
        desk.notes.next_number(DAY),
        desk.history.undo_label,
    )


def test_in_one_act_the_report_has_its_note_its_number_and_its_email(
    mission: Desk, sealed: SealedReport
) -> None:
    desk = mission
    before = len(desk.notes.lines())
    seen: list[frozenset[str]] = []
    desk.changes.subscribe(seen.append)
    done = desk.transmittals.transmit(sealed.id, on=DAY)
    assert len(seen) == 1
    assert {"notes", "reports"} <= seen[0]
    assert done.line is not None
    assert done.line.state is NoteState.ISSUED
    assert done.line.number == "1/2023"
    assert len(desk.notes.lines()) == before + 1
    content = desk.notes.content(done.note_id)
    assert content.kind is NoteKind.ARTICLE7
    assert (content.matter.year, content.matter.initial) == (2022, False)
    assert content.enclosures == ("Report under Article 7 for 2022",)
    assert content.addressee == "United Nations Office for Disarmament Affairs, Geneva Branch"
    assert [each.kind for each in desk.life.steps(done.note_id)] == [StepKind.ISSUED]
    (stands,) = desk.transmittals.of(sealed.report_id)
    assert (stands.sealed_id, stands.version, stands.number) == (sealed.id, 1, "1/2023")
    assert (stands.dated, stands.sent_on, stands.state) == (DAY, None, NoteState.ISSUED)
    assert desk.deadlines.duty(KEY).status is not DutyStatus.DONE
    assert desk.safety.check(full=True).ok


def test_the_email_goes_to_the_secretariat_with_a_copy_to_the_support_unit(
    mission: Desk, sealed: SealedReport
) -> None:
    done = mission.transmittals.transmit(sealed.id, on=DAY)
    assert (done.to, done.cc) == (("ccm@un.org",), ("info@cmconvention.org",))
    message = email.message_from_bytes(done.eml, policy=policy.default)
    assert message["To"] == "ccm@un.org"
    assert message["Cc"] == "info@cmconvention.org"
    assert message["Subject"] == done.subject
    assert "1/2023" in done.subject
    assert "Annual report under Article 7 for 2022" in done.subject
    attached = {part.get_filename(): part.get_content() for part in message.iter_attachments()}
    assert list(attached) == ["Note verbale 1-2023.pdf", "Article 7 report Avataria 2022.pdf"]
    note, report = attached.values()
    assert note == mission.notes.pdf(done.note_id)
    assert report == mission.reports.sealed_pdf(sealed.id)
    assert hashlib.sha256(report).hexdigest() == sealed.pdf_sha256
    assert "Article 7 report Avataria 2022.pdf" in done.text
    body = message.get_body()
    assert body is not None
    assert body.get_content().split() == done.text.split()
    assert mission.transmittals.mail(sealed.id) == done


@pytest.mark.parametrize("language", ["fr", "es", "ru", "ar", "zh"])
def test_the_note_can_be_in_another_language(
    mission: Desk, sealed: SealedReport, language: str
) -> None:
    done = mission.transmittals.transmit(sealed.id, language=language)
    assert mission.notes.content(done.note_id).language == language
    text = PdfReader(io.BytesIO(mission.notes.pdf(done.note_id))).pages[0].extract_text()
    assert "2022" in text
    assert done.eml


def test_a_number_of_the_officers_own(mission: Desk, sealed: SealedReport) -> None:
    done = mission.transmittals.transmit(sealed.id, number="77/2023")
    assert done.line is not None
    assert done.line.number == "77/2023"


def test_a_report_goes_once(mission: Desk, sealed: SealedReport) -> None:
    mission.transmittals.transmit(sealed.id)
    before = snapshot(mission)
    with pytest.raises(RefusedError, match="went with note 1/2023 already"):
        mission.transmittals.transmit(sealed.id)
    assert snapshot(mission) == before


def test_after_a_cancelled_note_it_goes_with_another(mission: Desk, sealed: SealedReport) -> None:
    first = mission.transmittals.transmit(sealed.id)
    mission.life.cancel(first.note_id, "Wrong addressee")
    with pytest.raises(RefusedError, match="transmit the report first"):
        mission.transmittals.sent(sealed.id, DAY, "email")
    second = mission.transmittals.transmit(sealed.id)
    assert second.line is not None
    assert second.line.number == "2/2023"
    assert [each.state for each in mission.transmittals.of(sealed.report_id)] == [
        NoteState.CANCELLED,
        NoteState.ISSUED,
    ]


@contextmanager
def refusing(data_dir: Path, table: str) -> Iterator[None]:
    """Let the database itself refuse every new row of a table."""
    file = data_dir / "ccmdesk.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            f"CREATE TRIGGER refusing BEFORE INSERT ON {table}"
            " BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
    yield
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DROP TRIGGER refusing")


@pytest.mark.parametrize("table", ["report_transmittals", "sealed_papers", "note_steps", "events"])
def test_a_failure_in_the_middle_leaves_nothing_behind(
    mission: Desk, sealed: SealedReport, data_dir: Path, table: str
) -> None:
    before = snapshot(mission)
    with refusing(data_dir, table), pytest.raises(Exception, match="refused"):
        mission.transmittals.transmit(sealed.id)
    assert snapshot(mission) == before
    assert mission.transmittals.of(sealed.report_id) == []
    assert mission.safety.check(full=True).ok
    done = mission.transmittals.transmit(sealed.id)
    assert done.line is not None
    assert done.line.number == "1/2023"


def test_a_number_that_is_taken_leaves_nothing_behind(mission: Desk, sealed: SealedReport) -> None:
    mission.notes.issue(
        mission.notes.create(NoteKind.REGRETS, mission.meetings.by_code("11MSP").id, "en")
    )
    before = snapshot(mission)
    with pytest.raises(RefusedError, match="in the register already"):
        mission.transmittals.transmit(sealed.id, number="1/2023")
    assert snapshot(mission) == before
    assert mission.transmittals.of(sealed.report_id) == []


def test_a_note_is_not_older_than_its_report(mission: Desk, sealed: SealedReport) -> None:
    with pytest.raises(InputError, match="cannot be dated before") as raised:
        mission.transmittals.transmit(sealed.id, on=date(2023, 8, 1))
    assert raised.value.field == "on"


def test_what_left_is_recorded_with_the_duty_in_one_act(
    mission: Desk, sealed: SealedReport
) -> None:
    desk = mission
    done = desk.transmittals.transmit(sealed.id)
    receipt = Proof("receipt.eml", b"Received with thanks")
    seen: list[frozenset[str]] = []
    desk.changes.subscribe(seen.append)
    stands = desk.transmittals.sent(sealed.id, DAY, "email", "message 4711", receipt)
    assert len(seen) == 1
    assert (stands.sent_on, stands.channel, stands.proof) == (DAY, Channel.EMAIL, "message 4711")
    assert stands.state is NoteState.DISPATCHED
    step = desk.life.steps(done.note_id)[-1]
    assert (step.kind, step.recipient) == (
        StepKind.DISPATCHED,
        "ccm@un.org, info@cmconvention.org",
    )
    assert desk.life.proof(step.id) == receipt
    duty = desk.deadlines.duty(KEY)
    assert duty.status is DutyStatus.DONE
    assert duty.record is not None
    assert duty.record.done_on == DAY
    assert duty.record.proof == "1/2023; message 4711"
    assert duty.record.channel == "email"
    assert desk.deadlines.proof_file(KEY) == receipt
    assert [entry.what for entry in desk.deadlines.history(KEY)] == ["done"]
    assert desk.safety.check(full=True).ok


def test_what_was_dispatched_from_the_register_already_meets_the_duty_too(
    mission: Desk, sealed: SealedReport
) -> None:
    desk = mission
    done = desk.transmittals.transmit(sealed.id)
    desk.life.dispatch(done.note_id, Channel.HAND, tracking="Stamped slip")
    (stands,) = desk.transmittals.of(sealed.report_id)
    assert (stands.sent_on, stands.met) == (DAY, False)
    stands = desk.transmittals.sent(sealed.id, DAY, "hand")
    assert (stands.proof, stands.met) == ("Stamped slip", True)
    assert len(desk.life.steps(done.note_id)) == 2
    assert desk.history.undo() == "Record that the report was sent"
    assert desk.deadlines.duty(KEY).status is not DutyStatus.DONE
    desk.life.acknowledge(done.note_id)
    assert desk.transmittals.sent(sealed.id, DAY, "email", "2").met
    assert desk.notes.state(done.note_id) is NoteState.ACKNOWLEDGED
    assert desk.deadlines.duty(KEY).status is DutyStatus.DONE
    assert desk.safety.check(full=True).ok


def test_a_dispatch_that_fails_leaves_the_duty_open(
    mission: Desk, sealed: SealedReport, data_dir: Path
) -> None:
    desk = mission
    with pytest.raises(RefusedError, match="transmit the report first"):
        desk.transmittals.sent(sealed.id, DAY, "email")
    done = desk.transmittals.transmit(sealed.id)
    for channel, day, proof, field in (
        ("pigeon", DAY, None, "channel"),
        ("email", date(2023, 8, 17), None, "on"),
        ("email", date(2023, 8, 15), None, "on"),
        ("email", DAY, Proof("empty.pdf", b""), "proof"),
    ):
        with pytest.raises(InputError) as raised:
            desk.transmittals.sent(sealed.id, day, channel, "", proof)
        assert raised.value.field == field

    for table in ("note_steps", "duty_records", "duty_history", "events"):
        with refusing(data_dir, table), pytest.raises(Exception, match="refused"):
            desk.transmittals.sent(sealed.id, DAY, "email")
    assert desk.notes.state(done.note_id) is NoteState.ISSUED
    assert len(desk.life.steps(done.note_id)) == 1
    assert desk.deadlines.duty(KEY).status is not DutyStatus.DONE


def test_a_correction_goes_with_a_note_of_its_own_and_the_duty_keeps_its_day(
    mission: Desk, sealed: SealedReport
) -> None:
    desk = mission
    desk.transmittals.transmit(sealed.id)
    desk.transmittals.sent(sealed.id, DAY, "hand")
    report = desk.reports.correct(sealed.report_id, "A law was left out")
    form = replace(report.form("A"), content=FormContent("Act of 2014"))
    desk.reports.save_form(report.id, form)
    second = desk.reports.seal(report.id)
    with pytest.raises(RefusedError, match="replaced by version 2"):
        desk.transmittals.transmit(sealed.id)
    done = desk.transmittals.transmit(second.id)
    assert desk.notes.content(done.note_id).enclosures == (
        "Report under Article 7 for 2022, version 2",
    )
    assert b"v2.pdf" in done.eml
    text = text_of(desk.notes.pdf(done.note_id))
    assert "takes the place of the one transmitted with note verbale No. 1/2023 of" in text
    assert "16 August 2023" in text
    assert desk.notes.check(done.note_id) == []
    desk.transmittals.sent(second.id, DAY, "email")
    record = desk.deadlines.duty(KEY).record
    assert record is not None
    assert record.proof == "1/2023"
    assert [each.version for each in desk.transmittals.of(sealed.report_id)] == [1, 2]


@pytest.mark.parametrize("language", ["fr", "es", "ru", "ar", "zh"])
def test_a_correction_says_so_in_each_language(
    mission: Desk, sealed: SealedReport, language: str
) -> None:
    desk = mission
    desk.transmittals.transmit(sealed.id)
    report = desk.reports.correct(sealed.report_id, "A law was left out")
    desk.reports.save_form(report.id, replace(report.form("A"), content=FormContent("Act")))
    done = desk.transmittals.transmit(desk.reports.seal(report.id).id, language=language)
    text = desk.hand_off.text(done.note_id)
    assert "1/2023" in text
    assert "{" not in text
    # The invented mission has no name of its own in each of these languages.
    found = [each for each in desk.notes.check(done.note_id) if each.where != "mission"]
    assert [each for each in found if each.severity is not Severity.INFO] == []


def test_an_initial_report(desk: Desk) -> None:
    report = complete(desk, "initial")
    sealed = desk.reports.seal(report)
    done = desk.transmittals.transmit(sealed.id)
    content = desk.notes.content(done.note_id)
    assert (content.matter.year, content.matter.initial) == (0, True)
    assert "Initial report under Article 7" in done.subject
    desk.transmittals.sent(sealed.id, DAY, "email")
    assert desk.deadlines.duty("NGA:art7_initial:initial").status is DutyStatus.DONE


@pytest.fixture
def approving(mission: Desk) -> Desk:
    """The same mission, where notes are approved."""
    profile = mission.profile.required()
    mission.profile.save(
        replace(profile, approval=True, approvers=(StandIn("Amina Okoro", "Ambassador"),))
    )
    return mission


def test_where_notes_are_approved_it_waits_and_goes_on_afterwards(approving: Desk) -> None:
    desk = approving
    sealed = desk.reports.seal(complete(desk))
    with pytest.raises(RefusedError, match="not among those who may approve"):
        desk.transmittals.transmit(sealed.id, to="Somebody")
    assert desk.transmittals.of(sealed.report_id) == []
    waits = desk.transmittals.transmit(sealed.id, on=DAY, language="fr", to="Amina Okoro")
    assert (waits.line, waits.eml) == (None, b"")
    assert desk.notes.state(waits.note_id) is NoteState.SUBMITTED
    (stands,) = desk.transmittals.of(sealed.report_id)
    assert (stands.state, stands.number) == (NoteState.SUBMITTED, "")
    with pytest.raises(RefusedError, match="waits for its approval"):
        desk.transmittals.transmit(sealed.id)
    desk.life.return_(waits.note_id, "Amina Okoro", "Say it in French")
    again = desk.transmittals.transmit(sealed.id)
    assert again.note_id == waits.note_id
    desk.life.approve(waits.note_id, "Amina Okoro")
    done = desk.transmittals.transmit(sealed.id)
    assert done.note_id == waits.note_id
    assert done.line is not None
    assert done.line.number == "1/2023"
    assert desk.notes.content(done.note_id).language == "fr"
    assert [each.kind for each in desk.life.steps(done.note_id)] == [
        StepKind.SUBMITTED,
        StepKind.RETURNED,
        StepKind.SUBMITTED,
        StepKind.APPROVED,
        StepKind.ISSUED,
    ]
    assert desk.safety.check(full=True).ok


def test_a_draft_that_was_thrown_away_is_begun_anew(approving: Desk) -> None:
    desk = approving
    sealed = desk.reports.seal(complete(desk))
    first = desk.transmittals.transmit(sealed.id)
    desk.life.return_(first.note_id, "Amina Okoro", "Not now")
    desk.notes.remove_draft(first.note_id)
    assert desk.transmittals.of(sealed.report_id) == []
    second = desk.transmittals.transmit(sealed.id)
    assert second.note_id != first.note_id


def test_an_unknown_version_is_told(mission: Desk) -> None:
    with pytest.raises(InputError, match="no sealed report 99"):
        mission.transmittals.transmit(99)
