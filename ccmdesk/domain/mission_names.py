"""What the mission calls itself, in each of the languages notes are written in."""

from dataclasses import dataclass

LANGUAGE_NAMES = {
    "en": "English",
    "fr": "French",
    "es": "Spanish",
    "ru": "Russian",
    "ar": "Arabic",
    "zh": "Chinese",
}
LANGUAGES = tuple(LANGUAGE_NAMES)


@dataclass(frozen=True, slots=True)
class Names:
    """The mission's own names in one language, typed once and printed everywhere.

    `mission` is the full name in the note's opening ("Permanent Mission of …"), `state` the State
    as the running text names it with its article ("the Republic of Avataria"), `city` the place of
    the date line, `letterhead` the lines under the emblem (empty: the mission's name),
    `of_state` the State after "delegation" where the grammar joins article and preposition
    ("du Nigéria"), and in Russian the State in the genitive; empty where the language needs none.
    `signatory` and `signatory_title` stand in the signature block, where one is printed.
    """

    mission: str
    state: str
    city: str
    of_state: str = ""
    letterhead: tuple[str, ...] = ()
    footer: str = ""
    signatory: str = ""
    signatory_title: str = ""
