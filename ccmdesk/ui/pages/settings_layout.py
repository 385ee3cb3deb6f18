"""Settings: how the mission's notes look on paper, with a sample note beside the settings."""

from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.layout import RANGES, Layout
from ccmdesk.domain.profile import LANGUAGES, Profile
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.layout_words import CHOICE_WORDS, GROUPS, HELP, LABELS, shown_variants
from ccmdesk.ui.note_words import language_name
from ccmdesk.ui.pages.settings_presets import PresetsPart
from ccmdesk.ui.pages.settings_section import ProfileSection
from ccmdesk.ui.sample_preview import SamplePreview, SampleSet, Wish
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, S
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.chips import Chips
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import YES, Form
from ccmdesk.ui.widgets.paper import Paper
from ccmdesk.ui.widgets.scroll import scrolling

_TICKED = tuple(each.name for each in fields(Layout) if each.type is bool)
_NAMES_IN_SAMPLE = (4, 8, 20)
_LEAST_PAPER, _MOST_PAPER = 240, 620


class LayoutSection(ProfileSection):
    """The settings in groups on the left, one group at a time; the sample on the right."""

    fills = True

    def __init__(self, shell: Shell) -> None:
        self.groups: dict[str, Form] = {}
        self.fields: dict[str, Field] = {}
        self.boxes: dict[str, Any] = {}
        super().__init__(shell)
        self._profile_language = LANGUAGES[0]
        self.presets = PresetsPart(self._take_preset)
        self._add_part("practice", self.presets)
        for key, _, rows in GROUPS:
            self._add_part(key, self._group(key, rows))
        self.preview = SamplePreview(shell, self._wish, self)
        self.preview.ready.connect(self._on_set)
        self.preview.failed.connect(self.paper.show_fault)

    # The picture

    def make_column(self) -> QVBoxLayout:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(L)
        left = Card(tr("Layout of notes"))
        left.head.addWidget(self.save_button)
        names = [
            ("practice", tr("Practice")),
            *((key, tr(name)) for key, name, _ in GROUPS),
        ]
        self.parts = Chips(names, tr("Groups of settings"))
        self.parts.chosen.connect(self.open_part)
        left.body.addWidget(self.parts)
        self.stack = QStackedWidget()
        left.body.addWidget(self.stack, 1)
        row.addWidget(left, 1)
        self.sample = self._sample()
        row.addWidget(self.sample)
        return QVBoxLayout()

    def _sample(self) -> Card:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(S)
        self.language = choice((each, language_name(each)) for each in LANGUAGES)
        self.language.setAccessibleName(tr("Language of the sample"))
        self.delegates = choice(
            (str(each), tr("{count} delegates", count=each)) for each in _NAMES_IN_SAMPLE
        )
        self.delegates.setAccessibleName(tr("Delegates in the sample"))
        for box in (self.language, self.delegates):
            box.activated.connect(lambda _: self.preview.ask())
            head.addWidget(box, 1)
        card.body.addLayout(head)
        self.paper = Paper()
        card.body.addWidget(self.paper, 1)
        return card

    def _add_part(self, key: str, part: QWidget) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, S, S, 0)
        column.addWidget(part)
        column.addStretch()
        area = scrolling(content)
        area.setAccessibleName(key)
        self.stack.addWidget(area)

    def _group(self, key: str, rows: tuple[tuple[str, ...], ...]) -> Form:
        form = Form()
        for names in rows:
            if names[0] in _TICKED:
                for name in names:
                    form.add_box(name, tr(LABELS[name]))
            else:
                form.add_row(*(self._field(name) for name in names))
        self.fields |= form.fields
        self.boxes |= form.boxes
        self.groups[key] = form
        self.forms.append(form)
        form.changed.connect(self._on_changed)
        form.changed.connect(self._show_sample)
        form.submitted.connect(self.save)
        return form

    def _field(self, name: str) -> Field:
        editor: QWidget
        if name in CHOICE_WORDS:
            editor = choice((value, tr(words)) for value, words in CHOICE_WORDS[name].items())
        elif name in ("opening", "closing"):
            editor = choice([("", tr("the usual one"))])
        else:
            editor = QLineEdit()
        return Field(tr(LABELS[name]), editor, name=name, help=tr(HELP.get(name, "")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = round(self.width() * 0.48)
        self.sample.setFixedWidth(min(max(width, _LEAST_PAPER), _MOST_PAPER))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.preview.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        self.preview.stop()
        super().hideEvent(event)

    def open_part(self, key: str) -> None:
        """Show one group of settings."""
        self.parts.choose(key)
        self.stack.setCurrentIndex(list(self.parts.buttons).index(key))

    # What is typed

    def load(self, profile: Profile) -> None:
        if not self._loaded:
            self.language.setCurrentIndex(self.language.findData(profile.language))
        self._settle(profile.layout, stored=True)

    def apply(self, profile: Profile) -> Profile:
        return replace(profile, layout=self.layout_typed().checked())

    def layout_typed(self) -> Layout:
        """Return the layout as it stands here; raises InputError naming the field."""
        values: dict[str, Any] = {}
        for form in self.groups.values():
            for name, text in form.texts().items():
                if name in RANGES:
                    values[name] = _number(text, name)
                elif name in _TICKED:
                    values[name] = text == YES
                else:
                    values[name] = " ".join(text.split())
        return Layout(**values)

    def show_problem(self, error: InputError, *, quietly: bool = False) -> None:
        for key, form in self.groups.items():
            if error.field in form.fields:
                self.open_part(key)
        super().show_problem(error, quietly=quietly)

    def _take_preset(self, change: Any) -> None:
        try:
            layout = change(self.layout_typed().checked())
        except InputError as error:
            self.show_problem(error)
            return
        self._settle(layout, stored=False)
        self.shell.say(tr("Look at the sample, then save"))

    def _settle(self, layout: Layout, *, stored: bool) -> None:
        for name in ("opening", "closing"):
            self._keep_variant(name, getattr(layout, name))
        for form in self.groups.values():
            values = {name: _written(getattr(layout, name)) for name in form.texts()}
            if stored:
                form.settle(values)
            else:
                form.fill(values)
        self._show_sample()

    def _on_changed(self) -> None:
        super()._on_changed()
        if not self.groups:
            return
        for name, following in (
            ("letterhead", ("preprinted_height",)),
            ("emblem_position", ("emblem_height",)),
        ):
            value = self.groups["head"].texts().get(name)
            wanted = value == "preprinted" if name == "letterhead" else value != "none"
            for each in following:
                self.fields[each].setEnabled(wanted)
        if "seal_space" in self.boxes:
            self.fields["seal_side"].setEnabled(self.boxes["seal_space"].isChecked())
            self.fields["title_text"].setEnabled(self.boxes["title_line"].isChecked())
            self.fields["closing"].setEnabled(self.boxes["closing_line"].isChecked())

    # The sample

    def _wish(self) -> Wish | None:
        try:
            layout = self.layout_typed().checked()
        except InputError as error:
            self.paper.show_fault(error.message)
            return None
        language = str(self.language.currentData())
        return Wish(layout, language, int(self.delegates.currentData()))

    def _show_sample(self) -> None:
        if self.isVisible():
            self.preview.ask()

    def _on_set(self, result: SampleSet) -> None:
        self.paper.show_pdf(result.pdf)
        self._offer("opening", shown_variants(result.openings))
        self._offer("closing", shown_variants(result.closings))

    def _offer(self, name: str, offered: list[tuple[str, str]]) -> None:
        """Offer the variants of the sample's language without changing what is chosen."""
        box = self.fields[name].editor
        assert isinstance(box, QComboBox)
        if [(box.itemData(row), box.itemText(row)) for row in range(len(offered))] == offered:
            return
        chosen = str(box.currentData())
        before = box.blockSignals(True)
        box.clear()
        for row, (value, words) in enumerate(offered):
            box.addItem(words, value)
            box.setItemData(row, words, Qt.ItemDataRole.ToolTipRole)
        box.blockSignals(before)
        self._keep_variant(name, chosen)
        box.setCurrentIndex(box.findData(chosen))

    def _keep_variant(self, name: str, value: str) -> None:
        """Keep a variant among the choices that the language of the sample has not."""
        box = self.fields[name].editor
        assert isinstance(box, QComboBox)
        if box.findData(value) < 0:
            box.addItem(tr("“{name}”, of another language", name=value), value)


def _written(value: object) -> str:
    if isinstance(value, bool):
        return YES if value else ""
    return f"{value:g}" if isinstance(value, float | int) else str(value)


def _number(text: str, name: str) -> float:
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        raise InputError(tr("Give a number, such as 20."), name) from None
    return int(number) if name == "annex_above" and number == int(number) else number
