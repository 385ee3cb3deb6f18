"""A table that leaves out its lesser columns where the window is narrow."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QResizeEvent

from ccmdesk.ui.widgets.data_table import Column, DataTable


class FittingTable(DataTable):
    """A `DataTable` whose columns named in `needed` are hidden below that width in pixels."""

    def __init__(self, columns: Sequence[Column], name: str, needed: Mapping[int, int]) -> None:
        super().__init__(columns, name)
        self._needed = dict(needed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, width in self._needed.items():
            self.setColumnHidden(column, self.width() < width)
        super().resizeEvent(event)
