"""Draws the emblem of the sample's invented State: a navy ring with an eight-point star."""

from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw

SIDE = 600
# Drawn larger and reduced, which smooths the edges.
SCALE = 4
NAVY = (24, 46, 92, 255)
GOLD = (184, 146, 62, 255)
CLEAR = (255, 255, 255, 0)
TARGET = Path(__file__).resolve().parent.parent / "resources" / "sample" / "emblem.png"


def draw() -> Image.Image:
    """Return the emblem, 600 by 600 pixels on a clear ground."""
    size = SIDE * SCALE
    picture = Image.new("RGBA", (size, size), CLEAR)
    pen = ImageDraw.Draw(picture)
    centre = size / 2
    for outer, colour in ((0.48, NAVY), (0.42, CLEAR), (0.405, GOLD), (0.395, CLEAR)):
        reach = outer * size
        pen.ellipse((centre - reach, centre - reach, centre + reach, centre + reach), fill=colour)
    pen.polygon(_star(centre, 0.36 * size, 0.15 * size), fill=NAVY)
    reach = 0.055 * size
    pen.ellipse((centre - reach, centre - reach, centre + reach, centre + reach), fill=GOLD)
    return picture.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def _star(centre: float, outer: float, inner: float) -> list[tuple[float, float]]:
    points = []
    for corner in range(16):
        reach = inner if corner % 2 else outer
        angle = corner * pi / 8 - pi / 2
        points.append((centre + reach * cos(angle), centre + reach * sin(angle)))
    return points


if __name__ == "__main__":
    draw().save(TARGET, optimize=True)
