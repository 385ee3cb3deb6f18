"""Adding members of an earlier delegation, with who changed post since."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.delegation import in_listing_order
from ccmdesk.domain.person import Person
from ccmdesk.services.former_delegations import FormerDelegation, FormerTitle
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import ROLE_WORDS, short_name
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import M, S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.pick_table import PickRow, PickTable
from ccmdesk.ui.widgets.text import label


class ReusePart(QWidget):
    """Choose a former delegation and who is taken over from it.

    Signals: `wanted` (id of that meeting, ids of its delegates), `ended` when nothing is taken.
    """

    wanted = Signal(int, object)
    ended = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._former: list[FormerDelegation] = []
        self._present: frozenset[int] = frozenset()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(M)
        column.addWidget(label(tr("Add from an earlier delegation"), "strong"))
        self.meeting = choice(())
        self.meeting.currentIndexChanged.connect(lambda _: self._show_members())
        column.addWidget(Field(tr("Delegation to"), self.meeting, name="meeting"))
        self.table = PickTable(
            (tr("Name"), tr("Role"), tr("Functional title"), tr("Organization, place")),
            tr("Members of the earlier delegation"),
            {1: 420, 2: 560, 3: 760},
        )
        self.table.picked_changed.connect(self._count)
        column.addWidget(self.table, 1)
        self.add_button = button(tr("Add"), self._on_add, kind="primary")
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(button(tr("Cancel"), self.ended.emit))
        foot.addStretch()
        foot.addWidget(self.add_button)
        column.addLayout(foot)

    def show_former(self, former: list[FormerDelegation], present: frozenset[int]) -> None:
        """Offer these delegations; the people of `present` are in the list already."""
        self._former, self._present = former, present
        before = self.meeting.blockSignals(True)
        self.meeting.clear()
        for each in former:
            words = tr(
                "{code} · {name} · {count} members",
                code=each.meeting.code,
                name=short_name(each.meeting),
                count=len(each.delegates),
            )
            self.meeting.addItem(words, each.meeting.id)
        self.meeting.blockSignals(before)
        self._show_members()
        self.table.setFocus()

    def _show_members(self) -> None:
        place = self.meeting.currentIndex()
        if not 0 <= place < len(self._former):
            self.table.show_rows(())
            self._count()
            return
        former = self._former[place]
        titles = self._shell.desk.delegations.former_titles(former.meeting.id)
        rows = []
        for delegate in in_listing_order(former.delegates):
            person = delegate.person
            cells = (
                person.printed_name(capitals=False),
                tr(ROLE_WORDS[delegate.role]),
                person.functional_title,
                ", ".join(part for part in (person.organization, person.place) if part),
            )
            title = titles.get(delegate.id)
            remark = changed_sentence(title, person) if title else ""
            if person.id in self._present:
                rows.append(
                    PickRow(delegate.id, tr("in the list"), Tone.PLAIN, cells, remark, False, True)
                )
            elif title:
                rows.append(PickRow(delegate.id, tr("new title"), Tone.WARN, cells, remark))
            else:
                rows.append(PickRow(delegate.id, tr("as before"), Tone.OK, cells))
        self.table.show_rows(rows)
        self._count()

    def _count(self) -> None:
        count = len(self.table.picked())
        words = tr("Add 1 member") if count == 1 else tr("Add {count} members", count=count)
        self.add_button.setText(words if count else tr("Add"))
        self.add_button.setEnabled(bool(count))

    def _on_add(self) -> None:
        self.wanted.emit(int(self.meeting.currentData()), self.table.picked())


def changed_sentence(title: FormerTitle, person: Person) -> str:
    """Return under what other title, or of which other organization, a note named a person last."""
    same = title.functional_title == person.functional_title
    told = title.organization if same else title.functional_title
    return tr("Note {number} said: {title}", number=title.number, title=told or tr("no title"))
