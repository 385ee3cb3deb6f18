"""The workspace of one report: its forms at the left, the form in work, the paper at the right."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.domain.article7 import FormFile, FormSet, Report
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.report_completeness import Missing
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.article7_acts import ReportActs
from ccmdesk.ui.pages.article7_answer import NOT_KNOWN
from ccmdesk.ui.pages.article7_form import FormEditor, FormView, owners_of
from ccmdesk.ui.pages.article7_forms import WHOLE, FormList
from ccmdesk.ui.pages.article7_head import ReportHead
from ccmdesk.ui.pages.article7_holder import FormHolder
from ccmdesk.ui.pages.article7_keeper import ReportKeeper
from ccmdesk.ui.pages.article7_letters import MinistryLetters
from ccmdesk.ui.pages.article7_paper import ReportPaper
from ccmdesk.ui.pages.article7_progress import Completeness
from ccmdesk.ui.pages.article7_sealed import ReportSealed
from ccmdesk.ui.pages.article7_sides import ReportSides
from ccmdesk.ui.pages.article7_spelling import ReportSpelling
from ccmdesk.ui.pages.article7_standing import changed_form, earlier_of, form_of, form_rows
from ccmdesk.ui.pages.article7_whole import WholeReport
from ccmdesk.ui.report_words import title_of
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M
from ccmdesk.ui.widgets.paper import Paper
from ccmdesk.ui.widgets.undo_way import UndoWay
from ccmdesk.ui.writing_fonts import lend_letters


class ReportWorkspace(QWidget):
    """Edits one report while it is in work, and shows it once it is sealed.

    Signals: `closed` when the officer wants to go back to the list.
    """

    closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.report: Report | None = None
        self.form_set: FormSet | None = None
        self.missing: tuple[Missing, ...] = ()
        self._earlier = NOT_KNOWN
        self._looks_later = False
        # The sealed version on paper, 0 while the report is in work.
        self.version = 0
        self.head = ReportHead()
        self.progress = Completeness()
        self.forms = FormList()
        self.whole = WholeReport()
        self.form = FormEditor(FormHolder(shell.desk.clock.today()))
        self.letters = MinistryLetters()
        self.sealed = ReportSealed()
        self.paper = Paper()
        self.sides = ReportSides(
            self.forms, (self.whole, self.form, self.letters, self.sealed), self.paper
        )
        self.keeper = ReportKeeper(shell, self)
        self.setting = ReportPaper(shell, self.paper.view.wanted, self)
        self.spelling = ReportSpelling(shell, (self.form.text, self.whole.contact), self)
        self.acts = ReportActs(shell, self)
        self._undo_way = UndoWay(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self.head)
        column.addWidget(self.progress)
        column.addSpacing(M - L)
        column.addWidget(self.sides, 1)
        self._connect()
        self._undo_way.watch(self)

    # What the page asks

    def open(self, report: Report) -> None:
        """Show a report from its beginning."""
        self.report = None
        self.form.forget()
        self.sides.show_form(False)
        self.paper.view.verticalScrollBar().setValue(0)
        self._show(report, WHOLE)
        if not report.locked:
            self.go_to(self._first_open(), focus=False)

    def leave(self) -> bool:
        """Store what is half typed; return whether all is stored."""
        self.setting.stop()
        if self.report is None or self.report.locked:
            return True
        stored = self.keeper.save_now()
        self.keeper.begin_turn()
        return stored

    def let_go(self) -> None:
        """Let go of the report without storing anything more."""
        self.setting.stop()
        self.keeper.open(None)
        self.report = None

    def look_again(self) -> None:
        """Follow data that changed elsewhere, or a report that was changed by undo."""
        if self.report is None:
            return
        if not self.report.locked and not self.keeper.quiet:
            self._looks_later = True
            return
        self._looks_later = False
        try:
            stored = self.shell.desk.reports.get(self.report.id)
        except InputError:
            # Its beginning was undone, or it was removed.
            self.let_go()
            self.closed.emit()
            return
        if stored.locked or self.report.locked:
            self._show(stored, self.forms.letter())
        elif stored != self.keeper.stored:
            changed = changed_form(self.report, stored)
            self._show(stored, self.forms.letter() if changed is None else changed)
            self._ask_paper()
        else:
            self._look_at_completeness()

    def take_focus(self) -> None:
        """Put the keyboard where work on this report begins."""
        if self.report is not None and self.report.locked:
            self.head.next_step.setFocus()
        else:
            self.forms.setFocus()

    # What is shown

    def _show(self, report: Report, letter: str) -> None:
        desk = self.shell.desk
        self.report = report
        self.keeper.open(report)
        self.form_set = desk.reports.form_set(report.form_set)
        self.head.title.setText(title_of(report))
        self.progress.setVisible(not report.locked)
        self.sides.show_sealed(report.locked)
        self._offer_paper()
        self.acts.follow(report)
        if report.locked:
            self.acts.show_sealed(report)
            return
        self.version = 0
        self._earlier = earlier_of(desk, report)
        self._look_at_completeness(show=False)
        self._show_rows()
        self.forms.choose(letter)
        letters = self.sides.letters_shown
        self._show_form()
        if letters:
            self.sides.show_letters()
            self.letters.look_again()
        self._ask_paper(at_once=True)
        self._follow_language(report)
        self.tell(tr("saved"))

    def _show_rows(self) -> None:
        report, form_set = self.report, self.form_set
        assert report is not None
        assert form_set is not None
        rows = form_rows(report, form_set, self.missing, self.shell.desk.clock.today())
        self.forms.show_rows(rows)
        self.progress.show_rows(rows, self.missing)

    def _show_form(self) -> None:
        report, form_set = self.report, self.form_set
        assert report is not None
        assert form_set is not None
        letter = self.forms.letter()
        missing = tuple(each.what for each in self.missing if each.letter == letter)
        files = tuple(each for each in report.files if each.letter == letter)
        self.sides.show_form(bool(letter))
        if not letter:
            self.whole.show_report(report, form_set, files, missing)
            return
        self.form.show_view(
            FormView(
                form_set.form(letter),
                form_of(report, letter),
                report.initial,
                files,
                owners_of(report.forms),
                self._earlier,
                missing,
            )
        )

    def _follow_language(self, report: Report) -> None:
        lend_letters(report.language)
        for part in (self.whole, self.form):
            part.write_in(report.language)
        self.spelling.follow(report)

    def _look_at_completeness(self, *, show: bool = True) -> None:
        if self.report is None or self.report.locked:
            return
        self.missing = tuple(self.shell.desk.reports.completeness(self.report.id))
        if show:
            self._show_rows()
            letter = self.forms.letter()
            told = "\n".join(each.what for each in self.missing if each.letter == letter)
            (self.form if letter else self.whole).missing.say(told)

    def tell(self, saved: str) -> None:
        """Say in the head how the report stands, and whether all is stored."""
        if self.report is not None:
            self.head.sentence.setText(self.acts.standing_words(self.report, saved))

    def go_to(self, letter: str, *, focus: bool = True) -> None:
        """Show a form, and put the keyboard there."""
        self.forms.choose(letter)
        self._show_form()
        self.sides.go_to_top()
        if focus:
            self._enter()

    def _first_open(self) -> str:
        return next((each.letter for each in self.missing if each.letter), WHOLE)

    # What the officer does

    def _connect(self) -> None:
        self.head.back.clicked.connect(self.closed)
        self.progress.wanted.connect(self.go_to)
        self.forms.chosen.connect(lambda letter: self._on_chosen())
        self.forms.entered.connect(lambda: self.go_to(self.forms.letter()))
        self.forms.itemClicked.connect(lambda _: self._leave_letters())
        self.letters.closed.connect(self._leave_letters)
        self.whole.typed.connect(self._on_whole)
        self.form.typed.connect(self._on_form)
        self.form.carried.restored.connect(self._on_restored)
        self.form.holder.letters_wanted.connect(self.acts.ask_letters)
        for files in (self.whole.files, self.form.files):
            files.added.connect(self._on_files)
            files.opened.connect(self.acts.open_file)
            files.removed.connect(self._on_file_removed)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.failed.connect(lambda why: self.tell(tr("not saved: {why}", why=why)))
        self.keeper.refused.connect(self._on_refused)
        self.setting.ready.connect(self.paper.show_pdf)
        self.setting.failed.connect(self.paper.show_fault)
        self.head.paper.toggled.connect(self._on_paper_wanted)
        self.sides.fitted.connect(self._on_fitted)
        for keys, act in (
            ("Ctrl+Return", self.acts.take_next_step),
            ("Ctrl+Enter", self.acts.take_next_step),
            ("Ctrl+W", self.acts.ask_what_changed),
            ("Ctrl+P", self.acts.print),
            ("Ctrl+E", self.acts.export),
            ("Ctrl+H", self.head.open_menu),
            ("Alt+P", self.head.paper.click),
            ("Alt+N", self._declare_nothing),
            ("Alt+Down", lambda: self._step(1)),
            ("Alt+Up", lambda: self._step(-1)),
            ("Escape", self._on_escape),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _on_chosen(self) -> None:
        self.keeper.begin_turn()
        self._show_form()
        self.sides.go_to_top()

    def _enter(self) -> None:
        place = self.form.first() if self.forms.letter() else self.whole.contact
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, by: int) -> None:
        row = self.forms.currentRow() + by
        if self.forms.isVisible() and 0 <= row < self.forms.count():
            self.forms.setCurrentRow(row)

    def _declare_nothing(self) -> None:
        if self.forms.letter() and self.report is not None and not self.report.locked:
            self.form.declare_nothing()

    def show_letters(self) -> None:
        """Show the letters to the ministries in place of the form."""
        self.head.paper.setChecked(False)
        self.sides.show_letters()
        self.sides.go_to_top()

    def _leave_letters(self) -> None:
        if self.sides.letters_shown:
            self._show_form()
            self.forms.setFocus()

    def _on_escape(self) -> None:
        if self.sides.letters_shown:
            self._leave_letters()
        elif self.forms.hasFocus() or self.report is None or self.report.locked:
            self.closed.emit()
        else:
            self.forms.setFocus()

    def _on_whole(self) -> None:
        if self.report is not None:
            self._keep(self.whole.put_into(self.report))

    def _on_form(self) -> None:
        if self.report is None:
            return
        form = self.form.form()
        forms = tuple(form if each.letter == form.letter else each for each in self.report.forms)
        self._keep(replace(self.report, forms=forms))

    def _keep(self, report: Report) -> None:
        if report == self.report:
            return
        self.report = report
        self.tell(tr("typing"))
        self.keeper.keep(report)

    def _on_saved(self) -> None:
        self.tell(tr("saved"))
        self._look_at_completeness()
        self._ask_paper()
        if self.report is not None:
            self._follow_language(self.report)
        if self._looks_later:
            QTimer.singleShot(0, self, self.look_again)

    def _on_refused(self, letter: str, error: InputError) -> None:
        if letter != self.forms.letter():
            return
        if letter:
            self.form.show_refusal(error.field, error.message)
        else:
            self.whole.show_refusal(error.field, error.message)

    def _on_restored(self) -> None:
        if self.report is None:
            return
        form = form_of(self.report, self.forms.letter())
        if form.carried is None:
            return
        self.keeper.begin_turn()
        back = replace(form, content=form.carried)
        forms = tuple(back if each.letter == back.letter else each for each in self.report.forms)
        self._keep(replace(self.report, forms=forms))
        self._show_form()
        if self.keeper.save_now():
            self.keeper.begin_turn()
            self.shell.said_with_undo(tr("The earlier text is back"))

    def _on_files(self, paths: Sequence[Path]) -> None:
        if self.report is not None and self.keeper.save_now():
            self.acts.add_files(self.report.id, self.forms.letter(), paths)

    def _on_file_removed(self, file: FormFile) -> None:
        if self.keeper.save_now():
            reports = self.shell.desk.reports
            if self.shell.attempt(lambda: reports.remove_file(file.id)):
                self.shell.said_with_undo(tr("“{name}” taken out", name=file.name))

    # The paper

    def _ask_paper(self, *, at_once: bool = False) -> None:
        hidden = not self.sides.paper_shown or not self.isVisible()
        if self.report is None or self.report.locked or hidden:
            return
        report_id = self.report.id
        self.setting.ask(lambda desk: desk.reports.pdf(report_id), at_once=at_once)

    def show_paper_of(self, sealed_id: int) -> None:
        """Show the paper of a sealed version."""
        self.version = sealed_id
        self.setting.ask(lambda desk: desk.reports.sealed_pdf(sealed_id), at_once=True)

    def _on_paper_wanted(self, shown: bool) -> None:
        self.sides.want_paper(shown)
        if not (self.sides.wide or self.head.paper.hasFocus()):
            # What went out of sight has lost the keyboard to who knows whom.
            if shown:
                self.paper.view.setFocus()
            else:
                self.take_focus()
        self._ask_paper(at_once=True)

    def _on_fitted(self) -> None:
        self._offer_paper()
        if self.report is not None and not self.report.locked and self.sides.paper_shown:
            self._ask_paper()

    def _offer_paper(self) -> None:
        locked = self.report is not None and self.report.locked
        self.head.paper.setVisible(not (self.sides.roomy if locked else self.sides.wide))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.report is not None and self.report.locked and self.version:
            self.show_paper_of(self.version)
        elif self.report is not None:
            self._ask_paper()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sides.fit(self.width())
