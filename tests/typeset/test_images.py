"""Pictures of every kind an officer may choose."""

import io
import zlib

import pytest
from PIL import Image

from ccmdesk.typeset.errors import UnreadableImageError
from ccmdesk.typeset.images import MOST_PIXELS, opened, picture


def packed(image: Image.Image, kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    image.save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_png_of_every_mode(mode: str) -> None:
    shown = picture(packed(Image.new(mode, (40, 30))))
    assert (shown.width, shown.height) == (40, 30)
    assert len(zlib.decompress(shown.packed)) == 40 * 30 * 3


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_jpeg_of_every_mode(mode: str) -> None:
    shown = picture(packed(Image.new(mode, (40, 30)), "JPEG"))
    assert len(zlib.decompress(shown.packed)) == 40 * 30 * 3


def test_transparent_parts_show_the_paper() -> None:
    shown = picture(packed(Image.new("RGBA", (2, 2), (255, 0, 0, 0))))
    assert zlib.decompress(shown.packed) == b"\xff" * 12


def test_a_huge_picture_is_made_smaller() -> None:
    shown = picture(packed(Image.new("RGB", (4000, 2000), "blue")))
    assert (shown.width, shown.height) == (MOST_PIXELS, MOST_PIXELS // 2)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_cut_off(kind: str) -> None:
    noise = Image.effect_noise((200, 200), 50).convert("RGB")
    data = packed(noise, kind)
    with pytest.raises(UnreadableImageError):
        picture(data[: len(data) // 2])


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n", packed(Image.new("L", (2, 2)), "GIF")]
)
def test_no_picture(data: bytes) -> None:
    with pytest.raises(UnreadableImageError):
        opened(data)


def test_a_photograph_stands_upright() -> None:
    lying = Image.new("RGB", (40, 20), "white")
    lying.paste("red", (0, 0, 20, 20))
    noted = lying.getexif()
    noted[0x0112] = 6  # the camera was turned: the left side is up
    file = io.BytesIO()
    lying.save(file, "JPEG", exif=noted)
    upright = opened(file.getvalue())
    assert upright.size == (20, 40)
    red, green, _ = upright.getpixel((10, 5))  # type: ignore[misc]
    assert red > 200 > 100 > green


@pytest.mark.filterwarnings("error")
def test_a_large_picture_is_read_without_a_warning() -> None:
    assert opened(packed(Image.new("1", (9_900, 9_900)))).size == (9_900, 9_900)


def test_far_too_many_pixels() -> None:
    with pytest.raises(UnreadableImageError, match="too many"):
        opened(packed(Image.new("1", (20_000, 20_000))))
