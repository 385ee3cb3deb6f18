"""The one door for texts of the window."""

from PySide6.QtCore import QCoreApplication


def tr(text: str, /, **values: object) -> str:
    """Return `text` in the language of the window, with named places like `{count}` filled in."""
    translated = QCoreApplication.translate("ccmdesk", text)
    return translated.format(**values) if values else translated
