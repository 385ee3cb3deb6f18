"""Line icons by name, tinted from the palette."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ccmdesk.system.paths import resources_dir
from ccmdesk.ui.tokens import ICON


@lru_cache(maxsize=256)
def icon(name: str, colour: str, size: int = ICON) -> QIcon:
    """Return the icon `name` in `colour`; raises FileNotFoundError for a name not shipped."""
    return QIcon(pixmap(name, colour, size))


def pixmap(name: str, colour: str, size: int = ICON, scale: float = 2.0) -> QPixmap:
    """Return the icon as a picture, drawn at `scale` for dense screens."""
    source = (resources_dir() / "icons" / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
