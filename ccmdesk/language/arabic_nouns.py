"""Arabic names in a sentence: gender, number, the article, the preposition written as one."""

import re
from dataclasses import dataclass

from ccmdesk.language.phrases import pack

ARABIC = re.compile(r"[\u0620-\u064a]")
_ARTICLE = "ال"
# Forms of address stand before a person, whose own word tells the gender.
_HONORIFICS = frozenset({"سعادة", "معالي", "فخامة", "دولة", "سمو", "صاحب", "صاحبة", "السمو"})
# Plurals before a genitive: "ممثلو الدول" becomes "ممثلي الدول".
_CONSTRUCT = {"ممثلو": "ممثلي", "مندوبو": "مندوبي", "مراقبو": "مراقبي"}
_STATES_MASCULINE = frozenset(
    {
        "اتحاد", "الاتحاد", "الكرسي", "كمنولث", "الجبل", "العراق", "لبنان", "الأردن", "السودان",
        "المغرب", "اليمن", "الصومال", "جنوب",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Noun:
    """A name with what agrees with it: `feminine`, and `many` for persons in the plural.

    Plural things, such as missions, agree as one feminine does.
    """

    name: str
    feminine: bool = False
    many: bool = False

    @property
    def verb(self) -> str:
        """Return the first letter of a verb in the present whose subject this is."""
        return "ت" if self.feminine else "ي"

    @property
    def past(self) -> str:
        """Return the ending of a verb in the past whose subject this is."""
        return "ت" if self.feminine else ""

    @property
    def pronoun(self) -> str:
        """Return the pronoun for this at the end of a word: ه, ها or هم."""
        return "هم" if self.many else "ها" if self.feminine else "ه"

    @property
    def short(self) -> str:
        """Return what the name is called afterwards: "البعثة الدائمة", "المكتب", "الأمين".

        An adjective that comes with the article stays ("الأمين العام"); what depends on the noun
        goes.
        """
        words = self.name.replace("،", " ،").split()
        if not words or not ARABIC.search(words[0]) or words[0] in _HONORIFICS:
            return self.name
        if words[0] in _CONSTRUCT.values():
            # The plural gets its ending back with the article.
            return f"{_ARTICLE}{words[0]}ن"
        if not words[0].startswith(_ARTICLE):
            return _ARTICLE + words[0]
        kept = 1
        while kept < len(words) and words[kept].startswith(_ARTICLE) and not _joined(words[kept]):
            kept += 1
        return " ".join(words[:kept])


def noun(name: str) -> Noun:
    """Return a name with gender and number, as its first word tells them."""
    words = name.split()
    first = next((word for word in words if word not in _HONORIFICS), "").strip("،")
    lists = pack("ar").words["nouns"]
    if first in lists["many"]:
        return Noun(name, many=True)
    bare = first.removeprefix(_ARTICLE)
    if first in lists["m"] or bare in lists["m"]:
        return Noun(name)
    feminine = bare in lists["f"] or first.endswith(("ة", "ات"))
    return Noun(name, feminine=feminine)


def state(name: str, feminine: bool | None = None) -> Noun:
    """Return the name of a State; States are feminine save a few, `feminine` settles it."""
    first = name.split()[0] if name.split() else ""
    return Noun(name, first not in _STATES_MASCULINE if feminine is None else feminine)


def oblique(name: str) -> str:
    """Return persons in the plural as they stand after a preposition: "الممثلين الدائمين"."""
    if not noun(name).many:
        return name
    words = name.split(" ")
    for index, word in enumerate(words):
        if word in _CONSTRUCT:
            words[index] = _CONSTRUCT[word]
            break
        if not word.startswith(_ARTICLE) and word not in _HONORIFICS:
            break
        words[index] = re.sub("ون$", "ين", word)
    return " ".join(words)


def to(name: str) -> str:
    """Return a name after "ل", which is written with it: "للجمهورية", "لمكتب", "لـ ONU"."""
    if not name.startswith(_ARTICLE):
        return f"ل{name}" if ARABIC.match(name) else f"لـ{name}"
    rest = name[len(_ARTICLE) :]
    # Three lams are never written: "اللجنة" gives "للجنة".
    return f"ل{rest}" if rest.startswith("ل") else f"لل{rest}"


def _joined(word: str) -> bool:
    """Tell whether a word with the article begins a complement and not an adjective."""
    return word in {"المعتمدة", "المعتمد", "المعتمدون", "المعتمدين", "التابع", "التابعة"}
