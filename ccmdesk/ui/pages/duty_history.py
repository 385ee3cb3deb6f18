"""What was changed about a duty: the original date, each revised one, by whom, why, from where."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.domain.addressee_day import place_of
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DUTY_CHANNELS
from ccmdesk.domain.duty_moves import HistoryEntry
from ccmdesk.ui.channel_words import channel_words
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_life_words import moment_words
from ccmdesk.ui.tokens import M, Tone
from ccmdesk.ui.widgets.facts import FactLine, Facts
from ccmdesk.ui.widgets.text import label
from ccmdesk.ui.widgets.timeline import Timeline, TimelineRow

_ICONS = {
    "due": "calendar-days",
    "internal_due": "calendar-clock",
    "standing": "calendar-clock",
    "closes": "calendar-clock",
    "owner": "users",
    "done": "check",
    "not_applicable": "x",
    "reopened": "undo-2",
    "handed_up": "send",
}
_TONES = {"due": Tone.WARN, "internal_due": Tone.WARN, "done": Tone.OK}


class DutyHistory(QWidget):
    """The lines of a duty's history, the newest on top."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        self.nothing = label(tr("Nothing was changed about this duty."), "muted", wrap=True)
        column.addWidget(self.nothing)
        self.dates = Facts()
        column.addWidget(self.dates)
        self.lines = Timeline(tr("History of the duty"))
        column.addWidget(self.lines)
        column.addStretch()

    def show_entries(self, entries: Sequence[HistoryEntry], due: date) -> None:
        """Show the history of a duty that is due now on `due`; `entries` begin with the oldest."""
        self.nothing.setVisible(not entries)
        entries = folded(entries)
        original = next((each.was for each in entries if each.what == "due" and each.was), "")
        revised = original and original != due.isoformat()
        self.dates.setVisible(bool(revised))
        self.dates.show_lines(
            [
                FactLine(tr("Original date"), _value("due", original)),
                FactLine(tr("Revised date"), spoken(due), strong=True),
            ]
            if revised
            else []
        )
        self.lines.show_rows([_row(each) for each in reversed(entries)])


def folded(entries: Sequence[HistoryEntry]) -> list[HistoryEntry]:
    """Return the entries without the days to send by that only followed a legal date to its day."""
    legal = {(each.at, each.was, each.became) for each in entries if each.what == "due"}
    return [
        each
        for each in entries
        if each.what != "internal_due" or (each.at, each.was, each.became) not in legal
    ]


def _row(entry: HistoryEntry) -> TimelineRow:
    why = entry.why
    channel, _, proof = why.partition(" ")
    if entry.what == "done" and channel in DUTY_CHANNELS:
        # The channel stands first, in the word of the program.
        why = " · ".join(part for part in (channel_words(channel), proof) if part)
    told = entry.paper and entry.paper not in why
    paper = tr("From: {paper}", paper=entry.paper) if told else ""
    return TimelineRow(
        entry_words(entry),
        " · ".join(part for part in (moment_words(entry.at), entry.by) if part),
        "\n".join(part for part in (why, paper) if part),
        icon_name=_ICONS.get(entry.what, "history"),
        tone=_TONES.get(entry.what, Tone.PLAIN),
    )


def entry_words(entry: HistoryEntry) -> str:
    """Return what one line of history tells, as a sentence without its end."""
    was, became = _value(entry.what, entry.was), _value(entry.what, entry.became)
    match entry.what:
        case "due" | "internal_due":
            name = tr("Due") if entry.what == "due" else tr("Send by")
            if not was:
                return tr("{name} {day}, for the first time", name=name, day=became)
            if not became:
                return tr("{name} {day} no more", name=name, day=was)
            return tr("{name} {day} instead of {earlier}", name=name, day=became, earlier=was)
        case "closes":
            return tr("Open until {hour}", hour=became) if became else tr("Open to the day's end")
        case "owner":
            return tr("Owner: {name}", name=became) if became else tr("No owner any more")
        case "done":
            return tr("Done on {day}", day=became)
        case "not_applicable":
            return tr("Not ours")
        case "standing":
            return _standing(entry.became) or tr("{word} no more", word=_standing(entry.was))
        case "reopened":
            return tr("Opened again")
        case "handed_up":
            if not became:
                return tr("Slip to hand it up taken back")
            return tr("Slip to hand it up: {name}", name=became)
        case _:
            return f"{entry.what} {became}".strip()


def _standing(word: str) -> str:
    match word:
        case "extended":
            return tr("Extended to a later day")
        case "completed":
            return tr("Completed")
        case "not confirmed":
            return tr("Extension not confirmed")
        case _:
            return word


def _value(what: str, text: str) -> str:
    if what == "closes":
        hour, _, zone = text.partition(" ")
        return tr("{hour} in {place}", hour=hour, place=place_of(zone)) if zone else text
    if what not in ("due", "internal_due", "done") or not text:
        return text
    try:
        return spoken(date.fromisoformat(text))
    except ValueError:
        return text
