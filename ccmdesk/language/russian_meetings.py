"""The names of meetings in Russian, in the cases a note needs."""

import re
from dataclasses import dataclass

from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.language import russian_numbers as numbers
from ccmdesk.language.meeting_names import has_formal_name
from ccmdesk.language.russian_cases import Cases, declined, short, unchanged

_CONVENTION = "Конвенции по кассетным боеприпасам"
# What follows the noun of a formal meeting; the dash parts what the genitive has drawn apart.
_AFTER = {
    MeetingKind.STATES_PARTIES: f" государств – участников {_CONVENTION}",
    MeetingKind.REVIEW_CONFERENCE: f" по рассмотрению действия {_CONVENTION}",
}
_FORMAL = (
    (
        re.compile(
            r"(?P<n>[а-я\d-]+(?: [а-я]+)?) совещани[еяюи]м? "
            r"государств ?[-–—]? ?участников(?: конвенции(?: по кассетным боеприпасам)?)?"
        ),
        MeetingKind.STATES_PARTIES,
    ),
    (
        re.compile(
            r"(?P<n>[а-я\d-]+(?: [а-я]+)?) "
            r"(?:обзорн\w+ конференци\w+|конференци\w+ по рассмотрению действия)"
            r"(?: конвенции(?: по кассетным боеприпасам)?)?"
        ),
        MeetingKind.REVIEW_CONFERENCE,
    ),
)
# The noun a name typed in other letters is said with, by a word the name holds.
_NOUNS = (
    ("conf", "конференция"),
    ("meeting", "совещание"),
    ("reunión", "совещание"),
    ("réunion", "совещание"),
    ("seminar", "семинар"),
    ("séminaire", "семинар"),
    ("workshop", "семинар"),
    ("forum", "форум"),
)
_EVENT = "мероприятие"
_TWO_CONSONANTS = re.compile(r"[вф][бвгджзклмнпрстфхцчшщ]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RussianMeeting:
    """A meeting in its cases.

    `into` follows "участие" ("в одиннадцатом Совещании"), `at` names the place where something is
    looked at ("на одиннадцатом Совещании"); `short` is its name after the first mention.
    """

    name: Cases
    short: Cases

    @property
    def into(self) -> str:
        """Return the meeting after в, or after во where two consonants follow."""
        prepositional = self.name.prepositional
        return f"{'во' if _TWO_CONSONANTS.match(prepositional) else 'в'} {prepositional}"

    @property
    def at(self) -> str:
        """Return the meeting after на."""
        return f"на {self.name.prepositional}"


def named(meeting: Meeting) -> RussianMeeting:
    """Return a meeting: formal ones from their ordinal, others as typed."""
    if has_formal_name(meeting):
        return formal(meeting.kind, meeting.ordinal)
    typed = " ".join(meeting.name.split())
    known = declined(typed) if _CYRILLIC.search(typed) else None
    if known:
        return RussianMeeting(known, short(typed) or known)
    # A name that cannot take a case is said with a noun that does.
    word = next((noun for part, noun in _NOUNS if part in typed.casefold()), _EVENT)
    noun = declined(word) or unchanged(word)
    return RussianMeeting(noun.followed_by(f" «{typed}»"), noun)


def formal(kind: MeetingKind, number: int) -> RussianMeeting:
    """Return a Meeting of States Parties or Review Conference, 1 to 99."""
    word = "Конференция" if kind is MeetingKind.REVIEW_CONFERENCE else "Совещание"
    noun = declined(word) or unchanged(word)
    count = numbers.ordinal_cases(number, noun.gender)
    return RussianMeeting(noun.after(count).followed_by(_AFTER[kind]), noun)


def read(text: str) -> tuple[MeetingKind, int] | None:
    """Return kind and ordinal of a formal meeting named in any case, or None."""
    plain = " ".join(text.split()).casefold().replace("ё", "е")
    for pattern, kind in _FORMAL:
        match = pattern.fullmatch(plain)
        number = numbers.ordinal_value(match["n"]) if match else 0
        if number:
            return kind, number
    return None
