"""The paper of an Article 7 report; the typesetting room is loaded when first used."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ccmdesk.domain.article7 import FormSet, Report
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.profile import Names

if TYPE_CHECKING:
    from ccmdesk.documents.own_fonts import FontFile


def report_pdf(
    report: Report,
    *,
    draft: bool,
    form_set: FormSet,
    names: Names,
    dated: date,
    version: int = 1,
    files: Mapping[str, bytes] | None = None,
    layout: Layout | None = None,
    fonts: "Sequence[FontFile]" = (),
) -> bytes:
    """Return the report as a PDF, marked where it is a draft; the same bytes for the same report.

    `names` are the mission's in the language of the report, `dated` the day it is submitted, and
    `files` the data of what goes with it, by SHA-256. Raises InputError where a character is in no
    font or a file cannot go with it.
    """
    from ccmdesk.documents.article7_report import ReportPaper
    from ccmdesk.documents.article7_report import report_pdf as printed

    paper = ReportPaper(
        report, form_set, names, dated, version, dict(files or {}), layout or Layout()
    )
    return printed(paper, draft=draft, fonts=fonts)
