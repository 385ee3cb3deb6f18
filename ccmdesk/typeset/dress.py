"""What text carries besides its letters: links, lines under and through it, colours."""

from collections.abc import Sequence
from typing import NamedTuple

from ccmdesk.typeset.blocks import Ink, Run
from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node, decorated
from ccmdesk.typeset.words import Fragment

COLOURS = {
    Ink.NORMAL: "0 g",
    Ink.MUTED: "0.38 g",
    Ink.INSERTED: "0 0.27 0.58 rg",
    Ink.DELETED: "0.66 0.08 0.08 rg",
}
"""Each at least five times as dark as the paper, as readers with weak eyes need."""
# In type sizes: where lines are, how heavy they are, and how far a link reaches.
_UNDER = -0.13
_THROUGH = 0.24
_WEIGHT = 0.055
_BELOW, _ABOVE = 0.26, 0.82


class Manner(NamedTuple):
    """What is drawn and structured in one go."""

    lang: str
    link: str
    underlined: bool
    struck: bool
    ink: Ink


def manner_of(fragment: Fragment) -> str | Manner:
    """Return how a fragment is drawn; where it is letters alone, its language says all."""
    run: Run = fragment.run
    if not run.dressed:
        return fragment.lang
    return Manner(fragment.lang, run.link, run.underlined, run.struck, run.ink)


def parts_of(sheet: Sheet, owner: Node, manner: str | Manner) -> tuple[Node, Node | None]:
    """Return the part of `owner` that text in a manner is, and the link around it if it is one."""
    if isinstance(manner, str):
        return (owner.span(manner) if manner not in ("", sheet.lang) else owner), None
    part, link = owner, None
    if manner.lang not in ("", sheet.lang):
        part = part.span(manner.lang)
    if manner.link and not sheet.is_artifact:
        part = link = _link_in(part, sheet.target(manner.link))
    if manner.struck or manner.underlined:
        line = decorated("LineThrough" if manner.struck else "Underline")
        inner = Node("Span", attributes=line)
        part.children.append(inner)
        part = inner
    return part, link


def _link_in(owner: Node, target: str | Node) -> Node:
    """Return the link that goes on from the line before, or a new one."""
    for child in owner.children[-2:]:
        if isinstance(child, Node) and child.tag == "Link":
            links = child.links()
            if links and links[-1].target == target:
                return child
    found = Node("Link")
    owner.children.append(found)
    return found


def finish(
    sheet: Sheet,
    manner: Manner,
    link: Node | None,
    drawn: Sequence[Fragment],
    ends: tuple[float, float],
    baseline: float,
) -> None:
    """Draw the lines of text between two ends, and make its area lead where the text leads."""
    size = max(fragment.size for fragment in drawn)
    left, right = ends
    for wanted, height in ((manner.underlined, _UNDER), (manner.struck, _THROUGH)):
        if wanted:
            y = baseline + height * size
            # The operator for lines is that for letters, in capitals.
            sheet.draw(
                f"{COLOURS[manner.ink].upper()} {_WEIGHT * size:.2f} w"
                f" {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"
            )
    if link is not None:
        box = (left, baseline - _BELOW * size, right, baseline + _ABOVE * size)
        said = "".join(fragment.text for fragment in drawn).strip()
        sheet.link(link, box, sheet.target(manner.link), said)
