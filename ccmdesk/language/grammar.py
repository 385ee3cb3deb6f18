"""What the grammar of a language has to give, and where each language keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import Protocol, cast

from ccmdesk.domain.layout import Layout
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.mission_names import Names
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.person import Person
from ccmdesk.language.phrases import PhrasePack, pack

BLANK = "________"
"""What stands where something is not known yet."""

_MODULES = {
    "en": "english",
    "fr": "french",
    "es": "spanish",
    "ru": "russian",
    "ar": "arabic",
    "zh": "chinese",
}


@dataclass(frozen=True, slots=True)
class Addressee:
    """An addressee as the note writes it.

    `name` stands over the address; `to` is the full name as "compliments to" and "renew to" ask for
    it ("au Secrétaire …", a dative in Russian; in English the bare name with its article), `short`
    and `to_short` are used after the first mention, `many` is for plural ones.
    """

    name: str
    to: str
    short: str
    to_short: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class MeetingName:
    """A meeting as sentences name it.

    `full` has no article; `the` has one ("the Eleventh Meeting …"); `to` and `of` join it to a
    preposition or put it in a case ("à la onzième Assemblée …", "de la …"); `short` is its name
    after the first mention, `to_short` and `of_short` the same with the preposition.
    """

    full: str
    the: str
    to: str
    of: str
    short: str
    to_short: str
    of_short: str
    many: bool = False


class Grammar(Protocol):
    """The grammar of one language; each language is a module of this shape."""

    def values(self, content: NoteContent, phrases: PhrasePack) -> dict[str, str]:
        """Return every word of the note that its formulas have places for, rightly inflected.

        Asked for in any language: `addressee` (the name over the address), `to` (the addressee as
        the opening has it), `sender` and `of_sender` (who sent the note that is answered). All
        other places are between a language and its own formulas. The places filled for every
        language are listed in `note_writer.py`.
        """
        ...

    def before_statement(self, statement: str) -> Mapping[str, str]:
        """Return the places of the opening that depend on how the statement begins (de or d’)."""
        ...

    def member_forms(self, printed: str, person: Person, role: str) -> Mapping[str, str]:
        """Return what else a line about a member has places for, such as `to` ("al Sr. …").

        `printed` is style and name, `role` the role as the list prints it; the places are called
        `before_to` and `after_to`.
        """
        ...

    def written(self, day: date, layout: Layout) -> str:
        """Return a date as running text has it."""
        ...

    def addressee(self, typed: str, own_short: str = "") -> Addressee:
        """Return the addressee; `own_short` is the sender's name after the first mention."""
        ...

    def meeting(self, meeting: Meeting) -> MeetingName:
        """Return the name of a meeting: formal ones from their ordinal, others as typed."""
        ...

    def formal_name(self, kind: MeetingKind, number: int) -> MeetingName:
        """Return the name of a Meeting of States Parties or Review Conference, 1 to 99."""
        ...

    def read_formal_name(self, text: str) -> tuple[MeetingKind, int] | None:
        """Return kind and ordinal of a formal meeting named in this language, or None."""
        ...

    def default_names(self, iso3: str, city: str, state: str) -> Names:
        """Return the usual names of a State's mission in a city.

        `state` names a State that is not among the shipped ones, with its article.
        """
        ...

    def polished(self, text: str) -> str:
        """Return the text with the marks and the no-break spaces of the language's print."""
        ...


def grammar(language: str) -> Grammar:
    """Return the grammar of a language; raises InputError for one without a phrase pack."""
    pack(language)
    return cast(Grammar, import_module(f"ccmdesk.language.{_MODULES[language]}"))
