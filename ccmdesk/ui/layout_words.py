"""How the window names the settings of the layout, and in which groups it shows them."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from ccmdesk.services.sample_note import Variant

GROUPS: tuple[tuple[str, str, tuple[tuple[str, ...], ...]], ...] = (
    (
        "paper",
        "Paper",
        (
            ("paper", "typeface"),
            ("font_size", "line_spacing"),
            ("margin_left", "margin_right"),
            ("margin_top", "margin_bottom"),
            ("first_line_indent", "page_number_place"),
            ("justified",),
            ("numbered_paragraphs",),
        ),
    ),
    (
        "head",
        "Head",
        (
            ("letterhead", "preprinted_height"),
            ("emblem_position", "emblem_height"),
            ("number_place", "date_place"),
            ("title_line",),
            ("title_text",),
            ("classification", "urgency"),
        ),
    ),
    (
        "wording",
        "Wording",
        (
            ("opening",),
            ("closing",),
            ("closing_line",),
            ("honour",),
            ("short_names",),
        ),
    ),
    (
        "delegation",
        "Delegation",
        (
            ("list_form", "annex_above"),
            ("name_order",),
            ("family_name_in_capitals",),
            ("attach_list",),
        ),
    ),
    (
        "foot",
        "Foot",
        (
            ("address_place", "seal_side"),
            ("seal_space",),
            ("initials_line",),
            ("signature_block",),
            ("enclosure_line",),
        ),
    ),
    ("arabic", "Arabic", (("digits",), ("months",), ("hijri",))),
)
"""The key of a group, its name, and its settings in rows."""

LABELS = {
    "paper": "Paper",
    "typeface": "Typeface",
    "font_size": "Size of the text (points)",
    "line_spacing": "Line spacing",
    "margin_left": "Left margin (mm)",
    "margin_right": "Right margin (mm)",
    "margin_top": "Top margin (mm)",
    "margin_bottom": "Bottom margin (mm)",
    "first_line_indent": "First line indented (mm)",
    "page_number_place": "Page number, from page 2",
    "justified": "Both edges straight",
    "numbered_paragraphs": "Numbered paragraphs",
    "letterhead": "Letterhead",
    "preprinted_height": "Room left for it (mm)",
    "emblem_position": "Emblem",
    "emblem_height": "Height of the emblem (mm)",
    "number_place": "Number",
    "date_place": "Place and date",
    "title_line": "A title above the text",
    "title_text": "Words of the title",
    "classification": "Classification",
    "urgency": "Urgency",
    "opening": "Opening formula",
    "closing": "Closing formula",
    "closing_line": "A closing formula at the end",
    "honour": "English spelling",
    "short_names": "Short names after the first mention",
    "list_form": "List of the delegation",
    "annex_above": "In an annex above (names)",
    "name_order": "Order of the names",
    "family_name_in_capitals": "Family names in capitals",
    "attach_list": "The list also as a file (CSV) within the PDF",
    "address_place": "Addressee and address",
    "seal_side": "Side of the seal (mm)",
    "seal_space": "Room for the seal",
    "initials_line": "A line for the initials",
    "signature_block": "A signature block",
    "enclosure_line": "A line that lists the enclosures",
    "digits": "Digits",
    "months": "Names of the months",
    "hijri": "The Islamic date beside the other",
}
HELP = {
    "title_text": "Without any, the usual words of the language.",
    "classification": "Printed at the head as typed; usually none.",
    "annex_above": "0 keeps the list in the note.",
    "opening": "In the language of the sample; a language without this variant takes its own.",
    "preprinted_height": "For paper that bears the letterhead already.",
    "typeface": "STIX Two is a Times; Noto Serif is wider and darker.",
}
CHOICE_WORDS: dict[str, dict[str, str]] = {
    "paper": {"A4": "A4", "Letter": "Letter", "Legal": "Legal"},
    "letterhead": {
        "printed": "printed with the note",
        "preprinted": "on the paper already",
        "none": "none",
    },
    "emblem_position": {"centre": "centred", "left": "on the left", "none": "not printed"},
    "number_place": {"left": "on the left", "right": "on the right"},
    "date_place": {
        "end": "after the text, right",
        "end_left": "after the text, left",
        "top": "at the head",
        "both": "at the head and after the text",
    },
    "address_place": {
        "foot": "at the foot of page 1",
        "end": "after the text",
        "none": "not printed",
    },
    "list_form": {
        "table": "as a table",
        "numbered": "as a numbered list",
        "block": "line by line",
    },
    "page_number_place": {
        "foot_centre": "at the foot, centred",
        "foot_right": "at the foot, right",
        "head_centre": "at the head, centred",
        "none": "none",
    },
    "typeface": {"stix": "STIX Two", "noto": "Noto Serif"},
    "name_order": {
        "as_kept": "each person's own",
        "given_first": "given names first",
        "family_first": "family name first",
    },
    "honour": {"honour": "honour (British)", "honor": "honor (American)"},
    "digits": {"western": "0 1 2 3", "arabic_indic": "٠ ١ ٢ ٣"},
    "months": {
        "both": "both, as the United Nations",
        "levant": "Levant and Iraq",
        "egypt": "Egypt, Gulf and Sudan",
        "maghreb": "Algeria and Tunisia",
        "morocco": "Morocco",
    },
}
_SAME_AT_LEAST = 5
_SHORT = 60


def shown_variants(variants: Sequence[Variant]) -> list[tuple[str, str]]:
    """Return the name of each variant with what tells it from the others, "…" for the rest."""
    if len(variants) == 1:
        return [(variants[0].name, _ending(variants[0].text))]
    first, second = variants[0].text, variants[1].text
    return [
        (each.name, _telling(each.text, first if number else second))
        for number, each in enumerate(variants)
    ]


def _telling(text: str, other: str) -> str:
    """Return a formula with long stretches that the other one has too left out."""
    if len(text) <= _SHORT:
        return text
    words = text.split()
    kept: list[str] = []
    place = 0
    matcher = SequenceMatcher(None, words, other.split(), autojunk=False)
    for block in matcher.get_matching_blocks():
        same = words[block.a : block.a + block.size]
        kept += words[place : block.a]
        kept += same if block.size < _SAME_AT_LEAST else ["…", *same[-2:]]
        place = block.a + block.size
    return " ".join(kept)


def _ending(text: str) -> str:
    """Return the last words of a long formula."""
    return text if len(text) <= _SHORT else "…" + text[-_SHORT:].partition(" ")[2]
