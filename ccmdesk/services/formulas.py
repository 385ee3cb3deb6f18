"""The set formulas a native officer has to confirm, and the names the program proposes."""

from dataclasses import dataclass

from ccmdesk.domain.profile import LANGUAGES

NAMES = "names"
"""The part of a key under which the proposed names of the mission are confirmed: "ru.names"."""


@dataclass(frozen=True, slots=True)
class OpenFormula:
    """What is to be confirmed in one act: its key ("ru.closing") and the sentences it stands for.

    `part` is the key without the language ("closing", "nomination", "closing.express").
    """

    key: str
    language: str
    part: str
    texts: tuple[str, ...]


def open_formulas(language: str) -> list[OpenFormula]:
    """Return what is marked as to be confirmed in the phrase pack of a language, in its order.

    Raises InputError for a language without a phrase pack.
    """
    # Loaded here: the window paints before any formula is needed.
    from ccmdesk.language.phrases import PhrasePack, pack
    from ccmdesk.language.wording import marked_as

    def texts_of(phrases: PhrasePack, part: str) -> tuple[str, ...]:
        named = {
            **{f"opening.{name}": text for name, text in phrases.openings.items()},
            **{f"closing.{name}": text for name, text in phrases.closings.items()},
            **{
                f"{kind}.{name}": text
                for kind, table in phrases.kinds.items()
                for name, text in table.items()
            },
        }
        found = [text for key, text in named.items() if marked_as(phrases, key) == part]
        if not found and part in phrases.formulas:
            found = [phrases.formulas[part]]
        lists = {"roles": phrases.roles, "ranks": phrases.ranks}
        if not found and part in lists:
            found = [" / ".join(dict.fromkeys(names)) for names in lists[part].values()]
        return tuple(dict.fromkeys(found))

    phrases = pack(language)
    return [
        OpenFormula(f"{language}.{part}", language, part, texts_of(phrases, part))
        for part, mark in phrases.confidence.items()
        if mark == "C"
    ]


def open_everywhere() -> dict[str, list[OpenFormula]]:
    """Return what has to be confirmed in every language."""
    return {language: open_formulas(language) for language in LANGUAGES}
