"""A sealed report beside its paper: its life, how it is handed on, its versions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ccmdesk.domain.article7 import Report, SealedReport
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.note_life import NoteStep, StepKind
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.icons import pixmap
from ccmdesk.ui.note_life_words import STEP_ICONS, STEP_TONES, step_done, step_facts
from ccmdesk.ui.pages.note_sealed import short_hash
from ccmdesk.ui.report_words import covers, title_of
from ccmdesk.ui.tokens import L, M, Tone
from ccmdesk.ui.widgets.act_section import act_section, quiet
from ccmdesk.ui.widgets.facts import FactLine, Facts
from ccmdesk.ui.widgets.list_row import ListRow
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import label
from ccmdesk.ui.widgets.timeline import Timeline, TimelineRow


@dataclass(frozen=True, slots=True)
class SealedView:
    """A sealed report and what became of it.

    `number` is that of the note that transmits it, "" while it has none; `steps` are those of that
    note; `sent` tells whether the duty is met with it. `shown` is the id of the version on paper.
    """

    report: Report
    versions: tuple[SealedReport, ...]
    note_id: int = 0
    number: str = ""
    steps: tuple[NoteStep, ...] = ()
    sent: bool = False


class ReportSealed(QWidget):
    """Shows what can no longer be edited.

    Signals: `correct_wanted`, `next_wanted` for the next report, `version_wanted` (sealed id) to
    see the paper of a version, `note_wanted` (note id), `proof_wanted` (NoteStep), `copied` when
    the hash is in the clipboard.
    """

    correct_wanted = Signal()
    next_wanted = Signal()
    version_wanted = Signal(int)
    note_wanted = Signal(int)
    proof_wanted = Signal(object)
    copied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: SealedView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(L)
        head = QHBoxLayout()
        head.setSpacing(M)
        self._stamp = QLabel()
        head.addWidget(self._stamp)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.title = label("", "section", wrap=True)
        self.told = label("", "muted", wrap=True)
        words.addWidget(self.title)
        words.addWidget(self.told)
        head.addLayout(words, 1)
        self.state = Pill("")
        head.addWidget(self.state)
        column.addLayout(head)
        column.addWidget(label(tr("Life of the report").upper(), "caps"))
        self.timeline = Timeline(tr("Life of the report"))
        column.addWidget(self.timeline)
        self.acts: dict[str, QPushButton] = {}
        self._hand_on, self._acts_row = act_section(tr("Hand on"))
        column.addWidget(self._hand_on)
        follow, row = act_section(tr("What follows"))
        self.correct = quiet(tr("Correct this report…"), self.correct_wanted.emit, "pencil")
        self.next = quiet(tr("Begin the next report…"), self.next_wanted.emit, "file-plus")
        row.addWidget(self.correct)
        row.addWidget(self.next)
        column.addWidget(follow)
        column.addWidget(label(tr("Versions").upper(), "caps"))
        self._versions = QVBoxLayout()
        self._versions.setSpacing(0)
        self.rows: list[ListRow] = []
        column.addLayout(self._versions)
        column.addWidget(label(tr("Facts").upper(), "caps"))
        self.facts = Facts()
        column.addWidget(self.facts)
        line = QHBoxLayout()
        self.copy = quiet(tr("Copy the whole SHA-256"), self._on_copy, "copy")
        line.addWidget(self.copy)
        line.addStretch()
        column.addLayout(line)
        column.addStretch()

    def offer(self, acts: Sequence[tuple[str, str, str, Callable[[], object]]]) -> None:
        """Offer the ways in which the report is handed on, as (name, words, icon, act)."""
        for name, words, sign, act in acts:
            self.acts[name] = quiet(words, act, sign)
            self._acts_row.addWidget(self.acts[name])

    def show_view(self, view: SealedView) -> None:
        """Show a report."""
        self._view = view
        report, newest = view.report, view.versions[-1]
        self.title.setText(tr("Version {number}", number=newest.version))
        self.told.setText(
            tr(
                "Sealed on {day} by {name}",
                day=spoken(newest.sealed_at.astimezone().date()),
                name=newest.sealed_by,
            )
        )
        self.state.set(*_state(view))
        self._stamp.setPixmap(pixmap("stamp", theme.palette().ink_of(_state(view)[1]), 28))
        self.timeline.show_rows(self._steps(view))
        for name, act in self.acts.items():
            # The e-mail belongs to the note that transmits the report.
            act.setVisible(view.sent if name == "receipt" else bool(view.number) or name == "pdf")
        self._show_versions(view.versions)
        facts = [
            FactLine(tr("Report"), title_of(report), covers(report)),
            FactLine(tr("SHA-256"), short_hash(newest.pdf_sha256), tr("of the PDF beside this")),
        ]
        if view.number:
            facts.insert(1, FactLine(tr("Note verbale"), view.number))
        self.facts.show_lines(facts)

    def _steps(self, view: SealedView) -> list[TimelineRow]:
        newest = view.versions[-1]
        sealed_on = spoken(newest.sealed_at.astimezone().date())
        rows = [
            TimelineRow(
                tr("Sealed as version {number}", number=newest.version),
                f"{sealed_on} · {newest.sealed_by}",
                newest.reason,
                icon_name="stamp",
                tone=Tone.ACCENT,
            )
        ]
        for step in view.steps:
            action = None
            if step.proof_name:
                action = quiet(tr("Proof"), partial(self.proof_wanted.emit, step), "paperclip")
                action.setToolTip(tr("Open the proof “{name}”", name=step.proof_name))
            elif step.kind is StepKind.ISSUED:
                action = quiet(
                    tr("Note {number}", number=view.number),
                    partial(self.note_wanted.emit, view.note_id),
                    "file-text",
                )
            rows.append(
                TimelineRow(
                    tr("Note verbale: {step}", step=step_done(step)),
                    step_facts(step),
                    step.reason,
                    icon_name=STEP_ICONS[step.kind],
                    tone=STEP_TONES[step.kind],
                    action=action,
                )
            )
        waits = _waits(view)
        if waits:
            rows.append(TimelineRow(waits, waiting=True))
        return rows

    def _show_versions(self, versions: Sequence[SealedReport]) -> None:
        for former in self.rows:
            self._versions.removeWidget(former)
            former.hide()
            former.deleteLater()
        self.rows = []
        for version in reversed(versions):
            row = ListRow(
                tr("Version {number}", number=version.version),
                " · ".join(
                    part
                    for part in (
                        spoken(version.sealed_at.astimezone().date()),
                        version.sealed_by,
                        version.reason,
                    )
                    if part
                ),
                tr("newest") if version is versions[-1] else tr("replaced"),
                Tone.ACCENT if version is versions[-1] else Tone.PLAIN,
                act=partial(self.version_wanted.emit, version.id),
            )
            row.setToolTip(tr("Show the paper of this version"))
            self.rows.append(row)
            self._versions.addWidget(row)

    def _on_copy(self) -> None:
        if self._view is not None:
            QGuiApplication.clipboard().setText(self._view.versions[-1].pdf_sha256)
            self.copied.emit()


def _state(view: SealedView) -> tuple[str, Tone]:
    if view.sent:
        return tr("Sent"), Tone.OK
    if view.number:
        return tr("Transmitted"), Tone.ACCENT
    return tr("Sealed"), Tone.WARN


def _waits(view: SealedView) -> str:
    if view.sent:
        return ""
    if view.number:
        return tr("Next: send the e-mail and record its proof")
    if view.note_id:
        return tr("Next: the note verbale is approved and issued")
    return tr("Next: transmittal by a note verbale")
