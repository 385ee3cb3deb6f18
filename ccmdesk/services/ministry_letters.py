"""Who holds which forms of a report, and the letters that ask for them and remind."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from ccmdesk.domain.article7 import Report, ReportForm
from ccmdesk.domain.dates import long_date
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.services.acts import Acts
from ccmdesk.services.deadlines import DeadlinesService
from ccmdesk.services.own_fonts import OwnFonts
from ccmdesk.services.profile import required_profile
from ccmdesk.services.reports import KIND, ReportsService
from ccmdesk.store.report_rows import load_report, store_form

_BEFORE_DUE = timedelta(weeks=6)
"""Time to put the answers together, to have them translated, approved and sent."""
_TO_ANSWER = timedelta(weeks=2)


@dataclass(frozen=True, slots=True)
class Holder:
    """An office with the forms of a report it holds, in the order of the report."""

    owner: str
    forms: tuple[ReportForm, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        """Return the letters of its forms."""
        return tuple(form.letter for form in self.forms)

    @property
    def waiting(self) -> tuple[str, ...]:
        """Return the letters of those that have not arrived."""
        return tuple(form.letter for form in self.forms if form.received_on is None)

    @property
    def asked(self) -> tuple[str, ...]:
        """Return the letters of those that were asked for and have not arrived."""
        return tuple(
            form.letter
            for form in self.forms
            if form.received_on is None and form.asked_on is not None
        )


class LettersService:
    """Print letters to the holders of forms, and record that these were asked."""

    def __init__(
        self,
        acts: Acts,
        reports: ReportsService,
        deadlines: DeadlinesService,
        fonts: OwnFonts,
    ) -> None:
        self._acts = acts
        self._reports = reports
        self._deadlines = deadlines
        self._fonts = fonts

    def holders(self, report_id: int) -> list[Holder]:
        """Return the offices that hold forms, in the order of their first form."""
        return _holders(self._reports.get(report_id))

    def answer_by(self, report_id: int) -> date:
        """Return the day by which an answer is proposed to be asked for.

        Six weeks before the internal date of the report, but two weeks from today at least, and
        never after the internal date while that is still to come; always a working day at the UN
        Office at Geneva.
        """
        duty = self._deadlines.duty(self._reports.get(report_id).duty_key).duty
        today = self._acts.clock.today()
        wanted = max(duty.internal_due - _BEFORE_DUE, today + _TO_ANSWER)
        if duty.internal_due > today:
            wanted = min(wanted, duty.internal_due)
        return max(self._deadlines.calendar().working_day_on_or_before(wanted), today)

    def request(
        self, report_id: int, owner: str, by: date | None = None, letters: tuple[str, ...] = ()
    ) -> bytes:
        """Return the letter that asks an office for its forms, as a PDF in the mission's language.

        Without `letters` it asks for all that have not arrived. Raises InputError for an office
        that holds none (owner), forms it does not hold (forms) or a day before today (by),
        RefusedError where all have arrived.
        """
        report = self._reports.get(report_id)
        holder = _holder(report, owner)
        return self._letter(report, holder, _wanted(holder, letters), by, reminds=False)

    def chaser(self, report_id: int, owner: str, by: date | None = None) -> bytes:
        """Return the letter that reminds an office of what it was asked for, with the dates.

        Raises as `request` does, and RefusedError where the office was not asked yet.
        """
        report = self._reports.get(report_id)
        holder = _holder(report, owner)
        if not holder.waiting:
            raise RefusedError(f"Everything that {holder.owner} holds has arrived.", "owner")
        if not holder.asked:
            raise RefusedError(
                f"{holder.owner} was not asked yet; send the request first, and record its day.",
                "owner",
            )
        return self._letter(report, holder, holder.asked, by, reminds=True)

    def asked(
        self,
        report_id: int,
        owner: str,
        on: date,
        promised_for: date | None = None,
        letters: tuple[str, ...] = (),
    ) -> Report:
        """Record on all forms of an office that are still out that it was asked, as one step.

        With `letters` on these alone. A day that stands there already stays; `promised_for`, where
        given, replaces the old promise. Raises InputError for a day to come (on), a promise before
        it (promised_for) or forms the office does not hold (forms), RefusedError where the report
        is sealed or nothing is out.
        """
        today = self._acts.clock.today()
        if on > today:
            raise InputError(f"{long_date(on)} is still to come; give the day it was sent.", "on")
        if promised_for is not None and promised_for < on:
            raise InputError("The promise lies before the request; check the day.", "promised_for")
        with self._acts.act("report.asked", "Record the request", KIND) as act:
            report = load_report(act.connection, report_id)
            if report.locked:
                raise RefusedError("The report is sealed; nothing is asked for any more.", "report")
            holder = _holder(report, owner)
            wanted = _wanted(holder, letters)
            for form in holder.forms:
                if form.letter in wanted:
                    changed = replace(
                        form,
                        asked_on=form.asked_on or on,
                        promised_for=promised_for or form.promised_for,
                    )
                    store_form(act.unit, report_id, changed)
            act.subject = f"report/{report_id}"
            act.detail = {"owner": holder.owner, "forms": "".join(wanted)}
            return load_report(act.connection, report_id)

    def _letter(
        self,
        report: Report,
        holder: Holder,
        letters: tuple[str, ...],
        by: date | None,
        *,
        reminds: bool,
    ) -> bytes:
        today = self._acts.clock.today()
        if by is not None and by < today:
            raise InputError(f"{long_date(by)} is past; ask for a day to come.", "by")
        with self._acts.reading() as connection:
            profile = required_profile(connection)
        # The typesetting room is loaded when the first letter is printed.
        from ccmdesk.documents.ministry_letter import MinistryLetter, ministry_letter_pdf

        letter = MinistryLetter(
            report=report,
            form_set=self._reports.form_set(report.form_set),
            owner=holder.owner,
            letters=letters,
            names=profile.names_in(profile.language),
            language=profile.language,
            dated=today,
            by=by or self.answer_by(report.id),
            due=self._deadlines.duty(report.duty_key).duty.due,
            reminds=reminds,
            layout=profile.layout,
            emblem=profile.emblem,
        )
        return ministry_letter_pdf(letter, self._fonts.files())


def _wanted(holder: Holder, letters: tuple[str, ...]) -> tuple[str, ...]:
    """Return the forms that are meant: those named, or all that have not arrived."""
    strange = [letter for letter in letters if letter not in holder.letters]
    if strange:
        held = ", ".join(holder.letters)
        raise InputError(
            f"{holder.owner} does not hold Form {strange[0]}; it holds {held}.", "forms"
        )
    wanted = letters or holder.waiting
    if not wanted:
        raise RefusedError(f"Everything that {holder.owner} holds has arrived.", "owner")
    return wanted


def _holders(report: Report) -> list[Holder]:
    found: dict[str, list[ReportForm]] = {}
    names: dict[str, str] = {}
    for form in report.forms:
        name = " ".join(form.owner.split())
        if name:
            names.setdefault(name.casefold(), name)
            found.setdefault(name.casefold(), []).append(form)
    return [Holder(names[key], tuple(forms)) for key, forms in found.items()]


def _holder(report: Report, owner: str) -> Holder:
    wanted = " ".join(owner.split()).casefold()
    known = _holders(report)
    for each in known:
        if each.owner.casefold() == wanted:
            return each
    if not known:
        raise InputError("No form names who holds it yet; name the offices first.", "owner")
    listed = ", ".join(each.owner for each in known)
    raise InputError(f"“{owner}” holds no form of this report; these do: {listed}.", "owner")
