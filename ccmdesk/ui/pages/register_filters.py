"""What narrows and sorts the register: the search, six boxes, and the order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.note import NoteKind, NoteState
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.services.register import NoteFilter
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import language_name, state_name
from ccmdesk.ui.register_words import (
    PENDING,
    SEALED,
    STATES_OF,
    is_bounded,
    kind_short_name,
    orders,
)
from ccmdesk.ui.tokens import M
from ccmdesk.ui.widgets.buttons import button, tint
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.data_table import DataTable
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.search_field import SearchField

# The main register has no name, and a box needs a word for it that no register can have.
_MAIN = "\0"
_FEWEST_LETTERS = 6


class RegisterFilters(QWidget):
    """The filters of the register.

    Signals: `changed` when a letter was typed or a box changed.
    """

    changed = Signal()

    def __init__(self, table: DataTable) -> None:
        super().__init__()
        self.search = SearchField(tr("Search numbers, names, any text"), table)
        self.search.setMinimumWidth(220)
        self.clear_button = button(tr("Clear the filters"), self.clear, kind="quiet", icon_name="x")
        self.states = _box(
            tr("State"),
            [
                ("", tr("Every state")),
                (PENDING, tr("Not issued yet")),
                (SEALED, tr("In the register")),
                *((str(state), state_name(state)) for state in NoteState),
            ],
        )
        self.states.insertSeparator(3)
        self.kinds = _box(
            tr("Kind"),
            [("", tr("Every kind")), *((str(kind), kind_short_name(kind)) for kind in NoteKind)],
        )
        self.year = _box(tr("Year of the note"), [("", tr("Every year"))])
        self.language = _box(
            tr("Language"),
            [("", tr("Every language")), *((code, language_name(code)) for code in LANGUAGES)],
        )
        self.meeting = _box(tr("Meeting"), [("", tr("Every meeting"))])
        self.series = _box(tr("Register"), [("", tr("Every register"))])
        self.order = _box(tr("Sort by"), orders())
        self.direction = button("", self._turn, kind="", icon_name="arrow-down")
        self._descending = True
        self._lay_out()
        self.search.textChanged.connect(lambda _: self._on_changed())
        for each in self._boxes:
            each.currentIndexChanged.connect(lambda _: self._on_changed())
        self.order.currentIndexChanged.connect(lambda _: self._on_order())
        self._tell()

    def wanted(self) -> NoteFilter:
        """Return what is asked for."""
        kind, year = str(self.kinds.currentData()), str(self.year.currentData())
        series = str(self.series.currentData())
        return NoteFilter(
            states=STATES_OF[str(self.states.currentData())],
            kinds=frozenset({NoteKind(kind)}) if kind else frozenset(),
            year=int(year) if year else None,
            language=str(self.language.currentData()),
            series=None if not series else "" if series == _MAIN else series,
            meeting=str(self.meeting.currentData()),
            search=self.search.text(),
            order=str(self.order.currentData()),
            descending=self._descending,
        )

    def offer(
        self,
        years: Sequence[int],
        meetings: Sequence[tuple[str, str]],
        series: Sequence[str],
    ) -> bool:
        """Offer what the notes can be narrowed by; return whether that changed what is asked."""
        before = self.wanted()
        _fill(self.year, [(str(year), str(year)) for year in years])
        _fill(self.meeting, [(code, code) for code, _ in meetings])
        for place, (_, name) in enumerate(meetings, start=1):
            self.meeting.setItemData(place, name, Qt.ItemDataRole.ToolTipRole)
        _fill(self.series, [(name or _MAIN, name or tr("Main register")) for name in series])
        self.series.setVisible(len(series) > 1)
        self._tell()
        return self.wanted() != before

    def sort_by(self, order: str) -> None:
        """Sort by an order, or the other way round where it is sorted so already."""
        if self.order.currentData() == order:
            self._turn()
        else:
            self.order.setCurrentIndex(self.order.findData(order))

    def clear(self) -> None:
        """Show all notes again, in the order that was chosen."""
        for each in (*self._boxes, self.search):
            each.blockSignals(True)
        for each in self._boxes:
            each.setCurrentIndex(0)
        self.search.clear()
        for each in (*self._boxes, self.search):
            each.blockSignals(False)
        self._on_changed()
        self.search.setFocus()

    # Inside

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return (self.states, self.kinds, self.year, self.language, self.meeting, self.series)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        first = QHBoxLayout()
        first.setSpacing(M)
        first.addWidget(self.search, 1)
        # The field keeps its width when the button comes.
        kept = self.clear_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.clear_button.setSizePolicy(kept)
        first.addWidget(self.clear_button)
        first.addWidget(self.order)
        first.addWidget(self.direction)
        column.addLayout(first)
        second = Flow()
        for each in self._boxes:
            second.addWidget(each)
        column.addLayout(second)

    def _on_order(self) -> None:
        # Words are read from A on; days, numbers and work from the latest.
        self._descending = self.order.currentData() in ("work", "date", "number")
        self._tell()
        self.changed.emit()

    def _turn(self) -> None:
        self._descending = not self._descending
        self._tell()
        self.changed.emit()

    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        words = tr("Descending; turn round") if self._descending else tr("Ascending; turn round")
        if self.direction.accessibleName() != words:
            tint(self.direction, "arrow-down" if self._descending else "arrow-up")
            self.direction.setToolTip(words)
            self.direction.setAccessibleName(words)
        for each in self._boxes:
            _mark(each, bool(each.currentIndex() > 0))
        self.clear_button.setVisible(is_bounded(self.wanted()))


def _box(name: str, options: Sequence[tuple[str, str]]) -> QComboBox:
    box = choice(options)
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.setMaxVisibleItems(16)
    # As wide as its longest words where there is room, and somewhat narrower where not.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setMinimumContentsLength(_FEWEST_LETTERS)
    return box


def _fill(box: QComboBox, options: Sequence[tuple[str, str]]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    while box.count() > 1:
        box.removeItem(box.count() - 1)
    for value, words in options:
        box.addItem(words, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    box.blockSignals(False)


def _mark(box: QComboBox, narrows: bool) -> None:
    """Show in colour that a box leaves something out."""
    if box.property("narrows") != str(narrows).lower():
        box.setProperty("narrows", str(narrows).lower())
        box.style().unpolish(box)
        box.style().polish(box)
