"""The head of a report: back, what it is and how it stands, and what can be done next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button, tint
from ccmdesk.ui.widgets.text import label

# Pixels at the usual size of text; the room needed grows with it.
_NARROW, _LEAST = 980, 660
_USUAL_LETTER = 8


class ReportHead(QWidget):
    """Title, sentence and buttons; the rightmost is the next step in the life of the report."""

    def __init__(self) -> None:
        super().__init__()
        self._answers, self._least = True, False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        self.back = button("", kind="quiet", icon_name="arrow-left", tip=tr("All reports (Esc)"))
        self.back.setFixedSize(32, 36)
        self.title = label("", "title", wrap=True)
        self.sentence = label("", "muted", wrap=True)
        self.paper = button(tr("Paper"), icon_name="eye", tip=_tip(tr("Show the paper"), "Alt+P"))
        self.paper.setCheckable(True)
        self.wizard = button(
            tr("What changed…"),
            icon_name="check",
            tip=_tip(tr("Answer what changed this year, form by form"), "Ctrl+W"),
        )
        self.menu = QMenu(self)
        self.more = button(
            tr("More"),
            self.open_menu,
            icon_name="chevron-down",
            tip=_tip(tr("Carry over, letters, print, export"), "Ctrl+H"),
        )
        # The sign that a menu opens stands behind the words.
        self.more.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.next_step = button(tr("Seal…"), kind="primary", icon_name="stamp")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for each in (self.paper, self.wizard, self.more, self.next_step):
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        for each, name in ((self.paper, tr("Show the paper")), (self.wizard, tr("What changed…"))):
            each.setAccessibleName(name)

    def fill(self, acts: Sequence[tuple[str, str, Callable[[], object]]]) -> None:
        """Put acts into the menu, as (name, words, act); an empty name divides it."""
        for name, words, act in acts:
            if name:
                self.menu.addAction(words, act).setObjectName(name)
            else:
                self.menu.addSeparator()

    def offer(self, names: Sequence[str]) -> None:
        """Show only these acts in the menu."""
        for action in self.menu.actions():
            if not action.isSeparator():
                action.setVisible(action.objectName() in names)

    def open_menu(self) -> None:
        """Open the menu, its first entry chosen."""
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 2)))
        actions = [each for each in self.menu.actions() if each.isVisible()]
        if actions:
            self.menu.setActiveAction(actions[0])

    def show_step(self, words: str, sign: str, tip: str) -> None:
        """Offer the next step on the primary button."""
        self.next_step.setText(words)
        tint(self.next_step, sign)
        told = _tip(tip, "Ctrl+Return")
        self.next_step.setToolTip(told)
        self.next_step.setAccessibleDescription(told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a narrow window the title needs the room; the signs are enough.
        narrow = self.width() < _NARROW * self.fontMetrics().averageCharWidth() / _USUAL_LETTER
        self.paper.setText("" if narrow else tr("Paper"))
        self._least = self.width() < _LEAST * self.fontMetrics().averageCharWidth() / _USUAL_LETTER
        self._offer_wizard()

    def offer_wizard(self, offered: bool) -> None:
        """Offer to answer what changed, as a button where there is room for it."""
        self._answers = offered
        self._offer_wizard()

    def _offer_wizard(self) -> None:
        self.wizard.setVisible(self._answers and not self._least)


def _tip(words: str, keys: str) -> str:
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words} ({native})"
