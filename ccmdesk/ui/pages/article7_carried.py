"""What a form took over from an earlier year, and the marks of what changed since."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.domain.article7 import FormContent, FormSpec, ReportForm
from ccmdesk.services.note_comparison import ComparedParagraph, compared_words
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.article7_cells import former_cells
from ccmdesk.ui.tokens import S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.red_line import RedLine
from ccmdesk.ui.widgets.text import label

_LEAST_LINES, _MOST_LINES = 4, 14
_COMPARED_AFTER_MILLISECONDS = 250


class CarriedOver(QWidget):
    """From where a form was carried over, how much changed, and the comparison on demand.

    Signals: `restored` to put back what was carried over.
    """

    restored = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._form: ReportForm | None = None
        self._spec: FormSpec | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        line = QWidget()
        row = Flow(line)
        self.origin = Pill("", Tone.ACCENT)
        self.told = label("", "small")
        self.told.setContentsMargins(0, 4, 0, 4)
        self.compare = button(tr("Show what changed"), self._fit, kind="quiet", icon_name="eye")
        self.compare.setCheckable(True)
        self.back = button(
            tr("Put the earlier text back"), self.restored.emit, kind="quiet", icon_name="undo-2"
        )
        for each in (self.origin, self.told, self.compare, self.back):
            row.addWidget(each)
        column.addWidget(line)
        self.red_line = RedLine()
        column.addWidget(self.red_line)
        self.red_line.hide()
        # A long text is compared once the keys rest.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_COMPARED_AFTER_MILLISECONDS)
        self._soon.timeout.connect(self._compare)

    def show_form(self, form: ReportForm, spec: FormSpec) -> None:
        """Show the marks of a form; hidden where nothing was carried over."""
        if spec != self._spec:
            self.compare.setChecked(False)
        self._spec = spec
        self.follow(form)

    def follow(self, form: ReportForm) -> None:
        """Follow what is typed."""
        self._form = form
        self.setVisible(form.carried is not None)
        if form.carried is None or self._spec is None:
            return
        year = form.carried_from
        self.origin.set(
            tr("Carried over from {year}", year=year)
            if year.isdigit()
            else tr("Carried over from the initial report"),
            Tone.ACCENT,
        )
        told = changes_told(form.carried, form.content)
        self.told.setText(told or tr("as it was"))
        self.compare.setVisible(bool(told))
        self.back.setVisible(bool(told))
        if not told:
            self.compare.setChecked(False)
        self._fit(at_once=False)

    def _fit(self, *, at_once: bool = True) -> None:
        shown = self.compare.isChecked()
        self.compare.setText(tr("Hide what changed") if shown else tr("Show what changed"))
        self.red_line.setVisible(shown)
        if not shown:
            self._soon.stop()
        elif at_once:
            self._compare()
        else:
            self._soon.start()

    def _compare(self) -> None:
        if self._form is not None and self._form.carried is not None:
            self.red_line.show_compared(_compared(self._spec, self._form))
            lines = round(self.red_line.document().size().height()) // max(
                self.fontMetrics().lineSpacing(), 1
            )
            wanted = min(max(lines + 1, _LEAST_LINES), _MOST_LINES)
            self.red_line.setFixedHeight(wanted * self.fontMetrics().lineSpacing() + 2 * S)


def changes_told(before: FormContent, after: FormContent) -> str:
    """Return in a few words what changed: "text changed, 3 cells changed", "" for nothing."""
    parts = []
    if before.text.strip() != after.text.strip():
        parts.append(tr("text changed"))
    if before.nil != after.nil:
        parts.append(tr("now nothing to declare") if after.nil else tr("no longer nil"))
    cells = rows_gone = 0
    for key in {*before.tables, *after.tables}:
        was, now = before.tables.get(key, ()), after.tables.get(key, ())
        cells += len(former_cells(now, was))
        rows_gone += max(len(was) - len(now), 0)
    if cells:
        parts.append(
            tr("1 cell changed") if cells == 1 else tr("{count} cells changed", count=cells)
        )
    if rows_gone:
        parts.append(
            tr("1 row less") if rows_gone == 1 else tr("{count} rows less", count=rows_gone)
        )
    return ", ".join(parts)


def _compared(spec: FormSpec | None, form: ReportForm) -> list[ComparedParagraph]:
    before = form.carried or FormContent()
    found = [ComparedParagraph(tr("Text"), compared_words(before.text, form.content.text))]
    for table in spec.tables if spec else ():
        was = _as_lines(before.tables.get(table.key, ()))
        now = _as_lines(form.content.tables.get(table.key, ()))
        found.append(ComparedParagraph(table.caption, compared_words(was, now)))
    return [each for each in found if each.pieces and each.changed]


def _as_lines(rows: tuple[tuple[str, ...], ...]) -> str:
    return "\n".join(" | ".join(row) for row in rows)
