"""What a note is about beside meeting and delegation: article, year, days, corrections."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.finding import Finding
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_matter import Matter
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.note_corrections import NoteCorrections
from ccmdesk.ui.tokens import M
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.growing_text import GrowingText
from ccmdesk.ui.widgets.text import label

_LENGTH_OF_YEAR = 4
_UNTIL = {
    NoteKind.EXTENSION: "New deadline asked for",
    NoteKind.COMPLIANCE: "Completed on",
}


class NoteMatter(QWidget):
    """Edits a `Matter`; only what the kind needs is shown.

    Signals: `typed` after every change.
    """

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._matter = Matter()
        self._kind = NoteKind.GENERAL
        self._showing = False
        self.article = choice(
            [
                ("0", tr("not chosen yet")),
                ("3", tr("Article 3: stockpiles")),
                ("4", tr("Article 4: cleared areas")),
            ]
        )
        self.article_field = Field(tr("Article of the Convention"), self.article, name="article")
        self.year = QLineEdit()
        self.year.setValidator(QIntValidator(0, 9999, self.year))
        self.year.setMaxLength(_LENGTH_OF_YEAR)
        self.year_field = Field(
            tr("Calendar year the report covers"),
            self.year,
            name="year",
            help=tr("Due on 30 April of the year after (Article 7, paragraph 2)."),
        )
        self.initial = QCheckBox(tr("Initial report (Article 7, paragraph 1)"))
        self.expires, self.until = DayEdit(name="expires"), DayEdit(name="until")
        self.expires_field = Field(tr("Deadline that runs now"), self.expires, name="expires")
        self.until_field = Field("", self.until, name="until")
        self.question = GrowingText(least=2)
        self.question_field = Field(
            tr("The question"),
            self.question,
            name="question",
            help=tr("One question, as it follows the words that introduce it."),
        )
        self.corrections = NoteCorrections()
        self.subject = QLineEdit()
        self.subject_field = Field(
            tr("Subject in the register"),
            self.subject,
            name="subject",
            help=tr("Not printed; left empty it follows the kind of note."),
        )
        self.earlier = label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.earlier)
        column.addWidget(self.article_field)
        column.addWidget(self.year_field)
        column.addWidget(self.initial)
        days = QHBoxLayout()
        days.setSpacing(M)
        for each in (self.expires_field, self.until_field):
            # Added as it is: what is hidden leaves its room to the other.
            days.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(days)
        column.addWidget(self.question_field)
        column.addWidget(self.corrections)
        column.addWidget(self.subject_field)
        self.article.currentIndexChanged.connect(lambda _: self._on_typed())
        for line in (self.year, self.subject):
            line.textEdited.connect(lambda _: self._on_typed())
        self.initial.toggled.connect(lambda _: self._on_typed())
        self.question.textChanged.connect(self._on_typed)
        self.corrections.typed.connect(self._on_typed)
        for field, editor in ((self.expires_field, self.expires), (self.until_field, self.until)):
            editor.textEdited.connect(lambda _: self._on_typed())
            editor.day_changed.connect(self._on_typed)
            editor.editingFinished.connect(lambda f=field, e=editor: judge(f, e))

    def show_matter(self, kind: NoteKind, matter: Matter) -> None:
        """Show a matter without a signal; what the keyboard is in stays as it is typed."""
        self._showing = True
        self._kind, self._matter = kind, matter
        rule = RULES[kind]
        chosen = len(rule.articles) > 1
        self.article_field.setVisible(chosen)
        self.article.setCurrentIndex(max(self.article.findData(str(matter.article)), 0))
        reports = kind is NoteKind.ARTICLE7
        self.year_field.setVisible(reports)
        self.initial.setVisible(reports)
        year = str(matter.year) if matter.year else ""
        if not (self.year.hasFocus() and self._year() == matter.year):
            self.year.setText(year)
        self.initial.setChecked(matter.initial)
        self.expires_field.setVisible(kind is NoteKind.EXTENSION)
        self.until_field.setVisible(kind in _UNTIL)
        if kind in _UNTIL:
            self.until_field.set_label(tr(_UNTIL[kind]))
        for editor, day in ((self.expires, matter.expires), (self.until, matter.until)):
            if _day(editor, day) != day or not editor.hasFocus():
                editor.set_day(day)
        self.question_field.setVisible(kind is NoteKind.QUERY)
        if self.question.toPlainText() != matter.question:
            self.question.setPlainText(matter.question)
        self.corrections.setVisible(kind is NoteKind.CORRECTION)
        self.corrections.show_items(matter.corrections)
        if self.subject.text() != matter.subject:
            self.subject.setText(matter.subject)
        self._showing = False

    def follow(self, content: NoteContent) -> None:
        """Tell what the data say: which note is amended, and what the register calls this one."""
        earlier = content.matter.earlier
        self.earlier.setVisible(RULES[self._kind].earlier)
        if earlier is None:
            self.earlier.setText(tr("The note this one refers to is not chosen."))
            return
        words = tr(
            "Refers to note {number} of {day}", number=earlier.number, day=spoken(earlier.dated)
        )
        self.earlier.setText(words)

    def follow_subject(self, subject: str) -> None:
        """Show what the register calls the note while nothing is typed."""
        self.subject.setPlaceholderText(subject)

    def matter(self) -> Matter:
        """Return what is typed; a day half typed stays as it was."""
        return replace(
            self._matter,
            article=int(self.article.currentData() or 0),
            year=self._year(),
            initial=self.initial.isChecked(),
            expires=_day(self.expires, self._matter.expires),
            until=_day(self.until, self._matter.until),
            question=self.question.toPlainText().strip(),
            corrections=self.corrections.items(),
            subject=self.subject.text().strip(),
        )

    def place(self, finding: Finding) -> QWidget | None:
        """Return where a finding about the matter can be mended, or None."""
        if finding.where == "question":
            return self.question
        places: dict[str, QWidget] = {
            "article": self.article,
            "year": self.year,
            "initial": self.initial,
            "until": self.until,
            "completion": self.until,
            "deadline": self.expires,
            "question": self.question,
            "correction": self.corrections.first(),
            "no": self.corrections.first(),
            "extension": self.until,
        }
        found = places.get(finding.rule.partition("-")[0]) if finding.where == "text" else None
        return found if found is not None and found.isVisibleTo(self) else None

    def _year(self) -> int:
        text = self.year.text()
        return int(text) if text.isdigit() and len(text) == _LENGTH_OF_YEAR else 0

    def _on_typed(self) -> None:
        if not self._showing:
            self._matter = self.matter()
            self.typed.emit()


def judge(field: Field, editor: DayEdit) -> None:
    """Say under a field why what is typed there is no day."""
    try:
        editor.day()
    except InputError as error:
        field.set_error(error.message)
    else:
        field.set_error("")


def _day(editor: DayEdit, before: date | None) -> date | None:
    try:
        return editor.day()
    except InputError:
        return before
