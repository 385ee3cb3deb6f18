"""Where the rules of the linter come from, in words."""

from ccmdesk.domain.dates import long_date
from ccmdesk.domain.meeting import ConveningNote

NOTES_VERBALES = (
    "United Nations Correspondence Manual ST/DCS/4/Rev.1, notes verbales (paragraphs 116 to 118)"
)
ENCLOSURES = "United Nations Correspondence Manual ST/DCS/4/Rev.1, enclosures"
ADDRESSES = "United Nations Correspondence Manual ST/DCS/4/Rev.1, addresses"
USAGE = "United Nations editorial usage and the texts of the Convention"
PRACTICE = "Practice of the Permanent Missions in Geneva"
PARTICIPANTS = "Note verbale convening a Meeting of States Parties: full names, titles, head"
ONE_HEAD = "Practice of the secretariats: one head of delegation, clearly indicated"
STYLES = "UNHCR Handbook for Emergencies, chapter 9: Excellency precedes titles and ranks"
FORMAL_NAMES = "UNHCR Handbook for Emergencies, chapter 9: formal names in opening and closing"
PORTAL = "Calls of the United Nations Office at Geneva for registration and grounds passes"
TRAVEL = "Practice of the missions: visas and passports before travel"
REGISTER = "Register of the mission: a number is used once"
OWN_NOTES = "Issued notes of the mission"
PEOPLE = "People’s register of the mission"
CALENDAR = "Calendar"
PRINT = "Fonts of the program"
PHRASES = "Phrase packs of the program, mark C"
CONVENTION = "Convention on Cluster Munitions"


def article(number: int, paragraph: int) -> str:
    """Return "Convention on Cluster Munitions, Article 4, paragraph 5"."""
    return f"{CONVENTION}, Article {number}, paragraph {paragraph}"


def convening_source(note: ConveningNote | None) -> str:
    """Return the convening note with its reference and date where they are known."""
    if note is None or not note.reference:
        return "Convening note of the meeting"
    dated = f" of {long_date(note.dated)}" if note.dated else ""
    return f"Convening note {note.reference}{dated}"
