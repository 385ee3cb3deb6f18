"""Spanish nouns of a note: gender and number, articles, and what "de" and "a" make of them."""

import re
import unicodedata
from dataclasses import dataclass

from ccmdesk.language.phrases import pack

_AT_START = re.compile(r"(?P<article>el|la|los|las|al|del) (?=\S)", re.IGNORECASE)
_JOINT = re.compile(
    r",|\s(?:de|del|ante|para|en|a|al|con|sobre|encargad[oa]|acreditad[oa]s?)(?=\s)", re.IGNORECASE
)
_FEMININE_ENDINGS = ("cion", "sion", "dad", "tad", "tud", "umbre")


@dataclass(frozen=True, slots=True)
class Noun:
    """A name without its article; `gender` is m, f or empty where no article is used."""

    name: str
    gender: str
    many: bool = False

    @property
    def article(self) -> str:
        """Return el, la, los or las, or nothing before a proper name."""
        if not self.gender:
            return ""
        if self.many:
            return "las" if self.gender == "f" else "los"
        return "la" if self.gender == "f" else "el"

    @property
    def the(self) -> str:
        """Return the name with its article: "la Oficina …"."""
        return f"{self.article} {self.name}" if self.article else self.name

    @property
    def to(self) -> str:
        """Return the name after "a": "al Secretario", "a la Oficina"."""
        return to(self.the)

    @property
    def of(self) -> str:
        """Return the name after "de": "del Secretario", "de la Oficina"."""
        return of(self.the)

    @property
    def short(self) -> "Noun":
        """Return what it is called after the first mention: "Oficina" of "Oficina de Asuntos …"."""
        match = _JOINT.search(self.name)
        return Noun(self.name[: match.start()], self.gender, self.many) if match else self


def folded(text: str) -> str:
    """Return a text in lower case without accents, save that ñ stays a letter of its own."""
    apart = unicodedata.normalize("NFD", text.lower().replace("ñ", "\0"))
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return plain.replace("\0", "ñ")


def to(name: str) -> str:
    """Return a name with its article after "a"; an article with a capital is part of a name."""
    return f"al {name[3:]}" if name.startswith("el ") else f"a {name}"


def of(name: str) -> str:
    """Return a name with its article after "de": "del Uruguay", but "de El Salvador"."""
    return f"del {name[3:]}" if name.startswith("el ") else f"de {name}"


def is_plural(name: str) -> bool:
    """Tell whether a name with its article takes a verb in the plural."""
    return name.startswith(("los ", "las "))


def noun(typed: str) -> Noun:
    """Return a typed name with gender and number, told by its article, first word or ending.

    Where nothing tells, the name is taken for a proper one and stands without an article.
    """
    typed = typed.strip()
    match = _AT_START.match(typed)
    rest = typed[match.end() :] if match else typed
    if match and rest:
        article = match["article"].lower()
        return Noun(rest, "f" if article in ("la", "las") else "m", article in ("los", "las"))
    first = re.match(r"[\w-]+", typed)
    word = folded(first[0]) if first else ""
    for kind, words in pack("es").words["nouns"].items():
        if word in words:
            return Noun(typed, "f" if kind.endswith("f") else "m", kind.startswith("many"))
    if word.endswith(_FEMININE_ENDINGS) and _JOINT.search(typed):
        return Noun(typed, "f")
    return Noun(typed, "")


def meeting_noun(typed: str) -> Noun | None:
    """Return a typed meeting with gender and number, or None where no word of it is known.

    The noun may follow an ordinal or another adjective ("Tercera Reunión …").
    """
    if _AT_START.match(typed):
        return noun(typed)
    for word in re.findall(r"\w+", typed)[:4]:
        found = noun(word)
        if found.gender:
            return Noun(typed, found.gender, found.many)
    return None
