"""Chinese as a note needs it: addressees, meetings, places, the names of missions."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from ccmdesk.domain.layout import Layout
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.mission_names import Names
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.person import Person
from ccmdesk.language import chinese_typography
from ccmdesk.language.addressees import in_full, recognized
from ccmdesk.language.chinese_numbers import (
    chinese_date,
    chinese_foot_date,
    chinese_ordinal,
    chinese_span,
)
from ccmdesk.language.chinese_typography import is_han
from ccmdesk.language.grammar import BLANK, Addressee, MeetingName
from ccmdesk.language.houses import HouseKind, read_house
from ccmdesk.language.meeting_names import has_formal_name
from ccmdesk.language.names import Seat, seat
from ccmdesk.language.phrases import PhrasePack, pack
from ccmdesk.language.state_names import state_names

_CONVENTION = "《集束弹药公约》"
_FORMAL = re.compile(
    r"(?:《?(?:集束弹药)?公约》?)?第(?P<n>[一二三四五六七八九十]+|\d{1,2})(?:次|届)"
    r"(?P<kind>缔约国会议|审议大会|审议会议)"
)
# What a formula writes around a number that has both words already.
_NUMBERED = re.compile(r"第([^第号，。；：]*第[^第号，。；：]+号)号")
_MISSION = re.compile(r"(?P<state>.*?)常驻.*?(?P<office>代表团|代表处|代表)")
_OFFICES = ("大使馆", "总领事馆", "代表团", "代表处")
_ONLINE = frozenset({"virtual", "online", "en ligne", "virtuel", "线上"})
_MISSIONS = {
    Seat.GENEVA: ("mission_geneva", "日内瓦"),
    Seat.NEW_YORK: ("mission_new_york", "纽约"),
    Seat.VIENNA: ("mission_vienna", "维也纳"),
}


def values(content: NoteContent, phrases: PhrasePack) -> dict[str, str]:
    """Return what the Chinese formulas have places for."""
    layout = content.layout
    mission = _tight(content.names.mission) or BLANK
    to = addressee(content.addressee)
    sender = in_full(content.reference_sender, "zh")
    name = meeting(content.meeting) if content.meeting else None
    return {
        "mission": mission,
        "own_name": _own_short(mission) if layout.short_names else mission,
        "to": to.to,
        "short": to.short if layout.short_names else to.to,
        "addressee": to.name,
        "sender": sender,
        "of_sender": sender,
        "state": _tight(content.names.state) or BLANK,
        "the_meeting": name.the if name else BLANK,
        "held": _held(content.meeting, phrases) if content.meeting else "",
        "city": content.names.city or BLANK,
        "date": chinese_foot_date(content.dated),
    }


def before_statement(statement: str) -> Mapping[str, str]:
    """Return nothing: Chinese joins sentences without a change."""
    return {}


def member_forms(printed: str, person: Person, role: str) -> Mapping[str, str]:
    """Return nothing: names stand as they are in every line."""
    return {}


def written(day: date, layout: Layout) -> str:
    """Return "2023年9月11日"."""
    return chinese_date(day)


def polished(text: str) -> str:
    """Return the text with full-width marks and without spaces between characters.

    A number that was typed as "（2026）日字第12号" keeps its own 第 and 号.
    """
    return _NUMBERED.sub(r"\1", chinese_typography.polished(text))


def addressee(typed: str, own_short: str = "") -> Addressee:
    """Return the addressee in Chinese where it is known; nothing typed gives a blank line.

    Another mission keeps its State in the short name too.
    """
    name, short = _in_chinese(typed)
    if not name:
        return Addressee("", BLANK, BLANK, BLANK)
    if short == own_short:
        short = name
    return Addressee(name, name, short, short)


def meeting(meeting: Meeting) -> MeetingName:
    """Return the name of a meeting: formal ones from their ordinal, others as typed."""
    if has_formal_name(meeting):
        return formal_name(meeting.kind, meeting.ordinal)
    typed = " ".join(meeting.name.split())
    name = _tight(typed) if is_han(typed) else pack("zh").say("typed_meeting", name=typed)
    return _same(typed, name, "该会议")


@cache
def formal_name(kind: MeetingKind, number: int) -> MeetingName:
    """Return "《集束弹药公约》第十一次缔约国会议"."""
    conference = kind is MeetingKind.REVIEW_CONFERENCE
    noun = "审议大会" if conference else "缔约国会议"
    name = f"{_CONVENTION}{chinese_ordinal(number)}次{noun}"
    return _same(name, name, "本次审议大会" if conference else "本次会议")


def read_formal_name(text: str) -> tuple[MeetingKind, int] | None:
    """Return kind and ordinal of a formal meeting named in Chinese, or None."""
    match = _FORMAL.fullmatch(_tight(text))
    number = _ordinal_values().get(match["n"], 0) if match else 0
    if match is None or not number:
        return None
    if match["kind"] == "缔约国会议":
        return MeetingKind.STATES_PARTIES, number
    return MeetingKind.REVIEW_CONFERENCE, number


def default_names(iso3: str, city: str, state: str) -> Names:
    """Return "爱尔兰常驻联合国日内瓦办事处和瑞士其他国际组织代表团"."""
    known = state_names("zh").get(iso3)
    name = known["name"] if known else state
    mission, place = _mission(name, seat(city))
    return Names(mission=mission, state=name, city=place or _city(city))


def _mission(state: str, place: Seat) -> tuple[str, str]:
    """Return the usual name of a mission, and its city ("" for an embassy)."""
    form, city = _MISSIONS.get(place, ("embassy", ""))
    return pack("zh").say(form, state=state), city


def _in_chinese(typed: str) -> tuple[str, str]:
    """Return an addressee in Chinese, in full and as it is called afterwards."""
    known = recognized(typed)
    if known is not None and (name := known.form("name", "zh")):
        return name, known.form("short", "zh") or name
    house = read_house(typed)
    if house is None:
        name = _tight(in_full(typed, "zh"))
        return name, _short(name)
    phrases, state = pack("zh"), state_names("zh")[house.iso3]["name"]
    if house.kind is HouseKind.MINISTRY:
        name = phrases.say("ministry", state=state)
    elif house.kind is HouseKind.EMBASSY:
        city = f"驻{_city(house.city)}" if house.city else ""
        name = phrases.say("embassy", state=state + city)
    elif house.seat is Seat.OTHER:
        name = phrases.say("mission", state=state)
    else:
        name = _mission(state, house.seat)[0]
    return name, _short(name)


def _short(name: str) -> str:
    """Return "爱尔兰常驻代表团" of a mission's full name; any other name stays."""
    match = _MISSION.match(name)
    return f"{match['state']}常驻{match['office']}" if match else name


def _own_short(mission: str) -> str:
    """Return what the sender is called after the first mention: "常驻代表团", "大使馆"."""
    match = _MISSION.match(mission)
    if match:
        return f"常驻{match['office']}"
    return next((office for office in _OFFICES if mission.endswith(office)), mission)


@cache
def _ordinal_values() -> dict[str, int]:
    words = {chinese_ordinal(number).removeprefix("第"): number for number in range(1, 100)}
    return words | {str(number): number for number in range(1, 100)}


def _same(full: str, name: str, short: str) -> MeetingName:
    return MeetingName(full, name, name, name, short, short, short)


def _held(facts: Meeting, phrases: PhrasePack) -> str:
    """Return where and when the meeting is held, as far as it is known."""
    dates = chinese_span(facts.start, facts.end) if facts.start else ""
    when_and_where = dates + _place(facts.venue, facts.city)
    return phrases.say("held", when_and_where=when_and_where) if when_and_where else ""


def _place(venue: str, city: str) -> str:
    # A venue may carry remarks: "Don Chan Palace (formal meetings); …".
    venue = re.split(r"[;；(（]", venue, maxsplit=1)[0].strip().rstrip(",，")
    if {venue.casefold(), city.strip().casefold()} & _ONLINE:
        return "以线上方式"
    # From the larger to the smaller: city, house, building, room.
    house = "".join(_venue_part(part.strip()) for part in re.split(r"[,，]", venue))
    town = _city(city)
    return f"在{'' if town in house else town}{house}" if town or house else ""


def _venue_part(typed: str) -> str:
    """Return a house, or a room or building of it: "XIX会议室", "Tempus楼"."""
    names = pack("zh").names
    if typed in names["venues"]:
        return names["venues"][typed]
    for english, chinese in names["venue_parts"].items():
        match = re.fullmatch(rf"{english} (?P<after>.+)|(?P<before>.+) {english}", typed, re.I)
        if match:
            return f"{match['after'] or match['before']}{chinese}"
    return typed


def _city(typed: str) -> str:
    return pack("zh").names["cities"].get(typed.strip(), typed.strip())


def _tight(typed: str) -> str:
    """Return a typed name without the spaces that Chinese does not have."""
    return chinese_typography.polished(" ".join(typed.split()))
