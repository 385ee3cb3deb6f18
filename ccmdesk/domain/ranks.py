"""The order in which a delegation is listed: by role, and by rank within a role."""

import re
import unicodedata
from collections.abc import Sequence
from enum import IntEnum

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.person import Person


class Rank(IntEnum):
    """Ranks from the highest down; a general counts beside a minister-counsellor."""

    MINISTER_OF_STATE = 1
    DEPUTY_MINISTER = 2
    AMBASSADOR = 3
    MINISTER = 4
    MINISTER_COUNSELLOR = 5
    COUNSELLOR = 6
    FIRST_SECRETARY = 7
    SECOND_SECRETARY = 8
    THIRD_SECRETARY = 9
    ATTACHE = 10
    NONE = 11


# Tried from top to bottom on the title without case and accents: a minister-counsellor is found
# before the minister in it.
_ASSISTING = (Role.ADVISER, Role.EXPERT, Role.OBSERVER)
_READ: tuple[tuple[Rank, str], ...] = (
    (
        Rank.MINISTER_COUNSELLOR,
        r"minister[ -]counsell?or|ministre[ -]conseill|ministro consejero|ministra consejera"
        r"|советник[ -]посланник|посланник|وزير مفوض مستشار|公使衔参赞",
    ),
    (
        Rank.ATTACHE,
        r"attache|agregad[oa]|атташе|ملحق|随员|专员",
    ),
    (
        Rank.FIRST_SECRETARY,
        r"(?:first|1st) secretary|premi\w+ secretaire|prime?r\w* secretari[oa]"
        r"|перв\w+ секретар|سكرتير\w* او[لي]\w*|一等秘书|一秘",
    ),
    (
        Rank.SECOND_SECRETARY,
        r"(?:second|2nd) secretary|(?:deuxieme|second\w*) secretaire|segund[oa] secretari[oa]"
        r"|втор\w+ секретар|سكرتير\w* ثان\w*|二等秘书|二秘",
    ),
    (
        Rank.THIRD_SECRETARY,
        r"(?:third|3rd) secretary|troisieme secretaire|tercer[oa]? secretari[oa]"
        r"|трет\w+ секретар|سكرتير\w* ثالث\w*|三等秘书|三秘",
    ),
    (
        Rank.DEPUTY_MINISTER,
        r"(?:deputy|vice|assistant)[ -]minister|(?:secretary|minister) of state|vice-?ministre"
        r"|secretaire d.etat|viceministr|заместител\w+ министра|نائب\w* وزير|副部长",
    ),
    (
        Rank.AMBASSADOR,
        r"ambassad(?:or|eur|rice)|embajador|посол|посла|سفير|大使"
        r"|(?<!deputy )permanent representative|representant\w* permanent\w*(?! adjoint)"
        r"|(?<!заместитель )постоянн\w+ представител",
    ),
    (
        Rank.MINISTER,
        r"minister plenipotentiary|ministre plenipotentiaire|ministr[oa] plenipotenciari"
        r"|deputy permanent representative|permanent\w* adjoint|^minister$|^ministre$"
        r"|^ministr[oa]$|وزير مفوض|公使"
        r"|(?:major|lieutenant|brigadier)[ -]general|general (?:de|major)|\bgeneral\b(?=.*\barmy)"
        r"|генерал|admiral|лواء|少将|中将",
    ),
    (
        Rank.COUNSELLOR,
        r"counsell?or|conseiller|consejer[oa]|советник|مستشار|参赞"
        r"|\bcolonel|\bcoronel|полковник|عقيد|上校",
    ),
    (
        Rank.MINISTER_OF_STATE,
        r"\bminister\b|\bministre\b(?! des affaires etrangeres, )|\bministr[oa]\b|^министр|^وزير"
        r"|部长",
    ),
)
# "Ministry" and "of the Minister" name an office, not a rank.
_OFFICES = re.compile(
    r"(?:office|cabinet|adviser|advisor|assistant|secretary) (?:of|to) the (?:deputy )?minister"
    r"|cabinet du ministre|asesor\w* del ministro"
)
_AT_MISSION = re.compile(
    r"permanent mission|mission permanente|mision permanente|постоянн\w+ представительств"
    r"|البعثه? ?الدائم|常驻|\bgeneva\b|\bgeneve\b|\bginebra\b|женев|جنيف|日内瓦"
    r"|new york|нью-йорк|نيويورك|纽约|embassy|ambassade|embajada|посольств|سفاره|大使馆"
)


def rank_of(person: Person) -> Rank:
    """Return the rank as typed, or as the title tells it in one of the six languages."""
    for text in (person.rank, person.functional_title):
        plain = _OFFICES.sub(" ", _plain(text))
        for rank, pattern in _READ:
            if re.search(pattern, plain):
                return rank
    return Rank.NONE


def from_capital(person: Person) -> bool:
    """Tell whether the person comes from the capital and not from a mission, by place and post."""
    told = _plain(f"{person.place} {person.organization} {person.functional_title}")
    return bool(person.place or person.organization) and not _AT_MISSION.search(told)


def by_rank(delegates: Sequence[Delegate]) -> tuple[Delegate, ...]:
    """Return the delegates by role and rank, those of the capital first among equals.

    Advisers and experts are listed by the capital first and then by rank. Ties keep their order;
    the officer's own order may differ, and this is a help only.
    """
    roles = {role: position for position, role in enumerate(Role)}

    def key(delegate: Delegate) -> tuple[int, int, int]:
        rank, away = int(rank_of(delegate.person)), int(not from_capital(delegate.person))
        place = roles[delegate.role]
        return (place, away, rank) if delegate.role in _ASSISTING else (place, rank, away)

    return tuple(sorted(delegates, key=key))


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return plain.replace("ة", "ه").strip()
