"""The paper: a PDF shown as it will be printed, white in every theme, without a flicker."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pdf_pictures import PagePictures, draw_pages
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.sheets import PIXELS_PER_POINT, Sheets
from ccmdesk.ui.widgets.text import label

_PAPERS = {"A4": (595, 842), "Letter": (612, 792)}


class Paper(QWidget):
    """Shows PDF bytes, all pages below each other, fitted to the width at first."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        self._head = head = QHBoxLayout()
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
        self._document: QPdfDocument | None = None
        self._buffer: QBuffer | None = None
        self._sizes: tuple[QSizeF, ...] = ()
        self.bytes = b""
        self._tell()
        for keys, step in (("Ctrl++", 1.2), ("Ctrl+=", 1.2), ("Ctrl+-", 1 / 1.2), ("Ctrl+0", 0.0)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._on_zoom(step))

    def show_pdf(self, data: bytes, drawn: PagePictures | None = None) -> None:
        """Show other bytes at the same place; the same bytes again change nothing.

        `drawn` are their pictures where they were drawn aside already.
        """
        self.fault.hide()
        if data == self.bytes:
            return
        drawn = drawn or draw_pages(data, self.view.wanted())
        if drawn is None:
            self.show_fault(tr("This paper cannot be shown; open it in another program."))
            return
        self._let_go()
        self.bytes, self._sizes = data, drawn.sizes
        self.view.show_pages(drawn, lambda page, size: self.document.render(page, size))
        self._tell()

    def add_button(self, more: QPushButton) -> None:
        """Add a button beside the one that fits the page."""
        self._head.insertWidget(self._head.count() - 1, more)

    def show_fault(self, sentence: str) -> None:
        """Say above the paper why it is not the newest one."""
        self.fault.setText(sentence)
        self.fault.show()

    @property
    def pages(self) -> int:
        """Return the number of pages shown."""
        return len(self._sizes)

    @property
    def document(self) -> QPdfDocument:
        """Return the paper shown, opened when its words or other pictures are first asked for."""
        if self._document is None:
            self._buffer = QBuffer(self)
            self._buffer.setData(QByteArray(self.bytes))
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document = QPdfDocument(self)
            self._document.load(self._buffer)
        return self._document

    def text(self) -> str:
        """Return the words on the paper, as they can be copied from it."""
        return "\n".join(self.document.getAllText(page).text() for page in range(self.pages))

    def _let_go(self) -> None:
        for each in (self._document, self._buffer):
            if each is not None:
                each.deleteLater()
        self._document = self._buffer = None

    def _tell(self) -> None:
        whole = self.view.whole_page and self.view.zoom is None
        self.fit.setText(tr("Fit width") if whole or self.view.zoom else tr("Whole page"))
        if not self._sizes:
            self.caption.setText(tr("The paper is being set"))
            return
        where = tr("Page {page} of {pages}", page=self.view.current_page() + 1, pages=self.pages)
        size = self._sizes[0]
        name = next(
            (
                name
                for name, (width, height) in _PAPERS.items()
                if abs(size.width() - width) < 2 and abs(size.height() - height) < 2
            ),
            "",
        )
        percent = f"{round(self.view.scale() / PIXELS_PER_POINT * 100)} %"
        self.caption.setText(" · ".join(part for part in (where, name, percent) if part))

    def _on_fit(self) -> None:
        fitted_to_width = self.view.zoom is None and not self.view.whole_page
        self.view.set_zoom(None, whole_page=fitted_to_width)

    def _on_zoom(self, step: float) -> None:
        now = self.view.scale() / PIXELS_PER_POINT
        self.view.set_zoom(now * step if step else None)
