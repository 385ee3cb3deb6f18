"""Sheets of paper below each other, drawn when they come into sight."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from ccmdesk.ui import theme
from ccmdesk.ui.pdf_pictures import PagePictures, PictureKey, key_of
from ccmdesk.ui.tokens import FIELD_CORNER, M

# Points to pixels at 100 per cent, as screens are reckoned.
PIXELS_PER_POINT = 96 / 72
_SMALLEST, _LARGEST = 0.25, 4.0
_WIDEST_FITTED = 1100
_PICTURES_KEPT = 12


class Sheets(QAbstractScrollArea):
    """The pages of a PDF below each other, drawn when they come into sight.

    QPdfView forgets its picture and its place whenever another document is loaded; here the old
    picture stands until the new one is drawn.

    Signals: `moved` when another page is in sight, `painted` after each paint.
    """

    moved = Signal()
    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sizes: tuple[QSizeF, ...] = ()
        self.zoom: float | None = None
        self.whole_page = False
        self._places: list[QRect] = []
        self._pictures: dict[PictureKey, QImage] = {}
        self._draw: Callable[[int, QSize], QImage] | None = None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(32)
        self.horizontalScrollBar().setSingleStep(32)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit())
        self.viewport().setAutoFillBackground(False)
        self._dress()

    def show_pages(self, drawn: PagePictures, draw: Callable[[int, QSize], QImage]) -> None:
        """Show other pages at the same place; `draw` gives pictures not drawn yet."""
        self._draw = draw
        self._pictures = dict(drawn.pictures)
        if drawn.sizes != self.sizes:
            self.sizes = drawn.sizes
            self._lay_out()
        self.viewport().update()

    def wanted(self) -> list[tuple[int, QSize]]:
        """Return the pages in sight with the size of their pictures in pixels."""
        view = self.viewport().rect().translated(0, self.verticalScrollBar().value())
        return [
            (page, self._pixels(place.size()))
            for page, place in enumerate(self._places)
            if place.top() <= view.bottom() and place.bottom() >= view.top()
        ]

    def set_zoom(self, zoom: float | None, *, whole_page: bool = False) -> None:
        """Show pages at `zoom` (1.0 is life size), or fitted to the width or height for None."""
        self.zoom = None if zoom is None else min(max(zoom, _SMALLEST), _LARGEST)
        self.whole_page = whole_page
        self._lay_out()
        self.viewport().update()

    def current_page(self) -> int:
        """Return the page, from 0, that stands in the upper half of the view."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        for page, place in enumerate(self._places):
            if place.bottom() >= middle:
                return page
        return max(len(self._places) - 1, 0)

    def scale(self) -> float:
        """Return pixels per point as pages are drawn now."""
        if self.zoom is not None:
            return self.zoom * PIXELS_PER_POINT
        widest, tallest = 595.0, 842.0
        for size in self.sizes:
            widest, tallest = max(widest, size.width()), max(tallest, size.height())
        # The room beside the scroll bar counts always, so that it never comes and goes.
        bar = self.verticalScrollBar().sizeHint().width()
        room = min(self.maximumViewportSize().width() - bar - 2 * M, _WIDEST_FITTED)
        scale = max(room, 80) / widest
        if self.whole_page:
            scale = min(scale, max(self.maximumViewportSize().height() - 2 * M, 80) / tallest)
        return scale

    def _lay_out(self) -> None:
        scale, top, width = self.scale(), M, 0
        self._places = []
        for size in self.sizes:
            box = QRect(0, top, round(size.width() * scale), round(size.height() * scale))
            self._places.append(box)
            top, width = box.bottom() + 1 + M, max(width, box.width())
        view = self.viewport().size()
        vertical, across = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, top - view.height()))
        vertical.setPageStep(max(view.height() - 2 * M, 1))
        across.setRange(0, max(0, width + 2 * M - view.width()))
        across.setPageStep(max(view.width(), 1))
        self.moved.emit()

    def _pixels(self, size: QSize) -> QSize:
        return size * self.devicePixelRatioF()

    def _picture(self, page: int, size: QSize) -> QImage:
        pixels = self._pixels(size)
        key = key_of(page, pixels)
        if key not in self._pictures:
            if len(self._pictures) > _PICTURES_KEPT:
                self._pictures.clear()
            assert self._draw is not None
            self._pictures[key] = self._draw(page, pixels)
        picture = self._pictures[key]
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        return picture

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        colours = theme.palette()
        wanted = (
            f"Sheets {{ background: {colours.window}; border: 2px solid transparent;"
            f" border-radius: {FIELD_CORNER}px; }}"
            f"Sheets:focus {{ border-color: {colours.accent}; }}"
        )
        if wanted != self.styleSheet():
            self.setStyleSheet(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        view = self.viewport().rect()
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.setPen(QPen(QColor(theme.palette().line), 1))
        for page, place in enumerate(self._places):
            x = (
                M - left
                if place.width() + 2 * M > view.width()
                else (view.width() - place.width()) // 2
            )
            shown = QRect(x, place.top() - top, place.width(), place.height())
            if shown.intersects(view):
                # The pages have no ground of their own.
                painter.fillRect(shown, Qt.GlobalColor.white)
                painter.drawImage(shown.topLeft(), self._picture(page, place.size()))
                painter.drawRect(shown.adjusted(-1, -1, 0, 0))
        painter.end()
        self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 1.1 if event.angleDelta().y() > 0 else 1 / 1.1
            self.set_zoom(self.scale() / PIXELS_PER_POINT * step)
        else:
            super().wheelEvent(event)
