"""One paragraph of a note: it follows the data until it is typed over, and finds the way back."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ccmdesk.domain.note import Part
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import part_name
from ccmdesk.ui.tokens import XS, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.spelled_text import SpelledText
from ccmdesk.ui.widgets.text import label

_TOOL = QSize(30, 28)


class ParagraphRow(QWidget):
    """A paragraph with its sign and its tools.

    Signals: `typed` when it changed, `moved` (-1 or 1) and `taken_out` when the officer asks.
    """

    typed = Signal()
    moved = Signal(int)
    taken_out = Signal()

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.key = part.key
        self._standard = ""
        self._told_live: bool | None = None
        # A live paragraph of the template whose text is not known yet.
        self._unknown = bool(part.key) and part.text is None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        head = QHBoxLayout()
        head.setSpacing(XS)
        self.caption = label(part_name(part.key), "label")
        self.sign = Pill("")
        # Below each other where the room is too narrow for both.
        named = Flow(spacing=XS)
        named.addWidget(self.caption)
        named.addWidget(self.sign)
        head.addLayout(named, 1)
        self.up = self._tool("chevron-up", tr("Move up (Alt+Up)"), lambda: self.moved.emit(-1))
        self.down = self._tool(
            "chevron-down", tr("Move down (Alt+Down)"), lambda: self.moved.emit(1)
        )
        self.remove = self._tool(
            "trash-2", tr("Remove this paragraph"), lambda: self.taken_out.emit()
        )
        for tool in (self.up, self.down, self.remove):
            head.addWidget(tool)
        column.addLayout(head)
        self.editor = SpelledText(part.text or "", least=2 if not part.key else 1, most=14)
        self.caption.setBuddy(self.editor)
        if not part.key:
            self.editor.setPlaceholderText(tr("A paragraph of your own"))
        self.editor.textChanged.connect(self._on_typed)
        column.addWidget(self.editor)
        self.back = button(
            tr("Back to the template"), self.go_back, kind="quiet", icon_name="undo-2"
        )
        self.back.hide()
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.moved.emit(step))
        self._tell()

    def show_part(self, part: Part, standard: str) -> None:
        """Show what was typed, or else what the template says, without a signal."""
        self._standard, self._unknown = standard, False
        self._put(standard if part.text is None else part.text)
        self._tell()

    def follow(self, standard: str) -> None:
        """Follow another text of the template; what was typed over stays."""
        if standard == self._standard and not self._unknown:
            return
        live = self.live
        self._standard, self._unknown = standard, False
        if live:
            self._put(standard)
        self._tell()

    def part(self) -> Part | None:
        """Return the paragraph; None for one of the officer's own that is still empty."""
        if not self.key:
            text = self.text().strip()
            return Part("", text) if text else None
        return Part(self.key, None if self.live else self.text())

    def text(self) -> str:
        """Return what the field shows."""
        return self.editor.toPlainText()

    @property
    def live(self) -> bool:
        """Tell whether the paragraph follows the data."""
        return bool(self.key) and (self._unknown or self.text() == as_edited(self._standard))

    def go_back(self) -> None:
        """Follow the template again."""
        had_focus = self.back.hasFocus()
        self._put(self._standard)
        self._tell()
        if had_focus:
            self.editor.setFocus()
        self.typed.emit()

    def set_direction(self, language: str) -> None:
        """Write from the right in a language that does."""
        self.editor.write_in(language)

    def set_name(self, name: str) -> None:
        """Set what a screen reader calls the paragraph."""
        self.editor.setAccessibleName(name)
        self.back.setAccessibleName(f"{name}: {tr('Back to the template')}")
        for tool in (self.up, self.down, self.remove):
            tool.setAccessibleDescription(name)

    def allow(self, *, up: bool, down: bool, out: bool) -> None:
        """Offer what can be done with the paragraph where it stands."""
        self.up.setEnabled(up)
        self.down.setEnabled(down)
        self.remove.setEnabled(out)
        for tool in (self.up, self.down):
            tool.setVisible(up or down)
        self.remove.setVisible(out)

    @property
    def tab_order(self) -> Sequence[QWidget]:
        """Return what takes the keyboard, as read."""
        return self.editor, self.back, self.up, self.down, self.remove

    def _tool(self, name: str, tip: str, act: object) -> QPushButton:
        tool = button("", kind="quiet", icon_name=name, tip=tip)
        tool.setFixedSize(_TOOL)
        tool.clicked.connect(act)
        return tool

    def _put(self, text: str) -> None:
        if as_edited(text) == self.text():
            return
        self.editor.blockSignals(True)
        self.editor.setPlainText(text)
        self.editor.blockSignals(False)
        self.editor.fit()

    def _tell(self) -> None:
        if not self.key:
            return
        live = self.live
        if live == self._told_live:
            # With each key: laying the whole form out anew would cost more than the paper.
            return
        self._told_live = live
        if live:
            self.sign.set(tr("follows the data"), Tone.PLAIN)
        else:
            self.sign.set(tr("edited by hand"), Tone.ACCENT)
        self.back.setVisible(not live)

    def _on_typed(self) -> None:
        self._unknown = False
        self._tell()
        self.typed.emit()


def as_edited(text: str) -> str:
    """Return a text as a field for several lines gives it back: spaces for no-break spaces."""
    return text.replace("\u00a0", " ")
