"""Checks what the mission set up of its own: further registers, and who may approve."""

from collections.abc import Sequence
from dataclasses import replace

from ccmdesk.domain.dates import long_date
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.profile import Profile, Series, StandIn


def checked_series(profile: Profile) -> tuple[Series, ...]:
    """Return the further registers, each with a name and a pattern of its own.

    Raises InputError where two could give the same number.
    """
    found: list[Series] = []
    patterns = {profile.number_pattern.pattern: "the main register"}
    for each in profile.series:
        name = " ".join(each.name.split())
        if not name:
            raise InputError("Give the register a name.", "series")
        if name.casefold() in (other.name.casefold() for other in found):
            raise InputError(
                f"There is a register “{name}” already; choose another name.", "series"
            )
        try:
            pattern = each.pattern.checked()
        except InputError as error:
            raise InputError(f"Register “{name}”: {error.message}", "series") from None
        if pattern.pattern in patterns:
            raise InputError(
                f"Register “{name}” has the same number pattern as {patterns[pattern.pattern]};"
                " add letters of its own to it.",
                "series",
            )
        patterns[pattern.pattern] = f"“{name}”"
        found.append(Series(name, pattern))
    return tuple(found)


def checked_approvers(approvers: Sequence[StandIn]) -> tuple[StandIn, ...]:
    """Return who may approve, blanks trimmed; raises InputError naming what is wrong."""
    found = []
    for each in approvers:
        trimmed = replace(
            each,
            name=" ".join(each.name.split()),
            title=" ".join(each.title.split()),
            on_behalf_of=" ".join(each.on_behalf_of.split()),
        )
        if not trimmed.name:
            raise InputError("Give the name of who may approve.", "approvers")
        if each.start and each.end and each.end < each.start:
            raise InputError(
                f"{trimmed.name} cannot act until {long_date(each.end)}, before"
                f" {long_date(each.start)}.",
                "approvers",
            )
        found.append(trimmed)
    return tuple(found)
