"""A note that is no draft any more, beside its paper: its life, how it is handed on, its facts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ccmdesk.domain.dates import long_date, spoken
from ccmdesk.domain.note import NoteContent, NoteLine, NoteState
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_matter import Change, ChangeKind
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.icons import pixmap
from ccmdesk.ui.meeting_words import short_name
from ccmdesk.ui.note_words import STATE_TONES, in_one_line, language_name, state_name
from ccmdesk.ui.pages.note_acts import LifeView
from ccmdesk.ui.pages.note_delegation import NoteDelegation
from ccmdesk.ui.pages.note_life import NoteLife
from ccmdesk.ui.tokens import L, M, Tone
from ccmdesk.ui.widgets.act_section import act_section, quiet
from ccmdesk.ui.widgets.facts import FactLine, Facts
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import label

_HASH_SHOWN = 16
_SHOWN_ACTS = ("email", "subject", "letter", "folder", "docx", "text", "delivery", "routing")
_TOLD = {
    ChangeKind.REPLACES: ("1 replaced", "{count} replaced"),
    ChangeKind.JOINS: ("1 joins", "{count} join"),
    ChangeKind.LEAVES: ("1 leaves", "{count} leave"),
    ChangeKind.TITLE: ("1 other title", "{count} other titles"),
    ChangeKind.ROLE: ("1 other role", "{count} other roles"),
    ChangeKind.NAME: ("1 name spelt otherwise", "{count} names spelt otherwise"),
}


def short_hash(sha256: str) -> str:
    """Return the beginning of a SHA-256 in groups of four, as two people would compare it."""
    shown = sha256[:_HASH_SHOWN]
    return " ".join(shown[start : start + 4] for start in range(0, len(shown), 4)) + " …"


def changes_told(changes: Sequence[Change]) -> str:
    """Return what happened to a delegation as counts: "1 replaced, 2 join"."""
    parts = []
    for kind, (one, many) in _TOLD.items():
        count = sum(change.kind is kind for change in changes)
        if count:
            parts.append(tr(one) if count == 1 else tr(many, count=count))
    return ", ".join(parts)


class NoteSealed(QWidget):
    """Shows what a note says that can no longer be edited.

    Signals: `copied` (sha256) when the officer copies the whole SHA-256, `continued` to write a
    new note to the same meeting, `amended`, `corrected` and `doubled` to begin a note that follows
    this one. Those of its steps are `life`'s.
    """

    copied = Signal(str)
    continued = Signal()
    amended = Signal()
    corrected = Signal()
    doubled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sha256 = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(L)
        column.addLayout(self._head())
        self.changed = Notice(tr("Amend"), self.amended.emit)
        column.addWidget(self.changed)
        self.life = NoteLife()
        column.addWidget(self.life)
        self.acts: dict[str, QPushButton] = {}
        self._hand_off, self._hand_off_row = act_section(tr("Hand on"))
        column.addWidget(self._hand_off)
        follow, row = act_section(tr("What follows"))
        self.amend = quiet(tr("Amend the delegation"), self.amended.emit, "users")
        self.correct = quiet(tr("Correct"), self.corrected.emit, "pencil")
        self.double = quiet(tr("Copy as a new note"), self.doubled.emit, "copy")
        self.again = quiet(tr("Write a new note to this meeting"), self.continued.emit, "file-plus")
        for each in (self.amend, self.correct, self.double, self.again):
            row.addWidget(each)
        column.addWidget(follow)
        column.addWidget(label(tr("Facts").upper(), "caps"))
        self.facts = Facts()
        column.addWidget(self.facts)
        self.copy = quiet(
            tr("Copy the whole SHA-256"), lambda: self.copied.emit(self._sha256), "copy"
        )
        line = QHBoxLayout()
        line.addWidget(self.copy)
        line.addStretch()
        column.addLayout(line)
        self._listed = label(tr("Delegation").upper(), "caps")
        column.addWidget(self._listed)
        self.delegation = NoteDelegation()
        column.addWidget(self.delegation)
        column.addStretch()

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(M)
        self._stamp = QLabel()
        head.addWidget(self._stamp)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.number = label("", "section")
        self.issued = label("", "muted", wrap=True)
        words.addWidget(self.number)
        words.addWidget(self.issued)
        head.addLayout(words, 1)
        self.state = Pill("")
        head.addWidget(self.state)
        return head

    def offer(self, acts: Sequence[tuple[str, str, str, Callable[[], object]]]) -> None:
        """Offer the forms in which the note is handed on, each as one button."""
        for name, words, sign, act in acts:
            if name in _SHOWN_ACTS:
                self.acts[name] = quiet(words, act, sign)
                self._hand_off_row.addWidget(self.acts[name])

    def show_note(self, line: NoteLine, content: NoteContent, life: LifeView) -> None:
        """Show a note, its content as sealed or as it was submitted, and its life."""
        self._sha256 = line.sha256
        sealed = line.state.sealed
        follows = sealed and line.state is not NoteState.CANCELLED
        self.amend.setVisible(follows and RULES[content.kind].lists_delegation)
        self.correct.setVisible(follows)
        self.again.setVisible(content.meeting is not None)
        self.copy.setVisible(sealed)
        for name in ("email", "subject", "letter", "folder"):
            self.acts[name].setVisible(sealed)
        self.acts["delivery"].setVisible(follows)
        self.acts["routing"].setVisible(not sealed)
        tone = STATE_TONES[line.state]
        self.state.set(state_name(line.state), tone)
        colours = theme.palette()
        ink = colours.muted if tone is Tone.PLAIN else colours.ink_of(tone)
        self._stamp.setPixmap(pixmap("stamp" if sealed else "eye", ink, 28))
        self._tell(line, content)
        told = changes_told(life.changes)
        self.changed.say(tr("The delegation changed since: {told}.", told=told) if told else "")
        self.life.show_life(life.steps, line.state, life.possible)
        self.facts.show_lines(_facts(line, content))
        listed = RULES[content.kind].lists_delegation
        self._listed.setVisible(listed)
        self.delegation.setVisible(listed)
        self.delegation.show_delegates(content.delegates)

    def _tell(self, line: NoteLine, content: NoteContent) -> None:
        if not line.state.sealed:
            self.number.setText(tr("Not numbered yet"))
            self.issued.setText(
                tr("Approved; the number comes next")
                if line.state is NoteState.APPROVED
                else tr("Waits for approval; it is edited again once it is returned")
            )
            return
        self.number.setText(tr("Note {number}", number=line.number))
        day = spoken(content.dated)
        self.issued.setText(
            tr("Issued on {day}, then cancelled; number and line stay", day=day)
            if line.state is NoteState.CANCELLED
            else tr("Issued on {day} and sealed", day=day)
        )


def _facts(line: NoteLine, content: NoteContent) -> list[FactLine]:
    facts = [FactLine(tr("Addressee"), content.addressee, in_one_line(content.address))]
    if content.meeting is not None:
        facts.append(FactLine(tr("Meeting"), short_name(content.meeting)))
    if content.reference:
        dated = content.reference_dated
        reply = tr("of {day}", day=long_date(dated)) if dated else ""
        facts.insert(1, FactLine(tr("In reply to"), content.reference, reply))
    facts.append(FactLine(tr("Language"), language_name(content.language)))
    if line.sha256:
        told = tr("The paper beside this is the sealed file, byte for byte.")
        facts.append(FactLine(tr("SHA-256"), short_hash(line.sha256), told))
    return facts
