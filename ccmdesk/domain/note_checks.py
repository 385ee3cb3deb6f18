"""Reads a note as a protocol officer would, before it is issued."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from ccmdesk.domain.dates import long_date, weekday_name
from ccmdesk.domain.delegation import Delegate, Role, heads
from ccmdesk.domain.finding import Finding, Severity
from ccmdesk.domain.meeting import ConveningNote
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.script_checks import script_findings
from ccmdesk.domain.state import Status
from ccmdesk.domain.text_checks import text_findings
from ccmdesk.domain.weekday_conflict import find_weekday_conflict

_HIGH_RANKS = re.compile(
    r"ambassad|minist|president|président|head of state|head of government|secretary of state"
    r"|secrétaire d[’']état|archbishop|nuncio|nonce|permanent representative|représentante? perman",
    re.IGNORECASE,
)
_HONORIFICS = re.compile(r"H\.\s?E\.|S\.\s?E\.|Excmo\b|Excma\b")
_STYLES = re.compile(r"\b(?:Mr|Ms|Mrs|Mme|Mlle|Dr|Prof|Amb|Ambassador|Sir|Col|Gen)\b\.?|\bM\.")
_AMBASSADOR = re.compile(r"\bambassad", re.IGNORECASE)
# The titles an addressee may have in either language, so that a French note is not held to differ.
_SAME_TITLE = {
    "secrétaire exécutif": "executive secretary",
    "secrétaire général": "secretary-general",
    "secrétaire": "secretary",
    "secrétariat": "secretariat",
    "président": "president",
    "bureau des affaires de désarmement": "office for disarmament affairs",
    "unité d’appui": "implementation support unit",
}


def check(content: NoteContent, *, convening: ConveningNote | None, today: date) -> list[Finding]:
    """Return what is wrong or doubtful in a note, the blocking findings first.

    `convening` is the note that is answered, None if there is none; `today` is the day on which
    the officer looks.
    """
    found = [
        *_sender(content),
        *_addressee(content, convening),
        *_delegation(content),
        *(finding for delegate in content.delegates for finding in _delegate(delegate)),
        *script_findings(content),
        *_meeting(content),
        *_dates(content, convening, today),
        *text_findings(content),
    ]
    order = list(Severity)
    return sorted(found, key=lambda finding: order.index(finding.severity))


def _sender(content: NoteContent) -> Iterator[Finding]:
    names = content.names
    if not names.mission.strip():
        yield _blocking(
            "mission-missing",
            "mission",
            "The mission has no name in this language.",
            "Type the mission’s full name under Settings.",
        )
    if not names.state.strip():
        yield _blocking(
            "state-missing",
            "mission",
            "The State has no name in this language.",
            "Type the State’s name with its article under Settings.",
        )
    if not names.city.strip():
        yield _warning(
            "place-missing",
            "date",
            "The date line has no place.",
            "Type the mission’s city under Settings.",
        )
    words = [word for word in re.findall(r"\w{4,}", names.state) if word[0].isupper()]
    if names.mission.strip() and words and not any(word in names.mission for word in words):
        yield _warning(
            "state-not-in-mission",
            "mission",
            f"The mission’s name does not name the State ({names.state}).",
            "Compare both names under Settings.",
        )
    if content.status is not Status.PARTY:
        yield _info(
            "observer-wording",
            "text",
            "The State is not a Party to the Convention: the note says that it will participate "
            "as an observer (Article 11, paragraph 3).",
        )


def _addressee(content: NoteContent, convening: ConveningNote | None) -> Iterator[Finding]:
    if not content.addressee.strip():
        yield _blocking(
            "addressee-missing",
            "addressee",
            "The note has no addressee.",
            "Take the addressee from the convening note.",
        )
    elif not any(line.strip() for line in content.address):
        yield _warning(
            "address-missing",
            "addressee",
            "The addressee has no address.",
            "Take the address from the convening note.",
        )
    if convening is None:
        return
    if convening.addressee and content.addressee.strip():
        if not _same_addressee(content.addressee, convening.addressee):
            yield _warning(
                "addressee-differs",
                "addressee",
                f"The convening note asks for answers to the {convening.addressee}.",
                "Take the addressee from the convening note.",
            )
        if convening.reply_to and _flat(content.address) not in (
            _flat(convening.reply_to),
            _flat(convening.address),
        ):
            yield _warning(
                "address-differs",
                "addressee",
                "The address is not the one the convening note gives.",
                "Take the address from the convening note.",
            )
    if convening.reference and content.reference.strip() != convening.reference.strip():
        yield _warning(
            "reference-differs",
            "reference",
            f"The convening note is {convening.reference}; this note "
            + (f"answers {content.reference}." if content.reference.strip() else "answers none."),
            "Take the reference from the convening note.",
        )


def _delegation(content: NoteContent) -> Iterator[Finding]:
    delegates = content.delegates
    if not RULES[content.kind].lists_delegation:
        return
    if not delegates:
        yield _blocking(
            "no-delegates",
            "delegation",
            "The delegation has no members.",
            "Add the members under the meeting.",
        )
        return
    leading = heads(delegates)
    if not leading:
        yield _blocking(
            "no-head",
            "delegation",
            "Nobody is named head of delegation.",
            "Choose the head of delegation.",
        )
    if len(leading) > 1:
        names = " and ".join(delegate.person.full_name for delegate in leading)
        yield _blocking(
            "two-heads",
            "delegation",
            f"{names} are both head of delegation.",
            "Leave one head; make the other an alternate head.",
        )
    counted = Counter(_name_key(delegate) for delegate in delegates)
    for key, count in counted.items():
        if count > 1:
            twice = next(delegate for delegate in delegates if _name_key(delegate) == key)
            yield _blocking(
                "person-twice",
                "delegation",
                f"{twice.person.full_name} stands {count} times in the list.",
                "Remove the entry that is too many.",
            )


def _delegate(delegate: Delegate) -> Iterator[Finding]:
    person = delegate.person
    name, where = person.full_name, f"delegation: {person.full_name}"
    if not person.functional_title.strip():
        head = delegate.role is Role.HEAD
        yield _warning(
            "head-title-missing" if head else "title-missing",
            where,
            f"{name}{', head of delegation,' if head else ''} has no functional title; "
            "the secretariat asks for full name and title.",
            "Type the functional title.",
        )
    honorific = bool(_HONORIFICS.search(person.style))
    if honorific and person.functional_title and not _HIGH_RANKS.search(person.functional_title):
        yield _info(
            "excellency-without-rank",
            where,
            f"“{person.style}” is for ambassadors, ministers and above; "
            f"{name} is {person.functional_title}.",
            "Check the style.",
        )
    before = f"{person.style} {person.given_names}"
    if re.search(r"\bAmb(?:\.|assador\b)", before) and _AMBASSADOR.search(person.functional_title):
        yield _info(
            "ambassador-twice",
            where,
            f"{name} is called ambassador before the name and again in the title.",
            "Leave the rank to the title: “H.E. Mr. …, Ambassador”.",
        )
    if _doubled(person.style, person.given_names):
        yield _warning(
            "style-twice",
            where,
            f"“{before.strip()}” has a style twice.",
            "Keep the style in its own field, once.",
        )


def _meeting(content: NoteContent) -> Iterator[Finding]:
    meeting = content.meeting
    if meeting is None:
        if RULES[content.kind].meeting:
            yield _blocking(
                "meeting-missing", "meeting", "The note names no meeting.", "Choose the meeting."
            )
        return
    if not meeting.name.strip():
        yield _blocking(
            "meeting-missing",
            "meeting",
            "The meeting has no name.",
            "Give the meeting its full name.",
        )
    if meeting.start is None:
        yield _warning(
            "meeting-undated",
            "meeting",
            "The meeting has no dates; the note names none.",
            "Add the dates under the meeting as soon as they are known.",
        )
    if not meeting.city.strip() and not meeting.venue.strip():
        yield _warning(
            "meeting-without-place",
            "meeting",
            "The note does not say where the meeting is.",
            "Add the city under the meeting.",
        )


def _dates(content: NoteContent, convening: ConveningNote | None, today: date) -> Iterator[Finding]:
    dated = content.dated
    end = (content.meeting.end or content.meeting.start) if content.meeting else None
    due = convening.delegation_due if convening else None
    if end and dated > end:
        yield _warning(
            "after-meeting",
            "date",
            f"The note is dated after the meeting, which ends on {_spoken(end)}.",
            "Check the date of the note and the meeting.",
        )
    elif due and dated > due:
        yield _warning(
            "after-deadline",
            "date",
            f"The delegation was to be named by {_spoken(due)}.",
            "Send the note at once and tell the secretariat beforehand.",
        )
    if content.reference_dated and dated < content.reference_dated:
        yield _warning(
            "before-reference",
            "date",
            "The note is dated before the note it answers, "
            f"which is of {_spoken(content.reference_dated)}.",
            "Check both dates.",
        )
    if dated < today:
        yield _info("dated-earlier", "date", f"The note is dated {_spoken(dated)}, before today.")
    if dated > today:
        yield _info("dated-later", "date", f"The note is dated {_spoken(dated)}, after today.")
    conflict = find_weekday_conflict(convening.delegation_due_as_written) if convening else None
    if conflict:
        yield _warning(
            "weekday-conflict",
            "date",
            f"The convening note asks for the delegation by “{conflict.as_written}”, but "
            f"{long_date(conflict.day)} is a {weekday_name(conflict.day)}. The earlier day, "
            f"{_spoken(conflict.safe)}, is kept.",
            "Send the note by the earlier day, or ask the secretariat which day is meant.",
        )


def _name_key(delegate: Delegate) -> str:
    return " ".join(delegate.person.full_name.casefold().split())


def _doubled(style: str, given_names: str) -> bool:
    """Tell whether a style is repeated, or stands in the name beside the one in its own field."""
    styles = [found.rstrip(".").lower() for found in _STYLES.findall(style)]
    return (
        len(set(styles)) < len(styles)
        or len(_HONORIFICS.findall(f"{style} {given_names}")) > 1
        or bool(style.strip() and _STYLES.match(given_names))
    )


def _same_addressee(typed: str, asked: str) -> bool:
    first, second = _plain_addressee(typed), _plain_addressee(asked)
    if first == second:
        return True
    for french, english in _SAME_TITLE.items():
        if first.startswith(french):
            return second.startswith(english)
    return False


def _plain_addressee(text: str) -> str:
    folded = " ".join(text.replace("'", "’").casefold().split()).rstrip(".,")
    folded = re.sub(r"^(?:the|le|la|l’|au|à la|à l’)\s*(?=\w{3})", "", folded)
    return re.sub(r" to the convention(?: on cluster munitions)?$", "", folded)


def _flat(lines: Iterable[str]) -> str:
    return " ".join(re.findall(r"[\w.-]+", " ".join(lines).casefold()))


def _spoken(day: date) -> str:
    return f"{weekday_name(day)} {long_date(day)}"


def _blocking(rule: str, where: str, message: str, fix: str = "") -> Finding:
    return Finding(rule, Severity.BLOCKING, where, message, fix)


def _warning(rule: str, where: str, message: str, fix: str = "") -> Finding:
    return Finding(rule, Severity.WARNING, where, message, fix)


def _info(rule: str, where: str, message: str, fix: str = "") -> Finding:
    return Finding(rule, Severity.INFO, where, message, fix)
