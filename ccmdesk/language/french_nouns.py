"""French nouns in a note: gender and number, articles, contraction and elision."""

import re
from dataclasses import dataclass

from ccmdesk.language.names import folded
from ccmdesk.language.phrases import pack

_ARTICLE = re.compile(
    r"(?:(?P<le>le|au) |(?P<la>la|à la) |(?P<l>l[’']|à l[’'])|(?P<les>les|aux) )", re.I
)
_PERSON = re.compile(r"(?:Madame|Monsieur|Mesdames|Messieurs|Mme|M\.|Son|Sa|S\.\s?E\.)\s", re.I)
_FEMININE_ENDINGS = ("tion", "sion", "xion", "te", "tie", "nce", "ie", "ure", "ade", "ette", "esse")
# "de" joins Spanish and Portuguese names too.
_FOREIGN = re.compile("[áíóúñãõìò]", re.I)
_JOINT = re.compile(
    r",|\s(?:de|du|des|d[’']|à|au|aux|auprès|pour|chargée?|accréditée?s?|près|en)(?=\s|\b)|\sd[’']",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Noun:
    """A name without its article; `gender` is m, f or empty where no article is used."""

    name: str
    gender: str
    many: bool

    @property
    def elided(self) -> bool:
        """Tell whether le and la lose their vowel before the name."""
        return not self.many and bool(self.gender) and vowel_first(self.name)

    @property
    def the(self) -> str:
        """Return the name with its article: "le Secrétaire", "l’Unité"."""
        if not self.gender:
            return self.name
        if self.many:
            return f"les {self.name}"
        if self.elided:
            return f"l’{self.name}"
        return f"{'la' if self.gender == 'f' else 'le'} {self.name}"

    @property
    def to(self) -> str:
        """Return the name after "à": "au Secrétaire", "à la Mission", "aux Missions"."""
        return to(self.the)

    @property
    def of(self) -> str:
        """Return the name after "de": "du Secrétaire", "de l’Unité"."""
        return of(self.the)


def vowel_first(name: str) -> bool:
    """Tell whether elision takes place before the name (h is mute save in haut, Honduras …)."""
    start = folded(name)
    if start.startswith("h"):
        return not start.startswith(("haut", "honduras", "hongrie", "huit", "hollande"))
    return start.startswith(("a", "e", "i", "o", "u", "œ", "æ")) and not start.startswith(
        ("onze", "onzieme", "oui", "un ")
    )


def to(name: str) -> str:
    """Return a name with its article after "à", contracted."""
    return _contracted(name, "à ", "au ", "aux ")


def of(name: str) -> str:
    """Return a name with its article after "de", contracted or elided."""
    if not name.lower().startswith(("le ", "la ", "les ", "l’", "l'")) and vowel_first(name):
        return f"d’{name}"
    return _contracted(name, "de ", "du ", "des ")


def that(clause: str) -> str:
    """Return "que " or "qu’" as the clause that follows asks."""
    return "qu’" if vowel_first(clause) else "que "


def _contracted(name: str, apart: str, masculine: str, plural: str) -> str:
    lower = name.lower()
    if lower.startswith("le "):
        return masculine + name[3:]
    if lower.startswith("les "):
        return plural + name[4:]
    if lower.startswith(("la ", "l’", "l'")):
        return apart + name[0].lower() + name[1:]
    return apart + name


def noun(typed: str, word_list: str = "nouns") -> Noun:
    """Return a typed name with gender and number, told by its article, first word or ending.

    Where nothing tells, the name is taken for a proper one and stands without an article.
    """
    typed = typed.strip()
    match = _ARTICLE.match(typed)
    known = _known(typed[match.end() :] if match else typed, word_list)
    if match:
        rest = typed[match.end() :]
        if match["les"]:
            return Noun(rest, "m", True)
        gender = "m" if match["le"] else "f" if match["la"] else known.gender if known else "m"
        return Noun(rest, gender, False)
    if known:
        return known
    if _PERSON.match(typed) or _FOREIGN.search(typed) or not _JOINT.search(typed):
        return Noun(typed, "", False)
    first = folded(re.split(r"[\s,]", typed)[0])
    return Noun(typed, "f" if first.endswith(_FEMININE_ENDINGS) else "m", False)


def short(name: str) -> str:
    """Return what a name is called afterwards: "Bureau" of "Bureau des affaires …"."""
    match = _JOINT.search(name)
    return name[: match.start()].strip() if match else name


def meeting_noun(typed: str) -> Noun | None:
    """Return a typed meeting with gender and number, or None if no word of it is known.

    The noun may follow an ordinal or another adjective ("Troisième Réunion …").
    """
    match = _ARTICLE.match(typed)
    if match:
        return noun(typed, "meeting_nouns")
    words = pack("fr").words["meeting_nouns"]
    for word in re.findall(r"\w+", typed)[:4]:
        for kind in ("many", "m", "f"):
            if folded(word) in words[kind]:
                return Noun(typed, "f" if kind == "f" else "m", kind == "many")
    return None


def venue(typed: str) -> str:
    """Return a venue after "à": "au Palais des Nations"; empty if its gender is not known."""
    name = venue_name(typed)
    if name != typed and name.startswith("salle"):
        # "Room XVII": one meets in a room, and "à" would not do.
        return ""
    if not _ARTICLE.match(name) and _known(name, "venue_nouns") is None:
        return ""
    return noun(name, "venue_nouns").to


def venue_name(typed: str) -> str:
    """Return a venue in French as far as it is known: first the house, then building and room."""
    names = pack("fr").names["venues"]
    if typed in names:
        return names[typed]
    parts = [part.strip() for part in typed.split(",")]
    found = [(_part_of_house(part), names.get(part, part)) for part in parts]
    houses = [name for inner, name in found if not inner]
    inner = sorted(
        (inner for inner, _ in found if inner), key=lambda part: part.startswith("salle")
    )
    return ", ".join([*houses, *inner])


def _part_of_house(typed: str) -> str:
    """Return "salle XVII" for "Room XVII", "bâtiment Tempus" for "Tempus Building", or nothing."""
    for english, name in pack("fr").names["venue_parts"].items():
        match = re.fullmatch(rf"{english} (?P<after>.+)|(?P<before>.+) {english}", typed, re.I)
        if match:
            return f"{name} {match['after'] or match['before']}"
    return ""


def city(typed: str) -> str:
    """Return a city in French after "à": "à Genève", "au Caire"."""
    name = pack("fr").names["cities"].get(typed, typed)
    # The article is part of the city's name and keeps its capital: "à La Haye".
    return to(name) if name.startswith(("Le ", "Les ")) else f"à {name}"


def _known(name: str, word_list: str) -> Noun | None:
    match = re.match(r"[\w-]+", name)
    first = folded(match[0]) if match else ""
    for kind, words in pack("fr").words[word_list].items():
        if first in words:
            return Noun(name, "f" if kind == "f" else "m", kind == "many")
    return None
