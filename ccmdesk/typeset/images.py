"""Pictures: read once, laid on white, brought to a printable size and packed for the file."""

import io
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from ccmdesk.typeset.errors import TooManyPixelsError, UnreadableImageError

# Pillow takes its time to load, and most papers have no picture.
if TYPE_CHECKING:
    from PIL import Image as Pillow

FORMATS = ("PNG", "JPEG")
MOST_PIXELS = 600
"""Pixels on the longer side: 600 dots per inch for a picture of 25 mm."""
MOST_SIDE = 10_000


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels of eight bits for each of red, green and blue, packed with zlib."""

    width: int
    height: int
    packed: bytes = field(repr=False)


def opened(data: bytes) -> "Pillow.Image":
    """Return the picture as RGB or RGBA, upright and whole.

    Raises UnreadableImageError where `data` is no PNG or JPEG, is cut off, or far too large.
    """
    from PIL import Image as Pillow
    from PIL import ImageOps, UnidentifiedImageError

    # The limit is ours, and kept below; Pillow's own would print a warning first.
    Pillow.MAX_IMAGE_PIXELS = None
    try:
        with Pillow.open(io.BytesIO(data), formats=FORMATS) as found:
            if found.width * found.height > MOST_SIDE**2:
                raise TooManyPixelsError("The picture has too many pixels.")
            # Reduced while it is decoded, where the format can do that.
            found.draft("RGB", (4 * MOST_PIXELS, 4 * MOST_PIXELS))
            found.load()
            # A camera lays the picture down as it was held and only notes which side is up.
            return _in_rgb(ImageOps.exif_transpose(found))
    except UnidentifiedImageError as fault:
        raise UnreadableImageError("The picture is neither PNG nor JPEG.") from fault
    except (OSError, SyntaxError, ValueError, EOFError, zlib.error) as fault:
        raise UnreadableImageError("The picture is damaged or cut off.") from fault


def _in_rgb(found: "Pillow.Image") -> "Pillow.Image":
    """Return the pixels as RGB, or as RGBA where some are transparent."""
    if found.mode in ("I;16", "I;16B", "I"):
        return found.point(lambda value: value / 257).convert("L").convert("RGB")
    if found.mode in ("RGBA", "LA", "PA") or "transparency" in found.info:
        return found.convert("RGBA")
    return found.convert("RGB")


@lru_cache(maxsize=16)
def picture(data: bytes) -> Picture:
    """Return the picture ready for the file, the same for the same bytes.

    Raises UnreadableImageError as `opened` does.
    """
    from PIL import Image as Pillow

    found = opened(data)
    found.thumbnail((MOST_PIXELS, MOST_PIXELS), Pillow.Resampling.LANCZOS)
    if found.mode == "RGBA":
        paper = Pillow.new("RGB", found.size, "white")
        paper.paste(found, mask=found.getchannel("A"))
        found = paper
    return Picture(found.width, found.height, zlib.compress(found.tobytes(), 6))
