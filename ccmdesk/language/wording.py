"""Every sentence of a note verbale in its language; what is asked for here is what gets printed."""

import re
from dataclasses import dataclass

from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.person import Person
from ccmdesk.domain.state import Status
from ccmdesk.language import french
from ccmdesk.language.addressees import BLANK, Addressee, addressee, in_full, sender_name
from ccmdesk.language.dates import span, written
from ccmdesk.language.meeting_names import MeetingName, meeting_name
from ccmdesk.language.phrases import PhrasePack, pack
from ccmdesk.language.typography import held_style, polished

_ONLINE = frozenset({"virtual", "online", "en ligne", "virtuel"})


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of a note from top to foot; `addressee` stands over the address."""

    title: str
    number: str
    opening: str
    delegation: str
    paragraphs: tuple[str, ...]
    request: str
    closing: str
    place_and_date: str
    addressee: str
    subject: str


def wording(content: NoteContent) -> Wording:
    """Return the texts of a note; raises InputError if the language has no phrase pack."""
    phrases = pack(content.language)
    meeting = meeting_name(content.meeting, content.language)
    mission, own_short = _mission(content)
    to = addressee(content.addressee, content.language, own_short)
    values = {
        "mission": mission,
        "La_mission": _capital(french.noun(mission).the),
        # A name in apposition, such as a branch of an office, is closed by a comma too.
        "to": f"{to.to}," if "," in to.to else to.to,
        "short": to.short,
        "to_short": to.to_short,
        "Sender": _capital(own_short),
        "state": content.names.state or BLANK,
        "of_state": _of_state(content),
    }
    participation = phrases.say(
        "party" if content.status is Status.PARTY else "observer",
        will_participate=_agreeing(phrases, "will_participate", _plural_state(content)),
        the_meeting=meeting.the,
        to_the_meeting=meeting.to,
        held=_held(content, phrases, meeting),
        **values,
    )
    opening = phrases.say(
        "page_one",
        reference=_reference(content, phrases, to, meeting),
        participation=participation,
        that=french.that(participation),
        inform=_agreeing(phrases, "inform", to.many),
        **values,
    )
    request = phrases.say("request", **values) if content.request is None else content.request
    date = written(content.dated, content.language)
    texts = Wording(
        title=phrases.formulas["title"],
        number=phrases.say("number", number=content.number_shown or content.number or BLANK),
        opening=opening,
        delegation=phrases.say("delegation", **values),
        paragraphs=content.paragraphs,
        request=request,
        closing=phrases.say("closing", **values),
        place_and_date=phrases.say("place_and_date", city=content.names.city or BLANK, date=date),
        addressee=to.name,
        subject=phrases.say("subject", meeting=meeting.full, to_the_meeting=meeting.to),
    )
    return _polished(texts, content.language)


def standard_request(content: NoteContent) -> str:
    """Return the set sentence before the closing, as an officer may start editing it."""
    phrases = pack(content.language)
    own_short = _mission(content)[1]
    to = addressee(content.addressee, content.language, own_short)
    sentence = phrases.say(
        "request", Sender=_capital(own_short), short=to.short, to_short=to.to_short
    )
    return polished(sentence, content.language)


def printed_style(person: Person, language: str) -> str:
    """Return the style before a name in the language of the note, held on one line."""
    return held_style(pack(language).style(person.style))


def _polished(texts: Wording, language: str) -> Wording:
    def fine(text: str) -> str:
        return polished(text, language)

    return Wording(
        title=texts.title,
        number=fine(texts.number),
        opening=fine(texts.opening),
        delegation=fine(texts.delegation),
        paragraphs=tuple(fine(text) for text in _parted(texts.paragraphs)),
        request=fine(texts.request),
        closing=fine(texts.closing),
        place_and_date=fine(texts.place_and_date),
        addressee=fine(texts.addressee),
        subject=fine(texts.subject),
    )


def _parted(paragraphs: tuple[str, ...]) -> list[str]:
    """Return the free paragraphs, one for each line that was typed, without empty ones."""
    return [line.strip() for text in paragraphs for line in text.splitlines() if line.strip()]


def _mission(content: NoteContent) -> tuple[str, str]:
    """Return the mission's full name without article, and its name after the first mention."""
    name = " ".join(content.names.mission.split())
    if not name:
        return BLANK, BLANK
    if content.language == "fr":
        noun = french.noun(name)
        short = french.Noun(french.short(noun.name), noun.gender, noun.many)
        return name, short.the
    name = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    return name, "the " + re.split(r"\s(?:of|to)\s", name, maxsplit=1)[0]


def _of_state(content: NoteContent) -> str:
    return content.names.of_state or french.of(content.names.state or BLANK)


def _plural_state(content: NoteContent) -> bool:
    return content.names.state.lower().startswith("les ")


def _agreeing(phrases: PhrasePack, formula: str, many: bool) -> str:
    """Return the form of a verb that agrees, where the language has one."""
    return phrases.formulas.get(f"{formula}_{'many' if many else 'one'}", "")


def _reference(
    content: NoteContent, phrases: PhrasePack, to: Addressee, meeting: MeetingName
) -> str:
    """Return the reference to the note that is answered, or the joint where there is none."""
    number, dated = content.reference.strip(), content.reference_dated
    if not number and dated is None:
        return phrases.formulas["without_reference"]
    form = "note_number_and_date" if number and dated else "note_number" if number else "note_date"
    date = written(dated, content.language) if dated else ""
    number_and_date = phrases.say(form, number=number, date=date)
    # A number names the note as a name would; without one it is a note like others.
    article = "" if number else phrases.formulas.get("note_article_without_number", "")
    sender = content.reference_sender.strip()
    if sender and _same_house(sender, to.name, content.language):
        note = phrases.say(
            "note_of_addressee",
            short_genitive=f"{to.short}{'’' if to.many else '’s'}",
            number_and_date=number_and_date,
        )
    elif sender:
        name = sender_name(sender, content.language)
        note = phrases.say(
            "note_of_sender",
            article=article,
            number_and_date=number_and_date,
            sender=name,
            of_sender=name,
        )
    else:
        note = phrases.say("note", article=article, number_and_date=number_and_date)
    # Where the addressee's own title names the meeting, its short name says which is meant.
    named = meeting.full in to.to
    concerning = phrases.say(
        "concerning",
        the_meeting=meeting.short if named else meeting.the,
        to_the_meeting=meeting.to_short if named else meeting.to,
    )
    return phrases.say("with_reference", note=note, concerning=concerning)


def _same_house(sender: str, name: str, language: str) -> bool:
    """Tell whether the note that is answered came from the addressee itself."""
    return name.casefold().startswith(in_full(sender, language).casefold())


def _held(content: NoteContent, phrases: PhrasePack, meeting: MeetingName) -> str:
    """Return where and when the meeting is held, as far as it is known."""
    facts = content.meeting
    dates = span(facts.start, facts.end, content.language) if facts.start else ""
    place = (
        _place_in_french(facts.venue, facts.city)
        if content.language == "fr"
        else _place_in_english(facts.venue, facts.city)
    )
    # A comma closes the name of a place that has one inside.
    joint = ", " if "," in place else " "
    when_and_where = joint.join(part for part in (place, dates) if part)
    if not when_and_where:
        return ""
    form = "held" if "held" in phrases.formulas else f"held_{'many' if meeting.many else 'one'}"
    return phrases.say(form, when_and_where=when_and_where)


def _place_in_english(venue: str, city: str) -> str:
    venue, city = _first_venue(venue), city.strip()
    if city.casefold() in _ONLINE:
        return "online"
    if not venue:
        return f"in {city}" if city else ""
    the = "" if re.match(r"(?:the|room|salle|building)\b", venue, re.IGNORECASE) else "the "
    preposition = "in" if venue.lower().startswith("room") else "at"
    place = f"{preposition} {the}{venue}"
    return f"{place}, {city}" if city and city not in venue else place


def _place_in_french(venue: str, city: str) -> str:
    venue, city = _first_venue(venue), city.strip()
    if city.casefold() in _ONLINE:
        return "en ligne"
    place, town = french.venue(venue) if venue else "", french.city(city) if city else ""
    if venue and not place:
        return f"{town} ({french.venue_name(venue)})" if town else ""
    return ", ".join(part for part in (place, town) if part)


def _first_venue(venue: str) -> str:
    """Return the venue without remarks: "Don Chan Palace (formal meetings); …"."""
    return re.split(r"[;(]", venue, maxsplit=1)[0].strip().rstrip(",")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
