"""The delegation as a note lists it, to look at: role, name, and below it the functional title."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ccmdesk.domain.delegation import Delegate, Role, in_listing_order
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import role_name
from ccmdesk.ui.tokens import L, S
from ccmdesk.ui.widgets.text import hairline, label


class NoteDelegation(QWidget):
    """A small table; with `most` the rest is counted in one line."""

    def __init__(self, most: int = 0) -> None:
        super().__init__()
        self._most = most
        self.delegates: tuple[Delegate, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._column.addWidget(self._body)

    def show_delegates(self, delegates: Sequence[Delegate]) -> None:
        """Show another delegation; the same again changes nothing."""
        listed = in_listing_order(delegates)
        if listed == self.delegates:
            return
        self.delegates = listed
        self._column.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = self._table(listed)
        self._column.addWidget(self._body)

    def _table(self, delegates: Sequence[Delegate]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        shown = delegates[: self._most] if self._most else delegates
        for position, delegate in enumerate(shown):
            grid.addWidget(hairline(), 2 * position, 0, 1, 2)
            role = label(role_name(delegate.role), "strong" if delegate.role is Role.HEAD else "")
            grid.addWidget(role, 2 * position + 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(_person(delegate), 2 * position + 1, 1)
        grid.addWidget(hairline(), 2 * len(shown), 0, 1, 2)
        last = 2 * len(shown) + 1
        if not delegates:
            nobody = tr("Nobody is in the delegation yet; a note needs its head at least.")
            grid.addWidget(label(nobody, "muted", wrap=True), last, 0, 1, 2)
        elif len(shown) < len(delegates):
            rest = tr("and {count} more, as on the paper", count=len(delegates) - len(shown))
            grid.addWidget(label(rest, "small"), last, 1)
        return table


def _person(delegate: Delegate) -> QVBoxLayout:
    person = delegate.person
    column = QVBoxLayout()
    column.setSpacing(S // 4)
    column.addWidget(label(person.printed_name(), "strong", wrap=True))
    if person.functional_title:
        column.addWidget(label(person.functional_title, "small", wrap=True))
    return column
