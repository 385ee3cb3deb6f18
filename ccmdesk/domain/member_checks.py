"""Checks each member of the delegation: title, style and rank."""

import re
from collections.abc import Iterator

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.finding import Finding, remark, warning
from ccmdesk.domain.note import NoteContent

_HIGH_RANKS = re.compile(
    r"ambassad|\bminist(?!ry|ère|erio)|\bpresident|head of state|head of government"
    r"|secretary of state"
    r"|secretar[iy]\w* d[’'e ]+\s?[eé]?(?:tat|stado)|archbishop|nuncio|nonce"
    r"|permanent representative"
    r"|représentante? perman|embajad|representante perman|\bprésident|royal highness|altesse|alteza"
    r"|\bпосол|\bпосл[аы]|\bминистр|президент|постоянн\w+ представител|нунци"
    r"|سفير|وزيرة?\b|رئيسة? (?:الدولة|الوزراء|الجمهورية)|الممثلة? الدائمة?|أمير"
    r"|大使|部长|总统|主席|总理|常驻代表|国务|亲王",
    re.IGNORECASE,
)
_HONORIFICS = re.compile(
    r"H\.\s?E\.|S\.\s?E\.|Excmo\b|Excma\b|Превосходительств|سعادة|معالي|阁下", re.IGNORECASE
)
_STYLES = re.compile(
    r"\b(?:Mr|Ms|Mrs|Mx|Mme|Mlle|Dr|Dra|Prof|Pr|Amb|Ambassador|Sir|Col|Gen|Sr|Sra|Srta)\b\.?|\bM\."
    r"|г-н|г-жа|господин|госпожа|السيدة?|الدكتورة?|先生|女士"
)
_AMBASSADOR = re.compile(r"\b(?:ambassad|embajad|посол)|سفير|大使", re.IGNORECASE)
_AMBASSADOR_STYLE = re.compile(
    r"\bAmb(?:\.|assador\b|assadeur\b|assadrice\b)|\bEmbajadora?\b|\bПосол\b|السفيرة?\b|大使"
)


def member_findings(content: NoteContent) -> Iterator[Finding]:
    """Yield what is doubtful in the entry of each member, as the note writes it."""
    for delegate in content.delegates:
        yield from _member(delegate, content.language)


def _member(delegate: Delegate, language: str) -> Iterator[Finding]:
    person = delegate.person.written_in(language)
    name, where = delegate.person.full_name, f"delegation: {delegate.person.full_name}"
    if not person.functional_title.strip():
        head = delegate.role is Role.HEAD
        yield warning(
            "head-title-missing" if head else "title-missing",
            where,
            f"{name}{', head of delegation,' if head else ''} has no functional title; "
            "the secretariat asks for full name and title.",
            "Type the functional title.",
            source.PARTICIPANTS,
        )
    honorific = bool(_HONORIFICS.search(person.style))
    if honorific and person.functional_title and not _HIGH_RANKS.search(person.functional_title):
        yield remark(
            "excellency-without-rank",
            where,
            f"“{person.style}” is for ambassadors, ministers and above; "
            f"{name} is {person.functional_title}.",
            "Check the style.",
            source.STYLES,
        )
    before = f"{person.style} {person.given_names}"
    if _AMBASSADOR_STYLE.search(before) and _AMBASSADOR.search(person.functional_title):
        yield remark(
            "ambassador-twice",
            where,
            f"{name} is called ambassador before the name and again in the title.",
            "Leave the rank to the title: “H.E. Mr. …, Ambassador”.",
            source.STYLES,
        )
    if _doubled(person.style, person.given_names):
        yield warning(
            "style-twice",
            where,
            f"“{before.strip()}” has a style twice.",
            "Keep the style in its own field, once.",
            source.STYLES,
        )
    if _typed_in_capitals(person.family_name) or _typed_in_capitals(person.given_names):
        yield remark(
            "name-in-capitals",
            where,
            f"The name of {name} was typed in capitals, so that accents and small words are lost.",
            "Type it in capital and small letters; the list prints the capitals.",
            source.PARTICIPANTS,
        )


def _doubled(style: str, given_names: str) -> bool:
    """Tell whether a style is repeated, or stands in the name beside the one in its own field."""
    styles = [found.rstrip(".").lower() for found in _STYLES.findall(style)]
    return (
        len(set(styles)) < len(styles)
        or len(_HONORIFICS.findall(f"{style} {given_names}")) > 1
        or bool(style.strip() and _STYLES.match(given_names))
    )


def _typed_in_capitals(name: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    return len(letters) > 3 and all(letter.isupper() for letter in letters)
