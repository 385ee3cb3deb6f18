"""English as a note needs it: articles, addressees, meetings, places, the names of missions."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from ccmdesk.domain.layout import Layout
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.mission_names import Names
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.person import Person
from ccmdesk.language import typography
from ccmdesk.language.addressees import in_full, restyled
from ccmdesk.language.dates import span
from ccmdesk.language.dates import written as written_date
from ccmdesk.language.grammar import BLANK, Addressee, MeetingName
from ccmdesk.language.meeting_names import has_formal_name, tense
from ccmdesk.language.names import Seat, seat
from ccmdesk.language.ordinals import ordinal, ordinal_value
from ccmdesk.language.phrases import PhrasePack
from ccmdesk.language.state_names import state_names

_CONVENTION = "Convention on Cluster Munitions"
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
_NO_ARTICLE = re.compile(
    r"(?:His|Her|Their|H\.E\.|Mr|Ms|Mrs|Mx|Dr|Prof|Ambassador|All|Each|An?)(?!\w)", re.IGNORECASE
)
_JOINT = re.compile(r",|\s(?:of|to|for|at|in|accredited|on)\s")
_NOUN = re.compile(
    r"(?:Secretary|Secretariat|Secretary-General|President|President-designate|Chair|Chairperson"
    r"|Director|Director-General|Coordinator|Office|Unit|Mission|Missions|Embassy|Ministry|Bureau"
    r"|Department|Division|Branch|Centre|Delegation|Government|Commission|Council|Committee"
    r"|Minister|Representative|Organization|Conference|Head|Protocol)"
)
_PERSON = re.compile(
    r"(?:the )?(?:(?:Deputy )?Permanent (?:Representative|Observer)|Ambassador|Chargée?\b)", re.I
)
_PLURAL = ("Missions", "Embassies", "Representatives", "Delegations")
_MEETING_NOUN = re.compile(
    r"\b(?:assembly|briefing|ceremony|colloquium|commission|committee|conference|congress"
    r"|consultations?|days?|dialogue|event|forum|group|meetings?|seminars?|sessions?|summit"
    r"|symposium|talks|webinar|week|workshops?)\b",
    re.IGNORECASE,
)
_FORMAL = (
    (
        re.compile(
            r"(?P<n>[\w-]+(?: [\w-]+)?) Meeting of (?:the )?States Parties"
            r"(?: to the Convention(?: on Cluster Munitions)?)?",
            re.IGNORECASE,
        ),
        MeetingKind.STATES_PARTIES,
    ),
    (
        re.compile(
            r"(?P<n>[\w-]+(?: [\w-]+)?) Review Conference"
            r"(?: of (?:the )?States Parties)?(?: (?:of|to) the Convention"
            r"(?: on Cluster Munitions)?)?",
            re.IGNORECASE,
        ),
        MeetingKind.REVIEW_CONFERENCE,
    ),
)
_ONLINE = frozenset({"virtual", "online", "en ligne", "virtuel"})


def values(content: NoteContent, phrases: PhrasePack) -> dict[str, str]:
    """Return what the English formulas have places for."""
    mission, own_short = _mission(content.names)
    to = addressee(content.addressee, own_short)
    short, own = to.short, own_short
    if not content.layout.short_names:
        short, own = to.to, f"the {mission}"
    sender, state = content.reference_sender.strip(), content.names.state or BLANK
    name = meeting(content.meeting) if content.meeting else None
    held = _held(content.meeting, content.dated, phrases) if content.meeting else ""
    return {
        "mission": mission,
        "Sender": own[:1].upper() + own[1:],
        "own": own,
        **_possessive(content.names),
        "honour": content.layout.honour,
        "state": state,
        "state_capital": state[:1].upper() + state[1:],
        # A name in apposition, such as a branch of an office, is closed by a comma too.
        "to": f"{to.to}," if "," in to.to else to.to,
        "short": short,
        "addressee": to.name,
        "of_addressee": f"{to.short}{'’' if to.many else '’s'}",
        "sender": addressee(sender).to if sender else "",
        "of_sender": "",
        "the_meeting": name.the if name else BLANK,
        "meeting": name.full if name else BLANK,
        "the_meeting_short": name.short if name else BLANK,
        "held": held,
        "held_closed": f"{held}," if held else "",
        "city": content.names.city or BLANK,
        "date": written(content.dated, content.layout),
    }


def before_statement(statement: str) -> Mapping[str, str]:
    """Return nothing: "to" is the same before every verb."""
    return {}


def member_forms(printed: str, person: Person, role: str) -> Mapping[str, str]:
    """Return nothing: names stand as they are in every line."""
    return {}


def written(day: date, layout: Layout) -> str:
    """Return "11 September 2023"."""
    return written_date(day, "en")


def polished(text: str) -> str:
    """Return the text with English marks and held spaces."""
    return typography.polished(text, "en")


def addressee(typed: str, own_short: str = "") -> Addressee:
    """Return the addressee with its article; nothing typed gives a blank line."""
    name = restyled(in_full(typed, "en"), "en")
    if not name:
        return Addressee("", BLANK, BLANK, BLANK)
    return _named(name, own_short)


def _named(name: str, own_short: str = "") -> Addressee:
    match = _ARTICLE.match(name)
    bare = name[match.end() :] if match else name
    to = bare if _NO_ARTICLE.match(bare) else f"the {bare}"
    head = _JOINT.split(bare, maxsplit=1)[0].strip()
    last = head.split()[-1] if head else ""
    many = last in _PLURAL
    if "Office for Disarmament Affairs" in bare:
        short = "the Office"
    elif to == bare or not (_NOUN.fullmatch(last) or many):
        short = to
    else:
        short = f"the {'Secretariat' if last == 'Secretariat' else head}"
    if short == own_short:
        # Another mission is told from one's own by its State: "the Permanent Mission of Ireland".
        short = re.split(r"\s(?:to|accredited|in|at)\s", to, maxsplit=1)[0]
    return Addressee(bare, to, short, short, many)


def meeting(meeting: Meeting) -> MeetingName:
    """Return the name of a meeting: formal ones from their ordinal, others as typed."""
    if has_formal_name(meeting):
        return formal_name(meeting.kind, meeting.ordinal)
    typed = " ".join(meeting.name.split())
    if _INDEFINITE.match(typed):
        the = typed[0].lower() + typed[1:]
        full = typed.split(" ", 1)[1]
    elif _MEETING_NOUN.search(typed):
        the, full = f"the {typed}", typed
    else:
        # Whether such a name takes an article cannot be told; as a title it is right.
        the, full = f"the meeting “{typed}”", typed
    return MeetingName(full, the, the, the, "the meeting", "the meeting", "the meeting")


@cache
def formal_name(kind: MeetingKind, number: int) -> MeetingName:
    """Return "Eleventh Meeting of States Parties to the Convention on Cluster Munitions"."""
    count = ordinal(number, "en")
    if kind is MeetingKind.REVIEW_CONFERENCE:
        full, short = f"{count} Review Conference of the {_CONVENTION}", "the Conference"
    else:
        full, short = f"{count} Meeting of States Parties to the {_CONVENTION}", "the Meeting"
    the = f"the {full}"
    return MeetingName(full, the, the, the, short, short, short)


def read_formal_name(text: str) -> tuple[MeetingKind, int] | None:
    """Return kind and ordinal of a formal meeting named in English, or None."""
    for pattern, kind in _FORMAL:
        match = pattern.fullmatch(text.strip())
        number = ordinal_value(match["n"]) if match else 0
        if number:
            return kind, number
    return None


def default_names(iso3: str, city: str, state: str) -> Names:
    """Return "Permanent Mission of the Netherlands to the United Nations Office …"."""
    known = state_names("en").get(iso3)
    name = known["in_text"] if known else state
    place = seat(city)
    if place is Seat.GENEVA:
        mission = (
            f"Permanent Mission of {name} to the United Nations Office "
            "and other international organizations in Geneva"
        )
        city = "Geneva"
    elif place is Seat.NEW_YORK:
        mission, city = f"Permanent Mission of {name} to the United Nations", "New York"
    elif place is Seat.VIENNA:
        mission, city = f"Permanent Mission of {name} to the United Nations (Vienna)", "Vienna"
    else:
        mission = f"Embassy of {name}"
    return Names(mission=mission, state=name, city=city)


def _mission(names: Names) -> tuple[str, str]:
    """Return the mission's full name without article, and its name after the first mention."""
    name = _ARTICLE.sub("", " ".join(names.mission.split()))
    if not name:
        return BLANK, BLANK
    return name, "the " + re.split(r"\s(?:of|to)\s", name, maxsplit=1)[0]


def _possessive(names: Names) -> dict[str, str]:
    """Return "its", or "his" and "her" where a person writes and not an office.

    Whether a person is addressed as Ms. or Mr. is told by the name in the signature block.
    """
    if not _PERSON.match(names.mission):
        return {"its": "its", "itself": "itself"}
    if re.search(r"\b(?:Ms|Mrs|Madam|Miss)\b", names.signatory):
        return {"its": "her", "itself": "herself"}
    if re.search(r"\bMr\b", names.signatory):
        return {"its": "his", "itself": "himself"}
    return {"its": "his/her", "itself": "himself/herself"}


def _held(meeting: Meeting, dated: date, phrases: PhrasePack) -> str:
    """Return where and when the meeting is held, as far as it is known."""
    dates = span(meeting.start, meeting.end, "en") if meeting.start else ""
    place = _place(meeting.venue, meeting.city.strip())
    # A comma closes the name of a place that has one inside.
    joint = ", " if "," in place else " "
    when_and_where = joint.join(part for part in (place, dates) if part)
    if not when_and_where:
        return ""
    return phrases.say(f"held{tense(meeting, dated)}", when_and_where=when_and_where)


def _place(venue: str, city: str) -> str:
    # A venue may carry remarks: "Don Chan Palace (formal meetings); …".
    venue = re.split(r"[;(]", venue, maxsplit=1)[0].strip().rstrip(",")
    if city.casefold() in _ONLINE:
        return "online"
    if not venue:
        return f"in {city}" if city else ""
    the = "" if re.match(r"(?:the|room|salle|building)\b", venue, re.IGNORECASE) else "the "
    preposition = "in" if venue.lower().startswith("room") else "at"
    place = f"{preposition} {the}{venue}"
    return f"{place}, {city}" if city and city not in venue else place
