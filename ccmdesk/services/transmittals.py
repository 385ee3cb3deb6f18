"""Sends a sealed Article 7 report on its way: note, e-mail, dispatch, and the duty that is met."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from ccmdesk.domain.article7 import Report, SealedReport
from ccmdesk.domain.dates import long_date
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.note import NoteLine, NoteState
from ccmdesk.domain.note_life import Channel, NoteStep, Proof, StepKind
from ccmdesk.domain.typed_text import kept_line
from ccmdesk.services.acts import Acts
from ccmdesk.services.carried_reports import add_receipt
from ccmdesk.services.deadlines import DeadlinesService
from ccmdesk.services.duty_marks import keep_mark
from ccmdesk.services.note_composing import NoteComposer
from ccmdesk.services.note_life import LifeService
from ccmdesk.services.notes import NotesService
from ccmdesk.services.profile import required_profile
from ccmdesk.services.report_addresses import secretariat_email, support_unit
from ccmdesk.services.report_mail import MailedPapers, Receivers, Transmitted, mailed
from ccmdesk.services.reports import ReportsService
from ccmdesk.services.states import StatesService
from ccmdesk.services.transmittal_note import Order, note_carrying, note_under_way, refuse_over
from ccmdesk.store.duty_rows import load_records
from ccmdesk.store.report_rows import load_report
from ccmdesk.store.seal_rows import load_pdf
from ccmdesk.store.sealed_report_rows import load_version
from ccmdesk.store.step_rows import load_steps
from ccmdesk.store.transmittal_rows import (
    StoredTransmittal,
    load_transmittals,
)

__all__ = ["NoteServices", "Receivers", "Transmittal", "TransmittalsService", "Transmitted"]

TRANSMIT = "Transmit the report"
SENT = "Record that the report was sent"
_KINDS = ("notes", "reports", "duties")
_NOON = time(12)


@dataclass(frozen=True, slots=True)
class Transmittal:
    """Where a sealed version stands on its way.

    `number` and `dated` are those of its note, empty until that is issued; `sent_on` is the day it
    left first, `channel` and `proof` how and with what receipt. `met` tells whether the duty is
    recorded as done.
    """

    sealed_id: int
    version: int
    note_id: int
    state: NoteState
    number: str = ""
    dated: date | None = None
    sent_on: date | None = None
    channel: Channel | None = None
    proof: str = ""
    met: bool = False


@dataclass(frozen=True, slots=True)
class NoteServices:
    """The services of the notes by which a report leaves."""

    notes: NotesService
    life: LifeService
    composer: NoteComposer


class TransmittalsService:
    """Transmit sealed reports by notes verbales, and record how they left."""

    def __init__(
        self,
        acts: Acts,
        reports: ReportsService,
        deadlines: DeadlinesService,
        states: StatesService,
        by_note: NoteServices,
    ) -> None:
        self._acts = acts
        self._reports = reports
        self._deadlines = deadlines
        self._states = states
        self._notes, self._life = by_note.notes, by_note.life
        self._composer = by_note.composer

    def of(self, report_id: int) -> list[Transmittal]:
        """Return how the sealed versions of a report went, the oldest first, cancelled notes too.

        What was sealed and not transmitted is not among them.
        """
        with self._acts.reading() as connection:
            record = load_records(connection).get(load_report(connection, report_id).duty_key)
            met = record is not None and record.done_on is not None
            return [
                _transmittal(each, load_steps(connection, each.note_id), met=met)
                for each in load_transmittals(connection, report_id=report_id)
            ]

    def carried_by(self, note_id: int) -> Transmittal | None:
        """Return how the sealed version that a note carries went, None where it carries none."""
        with self._acts.reading() as connection:
            found = load_transmittals(connection, note_id=note_id)
            if not found:
                return None
            report_id = load_version(connection, found[0].sealed_id).report_id
        return next(each for each in self.of(report_id) if each.note_id == note_id)

    def transmit(
        self,
        sealed_id: int,
        *,
        on: date | None = None,
        language: str = "",
        number: str | None = None,
        to: str = "",
    ) -> Transmitted:
        """Make the note that carries a sealed report, number and seal it, and write the e-mail.

        All of it is one act. Where the mission approves its notes, the note is submitted (`to` one
        of the approvers) and the same call goes on once it is approved. `on` is the date of the
        note, `language` that of the mission where it is empty, `number` one of the officer's own.
        Raises InputError for a date before the report was sealed (on), RefusedError where the
        report went already, waits for its approval, has a newer version, or something blocks the
        note.
        """
        sealed, report = self._newest(sealed_id)
        self._refuse_before(sealed, on)
        with self._acts.reading() as connection:
            profile = required_profile(connection)
            under_way = note_under_way(load_transmittals(connection, sealed_id=sealed_id))
        refuse_over(under_way)
        order = Order(sealed, report, profile, on, language, number)
        approved = under_way is not None and under_way.state is NoteState.APPROVED
        if profile.approval and not approved:
            return Transmitted(self._submit(order, to))
        with self._acts.act("note.issue", TRANSMIT, *_KINDS, final=True) as act:
            note_id = note_carrying(act, order, self._notes)
            line = self._notes.issue_within(act, note_id, on, number=number)
            act.detail |= _told(sealed)
        return self._mailed(sealed, report, line)

    def mail(self, sealed_id: int) -> Transmitted:
        """Return the e-mail of a report whose note is issued, the same as when it was transmitted.

        Raises RefusedError where no note of it is issued.
        """
        sealed, report = self._reports.sealed_version(sealed_id), self._sealed_report(sealed_id)
        return self._mailed(sealed, report, self._notes.line(self._issued(sealed_id).note_id))

    def mail_of(self, note_id: int, receivers: Receivers | None = None) -> Transmitted | None:
        """Return the e-mail of an issued note with the report it carries, None if it has none."""
        carried = self.carried_by(note_id)
        if carried is None or not carried.state.sealed:
            return None
        sealed = self._reports.sealed_version(carried.sealed_id)
        report, line = self._sealed_report(sealed.id), self._notes.line(note_id)
        return self._mailed(sealed, report, line, receivers)

    def sent(
        self,
        sealed_id: int,
        on: date,
        channel: str,
        proof: str = "",
        file: Proof | None = None,
    ) -> Transmittal:
        """Record that the report left: a step of its note, and the duty as met, in one act.

        `on` is the day, `channel` one of `Channel`, `proof` the receipt's number or words and
        `file` its file; the number of the note proves the duty. A duty that an earlier version met
        stays as it was, and so does a note whose dispatch on that day stands in its record, or that
        was acknowledged; a receipt that comes later is added to what the note proved. Raises
        InputError for a day to come or before the note (on) or an unknown channel (channel),
        RefusedError where no note of the report is issued, or all of it is recorded already.
        """
        under_way = self._issued(sealed_id)
        if channel not in {str(each) for each in Channel}:
            raise InputError(f"Say how it went: {', '.join(Channel)}.", "channel")
        today = self._acts.clock.today()
        if on > today:
            raise InputError(f"{long_date(on)} is still to come; give the day it left.", "on")
        if under_way.dated is not None and on < min(under_way.dated, today):
            raise InputError(
                f"The note is dated {long_date(under_way.dated)}; it cannot have left before.", "on"
            )
        report = self._sealed_report(sealed_id)
        receipt = kept_line(proof)
        told = f"{under_way.number}; {receipt}" if receipt else under_way.number
        record = self._deadlines.checked_done(report.duty_key, on, told, channel, file)
        step = self._dispatch(on, Channel(channel), receipt)
        sealed = self._reports.sealed_version(sealed_id)
        known = _known(under_way, step, self._life.steps(under_way.note_id))
        verb = "duty.record" if known else "note.dispatched"
        with self._acts.act(verb, SENT, *_KINDS, final=not known) as act:
            if known:
                act.subject = f"duty/{record.key}"
            elif _known(under_way, step, load_steps(act.connection, under_way.note_id)):
                raise RefusedError(
                    f"The dispatch of note {under_way.number} was recorded from elsewhere just now;"
                    " look at it first.",
                    "report",
                )
            else:
                self._life.take_within(act, under_way.note_id, step, file)
            former = load_records(act.connection).get(record.key)
            if former is None or former.done_on is None:
                keep_mark(act, record, file)
            elif known:
                add_receipt(act, former, under_way.number, receipt, file)
            act.detail |= _told(sealed)
        return next(each for each in self.of(sealed.report_id) if each.note_id == under_way.note_id)

    def _dispatch(self, on: date, channel: Channel, receipt: str) -> NoteStep:
        now = self._acts.clock.now()
        addresses = (secretariat_email(), support_unit().email)
        return NoteStep(
            StepKind.DISPATCHED,
            now,
            # Of an earlier day the hour is not known.
            now if on == self._acts.clock.today() else datetime.combine(on, _NOON).astimezone(UTC),
            by=self._acts.actor,
            channel=channel,
            recipient=", ".join(addresses) if channel is Channel.EMAIL else "",
            tracking=receipt,
        )

    def _submit(self, order: Order, to: str) -> int:
        now = self._acts.clock.now()
        step = NoteStep(
            StepKind.SUBMITTED, now, now, by=self._acts.actor, recipient=" ".join(to.split())
        )
        with self._acts.act("note.submitted", TRANSMIT, *_KINDS, final=True) as act:
            note_id = note_carrying(act, order, self._notes)
            self._life.take_within(act, note_id, step)
            act.detail |= _told(order.sealed)
        return note_id

    def _mailed(
        self,
        sealed: SealedReport,
        report: Report,
        line: NoteLine,
        receivers: Receivers | None = None,
    ) -> Transmitted:
        with self._acts.reading() as connection:
            content = self._composer.content(connection, line.id)
            note_pdf = load_pdf(connection, line.id)
        state = self._states.get(report.state).name
        papers = MailedPapers(content, note_pdf, report, self._reports.sealed_pdf(sealed.id))
        return mailed(line, papers, receivers or Receivers(), version=sealed.version, state=state)

    def _newest(self, sealed_id: int) -> tuple[SealedReport, Report]:
        sealed = self._reports.sealed_version(sealed_id)
        newest = self._reports.sealed(sealed.report_id)[-1]
        if newest.id != sealed.id:
            raise RefusedError(
                f"Version {sealed.version} was replaced by version {newest.version}; transmit that"
                " one.",
                "report",
            )
        return sealed, self._sealed_report(sealed_id)

    def _sealed_report(self, sealed_id: int) -> Report:
        return self._reports.sealed_report(sealed_id)

    def _issued(self, sealed_id: int) -> StoredTransmittal:
        self._reports.sealed_version(sealed_id)
        with self._acts.reading() as connection:
            under_way = note_under_way(load_transmittals(connection, sealed_id=sealed_id))
        if under_way is None or not under_way.state.sealed:
            raise RefusedError(
                "No note verbale of this report is issued yet; transmit the report first.", "report"
            )
        return under_way

    @staticmethod
    def _refuse_before(sealed: SealedReport, on: date | None) -> None:
        # The day is that of the workstation, as the date of the note is.
        day = sealed.sealed_at.astimezone().date()
        if on is not None and on < day:
            raise InputError(
                f"The report was sealed on {long_date(day)}; its note cannot be dated before.", "on"
            )


def _known(under_way: StoredTransmittal, step: NoteStep, steps: Sequence[NoteStep]) -> bool:
    """Tell whether the record of a note says already that it left that day by that channel."""
    return under_way.state is NoteState.ACKNOWLEDGED or any(
        each.kind is StepKind.DISPATCHED
        and (each.channel, each.at.astimezone().date())
        == (step.channel, step.at.astimezone().date())
        for each in steps
    )


def _transmittal(stored: StoredTransmittal, steps: Sequence[NoteStep], *, met: bool) -> Transmittal:
    left = next((step for step in steps if step.kind is StepKind.DISPATCHED), None)
    return Transmittal(
        sealed_id=stored.sealed_id,
        version=stored.version,
        note_id=stored.note_id,
        state=stored.state,
        number=stored.number,
        dated=stored.dated,
        sent_on=left.at.astimezone().date() if left else None,
        channel=left.channel if left else None,
        proof=left.tracking if left else "",
        met=met,
    )


def _told(sealed: SealedReport) -> dict[str, object]:
    """Return what the record of events says of the report that a note carries."""
    return {"report": sealed.report_id, "sealed": sealed.id, "report_sha256": sealed.pdf_sha256}
