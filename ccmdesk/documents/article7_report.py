"""The Article 7 report on paper: who reports on what, the cover page, the forms, the files."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ccmdesk.documents.article7_cover import cover_blocks
from ccmdesk.documents.article7_forms import form_blocks
from ccmdesk.documents.article7_words import ReportWords, inline, words
from ccmdesk.documents.printed_text import raised
from ccmdesk.documents.printing import rendered, rendered_on_one_page
from ccmdesk.domain.article7 import FormFile, FormSet, Report
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.profile import Names
from ccmdesk.language.phrases import pack
from ccmdesk.typeset.blocks import (
    ARABIC_INDIC,
    WESTERN,
    Align,
    Annex,
    Attachment,
    Block,
    Cell,
    Column,
    Contents,
    Document,
    FontFile,
    Grid,
    Heading,
    Ink,
    KeyValues,
    Margins,
    PageBreak,
    PageLine,
    Paragraph,
    Relationship,
    Rule,
    Run,
    Table,
    Text,
    Typeface,
    paged,
    plain,
)
from ccmdesk.typeset.errors import UnusableAttachmentError

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_MIMES = {
    "csv": "text/csv",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "kml": "application/vnd.google-earth.kml+xml",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf",
    "png": "image/png",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "txt": "text/plain",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
_SIZES = (11, 10.5, 10, 9.5)
"""A cover page that stands in place of the forms takes the first in which it is one page."""
_KB = 1000
_GROUP = 16


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """All that is printed of a report.

    `names` are the mission's in the language of the report, `dated` the day it is submitted.
    `files` holds the data of its files by SHA-256; one that is not in it is named, not attached.
    """

    report: Report
    form_set: FormSet
    names: Names
    dated: date
    version: int = 1
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    layout: Layout = field(default_factory=Layout)


def report_pdf(paper: ReportPaper, *, draft: bool, fonts: Sequence[FontFile] = ()) -> bytes:
    """Return the report as a PDF, marked on every page if it is a draft.

    Raises InputError where a character is in no font or a file cannot be attached.
    """
    document = report_blocks(paper, draft=draft)
    try:
        if paper.report.cover_only:
            return rendered_on_one_page((replace(document, size=size) for size in _SIZES), fonts)
        return rendered(document, fonts)
    except UnusableAttachmentError as fault:
        raise InputError(f"A file cannot go with the report: {fault}", "file") from fault


def report_blocks(paper: ReportPaper, *, draft: bool) -> Document:
    """Return the report as blocks; raises InputError for a language that is not shipped."""
    report, form_set, layout = paper.report, paper.form_set, paper.layout
    said = words(report.language, layout)
    kind = said.say("initial" if report.initial else "annual")
    name = said.name(report)
    blocks: list[Block] = [
        Paragraph((Run(said.say("convention"), ink=Ink.MUTED),), size=1.05),
        Rule(before=1.0),
        Heading(plain(kind, bold=True), size=1.75, before=7, listed=False),
        Paragraph(plain(_capital(paper.names.state)), size=1.25, before=1.5),
        _identity(paper, said),
    ]
    cover = cover_blocks(report, form_set, said)
    if report.cover_only:
        blocks += cover
    else:
        blocks += [
            Heading(plain(said.say("contents"), bold=True), 2, size=1.2, before=9, listed=False),
            Contents(depth=2, before=2),
        ]
        if cover:
            blocks += [PageBreak(), *cover]
        blocks += form_blocks(report, form_set, said, paper.files)
    if report.files:
        blocks.append(_file_list(report.files, said))
    indic = report.language == "ar" and layout.digits == "arabic_indic"
    footer = PageLine(
        left=plain(said.say("convention")), right=paged(said.bare("page", **_PAGES)), size=9
    )
    return Document(
        title=f"{said.bare_name(report)}, {_capital(paper.names.state)}",
        author=paper.names.mission,
        subject=f"{said.bare('convention')}: {kind}",
        language=report.language,
        blocks=tuple(blocks),
        paper=layout.paper,
        margins=Margins(25, 20, 24, 22),
        size=_SIZES[0],
        mark=pack(report.language).formulas["draft_mark"] if draft else "",
        dated=paper.dated,
        header=PageLine(
            left=plain(_capital(paper.names.state)), right=plain(name), size=9, ruled=True
        ),
        first_header=PageLine(),
        footer=footer,
        first_footer=None,
        attachments=tuple(_attachments(paper, said)),
        typeface=Typeface(layout.typeface),
        digits=ARABIC_INDIC if indic else WESTERN,
    )


_PAGES = {"page": "{page}", "pages": "{pages}"}


def _identity(paper: ReportPaper, said: ReportWords) -> KeyValues:
    report, language = paper.report, paper.report.language
    span = said.say("span", first=said.date(report.first), last=said.date(report.last))
    under = said.say("paragraph_initial" if report.initial else "paragraph_annual")
    contact = [inline(line.strip(), language) for line in report.contact.splitlines() if line]
    item: Text = (Run(said.say("contact_item"), italic=True, ink=Ink.MUTED),)
    pairs: list[tuple[str, Cell]] = [
        ("state", (inline(_capital(paper.names.state), language),)),
        ("paragraph", (plain(under),)),
        ("period", (tuple(run._replace(bold=True) for run in raised(span)),)),
        ("submitted", (raised(said.date(paper.dated)),)),
        ("submitted_by", (inline(paper.names.mission, language),)),
        ("to", (plain(said.say("addressee")),)),
        ("contact", (*(contact or [plain("________")]), item)),
    ]
    if paper.version > 1 or report.correction:
        pairs.append(("version", (plain(_version(paper, said)),)))
    return KeyValues(
        tuple((plain(said.say(key)), value) for key, value in pairs),
        share=0.32,
        before=7,
        grid=Grid.ROWS,
    )


def _version(paper: ReportPaper, said: ReportWords) -> str:
    number, reason = str(paper.version), paper.report.correction.strip()
    return said.say("corrected", version=number, reason=reason) if reason else number


def _file_list(files: Sequence[FormFile], said: ReportWords) -> Annex:
    columns = (
        Column(plain(said.say("file")), 46),
        Column(plain(said.say("belongs")), 16, Align.CENTRE),
        Column(plain(said.say("size")), 20, Align.RIGHT),
        Column(plain("SHA-256"), 60),
    )
    rows = tuple(
        (
            (inline(each.name, said.language),),
            (plain(each.letter or said.say("whole")),),
            (plain(_sized(each.size)),),
            (plain(_spaced(each.sha256), lang="en" if said.language == "zh" else ""),),
        )
        for each in files
    )
    return Annex(
        plain(said.say("files"), bold=True),
        (
            Paragraph(plain(said.say("files_told")), size=0.95, before=3),
            Table(columns, rows, size=0.84, before=4, labelled=True),
        ),
        align=Align.LEFT,
    )


def _attachments(paper: ReportPaper, said: ReportWords) -> Iterator[Attachment]:
    """Yield the files at hand under names that are used once each."""
    taken = set[str]()
    for each in paper.report.files:
        data = paper.files.get(each.sha256)
        if data is None:
            continue
        name = _file_name(each.name, taken)
        form = said.bare("form_title", letter=each.letter, title=each.name)
        yield Attachment(
            name,
            data,
            _MIMES.get(name.rpartition(".")[2].lower(), "application/octet-stream"),
            form if each.letter else each.name,
            Relationship.SUPPLEMENT,
        )


def _file_name(typed: str, taken: set[str]) -> str:
    name = _UNFIT.sub(" ", "".join(c for c in typed if c.isprintable())).strip(" .") or "file"
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    number, found = 1, name
    while found.casefold() in taken:
        number += 1
        found = f"{stem} ({number}){dot}{ending}"
    taken.add(found.casefold())
    return found


def _sized(size: int) -> str:
    for unit in ("B", "kB"):
        if size < _KB:
            return f"{size:.0f}\u00a0{unit}"
        size = round(size / _KB)
    return f"{size}\u00a0MB"


def _spaced(checksum: str) -> str:
    return " ".join(checksum[at : at + _GROUP] for at in range(0, len(checksum), _GROUP))


def _capital(name: str) -> str:
    """Return a State's name as a title has it, "The Netherlands" for "the Netherlands"."""
    return name[:1].upper() + name[1:]
