"""French as a note needs it: its nouns at work in the sentences of a note."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from ccmdesk.domain.layout import Layout
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.mission_names import Names
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.person import Person
from ccmdesk.language import french_nouns as nouns
from ccmdesk.language import typography
from ccmdesk.language.addressees import in_full, restyled
from ccmdesk.language.dates import span
from ccmdesk.language.dates import written as written_date
from ccmdesk.language.french_nouns import Noun
from ccmdesk.language.grammar import BLANK, Addressee, MeetingName
from ccmdesk.language.houses import House, HouseKind, read_house
from ccmdesk.language.meeting_names import has_formal_name, tense
from ccmdesk.language.names import Seat, seat
from ccmdesk.language.ordinals import ordinal, ordinal_value
from ccmdesk.language.phrases import PhrasePack, pack
from ccmdesk.language.state_names import state_names

_CONVENTION = "Convention sur les armes à sous-munitions"
_FORMAL = (
    (
        re.compile(
            r"(?P<n>[\w-]+(?: et [\w]+)?) Assemblée des États parties"
            r"(?: à la Convention(?: sur les armes à sous-munitions)?)?",
            re.IGNORECASE,
        ),
        MeetingKind.STATES_PARTIES,
    ),
    (
        re.compile(
            r"(?P<n>[\w-]+(?: et [\w]+)?) Conférence d[’']examen"
            r"(?: des États parties)?(?: (?:de|à) la Convention"
            r"(?: sur les armes à sous-munitions)?)?",
            re.IGNORECASE,
        ),
        MeetingKind.REVIEW_CONFERENCE,
    ),
)
_ONLINE = frozenset({"virtual", "online", "en ligne", "virtuel"})


def values(content: NoteContent, phrases: PhrasePack) -> dict[str, str]:
    """Return what the French formulas have places for."""
    mission, own = _mission(content.names)
    name = _addressee_noun(content.addressee)
    short = _short(name, own.the) if content.layout.short_names else name
    if not content.layout.short_names:
        own = mission
    sender = content.reference_sender.strip()
    state = content.names.state or BLANK
    many = state.lower().startswith("les ")
    called = meeting(content.meeting) if content.meeting else None
    # A name in apposition, such as a branch of an office, is closed by a comma too.
    comma = "," if "," in name.name else ""
    return {
        "La_mission": _capital(mission.the),
        "Sender": _capital(own.the),
        "own": own.the,
        "to": f"{name.to}{comma}",
        "addressee": name.name if content.addressee.strip() else "",
        "short": short.the,
        "to_short": short.to,
        "of_short": short.of,
        "inform": "les informer" if name.many else "l’informer",
        "lui": "leur" if name.many else "lui",
        "sender": "",
        "of_sender": _addressee_noun(sender).of if sender else "",
        "state": state,
        "of_state": content.names.of_state or nouns.of(state),
        "que_state": f"{nouns.that(state)}{state}",
        **_agreeing(phrases, many),
        "the_meeting": called.the if called else BLANK,
        "to_the_meeting": called.to if called else f"à {BLANK}",
        "of_the_meeting": called.of if called else f"de {BLANK}",
        "meeting": called.full if called else BLANK,
        "held": _held(content.meeting, content.dated, phrases) if content.meeting else "",
        "city": content.names.city or BLANK,
        "date": written(content.dated, content.layout),
    }


def before_statement(statement: str) -> Mapping[str, str]:
    """Return "de " or "d’" as the statement that follows asks."""
    return {"de": "d’" if nouns.vowel_first(statement) else "de "}


def member_forms(printed: str, person: Person, role: str) -> Mapping[str, str]:
    """Return nothing: the formulas need no preposition before a name."""
    return {}


def written(day: date, layout: Layout) -> str:
    """Return "11 septembre 2023"; the first of a month is "1er"."""
    return written_date(day, "fr")


def polished(text: str) -> str:
    """Return the text with French marks and held spaces."""
    return typography.polished(text, "fr")


def addressee(typed: str, own_short: str = "") -> Addressee:
    """Return the addressee with its article; nothing typed gives a blank line."""
    if not typed.strip():
        return Addressee("", BLANK, BLANK, BLANK)
    noun = _addressee_noun(typed)
    short = _short(noun, own_short)
    return Addressee(noun.name, noun.to, short.the, short.to, noun.many)


def _addressee_noun(typed: str) -> Noun:
    house = read_house(typed)
    name = _house_name(house) if house else restyled(in_full(typed, "fr"), "fr")
    return nouns.noun(name) if name else Noun(BLANK, "", False)


def _house_name(house: House) -> str:
    """Return "Mission permanente de l’Irlande …" for an office of a State named in English."""
    of_state = state_names("fr")[house.iso3]["of"]
    if house.kind is HouseKind.MINISTRY:
        return f"Ministère des affaires étrangères {of_state}"
    if house.kind is HouseKind.EMBASSY:
        return f"Ambassade {of_state}" + (f" {nouns.city(house.city)}" if house.city else "")
    if house.seat is Seat.OTHER:
        return f"Mission permanente {of_state}"
    return default_names(house.iso3, house.seat.replace("_", " "), "").mission


def _short(noun: Noun, own_short: str) -> Noun:
    """Return what an addressee is called afterwards; another mission is told by its State."""
    if not noun.gender:
        return noun
    short = Noun(nouns.short(noun.name), noun.gender, noun.many)
    if short.the != own_short:
        return short
    of_its_state = re.split(r"\s(?:auprès|à)\s", noun.name, maxsplit=1)[0]
    return Noun(of_its_state, noun.gender, noun.many)


def meeting(meeting: Meeting) -> MeetingName:
    """Return the name of a meeting: formal ones from their ordinal, others as typed."""
    if has_formal_name(meeting):
        return formal_name(meeting.kind, meeting.ordinal)
    typed = " ".join(meeting.name.split())
    short = Noun("réunion", "f", False)
    noun = nouns.meeting_noun(typed)
    if noun is None:
        apposed = Noun(f"réunion «\u00a0{typed}\u00a0»", "f", False)
        return _from_nouns(typed, apposed, short)
    return _from_nouns(noun.name, noun, short)


@cache
def formal_name(kind: MeetingKind, number: int) -> MeetingName:
    """Return "onzième Assemblée des États parties à la Convention sur les armes …"."""
    count = ordinal(number, "fr")
    if kind is MeetingKind.REVIEW_CONFERENCE:
        noun = Noun(f"{count} Conférence d’examen de la {_CONVENTION}", "f", False)
        short = Noun("Conférence", "f", False)
    else:
        noun = Noun(f"{count} Assemblée des États parties à la {_CONVENTION}", "f", False)
        short = Noun("Assemblée", "f", False)
    return _from_nouns(noun.name, noun, short)


def read_formal_name(text: str) -> tuple[MeetingKind, int] | None:
    """Return kind and ordinal of a formal meeting named in French, or None."""
    for pattern, kind in _FORMAL:
        match = pattern.fullmatch(text.strip())
        number = ordinal_value(match["n"]) if match else 0
        if number:
            return kind, number
    return None


def default_names(iso3: str, city: str, state: str) -> Names:
    """Return "Mission permanente du Nigéria auprès de l’Office des Nations Unies …"."""
    known = state_names("fr").get(iso3)
    name = known["in_text"] if known else state
    of_state = known["of"] if known else nouns.of(state)
    place = seat(city)
    if place is Seat.GENEVA:
        mission = (
            f"Mission permanente {of_state} auprès de l’Office des Nations Unies "
            "et des autres organisations internationales à Genève"
        )
        city = "Genève"
    elif place is Seat.NEW_YORK:
        mission = f"Mission permanente {of_state} auprès de l’Organisation des Nations Unies"
        city = "New York"
    elif place is Seat.VIENNA:
        mission = f"Mission permanente {of_state} auprès des Nations Unies (Vienne)"
        city = "Vienne"
    else:
        mission = f"Ambassade {of_state}"
        city = pack("fr").names["cities"].get(city, city)
    return Names(mission=mission, state=name, city=city, of_state=of_state)


def _mission(names: Names) -> tuple[Noun, Noun]:
    """Return the mission's full name, and its name after the first mention."""
    name = " ".join(names.mission.split())
    if not name:
        return Noun(BLANK, "", False), Noun(BLANK, "", False)
    noun = nouns.noun(name)
    return noun, Noun(nouns.short(noun.name), noun.gender, noun.many)


def _agreeing(phrases: PhrasePack, many: bool) -> dict[str, str]:
    """Return the verbs and the words for "its" that agree with the State in number."""
    return {verb: forms["many" if many else "one"] for verb, forms in phrases.verbs.items()}


def _from_nouns(full: str, noun: Noun, short: Noun) -> MeetingName:
    return MeetingName(
        full, noun.the, noun.to, noun.of, short.the, short.to, short.of, many=noun.many
    )


def _held(held: Meeting, dated: date, phrases: PhrasePack) -> str:
    """Return where and when the meeting is held, as far as it is known."""
    dates = span(held.start, held.end, "fr") if held.start else ""
    place = _place(held.venue, held.city.strip())
    # A comma closes the name of a place that has one inside.
    joint = ", " if "," in place else " "
    when_and_where = joint.join(part for part in (place, dates) if part)
    if not when_and_where:
        return ""
    form = "held_many" if meeting(held).many else "held_one"
    return phrases.say(form + tense(held, dated), when_and_where=when_and_where)


def _place(venue: str, city: str) -> str:
    # A venue may carry remarks: "Don Chan Palace (formal meetings); …".
    venue = re.split(r"[;(]", venue, maxsplit=1)[0].strip().rstrip(",")
    if city.casefold() in _ONLINE:
        return "en ligne"
    place, town = nouns.venue(venue) if venue else "", nouns.city(city) if city else ""
    if venue and not place:
        return f"{town} ({nouns.venue_name(venue)})" if town else ""
    return ", ".join(part for part in (place, town) if part)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
