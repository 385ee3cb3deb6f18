"""A small TrueType font with two runes, made here: no shipped font has them."""

import struct


def runic_font() -> bytes:
    """Return a font whose runes U+16A0 and U+16A2 are squares."""
    square = (
        struct.pack(">hhhhhH H", 1, 100, 0, 500, 700, 3, 0)
        + bytes([1, 1, 1, 1])
        + struct.pack(">4h4h", 100, 400, 0, -400, 0, 0, 700, 0)
    )
    square += bytes(-len(square) % 4)
    glyf = square * 3
    loca = struct.pack(">4I", 0, len(square), 2 * len(square), 3 * len(square))
    head = struct.pack(
        ">IIIIHHqqhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 100, 0, 500, 700,
        0, 8, 2, 1, 0,
    )  # fmt: skip
    hhea = struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 800, -200, 0, 600, *[0] * 11, 3)
    maxp = struct.pack(">IH13H", 0x10000, 3, 4, 1, *[0] * 11)
    hmtx = struct.pack(">Hh", 600, 100) * 3
    segments = struct.pack(
        ">HHHHHHH 3H H 3H 3h 3H", 4, 16 + 24, 0, 6, 4, 1, 2,
        0x16A0, 0x16A2, 0xFFFF, 0, 0x16A0, 0x16A2, 0xFFFF, 1 - 0x16A0, 2 - 0x16A2, 1, 0, 0, 0,
    )  # fmt: skip
    cmap = struct.pack(">HHHHI", 0, 1, 3, 1, 12) + segments
    said = "HouseRunes".encode("utf-16-be")
    name = struct.pack(">HHH HHHHHH", 0, 1, 18, 3, 1, 0x409, 6, len(said), 0) + said
    tables = {
        b"cmap": cmap, b"glyf": glyf, b"head": head, b"hhea": hhea, b"hmtx": hmtx,
        b"loca": loca, b"maxp": maxp, b"name": name,
    }  # fmt: skip
    place = 12 + 16 * len(tables)
    directory, body = struct.pack(">IHHHH", 0x10000, len(tables), 128, 3, 0), b""
    for tag, data in tables.items():
        directory += tag + struct.pack(">III", 0, place + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    return directory + body
