"""Completes a name by any part of any of its names, marks and case aside."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from ccmdesk.services.search_text import folded

_SOUGHT = int(Qt.ItemDataRole.UserRole)


def plain(name: str) -> str:
    """Return the name as it is compared: no marks, no case, and one kind of apostrophe."""
    return folded(" ".join(name.split()).replace("’", "'"))


class NameCompleter(QCompleter):
    """Offers the first name of each row whose names hold what was typed."""

    def __init__(self, names: Iterable[tuple[str, ...]], parent: QObject) -> None:
        super().__init__(parent)
        rows = QStandardItemModel(self)
        for each in names:
            item = QStandardItem(each[0])
            item.setData("\n".join(plain(name) for name in each), _SOUGHT)
            rows.appendRow(item)
        self.setModel(rows)
        self.setCompletionRole(_SOUGHT)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = self.popup()
        assert popup is not None
        popup.setObjectName("suggestions")

    def splitPath(self, path: str) -> list[str]:
        return [plain(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole))
