"""A comparison of two texts on screen: what went is struck out, what came is underlined."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from ccmdesk.services.note_comparison import ComparedParagraph, Piece, PieceKind
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import L, M, S, Tone


class RedLine(QTextBrowser):
    """Compared paragraphs below each other under the names of their places."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Comparison of two versions"))
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(L)
        self.paragraphs: tuple[ComparedParagraph, ...] = ()

    def show_compared(self, paragraphs: Sequence[ComparedParagraph]) -> None:
        """Show another comparison."""
        self.paragraphs = tuple(paragraphs)
        self.clear()
        cursor = QTextCursor(self.document())
        place = ""
        for paragraph in paragraphs:
            if paragraph.place != place:
                place = paragraph.place
                self._begin(cursor, M if cursor.position() else 0)
                cursor.insertText(place, self._heading())
            self._begin(cursor, S)
            for piece in paragraph.pieces:
                cursor.insertText(piece.text, self._format(piece))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _begin(self, cursor: QTextCursor, above: int) -> None:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if cursor.position():
            cursor.insertBlock(block)
        else:
            cursor.setBlockFormat(block)

    def _heading(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(theme.palette().muted))
        form.setFontWeight(QFont.Weight.DemiBold)
        form.setFontPointSize(self.font().pointSizeF() * 0.87)
        return form

    def _format(self, piece: Piece) -> QTextCharFormat:
        colours = theme.palette()
        form = QTextCharFormat()
        form.setForeground(QColor(colours.ink))
        form.setFontPointSize(self.font().pointSizeF())
        if piece.kind is PieceKind.INSERTED:
            form.setForeground(QColor(colours.ok))
            form.setBackground(QColor(colours.soft_of(Tone.OK)))
            form.setFontUnderline(True)
        elif piece.kind is PieceKind.DELETED:
            form.setForeground(QColor(colours.danger))
            form.setBackground(QColor(colours.soft_of(Tone.DANGER)))
            form.setFontStrikeOut(True)
        return form
