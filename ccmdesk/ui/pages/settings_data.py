"""Settings: where the data lies, copies, the look over the register, and the end of the sample."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.check_report import CheckReport
from ccmdesk.domain.profile import Profile
from ccmdesk.ui import messages
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M, S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import hairline, label


class DataSection(QWidget):
    """The data folder and what keeps it safe."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        self.sample = Notice(tr("Remove the sample and start for real"), self._on_remove_sample)
        column.addWidget(self.sample)
        card = Card(tr("Data folder"))
        card.body.setContentsMargins(L, M, L, L)
        card.body.setSpacing(M)
        self.place = label(str(shell.folder.root), "strong", wrap=True)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(self.place)
        card.body.addWidget(
            label(
                tr(
                    "Everything the program writes lies here. Copies of the register go to the "
                    "folder “backups” and are proved before they count."
                ),
                "muted",
                wrap=True,
            )
        )
        acts = Flow()
        self.backup = button(tr("Back up now"), self.back_up, icon_name="download")
        self.check = button(tr("Check the register"), self.check_register, icon_name="circle-check")
        acts.addWidget(self.backup)
        acts.addWidget(self.check)
        card.body.addLayout(acts)
        column.addWidget(card)
        self.report = Card(tr("What the check found"))
        self.report.body.setContentsMargins(L, M, L, M)
        self._items = QWidget()
        self.report.body.addWidget(self._items)
        self.report.hide()
        column.addWidget(self.report)
        column.addStretch()

    def refresh(self, profile: Profile) -> None:
        """Show whether this is the sample."""
        self.sample.say(
            tr("This is the sample dossier: its State and its delegates are invented.")
            if profile.sample
            else ""
        )

    def back_up(self) -> None:
        """Make a copy of the register and say where it is."""
        self.backup.setEnabled(False)
        desk = self.shell.desk
        self.shell.run(desk.safety.backup, self._on_backed_up, self._on_backup_failed)

    def _on_backed_up(self, path: Path) -> None:
        self.backup.setEnabled(True)
        self.shell.say(tr("Copy kept as {name}", name=path.name))

    def _on_backup_failed(self, error: Exception) -> None:
        self.backup.setEnabled(True)
        self.shell.show_error(error)

    def check_register(self) -> None:
        """Look over the file, the numbers, the seals and the events, and show what was found."""
        self.check.setEnabled(False)
        desk = self.shell.desk
        self.shell.run(
            lambda: desk.safety.check(full=True), self._on_checked, self._on_check_failed
        )

    def _on_check_failed(self, error: Exception) -> None:
        self.check.setEnabled(True)
        self.shell.show_error(error)

    def _on_checked(self, report: CheckReport) -> None:
        self.check.setEnabled(True)
        self.report.body.removeWidget(self._items)
        self._items.hide()
        self._items.deleteLater()
        self._items = QWidget()
        column = QVBoxLayout(self._items)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for number, item in enumerate(report.items):
            if number:
                column.addWidget(hairline())
            row = QHBoxLayout()
            row.setSpacing(M)
            row.addWidget(label(item.message, wrap=True), 1)
            pill = Pill(tr("fine"), Tone.OK) if item.ok else Pill(tr("wrong"), Tone.DANGER)
            row.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        self.report.body.addWidget(self._items)
        self.report.show()
        self.shell.say(
            tr("The register is in order") if report.ok else tr("The register needs attention")
        )

    def _on_remove_sample(self) -> None:
        box = messages.ask(
            self,
            tr("Remove the sample?"),
            tr("Its meeting, its delegates and its notes go for good. Your own desk starts empty."),
            tr("Remove the sample"),
        )
        # Once the box is gone: it belongs to a page that goes with the sample.
        box.accepted.connect(lambda: QTimer.singleShot(0, self.shell.leave_sample))
