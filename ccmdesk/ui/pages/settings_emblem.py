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
from ccmdesk.ui.pages.settings_section import ProfileSection
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.form import Form
from ccmdesk.ui.widgets.text import label

_SIDE = 148


class EmblemSection(ProfileSection):
    """Choose a picture, see it on paper, place it or take it away; each act is saved at once."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        card = self.card(
            tr("Emblem"), tr("A PNG or JPEG of up to 10 MB; it is kept in the register itself.")
        )
        row = QHBoxLayout()
        row.setSpacing(L)
        self.picture = _Picture()
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(S)
        self.form = Form()
        self.form.add_row(
            Field(
                tr("Position"),
                choice(
                    (
                        ("centre", tr("centred")),
                        ("left", tr("on the left")),
                        ("none", tr("not printed")),
                    )
                ),
                name="emblem_position",
            )
        )
        self.forms.append(self.form)
        self.form.changed.connect(self._on_changed)
        column.addWidget(self.form)
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
        self.end()

    def load(self, profile: Profile) -> None:
        self.form.settle({"emblem_position": profile.layout.emblem_position})
        self.picture.show_picture(profile.emblem)
        self.remove.setVisible(profile.emblem is not None)

    def apply(self, profile: Profile) -> Profile:
        position = self.form.texts()["emblem_position"]
        return replace(profile, layout=replace(profile.layout, emblem_position=position))

    def take(self, path: Path) -> None:
        """Put the picture of a file into the profile; what is wrong with it is shown here."""
        self.error.hide()
        services = self.shell.desk.profile
        profile = services.get()
        assert profile is not None
        try:
            services.save(replace(self.apply(profile), emblem=path.read_bytes()))
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
        if self.shell.attempt(lambda: services.save(replace(self.apply(profile), emblem=None))):
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
