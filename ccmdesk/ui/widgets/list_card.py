"""A card with a list: rows, hairlines between them, or one sentence while there are none."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ccmdesk.ui.tokens import XS, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.list_row import ListRow
from ccmdesk.ui.widgets.text import hairline, label


class ListCard(Card):
    """A card with rows, hairlines between them, or one sentence while there are none."""

    def __init__(self, title: str, link: str, act: Callable[[], object]) -> None:
        super().__init__(title, button(link, act, kind="quiet"))
        self.first_row: ListRow | None = None
        self._air = S
        self.body.setSpacing(0)
        # The rows have a margin of their own inside, for the ring of the keyboard.
        self.body.setContentsMargins(S, M, S, S)
        self.head.setContentsMargins(S, 0, S, XS)
        self.under = label("", "small", wrap=True)
        self.under.setContentsMargins(S, 0, S, XS)
        self.under.hide()
        self.body.addWidget(self.under)
        self._rows = QWidget()
        self.body.addWidget(self._rows)
        self.body.addStretch()

    def set_air(self, pixels: int) -> None:
        """Give the rows more or less room above and below their words."""
        self._air = pixels
        for row in self._rows.findChildren(ListRow):
            row.set_air(pixels)

    def show_rows(
        self,
        rows: Sequence[ListRow],
        empty: str,
        first_step: QPushButton | None = None,
        *,
        under: str = "",
    ) -> None:
        """Show rows, or the sentence `empty` with the button that makes the first.

        `under` is a sentence on the rows, below the title.
        """
        self.under.setText(under)
        self.under.setVisible(bool(under))
        self.first_row = rows[0] if rows else None
        position = self.body.indexOf(self._rows)
        self.body.removeWidget(self._rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for number, row in enumerate(rows):
            if number:
                line = QHBoxLayout()
                line.setContentsMargins(S, 0, S, 0)
                line.addWidget(hairline())
                column.addLayout(line)
            row.set_air(self._air)
            column.addWidget(row)
        if not rows:
            column.setContentsMargins(S, S, S, M)
            column.setSpacing(M)
            column.addWidget(label(empty, "muted", wrap=True))
            if first_step is not None:
                column.addWidget(first_step, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.insertWidget(position, self._rows)
