"""Makes sure that an emblem is a picture a note can print."""

from io import BytesIO

from ccmdesk.domain.errors import InputError

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 1200


def checked_emblem(data: bytes) -> bytes:
    """Return the picture as a PNG in RGB or RGBA of at most 1200 pixels a side.

    Raises InputError (field "emblem") unless it is a readable PNG or JPEG of at most 10 MB.
    """
    # Pillow is heavy, and the window opens without it.
    from PIL import Image, ImageOps, UnidentifiedImageError

    if len(data) > MOST_BYTES:
        raise InputError("The emblem is larger than 10 MB; save it smaller.", "emblem")
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise InputError(
                    f"The emblem has {picture.width} × {picture.height} pixels, which is too many;"
                    " save it with at most 1200 a side.",
                    "emblem",
                )
            picture.load()
            upright = ImageOps.exif_transpose(picture)
    except UnidentifiedImageError:
        raise InputError("The emblem is not a PNG or JPEG picture.", "emblem") from None
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise InputError(
            "The emblem cannot be read, the file may be damaged; choose another one.", "emblem"
        ) from None
    clear = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
    plain = upright.convert("RGBA" if clear else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.frombytes(plain.mode, plain.size, plain.tobytes())
    out = BytesIO()
    bare.save(out, "PNG")
    return out.getvalue()
