"""Sets one page in the six languages of the notes: the specimen of the paper room."""

import sys
from datetime import date
from pathlib import Path

from ccmdesk.documents.note_example import example
from ccmdesk.language.people import printed_name, printed_title
from ccmdesk.language.wording import wording
from ccmdesk.typeset.blocks import (
    Align,
    Block,
    Document,
    Heading,
    Margins,
    PageLine,
    Paragraph,
    Run,
    Section,
    plain,
)
from ccmdesk.typeset.render import render

LANGUAGES = {
    "en": "English",
    "fr": "Français",
    "es": "Español",
    "ru": "Русский",
    "ar": "العربية",
    "zh": "中文",
}


def specimen() -> bytes:
    """Return the page as PDF; its texts are those of the example notes."""
    blocks: list[Block] = [
        Heading(plain("CCM Desk", bold=True), align=Align.CENTRE, size=1.5, tracking=0.06),
        Paragraph(
            (
                Run("One line, four scripts: Élise Vărzaru, "),
                Run("Жуан Араужу", lang="ru"),
                Run(", "),
                Run("هدى السامرائي", lang="ar"),
                Run(", "),
                Run("王雅琴", lang="zh"),
                Run(" (ODA/2023-00050)"),
            ),
            align=Align.CENTRE,
            before=1.5,
        ),
    ]
    for language, named in LANGUAGES.items():
        blocks.append(Section(_of_language(language, named), language))
    document = Document(
        title="Specimen of the six languages",
        author="CCM Desk",
        subject="How notes verbales are set",
        language="en",
        blocks=tuple(blocks),
        margins=Margins(24, 24, 16, 14),
        size=9.2,
        first_footer=PageLine(centre=plain("PDF/A-2a and PDF/UA-1; every word can be searched")),
        dated=date(2023, 8, 16),
    )
    return render(document)


def _of_language(language: str, named: str) -> tuple[Block, ...]:
    content = example(language, 2)
    texts = wording(content)
    comma = {"ar": "، ", "zh": "，"}.get(language, ", ")
    return (
        Heading(plain(named, bold=True), level=2, size=1.1, before=3.6),
        Paragraph(plain(texts.opening + texts.body[0].text), align=Align.JUSTIFIED, before=0.8),
        *(
            Paragraph(
                plain(
                    printed_name(each.person, language, content.layout)
                    + comma
                    + printed_title(each.person, language)
                ),
                before=0.6,
            )
            for each in content.delegates
        ),
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(specimen())
