"""The note that every engine sets: one page with 8 delegates, about ten with 200."""

import random
from dataclasses import dataclass

MISSION = "PERMANENT MISSION OF THE REPUBLIC OF AVATARIA"
BESIDE = "to the United Nations Office and other international organizations in Geneva"
NUMBER = "No. 112/2026"
TITLE = "NOTE VERBALE"
OPENING = (
    "The Permanent Mission of the Republic of Avataria to the United Nations Office and other"
    " international organizations in Geneva presents its compliments to the Implementation Support"
    " Unit of the Convention on Cluster Munitions and has the honour to communicate the"
    " composition of the delegation of the Republic of Avataria to the Third Review Conference of"
    " the Convention, to be held from 12 to 16 October 2026:"
)
REQUEST = (
    "The Permanent Mission would be grateful if the Implementation Support Unit would register the"
    " representatives named above, issue badges to them and confirm that the present note has been"
    " received. Any change in the composition of the delegation will be communicated in due"
    " course."
)
CLOSING = (
    "The Permanent Mission of the Republic of Avataria avails itself of this opportunity to renew"
    " to the Implementation Support Unit of the Convention on Cluster Munitions the assurances of"
    " its highest consideration."
)
DATED = "Geneva, 22 September 2026"
ADDRESS = (
    "Implementation Support Unit",
    "Convention on Cluster Munitions",
    "Maison de la Paix, Geneva",
)
HEADS = ("No.", "Name", "Functional title", "Passport", "Access")
SHARES = (10, 50, 66, 20, 18)
"""Of the width of the table, for each of its columns."""

_GIVEN = (
    "Amélie", "Bogdan", "Chiara", "Dorota", "Emeka", "Fatoumata", "Günther", "Halvard", "Iveta",
    "Jānis", "Katalin", "Lucía", "Mirela", "Noël", "Öykü", "Pavlína", "Rūta", "Siân", "Tereza",
    "Uģis", "Vesna", "Wambui", "Yaşar", "Zdeněk",
)  # fmt: skip
_FAMILY = (
    "Ångström", "Bíró", "Çetin", "Dziedzic", "Escudero", "Frøland", "García", "Håkansson",
    "Ionescu", "Jurić", "Kovář", "Løvås", "Mbeki", "Nuñez", "Oyelaran", "Pérez", "Quiroga",
    "Rădulescu", "Świątek", "Tőkés", "Urbánek", "Võsu", "Wiśniewski", "Żak",
)  # fmt: skip
_TITLES = (
    "Third Secretary, Permanent Mission of the Republic of Avataria, Geneva",
    "Counsellor (Humanitarian Affairs), Permanent Mission, Geneva",
    "Military Adviser, Joint Staff of the Armed Forces of the Republic",
    "Interpreter",
    "Deputy Director, Directorate for Disarmament and Non-Proliferation, Foreign Ministry",
    "Programme Manager, National Mine Action Centre",
    "Legal Adviser on international humanitarian law and victim assistance, Ministry of Defence",
)
_FIRST_TITLES = (
    "Minister of State for Foreign Affairs, Head of Delegation",
    "Ambassador, Permanent Representative, Alternate Head of Delegation",
    "Minister Counsellor, Deputy Permanent Representative",
)


@dataclass(frozen=True)
class Note:
    """What changes from one note to the next; each row has a text for each of `HEADS`."""

    rows: list[list[str]]


def note(delegates: int, seed: int) -> Note:
    """Return a note with that many delegates; another seed gives other people."""
    chance = random.Random(seed)
    rows = []
    for index in range(delegates):
        style = ("H.E. " if index < 2 else "") + chance.choice(("Mr. ", "Ms. "))
        name = f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY).upper()}"
        title = _FIRST_TITLES[index] if index < 3 else chance.choice(_TITLES)
        passport = f"D{chance.randrange(10**7):07d}"
        access = chance.choice(("Full", "Full", "Side events"))
        rows.append([f"{index + 1}.", style + name, title, passport, access])
    return Note(rows)


def told(note: Note, *, emblem: bool = True) -> dict[str, object]:
    """Return the whole note as values for `json.dumps`."""
    return {
        "emblem": emblem,
        "title": f"Note verbale {NUMBER}",
        "mission": MISSION,
        "beside": BESIDE,
        "number": NUMBER,
        "name": TITLE,
        "opening": OPENING,
        "request": REQUEST,
        "closing": CLOSING,
        "dated": DATED,
        "address": ADDRESS,
        "heads": HEADS,
        "shares": SHARES,
        "rows": note.rows,
    }
