"""Settings: the formulas to be confirmed with a native officer, language by language."""

import re
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ccmdesk.domain.note_line import NoteKind
from ccmdesk.domain.profile import LANGUAGES, Profile
from ccmdesk.services.formulas import OpenFormula, open_everywhere
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import kind_name, language_name, part_name
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import XS, L, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.chips import Chips
from ccmdesk.ui.widgets.text import hairline, label

_PLACES = re.compile(r"(?:\{[^}]*\}[\s,]*)+")
_PARTS = {
    "opening": "Opening",
    "closing": "Closing",
    "with_reference": "Reference to an earlier note",
    "roles": "Roles in the delegation",
    "ranks": "Ranks",
}
_MOST_SHOWN = 3


class FormulasSection(QWidget):
    """One language at a time; a tick is kept at once and can be undone."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self._confirmed: frozenset[str] = frozenset()
        self._own_language = LANGUAGES[0]
        self._formulas: dict[str, list[OpenFormula]] = {}
        self.boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        card = Card(tr("Formulas to confirm"))
        card.body.setContentsMargins(L, M, L, L)
        card.body.setSpacing(M)
        card.body.addWidget(
            label(
                tr(
                    "These sentences were found in no note that was sent. Let somebody who writes "
                    "in the language read them, and tick what is right; notes then carry the "
                    "remark no longer."
                ),
                "muted",
                wrap=True,
            )
        )
        self.languages = Chips([(each, language_name(each)) for each in LANGUAGES], tr("Language"))
        self.languages.chosen.connect(lambda _: self._show_language())
        card.body.addWidget(self.languages)
        self.sentence = label("", "strong", wrap=True)
        card.body.addWidget(self.sentence)
        self._body = QWidget()
        self._list = QVBoxLayout()
        self._list.addWidget(self._body)
        card.body.addLayout(self._list)
        self.all_button = button(tr("Tick all of this language"), self.confirm_all)
        card.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(card)
        column.addStretch()

    def refresh(self, profile: Profile) -> None:
        """Show what is confirmed."""
        self._confirmed, self._own_language = profile.confirmed, profile.language
        if self._formulas:
            self._tick()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._formulas:
            # Read aside, and only now: the formulas of six languages take a moment.
            self.shell.run(open_everywhere, self._on_read)

    def _on_read(self, formulas: dict[str, list[OpenFormula]]) -> None:
        self._formulas = formulas
        self.languages.choose(self._own_language)
        self._show_language()

    def confirm(self, keys: set[str], right: bool) -> None:
        """Keep that these formulas are right, or that they are open again."""
        services = self.shell.desk.profile
        profile = services.required()
        confirmed = profile.confirmed | keys if right else profile.confirmed - keys
        if confirmed == profile.confirmed:
            return
        if self.shell.attempt(lambda: services.save(replace(profile, confirmed=confirmed))):
            words = tr("Confirmed") if right else tr("Open again")
            self.shell.said_with_undo(words)

    def confirm_all(self) -> None:
        """Tick every formula of the language shown."""
        self.confirm(set(self.boxes), True)

    def _show_language(self) -> None:
        self._list.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        self.boxes = {}
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for each in self._formulas.get(self.languages.key(), ()):
            column.addWidget(hairline())
            column.addLayout(self._row(each))
        self._list.addWidget(self._body)
        self._tick()

    def _row(self, formula: OpenFormula) -> QVBoxLayout:
        row = QVBoxLayout()
        row.setSpacing(XS)
        box = QCheckBox(_name(formula.part))
        self.boxes[formula.key] = box
        box.clicked.connect(lambda right: self.confirm({formula.key}, right))
        row.addWidget(box)
        texts = list(dict.fromkeys(_readable(text) for text in formula.texts))
        shown = texts if len(texts) <= _MOST_SHOWN else texts[:_MOST_SHOWN]
        if formula.part in ("roles", "ranks"):
            shown = [" · ".join(texts)]
        for text in shown:
            row.addWidget(label(text, "muted", wrap=True))
        if len(shown) < len(texts) and formula.part not in ("roles", "ranks"):
            rest = len(texts) - len(shown)
            more = button(tr("Show {count} more", count=rest), kind="quiet")
            more.clicked.connect(lambda: self._show_rest(row, more, texts[len(shown) :]))
            row.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return row

    def _show_rest(self, row: QVBoxLayout, more: QWidget, texts: list[str]) -> None:
        more.hide()
        for text in texts:
            row.addWidget(label(text, "muted", wrap=True))

    def _tick(self) -> None:
        confirmed = self._confirmed
        for key, box in self.boxes.items():
            box.setChecked(key in confirmed)
        left = len(set(self.boxes) - confirmed)
        language = language_name(self.languages.key())
        if left:
            words = tr(
                "{language}: {left} of {all} are open",
                language=language,
                left=left,
                all=len(self.boxes),
            )
        else:
            words = tr("{language}: all are confirmed", language=language)
        self.sentence.setText(words)
        self.all_button.setEnabled(bool(left))
        for each, formulas in self._formulas.items():
            open_ones = {formula.key for formula in formulas} - confirmed
            count = f" {len(open_ones)}" if open_ones else ""
            self.languages.set_text(each, language_name(each) + count)


def _readable(formula: str) -> str:
    """Return a formula with its places as dots."""
    return " ".join(_PLACES.sub(" … ", formula).split())


def _name(part: str) -> str:
    head, _, variant = part.partition(".")
    if head in tuple(NoteKind):
        name = kind_name(NoteKind(head))
        return f"{name}: {part_name(variant).lower()}" if variant else name
    name = tr(_PARTS.get(head, head))
    return tr("{name}, variant “{variant}”", name=name, variant=variant) if variant else name
