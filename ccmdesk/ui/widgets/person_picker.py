"""A field that finds a person while the name is typed."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from ccmdesk.domain.person import Person
from ccmdesk.services.search_text import matches
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.icons import icon
from ccmdesk.ui.tokens import FIELD_CORNER, ROW_HEIGHT

SHOWN_AT_MOST = 8
_PERSON = Qt.ItemDataRole.UserRole


class PersonPicker(QLineEdit):
    """Type a part of a name, move with the arrows, take with Enter.

    Signals: `picked` (Person), and `new_wanted` (the name typed) for somebody who is not known.
    """

    picked = Signal(object)
    new_wanted = Signal(str)

    def __init__(self, placeholder: str, new_words: str) -> None:
        super().__init__()
        self._people: list[Person] = []
        self._taken: frozenset[int] = frozenset()
        self._new_words = new_words
        self.setPlaceholderText(placeholder)
        self._sign = self.addAction(
            icon("user-plus", theme.palette().muted), QLineEdit.ActionPosition.LeadingPosition
        )
        self.suggestions = QListWidget(self)
        self.suggestions.setFrameShape(QFrame.Shape.NoFrame)
        self.suggestions.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.suggestions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.suggestions.setAccessibleName(placeholder)
        self.suggestions.hide()
        self.suggestions.itemClicked.connect(self._take)
        self.textEdited.connect(lambda _text: self._suggest())

    def offer(self, people: Sequence[Person], taken: Collection[int]) -> None:
        """Set who can be picked; the ids `taken` are shown but cannot be picked again."""
        self._people, self._taken = list(people), frozenset(taken)
        if self.suggestions.isVisible():
            self._suggest()

    def _suggest(self) -> None:
        text = self.text().strip()
        self.suggestions.clear()
        if not text:
            self.suggestions.hide()
            return
        found = [
            person
            for person in self._people
            if matches(text, person.full_name, person.functional_title, person.organization)
        ]
        for person in found[:SHOWN_AT_MOST]:
            words = ", ".join(
                part
                for part in (person.printed_name(capitals=False), person.functional_title)
                if part
            )
            if person.id in self._taken:
                words = tr("{name} · in the list already", name=words)
            self._add(words, person)
        self._add(self._new_words.replace("{name}", text), None)
        free = [row for row in range(self.suggestions.count()) if self._is_free(row)]
        self.suggestions.setCurrentRow(free[0])
        self._stand_below()

    def _add(self, words: str, person: Person | None) -> None:
        item = QListWidgetItem(words)
        item.setData(_PERSON, person)
        item.setSizeHint(QSize(0, ROW_HEIGHT - 4))
        if person is not None and person.id in self._taken:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setForeground(QColor(theme.palette().muted))
        self.suggestions.addItem(item)

    def _is_free(self, row: int) -> bool:
        return bool(self.suggestions.item(row).flags() & Qt.ItemFlag.ItemIsEnabled)

    def _step(self, by: int) -> None:
        free = [row for row in range(self.suggestions.count()) if self._is_free(row)]
        place = free.index(self.suggestions.currentRow()) + by
        self.suggestions.setCurrentRow(free[place % len(free)])

    def _stand_below(self) -> None:
        window = self.window()
        if self.suggestions.parentWidget() is not window:
            self.suggestions.setParent(window)
            window.installEventFilter(self)
        self.suggestions.setStyleSheet(_style())
        corner = self.mapTo(window, QPoint(0, self.height() + 2))
        rows = self.suggestions.count()
        self.suggestions.setGeometry(
            corner.x(), corner.y(), self.width(), rows * (ROW_HEIGHT - 4) + 10
        )
        self.suggestions.show()
        self.suggestions.raise_()

    def _take(self, item: QListWidgetItem) -> None:
        person = item.data(_PERSON)
        name = self.text().strip()
        self.clear()
        self.suggestions.hide()
        if isinstance(person, Person):
            self.picked.emit(person)
        else:
            self.new_wanted.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.suggestions.hide()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = self.suggestions.isVisible()
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not shown:
                self._suggest()
            elif (item := self.suggestions.currentItem()) is not None:
                self._take(item)
        elif shown and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif shown and key == Qt.Key.Key_Escape:
            self.suggestions.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_sign"):
            self._sign.setIcon(icon("user-plus", theme.palette().muted))
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.suggestions.hide()
        super().hideEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.suggestions.hide()
        super().focusOutEvent(event)


def _style() -> str:
    colours = theme.palette()
    chosen = f"background: {colours.accent_soft}; color: {colours.ink};"
    if colours.border_width > 1:
        chosen = f"background: {colours.ink}; color: {colours.surface};"
    return (
        f"QListWidget {{ border: {colours.border_width}px solid {colours.field_line}; "
        f"border-radius: {FIELD_CORNER}px; padding: 3px; }}"
        f"QListWidget::item {{ padding: 0 8px; border-radius: 4px; }}"
        f"QListWidget::item:selected {{ {chosen} }}"
    )
