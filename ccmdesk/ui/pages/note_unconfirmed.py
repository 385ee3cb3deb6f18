"""The formulas a note uses that no native officer has confirmed yet."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.icons import pixmap
from ccmdesk.ui.note_words import formula_name, language_name
from ccmdesk.ui.tokens import ICON, XS, L, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.text import label


class NoteUnconfirmed(QFrame):
    """A remark with one line and one button for each formula; hidden while there is none.

    Signals: `confirmed` (key) when the officer says that a native officer confirmed a formula.
    """

    confirmed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.keys: tuple[str, ...] = ()
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(L, M, M, M)
        row.setSpacing(M)
        self._mark = QLabel()
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(XS)
        self.words = label("", wrap=True)
        self._column.addWidget(self.words)
        row.addLayout(self._column, 1)
        self._lines: list[QWidget] = []
        self.hide()

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show other formulas ("ru.closing"); the same ones again change nothing."""
        if tuple(keys) == self.keys:
            return
        self.keys = tuple(keys)
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines, self.buttons = [], {}
        languages = list(dict.fromkeys(language_name(key.partition(".")[0]) for key in self.keys))
        for key in self.keys:
            self._lines.append(self._line(key, tell_language=len(languages) > 1))
            self._column.addWidget(self._lines[-1])
        self._mark.setPixmap(pixmap("info", theme.palette().warn, ICON))
        self.words.setText(
            tr("Confirm with a native officer: {languages}", languages=", ".join(languages))
        )
        self.setAccessibleName(self.words.text())
        self.setVisible(bool(self.keys))

    def _line(self, key: str, *, tell_language: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        name = formula_name(key)
        if tell_language:
            name = f"{language_name(key.partition('.')[0])}: {name}"
        row.addWidget(label(name, "small", wrap=True), 1)
        act = button(
            tr("Confirmed"), partial(self.confirmed.emit, key), kind="quiet", icon_name="check"
        )
        act.setAccessibleName(tr("Confirmed: {formula}", formula=name))
        row.addWidget(act)
        self.buttons[key] = act
        return line
