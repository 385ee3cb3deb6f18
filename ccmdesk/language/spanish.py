"""Spanish as a note needs it: agreement, addressees, meetings, places, the names of missions."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from ccmdesk.domain.layout import Layout
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.mission_names import Names
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.person import Person
from ccmdesk.language import spanish_nouns as nouns
from ccmdesk.language import spanish_numbers as numbers
from ccmdesk.language.addressees import in_full, recognized
from ccmdesk.language.grammar import BLANK, Addressee, MeetingName
from ccmdesk.language.houses import House, HouseKind, read_house
from ccmdesk.language.meeting_names import has_formal_name, tense
from ccmdesk.language.names import Seat, seat
from ccmdesk.language.phrases import PhrasePack
from ccmdesk.language.spanish_marks import polished
from ccmdesk.language.spanish_nouns import Noun
from ccmdesk.language.spanish_places import city_name, place
from ccmdesk.language.state_names import state_names

__all__ = ["polished"]

_CONVENTION = "Convención sobre Municiones en Racimo"
_FORMAL = (
    (
        re.compile(
            r"(?P<n>[\w.ªº]+(?: \w+)?) reunion de (?:los )?estados partes?"
            r"(?: (?:en|de) la convencion(?: sobre municiones en racimo)?)?"
        ),
        MeetingKind.STATES_PARTIES,
    ),
    (
        re.compile(
            r"(?P<n>[\w.ªº]+(?: \w+)?) conferencia de examen(?: de (?:los )?estados partes?)?"
            r"(?: (?:en|de) la convencion(?: sobre municiones en racimo)?)?"
        ),
        MeetingKind.REVIEW_CONFERENCE,
    ),
)
_AGREES_WITH_STATE = ("will_participate", "wishes", "can")
_AGREES_WITH_ADDRESSEE = ("inform", "send", "submit", "ask", "could")


def values(content: NoteContent, phrases: PhrasePack) -> dict[str, str]:
    """Return what the Spanish formulas have places for."""
    mission = _mission(content.names)
    own = mission.short if content.layout.short_names else mission
    to = addressee(content.addressee, mission.short.the)
    # A name in apposition, such as a branch of an office, is closed by a comma too.
    full = f"{to.to}," if "," in to.to else to.to
    state = content.names.state or BLANK
    of_state = content.names.of_state or nouns.of(state)
    name = meeting(content.meeting) if content.meeting else None
    held = _held(content.meeting, content.dated, name, phrases) if content.meeting and name else ""
    sender = content.reference_sender.strip()
    plural = nouns.is_plural(state)
    return {
        "La_mission": _capital(mission.the),
        "Sender": _capital(own.the),
        "own_name": mission.short.name,
        "state": state,
        "of_state": of_state,
        "to": full,
        "to_short": to.to_short if content.layout.short_names else full,
        "addressee": to.name,
        "of_addressee": nouns.of(to.short),
        "sender": sender,
        "of_sender": _noun_of(sender).of if sender else "",
        "the_meeting": name.the if name else BLANK,
        "to_the_meeting": name.to if name else BLANK,
        "of_the_meeting": name.of if name else BLANK,
        "meeting": name.full if name else BLANK,
        "held": held,
        "held_closed": f"{held}," if held else "",
        "city": content.names.city or BLANK,
        "date": written(content.dated, content.layout),
        **{form: _agreeing(phrases, form, plural) for form in _AGREES_WITH_STATE},
        **{form: _agreeing(phrases, form, to.many) for form in _AGREES_WITH_ADDRESSEE},
    }


def before_statement(statement: str) -> Mapping[str, str]:
    """Return nothing: "de" is the same before every verb."""
    return {}


def member_forms(printed: str, person: Person, role: str) -> Mapping[str, str]:
    """Return a member with the article that goes with a style: "la Sra. …", "al Sr. …"."""
    style = printed.split()[0] if person.style.strip() else ""
    feminine = person.gender == "f" or style in ("Sra.", "Excma.", "Dra.")
    noun = Noun(printed, ("f" if feminine else "m") if style and style != "S.E." else "")
    return {
        "The": _capital(noun.the),
        "to": noun.to,
        "of": noun.of,
        "role_lower": role[:1].lower() + role[1:],
    }


def written(day: date, layout: Layout) -> str:
    """Return "16 de agosto de 2023"."""
    return numbers.written(day)


def addressee(typed: str, own_short: str = "") -> Addressee:
    """Return the addressee with its article; nothing typed gives a blank line."""
    noun = _noun_of(typed)
    if not noun.name:
        return Addressee("", BLANK, BLANK, BLANK)
    short = noun.short if noun.gender else noun
    if short.the == own_short:
        # Another mission is told from one's own by its State: "Misión Permanente de Irlanda".
        of_its_state = re.split(r"\s(?:ante|en)\s", noun.name, maxsplit=1)[0]
        short = replace(noun, name=of_its_state)
    return Addressee(noun.name, noun.to, short.the, short.to, noun.many)


def meeting(meeting: Meeting) -> MeetingName:
    """Return the name of a meeting: formal ones from their ordinal, others as typed."""
    if has_formal_name(meeting):
        return formal_name(meeting.kind, meeting.ordinal)
    typed = " ".join(meeting.name.split())
    noun = nouns.meeting_noun(typed)
    short = Noun("reunión", "f")
    if noun is None:
        return _meeting_name(typed, Noun(f"reunión «{typed}»", "f"), short)
    return _meeting_name(noun.name, noun, short)


@cache
def formal_name(kind: MeetingKind, number: int) -> MeetingName:
    """Return "Undécima Reunión de los Estados Partes en la Convención sobre …"."""
    count = numbers.ordinal(number)
    if kind is MeetingKind.REVIEW_CONFERENCE:
        full, short = f"{count} Conferencia de Examen de la {_CONVENTION}", "Conferencia"
    else:
        full, short = f"{count} Reunión de los Estados Partes en la {_CONVENTION}", "Reunión"
    return _meeting_name(full, Noun(full, "f"), Noun(short, "f"))


def read_formal_name(text: str) -> tuple[MeetingKind, int] | None:
    """Return kind and ordinal of a formal meeting named in Spanish, or None."""
    plain = nouns.folded(" ".join(text.split()))
    for pattern, kind in _FORMAL:
        match = pattern.fullmatch(plain)
        number = numbers.ordinal_value(match["n"]) if match else 0
        if number:
            return kind, number
    return None


def default_names(iso3: str, city: str, state: str) -> Names:
    """Return "Misión Permanente de los Países Bajos ante la Oficina …"."""
    known = state_names("es").get(iso3)
    name = known["in_text"] if known else state
    of_state = known["of"] if known else nouns.of(state)
    where = seat(city)
    town = city_name(city.strip())
    if where is Seat.OTHER:
        return Names(mission=f"Embajada {of_state}", state=name, city=town, of_state=of_state)
    mission = _mission_name(of_state, where)
    city = {Seat.GENEVA: "Ginebra", Seat.NEW_YORK: "Nueva York", Seat.VIENNA: "Viena"}[where]
    return Names(mission=mission, state=name, city=city, of_state=of_state)


def _mission_name(of_state: str, where: Seat) -> str:
    after = {
        Seat.GENEVA: " ante la Oficina de las Naciones Unidas y otros organismos internacionales "
        "con sede en Ginebra",
        Seat.NEW_YORK: " ante las Naciones Unidas",
        Seat.VIENNA: " ante las Naciones Unidas (Viena)",
        Seat.OTHER: "",
    }
    return f"Misión Permanente {of_state}{after[where]}"


def _mission(names: Names) -> Noun:
    name = " ".join(names.mission.split())
    noun = nouns.noun(name) if name else Noun(BLANK, "")
    # "Representante" is the same for both; the signature block tells who writes.
    woman = re.search(r"\bSra\b", names.signatory) and nouns.folded(name).startswith("represent")
    return replace(noun, gender="f") if woman else noun


def _noun_of(typed: str) -> Noun:
    """Return an addressee or a sender in Spanish, as far as it is known."""
    house = None if recognized(typed) else read_house(typed)
    return nouns.noun(_house_name(house) if house else in_full(typed, "es"))


def _house_name(house: House) -> str:
    of_state = state_names("es")[house.iso3]["of"]
    if house.kind is HouseKind.MISSION:
        return _mission_name(of_state, house.seat)
    if house.kind is HouseKind.MINISTRY:
        return f"Ministerio de Relaciones Exteriores {of_state}"
    town = f" en {city_name(house.city)}" if house.city else ""
    return f"Embajada {of_state}{town}"


def _meeting_name(full: str, noun: Noun, short: Noun) -> MeetingName:
    return MeetingName(
        full, noun.the, noun.to, noun.of, short.the, short.to, short.of, many=noun.many
    )


def _held(facts: Meeting, dated: date, name: MeetingName, phrases: PhrasePack) -> str:
    """Return where and when the meeting is held, as far as it is known."""
    dates = numbers.span(facts.start, facts.end) if facts.start else ""
    where = place(facts.venue, facts.city)
    # A comma closes the name of a place that has one inside.
    joint = ", " if "," in where else " "
    when_and_where = joint.join(part for part in (where, dates) if part)
    if not when_and_where:
        return ""
    form = "held_many" if name.many else "held_one"
    return phrases.say(form + tense(facts, dated), when_and_where=when_and_where)


def _agreeing(phrases: PhrasePack, form: str, many: bool) -> str:
    return phrases.formulas[f"{form}_many" if many else form]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
