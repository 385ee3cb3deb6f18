"""The emblem as it is kept."""

import io

import pytest
from PIL import Image

from ccmdesk.documents.emblem import MOST_BYTES, emblem_png
from ccmdesk.domain.errors import InputError


def packed(image: Image.Image, kind: str) -> bytes:
    file = io.BytesIO()
    image.save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize(("mode", "kind"), [("CMYK", "JPEG"), ("P", "PNG"), ("RGBA", "PNG")])
def test_kept_as_png_of_reasonable_size(mode: str, kind: str) -> None:
    kept = Image.open(io.BytesIO(emblem_png(packed(Image.new(mode, (3000, 1000)), kind))))
    assert kept.format == "PNG"
    assert kept.size == (1200, 400)
    assert kept.mode in ("RGB", "RGBA")


def test_transparency_is_kept() -> None:
    clear = packed(Image.new("RGBA", (4, 4), (0, 0, 0, 0)), "PNG")
    assert Image.open(io.BytesIO(emblem_png(clear))).getpixel((0, 0)) == (0, 0, 0, 0)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n" + b"x" * 90])
def test_no_picture(data: bytes) -> None:
    with pytest.raises(InputError, match="cannot be read") as caught:
        emblem_png(data)
    assert caught.value.field == "emblem"


def test_too_many_pixels() -> None:
    with pytest.raises(InputError, match="at most 10000 by 10000") as caught:
        emblem_png(packed(Image.new("1", (12_000, 12_000)), "PNG"))
    assert caught.value.field == "emblem"


def test_too_large() -> None:
    with pytest.raises(InputError, match="larger than 10 MB"):
        emblem_png(b"x" * (MOST_BYTES + 1))
