"""What each kind of note is made of: the paragraphs of its template and what it needs to know."""

from dataclasses import dataclass

from ccmdesk.domain.note_line import NoteKind

STATEMENT = "statement"
DELEGATION = "delegation"
CHANGES = "changes"
CORRECTIONS = "corrections"
QUESTION = "question"
REQUEST = "request"


@dataclass(frozen=True, slots=True)
class KindRule:
    """The template of one kind.

    `parts` are the keys of its paragraphs in order; the first follows the opening formula in the
    same sentence. `meeting` tells whether a meeting must be chosen, `earlier` whether the note
    refers to one of the mission's own issued notes, `articles` which articles of the Convention it
    may be about.
    """

    parts: tuple[str, ...]
    meeting: bool = True
    earlier: bool = False
    articles: tuple[int, ...] = ()

    @property
    def lists_delegation(self) -> bool:
        """Tell whether the members of the delegation are printed."""
        return DELEGATION in self.parts


RULES: dict[NoteKind, KindRule] = {
    NoteKind.NOMINATION: KindRule((STATEMENT, DELEGATION, REQUEST)),
    NoteKind.AMENDMENT: KindRule((STATEMENT, CHANGES, DELEGATION, REQUEST), earlier=True),
    NoteKind.CORRECTION: KindRule((STATEMENT, CORRECTIONS, REQUEST), meeting=False, earlier=True),
    NoteKind.REGRETS: KindRule((STATEMENT,)),
    NoteKind.OBSERVER: KindRule((STATEMENT, DELEGATION, REQUEST)),
    NoteKind.ARTICLE7: KindRule((STATEMENT, REQUEST), meeting=False, articles=(7,)),
    NoteKind.EXTENSION: KindRule((STATEMENT, REQUEST), articles=(3, 4)),
    NoteKind.COMPLIANCE: KindRule((STATEMENT, REQUEST), meeting=False, articles=(3, 4)),
    NoteKind.ACKNOWLEDGEMENT: KindRule((STATEMENT,), meeting=False),
    NoteKind.QUERY: KindRule((STATEMENT, QUESTION, REQUEST), meeting=False),
    NoteKind.GENERAL: KindRule((STATEMENT, REQUEST), meeting=False),
}
