"""Settings: the mission's own fonts for letters no bundled font has."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.services.own_fonts import OwnFont
from ccmdesk.ui import messages
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M, S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import hairline, label


class FontsSection(QWidget):
    """Add a TrueType file, see what is there, take one out."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        card = Card(tr("Fonts of your own"))
        card.body.setContentsMargins(L, M, L, L)
        card.body.setSpacing(M)
        card.body.addWidget(
            label(
                tr(
                    "The program prints Latin, Greek, Cyrillic, Arabic and Chinese letters with "
                    "its own fonts. For other letters, such as Amharic or Georgian, add a TrueType "
                    "file; it is kept in the data folder and used wherever the others end."
                ),
                "muted",
                wrap=True,
            )
        )
        self.notice = Notice(tr("Close"), lambda: self.notice.say(""))
        card.body.addWidget(self.notice)
        self._fonts: list[OwnFont] | None = None
        self._body = QWidget()
        self._list = QVBoxLayout()
        self._list.addWidget(self._body)
        card.body.addLayout(self._list)
        self.add_button = button(tr("Add a font…"), self._on_add, icon_name="plus")
        card.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(card)
        column.addStretch()

    def refresh(self) -> None:
        """Show the fonts there are."""
        try:
            fonts = self.shell.desk.fonts.all()
        except CcmDeskError as error:
            self.notice.say(error.message)
            return
        if fonts == self._fonts:
            return
        self._fonts = fonts
        self._list.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for font in fonts:
            column.addWidget(hairline())
            column.addLayout(self._row(font))
        if not fonts:
            column.addWidget(label(tr("No font has been added."), wrap=True))
        self._list.addWidget(self._body)

    def take(self, path: Path) -> None:
        """Add the font of a file; what is wrong with it is said here."""
        try:
            font = self.shell.desk.fonts.add(path)
        except CcmDeskError as error:
            self.notice.say(error.message)
            return
        self.notice.say("")
        self.refresh()
        self.shell.say(tr("Added: {name}", name=font.name))

    def remove(self, name: str) -> None:
        """Take a font out, once the officer has agreed: the file goes."""
        box = messages.ask(
            self,
            tr("Remove the font “{name}”?", name=name),
            tr("Notes issued stay as they are; drafts with letters of this font cannot be issued."),
            tr("Remove the font"),
        )
        box.accepted.connect(lambda: self._drop(name))

    def _drop(self, name: str) -> None:
        if self.shell.attempt(lambda: self.shell.desk.fonts.remove(name)):
            self.refresh()
            self.shell.say(tr("Removed: {name}", name=name))

    def _row(self, font: OwnFont) -> QVBoxLayout:
        both = QVBoxLayout()
        both.setSpacing(S // 2)
        row = QHBoxLayout()
        row.setSpacing(M)
        row.addWidget(label(font.name, "strong", wrap=True), 1)
        if font.problem:
            row.addWidget(Pill(tr("cannot be used"), Tone.DANGER))
        else:
            row.addWidget(label(tr("{size} kB", size=max(font.size // 1000, 1)), "small"))
        tip = tr("Remove the font “{name}”", name=font.name)
        row.addWidget(button("", lambda: self.remove(font.name), icon_name="trash-2", tip=tip))
        both.addLayout(row)
        if font.problem:
            both.addWidget(label(font.problem, "error", wrap=True))
        return both

    def _on_add(self) -> None:
        dialog = QFileDialog(self, tr("Choose a font"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("TrueType fonts (*.ttf)"), tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.open()
