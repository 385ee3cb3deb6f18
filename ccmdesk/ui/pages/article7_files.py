"""The files that go with a form: added by button or dropped, opened, taken out again."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.article7 import FormFile
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.report_words import size_words
from ccmdesk.ui.tokens import XS, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.text import label


class FormFiles(QWidget):
    """Lists files.

    Signals: `added` (paths), `opened` and `removed` (FormFile).
    """

    added = Signal(object)
    opened = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Files"))
        self.files: tuple[FormFile, ...] = ()
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(XS)
        self.none = label(
            tr("No file yet. What is dropped here goes with the report, inside its PDF."),
            "small",
            wrap=True,
        )
        self._column.addWidget(self.none)
        self.add = button(tr("Add files…"), self.ask, kind="quiet", icon_name="paperclip")
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_files(self, files: Sequence[FormFile]) -> None:
        """Show other files."""
        if tuple(files) == self.files:
            return
        self.files = tuple(files)
        for former in self.rows:
            self._column.removeWidget(former)
            former.hide()
            former.deleteLater()
        self.rows = [self._row(each) for each in files]
        for position, row in enumerate(self.rows):
            self._column.insertWidget(position, row)
        self.none.setVisible(not files)

    def ask(self) -> QFileDialog:
        """Ask for files."""
        box = QFileDialog(self, tr("Files that go with the report"))
        box.setFileMode(QFileDialog.FileMode.ExistingFiles)
        box.setNameFilters(
            [
                tr("Papers, pictures and sheets (*.pdf *.png *.jpg *.jpeg *.csv *.xlsx *.docx)"),
                tr("All files (*)"),
            ]
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.filesSelected.connect(lambda names: self.added.emit([Path(each) for each in names]))
        box.open()
        return box

    def take_drops_of(self, part: QWidget) -> None:
        """Take files dropped anywhere on a part of the window, not only on the list of them."""
        part.setAcceptDrops(True)
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):
            if event.type() is QEvent.Type.Drop:
                self.dropEvent(event)
            elif event.mimeData().hasUrls():
                event.acceptProposedAction()
            return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.added.emit(paths)

    def _row(self, file: FormFile) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(S)
        line.addWidget(_quiet(file.name, lambda: self.opened.emit(file), tr("Open “{name}”")))
        line.addWidget(label(size_words(file.size), "small"))
        line.addStretch()
        line.addWidget(
            button(
                "",
                lambda: self.removed.emit(file),
                kind="quiet",
                icon_name="x",
                tip=tr("Take “{name}” out", name=file.name),
            )
        )
        return row


def _quiet(name: str, act: Callable[[], object], tip: str) -> QWidget:
    shown = name if len(name) <= 44 else f"{name[:30]}…{name[-12:]}"
    result = button(shown.replace("&", "&&"), act, kind="quiet", icon_name="paperclip")
    result.setToolTip(tip.format(name=name))
    result.setAccessibleName(tip.format(name=name))
    return result
