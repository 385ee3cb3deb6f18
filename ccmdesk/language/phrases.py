"""The phrase packs: set formulas, roles and word lists of each language, read from TOML."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ccmdesk.domain.delegation import Role
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.mission_names import LANGUAGES
from ccmdesk.domain.note_line import NoteKind

DEFAULT = "default"


def resource(*parts: str) -> Path:
    """Return a file of the shipped resources, in a wheel or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "resources"
    return (inside if inside.is_dir() else package.parent / "resources").joinpath(*parts)


@dataclass(frozen=True, slots=True, eq=False)
class KnownAddressee:
    """An office known by its English name.

    `name` is what it is called in the pack's language; `forms` holds what else its grammar needs
    (in Russian the dative under `to`, a gender, a short name). All may hold the places
    `{meeting}`, `{the_meeting}`, `{to_the_meeting}`, `{of_the_meeting}`.
    """

    english: str
    name: str
    forms: dict[str, str]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of one kind of note, and under which key of the pack it was found."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class PhrasePack:
    """What one language brings to a note.

    `confidence` marks each formula A (seen in a note that was sent), B (manual or official page) or
    C (to be confirmed by a native officer). `openings` and `closings` are the variants by name,
    `verbs` words that agree in number ("one", "many") with the State.
    """

    language: str
    confidence: dict[str, str]
    formulas: dict[str, str]
    openings: dict[str, str]
    closings: dict[str, str]
    kinds: dict[NoteKind, dict[str, str]]
    verbs: dict[str, dict[str, str]]
    table: dict[str, str]
    roles: dict[str, tuple[str, str]]
    ranks: dict[str, tuple[str, str]]
    styles: dict[str, str]
    addressees: tuple[KnownAddressee, ...]
    words: dict[str, dict[str, frozenset[str]]]
    names: dict[str, dict[str, str]]

    def say(self, formula: str, **values: str) -> str:
        """Return a formula with its places filled."""
        return self.formulas[formula].format_map(values)

    def of_kind(self, kind: NoteKind, part: str, suffixes: tuple[str, ...] = ()) -> Formula | None:
        """Return the formula for a part of a kind: the first suffix that is there, or the plain."""
        table = self.kinds[kind]
        for name in (*(f"{part}_{suffix}" for suffix in suffixes), part):
            if name in table:
                return Formula(f"{kind}.{name}", table[name])
        return None

    def role(self, role: Role, gender: str = "") -> str:
        """Return the role as the list prints it, agreeing with the person's gender."""
        masculine, feminine = self.roles[role]
        return feminine if gender == "f" else masculine

    def style(self, typed: str) -> str:
        """Return a style of another language in this one; any other style as typed."""
        return self.styles.get(" ".join(typed.split()), typed)


@cache
def pack(language: str) -> PhrasePack:
    """Return the phrase pack of a language; raises InputError for one that is not shipped."""
    path = resource("phrases", f"{language}.toml")
    if language not in LANGUAGES or not path.exists():
        raise InputError(
            f"There are no formulas in “{language}” yet; choose one of {', '.join(LANGUAGES)}.",
            "language",
        )
    with path.open("rb") as file:
        data = tomllib.load(file)
    return PhrasePack(
        language=language,
        confidence=data["confidence"],
        formulas=data["formula"],
        openings=data["opening"],
        closings=data["closing"],
        kinds={kind: data[kind] for kind in NoteKind},
        verbs=data.get("verbs", {}),
        table=data["table"],
        roles={role: _both(data["roles"][role]) for role in Role},
        ranks={rank: _both(names) for rank, names in data.get("ranks", {}).items()},
        styles=data["styles"],
        addressees=tuple(_addressee(row) for row in data.get("addressee", ())),
        words={name: _words(data[name]) for name in _WORD_LISTS if name in data},
        names={name: data.get(name, {}) for name in ("venues", "venue_parts", "cities")},
    )


_WORD_LISTS = ("nouns", "meeting_nouns", "venue_nouns")


def _addressee(row: dict[str, str]) -> KnownAddressee:
    forms = {key: text for key, text in row.items() if key not in ("english", "name")}
    return KnownAddressee(row["english"], row.get("name", row["english"]), forms)


def _both(names: str | list[str]) -> tuple[str, str]:
    return (names, names) if isinstance(names, str) else (names[0], names[1])


def _words(lists: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {kind: frozenset(words) for kind, words in lists.items()}
