"""Reads the emblem of a mission once, so that every note can print it."""

import io

from ccmdesk.domain.errors import InputError
from ccmdesk.typeset.errors import TooManyPixelsError, UnreadableImageError
from ccmdesk.typeset.images import MOST_SIDE, opened

MOST_BYTES = 10 * 1024 * 1024
_MOST_PIXELS = 1200


def emblem_png(data: bytes) -> bytes:
    """Return a PNG or JPEG as a PNG of at most 1200 pixels a side.

    Raises InputError (field "emblem") where it is larger than 10 MB, damaged, or no picture.
    """
    if len(data) > MOST_BYTES:
        raise InputError("The emblem is larger than 10 MB; choose a smaller picture.", "emblem")
    try:
        found = opened(data)
    except TooManyPixelsError as fault:
        raise InputError(
            "The emblem has too many pixels; choose a picture of at most "
            f"{MOST_SIDE} by {MOST_SIDE}.",
            "emblem",
        ) from fault
    except UnreadableImageError as fault:
        raise InputError(
            "The emblem cannot be read; choose a whole PNG or JPEG picture.", "emblem"
        ) from fault
    found.thumbnail((_MOST_PIXELS, _MOST_PIXELS))
    packed = io.BytesIO()
    found.save(packed, "PNG")
    return packed.getvalue()
