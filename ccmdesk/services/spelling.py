"""Spelling by the Hunspell dictionaries that are installed, and by the mission's own words."""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ccmdesk.domain.errors import machine_fault
from ccmdesk.system.atomic_file import write_bytes

WORDS_FILE = "words.txt"
# The dictionary taken where several of a language are there, the first that is found.
_PREFERRED = {
    "en": ("en_GB", "en_US", "en"),
    "fr": ("fr", "fr_FR", "fr_CH", "fr-toutesvariantes", "fr-classique"),
    "es": ("es_ES", "es"),
    "ru": ("ru_RU", "ru"),
    "ar": ("ar",),
}
_WORD = re.compile(r"[^\W\d_]+(?:[’'\u2010-][^\W\d_]+)*")
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u0652\u0670]")
_MOST_SUGGESTED = 6
# What every officer writes and few dictionaries know.
_OF_THE_TRADE = frozenset(
    {"verbale", "verbales", "alia", "mutandis", "mutatis", "submunition", "submunitions"}
)


class Speller:
    """Says which words of one language are right; meant for one thread once it is loaded."""

    def __init__(self, language: str, dictionary: Any, own: Path) -> None:
        self.language = language
        self._dictionary, self._own = dictionary, own
        self._words = set(_own_words(own))
        self._names: frozenset[str] = frozenset()
        self._known: dict[str, bool] = {}

    def set_names(self, texts: Iterable[str]) -> bool:
        """Take names that are right here; return whether they are others than before."""
        names = frozenset(word for text in texts for word, _, _ in words(text))
        changed = names != self._names
        self._names = names
        return changed

    def right(self, word: str) -> bool:
        """Tell whether a word is spelt right, or is a name or a word of the mission's own."""
        if word in self._names or word in self._words or word.lower() in self._words:
            return True
        if word.lower() in _OF_THE_TRADE:
            return True
        if len(word) < 2 or (word.isupper() and len(word) <= 6):
            return True
        if word not in self._known:
            if len(self._known) > 20_000:
                self._known.clear()
            self._known[word] = self._in_dictionary(word)
        return self._known[word]

    def wrong(self, text: str) -> list[tuple[int, int]]:
        """Return where words spelt wrong begin in a text, and how long they are."""
        return [(start, end - start) for word, start, end in words(text) if not self.right(word)]

    def suggestions(self, word: str) -> list[str]:
        """Return at most six other spellings, the likeliest first."""
        return list(self._dictionary.suggest(_plain(word)))[:_MOST_SUGGESTED]

    def add(self, word: str) -> None:
        """Add a word to the mission's own; raises EnvironmentFault where it cannot be kept."""
        self._words.add(word)
        text = "".join(f"{each}\n" for each in sorted(self._words | set(_own_words(self._own))))
        try:
            self._own.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(self._own, text.encode("utf-8"))
        except OSError as error:
            raise machine_fault(error) from error

    def _in_dictionary(self, word: str) -> bool:
        plain = _plain(word)
        if self._spell(plain):
            return True
        # “l’État”, “Permanent-Mission”: right where each part is.
        parts = re.split(r"['\u2010-]", plain)
        return len(parts) > 1 and all(len(part) < 3 or self._spell(part) for part in parts if part)

    def _spell(self, word: str) -> bool:
        try:
            return bool(self._dictionary.spell(word))
        except UnicodeEncodeError:
            # A dictionary in an older encoding has no word with such letters.
            return False


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a text with where they begin and end; what holds digits is none."""
    for found in _WORD.finditer(text):
        before = text[found.start() - 1 : found.start()]
        after = text[found.end() : found.end() + 1]
        # Addresses, references and file names are no words.
        joined = before.isdigit() or after.isdigit()
        if not (joined or (before and before in "@/._") or (after and after in "@/_")):
            yield found.group(), found.start(), found.end()


def found_dictionaries(folders: Sequence[Path]) -> dict[str, Path]:
    """Return the dictionary (its .dic file) of each language of a note that is found there."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.dic")):
            if path.with_suffix(".aff").is_file():
                found.setdefault(path.stem, path)
    chosen: dict[str, Path] = {}
    for language, preferred in _PREFERRED.items():
        stems = [stem for stem in preferred if stem in found]
        stems += [stem for stem in sorted(found) if re.match(rf"{language}[_-]", stem)]
        if stems:
            chosen[language] = found[stems[0]]
    return chosen


def dictionary_folders(own: Path) -> list[Path]:
    """Return where dictionaries are looked for, the mission's own folder first."""
    home = Path.home()
    places = [own, home / ".local/share/hunspell", home / ".hunspell"]
    if sys.platform == "darwin":
        places += [home / "Library/Spelling", Path("/Library/Spelling")]
        offices = Path("/Applications/LibreOffice.app/Contents/Resources/extensions")
        places += sorted(offices.glob("dict-*"))
    elif sys.platform == "win32":
        programs = Path(os.environ.get("PROGRAMFILES", "C:/Program Files"))
        places += sorted(programs.glob("LibreOffice*/share/extensions/dict-*"))
    else:
        places += [
            Path("/usr/share/hunspell"),
            Path("/usr/share/myspell"),
            Path("/usr/share/myspell/dicts"),
            Path("/usr/local/share/hunspell"),
        ]
        for office in ("/usr/lib/libreoffice", "/usr/lib64/libreoffice"):
            places += sorted(Path(office).glob("share/extensions/dict-*"))
        places += sorted(Path("/opt").glob("libreoffice*/share/extensions/dict-*"))
    return [place for place in places if place.is_dir()]


def load_speller(language: str, own: Path) -> Speller | None:
    """Return the speller of a language, or None where no dictionary of it is installed.

    Takes a moment; `own` is the mission's folder of dictionaries and words.
    """
    path = found_dictionaries(dictionary_folders(own)).get(language)
    if path is None:
        return None
    from hunspell import Hunspell

    dictionary = Hunspell(path.stem, hunspell_data_dir=str(path.parent))
    return Speller(language, dictionary, own / WORDS_FILE)


def _plain(word: str) -> str:
    return _ARABIC_MARKS.sub("", word.replace("’", "'").replace("\u2010", "-"))


def _own_words(path: Path) -> list[str]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return []
    return [line.strip() for line in text.splitlines() if line.strip()]
