"""The letter that asks an office of the capital for its part of a report, and the one that reminds.

Both list the forms that are meant, with what Article 7(1) asks for under each.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from ccmdesk.documents.article7_words import ReportWords, inline, words
from ccmdesk.documents.letterhead import house_head
from ccmdesk.documents.note_sheet import head_lines
from ccmdesk.documents.printed_text import raised
from ccmdesk.documents.printing import rendered
from ccmdesk.domain.article7 import FormSet, FormSpec, Report, ReportForm
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.profile import Names
from ccmdesk.language.lines import printed_line
from ccmdesk.language.phrases import pack, resource
from ccmdesk.language.russian_places import city_line
from ccmdesk.typeset.blocks import (
    ARABIC_INDIC,
    WESTERN,
    Align,
    Block,
    Cell,
    Column,
    Document,
    FontFile,
    Grid,
    Heading,
    KeepTogether,
    KeyValues,
    Margins,
    PageLine,
    Paragraph,
    Spacer,
    Table,
    Typeface,
    paged,
    plain,
)

_ITEMS = re.compile(r"\(([a-n])\)")
_ARTICLE_3 = re.compile(r"\b3\s*\(6\)")


@dataclass(frozen=True, slots=True)
class MinistryLetter:
    """All that is printed of a letter to who holds forms of a report.

    `names`, `language` and `layout` are the mission's; `owner` is the office, `letters` its forms.
    `by` is the day of the answer, `due` that of the report. `reminds` makes it a chaser, which
    tells when each form was asked for and what was promised.
    """

    report: Report
    form_set: FormSet
    owner: str
    letters: tuple[str, ...]
    names: Names
    language: str
    dated: date
    by: date
    due: date
    reminds: bool = False
    layout: Layout = field(default_factory=Layout)
    emblem: bytes | None = field(default=None, repr=False)


def ministry_letter_pdf(letter: MinistryLetter, fonts: Sequence[FontFile] = ()) -> bytes:
    """Return the letter as a PDF; raises InputError where a character is in no font."""
    return rendered(ministry_letter_blocks(letter), fonts)


def ministry_letter_blocks(letter: MinistryLetter) -> Document:
    """Return the letter as blocks; raises InputError for a language that is not shipped."""
    report, language, layout = letter.report, letter.language, letter.layout
    said, around = _words(language), words(language, layout)
    title = said["chaser" if letter.reminds else "request"]
    subject = said["subject_initial" if report.initial else "subject_annual"].format_map(
        {"year": report.period}
    )
    printed = layout.letterhead == "printed"
    place = pack(language).say(
        "place_and_date",
        city=letter.names.city,
        city_line=city_line(letter.names.city),
        date=around.date(letter.dated),
    )
    blocks: list[Block] = [
        *house_head(head_lines(letter.names) if printed else (), layout, letter.emblem),
        Paragraph(raised(place), Align.RIGHT, before=8),
        Heading(plain(title, bold=True), size=1.3, before=5),
        KeyValues(
            (
                (plain(said["to"]), (inline(letter.owner, language),)),
                (
                    plain(said["about"]),
                    (plain(printed_line(subject, language, layout), bold=True),),
                ),
            ),
            share=0.2,
            before=4,
            grid=Grid.ROWS,
        ),
        *(Paragraph(raised(text), before=3.2) for text in _texts(letter, said, around)),
        _table(letter, said, around),
        Paragraph(raised(said["nil_initial" if report.initial else "nil"]), before=5),
        _foot(letter, said),
    ]
    indic = language == "ar" and layout.digits == "arabic_indic"
    return Document(
        title=f"{title}: {subject}",
        author=letter.names.mission,
        subject=f"{title}, {letter.owner}",
        language=language,
        blocks=tuple(blocks),
        paper=layout.paper,
        margins=Margins(
            layout.margin_left, layout.margin_right, layout.margin_top, layout.margin_bottom
        ),
        size=11,
        dated=letter.dated,
        line=letter.names.footer if printed else "",
        footer=PageLine(right=paged(said["page"]), size=9),
        typeface=Typeface(layout.typeface),
        digits=ARABIC_INDIC if indic else WESTERN,
    )


def _texts(letter: MinistryLetter, said: dict[str, Any], around: ReportWords) -> list[str]:
    days = {
        "first": around.date(letter.report.first),
        "last": around.date(letter.report.last),
        "due": around.date(letter.due),
        "by": around.date(letter.by),
    }
    standing = "overdue" if letter.due < letter.dated else "due"
    keys = [f"{standing}_{'initial' if letter.report.initial else 'annual'}"]
    keys += ["reminded", "ask_again"] if letter.reminds else ["ask"]
    return [
        printed_line(said[key].format_map(days), letter.language, letter.layout) for key in keys
    ]


def _table(letter: MinistryLetter, said: dict[str, Any], around: ReportWords) -> Table:
    columns = [Column(plain(said["form"]), 50), Column(plain(said["asked"]), 92)]
    if letter.reminds:
        columns += [
            Column(plain(said["asked_on"]), 26),
            Column(plain(said["promised_for"]), 26),
        ]
    forms = {form.letter: form for form in letter.report.forms}
    rows: list[tuple[Cell, ...]] = []
    for spec in letter.form_set.forms:
        if spec.letter not in letter.letters:
            continue
        form = forms.get(spec.letter, ReportForm(spec.letter))
        title = around.title(letter.form_set, spec)
        row: list[Cell] = [
            (plain(f"{said['form']} {spec.letter}", bold=True), (title,)),
            _asks(spec, said, around),
        ]
        if letter.reminds:
            row += [_day(form.asked_on, around), _day(form.promised_for, around)]
        rows.append(tuple(row))
    return Table(tuple(columns), tuple(rows), size=0.9, before=4.5, labelled=True, grid=Grid.ALL)


def _asks(spec: FormSpec, said: dict[str, Any], around: ReportWords) -> Cell:
    """Return what each subparagraph asks for; a voluntary form asks for nothing."""
    if _ARTICLE_3.search(spec.items):
        return (plain(around.say("article3")), plain(said["asks"]["retained"]))
    found = [f"({item}) {said['asks'][item]}" for item in _ITEMS.findall(spec.items)]
    if found:
        article = around.say("article7", items="").rstrip()
        told = [printed_line(text, around.language, around.layout) for text in found]
        return tuple(plain(text) for text in (article, *told))
    return (plain(around.say("voluntary") if spec.voluntary else around.answers(spec) or "–"),)


def _day(day: date | None, around: ReportWords) -> Cell:
    return (raised(around.date(day)) if day else plain("–"),)


def _foot(letter: MinistryLetter, said: dict[str, Any]) -> KeepTogether:
    language, names = letter.language, letter.names
    told = [names.mission, *letter.report.contact.splitlines()]
    answer = tuple(inline(line.strip(), language) for line in told if line.strip())
    signed = [line for line in (names.signatory, names.signatory_title) if line.strip()]
    sign: Cell = tuple(inline(line, language) for line in signed) or (plain("_" * 36),)
    return KeepTogether(
        (
            KeyValues(((plain(said["answer"]), answer),), share=0.3, before=5),
            Spacer(12),
            KeyValues(((plain(said["sign"]), sign),), share=0.3),
        ),
        lead=0,
    )


@cache
def _all_words() -> dict[str, dict[str, Any]]:
    with resource("phrases", "ministry.toml").open("rb") as file:
        found: dict[str, dict[str, Any]] = tomllib.load(file)
    return found


def _words(language: str) -> dict[str, Any]:
    words(language)
    return _all_words()[language]
