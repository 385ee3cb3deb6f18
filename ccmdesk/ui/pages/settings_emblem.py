"""Settings: the emblem at the head of the notes."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.errors import EnvironmentFault, InputError
from ccmdesk.domain.profile import Profile
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.text import label

_SIDE = 148


class EmblemSection(QWidget):
    """Choose a picture, see it on paper, take it away; each act is saved at once."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        card = Card(tr("Emblem"))
        card.body.setContentsMargins(L, M, L, L)
        card.body.setSpacing(M)
        about = tr("A PNG or JPEG of up to 10 MB; it is kept in the register itself.")
        card.body.addWidget(label(about, "muted", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(L)
        self.picture = _Picture()
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(S)
        column.addWidget(
            label(tr("Its place and its height are set under Layout of notes."), "muted", wrap=True)
        )
        acts = Flow()
        self.choose = button(tr("Choose a file…"), self._on_choose, icon_name="image")
        self.remove = button(tr("Remove"), self._on_remove, icon_name="trash-2")
        acts.addWidget(self.choose)
        acts.addWidget(self.remove)
        column.addLayout(acts)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        column.addWidget(self.error)
        column.addStretch()
        row.addLayout(column, 1)
        card.body.addLayout(row)
        whole.addWidget(card)
        whole.addStretch()

    def refresh(self, profile: Profile) -> None:
        """Show the emblem of the profile."""
        self.picture.show_picture(profile.emblem)
        self.remove.setVisible(profile.emblem is not None)

    def take(self, path: Path) -> None:
        """Put the picture of a file into the profile; what is wrong with it is shown here."""
        self.error.hide()
        services = self.shell.desk.profile
        profile = services.get()
        assert profile is not None
        try:
            services.save(replace(profile, emblem=path.read_bytes()))
        except OSError as error:
            self.shell.show_error(
                EnvironmentFault(
                    tr(
                        "“{name}” cannot be read ({why}); choose another file.",
                        name=path.name,
                        why=(error.strerror or str(error)).lower(),
                    )
                )
            )
        except InputError as error:
            self.error.setText(error.message)
            self.error.show()
        else:
            self.shell.said_with_undo(tr("Emblem saved"))

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, tr("Choose the emblem"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(tr("Pictures (*.png *.jpg *.jpeg)"))
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.open()

    def _on_remove(self) -> None:
        services = self.shell.desk.profile
        profile = services.get()
        assert profile is not None
        if self.shell.attempt(lambda: services.save(replace(profile, emblem=None))):
            self.shell.said_with_undo(tr("Emblem removed"))


class _Picture(QWidget):
    """The emblem on white paper, whatever the theme."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_SIDE, _SIDE)
        self._picture = QPixmap()
        self.setAccessibleName(tr("The emblem"))

    def show_picture(self, data: bytes | None) -> None:
        """Show a picture, or that there is none."""
        self._picture = QPixmap()
        if data is not None:
            self._picture.loadFromData(data)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(QColor(colours.line), colours.border_width))
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        if self._picture.isNull():
            painter.setPen(QColor("#5A6778"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("No emblem"))
        else:
            room = self.rect().adjusted(16, 16, -16, -16)
            size = self._picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = room.adjusted(0, 0, 0, 0)
            target.setSize(size)
            target.moveCenter(room.center())
            painter.drawPixmap(target, self._picture)
        painter.end()
