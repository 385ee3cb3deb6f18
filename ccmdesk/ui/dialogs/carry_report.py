"""Asks from which earlier report to carry over, and which forms."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ccmdesk.domain.article7 import FormSet, Report
from ccmdesk.ui.dialogs.note_step import StepDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.report_words import report_title
from ccmdesk.ui.tokens import XL, L, S
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.scroll import scrolling

# Head, report and buttons take so many lines of text.
_LINES_AROUND, _LEAST_ROOM, _WIDEST = 17, 120, 860


class CarryDialog(StepDialog):
    """The choice of a report and of forms; those that say something already are not ticked.

    Signals: `carried` (period) once it is done.
    """

    carried = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        report: Report,
        form_set: FormSet,
        sources: Sequence[str],
        carry: Callable[[str, Sequence[str]], object],
    ) -> None:
        super().__init__(
            parent,
            tr("Carry over from an earlier report"),
            tr(
                "Texts and tables of the forms come along, and what is changed in them is marked. "
                "What a ticked form says now is replaced; undo brings it back."
            ),
            tr("Carry over"),
        )
        self.source = choice((each, report_title(each)) for each in sources)
        self.add(Field(tr("Earlier report"), self.source, name="period"))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        empty = {form.letter for form in report.forms if not form.content}
        self.boxes: dict[str, QCheckBox] = {}
        for spec in form_set.forms:
            tick = QCheckBox(
                tr("Form {letter}: {title}", letter=spec.letter, title=spec.title).replace(
                    "&", "&&"
                )
            )
            tick.setChecked(spec.letter in empty)
            self.boxes[spec.letter] = tick
            column.addWidget(tick)
            tick.toggled.connect(lambda _: self._tell())
        area = scrolling(box)
        self.setMinimumWidth(min(max(box.sizeHint().width() + 2 * XL + L, 520), _WIDEST))
        room = parent.window().height() - _LINES_AROUND * self.fontMetrics().height()
        area.setFixedHeight(min(box.sizeHint().height() + S, max(room, _LEAST_ROOM)))
        area.setFocusProxy(next(iter(self.boxes.values())))
        self.add(Field(tr("Forms"), area, name="letters"))
        self.take = lambda: carry(str(self.source.currentData()), self.chosen())
        self.taken.connect(lambda: self.carried.emit(str(self.source.currentData())))
        self._tell()
        self.source.setFocus()

    def chosen(self) -> list[str]:
        """Return the letters ticked."""
        return [letter for letter, box in self.boxes.items() if box.isChecked()]

    def _tell(self) -> None:
        self.yes.setEnabled(bool(self.chosen()))
