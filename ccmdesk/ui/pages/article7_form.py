"""One form of a report: its answer, what it says in text and tables, who holds it, its files."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ccmdesk.domain.article7 import FormContent, FormFile, FormSpec, FormState, ReportForm
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.article7_answer import NOT_KNOWN, Earlier, FormAnswer
from ccmdesk.ui.pages.article7_carried import CarriedOver
from ccmdesk.ui.pages.article7_files import FormFiles
from ccmdesk.ui.pages.article7_holder import FormHolder
from ccmdesk.ui.pages.article7_table import ReportTable
from ccmdesk.ui.tokens import XS, L, M, S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.spelled_text import SpelledText
from ccmdesk.ui.widgets.text import hairline, label

_Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """A form and what stands around it in its report."""

    spec: FormSpec
    form: ReportForm
    initial: bool
    files: tuple[FormFile, ...] = ()
    owners: tuple[str, ...] = ()
    earlier: Earlier = NOT_KNOWN
    missing: tuple[str, ...] = ()


class FormEditor(QWidget):
    """Edits one `ReportForm`.

    Signals: `typed` after every change. Those of files, letters and carrying over belong to the
    parts.
    """

    typed = Signal()

    def __init__(self, holder: FormHolder) -> None:
        super().__init__()
        self._form: ReportForm | None = None
        self._spec: FormSpec | None = None
        self._aside: dict[str, dict[str, _Rows]] = {}
        self._showing = self._initial = False
        self._language = ""
        self.letter = label("", "caps")
        self.voluntary = Pill(tr("voluntary"), Tone.PLAIN)
        self.title = label("", "section", wrap=True)
        self.items = label("", "small", wrap=True)
        self.guidance = label("", "muted", wrap=True)
        self.missing = Notice()
        self.answer = FormAnswer()
        self.carried = CarriedOver()
        self.nil = button(
            tr("Nothing to declare"),
            kind="chip",
            tip=tr("Declare in one click that there is nothing; that is an answer too (Alt+N)"),
        )
        self.nil.setCheckable(True)
        self.declared = label(
            tr(
                "Declared: there is nothing to report under this form. A remark may still be "
                "written below."
            ),
            wrap=True,
        )
        self.text = SpelledText(least=5, most=40)
        self.text_field = Field(tr("Text"), self.text, name="text")
        self.tables: list[ReportTable] = []
        self.holder = holder
        self.files = FormFiles()
        self.files.take_drops_of(self)
        self._lay_out()
        self._connect()

    @property
    def shown(self) -> str:
        """Return the letter of the form shown."""
        return self._spec.letter if self._spec else ""

    def show_view(self, view: FormView) -> None:
        """Show a form without a signal; what is the same already stays as it is."""
        self._showing = True
        spec, form = view.spec, view.form
        if spec != self._spec:
            self._spec = spec
            self._tell_spec(spec)
            self._build_tables(spec)
        self._form = form
        # Nothing is before an initial report; a form of it can only be marked as not applicable.
        self.answer_part.setVisible(not view.initial or spec.not_applicable_allowed)
        self.answer_caption.setText(
            (tr("Does it apply?") if view.initial else tr("On the cover page")).upper()
        )
        self.answer.show_form(form, spec, view.earlier, initial=view.initial)
        self._initial = view.initial
        content = form.content
        if self.text.toPlainText() != content.text:
            self.text.setPlainText(content.text)
        self.nil.setChecked(content.nil)
        carried = form.carried
        for table in self.tables:
            key = table.spec.key
            before = None if carried is None else carried.tables.get(key, ())
            table.show_rows(content.tables.get(key, ()), before)
        self.carried.show_form(form, spec)
        self.holder.show_form(form, view.owners)
        self.files.show_files(view.files)
        self.missing.say("\n".join(view.missing))
        self._fit_nil()
        self._showing = False

    def forget(self) -> None:
        """Let go of the rows that wait aside: another report is opened."""
        self._aside.clear()

    def write_in(self, language: str) -> None:
        """Write from the side from which the language of the report is written."""
        self._language = language
        self.text.write_in(language)
        for table in self.tables:
            table.write_in(language)

    def form(self) -> ReportForm:
        """Return the form as it is typed now."""
        assert self._form is not None
        tables = {table.spec.key: rows for table in self.tables if (rows := table.rows())}
        # What another template called its tables stays, unseen.
        known = {table.spec.key for table in self.tables}
        others = {key: rows for key, rows in self._form.content.tables.items() if key not in known}
        content = FormContent(
            self.text.toPlainText(),
            others if self.nil.isChecked() else {**others, **tables},
            self.nil.isChecked(),
        )
        form = replace(self._form, content=content)
        return self.holder.put_into(self.answer.put_into(form))

    def first(self) -> QWidget:
        """Return where work on the form begins."""
        if not self._initial and self.answer.state() is FormState.OPEN:
            return self.answer.chips[FormState.CHANGED]
        return self.text

    def show_refusal(self, field: str, sentence: str) -> None:
        """Show beside it why a value was not stored."""
        if not self.answer.show_refusal(field, sentence):
            self.holder.show_refusal(field, sentence)

    def declare_nothing(self) -> None:
        """Declare that there is nothing, or take that back."""
        self.nil.click()

    # Inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, L)
        column.setSpacing(M)
        head = QVBoxLayout()
        head.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.letter)
        line.addWidget(self.voluntary)
        line.addStretch()
        head.addLayout(line)
        for each in (self.title, self.items):
            head.addWidget(each)
        head.addSpacing(XS)
        head.addWidget(self.guidance)
        column.addLayout(head)
        column.addWidget(self.missing)
        self.answer_part, self.answer_caption = _part(tr("On the cover page"), self.answer)
        column.addWidget(self.answer_part)
        says = QWidget()
        inner = QVBoxLayout(says)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(M)
        line_of_nil = QWidget()
        row = Flow(line_of_nil, spacing=M)
        caption = label(tr("What the form says").upper(), "caps")
        caption.setContentsMargins(0, 6, 0, 6)
        row.addWidget(caption)
        row.addWidget(self.nil)
        inner.addWidget(line_of_nil)
        inner.addWidget(self.carried)
        inner.addWidget(self.declared)
        inner.addWidget(self.text_field)
        self._tables = QVBoxLayout()
        self._tables.setSpacing(L)
        inner.addLayout(self._tables)
        column.addWidget(says)
        column.addWidget(hairline())
        column.addWidget(_part(tr("Who holds the facts"), self.holder)[0])
        column.addWidget(hairline())
        column.addWidget(_part(tr("Files"), self.files)[0])
        column.addStretch()

    def _connect(self) -> None:
        for source in (self.answer.typed, self.holder.typed, self.text.textChanged):
            source.connect(self._on_typed)
        self.nil.toggled.connect(self._on_nil)

    def _tell_spec(self, spec: FormSpec) -> None:
        self.letter.setText(tr("Form {letter}", letter=spec.letter).upper())
        self.title.setText(spec.title)
        answers = tr("Answers Article {items}", items=spec.items) if spec.items else ""
        self.items.setText(
            tr("{answers}, as we read it", answers=answers) if spec.inferred else answers
        )
        self.items.setToolTip(
            tr("The template does not say which provision this form answers.")
            if spec.inferred
            else ""
        )
        self.items.setVisible(bool(spec.items) and not spec.voluntary)
        self.voluntary.setVisible(spec.voluntary)
        self.guidance.setText(spec.guidance)
        self.guidance.setVisible(bool(spec.guidance))

    def _build_tables(self, spec: FormSpec) -> None:
        for former in self.tables:
            self._tables.removeWidget(former)
            former.hide()
            former.deleteLater()
        self.tables = [ReportTable(each) for each in spec.tables]
        before: QWidget = self.text
        for table in self.tables:
            table.write_in(self._language)
            self._tables.addWidget(table)
            table.typed.connect(self._on_typed)
            for each in (table.grid, table.add, table.remove, table.paste):
                self.setTabOrder(before, each)
                before = each

    def _on_nil(self, nothing: bool) -> None:
        if self._showing or self._form is None:
            return
        letter = self._form.letter
        if nothing:
            # The rows wait aside; a form that has rows cannot declare that there is nothing.
            self._aside[letter] = {table.spec.key: table.rows() for table in self.tables}
        for table in self.tables:
            rows: _Rows = () if nothing else self._aside.get(letter, {}).get(table.spec.key, ())
            carried = self._form.carried
            before = None if carried is None else carried.tables.get(table.spec.key, ())
            table.show_rows(rows, before)
        self._fit_nil()
        self._on_typed()

    def _fit_nil(self) -> None:
        nothing = self.nil.isChecked()
        self.declared.setVisible(nothing)
        self.text_field.set_label(tr("Remark") if nothing else tr("Text"))
        for table in self.tables:
            table.setVisible(not nothing)

    def _on_typed(self) -> None:
        if not self._showing and self._form is not None:
            self._form = self.form()
            self.carried.follow(self._form)
            self.typed.emit()


def owners_of(forms: Sequence[ReportForm]) -> tuple[str, ...]:
    """Return the ministries and offices named in the forms, each once, by name."""
    return tuple(sorted({form.owner for form in forms if form.owner}, key=str.casefold))


def _part(name: str, content: QWidget) -> tuple[QWidget, QLabel]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(S)
    caption = label(name.upper(), "caps")
    column.addWidget(caption, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(content)
    return part, caption
