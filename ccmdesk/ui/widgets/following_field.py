"""A field that follows the data until it is typed over, and finds the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.growing_text import GrowingText


class FollowingField(Field):
    """A text field whose text comes from the data; typed over, it offers a link `back`.

    Signals: `typed` when the officer changed the text or went back.
    """

    typed = Signal()

    def __init__(
        self,
        text: str,
        editor: QLineEdit | GrowingText,
        *,
        name: str,
        back: str,
        help: str = "",
    ) -> None:
        super().__init__(text, editor, name=name, help=help)
        self._text = editor
        self._followed = ""
        self.back = button(back, self.go_back, kind="quiet", icon_name="undo-2")
        self.back.setAccessibleName(f"{text}: {back}")
        self.back.hide()
        column = self.layout()
        assert column is not None
        column.addWidget(self.back)
        editor.textChanged.connect(self._on_text_changed)

    def text(self) -> str:
        """Return what the field shows."""
        if isinstance(self._text, QLineEdit):
            return _as_edited(self._text.text())
        return _as_edited(self._text.toPlainText())

    def typed_over(self) -> str | None:
        """Return what was typed instead of the followed text, or None while it follows."""
        return None if self.text() == _as_edited(self._followed) else self.text()

    def show_text(self, followed: str, typed: str | None) -> None:
        """Show what was typed, or else the text that is followed, without a signal."""
        self._followed = followed
        self._put(followed if typed is None else typed)
        self._tell()

    def follow(self, followed: str) -> None:
        """Follow another text; what was typed over stays."""
        self.show_text(followed, self.typed_over())

    def go_back(self) -> None:
        """Follow the data again."""
        had_focus = self.back.hasFocus()
        self._put(self._followed)
        self._tell()
        if had_focus:
            self._text.setFocus()
        self.typed.emit()

    def _put(self, text: str) -> None:
        if _as_edited(text) == self.text():
            return
        self._text.blockSignals(True)
        if isinstance(self._text, QLineEdit):
            self._text.setText(text)
            self._text.setCursorPosition(0)
        else:
            self._text.setPlainText(text)
            self._text.fit()
        self._text.blockSignals(False)

    def _tell(self) -> None:
        # Where the data say nothing there is nothing to go back to.
        offered = self.typed_over() is not None and bool(self._followed.strip())
        if offered == self.back.isHidden():
            self.back.setVisible(offered)

    def _on_text_changed(self) -> None:
        self._tell()
        self.typed.emit()


def _as_edited(text: str) -> str:
    # A field for several lines gives spaces back where no-break spaces were put in.
    return text.replace("\u00a0", " ")
