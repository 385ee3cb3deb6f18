"""Settings: for which languages a spelling dictionary is installed."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.services.spelling import dictionary_folders, found_dictionaries
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import language_name
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M, S, Tone
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import hairline, label

# Hunspell has no dictionary for it: its words are not divided by spaces.
_WITHOUT = "zh"


class SpellingSection(QWidget):
    """What is found, and where more can be put; looked for whenever the section comes up."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.states: dict[str, Pill] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        card = Card(tr("Spelling"))
        card.body.setContentsMargins(L, M, L, L)
        card.body.setSpacing(M)
        card.body.addWidget(
            label(
                tr(
                    "Words are checked in the language of the note where a Hunspell dictionary of "
                    "it is installed, such as that of LibreOffice. Names of the delegation count "
                    "as right."
                ),
                "muted",
                wrap=True,
            )
        )
        self._table = QWidget()
        self._list = QVBoxLayout()
        self._list.addWidget(self._table)
        card.body.addLayout(self._list)
        folder = shell.folder.dictionaries
        place = label(
            tr("Dictionaries of your own (.aff and .dic) are looked for first in {folder}.",
               folder=folder),
            "small",
            wrap=True,
        )  # fmt: skip
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(place)
        column.addWidget(card)
        column.addStretch()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        folder = self.shell.folder.dictionaries
        self.shell.run(lambda: found_dictionaries(dictionary_folders(folder)), self._on_found)

    def _on_found(self, found: dict[str, Path]) -> None:
        self._list.removeWidget(self._table)
        self._table.hide()
        self._table.deleteLater()
        self._table = QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(2, 1)
        for number, language in enumerate(LANGUAGES):
            line = 2 * number
            grid.addWidget(hairline(), line, 0, 1, 3)
            grid.addWidget(label(language_name(language)), line + 1, 0)
            path = found.get(language)
            if path is not None:
                pill, place = Pill(tr("checked"), Tone.OK), f"{path.stem} · {path.parent}"
            elif language == _WITHOUT:
                pill, place = (
                    Pill(tr("not checked"), Tone.PLAIN),
                    tr("There is no such dictionary."),
                )
            else:
                pill, place = Pill(tr("not checked"), Tone.WARN), tr("No dictionary is installed.")
            self.states[language] = pill
            grid.addWidget(pill, line + 1, 1)
            grid.addWidget(label(place, "small", wrap=True), line + 1, 2)
        self._list.addWidget(self._table)
