"""Russian as a note needs it: cases, addressees, meetings, places, the names of missions."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from ccmdesk.domain.layout import Layout
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.mission_names import Names
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.person import Person
from ccmdesk.language import russian_cases as cases
from ccmdesk.language import russian_numbers as numbers
from ccmdesk.language.addressees import in_full, recognized, same_house
from ccmdesk.language.grammar import BLANK, Addressee, MeetingName
from ccmdesk.language.houses import House, HouseKind, read_house
from ccmdesk.language.meeting_names import tense
from ccmdesk.language.names import Seat, seat
from ccmdesk.language.phrases import PhrasePack
from ccmdesk.language.russian_cases import Cases, capital
from ccmdesk.language.russian_marks import polished
from ccmdesk.language.russian_meetings import RussianMeeting, formal, named, read
from ccmdesk.language.russian_places import city_line, city_name, in_city, place
from ccmdesk.language.state_names import state_names

__all__ = ["polished"]

# Who is a person is not put behind the word for an office, whatever letters the name has.
_PERSON = re.compile(
    r"(?:г-н|г-жа|Его|Ее|Mr|Ms|Mrs|Dr|H\.E|S\.\s?E|M|Mme|Sra?|Excm[oa])\b"
    r"|.*\b(?:Ambass|Embajador|Represent|Représent|Secret|Secrét|Presid|Présid|Direct|Minister\b"
    r"|Chair|Head\b)",
    re.IGNORECASE,
)
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")


def values(content: NoteContent, phrases: PhrasePack) -> dict[str, str]:
    """Return what the Russian formulas have places for."""
    mission = " ".join(content.names.mission.split()) or BLANK
    short = cases.short(mission) or cases.unchanged(mission)
    own = short.nominative if content.layout.short_names else mission
    to, to_short = _both(content.addressee, short.nominative)
    if not content.layout.short_names:
        to_short = to
    met = named(content.meeting) if content.meeting else None
    held = _held(content.meeting, content.dated, met, phrases) if content.meeting and met else ""
    sender = content.reference_sender.strip()
    of_sender = _cases(sender).genitive if sender else ""
    from_addressee = sender and same_house(sender, _name(content.addressee), "ru")
    return {
        "Mission": capital(mission),
        "Sender": capital(own),
        "grateful": phrases.formulas[f"grateful_{_agreement(short, content.names)}"],
        "state": content.names.state or BLANK,
        "of_state": _of_state(content.names),
        "to": to.dative,
        "to_short": to_short.dative,
        "addressee": _name(content.addressee),
        "of_addressee": to_short.genitive,
        "sender": sender,
        "of_sender": of_sender,
        "note_genitive": _note_genitive(
            content, phrases, to_short.genitive if from_addressee or not sender else of_sender
        ),
        "meeting": met.name.nominative if met else BLANK,
        "of_the_meeting": met.name.genitive if met else BLANK,
        "in_meeting": met.into if met else f"в {BLANK}",
        "at_meeting": met.at if met else f"на {BLANK}",
        "held": held,
        "held_closed": f"{held}," if held else "",
        "city_line": city_line(content.names.city) or BLANK,
        "date": written(content.dated, content.layout),
    }


def before_statement(statement: str) -> Mapping[str, str]:
    """Return nothing: the honour is followed by an infinitive of any kind."""
    return {}


def member_forms(printed: str, person: Person, role: str) -> Mapping[str, str]:
    """Return a member at the start of a sentence, and as a pronoun in the genitive."""
    styles = {"г-жа": "f", "г-н": "m"}
    told = next((styles[word] for word in printed.split() if word in styles), "")
    pronouns = {"f": "нее", "m": "него"}
    return {
        "Name": capital(printed),
        "pronoun": pronouns.get(person.gender or told, "него (нее)"),
        "role_lower": role[:1].lower() + role[1:],
    }


def written(day: date, layout: Layout) -> str:
    """Return "16 августа 2023 года"."""
    return numbers.written(day)


def addressee(typed: str, own_short: str = "") -> Addressee:
    """Return the addressee in the dative; nothing typed gives a blank line."""
    name, short = _both(typed, own_short)
    if name.nominative == BLANK:
        return Addressee("", BLANK, BLANK, BLANK)
    return Addressee(_name(typed), name.dative, short.nominative, short.dative, name.many)


def meeting(meeting: Meeting) -> MeetingName:
    """Return the name of a meeting: formal ones from their ordinal, others as typed."""
    return _meeting_name(named(meeting))


@cache
def formal_name(kind: MeetingKind, number: int) -> MeetingName:
    """Return "одиннадцатое Совещание государств – участников Конвенции по …"."""
    return _meeting_name(formal(kind, number))


def read_formal_name(text: str) -> tuple[MeetingKind, int] | None:
    """Return kind and ordinal of a formal meeting named in Russian, in any case, or None."""
    return read(text)


def default_names(iso3: str, city: str, state: str) -> Names:
    """Return "Постоянное представительство Нидерландов при Отделении …"."""
    known = state_names("ru").get(iso3)
    name = known["name"] if known else state
    of_state = known["genitive"] if known else _genitive(state)
    where = seat(city)
    if where is Seat.OTHER:
        town = city_name(city.strip())
        return Names(mission=f"Посольство {of_state}", state=name, city=town, of_state=of_state)
    mission = _mission_name(of_state, where)
    town = {Seat.GENEVA: "Женева", Seat.NEW_YORK: "Нью-Йорк", Seat.VIENNA: "Вена"}[where]
    return Names(mission=mission, state=name, city=town, of_state=of_state)


def _mission_name(of_state: str, where: Seat) -> str:
    after = {
        Seat.GENEVA: " при Отделении Организации Объединенных Наций и других международных "
        "организациях в Женеве",
        Seat.NEW_YORK: " при Организации Объединенных Наций",
        Seat.VIENNA: " при Организации Объединенных Наций (Вена)",
        Seat.OTHER: "",
    }
    return f"Постоянное представительство {of_state}{after[where]}"


def _of_state(names: Names) -> str:
    if names.of_state:
        return names.of_state
    return _genitive(names.state) if names.state else BLANK


def _genitive(state: str) -> str:
    """Return a State in the genitive: from the shipped list, or by its first noun."""
    for forms in state_names("ru").values():
        if forms["name"].casefold() == state.strip().casefold():
            return forms["genitive"]
    found = cases.declined(state.strip())
    return found.genitive if found else state


def _both(typed: str, own_short: str) -> tuple[Cases, Cases]:
    """Return an addressee in full and as it is called after the first mention."""
    name = _cases(typed)
    short = cases.short(name.nominative) if name.gender else None
    if short is None:
        return name, name
    if short.nominative == own_short:
        # Another mission is told from one’s own by its State.
        of_its_state = re.split(r"\sпри\s", name.nominative, maxsplit=1)[0]
        return name, cases.declined(of_its_state) or name
    return name, short


def _cases(typed: str) -> Cases:
    """Return an addressee or a sender in its cases, as far as it is known."""
    if not typed.strip():
        return cases.unchanged(BLANK)
    name = _name(typed)
    found = cases.declined(name)
    if found:
        return found
    if _CYRILLIC.search(name) or _PERSON.match(name):
        return cases.unchanged(name)
    # A name in other letters cannot take a case; the word before it does.
    return (cases.declined("учреждение") or cases.unchanged("")).followed_by(f" «{name}»")


def _name(typed: str) -> str:
    """Return an addressee in Russian as it stands over the address, as typed if not known."""
    house = None if recognized(typed) else read_house(typed)
    return _house_name(house) if house else in_full(typed, "ru")


def _house_name(house: House) -> str:
    of_state = state_names("ru")[house.iso3]["genitive"]
    if house.kind is HouseKind.MISSION:
        return _mission_name(of_state, house.seat)
    if house.kind is HouseKind.MINISTRY:
        return f"Министерство иностранных дел {of_state}"
    return " ".join(("Посольство", of_state, in_city(house.city))).rstrip()


def _agreement(own: Cases, names: Names) -> str:
    """Return gender or number of who sends the note; a woman is told by the signature block."""
    if own.gender == "m" and re.search(r"\bг-жа\b", names.signatory, re.IGNORECASE):
        return "f"
    return "many" if own.many else own.gender or "n"


def _note_genitive(content: NoteContent, phrases: PhrasePack, whose: str) -> str:
    """Return the note that is answered after "получение": "ноты Управления № … от …"."""
    number, dated = content.reference.strip(), content.reference_dated
    day = written(dated, content.layout) if dated else ""
    if number and dated:
        said = phrases.say("note_number_and_date", number=number, date=day)
    elif dated:
        said = phrases.say("note_date", date=day)
    else:
        said = phrases.say("note_number", number=number or BLANK)
    return f"ноты {whose} {said}"


def _meeting_name(met: RussianMeeting) -> MeetingName:
    name, short = met.name, met.short
    return MeetingName(
        name.nominative,
        name.nominative,
        name.dative,
        name.genitive,
        short.nominative,
        short.dative,
        short.genitive,
        many=name.many,
    )


def _held(facts: Meeting, dated: date, met: RussianMeeting, phrases: PhrasePack) -> str:
    """Return where and when the meeting is held, as far as it is known."""
    dates = numbers.span(facts.start, facts.end) if facts.start else ""
    where = place(facts.venue, facts.city)
    when_and_where = " ".join(part for part in (where, dates) if part)
    if not when_and_where:
        return ""
    form = "many" if met.name.many else met.name.gender
    return phrases.say(f"held_{form}{tense(facts, dated)}", when_and_where=when_and_where)
