"""The sign among those of the desktop: how many duties wait, the way back, and the way out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.icons import pixmap
from ccmdesk.ui.reminder_words import waiting_words
from ccmdesk.ui.tokens import LIGHT

if TYPE_CHECKING:
    from ccmdesk.ui.main_window import MainWindow

_SIZE = 64
_MOST = 99


def tray_is_there() -> bool:
    """Tell whether this desktop shows such signs; GNOME by itself does not."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """The sign of one window.

    The window goes on behind it when it is closed, so that reminders still come.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.count = -1
        self.menu = QMenu()
        self.open = self.menu.addAction(tr("Open CCM Desk"))
        self.open.triggered.connect(lambda: window.come_back())
        self.waiting = self.menu.addAction("")
        self.waiting.triggered.connect(lambda: window.come_back("today"))
        self.menu.addSeparator()
        self.quit = self.menu.addAction(tr("Quit"))
        self.quit.triggered.connect(lambda: window.quit())
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(lambda: window.come_back())
        self.show_count(0)
        self.icon.show()

    def show_count(self, count: int) -> None:
        """Show how many duties wait."""
        if count == self.count:
            return
        self.count = count
        words = waiting_words(count)
        self.icon.setIcon(tray_icon(count))
        self.icon.setToolTip(f"{tr('CCM Desk')}: {words}")
        self.waiting.setText(words)
        self.waiting.setEnabled(count > 0)

    def tell_once(self) -> None:
        """Say that the program goes on, the first time that its window is closed."""
        self.icon.showMessage(
            tr("CCM Desk goes on here"),
            tr(
                "Reminders still come. Quit from this sign or with Ctrl+Q; Settings can let the "
                "window close for good."
            ),
            tray_icon(self.count),
        )

    def take_away(self) -> None:
        """Take the sign away."""
        self.icon.hide()
        self.menu.deleteLater()
        self.deleteLater()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self._window.come_back()


def tray_icon(count: int) -> QIcon:
    """Return the sign: the program's own, and a number where something waits."""
    picture = QPixmap(_SIZE, _SIZE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.side))
    painter.drawRoundedRect(QRectF(0, 0, _SIZE, _SIZE), 14, 14)
    sign = pixmap("landmark", "#FFFFFF", _SIZE - 20, 1.0)
    painter.drawPixmap(10, 10, sign)
    if count > 0:
        box = QRectF(_SIZE - 38, _SIZE - 38, 38, 38)
        painter.setBrush(QColor(LIGHT.danger))
        painter.drawEllipse(box)
        font = QFont()
        font.setPixelSize(26 if count < 10 else 20)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor("#FFFFFF"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(min(count, _MOST)))
    painter.end()
    return QIcon(picture)
