"""Finds names written in the letters of another script than that of the note."""

import unicodedata
from collections.abc import Iterator

from ccmdesk.domain.finding import Finding, Severity
from ccmdesk.domain.note import NoteContent

# The letters a note's language is written in, by the first word of their Unicode names; modifier
# letters, such as the ʻokina, belong to every script.
_LETTERS = {"en": "Latin", "fr": "Latin"}
_LANGUAGES = {"en": "an English", "fr": "a French"}
_EVERYWHERE = "Modifier"


def script_findings(content: NoteContent) -> Iterator[Finding]:
    """Yield a blocking finding for each delegate whose name the addressee could not copy.

    The list of participants takes names as the note writes them, so they have to stand there in
    the letters of its language.
    """
    own = _LETTERS.get(content.language)
    if own is None:
        return
    for delegate in content.delegates:
        name = delegate.person.full_name
        foreign = sorted({script for letter in name if (script := _script(letter, own))})
        if foreign:
            yield Finding(
                "name-in-other-script",
                Severity.BLOCKING,
                f"delegation: {name}",
                f"“{name}” has {' and '.join(foreign)} letters, but {_LANGUAGES[content.language]}"
                f" note prints names in {own} letters.",
                f"Write the name in {own} letters, as the passport has it.",
            )


def _script(character: str, own: str) -> str:
    """Return the script of a letter that is not of `own`, or nothing."""
    if not unicodedata.category(character).startswith("L"):
        return ""
    script = unicodedata.name(character, "unknown").split()[0].split("-")[0].capitalize()
    if script in (own, _EVERYWHERE) or character in "ªº":
        return ""
    return "Chinese" if script == "Cjk" else script
