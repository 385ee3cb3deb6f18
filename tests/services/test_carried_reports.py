"""What a receipt, a cancelled note, a newer version and several windows mean for a report sent."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.article7 import FormContent, SealedReport
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.errors import RefusedError
from ccmdesk.domain.note import Draft, NoteKind
from ccmdesk.domain.note_life import Proof, StepKind
from ccmdesk.domain.note_matter import Matter
from ccmdesk.domain.profile import Profile, StandIn
from ccmdesk.domain.state import Status
from ccmdesk.services.desk import Desk
from ccmdesk.services.sample import SampleResult
from ccmdesk.services.transmittals import Transmittal, Transmitted
from tests.documents.reading import text_of
from tests.services.test_transmittals import DAY, KEY, complete


@pytest.fixture
def mission(bare: Desk, sample: SampleResult) -> Desk:
    """The desk of the invented mission."""
    return bare


@pytest.fixture
def sealed(mission: Desk) -> SealedReport:
    """Its report on 2022, sealed."""
    return mission.reports.seal(complete(mission))


@pytest.fixture
def approving(mission: Desk) -> Desk:
    """The same mission, where notes are approved."""
    profile = mission.profile.required()
    mission.profile.save(
        replace(profile, approval=True, approvers=(StandIn("Amina Okoro", "Ambassador"),))
    )
    return mission


def test_a_receipt_that_comes_later_is_kept_too(mission: Desk, sealed: SealedReport) -> None:
    desk = mission
    desk.transmittals.transmit(sealed.id)
    desk.transmittals.sent(sealed.id, DAY, "email")
    desk.transmittals.sent(sealed.id, DAY, "email", "message 4711")
    receipt = Proof("receipt.eml", b"Received with thanks")
    desk.transmittals.sent(sealed.id, DAY, "email", "", receipt)
    record = desk.deadlines.duty(KEY).record
    assert record is not None
    assert (record.done_on, record.proof) == (DAY, "1/2023; message 4711")
    assert desk.deadlines.proof_file(KEY) == receipt
    assert len(desk.deadlines.history(KEY)) == 3
    for proof, file in (("message 4711", None), ("", None), ("", Proof("b.eml", b"again"))):
        with pytest.raises(RefusedError, match="is met already, on 16 August 2023 by 1/2023"):
            desk.transmittals.sent(sealed.id, DAY, "email", proof, file)
    assert desk.deadlines.proof_file(KEY) == receipt
    assert desk.safety.check(full=True).ok


def test_a_duty_is_open_again_once_the_note_that_proved_it_is_cancelled(
    mission: Desk, sealed: SealedReport
) -> None:
    desk = mission
    done = desk.transmittals.transmit(sealed.id)
    desk.transmittals.sent(sealed.id, DAY, "email", "message 4711")
    seen: list[frozenset[str]] = []
    desk.changes.subscribe(seen.append)
    desk.life.cancel(done.note_id, "Wrong addressee")
    assert seen == [frozenset({"notes", "reports", "duties"})]
    assert desk.deadlines.duty(KEY).record is None
    reopened = desk.deadlines.history(KEY)[-1]
    assert (reopened.what, reopened.why) == (
        "reopened",
        "Note 1/2023 was cancelled: Wrong addressee",
    )
    desk.transmittals.transmit(sealed.id)
    desk.transmittals.sent(sealed.id, DAY, "hand")
    record = desk.deadlines.duty(KEY).record
    assert record is not None
    assert record.proof == "2/2023"
    assert desk.safety.check(full=True).ok


def corrected(desk: Desk, sealed: SealedReport) -> SealedReport:
    """Seal the version after it, with a law that was left out."""
    report = desk.reports.correct(sealed.report_id, "A law was left out")
    desk.reports.save_form(report.id, replace(report.form("A"), content=FormContent("Act")))
    return desk.reports.seal(report.id)


def test_another_note_that_went_proves_the_duty_after_one_is_cancelled(
    mission: Desk, sealed: SealedReport
) -> None:
    desk = mission
    first = desk.transmittals.transmit(sealed.id)
    desk.transmittals.sent(sealed.id, DAY, "hand")
    second = corrected(desk, sealed)
    later = desk.transmittals.transmit(second.id)
    desk.transmittals.sent(second.id, DAY, "email", "message 5")
    desk.life.cancel(first.note_id, "Sent in error")
    record = desk.deadlines.duty(KEY).record
    assert record is not None
    assert (record.done_on, record.channel, record.proof) == (DAY, "email", "2/2023; message 5")
    desk.deadlines.reopen(KEY)
    desk.deadlines.mark_done(KEY, DAY, "Receipt of the secretariat", "email")
    desk.life.cancel(later.note_id, "Sent in error")
    record = desk.deadlines.duty(KEY).record
    assert record is not None
    assert record.proof == "Receipt of the secretariat"


def test_a_note_with_a_version_that_was_replaced_stays_in_the_house(approving: Desk) -> None:
    desk = approving
    sealed = desk.reports.seal(complete(desk))
    waiting = desk.transmittals.transmit(sealed.id, to="Amina Okoro").note_id
    second = corrected(desk, sealed)
    with pytest.raises(RefusedError, match="version 1 of the report on 2022, which version 2"):
        desk.life.approve(waiting, "Amina Okoro")
    desk.life.return_(waiting, "Amina Okoro", "A newer version is sealed")
    for act in (desk.life.submit, desk.notes.issue):
        with pytest.raises(RefusedError, match="which version 2 replaced"):
            act(waiting)
    assert desk.transmittals.transmit(second.id, to="Amina Okoro").note_id != waiting


def all_at_once(data_dir: Path, act: Callable[[Desk], object]) -> list[object]:
    """Carry out the same act from four windows and return what each came to."""
    together = threading.Barrier(4)

    def one(_: int) -> object:
        desk = open_desk(data_dir, FixedClock.on(DAY))
        try:
            together.wait(20)
            return act(desk)
        except RefusedError as refused:
            return refused
        finally:
            desk.close()

    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(one, range(4)))


def test_four_windows_transmit_one_report_once(
    mission: Desk, sealed: SealedReport, data_dir: Path
) -> None:
    came = all_at_once(data_dir, lambda desk: desk.transmittals.transmit(sealed.id))
    assert sum(isinstance(each, Transmitted) for each in came) == 1
    assert [line.number for line in mission.notes.lines() if line.number] == ["1/2023"]
    came = all_at_once(data_dir, lambda desk: desk.transmittals.sent(sealed.id, DAY, "email"))
    assert sum(isinstance(each, Transmittal) for each in came) == 1
    [note] = mission.transmittals.of(sealed.report_id)
    kinds = [step.kind for step in mission.life.steps(note.note_id)]
    assert kinds == [StepKind.ISSUED, StepKind.DISPATCHED]
    assert mission.safety.check(full=True).ok


@pytest.mark.parametrize("period", ["initial", "2023"])
def test_what_fell_due_before_a_withdrawal_is_no_voluntary_report(
    period: str, data_dir: Path
) -> None:
    desk = open_desk(data_dir, FixedClock.on(date(2026, 2, 10)))
    desk.profile.save(
        Profile("LTU", "en", {"en": desk.profile.default_names("LTU", "Geneva", "en")})
    )
    done = desk.transmittals.transmit(desk.reports.seal(complete(desk, period)).id)
    text = text_of(desk.notes.pdf(done.note_id))
    assert "voluntary" not in text + done.text
    assert "submitted in accordance with Article 7, paragraph" in text
    draft = Draft(NoteKind.ARTICLE7, "en", matter=Matter(article=7, year=2024))
    assert desk.notes.compose(draft).status is Status.WITHDRAWN
    desk.close()
