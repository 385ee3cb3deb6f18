"""The head of the editor: back, what the note is and how it stands, and what can be done."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ccmdesk.domain.note import NoteState
from ccmdesk.domain.note_life import StepKind
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_life_words import STEP_ICONS, step_act, step_tip
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button, tint
from ccmdesk.ui.widgets.text import label

# Pixels at the usual size of text; the room needed grows with it.
_NARROW = 900
_USUAL_LETTER = 8


class NoteEditorHead(QWidget):
    """Title, sentence and buttons; the rightmost is the next step of the note's life."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        self.back = button(
            "", kind="quiet", icon_name="arrow-left", tip=tr("Back to the register (Esc)")
        )
        self.back.setFixedSize(32, 36)
        self.title = label("", "title", wrap=True)
        self.sentence = label("", "muted", wrap=True)
        self.print = button(tr("Print…"), icon_name="printer", tip=_tip(tr("Print"), "Ctrl+P"))
        self.print.setAccessibleName(tr("Print…"))
        self.menu = QMenu(self)
        self.hand_on = button(
            tr("Hand on"),
            self.open_menu,
            icon_name="chevron-down",
            tip=_tip(tr("PDF, e-mail, Word, text, slips"), "Ctrl+H"),
        )
        # The sign that a menu opens stands behind the words.
        self.hand_on.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.next_step = button(tr("Issue…"), kind="primary", icon_name="stamp")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for each in (self.print, self.hand_on, self.next_step):
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a narrow window the title needs the room; the sign of the printer is enough.
        narrow = self.width() < _NARROW * self.fontMetrics().averageCharWidth() / _USUAL_LETTER
        self.print.setText("" if narrow else tr("Print…"))

    def open_menu(self) -> None:
        """Open the menu of forms in which the note is handed on, its first entry chosen."""
        self.menu.popup(self.hand_on.mapToGlobal(QPoint(0, self.hand_on.height() + 2)))
        actions = [each for each in self.menu.actions() if each.isVisible()]
        if actions:
            self.menu.setActiveAction(actions[0])

    def show_step(self, kind: StepKind | None, state: NoteState, *, changed: bool = False) -> None:
        """Offer the next step of the note's life on the primary button.

        Where its life is over and the delegation has `changed`, an amendment follows.
        """
        if kind is not None:
            words, sign, tip = step_act(kind), STEP_ICONS[kind], step_tip(kind)
        elif changed:
            words, sign, tip = tr("Amend"), "users", tr("Tell who joined, left or changed")
        elif state is NoteState.CANCELLED:
            words, sign, tip = tr("Copy as a new note"), "copy", tr("Write it again, and right")
        else:
            words, sign, tip = tr("Save the PDF…"), "download", tr("Save the sealed PDF")
        self.next_step.setText(words)
        tint(self.next_step, sign)
        self._say(_tip(tip, "Ctrl+Return"))

    def tell_next_step(self, blocking: int) -> None:
        """Say on the button of a draft what stands in the way of issuing it."""
        if blocking == 1:
            self._say(tr("1 finding blocks the issue; this shows it"))
        elif blocking:
            self._say(tr("{count} findings block the issue; this shows them", count=blocking))
        else:
            self._say(_tip(step_tip(StepKind.ISSUED), "Ctrl+Return"))

    def _say(self, reason: str) -> None:
        self.next_step.setToolTip(reason)
        self.next_step.setAccessibleDescription(reason)


def _tip(words: str, keys: str) -> str:
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({native})"
