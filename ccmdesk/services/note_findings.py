"""What is wrong with a note: what the linter says, and what no font can print."""

import re
import unicodedata
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from ccmdesk.domain import rule_sources
from ccmdesk.domain.dates import long_date
from ccmdesk.domain.finding import Finding, Severity, gravest_first
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.surroundings import Surroundings
from ccmdesk.services.papers import Papers, PrintedPapers
from ccmdesk.services.printed_texts import printed_texts
from ccmdesk.services.secretariats import secretariat

ASSUMED_RULE = "addressee-assumed"
UNPRINTABLE_RULE = "characters-without-glyph"
_MOST_TOLD = 5
_ROOM = re.compile(r"\b[a-z]\W?\d{3}\b")


def findings_of(
    content: NoteContent,
    today: date,
    papers: Papers | None = None,
    around: Surroundings | None = None,
) -> list[Finding]:
    """Return the findings of a content as of `today`, the gravest first.

    `around` is what the register says; without it only what the note itself tells is known.
    """
    used = papers or PrintedPapers()
    if around is None:
        # Loaded here: the window paints before any sentence is needed.
        from ccmdesk.language.wording import unconfirmed

        formulas = tuple(unconfirmed(content, frozenset()))
        around = replace(around_any(content, today), unconfirmed=formulas)
    said = used.check(content, around)
    found = [*said, *_assumed_addressee(content), *_unprintable(content, used)]
    return gravest_first(_shown(each) for each in found)


def around_any(content: NoteContent, today: date) -> Surroundings:
    """Return what is known of the surroundings of any note, without a register."""
    meeting = content.meeting
    return Surroundings(
        today,
        convening=meeting.convening if meeting else None,
        outdated_address=_outdated_address(),
        travels=meeting is not None and _is_elsewhere(meeting.city, content.names.city),
    )


@cache
def _outdated_address() -> dict[str, str]:
    """Return the rooms and e-mail addresses the secretariat had before, and where they stood."""
    *earlier, last = secretariat()
    now = " ".join(last.reply_to).casefold()
    return {
        mark: f"last seen in {each.seen_in} of {long_date(each.seen_on)}"
        for each in earlier
        for mark in (*_ROOM.findall(" ".join(each.address).casefold()), each.email.casefold())
        if mark and mark not in now
    }


@lru_cache(maxsize=64)
def _is_elsewhere(city: str, home: str) -> bool:
    from ccmdesk.language.city_names import same_city

    return bool(city.strip() and home.strip()) and not same_city(city, home)


def _assumed_addressee(content: NoteContent) -> list[Finding]:
    last, meeting = secretariat()[-1], content.meeting
    if meeting is None or not meeting.awaits_convening_note or content.addressee != last.addressee:
        return []
    return [
        Finding(
            ASSUMED_RULE,
            Severity.WARNING,
            "addressee",
            "This meeting has no convening note yet; the addressee and the address were last seen"
            f" in {last.seen_in} of {long_date(last.seen_on)}.",
            "Record the convening note under the meeting, or confirm the address.",
            f"{last.seen_in[:1].upper()}{last.seen_in[1:]} of {long_date(last.seen_on)}",
        )
    ]


def _unprintable(content: NoteContent, papers: Papers) -> list[Finding]:
    texts = printed_texts(content)
    # Nearly always all can be printed; each character is looked up once to know.
    if not papers.missing_characters(" ".join({letter for each in texts for letter in each.text})):
        return []
    return [
        Finding(
            UNPRINTABLE_RULE,
            Severity.BLOCKING,
            printed.where,
            f"No font here can print {listed_characters(lost)} in the {printed.place}.",
            "Write it in other letters.",
            rule_sources.PRINT,
        )
        for printed in texts
        if (lost := papers.missing_characters(printed.text))
    ]


def listed_characters(characters: str) -> str:
    """Return the first few characters with their names, and how many more there are."""
    told = [_told(character) for character in characters[:_MOST_TOLD]]
    rest = len(characters) - len(told)
    return ", ".join(told) + (f" and {rest} more" if rest else "")


def _told(character: str) -> str:
    named = unicodedata.name(character, f"U+{ord(character):04X}")
    # What steers a terminal or the direction of the line is named only.
    return f"“{character}” ({named})" if character.isprintable() else named


def _shown(finding: Finding) -> Finding:
    """Return a finding that quotes what was typed, but not what steers a terminal or a line."""
    texts = (finding.where, finding.message, finding.fix)
    if all(text.isprintable() for text in texts):
        return finding
    where, message, fix = (_visible(text) for text in texts)
    return replace(finding, where=where, message=message, fix=fix)


def _visible(text: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
