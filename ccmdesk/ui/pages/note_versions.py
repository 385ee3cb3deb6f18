"""The kept versions of a draft: when, what changed, compared with another one, taken up again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.note import NoteContent
from ccmdesk.services.desk import Desk
from ccmdesk.services.note_comparison import (
    ComparedParagraph,
    PlaceChange,
    changed_places,
    compared,
    redline,
)
from ccmdesk.services.note_versions import Version
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.paper_output import PaperOutput
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.red_line import RedLine
from ccmdesk.ui.widgets.text import label

# What changed is told of the newest ones; older ones are still compared when chosen.
_TOLD = 60
_NOW = "now"


@dataclass(frozen=True, slots=True)
class _Listed:
    versions: tuple[Version, ...]
    changes: tuple[tuple[PlaceChange, ...], ...]


@dataclass(frozen=True, slots=True)
class _Compared:
    older: int
    newer: str
    paragraphs: tuple[ComparedParagraph, ...]


class NoteVersions(Card):
    """The list at the left; `comparison` is shown at the right.

    Signals: `left` to go back to the form, `restored` when the draft is what it was.
    """

    left = Signal()
    restored = Signal()

    def __init__(self, shell: Shell, output: PaperOutput) -> None:
        super().__init__(tr("Versions"))
        self.back = button(tr("Back to the form"), self.left.emit, kind="quiet", icon_name="x")
        self.head.addWidget(self.back)
        self._shell, self._output = shell, output
        self._note_id, self._meeting_code = 0, ""
        self._versions: tuple[Version, ...] = ()
        sentence = tr("Every pause in typing is kept. Choose one to see how the note differs.")
        self.body.addWidget(label(sentence, "muted", wrap=True))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Versions"))
        self.list.setWordWrap(True)
        self.list.setStyleSheet("QListView::item { padding: 6px 8px; }")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.list, 1)
        self.restore = button(
            tr("Take this version up again"), self._on_restore, icon_name="undo-2"
        )
        self.body.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        self.list.currentRowChanged.connect(lambda _: self._compare())
        self.list.itemActivated.connect(lambda _: self.red_line.setFocus())
        self.comparison = self._comparison()

    def open(self, note_id: int, meeting_code: str) -> None:
        """Show the versions of a note and put the keyboard on the newest."""
        self._note_id, self._meeting_code = note_id, meeting_code
        self._versions = ()
        self.list.clear()
        self.red_line.show_compared([])
        self.look_again()
        self.list.setFocus()

    def look_again(self) -> None:
        """Read the versions again; the one chosen stays."""
        desk, note_id = self._shell.desk, self._note_id
        self._shell.run(lambda: _listed(desk, note_id), self._show)

    def chosen(self) -> Version | None:
        """Return the version chosen."""
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _comparison(self) -> QWidget:
        card = Card()
        self.heading = label("", "strong", wrap=True)
        card.body.addWidget(self.heading)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        against = label(tr("compared with"), "small")
        self.against = choice([(_NOW, tr("the note as it is now"))])
        self.against.setAccessibleName(tr("Compare with"))
        against.setBuddy(self.against)
        row.addWidget(against)
        row.addWidget(self.against, 1)
        card.body.addWidget(bar)
        self.red_line = RedLine()
        card.body.addWidget(self.red_line, 1)
        acts = QWidget()
        flow = Flow(acts, M)
        self.save = button(tr("Save as PDF…"), self._on_save, icon_name="download")
        self.print = button(tr("Print"), self._on_print, icon_name="printer")
        flow.addWidget(self.save)
        flow.addWidget(self.print)
        card.body.addWidget(acts)
        self.against.currentIndexChanged.connect(lambda _: self._compare())
        return card

    def _show(self, listed: _Listed) -> None:
        chosen = self.chosen()
        self._versions = listed.versions
        self.list.blockSignals(True)
        self.list.clear()
        for position, version in enumerate(listed.versions):
            last = position == len(listed.versions) - 1
            item = QListWidgetItem(_words(version, listed.changes[position], first=last))
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._offer_others()
        ids = [version.id for version in self._versions]
        self.list.setCurrentRow(ids.index(chosen.id) if chosen and chosen.id in ids else 0)
        self._compare()

    def _offer_others(self) -> None:
        kept = self.against.currentData()
        self.against.blockSignals(True)
        self.against.clear()
        self.against.addItem(tr("the note as it is now"), _NOW)
        for version in self._versions:
            self.against.addItem(_moment(version.kept_at), str(version.id))
        self.against.setCurrentIndex(max(self.against.findData(kept), 0))
        self.against.blockSignals(False)

    def _compare(self) -> None:
        version = self.chosen()
        for each in (self.restore, self.save, self.print):
            each.setEnabled(version is not None)
        if version is None:
            self.heading.setText(tr("No version is kept yet"))
            return
        desk, older, newer = self._shell.desk, version.id, str(self.against.currentData())
        self._shell.run(lambda: _compared(desk, older, newer), self._show_compared)

    def _show_compared(self, result: _Compared) -> None:
        version = self.chosen()
        if version is None or (version.id, self.against.currentData()) != (
            result.older,
            result.newer,
        ):
            return
        changed = sum(paragraph.changed for paragraph in result.paragraphs)
        told = (
            tr("nothing differs")
            if not changed
            else tr("1 paragraph differs")
            if changed == 1
            else tr("{count} paragraphs differ", count=changed)
        )
        self.heading.setText(f"{_moment(version.kept_at)}: {told}")
        self.red_line.show_compared(result.paragraphs)

    def _on_restore(self) -> None:
        version = self.chosen()
        if version is not None and self._shell.attempt(
            lambda: self._shell.desk.versions.restore(self._note_id, version.id)
        ):
            self.restored.emit()

    def _on_save(self) -> None:
        self._output.export_paper(self._paper(), self._name())

    def _on_print(self) -> None:
        self._output.print_paper(self._paper(), self._name())

    def _name(self) -> str:
        return (
            " ".join(part for part in (tr("Comparison note"), self._meeting_code) if part) + ".pdf"
        )

    def _paper(self) -> "_RedLinePaper":
        version = self.chosen()
        assert version is not None
        names = (_moment(version.kept_at), self.against.currentText())
        return _RedLinePaper(self._shell.desk, version.id, str(self.against.currentData()), names)


@dataclass(frozen=True)
class _RedLinePaper:
    desk: Desk
    older: int
    newer: str
    names: tuple[str, str]

    def __call__(self) -> bytes:
        before, after = _contents(self.desk, self.older, self.newer)
        return redline(before, after, self.names, self.desk.clock.today(), self.desk.fonts.files())


def _contents(desk: Desk, older: int, newer: str) -> tuple[NoteContent, NoteContent]:
    return desk.versions.compare(older, None if newer == _NOW else int(newer))


def _compared(desk: Desk, older: int, newer: str) -> _Compared:
    return _Compared(older, newer, compared(*_contents(desk, older, newer)))


def _listed(desk: Desk, note_id: int) -> _Listed:
    versions = tuple(desk.versions.all(note_id))
    told = [desk.versions.content(version.id) for version in versions[: _TOLD + 1]]
    changes = [
        tuple(changed_places(told[position + 1], told[position]))
        if position + 1 < len(told)
        else ()
        for position in range(len(versions))
    ]
    return _Listed(versions, tuple(changes))


def _words(version: Version, changes: Sequence[PlaceChange], *, first: bool) -> str:
    if first:
        said = tr("the first version")
    elif not changes:
        said = tr("layout or what is not printed")
    else:
        said = " · ".join(_change_words(change) for change in changes)
    return f"{_moment(version.kept_at)}\n{said}"


def _change_words(change: PlaceChange) -> str:
    counts = []
    if change.came:
        counts.append(tr("1 word new") if change.came == 1 else _words_new(change.came))
    if change.went:
        counts.append(tr("1 gone") if change.went == 1 else tr("{count} gone", count=change.went))
    return f"{tr(change.place)}: {', '.join(counts)}" if counts else tr(change.place)


def _words_new(count: int) -> str:
    return tr("{count} words new", count=count)


def _moment(at: datetime) -> str:
    local = at.astimezone()
    return f"{spoken(local.date())}, {local:%H:%M:%S}"
