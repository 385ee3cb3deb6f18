"""Both standards are kept in each of the six languages, in short papers and in long ones."""

from dataclasses import replace
from pathlib import Path

import pytest

from ccmdesk.typeset.blocks import (
    Align,
    Attachment,
    Column,
    Contents,
    Document,
    Heading,
    Image,
    Item,
    List,
    Marker,
    PageLine,
    Paragraph,
    Relationship,
    Run,
    Table,
    paged,
    plain,
)
from ccmdesk.typeset.render import render
from tests.typeset.test_scripts import TEXTS
from tests.typeset.test_standards import READERS, failures, faults

SPANISH = (
    "La Misión Permanente saluda atentamente y comunica: ¿delegación?, «señor Íñigo» (n.º 12)."
)
TOLD = TEXTS | {"es": SPANISH}
EMBLEM = Path(__file__).resolve().parents[2] / "resources" / "sample" / "emblem.png"
LIST = Attachment("list.csv", "№;é\n".encode(), "text/csv", "List", Relationship.DATA)


def paper(lang: str, delegates: int) -> Document:
    """Return a paper with a line for each delegate, and one of every kind of block before it."""
    text = TOLD[lang]
    name = text[:12].strip()
    rows = tuple(
        ((plain(f"{number}."),), (plain(name),), (plain(text[:60].strip()), plain("Tōkyō (UN) 12")))
        for number in range(1, delegates + 1)
    )
    heads = text.split()[:3] if " " in text else text[:3]
    columns = tuple(
        Column(plain(head), share) for head, share in zip(heads, (1, 3, 5), strict=True)
    )
    return Document(
        title=name,
        author="Author",
        subject="Subject",
        language=lang,
        blocks=(
            Image(EMBLEM.read_bytes(), 20, 20, name),
            Heading(plain(name, bold=True), align=Align.CENTRE),
            Contents(),
            Paragraph(plain(text), align=Align.JUSTIFIED),
            Paragraph((Run(name, link="https://example.org/"), Run(" "), Run("Geneva", lang="en"))),
            List((Item(plain(name)), Item(plain(text))), marker=Marker.NUMBER),
            Heading(plain(text[:6].strip()), level=2),
            Table(columns, rows),
        ),
        footer=PageLine(centre=paged("{page} / {pages}")),
    )


@pytest.mark.parametrize("delegates", [1, 8, 40, 200])
@pytest.mark.parametrize("lang", TOLD)
def test_both_standards_are_kept(lang: str, delegates: int) -> None:
    whole = paper(lang, delegates)
    assert failures(render(whole)) == []
    assert failures(render(replace(whole, mark=TOLD[lang][:5].strip()))) == []
    assert failures(render(replace(whole, attachments=(LIST,))), "3a") == []


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize("lang", TOLD)
def test_other_readers_find_no_fault(lang: str, command: tuple[str, ...], tmp_path: Path) -> None:
    whole = replace(paper(lang, 40), mark=TOLD[lang][:5].strip(), attachments=(LIST,))
    assert faults(command, render(whole), tmp_path) == ""
