"""What is marked in the typed paragraphs of each language: patterns read from TOML."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from ccmdesk.language.phrases import resource

_TITLE = "=title"


@dataclass(frozen=True, slots=True, eq=False)
class LintPack:
    """The patterns of one language.

    `rules` finds by rule what is wrong, `replacements` by rule what to write instead; `cues` are
    what sentences are recognized by, `title_words` follow a style without being a name, and
    `common` are words by which the language itself is recognized.
    """

    language: str
    rules: dict[str, re.Pattern[str]]
    replacements: dict[str, tuple[tuple[re.Pattern[str], str], ...]]
    cues: dict[str, re.Pattern[str]]
    title_words: frozenset[str]
    common: frozenset[str]


@cache
def lint_pack(language: str) -> LintPack:
    """Return the patterns of a language that has a phrase pack."""
    with resource("lint", f"{language}.toml").open("rb") as file:
        data = tomllib.load(file)
    cues = dict(data["cues"])
    return LintPack(
        language=language,
        title_words=frozenset(cues.pop("title_words")),
        common=frozenset(cues.pop("common").split()),
        cues={name: re.compile(pattern) for name, pattern in cues.items()},
        rules={name: _one_of(patterns) for name, patterns in data["rules"].items()},
        replacements={
            name: tuple((re.compile(pattern), new) for pattern, new in pairs)
            for name, pairs in data["replace"].items()
        },
    )


def replaced(match: re.Match[str], new: str) -> str:
    """Return what to write instead of a match; "=title" is the match with a capital."""
    return match[0].capitalize() if new == _TITLE else match.expand(new)


def _one_of(patterns: list[str]) -> re.Pattern[str]:
    """Join patterns into one; flags at the head of a pattern stay with it."""
    joined = []
    for pattern in patterns:
        flags = re.match(r"\(\?([im]+)\)", pattern)
        joined.append(f"(?{flags[1]}:{pattern[flags.end() :]})" if flags else f"(?:{pattern})")
    return re.compile("|".join(joined))
