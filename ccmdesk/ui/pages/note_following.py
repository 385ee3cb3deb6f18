"""What a draft follows: the data as they print without a word typed over them."""

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.domain.note import Draft, NoteContent
from ccmdesk.services.note_texts import note_texts
from ccmdesk.ui.pages.note_form import Followed
from ccmdesk.ui.shell import Shell


class NoteFollowing:
    """Reads the data a note follows, and tells whether they are others by now."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._content: NoteContent | None = None

    def read(self, draft: Draft) -> Followed:
        """Return what a draft follows now; raises CcmDeskError where it cannot be composed."""
        desk = self._shell.desk
        # The template speaks to whoever is addressed, typed over or not.
        texts = note_texts(desk.notes.compose(draft))
        self._content = desk.notes.compose(_bare(draft))
        series = tuple(each.name for each in desk.profile.required().series)
        return Followed(self._content, texts, series)

    def is_outdated(self, draft: Draft) -> bool:
        """Tell whether the data changed since they were read.

        Storing what was typed is news as well; nothing that is followed has changed then.
        """
        try:
            return self._shell.desk.notes.compose(_bare(draft)) != self._content
        except CcmDeskError:
            return True


def _bare(draft: Draft) -> Draft:
    """Return the draft with nothing typed over."""
    return Draft(
        draft.kind,
        draft.language,
        draft.meeting_id,
        answers=draft.answers,
        series=draft.series,
        courtesy=draft.courtesy,
    )
