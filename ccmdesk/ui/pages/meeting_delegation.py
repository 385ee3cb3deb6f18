"""The delegation to a meeting: add, order, roles, remove, import."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from ccmdesk.domain.delegation import Delegate, Role, heads, in_listing_order
from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.domain.person import Person
from ccmdesk.services.search_text import folded
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import ROLE_WORDS
from ccmdesk.ui.pages.delegation_acts import DelegationActs
from ccmdesk.ui.pages.delegation_adding import AddingLine
from ccmdesk.ui.pages.delegation_reuse import ReusePart, changed_sentence
from ccmdesk.ui.pages.member_strip import MemberStrip
from ccmdesk.ui.pages.new_member import NewMember
from ccmdesk.ui.pages.people_import import ImportPart
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.delegation_table import DelegationTable
from ccmdesk.ui.widgets.empty_state import EmptyState
from ccmdesk.ui.widgets.lights import Lights
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import label

_EMPTY, _TABLE, _FORM, _IMPORT, _REUSE = range(5)


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
        self.adding = AddingLine()
        self.adding.picked.connect(self.add)
        self.adding.new_wanted.connect(self.begin_person)
        self.body.addWidget(self.adding)
        self.table = DelegationTable()
        self.acts = DelegationActs(self.table)
        self.body.addWidget(self.acts)
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
        self.new_member = NewMember(shell)
        self.new_member.stored.connect(self._add_stored)
        self.new_member.ended.connect(self._end_person)
        self.stack.addWidget(self.new_member)
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
        self.acts.head_wanted.connect(self.make_head)
        self.acts.remove_wanted.connect(self._remove_chosen)
        self.acts.open_wanted.connect(self.open_person)
        self.acts.sort_wanted.connect(self.sort_by_rank)

    # What is there

    def show_delegation(self, meeting_id: int, choose: int = 0) -> None:
        """Show the delegation of a meeting; 0 stands for one that is not stored yet."""
        desk = self._shell.desk
        self.delegates = in_listing_order(desk.delegations.of(meeting_id)) if meeting_id else ()
        self.adding.offer(desk.people.all(), self.delegates)
        self._meeting_id = self.import_part.meeting_id = meeting_id
        self._look_at(meeting_id)
        self.table.show_delegates(
            self.delegates, choose, self._flags(meeting_id), self._lights(meeting_id)
        )
        if self.stack.currentIndex() in (_EMPTY, _TABLE):
            self._show_list()
        self._show_state()
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
        self.adding.picker.clear()
        self.notice.say("")
        self.new_member.clear()
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

    def _show_what_can_be_done(self) -> None:
        chosen = self.table.chosen()
        self.acts.show_what_can_be_done(self.delegates)
        listed = self.stack.currentIndex() == _TABLE
        adding = self.stack.currentIndex() in (_EMPTY, _TABLE)
        for each in (self.import_button, self.reuse_button):
            each.setVisible(adding)
        self.adding.setVisible(self.stack.currentIndex() not in (_IMPORT, _REUSE))
        self.strip.show_member(
            chosen if listed else None, elsewhere=self._elsewhere, needed=self._until
        )
        self.acts.setVisible(listed)

    # What the officer does

    def add(self, person: Person) -> None:
        """Add a person with the role chosen."""
        role = self.adding.chosen_role()

        def act() -> None:
            added = self._shell.desk.delegations.add(self._stored_id(), person.id, role)
            self.show_delegation(self._stored_id(), added.id)

        self._try(act)

    def begin_person(self, name: str) -> None:
        """Open the form of a new person of that name."""
        self.stack.setCurrentIndex(_FORM)
        self._show_what_can_be_done()
        self.new_member.begin(name)

    def _add_stored(self, person: Person) -> None:
        self._end_person()
        self.add(person)

    def _end_person(self) -> None:
        self._show_list()
        self._show_what_can_be_done()
        self.adding.picker.setFocus()

    def make_head(self) -> None:
        """Make the member chosen the head; a former head becomes a representative."""
        chosen = self.table.chosen()
        if chosen is not None and chosen.role is not Role.HEAD:
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
        (self.table if self.delegates else self.adding.picker).setFocus()

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
