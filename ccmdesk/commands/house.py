"""Commands on the desk as a whole: profile, check, backup."""

from argparse import Namespace
from dataclasses import replace
from typing import TYPE_CHECKING

from ccmdesk.commands.access import known_state, open_services, read_bytes
from ccmdesk.commands.output import print_json
from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.domain.errors import RefusedError
from ccmdesk.domain.state import Status

if TYPE_CHECKING:
    from ccmdesk.domain.profile import Profile

_STANDING = {
    Status.PARTY: "is a State Party",
    Status.SIGNATORY: "has signed the Convention",
    Status.WITHDRAWN: "has withdrawn from the Convention",
    Status.NOT_PARTY: "is not a party to the Convention",
}


def init(asked: Namespace) -> None:
    """Store the mission's profile; refuses to replace one unless forced."""
    from ccmdesk.domain.profile import LANGUAGES

    with open_services(asked) as desk:
        present = desk.profile.get()
        if present is not None and not asked.force:
            raise RefusedError(
                f"There is a profile already, of {present.state_iso3}; add --force to replace it."
            )
        state = known_state(desk, asked.state)
        profile = replace(_rules(asked), state_iso3=state.iso3, language=asked.language)
        for language in LANGUAGES:
            names = desk.profile.default_names(state.iso3, asked.city, language)
            if language == asked.language:
                names = replace(names, mission=asked.mission)
            profile = profile.with_names(language, names)
        if asked.emblem is not None:
            profile = replace(profile, emblem=read_bytes(asked.emblem, "emblem"))
        desk.profile.save(profile)
        print(f"The profile of {asked.mission} is set up; {state.name} {_STANDING[state.status]}.")


def _rules(asked: Namespace) -> "Profile":
    """Return a profile with the mission's registers and approvers; checked when it is saved."""
    from ccmdesk.domain.profile import Profile, Series, StandIn
    from ccmdesk.domain.register import NumberPattern

    def pattern(text: str) -> NumberPattern:
        # A number without a year can never start anew.
        return NumberPattern(text, "yearly" if "{y" in text else "never")

    series = []
    for each in asked.series:
        name, sign, written = each.partition("=")
        if not sign:
            raise WrongUsageError(f"“{each}” is not a register, as in Treaties=T-{{n}}/{{year}}.")
        series.append(Series(name, pattern(written)))
    return Profile(
        "",
        asked.language,
        number_pattern=pattern(asked.number_pattern or NumberPattern().pattern),
        series=tuple(series),
        approval=bool(asked.approver),
        approvers=tuple(StandIn(name) for name in asked.approver),
    )


def check(asked: Namespace) -> int:
    """Verify file, register, seals and chain; exit status 1 where something is wrong."""
    with open_services(asked) as desk:
        report = desk.safety.check(full=asked.full)
    if asked.json:
        print_json(
            {
                "ok": report.ok,
                "items": [
                    {"name": each.name, "ok": each.ok, "message": each.message}
                    for each in report.items
                ],
            }
        )
    else:
        for each in report.items:
            print(f"{'ok   ' if each.ok else 'WRONG'}  {each.name}: {each.message}")
    return 0 if report.ok else 1


def backup(asked: Namespace) -> None:
    """Write a verified copy of the database and print where it lies."""
    with open_services(asked) as desk:
        print(desk.safety.backup(asked.out))
