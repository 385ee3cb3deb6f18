"""Lends the window the letters of a note's language where the system has no font for them."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from ccmdesk.system.paths import resources_dir

_SYSTEMS = QFontDatabase.WritingSystem
_LENT = {
    "zh": (_SYSTEMS.SimplifiedChinese, "NotoSerifSC-Regular.ttf"),
    "ar": (_SYSTEMS.Arabic, "NotoNaskhArabic-Regular.ttf"),
    "ru": (_SYSTEMS.Cyrillic, "NotoSerif-Regular.ttf"),
}


@cache
def lend_letters(language: str) -> bool:
    """Add the font of the notes for a language no font of the system can write.

    Returns whether the language can be shown.
    """
    if language not in _LENT:
        return True
    system, name = _LENT[language]
    if QFontDatabase.families(system):
        return True
    return QFontDatabase.addApplicationFont(str(resources_dir() / "fonts" / name)) >= 0
