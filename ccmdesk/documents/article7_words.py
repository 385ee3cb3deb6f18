"""The words around an Article 7 report in one language, and what is typed into its forms."""

import csv
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from ccmdesk.documents.printed_text import isolated
from ccmdesk.domain.article7 import INITIAL, FormSet, FormSpec, Report
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.layout import Layout
from ccmdesk.language.grammar import grammar
from ccmdesk.language.lines import printed_line
from ccmdesk.language.phrases import resource
from ccmdesk.typeset.blocks import (
    Block,
    Cell,
    Item,
    List,
    Marker,
    Paragraph,
    Run,
    Section,
    Text,
    plain,
)

_ITEMS = re.compile(r"\([a-n]\)")
_ARTICLE_3 = re.compile(r"\b3\s*\(6\)")
_OTHER_ARTICLE = re.compile(r"(?:Art(?:icle|\.)\s*)?(\d.*)")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_OTHER_LETTERS = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u03ff]")
_ITEM = re.compile(r"\s*(?:[-–—•*]|\u2022)\s+(.+)")
_GROUPED_FIGURES = re.compile(r"(?<!\w)\+?\d+(?:[ \u00a0\u2009\u202f]\d+)+(?!\w)")


@dataclass(frozen=True, slots=True)
class ReportWords:
    """What an Article 7 report says in one language; dates follow the layout of the mission."""

    language: str
    layout: Layout

    def say(self, key: str, **values: str) -> str:
        """Return a wording with its places filled, as it is printed."""
        return printed_line(self.bare(key, **values), self.language, self.layout)

    def bare(self, key: str, **values: str) -> str:
        """Return a wording that becomes a part of another one, or of no text."""
        return str(_words()[self.language][key]).format_map(values)

    def date(self, day: date) -> str:
        """Return a day as the language writes it."""
        return grammar(self.language).written(day, self.layout)

    def title(self, form_set: FormSet, spec: FormSpec) -> Run:
        """Return the title of a form, in English where there is no translation."""
        titles = _words()[self.language].get("titles", {}).get(form_set.id, {})
        if spec.letter in titles:
            return Run(titles[spec.letter])
        return Run(spec.title, lang="" if self.language == "en" else "en")

    def of_table(self, text: str) -> Run:
        """Return a caption or a head of a column, in English where there is no translation.

        Templates of the mission's own may hold any; those of ours are translated.
        """
        if self.language == "en":
            return Run(text)
        found = _table_words().get(text, {}).get(self.language, "")
        return Run(found) if found else Run(text, lang="en")

    def answers(self, spec: FormSpec) -> str:
        """Return which provision a form answers, such as "Article 7, paragraph 1 (b), (e)"."""
        if _ARTICLE_3.search(spec.items):
            return self.say("article3")
        items = list(dict.fromkeys(_ITEMS.findall(spec.items)))
        if items:
            return self.say("article7", items=", ".join(items))
        other = _OTHER_ARTICLE.fullmatch(spec.items.strip())
        return self.say("article", article=other[1]) if other else ""

    def covered(self, period: str) -> str:
        """Return what an earlier report covered, as the end of a sentence, "" if not known."""
        if period == INITIAL:
            return self.bare("covering_initial")
        return self.bare("covering", year=period) if period else ""

    def name(self, report: Report) -> str:
        """Return what the report is called in a line."""
        return printed_line(self.bare_name(report), self.language, self.layout)

    def bare_name(self, report: Report) -> str:
        """Return the same to become a part of another text."""
        if report.initial:
            return self.bare("short_initial")
        return self.bare("short_annual", year=report.period)


def words(language: str, layout: Layout | None = None) -> ReportWords:
    """Return the words of a language; raises InputError for one that is not shipped."""
    if language not in _words():
        raise InputError(
            f"Reports are printed in {', '.join(_words())}; choose one of them.", "language"
        )
    return ReportWords(language, layout or Layout())


def typed(text: str, language: str) -> list[Block]:
    """Return what was typed into a form as paragraphs and lists, each in its own language."""
    blocks: list[Block] = []
    items: list[Item] = []

    def listed() -> None:
        if items:
            told = "\n".join(run.text for item in items for run in item.text)
            blocks.append(_directed(List(tuple(items), Marker.DASH, before=1.2), told, language))
            items.clear()

    for line in text.splitlines():
        item = _ITEM.fullmatch(line)
        if item:
            items.append(Item(inline(item[1].strip(), language)))
            continue
        listed()
        if line.strip():
            told = Paragraph(inline(line.strip(), language), before=2.0, leading=1.3)
            blocks.append(_directed(told, line, language))
    listed()
    return blocks


def cell(text: str, language: str) -> Cell:
    """Return what was typed into a cell of a table, line by line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(inline(line, language) for line in lines) or (plain(""),)


def inline(text: str, language: str) -> Text:
    """Return a line in its own language and direction."""
    own = _language_of(text, language)
    if own == "ar":
        # Groups of figures would change places, 1 200 to 200 1, and a telephone number likewise.
        text = _GROUPED_FIGURES.sub(lambda found: isolated(found[0]), text)
    if (own == "ar") != (language == "ar"):
        text = isolated(text)
    return plain(text, lang="" if own == language else own)


def _directed(block: Paragraph | List, told: str, language: str) -> Block:
    own = _language_of(told, language)
    return Section((block,), own) if (own == "ar") != (language == "ar") else block


def _language_of(text: str, language: str) -> str:
    """Return the language of a text as far as its letters give it away."""
    counts = {
        "ar": len(_RIGHT_TO_LEFT.findall(text)),
        "zh": 3 * len(_CHINESE.findall(text)),
        "ru": len(_CYRILLIC.findall(text)),
        "": len(_OTHER_LETTERS.findall(text)),
    }
    most = max(counts, key=lambda key: counts[key])
    if not counts[most]:
        return language
    if most:
        return most
    # Letters of the Latin alphabet: of the report's own language where that is written in them.
    return language if language in ("en", "fr", "es") else "en"


@cache
def _table_words() -> dict[str, dict[str, str]]:
    with resource("phrases", "article7_tables.csv").open(encoding="utf-8", newline="") as file:
        return {row["en"]: row for row in csv.DictReader(file)}


@cache
def _words() -> dict[str, dict[str, Any]]:
    with resource("phrases", "article7.toml").open("rb") as file:
        found: dict[str, dict[str, Any]] = tomllib.load(file)
    return found
