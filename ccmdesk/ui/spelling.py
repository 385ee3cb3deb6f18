"""Loads spellers aside, one for each language, and marks what is written in it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from ccmdesk.domain.note import NoteContent
from ccmdesk.services.spelling import Speller, load_speller
from ccmdesk.ui.pages.note_paragraphs import NoteParagraphs
from ccmdesk.ui.shell import Shell


class Spelling(QObject):
    """The spellers of an editor; `written` gives the paragraphs that are to be marked."""

    def __init__(
        self, shell: Shell, written: Callable[[], Iterable[NoteParagraphs]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell, self._written = shell, written
        self._spellers: dict[str, Speller | None] = {}
        self._names: tuple[str, ...] = ()

    def follow(self, content: NoteContent) -> None:
        """Mark a note in its languages; the names that stand in it are right."""
        names = tuple(_names(content))
        for language in filter(None, (content.language, content.courtesy)):
            if language not in self._spellers:
                self._load(language)
        changed = names != self._names
        self._names = names
        for paragraphs in self._written():
            speller = self._spellers.get(paragraphs.language)
            if speller is not None and changed:
                speller.set_names(names)
            if changed or paragraphs.speller is not speller:
                paragraphs.set_speller(speller)

    def _load(self, language: str) -> None:
        self._spellers[language] = None
        folder = self._shell.folder.dictionaries
        self._shell.run(
            lambda: load_speller(language, folder),
            lambda speller: self._on_loaded(language, speller),
        )

    def _on_loaded(self, language: str, speller: Speller | None) -> None:
        self._spellers[language] = speller
        if speller is None:
            return
        speller.set_names(self._names)
        for paragraphs in self._written():
            if paragraphs.language == language:
                paragraphs.set_speller(speller)


def _names(content: NoteContent) -> Iterable[str]:
    for names in (content.names, content.courtesy_names):
        if names is not None:
            yield from (names.mission, names.state, names.city, names.of_state)
    yield from (content.addressee, *content.address, content.reference_sender)
    if content.meeting is not None:
        meeting = content.meeting
        yield from (meeting.name, meeting.city, meeting.venue, meeting.president)
    for delegate in content.delegates:
        person = delegate.person
        yield from (person.given_names, person.family_name, person.family_name.upper())
        yield from (person.organization, person.place, person.functional_title)
