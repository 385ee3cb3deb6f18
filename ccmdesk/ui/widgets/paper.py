"""The paper: a PDF shown as it will be printed, kept at its place when it is refreshed."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.ui.i18n import tr


class Paper(QWidget):
    """Shows PDF bytes, all pages below each other, fitted to the width."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.view = QPdfView(self)
        self.view.setAccessibleName(tr("The paper as it will be printed"))
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocumentMargins(QMargins(12, 12, 12, 12))
        self.view.setPageSpacing(12)
        self.document = QPdfDocument(self)
        self.view.setDocument(self.document)
        column.addWidget(self.view)
        self._buffer: QBuffer | None = None
        self.bytes = b""

    def show_pdf(self, data: bytes) -> None:
        """Show other bytes; the same bytes again change nothing."""
        if data == self.bytes:
            return
        position = self.view.verticalScrollBar().value()
        buffer = QBuffer(self)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(buffer)
        if self._buffer is not None:
            self._buffer.deleteLater()
        self._buffer, self.bytes = buffer, data
        self.view.verticalScrollBar().setValue(position)

    @property
    def pages(self) -> int:
        """Return the number of pages shown."""
        return self.document.pageCount()
