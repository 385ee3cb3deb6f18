"""What each column of an imported list holds, as boxes to choose from."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ccmdesk.domain.delegation import Role
from ccmdesk.services.people_import import FIELDS, Sheet
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import ROLE_WORDS
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.scroll import scrolling

_LETTERS = 21
"""How wide a box is, in letters of the usual width."""
_ROWS_AT_MOST = 2
_LONGEST_NAME = 24
_WORDS = {
    "role": "Role",
    "style": "Style",
    "full_name": "Whole name",
    "given_names": "Given names",
    "family_name": "Family name",
    "functional_title": "Functional title",
    "rank": "Rank",
    "organization": "Organization",
    "place": "Place",
    "email": "E-mail",
    "phone": "Phone",
    "gender": "Gender",
}


class ImportColumns(QWidget):
    """One box for each column; with roles one more for the rows that tell none.

    Signals: `changed` when the officer chooses something else.
    """

    changed = Signal()

    def __init__(self, *, with_roles: bool) -> None:
        super().__init__()
        self._with_roles = with_roles
        self.boxes: list[QComboBox] = []
        self._role: QComboBox | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(QWidget())
        self._area.setAccessibleName(tr("What the columns hold"))
        column.addWidget(self._area)

    def show_sheet(self, sheet: Sheet, guess: Mapping[int, str], *, headed: bool) -> None:
        """Show the columns of a list; `headed` tells that its first row names them."""
        content = QWidget()
        content.setObjectName("content")
        flow = Flow(content)
        self.boxes = []
        fields = [each for each in FIELDS if self._with_roles or each != "role"]
        options = [("", tr("left out")), *((each, tr(_WORDS[each])) for each in fields)]
        for column in range(sheet.width):
            box = choice(options)
            box.setCurrentIndex(max(box.findData(guess.get(column, "")), 0))
            self.boxes.append(box)
            first = next((row[column] for row in sheet.rows if row[column]), "")
            name = tr("Column {number}", number=column + 1)
            if headed:
                name = first or name
            elif first:
                name = f"{name}: {first}"
            self._add(flow, name, box)
        if self._with_roles:
            self._role = choice((str(role), tr(words)) for role, words in ROLE_WORDS.items())
            self._role.setCurrentIndex(self._role.findData(str(Role.REPRESENTATIVE)))
            self._add(flow, tr("Role where none is told"), self._role)
        self._area.setWidget(content)
        self._fit()

    def mapping(self) -> dict[int, str]:
        """Return what each column holds, columns left out not among them."""
        return {
            column: str(box.currentData())
            for column, box in enumerate(self.boxes)
            if box.currentData()
        }

    def usual_role(self) -> Role:
        """Return the role of the rows that tell none."""
        return Role(self._role.currentData()) if self._role is not None else Role.REPRESENTATIVE

    def _add(self, flow: Flow, name: str, box: QComboBox) -> None:
        cut = name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
        field = Field(cut, box)
        field.setToolTip(name)
        field.setFixedWidth(self._field_width())
        box.activated.connect(lambda _: self.changed.emit())
        flow.addWidget(field)

    def _fit(self) -> None:
        """Take the height the columns need, and scroll them where they are many."""
        content = self._area.widget()
        flow = content.layout() if content is not None else None
        if flow is not None:
            needed = flow.heightForWidth(max(self.width() - 20, self._field_width())) + 4
            rows = _ROWS_AT_MOST * (3 * self.fontMetrics().height() + 24)
            self._area.setFixedHeight(min(needed, rows))

    def _field_width(self) -> int:
        return _LETTERS * self.fontMetrics().averageCharWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
