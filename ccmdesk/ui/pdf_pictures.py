"""Pictures of the pages of a PDF, drawn aside so that the window only has to show them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtPdf import QPdfDocument

PictureKey = tuple[int, int, int]
# An emblem is at most 50 mm high; this is enough for it at one and a half times its size.
_EMBLEM_PIXELS = 300


@dataclass(frozen=True, slots=True)
class PagePictures:
    """The sizes of all pages in points, and pictures of those that were in sight.

    A picture is found by page, width and height in pixels.
    """

    sizes: tuple[QSizeF, ...]
    pictures: dict[PictureKey, QImage] = field(default_factory=dict)


def key_of(page: int, size: QSize) -> PictureKey:
    """Return by what the picture of a page in that size is found."""
    return page, size.width(), size.height()


def draw_pages(pdf: bytes, wanted: Sequence[tuple[int, QSize]]) -> PagePictures | None:
    """Return pictures of pages in sizes of pixels; None where the bytes are no PDF.

    May be called on any thread: the document lives and ends on it.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.status() is not QPdfDocument.Status.Ready:
        return None
    sizes = tuple(document.pagePointSize(page) for page in range(document.pageCount()))
    pictures = {
        key_of(page, size): document.render(page, size)
        for page, size in wanted
        if page < len(sizes)
    }
    document.close()
    return PagePictures(sizes, pictures)


@lru_cache(maxsize=4)
def emblem_for_screen(data: bytes) -> bytes:
    """Return an emblem as a PNG with no more pixels than a screen shows.

    A printed emblem has many times as many, and reading them took a third of each preview.
    """
    picture = QImage.fromData(data)
    if picture.isNull() or max(picture.width(), picture.height()) <= _EMBLEM_PIXELS:
        return data
    smaller = picture.scaled(
        _EMBLEM_PIXELS,
        _EMBLEM_PIXELS,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    packed = QBuffer()
    packed.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(packed, QByteArray(b"PNG")).write(smaller)
    return bytes(packed.data().data())
