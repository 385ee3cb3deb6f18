"""Makes sure that an emblem is a picture a note can print."""


def checked_emblem(data: bytes) -> bytes:
    """Return the picture as a PNG in RGB or RGBA of at most 1200 pixels a side.

    Raises InputError (field "emblem") unless it is a whole PNG or JPEG of at most 10 MB.
    """
    # Pillow is heavy, and the window opens without it.
    from ccmdesk.documents.emblem import emblem_png

    return emblem_png(data)
