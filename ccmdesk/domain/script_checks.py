"""Finds names written in the letters of another script than that of the note."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.finding import Finding, stop
from ccmdesk.domain.note import NoteContent

# The letters a note's language is written in, by the first word of their Unicode names; modifier
# letters, such as the ʻokina, belong to every script.
_LETTERS = {
    "en": "Latin",
    "fr": "Latin",
    "es": "Latin",
    "ru": "Cyrillic",
    "ar": "Arabic",
    "zh": "Chinese",
}
_LANGUAGES = {
    "en": "an English",
    "fr": "a French",
    "es": "a Spanish",
    "ru": "a Russian",
    "ar": "an Arabic",
    "zh": "a Chinese",
}
_EVERYWHERE = "Modifier"


def script_findings(content: NoteContent) -> Iterator[Finding]:
    """Yield a blocking finding for each delegate whose name the addressee could not copy.

    The list of participants takes names as the note writes them, so they have to stand there in
    the letters of its language. Notes in other letters may write a name in Latin ones as the
    passport has it, but never in both.
    """
    own = _LETTERS[content.language]
    for delegate in content.delegates:
        person = delegate.person.written_in(content.language)
        foreign = _foreign(person.full_name, own)
        if foreign:
            yield stop(
                "name-in-other-script",
                f"delegation: {delegate.person.full_name}",
                f"“{person.full_name}” has {' and '.join(foreign)} letters, but"
                f" {_LANGUAGES[content.language]} note prints names in {own} letters.",
                f"Write the name in {own} letters"
                + (", as the passport has it." if own == "Latin" else "."),
                source.PARTICIPANTS,
            )


@lru_cache(maxsize=4096)
def _foreign(name: str, own: str) -> tuple[str, ...]:
    scripts = {script for letter in name if (script := _script(letter))}
    if own != "Latin" and scripts == {"Latin"}:
        return ()
    return tuple(sorted(scripts - {own}))


def _script(character: str) -> str:
    """Return the script of a letter, or nothing for a mark that every script uses."""
    if not unicodedata.category(character).startswith("L") or character in "ªº":
        return ""
    script = unicodedata.name(character, "unknown").split()[0].split("-")[0].capitalize()
    if script == _EVERYWHERE:
        return ""
    return "Chinese" if script == "Cjk" else script
