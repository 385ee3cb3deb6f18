"""The addressee of a note: full and short name, and both after a preposition."""

import re
from dataclasses import dataclass

from ccmdesk.language import french
from ccmdesk.language.meeting_names import formal_name, read_formal_name
from ccmdesk.language.phrases import KnownAddressee, pack

BLANK = "________"
_ENGLISH_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_NO_ARTICLE = re.compile(
    r"(?:His|Her|Their|H\.E\.|Mr|Ms|Mrs|Mx|Dr|Prof|Ambassador|All|Each|An?)(?!\w)", re.IGNORECASE
)
_ENGLISH_JOINT = re.compile(r",|\s(?:of|to|for|at|in|accredited|on)\s")
_ENGLISH_NOUN = re.compile(
    r"(?:Secretary|Secretariat|Secretary-General|President|President-designate|Chair|Chairperson"
    r"|Director|Director-General|Coordinator|Office|Unit|Mission|Missions|Embassy|Ministry|Bureau"
    r"|Department|Division|Branch|Centre|Delegation|Government|Commission|Council|Committee"
    r"|Minister|Representative|Organization|Conference|Head|Protocol)"
)


@dataclass(frozen=True, slots=True)
class Addressee:
    """An addressee as the note writes it.

    `name` stands over the address; `to` follows "compliments" and "renew" ("to" itself left out in
    English), `short` and `to_short` are used after the first mention, `many` is for plural ones.
    """

    name: str
    to: str
    short: str
    to_short: str
    many: bool = False


def addressee(typed: str, language: str, own_short: str = "") -> Addressee:
    """Return the addressee in the language of the note.

    `own_short` is the sender's name after the first mention; where the addressee's would be the
    same it keeps its full one. Nothing typed gives a blank line.
    """
    name = in_full(typed, language)
    if not name:
        return Addressee("", BLANK, BLANK, BLANK)
    return _french(name, own_short) if language == "fr" else _english(name, own_short)


def in_full(typed: str, language: str) -> str:
    """Return the name of an addressee in the language of the note, with the Convention's full name.

    "Secretary of the Eleventh Meeting of States Parties" is completed, and given in French in a
    French note; so are the offices of the phrase pack. Any other name stays as typed.
    """
    name = " ".join(typed.split()).rstrip(".,;")
    bare = _ENGLISH_ARTICLE.sub("", name, count=1) if _ENGLISH_ARTICLE.match(name) else name
    for known in pack("fr").addressees:
        found = _matched(known, bare)
        if found is not None:
            return known_name(known, found, language)
    return name


def known_name(known: KnownAddressee, meeting: str, language: str) -> str:
    """Return a known addressee in a language; `meeting` is the meeting's name as it was typed."""
    formal = read_formal_name(meeting) if meeting else None
    if formal is None:
        return known.name if language == "fr" else known.english
    full = formal_name(*formal, language)
    if language == "fr":
        return known.name.replace("{of_the_meeting}", full.of)
    return known.english.replace("{meeting}", full.full)


def _matched(known: KnownAddressee, typed: str) -> str | None:
    """Return the meeting named in `typed` ("" for none) if it is this addressee, else None."""
    for form in (known.english, known.name):
        before, _, after = form.replace("{of_the_meeting}", "{meeting}").partition("{meeting}")
        plain = typed.replace("'", "’")
        if "{" not in form:
            if plain.casefold() == form.casefold():
                return ""
            continue
        if not plain.casefold().startswith(before.casefold()) or not plain.endswith(after):
            continue
        meeting = re.sub(r"^(?:de la|the)\s", "", plain[len(before) :], flags=re.IGNORECASE)
        if read_formal_name(meeting):
            return meeting
    return None


def _english(name: str, own_short: str) -> Addressee:
    match = _ENGLISH_ARTICLE.match(name)
    bare = name[match.end() :] if match else name
    to = bare if _NO_ARTICLE.match(bare) else f"the {bare}"
    head = _ENGLISH_JOINT.split(bare, maxsplit=1)[0].strip()
    last = head.split()[-1] if head else ""
    many = last.endswith("s") and last in (
        "Missions",
        "Embassies",
        "Representatives",
        "Delegations",
    )
    if "Office for Disarmament Affairs" in bare:
        short = "the Office"
    elif to == bare or not (_ENGLISH_NOUN.fullmatch(last) or many):
        short = to
    else:
        short = f"the {'Secretariat' if last == 'Secretariat' else head}"
    if short == own_short:
        # Another mission is told from one's own by its State: "the Permanent Mission of Ireland".
        short = re.split(r"\s(?:to|accredited|in|at)\s", to, maxsplit=1)[0]
    return Addressee(bare, to, short, short, many)


def _french(name: str, own_short: str) -> Addressee:
    noun = french.noun(name)
    short = french.Noun(french.short(noun.name), noun.gender, noun.many)
    if not noun.gender:
        short = noun
    elif short.the == own_short:
        of_its_state = re.split(r"\s(?:auprès|à)\s", noun.name, maxsplit=1)[0]
        short = french.Noun(of_its_state, noun.gender, noun.many)
    return Addressee(noun.name, noun.to, short.the, short.to, noun.many)


def sender_name(typed: str, language: str) -> str:
    """Return who sent the note that is answered, after "from" or, in French, "de"."""
    name = in_full(typed, language)
    if language == "fr":
        return french.noun(name).of
    return _english(name, "").to
