"""The mission that writes: its State, its names, its letterhead and the layout of its notes."""

from dataclasses import dataclass, field, replace
from datetime import date

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.mission_names import LANGUAGE_NAMES
from ccmdesk.domain.mission_names import LANGUAGES as LANGUAGES
from ccmdesk.domain.mission_names import Names as Names
from ccmdesk.domain.register import NumberPattern


@dataclass(frozen=True, slots=True)
class StandIn:
    """Somebody who may approve notes; `start` and `end` bound a stand-in's time, both included.

    `on_behalf_of` names whom a stand-in acts for, as in "Chargé d'affaires a.i.".
    """

    name: str
    title: str = ""
    on_behalf_of: str = ""
    start: date | None = None
    end: date | None = None

    def acts_on(self, day: date) -> bool:
        """Tell whether this person may approve on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Series:
    """A further register of the mission, beside the main one, with its own pattern."""

    name: str
    pattern: NumberPattern


@dataclass(frozen=True, slots=True)
class Profile:
    """The mission's profile; everything a note takes from the house and not from the meeting.

    `approval` tells whether a note has to be approved by somebody named under `approvers` before
    it is issued; `series` are further registers. `confirmed` holds the formulas of the phrase
    packs a native officer has confirmed, as "ru.closing".
    """

    state_iso3: str
    language: str
    names: dict[str, Names] = field(default_factory=dict)
    emblem: bytes | None = None
    layout: Layout = field(default_factory=Layout)
    number_pattern: NumberPattern = field(default_factory=NumberPattern)
    first_annual_year: int | None = None
    sample: bool = False
    approval: bool = False
    approvers: tuple[StandIn, ...] = ()
    series: tuple[Series, ...] = ()
    confirmed: frozenset[str] = frozenset()

    def names_in(self, language: str) -> Names:
        """Return the names in `language`; raises InputError if they were never typed."""
        if language not in self.names:
            raise InputError(
                f"The mission has no name in {LANGUAGE_NAMES.get(language, language)} yet; add it"
                " under Settings.",
                "mission",
            )
        return self.names[language]

    def with_names(self, language: str, names: Names) -> "Profile":
        """Return the profile with the names of one language replaced."""
        return replace(self, names={**self.names, language: names})
