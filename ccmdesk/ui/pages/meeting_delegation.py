"""The delegation to a meeting: add, order, roles, remove, import."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.domain.delegation import Delegate, Role, heads, in_listing_order
from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.domain.person import Person
from ccmdesk.domain.ranks import by_rank
from ccmdesk.services.search_text import folded
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import ROLE_WORDS
from ccmdesk.ui.pages.delegation_reuse import ReusePart, changed_sentence
from ccmdesk.ui.pages.member_strip import MemberStrip
from ccmdesk.ui.pages.people_import import ImportPart
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import M, S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.delegation_table import DelegationTable
from ccmdesk.ui.widgets.empty_state import EmptyState
from ccmdesk.ui.widgets.lights import Lights
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.person_form import PersonForm
from ccmdesk.ui.widgets.person_picker import PersonPicker
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import label

_EMPTY, _TABLE, _FORM, _IMPORT, _REUSE = range(5)
_WIDEST_FORM = 720


class DelegationPart(Card):
    """The members of one delegation and all that can be done with them.

    `stored_id` returns the id of the meeting, storing a shipped one first.
    Signals: `counted` (number of members).
    """

    counted = Signal(int)

    def __init__(self, shell: Shell, stored_id: Callable[[], int]) -> None:
        super().__init__()
        self.import_button = button(tr("Import a list…"), self.begin_import, kind="quiet")
        self.reuse_button = button(
            tr("From an earlier delegation…"), self.begin_reuse, kind="quiet"
        )
        self._shell, self._stored_id = shell, stored_id
        self._meeting_id = 0
        self._elsewhere, self._until = False, date.min
        self.delegates: tuple[Delegate, ...] = ()
        self.pill = Pill("")
        self.sentence = label("", wrap=True)
        state = QHBoxLayout()
        state.setSpacing(S)
        state.addWidget(self.pill)
        state.addWidget(self.sentence, 1)
        state.addWidget(self.reuse_button)
        state.addWidget(self.import_button)
        self.body.addLayout(state)
        self.notice = Notice(tr("Close"), lambda: self.notice.say(""))
        self.body.addWidget(self.notice)
        self.adding = self._adding()
        self.body.addWidget(self.adding)
        self.table = DelegationTable()
        self.body.addLayout(self._acts())
        self.stack = QStackedWidget()
        self.stack.addWidget(
            EmptyState(
                tr(
                    "Nobody is in this delegation yet. Type a name above; whoever is not known "
                    "yet is added on the way."
                )
            )
        )
        self.stack.addWidget(self.table)
        self.stack.addWidget(self._new_person())
        self.import_part = ImportPart(shell, stored_id)
        self.import_part.ended.connect(self._end_part)
        self.stack.addWidget(self.import_part)
        self.reuse_part = ReusePart(shell)
        self.reuse_part.wanted.connect(self.reuse)
        self.reuse_part.ended.connect(self._end_part)
        self.stack.addWidget(self.reuse_part)
        self.body.addWidget(self.stack, 1)
        self.strip = MemberStrip(self.open_person)
        self.strip.travel_changed.connect(self._mark_travel)
        self.body.addWidget(self.strip)
        self._connect_table()

    # The picture

    def _adding(self) -> QWidget:
        self.picker = PersonPicker(tr("Add a person: type a name"), tr("New person “{name}”…"))
        self.picker.setAccessibleName(tr("Add a person"))
        self.picker.picked.connect(self.add)
        self.picker.new_wanted.connect(self.begin_person)
        self.role = choice((str(role), tr(words)) for role, words in ROLE_WORDS.items())
        self.role.setAccessibleName(tr("Role of the person added"))
        self.role.setToolTip(tr("Role of the person added"))
        self.role.setMinimumContentsLength(16)
        self.role.setCurrentIndex(self.role.findData(str(Role.REPRESENTATIVE)))
        self.new_button = button(
            tr("New person…"), lambda: self.begin_person(""), icon_name="user-plus"
        )
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self.picker, 1)
        row.addWidget(self.role)
        row.addWidget(self.new_button)
        return line

    def _new_person(self) -> QWidget:
        self.person_form = PersonForm()
        self.person_form.submitted.connect(self.add_person)
        self.add_button = button(tr("Add to the delegation"), self.add_person, kind="primary")
        cancel = button(tr("Cancel"), self._end_person)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, S, S, 0)
        column.setSpacing(M)
        column.addWidget(label(tr("New person"), "strong"))
        self.person_form.setMaximumWidth(_WIDEST_FORM)
        column.addWidget(self.person_form)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addWidget(cancel)
        foot.addStretch()
        column.addLayout(foot)
        column.addStretch()
        return scrolling(inner)

    def _acts(self) -> QHBoxLayout:
        table = self.table
        self.head_button = button(tr("Make head of delegation"), self.make_head, icon_name="flag")
        self.up_button = button(
            "", lambda: table.step(-1), icon_name="arrow-up", tip=tr("Move up (Alt+Up)")
        )
        self.down_button = button(
            "", lambda: table.step(1), icon_name="arrow-down", tip=tr("Move down (Alt+Down)")
        )
        self.remove_button = button(
            tr("Remove"), self._remove_chosen, icon_name="trash-2", tip=tr("Remove (Delete)")
        )
        self.sort_button = button(
            tr("Sort by rank"),
            self.sort_by_rank,
            kind="quiet",
            tip=tr("By role, and by rank within a role; the order by hand can be changed again"),
        )
        row = QHBoxLayout()
        row.setSpacing(S)
        for each in (self.up_button, self.down_button, self.head_button, self.remove_button):
            row.addWidget(each)
        row.addStretch()
        row.addWidget(self.sort_button)
        return row

    def _connect_table(self) -> None:
        self.table.move_wanted.connect(self.move_member)
        self.table.role_wanted.connect(self.change_role)
        self.table.remove_wanted.connect(self.remove)
        self.table.portal_wanted.connect(self._mark_portal)
        self.table.chosen_changed.connect(self._show_what_can_be_done)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            opening = QShortcut(QKeySequence(keys), self.table)
            opening.setContext(Qt.ShortcutContext.WidgetShortcut)
            opening.activated.connect(self.open_person)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)

    def _open_menu(self, spot: QPoint) -> None:
        if self.table.chosen() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Change the role"), self.table.edit_role)
        for each, words in (
            (self.head_button, tr("Make head of delegation")),
            (self.up_button, tr("Move up")),
            (self.down_button, tr("Move down")),
            (self.remove_button, tr("Remove")),
        ):
            menu.addAction(words, each.click).setEnabled(each.isEnabled())
        menu.addAction(tr("Open the person"), self.open_person)
        menu.popup(self.table.viewport().mapToGlobal(spot))

    # What is there

    def show_delegation(self, meeting_id: int, choose: int = 0) -> None:
        """Show the delegation of a meeting; 0 stands for one that is not stored yet."""
        desk = self._shell.desk
        self.delegates = in_listing_order(desk.delegations.of(meeting_id)) if meeting_id else ()
        present = {delegate.person.id for delegate in self.delegates}
        self.picker.offer(desk.people.all(), present)
        self._meeting_id = self.import_part.meeting_id = meeting_id
        self._look_at(meeting_id)
        self.table.show_delegates(
            self.delegates, choose, self._flags(meeting_id), self._lights(meeting_id)
        )
        if self.stack.currentIndex() in (_EMPTY, _TABLE):
            self._show_list()
        self._show_state()
        self._suggest_role()
        self._show_what_can_be_done()
        self.counted.emit(len(self.delegates))

    def _lights(self, meeting_id: int) -> dict[int, Lights]:
        if not meeting_id:
            return {}
        return {
            line.delegate.id: Lights(line.note, line.otherwise, line.delegate.on_portal)
            for line in self._shell.desk.portal.sheet(meeting_id).lines
        }

    def _mark_portal(self, delegate: Delegate) -> None:
        desk = self._shell.desk
        day = None if delegate.on_portal else desk.clock.today()
        if self._try(lambda: desk.delegations.set_on_portal(delegate.id, day)):
            name = delegate.person.full_name
            words = "{name}: on the portal" if day else "{name}: not on the portal"
            self._shell.said_with_undo(tr(words, name=name))

    def _flags(self, meeting_id: int) -> dict[int, str]:
        if not meeting_id:
            return {}
        titles = self._shell.desk.delegations.former_titles(meeting_id)
        return {
            each.id: changed_sentence(titles[each.id], each.person)
            for each in self.delegates
            if each.id in titles
        }

    def _look_at(self, meeting_id: int) -> None:
        """Read when the meeting ends, and whether it is in another city than the mission."""
        desk = self._shell.desk
        self._elsewhere, self._until = False, desk.clock.today()
        profile = desk.profile.get()
        if not meeting_id or profile is None:
            return
        meeting = desk.meetings.get(meeting_id)
        cities = {folded(names.city) for names in profile.names.values()}
        self._elsewhere = bool(meeting.city) and folded(meeting.city) not in cities
        self._until = max(meeting.end or meeting.start or self._until, self._until)

    def reset(self) -> None:
        """Forget what was begun for another meeting."""
        self.picker.clear()
        self.notice.say("")
        self.person_form.load(Person(family_name=""))
        self.stack.setCurrentIndex(_EMPTY)
        self.table.setCurrentIndex(self.table.members.index(-1, -1))

    def _show_list(self) -> None:
        self.stack.setCurrentIndex(_TABLE if self.delegates else _EMPTY)

    def _show_state(self) -> None:
        named = heads(self.delegates)
        count = len(self.delegates)
        members = tr("1 member") if count == 1 else tr("{count} members", count=count)
        if not count:
            self.pill.set("", Tone.PLAIN)
            self.sentence.setText(tr("No members yet"))
        elif len(named) == 1:
            self.pill.set("", Tone.OK)
            name = named[0].person.printed_name(capitals=False)
            self.sentence.setText(tr("{members} · one head: {name}", members=members, name=name))
        else:
            missing = tr("No head of delegation")
            many = tr("{count} heads of delegation", count=len(named))
            self.pill.set(many if named else missing, Tone.WARN)
            self.sentence.setText(members)

    def _suggest_role(self) -> None:
        # The first one named is nearly always the head; nobody is made a second one by accident.
        if not self.delegates:
            wanted = Role.HEAD
        elif heads(self.delegates) and self.role.currentData() == str(Role.HEAD):
            wanted = Role.REPRESENTATIVE
        else:
            return
        self.role.setCurrentIndex(self.role.findData(str(wanted)))

    def _show_what_can_be_done(self) -> None:
        chosen = self.table.chosen()
        row = self.table.currentIndex().row()
        first = 1 if len(heads(self.delegates)) == 1 else 0
        self.head_button.setEnabled(chosen is not None and chosen.role is not Role.HEAD)
        self.remove_button.setEnabled(chosen is not None)
        free = chosen is not None and row >= first
        self.up_button.setEnabled(free and row > first)
        self.down_button.setEnabled(free and row < len(self.delegates) - 1)
        self.sort_button.setEnabled(_ranked(self.delegates) != self.delegates)
        listed = self.stack.currentIndex() == _TABLE
        adding = self.stack.currentIndex() in (_EMPTY, _TABLE)
        for each in (self.import_button, self.reuse_button):
            each.setVisible(adding)
        self.adding.setVisible(self.stack.currentIndex() not in (_IMPORT, _REUSE))
        self.strip.show_member(
            chosen if listed else None, elsewhere=self._elsewhere, needed=self._until
        )
        for each in (
            self.up_button,
            self.down_button,
            self.head_button,
            self.remove_button,
            self.sort_button,
        ):
            each.setVisible(listed)

    # What the officer does

    def add(self, person: Person) -> None:
        """Add a person with the role chosen."""
        role = Role(self.role.currentData())

        def act() -> None:
            added = self._shell.desk.delegations.add(self._stored_id(), person.id, role)
            self.show_delegation(self._stored_id(), added.id)

        self._try(act)

    def begin_person(self, name: str) -> None:
        """Open the form of a new person; the last word of `name` becomes the family name."""
        given, _, family = name.strip().rpartition(" ")
        self.stack.setCurrentIndex(_FORM)
        if name.strip():
            self.person_form.load(Person(family_name=""))
            for field, text in (("given_names", given), ("family_name", family)):
                editor: Any = self.person_form.fields[field].editor
                editor.setText(text)
        self._show_what_can_be_done()
        self.person_form.fields["style"].editor.setFocus()

    def add_person(self) -> None:
        """Store the person typed and put them into the delegation."""
        try:
            person = self._shell.desk.people.save(self.person_form.read())
        except InputError as error:
            if not self.person_form.show_error(error):
                self._shell.show_error(error)
            return
        except CcmDeskError as error:
            self._shell.show_error(error)
            return
        self._end_person()
        self.add(person)

    def _end_person(self) -> None:
        self.person_form.load(Person(family_name=""))
        self._show_list()
        self._show_what_can_be_done()
        self.picker.setFocus()

    def make_head(self) -> None:
        """Make the member chosen the head; a former head becomes a representative."""
        chosen = self.table.chosen()
        if chosen is not None and self.head_button.isEnabled():
            self.change_role(chosen, Role.HEAD)

    def change_role(self, delegate: Delegate, role: Role) -> None:
        """Give a member another role."""
        former = [each for each in heads(self.delegates) if each.id != delegate.id]
        if self._try(lambda: self._shell.desk.delegations.change_role(delegate.id, role)):
            name = delegate.person.full_name
            if role is Role.HEAD and former:
                words = tr(
                    "{name} is the head now; {former} became a representative",
                    name=name,
                    former=former[0].person.full_name,
                )
            else:
                words = tr("{name}: {role}", name=name, role=tr(ROLE_WORDS[role]).lower())
            self._shell.said_with_undo(words)
            self.table.setFocus()

    def move_member(self, source: int, target: int) -> None:
        """Move the member at one place of the list to another; a head stays first."""
        order = list(self.delegates)
        moved = order.pop(source)
        order.insert(target, moved)
        if in_listing_order(order) == self.delegates:
            self._shell.say(tr("The head of delegation is always listed first"))
            return
        self.table.choose_row(source)
        self._reorder(in_listing_order(order))

    def sort_by_rank(self) -> None:
        """List the members by role and rank; what is moved by hand afterwards stays so."""
        delegations, meeting_id = self._shell.desk.delegations, self._stored_id()
        if self._try(lambda: delegations.sort_by_rank(meeting_id)):
            self._shell.said_with_undo(tr("Sorted by role and rank"))

    def remove(self, delegate: Delegate) -> None:
        """Take a member out; it can be undone."""
        if self._try(lambda: self._shell.desk.delegations.remove(delegate.id)):
            self._shell.said_with_undo(
                tr("{name} is no longer in the delegation", name=delegate.person.full_name)
            )
            self.table.setFocus()

    def _remove_chosen(self) -> None:
        chosen = self.table.chosen()
        if chosen is not None:
            self.remove(chosen)

    def _reorder(self, order: Sequence[Delegate]) -> None:
        ids = [delegate.id for delegate in order]
        delegations, meeting_id = self._shell.desk.delegations, self._stored_id()
        if self._try(lambda: delegations.reorder(meeting_id, ids)):
            self._shell.said_with_undo(tr("The order has changed"))

    def begin_import(self) -> None:
        """Open the import of a list in the place of the table."""
        self.stack.setCurrentIndex(_IMPORT)
        self._show_what_can_be_done()
        self.import_part.begin()

    def begin_reuse(self) -> None:
        """Offer the members of earlier delegations in the place of the table."""
        former = self._shell.desk.delegations.earlier(self._meeting_id or None)
        if not former:
            self._shell.say(tr("There is no other delegation yet"))
            return
        self.stack.setCurrentIndex(_REUSE)
        self._show_what_can_be_done()
        present = frozenset(delegate.person.id for delegate in self.delegates)
        self.reuse_part.show_former(former, present)

    def reuse(self, from_meeting: int, delegate_ids: Sequence[int]) -> None:
        """Take members over from an earlier delegation."""
        before = len(self.delegates)
        delegations = self._shell.desk.delegations

        def act() -> None:
            delegations.reuse(self._stored_id(), from_meeting, delegate_ids)

        if self._try(act):
            self._end_part()
            self.show_delegation(self._stored_id())
            count = len(self.delegates) - before
            one, many = tr("1 member added"), tr("{count} members added", count=count)
            self._shell.said_with_undo(one if count == 1 else many)

    def _end_part(self) -> None:
        self._show_list()
        self._show_what_can_be_done()
        (self.table if self.delegates else self.picker).setFocus()

    def open_person(self) -> None:
        """Open the member chosen on the page of the people."""
        chosen = self.table.chosen()
        if chosen is not None:
            self._shell.go("people", chosen.person.id)

    def _mark_travel(self, delegate: Delegate, arranged: bool) -> None:
        delegations = self._shell.desk.delegations
        self._try(lambda: delegations.set_travel_arranged(delegate.id, arranged))

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except CcmDeskError as error:
            self.notice.say(error.message)
            return False
        self.notice.say("")
        return True


def _ranked(delegates: Sequence[Delegate]) -> tuple[Delegate, ...]:
    return in_listing_order(by_rank(delegates))
