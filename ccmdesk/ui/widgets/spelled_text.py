"""A text field that marks words spelt wrong and offers other spellings in its menu."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QMenu

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.services.spelling import Speller
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.widgets.growing_text import GrowingText


class SpelledText(GrowingText):
    """A field of several lines; without a speller it is a plain one."""

    def __init__(
        self, text: str = "", *, least: int = 2, most: int = 12, one_line: bool = False
    ) -> None:
        super().__init__(text, least=least, most=most, one_line=one_line)
        self._speller: Speller | None = None
        self._marks: SpellMarks | None = None
        self.cursorPositionChanged.connect(self._on_cursor)

    def set_speller(self, speller: Speller | None) -> None:
        """Mark the words by this speller from now on, or none."""
        if speller is None and self._marks is None:
            return
        self._speller = speller
        with self._unsaid():
            if self._marks is None:
                self._marks = SpellMarks(self.document(), self)
            self._marks.speller = speller
            self._marks.rehighlight()

    def wrong_words(self) -> list[str]:
        """Return the words that are marked."""
        if self._speller is None:
            return []
        text = self.toPlainText()
        return [text[start : start + length] for start, length in self._speller.wrong(text)]

    def spelling_menu(self, cursor: QTextCursor) -> QMenu:
        """Return the menu for the place of a cursor: other spellings above the usual acts."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        word = self._wrong_word_at(cursor)
        usual = menu.actions()
        if word is None or self._speller is None or not usual:
            return menu
        first = usual[0]
        wrong, suggestions = word.selectedText(), self._speller.suggestions(word.selectedText())
        for suggestion in suggestions:
            act = menu.addAction(suggestion)
            act.triggered.connect(partial(self._replace, word, suggestion))
            font = act.font()
            font.setBold(True)
            act.setFont(font)
            menu.insertAction(first, act)
        if not suggestions:
            nothing = menu.addAction(tr("No other spelling is known"))
            nothing.setEnabled(False)
            menu.insertAction(first, nothing)
        add = menu.addAction(tr("Add “{word}” to the mission’s words", word=wrong))
        add.triggered.connect(partial(self._add, wrong))
        menu.insertAction(first, add)
        menu.insertSeparator(first)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_keyboard else self.cursorForPosition(event.pos())
        place = (
            self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            if by_keyboard
            else event.globalPos()
        )
        self.spelling_menu(cursor).popup(place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark_what_was_spared()

    def _on_cursor(self) -> None:
        if self._marks is not None and self._marks.spared not in (None, self.word_being_typed()):
            self._mark_what_was_spared()

    def _mark_what_was_spared(self) -> None:
        if self._marks is not None and self._marks.spared is not None:
            block = self.document().findBlock(self._marks.spared)
            self._marks.spared = None
            if block.isValid():
                with self._unsaid():
                    self._marks.rehighlightBlock(block)

    def word_being_typed(self) -> int | None:
        """Return the place where the keys go; the word that ends there is not judged yet."""
        return self.textCursor().position() if self.hasFocus() else None

    def _wrong_word_at(self, cursor: QTextCursor) -> QTextCursor | None:
        if self._speller is None:
            return None
        block = cursor.block()
        place = cursor.position() - block.position()
        for start, length in self._speller.wrong(block.text()):
            if start <= place <= start + length:
                found = QTextCursor(block)
                found.setPosition(block.position() + start)
                found.setPosition(
                    block.position() + start + length, QTextCursor.MoveMode.KeepAnchor
                )
                return found
        return None

    def _replace(self, word: QTextCursor, spelling: str) -> None:
        word.insertText(spelling)

    def _add(self, word: str) -> None:
        if self._speller is None or self._marks is None:
            return
        try:
            self._speller.add(word)
        except CcmDeskError as error:
            self.setToolTip(error.message)
        with self._unsaid():
            self._marks.rehighlight()

    @contextmanager
    def _unsaid(self) -> Iterator[None]:
        # To mark words is no change of the text.
        before = self.blockSignals(True)
        try:
            yield
        finally:
            self.blockSignals(before)


class SpellMarks(QSyntaxHighlighter):
    """Underlines words in the colour of danger, as a wave."""

    def __init__(self, document: QTextDocument, field: SpelledText) -> None:
        super().__init__(document)
        self._field = field
        self.speller: Speller | None = None
        self.spared: int | None = None

    def highlightBlock(self, text: str) -> None:
        if self.speller is None or not text:
            return
        mark = QTextCharFormat()
        mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        mark.setUnderlineColor(QColor(theme.palette().danger))
        typing, begin = self._field.word_being_typed(), self.currentBlock().position()
        for start, length in self.speller.wrong(text):
            if typing is not None and begin + start + length == typing:
                self.spared = typing
                continue
            self.setFormat(start, length, mark)
