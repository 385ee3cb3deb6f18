"""Settings: national practices of notes verbales, each with where it was read."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.domain.layout import Layout
from ccmdesk.services.layout_presets import LayoutPreset, layout_presets
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import M
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.text import label

Change = Callable[[Layout], Layout]


class PresetsPart(QWidget):
    """Choose a practice, read what it sets and where that comes from, and take it over."""

    def __init__(self, take: Callable[[Change], None]) -> None:
        super().__init__()
        self._take = take
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        intro = tr(
            "A practice sets what it is known for, and the rest as usual. Every setting can be "
            "changed afterwards."
        )
        column.addWidget(label(intro, "muted", wrap=True))
        self.box = choice((each.key, tr(each.name)) for each in layout_presets())
        column.addWidget(Field(tr("National practice"), self.box, name="practice"))
        self.remark = label("", wrap=True)
        self.source = label("", "small", wrap=True)
        self.source.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open = label("", "small", wrap=True)
        for each in (self.remark, self.source, self.open):
            column.addWidget(each)
        self.button = button(tr("Use this practice"), self._on_take, icon_name="check")
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.box.currentIndexChanged.connect(lambda _: self._show())
        self._show()

    def chosen(self) -> LayoutPreset:
        """Return the practice chosen."""
        return layout_presets()[self.box.currentIndex()]

    def choose(self, key: str) -> None:
        """Choose a practice."""
        self.box.setCurrentIndex(self.box.findData(key))

    def _on_take(self) -> None:
        self._take(self.chosen().applied)

    def _show(self) -> None:
        preset = self.chosen()
        self.remark.setText(tr(preset.remark))
        self.source.setText(tr("Source: {source}", source=preset.source) if preset.source else "")
        self.source.setVisible(bool(preset.source))
        self.open.setText(
            tr("To be confirmed: {what}", what=tr(preset.open)) if preset.open else ""
        )
        self.open.setVisible(bool(preset.open))
