"""An issued note beside its paper: what was sealed, when and under which number."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ccmdesk.domain.dates import long_date, spoken
from ccmdesk.domain.note import NoteContent, NoteLine, NoteState
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.icons import pixmap
from ccmdesk.ui.meeting_words import short_name
from ccmdesk.ui.note_words import in_one_line, language_name
from ccmdesk.ui.pages.note_delegation import NoteDelegation
from ccmdesk.ui.tokens import L, M, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.facts import FactLine, Facts
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import label

_HASH_SHOWN = 16


def short_hash(sha256: str) -> str:
    """Return the beginning of a SHA-256 in groups of four, as two people would compare it."""
    shown = sha256[:_HASH_SHOWN]
    return " ".join(shown[start : start + 4] for start in range(0, len(shown), 4)) + " …"


class NoteSealed(QWidget):
    """Shows what an issued note says; nothing here can be changed.

    Signals: `copied` (sha256) when the officer copies the whole SHA-256, `continued` to write a
    new note to the same meeting, `amended`, `corrected` and `doubled` to begin a note that follows
    this one.
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
        head = QHBoxLayout()
        head.setSpacing(M)
        stamp = QLabel()
        stamp.setPixmap(pixmap("stamp", theme.palette().ok, 28))
        head.addWidget(stamp)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.number = label("", "section")
        self.issued = label("", "muted", wrap=True)
        words.addWidget(self.number)
        words.addWidget(self.issued)
        head.addLayout(words, 1)
        head.addWidget(Pill(tr("Issued"), Tone.OK))
        column.addLayout(head)
        self.facts = Facts()
        column.addWidget(self.facts)
        self.copy = button(
            tr("Copy the whole SHA-256"),
            lambda: self.copied.emit(self._sha256),
            kind="quiet",
            icon_name="copy",
        )
        self.again = button(
            tr("Write a new note to this meeting"),
            self.continued.emit,
            kind="quiet",
            icon_name="file-plus",
        )
        self.amend = button(
            tr("Amend the delegation"), self.amended.emit, kind="quiet", icon_name="users"
        )
        self.correct = button(tr("Correct"), self.corrected.emit, kind="quiet", icon_name="pencil")
        self.double = button(
            tr("Copy as a new note"), self.doubled.emit, kind="quiet", icon_name="copy"
        )
        column.addWidget(label(tr("Delegation").upper(), "caps"))
        self.delegation = NoteDelegation()
        column.addWidget(self.delegation)
        acts = QVBoxLayout()
        acts.setSpacing(0)
        for each in (self.amend, self.correct, self.double, self.again, self.copy):
            acts.addWidget(each, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(acts)
        column.addStretch()

    def show_note(self, line: NoteLine, content: NoteContent) -> None:
        """Show an issued note and its frozen content."""
        self._sha256 = line.sha256
        follows = line.state.sealed and line.state is not NoteState.CANCELLED
        self.amend.setVisible(follows and RULES[content.kind].lists_delegation)
        self.correct.setVisible(follows)
        self.again.setVisible(content.meeting is not None)
        self.number.setText(tr("Note {number}", number=line.number))
        self.issued.setText(tr("Issued on {day} and sealed", day=spoken(content.dated)))
        facts = [
            FactLine(tr("Addressee"), content.addressee, in_one_line(content.address)),
            FactLine(tr("Language"), language_name(content.language)),
        ]
        if content.meeting is not None:
            facts.insert(1, FactLine(tr("Meeting"), short_name(content.meeting)))
        if content.reference:
            dated = content.reference_dated
            reply = tr("of {day}", day=long_date(dated)) if dated else ""
            facts.insert(1, FactLine(tr("In reply to"), content.reference, reply))
        facts.append(
            FactLine(
                tr("SHA-256"),
                short_hash(line.sha256),
                tr("The paper beside this is the sealed file, byte for byte."),
            )
        )
        self.facts.show_lines(facts)
        self.delegation.show_delegates(content.delegates)
