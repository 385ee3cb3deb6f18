"""The mission's own fonts: checked when added, and drawn with where the bundled ones end."""

from collections.abc import Sequence

from ccmdesk.domain.errors import InputError
from ccmdesk.typeset.blocks import FontFile

__all__ = ["FontFile", "checked_font", "missing_characters", "told"]


def checked_font(name: str, data: bytes) -> FontFile:
    """Return a font that papers can be drawn with; raises InputError (field "font") saying why not.

    `name` is what messages call it.
    """
    from ccmdesk.typeset.added_fonts import face_of
    from ccmdesk.typeset.errors import UnusableFontError

    font = FontFile(name, data)
    try:
        face_of(font)
    except UnusableFontError as fault:
        raise InputError(str(fault), "font") from fault
    return font


def missing_characters(text: str, fonts: Sequence[FontFile] = ()) -> str:
    """Return each character that neither a bundled font nor one of `fonts` can draw.

    A font of the mission's that cannot be used any more counts for nothing here; the paper itself
    tells of it.
    """
    from ccmdesk.typeset import fonts as bundled

    lost = bundled.missing_characters(text)
    if not lost or not fonts:
        return lost
    from ccmdesk.typeset.added_fonts import face_of
    from ccmdesk.typeset.errors import UnusableFontError

    faces = []
    for font in fonts:
        try:
            faces.append(face_of(font))
        except UnusableFontError:
            continue
    return bundled.missing_characters(lost, faces)


def told(message: str) -> str:
    """Return what an officer is told where a font that was added cannot be used any more."""
    return f"{message} Take it out under Settings, Fonts."
