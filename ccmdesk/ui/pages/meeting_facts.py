"""The facts of a meeting and what its convening note says, as forms."""

import re
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ccmdesk.domain.dates import parse_day, spoken
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.weekday_conflict import WeekdayConflict, find_weekday_conflict
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import KIND_WORDS
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import Form
from ccmdesk.ui.widgets.growing_text import GrowingText
from ccmdesk.ui.widgets.notice import Notice

ORDINALS = range(100)
FORMAL_CODE = re.compile(r"(\d{1,2})(MSP|RC)", re.IGNORECASE)
_WRITTEN_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+,?\s+\d{4}\b")


class MeetingForm(Form):
    """Code, name, kind, days, place, president and sources of a meeting.

    `short` leaves out what can wait until the meeting is there.
    """

    def __init__(self, *, short: bool = False) -> None:
        super().__init__()
        kinds = choice((str(kind), tr(words)) for kind, words in KIND_WORDS.items())
        self.add_row(
            Field(tr("Code"), QLineEdit(), name="code", help=tr("Short, such as 14MSP or 3RC.")),
            Field(
                tr("Ordinal"), QLineEdit(), name="ordinal", help=tr("11 for the eleventh meeting.")
            ),
        )
        self.add_row(Field(tr("Full name"), _long_line(), name="name"))
        self.add_row(Field(tr("Kind"), kinds, name="kind"))
        self.add_row(
            Field(tr("Opens"), DayEdit(name="start"), name="start"),
            Field(tr("Closes"), DayEdit(name="end"), name="end"),
        )
        self.add_row(
            Field(tr("City"), QLineEdit(), name="city"),
            Field(tr("Venue"), QLineEdit(), name="venue"),
        )
        if not short:
            self.add_row(Field(tr("President"), QLineEdit(), name="president"))
            self.add_row(Field(tr("Website"), QLineEdit(), name="website"))
            self.add_row(
                Field(
                    tr("Source of these facts"),
                    _long_line(),
                    name="source",
                    help=tr("The paper or the page in which they were read."),
                )
            )
        self.load(Meeting(code="", name="", kind=MeetingKind.STATES_PARTIES))

    def load(self, meeting: Meeting) -> None:
        """Show a meeting."""
        values = {
            name: str(getattr(meeting, name))
            for name in self.fields
            if name not in ("start", "end", "ordinal")
        }
        values["ordinal"] = str(meeting.ordinal) if meeting.ordinal else ""
        values["start"] = spoken(meeting.start) if meeting.start else ""
        values["end"] = spoken(meeting.end) if meeting.end else ""
        self.settle(values)

    def read(self, base: Meeting) -> Meeting:
        """Return `base` with what is typed; raises InputError naming the wrong field."""
        texts = {name: " ".join(text.split()) for name, text in self.texts().items()}
        return replace(
            base,
            code=_code(texts["code"]),
            name=texts["name"],
            city=texts["city"],
            venue=texts["venue"],
            president=texts.get("president", base.president),
            website=texts.get("website", base.website),
            source=texts.get("source", base.source),
            kind=MeetingKind(texts["kind"]),
            ordinal=_ordinal(texts["ordinal"]),
            start=_day(texts["start"], "start"),
            end=_day(texts["end"], "end"),
        ).checked()


class ConveningForm(QWidget):
    """What the convening note says; a weekday that contradicts its date is told while typing."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        self.form = Form()
        self.notice = Notice(tr("Keep the earlier day"), self._keep_the_earlier)
        self.due = DayEdit(name="delegation_due")
        self._last_kept: date | None = None
        address = GrowingText(least=3, most=8)
        self.form.add_row(
            Field(tr("Reference"), QLineEdit(), name="reference"),
            Field(tr("Dated"), DayEdit(name="dated"), name="dated"),
        )
        self.form.add_row(Field(tr("Sender"), QLineEdit(), name="sender"))
        self.form.add_row(
            Field(
                tr("Delegations due, as written in the note"),
                QLineEdit(),
                name="delegation_due_as_written",
                help=tr("Copy the words of the note, with the weekday."),
            )
        )
        self.form.add_wide(self.notice)
        self.form.add_row(Field(tr("Delegations due"), self.due, name="delegation_due"))
        self.form.add_row(
            Field(
                tr("Answers go to"),
                _long_line(),
                name="addressee",
                help=tr("The title of the addressee exactly as the note gives it."),
            )
        )
        self.form.add_row(Field(tr("Address, one line each"), address, name="address"))
        self.form.add_row(Field(tr("E-mail"), QLineEdit(), name="email"))
        column.addWidget(self.form)
        column.addStretch()
        self.form.changed.connect(self._show_conflict)
        written = self.form.fields["delegation_due_as_written"].editor
        assert isinstance(written, QLineEdit)
        self.written = written
        written.textEdited.connect(lambda _text: self._take_the_day())
        self.load(ConveningNote())

    def load(self, note: ConveningNote) -> None:
        """Show a convening note."""
        self._last_kept = None
        self.form.settle(
            {
                "reference": note.reference,
                "dated": spoken(note.dated) if note.dated else "",
                "sender": note.sender,
                "addressee": note.addressee,
                "address": "\n".join(note.address),
                "email": note.email,
                "delegation_due": spoken(note.delegation_due) if note.delegation_due else "",
                "delegation_due_as_written": note.delegation_due_as_written,
            }
        )

    def read(self) -> ConveningNote:
        """Return the note as typed; raises InputError naming the wrong field."""
        texts = self.form.texts()
        lines = (line.strip() for line in texts["address"].splitlines())
        return ConveningNote(
            reference=texts["reference"].strip(),
            dated=_day(texts["dated"], "dated"),
            sender=texts["sender"].strip(),
            addressee=" ".join(texts["addressee"].split()),
            address=tuple(line for line in lines if line),
            email=texts["email"].strip(),
            delegation_due=_day(texts["delegation_due"], "delegation_due"),
            delegation_due_as_written=texts["delegation_due_as_written"].strip(),
        )

    @property
    def conflict(self) -> WeekdayConflict | None:
        """Return the contradiction in the words of the note, if there is one."""
        return find_weekday_conflict(self.written.text())

    def _take_the_day(self) -> None:
        """Let the day follow the words, as long as the officer has typed no other one."""
        texts = self.form.texts()["delegation_due"].strip()
        own = bool(texts) and (self._last_kept is None or texts != spoken(self._last_kept))
        if own:
            return
        conflict = self.conflict
        self._last_kept = conflict.safe if conflict else _day_within(self.written.text())
        self.due.set_day(self._last_kept)

    def _keep_the_earlier(self) -> None:
        conflict = self.conflict
        if conflict is not None:
            self._last_kept = conflict.safe
            self.due.set_day(conflict.safe)

    def _show_conflict(self) -> None:
        conflict = self.conflict
        if conflict is None:
            self.notice.say("")
            return
        try:
            kept = self.due.day()
        except InputError:
            kept = None
        if kept == conflict.safe:
            words = tr("{message} The earlier reading is kept: {day}.")
        else:
            words = tr("{message} Who acts by {day} is in time under both readings.")
        self.notice.action.setVisible(kept != conflict.safe)
        self.notice.say(words.format(message=conflict.message, day=spoken(conflict.safe)))


def _long_line() -> GrowingText:
    return GrowingText(least=1, most=4, one_line=True)


def _code(text: str) -> str:
    """Return a code as it is usually written: 14msp is 14MSP, so that it is found as that."""
    return text.upper() if FORMAL_CODE.fullmatch(text) else text


def _ordinal(text: str) -> int:
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and int(text) in ORDINALS):
        raise InputError("The ordinal is a number, such as 11, or left empty.", "ordinal")
    return int(text)


def _day(text: str, field: str) -> date | None:
    return parse_day(text, field) if text.strip() else None


def _day_within(text: str) -> date | None:
    found = _WRITTEN_DAY.search(text)
    if found is None:
        return None
    plain = re.sub(r"(?<=\d)(st|nd|rd|th)\b|,", "", found[0])
    try:
        return parse_day(plain)
    except InputError:
        return None
