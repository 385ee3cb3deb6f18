"""What belongs to a report as a whole: language, days covered, contact points, files."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.domain.article7 import FormFile, FormSet, Report
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import language_name
from ccmdesk.ui.pages.article7_files import FormFiles
from ccmdesk.ui.report_words import title_of
from ccmdesk.ui.tokens import L, M, S
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field, FieldRow
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.spelled_text import SpelledText
from ccmdesk.ui.widgets.text import hairline, label


class WholeReport(QWidget):
    """Edits the head of a report.

    Signals: `typed` after every change.
    """

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._report: Report | None = None
        self._showing = False
        self.title = label("", "section", wrap=True)
        self.template = label("", "small", wrap=True)
        self.missing = Notice()
        self.correction = Notice()
        self.language = choice((code, language_name(code)) for code in LANGUAGES)
        self.first, self.last = DayEdit(name="first"), DayEdit(name="last")
        self.days = {
            "first": Field(tr("Covers from"), self.first, name="first"),
            "last": Field(tr("To"), self.last, name="last"),
        }
        self.contact = SpelledText(least=4, most=12)
        self.contact_field = Field(
            tr("National points of contact"),
            self.contact,
            name="contact",
            help=tr("Institution, name, telephone and e-mail, as Article 7(1)(l) asks."),
        )
        self.files = FormFiles()
        self.files.take_drops_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(S, M, S, L)
        column.setSpacing(M)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.template)
        column.addLayout(head)
        column.addWidget(self.correction)
        column.addWidget(self.missing)
        column.addWidget(Field(tr("Language of the report"), self.language, name="language"))
        column.addWidget(FieldRow(*self.days.values()))
        column.addWidget(self.contact_field)
        column.addWidget(hairline())
        files = QVBoxLayout()
        files.setSpacing(S)
        files.addWidget(label(tr("Files with the whole report").upper(), "caps"))
        files.addWidget(self.files)
        column.addLayout(files)
        column.addStretch()
        self.language.currentIndexChanged.connect(lambda _: self._tell())
        self.contact.textChanged.connect(self._tell)
        for name, edit in (("first", self.first), ("last", self.last)):
            edit.day_changed.connect(self._tell)
            edit.editingFinished.connect(lambda name=name, edit=edit: self._judge(name, edit))

    def show_report(
        self, report: Report, form_set: FormSet, files: Sequence[FormFile], missing: Sequence[str]
    ) -> None:
        """Show the head of a report without a signal."""
        self._showing = True
        self._report = report
        self.title.setText(title_of(report))
        self.template.setText(
            tr("{title}; seen {day}", title=form_set.title, day=spoken(form_set.as_of))
        )
        self.template.setToolTip(form_set.source)
        self.language.setCurrentIndex(max(self.language.findData(report.language), 0))
        for edit, day in ((self.first, report.first), (self.last, report.last)):
            if not edit.hasFocus():
                edit.set_day(day)
                edit.setCursorPosition(0)
        if self.contact.toPlainText() != report.contact:
            self.contact.setPlainText(report.contact)
        self.files.show_files(files)
        self.missing.say("\n".join(missing))
        self.correction.say(
            tr(
                "Version {number} is in work. Why: {reason}",
                number=report.version + 1,
                reason=report.correction,
            )
            if report.correction
            else ""
        )
        self._showing = False

    def write_in(self, language: str) -> None:
        """Write from the side from which the language of the report is written."""
        self.contact.write_in(language)

    def put_into(self, report: Report) -> Report:
        """Return the report with what is typed here; a day that is none leaves the former one."""
        days = {}
        for name, edit in (("first", self.first), ("last", self.last)):
            try:
                days[name] = edit.day() or getattr(report, name)
            except InputError:
                days[name] = getattr(report, name)
        return replace(
            report,
            language=str(self.language.currentData()),
            contact=self.contact.toPlainText(),
            first=days["first"],
            last=days["last"],
        )

    def show_refusal(self, field: str, sentence: str) -> None:
        """Show beside it why a value was not stored."""
        if field in self.days:
            self.days[field].set_error(sentence)

    def _judge(self, name: str, edit: DayEdit) -> None:
        try:
            edit.day()
        except InputError as error:
            self.days[name].set_error(error.message)
        else:
            self.days[name].set_error("")

    def _tell(self) -> None:
        if not self._showing and self._report is not None:
            self.typed.emit()
