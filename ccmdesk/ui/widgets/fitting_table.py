"""A table that leaves out its lesser columns where the window is narrow."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QResizeEvent

from ccmdesk.ui.widgets.data_table import Column, DataTable

# The width of an average letter at the usual size of text.
_USUAL_LETTER = 8


class FittingTable(DataTable):
    """A `DataTable` whose columns named in `needed` are hidden below that width.

    The widths are pixels at the usual size of text and grow with it.
    """

    def __init__(self, columns: Sequence[Column], name: str, needed: Mapping[int, int]) -> None:
        super().__init__(columns, name)
        self._needed = dict(needed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for column, width in self._needed.items():
            self.setColumnHidden(column, self.width() < width * letter / _USUAL_LETTER)
        super().resizeEvent(event)
