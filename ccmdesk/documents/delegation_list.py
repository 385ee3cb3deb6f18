"""The list of a delegation on paper: as a table, as a numbered list, or as blocks."""

from collections.abc import Sequence

from ccmdesk.documents.members import Member, in_one_line
from ccmdesk.documents.printed_text import held_name
from ccmdesk.domain.layout import Layout
from ccmdesk.language.phrases import pack
from ccmdesk.typeset.blocks import (
    Align,
    Block,
    Column,
    Item,
    KeepTogether,
    List,
    Marker,
    Paragraph,
    Table,
    plain,
)

_SIZE = 0.94


def delegation_list(
    members: Sequence[Member], layout: Layout, language: str, leading: float
) -> list[Block]:
    """Return the list in the form the layout asks for: table, numbered, block."""
    form = layout.list_form
    if form == "numbered":
        items = tuple(
            Item(plain(in_one_line(member, language)), marker=member.number) for member in members
        )
        return [List(items, Marker.NUMBER, leading=leading, before=2.6, gap=1.2)]
    if form == "block":
        return [_block(member, leading) for member in members]
    return [_table(members, language)]


def _block(member: Member, leading: float) -> KeepTogether:
    """Return a member line by line, as lists of participants print them."""
    lines = (*member.title, member.role)
    name = Paragraph(plain(held_name(member.name), bold=True), leading=leading, before=2.4, hang=8)
    rest = [Paragraph(plain(line), size=_SIZE, leading=leading, hang=8) for line in lines if line]
    return KeepTogether((name, *rest), lead=0)


def _table(members: Sequence[Member], language: str) -> Table:
    heads = pack(language).table
    columns = (
        Column(plain(heads["number"]), 8),
        Column(plain(heads["name"]), 50),
        Column(plain(heads["title"]), 64),
        Column(plain(heads["role"]), 33, Align.LEFT),
    )
    rows = tuple(
        (
            (plain(member.number),),
            (plain(held_name(member.name)),),
            tuple(plain(line) for line in member.title) or (plain(""),),
            (plain(member.role),),
        )
        for member in members
    )
    return Table(columns, rows, before=2.6)
