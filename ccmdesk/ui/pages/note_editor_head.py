"""The head of the editor: back, what the note is and how it stands, and what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button, tint
from ccmdesk.ui.widgets.text import label


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
        self.title = label("", "title")
        self.sentence = label("", "muted", wrap=True)
        self.print = button(tr("Print"), icon_name="printer", tip=_tip(tr("Print"), "Ctrl+P"))
        self.export = button(
            tr("Export…"), icon_name="download", tip=_tip(tr("Save the PDF"), "Ctrl+E")
        )
        self.next_step = button(tr("Issue…"), kind="primary", icon_name="stamp")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for each in (self.print, self.export, self.next_step):
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)

    def show_draft(self) -> None:
        """Offer what can be done with a draft."""
        self.export.show()
        self.next_step.setText(tr("Issue…"))
        tint(self.next_step, "stamp")
        self.tell_next_step(0)

    def show_issued(self) -> None:
        """Offer what can be done with an issued note."""
        # One button for one act: exporting is the next step here.
        self.export.hide()
        self.next_step.setText(tr("Export PDF"))
        self.next_step.setToolTip(_tip(tr("Save the sealed PDF"), "Ctrl+E"))
        tint(self.next_step, "download")

    def tell_next_step(self, blocking: int) -> None:
        """Say on the button of a draft what stands in the way of issuing it."""
        if not blocking:
            reason = _tip(tr("Number and seal this note"), "Ctrl+Return")
        elif blocking == 1:
            reason = tr("1 finding blocks the issue; this shows it")
        else:
            reason = tr("{count} findings block the issue; this shows them", count=blocking)
        self.next_step.setToolTip(reason)
        self.next_step.setAccessibleDescription(reason)


def _tip(words: str, keys: str) -> str:
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({native})"
