"""The buttons over a delegation that act on the member chosen, and on the order of all."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ccmdesk.domain.delegation import Delegate, Role, heads, in_listing_order
from ccmdesk.domain.ranks import by_rank
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.delegation_table import DelegationTable


class DelegationActs(QWidget):
    """Move, make head, remove, sort; the same as a menu on the table.

    Signals: `head_wanted`, `remove_wanted`, `open_wanted`, `sort_wanted`.
    """

    head_wanted = Signal()
    remove_wanted = Signal()
    open_wanted = Signal()
    sort_wanted = Signal()

    def __init__(self, table: DelegationTable) -> None:
        super().__init__()
        self._table = table
        self.up = button(
            "", lambda: table.step(-1), icon_name="arrow-up", tip=tr("Move up (Alt+Up)")
        )
        self.down = button(
            "", lambda: table.step(1), icon_name="arrow-down", tip=tr("Move down (Alt+Down)")
        )
        self.head = button(tr("Make head of delegation"), self.head_wanted.emit, icon_name="flag")
        self.remove = button(
            tr("Remove"), self.remove_wanted.emit, icon_name="trash-2", tip=tr("Remove (Delete)")
        )
        self.sort = button(
            tr("Sort by rank"),
            self.sort_wanted.emit,
            kind="quiet",
            tip=tr("By role, and by rank within a role; the order by hand can be changed again"),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        for each in (self.up, self.down, self.head, self.remove):
            row.addWidget(each)
        row.addStretch()
        row.addWidget(self.sort)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)

    def show_what_can_be_done(self, delegates: Sequence[Delegate]) -> None:
        """Offer what fits the member chosen and the order of the list."""
        chosen = self._table.chosen()
        row = self._table.currentIndex().row()
        first = 1 if len(heads(delegates)) == 1 else 0
        self.head.setEnabled(chosen is not None and chosen.role is not Role.HEAD)
        self.remove.setEnabled(chosen is not None)
        free = chosen is not None and row >= first
        self.up.setEnabled(free and row > first)
        self.down.setEnabled(free and row < len(delegates) - 1)
        self.sort.setEnabled(in_listing_order(by_rank(delegates)) != tuple(delegates))

    def _open_menu(self, spot: QPoint) -> None:
        if self._table.chosen() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Change the role"), self._table.edit_role)
        for each, words in (
            (self.head, tr("Make head of delegation")),
            (self.up, tr("Move up")),
            (self.down, tr("Move down")),
            (self.remove, tr("Remove")),
        ):
            menu.addAction(words, each.click).setEnabled(each.isEnabled())
        menu.addAction(tr("Open the person"), self.open_wanted.emit)
        menu.popup(self._table.viewport().mapToGlobal(spot))
