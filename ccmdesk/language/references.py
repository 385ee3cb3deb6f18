"""How a note refers to the note it answers, and to the mission's own earlier one."""

from collections.abc import Mapping

from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.language.addressees import same_house
from ccmdesk.language.grammar import BLANK, Grammar
from ccmdesk.language.phrases import PhrasePack


def values(
    content: NoteContent, phrases: PhrasePack, grammar: Grammar, known: Mapping[str, str]
) -> dict[str, str]:
    """Return the places reference, note, concerning and earlier; `known` are those filled already.

    `reference` is the joint between compliments and honour, with the notes referred to inside.
    """
    note = _note(content, phrases, grammar, known)
    concerning = _concerning(content, phrases, grammar, known)
    earlier = _earlier(content, phrases, grammar)
    places = {
        "note": note or phrases.say("note_unknown", **known, blank=BLANK),
        "concerning": concerning,
        "earlier": earlier,
    }
    return {**places, "reference": phrases.say(form(content), **{**known, **places})}


def form(content: NoteContent) -> str:
    """Return the key of the formula that joins the compliments to the honour."""
    answers = bool(content.reference.strip()) or content.reference_dated is not None
    # An acknowledgement names the note in its statement; the opening would say it twice.
    quoted = answers and content.kind is not NoteKind.ACKNOWLEDGEMENT
    if RULES[content.kind].earlier:
        return "with_reference_and_earlier" if quoted else "with_earlier"
    return "with_reference" if quoted else "without_reference"


def _note(
    content: NoteContent, phrases: PhrasePack, grammar: Grammar, known: Mapping[str, str]
) -> str:
    """Return the note that is answered as a sentence names it, "" where there is none."""
    number, dated = content.reference.strip(), content.reference_dated
    if not number and dated is None:
        return ""
    form = "note_number_and_date" if number and dated else "note_number" if number else "note_date"
    date = grammar.written(dated, content.layout) if dated else ""
    # A number names the note as a name would; without one it is a note like others.
    article = "" if number else phrases.formulas.get("note_article_without_number", "")
    places = {
        **known,
        "number_and_date": phrases.say(form, number=number, date=date),
        "article": article,
    }
    sender = content.reference_sender.strip()
    if sender and same_house(sender, known["addressee"], content.language):
        return phrases.say("note_of_addressee", **places)
    return phrases.say("note_of_sender" if sender else "note", **places)


def _concerning(
    content: NoteContent, phrases: PhrasePack, grammar: Grammar, known: Mapping[str, str]
) -> str:
    if content.meeting is None:
        return ""
    meeting = grammar.meeting(content.meeting)
    # Where the addressee's own title names the meeting, its short name says which is meant.
    named = meeting.full in known["to"] or meeting.of in known["to"]
    return phrases.say(
        "concerning",
        the_meeting=meeting.short if named else meeting.the,
        to_the_meeting=meeting.to_short if named else meeting.to,
        of_the_meeting=meeting.of_short if named else meeting.of,
    )


def _earlier(content: NoteContent, phrases: PhrasePack, grammar: Grammar) -> str:
    """Return number and date of the mission's own earlier note, blanks where it is not chosen."""
    earlier = content.matter.earlier
    return phrases.say(
        "earlier",
        number=earlier.number if earlier else BLANK,
        date=grammar.written(earlier.dated, content.layout) if earlier else BLANK,
    )
