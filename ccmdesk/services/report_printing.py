"""Names what of a report no font at hand can print, form by form."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ccmdesk.domain.article7 import FormContent, Report
from ccmdesk.domain.report_completeness import Missing
from ccmdesk.services.note_findings import listed_characters

if TYPE_CHECKING:
    from ccmdesk.documents.own_fonts import FontFile

_SURE = re.compile("[\n\t\x20-\x7e\u00a0-\u017f\u0410-\u044f]*")
"""Letters that the bundled fonts have; what is written in them alone is not looked up."""
_ADVICE = "write it otherwise, or add a font that has it under Settings, Fonts."


def unprintable(report: Report, fonts: "Sequence[FontFile]") -> list[Missing]:
    """Return what keeps a report from being printed; `fonts` are the mission's own."""
    found = []
    for letter, what, text in _texts(report):
        lost = _lost(text, fonts)
        if lost:
            holder = report.form(letter).owner if letter else ""
            listed = listed_characters(lost)
            found.append(
                Missing(letter, f"No font can print {listed} in {what}; {_ADVICE}", holder)
            )
    return found


def _lost(text: str, fonts: "Sequence[FontFile]") -> str:
    if _SURE.fullmatch(text):
        return ""
    # The typesetting room is loaded where something has to be looked up.
    from ccmdesk.documents.own_fonts import missing_characters

    return missing_characters("".join(dict.fromkeys(text)), fonts)


def _texts(report: Report) -> Iterator[tuple[str, str, str]]:
    """Yield every text that is printed as it was typed, with its form and where it stands."""
    yield "", "the points of contact", report.contact
    yield "", "the reason of the correction", report.correction
    for form in report.forms:
        # A cover page in place of the forms prints none of them.
        said = "" if report.cover_only else _said(form.content)
        yield form.letter, f"Form {form.letter}", said
    for file in report.files:
        named = f"the name of the file “{file.name}”"
        yield file.letter, named, file.name


def _said(content: FormContent) -> str:
    cells = (cell for rows in content.tables.values() for row in rows for cell in row)
    return "\n".join((content.text, *cells))
