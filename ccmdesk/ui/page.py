"""What every page of the window shares."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.ui.tokens import XL, L

if TYPE_CHECKING:
    from ccmdesk.services.desk import Desk
    from ccmdesk.ui.shell import Shell


class Page(QWidget):
    """A page: builds itself once, reads its data in `refresh`, opens a target in `show_target`.

    `kinds` are the kinds of change after which the window calls `refresh`.
    """

    kinds: frozenset[str] = frozenset()

    def __init__(self, shell: "Shell") -> None:
        super().__init__()
        self.setObjectName("page")
        self.shell = shell
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(XL, 20, XL, 20)
        self.column.setSpacing(L)

    @property
    def desk(self) -> "Desk":
        """Return the services."""
        return self.shell.desk

    def refresh(self) -> None:
        """Read the data again."""

    def show_target(self, target: object) -> None:
        """Open one thing of the page."""

    def go_home(self) -> None:
        """Go back to what the page began with, such as its list."""

    def take_focus(self) -> None:
        """Put the keyboard where the officer most likely wants it when the page comes up."""

    def leave(self) -> None:
        """Save what is half typed, before another page comes up or the window closes."""
