"""The paper: a PDF shown as it will be printed, white in every theme, without a flicker."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import FIELD_CORNER, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.text import label

# Points to pixels at 100 per cent, as screens are reckoned.
_PIXELS_PER_POINT = 96 / 72
_SMALLEST, _LARGEST = 0.25, 4.0
_WIDEST_FITTED = 1100
_PAPERS = {"A4": (595, 842), "Letter": (612, 792)}


class Sheets(QAbstractScrollArea):
    """The pages of a PDF below each other, drawn when they come into sight.

    QPdfView forgets its picture and its place whenever another document is loaded; here the old
    picture stands until the new one is drawn. Signals: `moved` when another page is in sight.
    """

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.document: QPdfDocument | None = None
        self.zoom: float | None = None
        self.whole_page = False
        self._places: list[QRect] = []
        self._pictures: dict[tuple[int, int], QPixmap] = {}
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(32)
        self.horizontalScrollBar().setSingleStep(32)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit())
        colours = theme.palette()
        self.setStyleSheet(
            f"Sheets {{ background: {colours.window}; border: 2px solid transparent;"
            f" border-radius: {FIELD_CORNER}px; }}"
            f"Sheets:focus {{ border-color: {colours.accent}; }}"
        )
        self.viewport().setAutoFillBackground(False)

    def show_document(self, document: QPdfDocument) -> None:
        """Show other pages at the same place."""
        self.document = document
        self._pictures.clear()
        self._lay_out()
        self.viewport().update()

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
            return self.zoom * _PIXELS_PER_POINT
        widest, tallest = 595.0, 842.0
        for size in self._sizes():
            widest, tallest = max(widest, size.width()), max(tallest, size.height())
        # The room beside the scroll bar counts always, so that it never comes and goes.
        bar = self.verticalScrollBar().sizeHint().width()
        room = min(self.maximumViewportSize().width() - bar - 2 * M, _WIDEST_FITTED)
        scale = max(room, 80) / widest
        if self.whole_page:
            scale = min(scale, max(self.maximumViewportSize().height() - 2 * M, 80) / tallest)
        return scale

    def _sizes(self) -> list[QSizeF]:
        if self.document is None:
            return []
        return [self.document.pagePointSize(page) for page in range(self.document.pageCount())]

    def _lay_out(self) -> None:
        scale, top, width = self.scale(), M, 0
        self._places = []
        for size in self._sizes():
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

    def _picture(self, page: int, size: QSize) -> QPixmap:
        assert self.document is not None
        density = self.devicePixelRatioF()
        wanted = size * density
        key = (page, wanted.width())
        if key not in self._pictures:
            if len(self._pictures) > 12:
                self._pictures.clear()
            picture = QPixmap(wanted)
            picture.fill(Qt.GlobalColor.white)
            painter = QPainter(picture)
            painter.drawImage(0, 0, self.document.render(page, wanted))
            painter.end()
            picture.setDevicePixelRatio(density)
            self._pictures[key] = picture
        return self._pictures[key]

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
                painter.drawPixmap(shown.topLeft(), self._picture(page, place.size()))
                painter.drawRect(shown.adjusted(-1, -1, 0, 0))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 1.1 if event.angleDelta().y() > 0 else 1 / 1.1
            self.set_zoom(self.scale() / _PIXELS_PER_POINT * step)
        else:
            super().wheelEvent(event)


class Paper(QWidget):
    """Shows PDF bytes, all pages below each other, fitted to the width at first."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        head = QHBoxLayout()
        self.caption = label("", "small")
        self.fit = button("", self._on_fit, kind="quiet")
        head.addWidget(self.caption, 1)
        head.addWidget(self.fit)
        column.addLayout(head)
        self.fault = label("", "error", wrap=True)
        self.fault.hide()
        column.addWidget(self.fault)
        self.view = Sheets()
        self.view.setAccessibleName(tr("The paper as it will be printed"))
        self.view.moved.connect(self._tell)
        column.addWidget(self.view, 1)
        self.document: QPdfDocument | None = None
        self._buffer: QBuffer | None = None
        self.bytes = b""
        self._tell()
        for keys, step in (("Ctrl++", 1.2), ("Ctrl+=", 1.2), ("Ctrl+-", 1 / 1.2), ("Ctrl+0", 0.0)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._on_zoom(step))

    def show_pdf(self, data: bytes) -> None:
        """Show other bytes at the same place; the same bytes again change nothing."""
        self.fault.hide()
        if data == self.bytes:
            return
        buffer = QBuffer(self)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument(self)
        document.load(buffer)
        if document.status() is not QPdfDocument.Status.Ready:
            document.deleteLater()
            buffer.deleteLater()
            self.show_fault(tr("This paper cannot be shown; open it in another program."))
            return
        self.view.show_document(document)
        if self.document is not None:
            self.document.deleteLater()
        if self._buffer is not None:
            self._buffer.deleteLater()
        self.document, self._buffer, self.bytes = document, buffer, data
        self._tell()

    def show_fault(self, sentence: str) -> None:
        """Say above the paper why it is not the newest one."""
        self.fault.setText(sentence)
        self.fault.show()

    @property
    def pages(self) -> int:
        """Return the number of pages shown."""
        return self.document.pageCount() if self.document is not None else 0

    def text(self) -> str:
        """Return the words on the paper, as they can be copied from it."""
        if self.document is None:
            return ""
        return "\n".join(self.document.getAllText(page).text() for page in range(self.pages))

    def _tell(self) -> None:
        whole = self.view.whole_page and self.view.zoom is None
        self.fit.setText(tr("Fit width") if whole or self.view.zoom else tr("Whole page"))
        if self.document is None or not self.pages:
            self.caption.setText(tr("The paper is being set"))
            return
        where = tr("Page {page} of {pages}", page=self.view.current_page() + 1, pages=self.pages)
        size = self.document.pagePointSize(0)
        name = next(
            (
                name
                for name, (width, height) in _PAPERS.items()
                if abs(size.width() - width) < 2 and abs(size.height() - height) < 2
            ),
            "",
        )
        percent = f"{round(self.view.scale() / _PIXELS_PER_POINT * 100)} %"
        self.caption.setText(" · ".join(part for part in (where, name, percent) if part))

    def _on_fit(self) -> None:
        fitted_to_width = self.view.zoom is None and not self.view.whole_page
        self.view.set_zoom(None, whole_page=fitted_to_width)

    def _on_zoom(self, step: float) -> None:
        now = self.view.scale() / _PIXELS_PER_POINT
        self.view.set_zoom(now * step if step else None)
