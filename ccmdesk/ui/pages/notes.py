"""The notes: the register and the drafts as a table, and the editor of the one that is open."""

from PySide6.QtWidgets import QStackedWidget

from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_beginning import NoteBeginning
from ccmdesk.ui.page import Page
from ccmdesk.ui.pages.note_editor import NoteEditor
from ccmdesk.ui.pages.note_register import NoteRegister
from ccmdesk.ui.shell import Shell


class NotesPage(Page):
    """Lists notes; opens one in the editor, in place of the list."""

    kinds = frozenset({"notes", "meetings", "delegations", "people", "profile"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._list_is_old = True
        self.beginning = NoteBeginning(shell, self)
        self.register = NoteRegister(shell)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.register)
        self.column.addWidget(self.stack, 1)
        self.register.opened.connect(self.open_note)
        self.register.begun.connect(self.new)
        self.beginning.begun.connect(self.open_note)
        self._editor: NoteEditor | None = None

    @property
    def editor(self) -> NoteEditor:
        """Return the editor, made when the first note is opened."""
        if self._editor is None:
            self._editor = NoteEditor(self.shell, self.beginning)
            self._editor.closed.connect(self.show_register)
            self._editor.continued.connect(self.new)
            self.stack.addWidget(self._editor)
        return self._editor

    # What the window asks

    def refresh(self) -> None:
        self._list_is_old = True
        if self._editing:
            self.editor.look_again()
        else:
            self._read()

    def show_target(self, target: object) -> None:
        """Open the note of an id, or begin one: "new", or "new:" and the code of a meeting."""
        if isinstance(target, int):
            self.open_note(target)
        elif isinstance(target, str) and target.partition(":")[0] == "new":
            self.new(target.partition(":")[2])

    def go_home(self) -> None:
        if self._editing:
            self.show_register()

    def take_focus(self) -> None:
        if self._editing:
            self.editor.take_focus()
        else:
            self.register.take_focus()

    def leave(self) -> None:
        if self._editor is not None:
            self._editor.leave()

    # What the officer does

    def new(self, meeting_code: str = "") -> None:
        """Ask what the note is for, then begin a draft."""
        self.beginning.ask(meeting_code)

    def open_note(self, note_id: int) -> None:
        """Open a note in the editor."""
        try:
            found = self.editor.open(note_id)
        except CcmDeskError as error:
            self.shell.show_error(error)
            return
        if not found:
            self.shell.show_error(
                InputError(tr("This note is no longer here; the list shows those that are."))
            )
            self.show_register()
            return
        self.stack.setCurrentWidget(self.editor)
        self.editor.take_focus()

    def show_register(self) -> None:
        """Go back to the list, with the note that was open still chosen."""
        was_open = self.editor.note_id
        self.editor.leave()
        self.editor.close_note()
        self.stack.setCurrentIndex(0)
        self._read(was_open)
        self.register.take_focus()

    # Inside

    @property
    def _editing(self) -> bool:
        return self._editor is not None and self.stack.currentWidget() is self._editor

    def _read(self, chosen: int = 0) -> None:
        if self._list_is_old:
            self._list_is_old = False
            self.register.refresh(chosen)
        elif chosen:
            self.register.choose(chosen)
