"""The mission that writes: its State, its names, its letterhead and the layout of its notes."""

from dataclasses import dataclass, field, replace

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.register import NumberPattern

LANGUAGES = ("en", "fr")
EMBLEM_POSITIONS = ("centre", "left", "none")
DATE_PLACES = ("end", "top")
PAPERS = ("A4", "Letter")


@dataclass(frozen=True, slots=True)
class Names:
    """The mission's own names in one language, typed once and printed everywhere.

    `mission` is the full name in the note's opening ("Permanent Mission of …"), `state` the State
    as the running text names it with its article ("the Republic of Avataria"), `city` the place of
    the date line, `letterhead` the lines under the emblem (empty: the mission's name),
    `of_state` the State after "delegation" where the grammar joins article and preposition
    ("du Nigéria"); empty where the language needs none.
    """

    mission: str
    state: str
    city: str
    of_state: str = ""
    letterhead: tuple[str, ...] = ()
    footer: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the mission's notes look; lengths in millimetres, size in points."""

    paper: str = "A4"
    emblem_position: str = "centre"
    date_place: str = "end"
    title_line: bool = True
    family_name_in_capitals: bool = True
    seal_space: bool = True
    addressee_at_foot: bool = True
    margin_left: float = 30
    margin_right: float = 20
    margin_top: float = 20
    margin_bottom: float = 25
    font_size: float = 12

    def checked(self) -> "Layout":
        """Return the layout, or raise InputError naming the setting that is out of range."""
        if self.paper not in PAPERS:
            raise InputError("The paper is A4 or Letter.", "paper")
        if self.emblem_position not in EMBLEM_POSITIONS:
            raise InputError("The emblem stands centre, left or not at all.", "emblem_position")
        if self.date_place not in DATE_PLACES:
            raise InputError("The date stands at the top or at the end.", "date_place")
        for name in ("margin_left", "margin_right", "margin_top", "margin_bottom"):
            if not 10 <= getattr(self, name) <= 60:
                raise InputError("A margin is between 10 and 60 millimetres.", name)
        if not 9 <= self.font_size <= 16:
            raise InputError("The size of the text is between 9 and 16 points.", "font_size")
        return self


@dataclass(frozen=True, slots=True)
class Profile:
    """The mission's profile; everything a note takes from the house and not from the meeting."""

    state_iso3: str
    language: str
    names: dict[str, Names] = field(default_factory=dict)
    emblem: bytes | None = None
    layout: Layout = field(default_factory=Layout)
    number_pattern: NumberPattern = field(default_factory=NumberPattern)
    first_annual_year: int | None = None
    sample: bool = False

    def names_in(self, language: str) -> Names:
        """Return the names in `language`; raises InputError if they were never typed."""
        if language not in self.names:
            raise InputError(
                f"The mission has no name in “{language}” yet; add it under Settings.", "mission"
            )
        return self.names[language]

    def with_names(self, language: str, names: Names) -> "Profile":
        """Return the profile with the names of one language replaced."""
        return replace(self, names={**self.names, language: names})
