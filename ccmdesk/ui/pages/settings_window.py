"""Settings: how the window looks on this machine; every choice takes effect at once."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.system.settings import Settings, load_settings, save_settings
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.chips import Chips
from ccmdesk.ui.widgets.text import label

_SIZES = (80, 90, 100, 110, 125, 150, 175, 200)


class WindowSection(QWidget):
    """Colours and size of text; kept beside the register, not in it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        card = Card(tr("Appearance"))
        card.body.setContentsMargins(L, M, L, L)
        card.body.setSpacing(M)
        self.themes = Chips(
            (
                ("system", tr("As the system")),
                ("light", tr("Light")),
                ("dark", tr("Dark")),
                ("contrast", tr("High contrast")),
            ),
            tr("Colours"),
        )
        self.sizes = Chips(
            [(str(size), tr("{size} %", size=size)) for size in _SIZES], tr("Size of the text")
        )
        card.body.addWidget(label(tr("Colours"), "label"))
        card.body.addWidget(self.themes)
        card.body.addWidget(label(tr("Size of the text"), "label"))
        card.body.addWidget(self.sizes)
        column.addWidget(card)
        column.addStretch()
        self.themes.chosen.connect(lambda key: self._change(theme=key))
        self.sizes.chosen.connect(lambda key: self._change(zoom=int(key)))

    def refresh(self) -> None:
        """Show what is stored."""
        settings = self._settings()
        self.themes.choose(settings.theme)
        nearest = min(_SIZES, key=lambda size: abs(size - settings.zoom))
        self.sizes.choose(str(nearest))

    def _settings(self) -> Settings:
        return load_settings(self.shell.folder.settings)

    def _change(self, theme: str = "", zoom: int = 0) -> None:
        settings = self._settings()
        settings = replace(settings, theme=theme or settings.theme, zoom=zoom or settings.zoom)
        self.shell.attempt(lambda: save_settings(self.shell.folder.settings, settings))
        self.shell.retheme(settings.theme, settings.zoom)
