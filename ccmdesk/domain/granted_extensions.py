"""The extensions that ship with the program together with those the officer entered."""

from collections.abc import Iterable
from dataclasses import replace

from ccmdesk.domain.recorded import INITIAL, Extension

Stage = tuple[str, int, str]


def stage_of(extension: Extension) -> Stage:
    """Return what tells one stage of a deadline from every other."""
    return extension.state, extension.article, extension.stage


def merged(shipped: Iterable[Extension], own: Iterable[Extension]) -> list[Extension]:
    """Return the stages per State and article in their order, the officer's own before others.

    What the shipped list has of the same stage is told in the note of the own one.
    """
    known = {stage_of(row): row for row in shipped}
    for row in own:
        printed = known.get(stage_of(row))
        known[stage_of(row)] = row if printed is None else _with_remark(row, printed)
    return sorted(known.values(), key=_order)


def stage_number(stage: str) -> int:
    """Return 0 for the first deadline, 1 for "extension 1", and so on."""
    if stage == INITIAL:
        return 0
    number = stage.rpartition(" ")[2]
    return int(number) if number.isdecimal() else 99


def _order(extension: Extension) -> tuple[str, int, int]:
    return extension.state, extension.article, stage_number(extension.stage)


def _with_remark(own: Extension, shipped: Extension) -> Extension:
    day = f"{shipped.published}, " if shipped.published else ""
    told = f"The list that ships with the program has this stage as {day}{shipped.standing}"
    told += f" ({shipped.source})." if shipped.source else "."
    return replace(own, note=f"{own.note.rstrip()} {told}".strip())
