"""What can be done with a report: answer, carry over, seal, correct, print, hand on."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ccmdesk.domain.article7 import FormFile, Report, SealedReport
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import CcmDeskError, RefusedError, machine_fault
from ccmdesk.domain.note_life import Proof
from ccmdesk.ui import printing
from ccmdesk.ui.dialogs.carry_report import CarryDialog
from ccmdesk.ui.dialogs.cover_wizard import CoverDesk, CoverWizard
from ccmdesk.ui.dialogs.seal_report import CorrectReportDialog, MissingDialog, SealReportDialog
from ccmdesk.ui.duty_words import left_words
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.article7_handing import ReportHanding
from ccmdesk.ui.paper_output import PaperOutput
from ccmdesk.ui.report_words import report_title, sentence, title_of
from ccmdesk.ui.shell import Shell

if TYPE_CHECKING:
    from ccmdesk.ui.pages.article7_workspace import ReportWorkspace

_IN_WORK = ("carry", "letters", "export", "print", "remove")
_SEALED = ("export", "print", "correct")
_CORRECTING = ("carry", "letters", "export", "print", "drop")


class ReportActs(QObject):
    """The acts of a workspace; each asks in a dialog and tells at the foot of the window."""

    def __init__(self, shell: Shell, workspace: "ReportWorkspace") -> None:
        super().__init__(workspace)
        self._shell, self._space = shell, workspace
        self.output = PaperOutput(shell, workspace)
        self.handing = ReportHanding(shell, workspace, self.output)
        self.wizard: CoverWizard | None = None
        self._newest = 0
        head = workspace.head
        head.fill(
            (
                ("cover", tr("What changed this year…"), self.ask_what_changed),
                ("carry", tr("Carry over from an earlier report…"), self.ask_carry),
                ("letters", tr("Letters to the ministries…"), self.ask_letters),
                ("", "", lambda: None),
                ("export", tr("Save the PDF…"), self.export),
                ("print", tr("Print…"), self.print),
                ("", "", lambda: None),
                ("correct", tr("Correct this report…"), self.ask_correct),
                ("drop", tr("Drop this correction"), self.drop_correction),
                ("remove", tr("Delete this report"), self.remove),
            )
        )
        head.wizard.clicked.connect(self.ask_what_changed)
        head.next_step.clicked.connect(self.take_next_step)
        sealed = workspace.sealed
        sealed.correct_wanted.connect(self.ask_correct)
        sealed.version_wanted.connect(workspace.show_paper_of)
        self.handing.serve(sealed)

    # How the report stands

    def follow(self, report: Report) -> None:
        """Offer what is possible with this report."""
        head = self._space.head
        answers = not report.initial and not report.locked
        head.offer_wizard(answers)
        names = _SEALED if report.locked else _CORRECTING if report.version else _IN_WORK
        head.offer((*names, "cover") if answers else names)
        if not report.locked:
            words = (
                tr("Seal version {number}…", number=report.version + 1)
                if report.version
                else tr("Seal…")
            )
            head.show_step(words, "stamp", tr("Freeze the report with its PDF"))

    def show_sealed(self, report: Report) -> None:
        """Show the life of a sealed report and its paper."""
        versions = self._shell.desk.reports.sealed(report.id)
        self.handing.show(report, versions)
        # Whoever looks at an earlier version goes on looking at it.
        known = {version.id for version in versions[:-1]} if self._newest == versions[-1].id else ()
        if self._space.version not in known:
            self._space.show_paper_of(versions[-1].id)
        self._newest = versions[-1].id
        self._space.head.sentence.setText(self.standing_words(report, ""))

    def standing_words(self, report: Report, saved: str) -> str:
        """Return in one line when the report is due, how it stands, and whether all is stored."""
        parts = []
        try:
            tracked = self._shell.desk.deadlines.duty(report.duty_key)
        except CcmDeskError:
            # A report of a period that is no longer owed stays readable.
            tracked = None
        if tracked is not None:
            parts.append(tr("due {day}", day=spoken(tracked.duty.due)))
            parts.append(left_words(tracked))
        if report.locked:
            parts.append(tr("sealed, version {number}", number=report.version))
        elif report.version:
            parts.append(tr("version {number} in work", number=report.version + 1))
        parts.append(saved)
        return sentence(parts)

    # The wizard, carrying over

    def ask_what_changed(self) -> None:
        """Walk through what changed this year."""
        report = self._ready()
        if report is None:
            return
        reports = self._shell.desk.reports
        wizard = CoverWizard(
            self._space,
            report,
            reports.form_set(report.form_set),
            reports.proposed_cover(report.id),
            CoverDesk(
                lambda answers: reports.check_cover(report.id, answers),
                lambda answers: reports.apply_cover(report.id, answers),
            ),
        )
        wizard.applied.connect(self._on_covered)
        self.wizard = wizard
        wizard.open()

    def _on_covered(self, report: Report) -> None:
        self._space.look_again()
        self._shell.said_with_undo(
            tr("The cover page stands in place of the forms")
            if report.cover_only
            else tr("The cover page is answered")
        )

    def ask_carry(self) -> None:
        """Ask what to carry over, and from which report."""
        report = self._ready()
        if report is None:
            return
        reports = self._shell.desk.reports
        sources = reports.sources(report.id)
        if not sources:
            self._shell.say(tr("No earlier report is kept here; nothing can be carried over"))
            return
        dialog = CarryDialog(
            self._space,
            report,
            reports.form_set(report.form_set),
            sources,
            lambda period, letters: reports.carry(report.id, period, letters),
        )
        dialog.carried.connect(self._on_carried)
        dialog.open()

    def _on_carried(self, period: str) -> None:
        self._space.look_again()
        self._shell.said_with_undo(
            tr("Carried over from the {report}", report=_small(report_title(period)))
        )

    # Seal and correction

    def take_next_step(self) -> None:
        """Seal the report, or what follows once it is sealed."""
        report = self._space.report
        if report is None:
            return
        if report.locked:
            self.handing.take_next_step()
        else:
            self.ask_to_seal()

    def ask_to_seal(self) -> None:
        """Ask whether to seal, or tell what stands in the way."""
        report = self._ready()
        if report is None:
            return
        missing = self._shell.desk.reports.completeness(report.id)
        if missing:
            carried = any(form.carried is not None for form in report.forms)
            answers = carried and not (report.initial or report.covered)
            told = MissingDialog(self._space, missing, unanswered=answers)
            told.wanted.connect(self._space.go_to)
            told.wizard_wanted.connect(self.ask_what_changed)
            told.letters_wanted.connect(self.ask_letters)
            told.open()
            return
        dialog = SealReportDialog(self._space, report)
        dialog.accepted.connect(lambda: self._seal(report))
        dialog.open()

    def _seal(self, report: Report) -> None:
        desk = self._shell.desk
        self._space.setting.stop()
        self._space.setEnabled(False)
        self._space.tell(tr("being sealed"))
        self._shell.run(
            lambda: desk.reports.seal(report.id, report.correction),
            self._on_sealed,
            self._on_not_sealed,
        )

    def _on_sealed(self, version: SealedReport) -> None:
        self._space.setEnabled(True)
        self._space.look_again()
        self._space.take_focus()
        self._shell.say(tr("Sealed as version {number}", number=version.version))

    def _on_not_sealed(self, error: Exception) -> None:
        self._space.setEnabled(True)
        self._space.look_again()
        report = self._space.report
        # Sealed elsewhere meanwhile, it has nothing left that could be stored.
        self._space.tell("" if report is not None and report.locked else tr("saved"))
        self._space.take_focus()
        self._shell.show_error(error)

    def ask_correct(self) -> None:
        """Ask why the sealed report is corrected, and open its next version."""
        report = self._space.report
        if report is None or not report.locked:
            return
        reports = self._shell.desk.reports
        dialog = CorrectReportDialog(
            self._space, report, lambda reason: reports.correct(report.id, reason)
        )
        dialog.taken.connect(self._on_corrected)
        dialog.open()

    def _on_corrected(self) -> None:
        self._space.look_again()
        self._space.take_focus()
        self._shell.said_with_undo(tr("The next version is open"))

    def drop_correction(self) -> None:
        """Close a correction again in which nothing was changed; undo opens it."""
        report = self._ready()
        if report is None:
            return
        reports = self._shell.desk.reports
        if self._shell.attempt(lambda: reports.drop_correction(report.id)):
            self._space.look_again()
            self._space.take_focus()
            self._shell.said_with_undo(tr("The correction is dropped"))

    def remove(self) -> None:
        """Put the report into the bin; undo brings it back."""
        report = self._ready()
        if report is None:
            return
        self._space.let_go()
        if self._shell.attempt(lambda: self._shell.desk.reports.remove(report.id)):
            self._space.closed.emit()
            self._shell.said_with_undo(tr("{report} deleted", report=title_of(report)))
        else:
            self._space.open(report)

    # Letters, paper, files

    def ask_letters(self) -> None:
        """Offer the letters to those who hold the facts."""
        report = self._ready()
        if report is not None:
            self.handing.ask_letters(report)

    def export(self) -> None:
        """Save the paper where the officer wants it."""
        report = self._stored()
        if report is not None:
            desk, report_id = self._shell.desk, report.id
            self.output.export_paper(lambda: desk.reports.pdf(report_id), _paper_name(report))

    def print(self) -> None:
        """Print the paper."""
        report = self._stored()
        if report is not None:
            desk, report_id = self._shell.desk, report.id
            self.output.print_paper(lambda: desk.reports.pdf(report_id), _paper_name(report))

    def add_files(self, report_id: int, letter: str, paths: Sequence[Path]) -> None:
        """Keep files with a form; they are read aside."""
        desk = self._shell.desk

        def work() -> list[FormFile]:
            return [
                desk.reports.add_file(report_id, letter, path.name, _read(path)) for path in paths
            ]

        def done(files: list[FormFile]) -> None:
            self._shell.said_with_undo(
                tr("“{name}” added", name=files[0].name)
                if len(files) == 1
                else tr("{count} files added", count=len(files))
            )

        self._shell.run(work, done)

    def open_file(self, file: FormFile) -> None:
        """Open a file in the system's own program."""
        desk, folder = self._shell.desk, self._shell.folder.root

        def done(kept: Proof) -> None:
            path = printing.copy_to_open(folder, printing.safe_name(kept.name), kept.data)
            if not printing.open_in_viewer(path):
                self._shell.say(tr("The file is at {path}", path=path))

        self._shell.run(lambda: desk.reports.file(file.id), done)

    def _ready(self) -> Report | None:
        """Return the report in work once all is stored, else None."""
        report = self._space.report
        if report is None or report.locked or not self._space.keeper.save_now():
            return None
        return self._space.report

    def _stored(self) -> Report | None:
        report = self._space.report
        if report is None or report.locked:
            return report
        return self._ready()


def _read(path: Path) -> bytes:
    if path.is_dir():
        raise RefusedError(tr("“{name}” is a folder; choose files.", name=path.name))
    try:
        return path.read_bytes()
    except OSError as error:
        raise machine_fault(error, path) from error


def _paper_name(report: Report) -> str:
    return printing.file_name(f"Article 7 {_small(title_of(report))} {report.state}", "pdf")


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]
