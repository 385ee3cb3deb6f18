"""What is wrong with a note: what the linter says, and what no font can print."""

import unicodedata
from dataclasses import replace
from datetime import date

from ccmdesk.domain.dates import long_date
from ccmdesk.domain.finding import Finding, Severity
from ccmdesk.domain.note import NoteContent
from ccmdesk.services import reference
from ccmdesk.services.note_content import awaits_convening_note
from ccmdesk.services.papers import Papers, PrintedPapers
from ccmdesk.services.printed_texts import printed_texts

ASSUMED_RULE = "addressee-assumed"
UNPRINTABLE_RULE = "characters-without-glyph"
_MOST_TOLD = 5


def findings_of(content: NoteContent, today: date, papers: Papers | None = None) -> list[Finding]:
    """Return the findings of a content as of `today`, blocking or not."""
    used = papers or PrintedPapers()
    convening = content.meeting.convening if content.meeting else None
    said = used.check(content, convening=convening, today=today)
    found = [*said, *_assumed_addressee(content), *_unprintable(content, used)]
    # Names are quoted as typed; what steers a terminal or a line is not.
    return [
        replace(
            each,
            where=_visible(each.where),
            message=_visible(each.message),
            fix=_visible(each.fix),
        )
        for each in found
    ]


def _assumed_addressee(content: NoteContent) -> list[Finding]:
    last = reference.secretariat()[-1]
    if not awaits_convening_note(content.meeting) or content.addressee != last.addressee:
        return []
    return [
        Finding(
            ASSUMED_RULE,
            Severity.WARNING,
            "addressee",
            "This meeting has no convening note yet; the addressee and the address were last seen"
            f" in {last.seen_in} of {long_date(last.seen_on)}.",
            "Record the convening note under the meeting, or confirm the address.",
        )
    ]


def _unprintable(content: NoteContent, papers: Papers) -> list[Finding]:
    return [
        Finding(
            UNPRINTABLE_RULE,
            Severity.BLOCKING,
            printed.where,
            f"No font here can print {_listed(lost)} in the {printed.place}.",
            "Write it in other letters.",
        )
        for printed in printed_texts(content)
        if (lost := papers.missing_characters(printed.text))
    ]


def _listed(characters: str) -> str:
    told = [_told(character) for character in characters[:_MOST_TOLD]]
    rest = len(characters) - len(told)
    return ", ".join(told) + (f" and {rest} more" if rest else "")


def _told(character: str) -> str:
    named = unicodedata.name(character, f"U+{ord(character):04X}")
    # What steers a terminal or the direction of the line is named only.
    return f"“{character}” ({named})" if character.isprintable() else named


def _visible(text: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
