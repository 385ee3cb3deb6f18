"""Holds the meeting's name, days and city in typed text against the meeting itself."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.dates import long_date
from ccmdesk.domain.finding import Finding, warning
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.note import NoteContent
from ccmdesk.language.clear_text import searchable, sentences
from ccmdesk.language.lint_pack import LintPack, lint_pack
from ccmdesk.language.meeting_names import has_formal_name
from ccmdesk.language.named_meeting import named_meeting
from ccmdesk.language.names import folded
from ccmdesk.language.phrases import pack
from ccmdesk.language.typed_texts import TypedText
from ccmdesk.language.written_dates import written_ranges

_FIX = "Write the sentence anew, or go back to the template."


def meeting_findings(content: NoteContent, texts: Sequence[TypedText]) -> Iterator[Finding]:
    """Yield where a text speaks of another meeting, other days or another city."""
    meeting = content.meeting
    if meeting is None:
        return
    for text in texts:
        clues = lint_pack(text.language)
        for sentence in sentences(searchable(text.text)):
            takes_part = bool(clues.cues["takes_part"].search(sentence))
            held = bool(clues.cues["held"].search(sentence))
            told = bool(text.key or clues.cues["this_meeting"].search(sentence))
            if takes_part or held or text.key:
                about = takes_part or (held and told)
                yield from _in_sentence(sentence, text, meeting, clues, about)


def _in_sentence(
    sentence: str, text: TypedText, meeting: Meeting, clues: LintPack, about: bool
) -> Iterator[Finding]:
    origin = source.convening_source(meeting.convening)
    others = _other_meetings(sentence, text.language, clues, meeting)
    if others:
        yield warning(
            "meeting-name-differs",
            text.where,
            f"“{others}” is another meeting than the one this note is about, "
            f"{meeting.code or meeting.name}.",
            _FIX,
            origin,
        )
        return
    if not about:
        return
    start, end = meeting.start, meeting.end or meeting.start
    if start and end and start != end:
        for found in written_ranges(sentence, text.language):
            days = ((start.month, start.day), (end.month, end.day))
            if (found.first, found.last) != days or found.year not in (0, end.year):
                yield warning(
                    "meeting-dates-differ",
                    text.where,
                    f"“{found.text}” are other days than those of the meeting, {long_date(start)}"
                    f" to {long_date(end)}.",
                    _FIX,
                    origin,
                )
                return
    if clues.cues["held"].search(sentence):
        yield from _city(sentence, text, meeting)


def _other_meetings(sentence: str, language: str, clues: LintPack, meeting: Meeting) -> str:
    """Return the name of a formal meeting in a sentence that does not name the right one."""
    if not has_formal_name(meeting):
        return ""
    other = ""
    for match in clues.cues["meeting"].finditer(sentence):
        if match["number"]:
            review = bool(clues.cues["review"].search(match["kind"]))
            kind = MeetingKind.REVIEW_CONFERENCE if review else MeetingKind.STATES_PARTIES
            named: tuple[MeetingKind, int] | None = (kind, int(match["number"]))
        else:
            named = named_meeting(match["name"], language)
        if named == (meeting.kind, meeting.ordinal):
            return ""
        if named and not other:
            other = match[0].strip()
    return other


def _city(sentence: str, text: TypedText, meeting: Meeting) -> Iterator[Finding]:
    if not meeting.city.strip():
        return
    names = _cities(text.language)
    right = names.get(folded(meeting.city), {folded(meeting.city)})
    if any(name in folded(sentence) for name in right):
        return
    for forms in names.values():
        for name in forms:
            if forms is right or len(name) < 2:
                continue
            if re.search(rf"{_EDGE[text.language]}{re.escape(name)}", folded(sentence)):
                yield warning(
                    "meeting-city-differs",
                    text.where,
                    f"The sentence names another city than that of the meeting, {meeting.city}.",
                    _FIX,
                    source.convening_source(meeting.convening),
                )
                return


_EDGE = {"en": r"\b", "fr": r"\b", "es": r"\b", "ru": r"\b", "ar": r"(?<!\w)[بفيل]{0,2}", "zh": ""}
_MORE_CITIES = {
    "en": ("Geneva", "Vienna", "New York", "Lausanne", "Vientiane", "Beirut", "Oslo", "Lusaka"),
}
_STEM = 3


@cache
def _cities(language: str) -> dict[str, set[str]]:
    """Return, by the folded English name of a city, how its names in a language begin."""
    known = dict(pack(language).names["cities"])
    for name in (*_MORE_CITIES["en"], *pack("fr").names["cities"]):
        known.setdefault(name, name)
    found: dict[str, set[str]] = {}
    for english, own in known.items():
        # Russian declines them, and its pack has the case that answers "where" besides.
        name = own.partition("|")[0]
        stem = name[:-1] if language == "ru" and len(name) > _STEM else name
        found.setdefault(folded(english), set()).add(folded(stem))
    return found
