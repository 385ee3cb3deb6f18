"""Arabic as a note needs it: agreement of verbs and pronouns, addressees, meetings, places."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from ccmdesk.domain.layout import Layout
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.mission_names import Names
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.person import Person
from ccmdesk.language import arabic_nouns, arabic_typography
from ccmdesk.language.addressees import in_full, recognized
from ccmdesk.language.arabic_dates import arabic_date, arabic_span, hijri_date
from ccmdesk.language.arabic_nouns import ARABIC, Noun, noun
from ccmdesk.language.arabic_numbers import arabic_ordinal
from ccmdesk.language.grammar import BLANK, Addressee, MeetingName
from ccmdesk.language.houses import HouseKind, read_house
from ccmdesk.language.meeting_names import has_formal_name, tense
from ccmdesk.language.names import Seat, seat
from ccmdesk.language.phrases import PhrasePack, pack
from ccmdesk.language.state_names import state_names

_CONVENTION = "اتفاقية الذخائر العنقودية"
_FORMAL = (
    (
        re.compile(
            r"(?:ال|لل)اجتماع (?P<n>[\u0620-\u064a ]+?) للدول الأطراف"
            r"(?: في (?:الاتفاقية|اتفاقية الذخائر العنقودية))?"
        ),
        MeetingKind.STATES_PARTIES,
    ),
    (
        re.compile(
            r"(?:ال|لل)مؤتمر الاستعراضي (?P<n>[\u0620-\u064a ]+?)"
            r"(?: للدول الأطراف في)?(?: (?:للاتفاقية|الاتفاقية|ل?اتفاقية الذخائر العنقودية))?"
        ),
        MeetingKind.REVIEW_CONFERENCE,
    ),
)
_ONLINE = frozenset({"virtual", "online", "en ligne", "virtuel"})
_MISSIONS = {
    Seat.GENEVA: ("mission_geneva", "جنيف"),
    Seat.NEW_YORK: ("mission_new_york", "نيويورك"),
    Seat.VIENNA: ("mission_vienna", "فيينا"),
}


def values(content: NoteContent, phrases: PhrasePack) -> dict[str, str]:
    """Return what the Arabic formulas have places for; the pack says what each is."""
    layout = content.layout
    mission = noun(" ".join(content.names.mission.split()) or BLANK)
    own_name = mission.short if layout.short_names else mission.name
    to = addressee(content.addressee, mission.short)
    reader, state = noun(to.to), _state(content.names.state)
    sender = in_full(content.reference_sender, "ar")
    name = meeting(content.meeting) if content.meeting else None
    of_meeting = name.of if name else BLANK
    return {
        "mission": mission.name,
        "own_name": own_name,
        "v": mission.verb,
        "own": mission.pronoun,
        "grateful": "ممتنة" if mission.feminine else "ممتناً",
        # A name in apposition, such as a branch of an office, is closed by a comma too.
        "to": _closed(to.to),
        "to_addressee": _closed(arabic_nouns.to(to.to)),
        "short": to.short if layout.short_names else to.to,
        "to_short": to.to_short if layout.short_names else arabic_nouns.to(to.to),
        "them": reader.pronoun,
        "addressee": to.name,
        "sender": sender,
        "of_sender": sender,
        "note_plain": _note(content, phrases),
        "state": state.name,
        "sv": state.verb,
        "st": state.past,
        "sown": state.pronoun,
        "the_meeting": name.the if name else BLANK,
        "of_the_meeting": of_meeting,
        "by_the_meeting": f"ب{of_meeting}" if ARABIC.match(of_meeting) else f"بـ{of_meeting}",
        "held": _held(content.meeting, content.dated, phrases, layout) if content.meeting else "",
        "city": content.names.city or BLANK,
        "date": _foot_date(content.dated, phrases, layout),
    }


def before_statement(statement: str) -> Mapping[str, str]:
    """Return nothing: the verb of honour takes its "ب" from the statement."""
    return {}


def member_forms(printed: str, person: Person, role: str) -> Mapping[str, str]:
    """Return nothing: names stand as they are in every line."""
    return {}


def written(day: date, layout: Layout) -> str:
    """Return "11 أيلول/سبتمبر 2023", in the months and digits of the layout."""
    return arabic_date(day, layout)


def polished(text: str) -> str:
    """Return the text with Arabic marks, Latin names and references isolated."""
    return arabic_typography.polished(text)


def addressee(typed: str, own_short: str = "") -> Addressee:
    """Return the addressee in Arabic where it is known; nothing typed gives a blank line.

    A name in another script stays as typed, after a noun that tells how the sentence agrees.
    """
    name = _in_arabic(typed)
    if not name:
        return Addressee("", BLANK, BLANK, BLANK)
    to = name
    if not ARABIC.search(name):
        to = pack("ar").say("unknown_addressee", name=name)
        short = to.split("،")[0]
        return Addressee(name, to, short, arabic_nouns.to(short))
    found = noun(to)
    to = arabic_nouns.oblique(to)
    short = noun(to).short
    if short == own_short:
        # Another mission is told from one's own by its State: "البعثة الدائمة لأيرلندا".
        short = re.split(r" لدى | في |،", to, maxsplit=1)[0]
    return Addressee(name, to, short, arabic_nouns.to(short), found.many)


def meeting(meeting: Meeting) -> MeetingName:
    """Return the name of a meeting: formal ones from their ordinal, others as typed."""
    if has_formal_name(meeting):
        return formal_name(meeting.kind, meeting.ordinal)
    typed = " ".join(meeting.name.split())
    name = typed if ARABIC.search(typed) else pack("ar").say("typed_meeting", name=typed)
    short = _meeting_noun(name).short
    to, to_short = arabic_nouns.to(name), arabic_nouns.to(short)
    return MeetingName(typed, name, to, name, short, to_short, short)


@cache
def formal_name(kind: MeetingKind, number: int) -> MeetingName:
    """Return "الاجتماع الحادي عشر للدول الأطراف في اتفاقية الذخائر العنقودية".

    `of` is the name in the oblique case, which shows in the tens ("الاجتماع العشرين").
    """
    if kind is MeetingKind.REVIEW_CONFERENCE:
        short, form = "المؤتمر", f"المؤتمر الاستعراضي {{}} ل{_CONVENTION}"
    else:
        short, form = "الاجتماع", f"الاجتماع {{}} للدول الأطراف في {_CONVENTION}"
    the = form.format(arabic_ordinal(number))
    of = form.format(arabic_ordinal(number, oblique=True))
    return MeetingName(
        the, the, arabic_nouns.to(of), of, short, arabic_nouns.to(short), of_short=short
    )


def read_formal_name(text: str) -> tuple[MeetingKind, int] | None:
    """Return kind and ordinal of a formal meeting named in Arabic, or None."""
    for pattern, kind in _FORMAL:
        match = pattern.fullmatch(" ".join(text.split()))
        number = _ordinal_values().get(match["n"], 0) if match else 0
        if number:
            return kind, number
    return None


def default_names(iso3: str, city: str, state: str) -> Names:
    """Return "البعثة الدائمة لجمهورية العراق لدى مكتب الأمم المتحدة …"."""
    known = state_names("ar").get(iso3)
    name = known["name"] if known else state
    mission, place = _mission(name, seat(city))
    return Names(mission=mission, state=name, city=place or _city(city))


def _mission(state: str, place: Seat) -> tuple[str, str]:
    """Return the usual name of a mission, and its city ("" for an embassy)."""
    form, city = _MISSIONS.get(place, ("embassy", ""))
    return pack("ar").say(form, state=state, to_state=arabic_nouns.to(state)), city


def _in_arabic(typed: str) -> str:
    """Return an addressee in Arabic: offices of the pack, missions and ministries of States."""
    house = None if recognized(typed) else read_house(typed)
    if house is None:
        return in_full(typed, "ar")
    phrases, state = pack("ar"), state_names("ar")[house.iso3]["name"]
    if house.kind is HouseKind.MINISTRY:
        return phrases.say("ministry", state=state)
    if house.kind is HouseKind.EMBASSY:
        where = f" في {_city(house.city)}" if house.city else ""
        return phrases.say("embassy", state=state) + where
    if house.seat is Seat.OTHER:
        return phrases.say("mission", to_state=arabic_nouns.to(state))
    return _mission(state, house.seat)[0]


@cache
def _genders() -> dict[str, bool]:
    return {row["name"]: row["gender"] == "f" for row in state_names("ar").values()}


def _state(typed: str) -> Noun:
    name = " ".join(typed.split())
    return arabic_nouns.state(name or BLANK, _genders().get(name))


@cache
def _ordinal_values() -> dict[str, int]:
    return {
        arabic_ordinal(number, oblique=oblique): number
        for number in range(1, 100)
        for oblique in (False, True)
    }


def _meeting_noun(name: str) -> Noun:
    """Return a typed meeting with its gender."""
    words = pack("ar").words["meeting_nouns"]
    first = name.split()[0]
    return Noun(name, first in words["f"] or first.endswith(("ة", "ات")))


def _note(content: NoteContent, phrases: PhrasePack) -> str:
    """Return the note that is answered as a subject line names it, without a pronoun."""
    number, dated = content.reference.strip() or BLANK, content.reference_dated
    date = arabic_date(dated, content.layout) if dated else BLANK
    name = phrases.say("note_number_and_date", number=number, date=date)
    return phrases.say("note", number_and_date=name)


def _foot_date(day: date, phrases: PhrasePack, layout: Layout) -> str:
    date = arabic_date(day, layout)
    if not layout.hijri:
        return date
    return phrases.say("with_hijri", date=date, hijri=hijri_date(day, layout.digits))


def _held(facts: Meeting, dated: date, phrases: PhrasePack, layout: Layout) -> str:
    """Return where and when the meeting is held, as far as it is known."""
    dates = arabic_span(facts.start, facts.end, layout) if facts.start else ""
    where_and_when = "، ".join(part for part in (_place(facts.venue, facts.city), dates) if part)
    if not where_and_when:
        return ""
    feminine = not has_formal_name(facts) and _meeting_noun(meeting(facts).the).feminine
    form = f"{'held_f' if feminine else 'held_m'}{tense(facts, dated)}"
    return phrases.say(form, where_and_when=where_and_when)


def _place(venue: str, city: str) -> str:
    # A venue may carry remarks: "Don Chan Palace (formal meetings); …".
    venue = re.split(r"[;(]", venue, maxsplit=1)[0].strip().rstrip(",،")
    if {venue.casefold(), city.strip().casefold()} & _ONLINE:
        return "عبر الإنترنت"
    town = _city(city)
    if not venue:
        return f"في {town}" if town else ""
    house = "، ".join(_venue_part(part.strip()) for part in re.split(r"[,،]", venue))
    if not town or town in house:
        return f"في {house}"
    return (
        f"في {house} ب{town}" if ARABIC.match(town) and "،" not in house else f"في {house}، {town}"
    )


def _venue_part(typed: str) -> str:
    """Return a house, or a room or building of it: "القاعة XIX", "مبنى Tempus"."""
    names = pack("ar").names
    if typed in names["venues"]:
        return names["venues"][typed]
    for english, arabic in names["venue_parts"].items():
        match = re.fullmatch(rf"{english} (?P<after>.+)|(?P<before>.+) {english}", typed, re.I)
        if match:
            return f"{arabic} {match['after'] or match['before']}"
    return typed


def _city(typed: str) -> str:
    return pack("ar").names["cities"].get(typed.strip(), typed.strip())


def _closed(name: str) -> str:
    return f"{name}،" if "،" in name else name
