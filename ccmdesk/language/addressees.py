"""The addressee of a note: known offices are recognized in any language, others stay as typed."""

import re
from dataclasses import dataclass

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import MeetingKind
from ccmdesk.language.grammar import BLANK, Addressee, grammar
from ccmdesk.language.meeting_names import formal_name, languages_written_like
from ccmdesk.language.phrases import KnownAddressee, pack

__all__ = [
    "BLANK",
    "Addressee",
    "Recognized",
    "addressee",
    "at_one_desk",
    "in_full",
    "recognized",
    "restyled",
    "same_house",
]

_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_BEFORE_MEETING = re.compile(r"^(?:de la|the|de l[’']|la)\s", re.IGNORECASE)
_SECRETARIAT = "Office for Disarmament Affairs"
_PLACE = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Recognized:
    """A known office, and the formal meeting its name holds, if it holds one."""

    english: str
    meeting: tuple[MeetingKind, int] | None = None

    def known_in(self, language: str) -> KnownAddressee | None:
        """Return the office in the phrase pack of a language, None where it is missing."""
        return _by_english(language).get(self.english)

    def form(self, form: str, language: str) -> str:
        """Return `name` or another form of the office with its meeting filled in, "" if none."""
        known = self.known_in(language)
        text = (known.name if form == "name" else known.forms.get(form, "")) if known else ""
        if not self.meeting or "{" not in text:
            return text
        full = formal_name(*self.meeting, language)
        return text.format(
            meeting=full.full,
            the_meeting=full.the,
            to_the_meeting=full.to,
            of_the_meeting=full.of,
        )


def addressee(typed: str, language: str, own_short: str = "") -> Addressee:
    """Return the addressee in the language of the note.

    `own_short` is the sender's name after the first mention; where the addressee's would be the
    same it keeps its full one. Nothing typed gives a blank line.
    """
    return grammar(language).addressee(typed, own_short)


def in_full(typed: str, language: str) -> str:
    """Return the name of an addressee in the language of the note, with the Convention's full name.

    "Secretary of the Eleventh Meeting of States Parties" is completed and translated; so are the
    offices of the phrase packs. Any other name stays as typed.
    """
    known = recognized(typed)
    return (known.form("name", language) if known else "") or tidy(typed)


def recognized(typed: str) -> Recognized | None:
    """Return the known office a text names in any of the languages, or None."""
    name = tidy(typed)
    bare = _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name
    for language in languages_written_like(bare):
        try:
            offices = pack(language).addressees
        except InputError:
            continue
        for known in offices:
            meeting = _matched(known.name, bare, language)
            if meeting is not None:
                return Recognized(known.english, meeting or None)
    return None


def tidy(typed: str) -> str:
    """Return a typed name in one line, without the mark at its end."""
    return " ".join(typed.split()).rstrip(".,;。")


def at_one_desk(one: str, other: str) -> bool:
    """Tell whether two addressees are reached under one address.

    The Office for Disarmament Affairs is, or provides, the secretariat of every meeting.
    """
    if tidy(one).casefold() == tidy(other).casefold():
        return True
    known = (recognized(one), recognized(other))
    return all(
        each is not None and ("{meeting}" in each.english or _SECRETARIAT in each.english)
        for each in known
    )


def same_house(sender: str, name: str, language: str) -> bool:
    """Tell whether the note that is answered came from the addressee called `name` itself."""
    house = grammar(language).addressee(sender).name
    return bool(house) and name.casefold().startswith(house.casefold())


def restyled(name: str, language: str) -> str:
    """Return the name of a person with its style in the language: "S.E. Mme …" for "H.E. Ms. …"."""
    phrases = pack(language)
    for style in sorted(phrases.styles, key=len, reverse=True):
        if name.startswith(f"{style} "):
            return phrases.styles[style] + name[len(style) :]
    return name


def _by_english(language: str) -> dict[str, KnownAddressee]:
    return {known.english: known for known in pack(language).addressees}


def _matched(form: str, typed: str, language: str) -> tuple[MeetingKind, int] | tuple[()] | None:
    """Return the meeting named in `typed`, () for an office without one, None for another name."""
    plain = typed.replace("'", "’")
    place = _PLACE.search(form)
    if place is None:
        return () if plain.casefold() == form.casefold() else None
    before, after = form[: place.start()], form[place.end() :]
    if not plain.casefold().startswith(before.casefold()) or not plain.endswith(after):
        return None
    meeting = plain[len(before) : len(plain) - len(after)].strip()
    reading = grammar(language)
    for text in (meeting, _BEFORE_MEETING.sub("", meeting)):
        found = reading.read_formal_name(text)
        if found:
            return found
    return None
