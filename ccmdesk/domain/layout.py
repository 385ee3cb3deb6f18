"""How the notes of a mission look: what is printed where, and how."""

from dataclasses import dataclass

from ccmdesk.domain.errors import InputError

CHOICES: dict[str, tuple[str, ...]] = {
    "paper": ("A4", "Letter", "Legal"),
    "letterhead": ("printed", "preprinted", "none"),
    "emblem_position": ("centre", "left", "none"),
    "number_place": ("left", "right"),
    "date_place": ("end", "end_left", "top", "both"),
    "address_place": ("foot", "end", "none"),
    "list_form": ("table", "numbered", "block"),
    "page_number_place": ("foot_centre", "foot_right", "head_centre", "none"),
    "typeface": ("stix", "noto"),
    "name_order": ("as_kept", "given_first", "family_first"),
    "honour": ("honour", "honor"),
    "digits": ("western", "arabic_indic"),
    "months": ("both", "levant", "egypt", "maghreb", "morocco"),
}
"""The settings that are a choice, with their values; the first is the default."""

RANGES: dict[str, tuple[float, float, str]] = {
    "margin_left": (10, 60, "A margin is between 10 and 60 millimetres."),
    "margin_right": (10, 60, "A margin is between 10 and 60 millimetres."),
    "margin_top": (10, 60, "A margin is between 10 and 60 millimetres."),
    "margin_bottom": (10, 60, "A margin is between 10 and 60 millimetres."),
    "preprinted_height": (0, 120, "The printed letterhead is at most 120 millimetres high."),
    "emblem_height": (10, 50, "The emblem is between 10 and 50 millimetres high."),
    "seal_side": (40, 80, "The seal needs a square of 40 to 80 millimetres."),
    "font_size": (9, 16, "The size of the text is between 9 and 16 points."),
    "line_spacing": (1, 3, "The line spacing is between 1 and 3."),
    "first_line_indent": (0, 40, "The first line is indented by at most 40 millimetres."),
    "annex_above": (0, 999, "The list moves to an annex above 0 to 999 names."),
}
"""Lowest value, highest value, and what to say outside; lengths in millimetres."""

OLDER_TYPEFACES = {"serif": "stix", "times": "stix"}
"""What earlier versions called a typeface, and what it is called now."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the mission's notes look; lengths in millimetres, size in points.

    `letterhead` preprinted leaves `preprinted_height` free on the first page. `opening` and
    `closing` name a variant of the phrase pack ("" is its first). `annex_above` is the number of
    names beyond which the list becomes an annex (0: never); `attach_list` puts it into the
    PDF as a file, too. `hijri` is set where the date is printed in the Islamic calendar as well.
    `classification` and `urgency` are printed as typed.
    """

    paper: str = "A4"
    letterhead: str = "printed"
    preprinted_height: float = 45
    emblem_position: str = "centre"
    emblem_height: float = 24
    title_line: bool = True
    title_text: str = ""
    classification: str = ""
    urgency: str = ""
    number_place: str = "left"
    date_place: str = "end"
    address_place: str = "foot"
    opening: str = ""
    closing: str = ""
    closing_line: bool = True
    honour: str = "honour"
    short_names: bool = True
    numbered_paragraphs: bool = False
    list_form: str = "table"
    annex_above: int = 12
    attach_list: bool = False
    family_name_in_capitals: bool = True
    name_order: str = "as_kept"
    enclosure_line: bool = True
    seal_space: bool = True
    seal_side: float = 42
    initials_line: bool = False
    signature_block: bool = False
    page_number_place: str = "foot_centre"
    margin_left: float = 30
    margin_right: float = 20
    margin_top: float = 20
    margin_bottom: float = 25
    typeface: str = "stix"
    font_size: float = 12
    line_spacing: float = 1.15
    first_line_indent: float = 0
    justified: bool = False
    digits: str = "western"
    months: str = "both"
    hijri: bool = False

    def checked(self) -> "Layout":
        """Return the layout, or raise InputError naming the setting that is out of range."""
        for name, choices in CHOICES.items():
            if getattr(self, name) not in choices:
                raise InputError(f"This setting is one of {', '.join(choices)}.", name)
        for name, (lowest, highest, message) in RANGES.items():
            if not lowest <= getattr(self, name) <= highest:
                raise InputError(message, name)
        return self
