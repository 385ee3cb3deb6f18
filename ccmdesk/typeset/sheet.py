"""One page in the making: what is drawn on it, and which part of the paper each mark belongs to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ccmdesk.typeset.font_file import EmbeddedFont
from ccmdesk.typeset.fonts import Face
from ccmdesk.typeset.lines import Stroke
from ccmdesk.typeset.shaping import Stretch
from ccmdesk.typeset.structure import Box, Link, Node
from ccmdesk.typeset.writer import PdfFile, reference

if TYPE_CHECKING:
    from ccmdesk.typeset.images import Picture


class Supplies:
    """The fonts and pictures a document uses, each of them once in the file."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._fonts: dict[Face, EmbeddedFont] = {}
        self._pictures: dict[Picture, tuple[str, int]] = {}
        self._drawings: dict[str, tuple[str, int]] = {}

    def font(self, face: Face) -> EmbeddedFont:
        """Return the face as this document uses it."""
        found = self._fonts.get(face)
        if found is None:
            found = self._fonts[face] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
        return found

    def picture(self, picture: "Picture") -> str:
        """Return the name by which pages call a picture."""
        if picture not in self._pictures:
            entries = (
                b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8"
                b" /ColorSpace /DeviceRGB" % (picture.width, picture.height)
            )
            number = self._file.stream(entries, b"", packed=picture.packed)
            self._pictures[picture] = (f"P{len(self._pictures) + 1}", number)
        return self._pictures[picture][0]

    def drawing(self, operators: str, paper: tuple[float, float]) -> str:
        """Return the name by which pages call lines and areas that many of them show."""
        if operators not in self._drawings:
            entries = (
                b"/Type /XObject /Subtype /Form /Resources << >> /BBox [0 0 %.2f %.2f]" % paper
            )
            number = self._file.stream(entries, operators.encode("ascii"))
            self._drawings[operators] = (f"D{len(self._drawings) + 1}", number)
        return self._drawings[operators][0]

    def write(self) -> int:
        """Write all fonts and return the number of the resources that every page uses."""
        fonts = [
            b"/%s %s" % (font.label.encode(), reference(font.write(self._file)))
            for font in self._fonts.values()
        ]
        pictures = [
            b"/%s %s" % (label.encode(), reference(number))
            for label, number in (*self._pictures.values(), *self._drawings.values())
        ]
        return self._file.add(
            b"<< /Font << %s >> /XObject << %s >> >>" % (b" ".join(fonts), b" ".join(pictures))
        )


class Sheet:
    """A page; `marks` lists the part of the paper each of its marks belongs to, `links` its links.

    What has no owner is an artifact: a reader with a screen reader does not miss it. `target` tells
    where a link leads.
    """

    def __init__(
        self,
        page: int,
        lang: str,
        supplies: Supplies,
        target: Callable[[str], str | Node] = lambda link: link,
    ) -> None:
        self.page = page
        self.target = target
        self.lang = lang
        self.supplies = supplies
        self.marks: list[Node] = []
        self.links: list[Link] = []
        self._operators: list[str] = []
        self._owner: Node | None = None
        self._marked = False
        self._in_text = False
        self._artifact = ""
        self._codes = ""
        self._font: tuple[EmbeddedFont, float] | None = None
        self._colour = "0 g"

    @property
    def is_artifact(self) -> bool:
        """Tell whether what is drawn now is for the eye alone."""
        return self._artifact != ""

    @contextmanager
    def artifacts(self, kind: str = "") -> Iterator[None]:
        """Make everything drawn meanwhile an artifact, such as of the kind Pagination."""
        self._leave()
        before, self._artifact = self._artifact, f"/Type /{kind}" if kind else " "
        yield
        self._leave()
        self._artifact = before

    def text(self, owner: Node | None, x: float, y: float, colour: str = "0 g") -> None:
        """Begin a line of text at x, y; the colour is an operator."""
        self._flush()
        self._enter(owner)
        if not self._in_text:
            self._operators.append("BT")
            self._in_text = True
        if colour != self._colour:
            self._operators.append(colour)
            self._colour = colour
        self._operators.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")

    def show(self, stretch: Stretch, size: float) -> None:
        """Draw a stretch of glyphs where the pen is."""
        font = self._use(stretch.face, size)
        for rise, codes, silent in font.codes(stretch):
            if not rise and not silent:
                self._codes += codes
                continue
            self._flush()
            drawn = f"[{codes}] TJ"
            if rise:
                drawn = f"{rise * size / 1000:.2f} Ts {drawn} 0 Ts"
            self._operators.append(
                f"/Span << /ActualText () >> BDC {drawn} EMC" if silent else drawn
            )

    def stroke(self, stroke: Stroke) -> None:
        """Draw the glyphs of a stroke where the pen is."""
        if stroke.stretch is not None:
            self.show(stroke.stretch, stroke.size)
        else:
            self._use(stroke.face, stroke.size).note(stroke.numbers)
            self._codes += stroke.codes

    def move(self, distance: float, size: float) -> None:
        """Move the pen on by points, between stretches of text of this size."""
        self._codes += f"{-1000 * distance / size:.1f} "

    def set(self, operator: str) -> None:
        """Change how text is drawn from here on."""
        self._flush()
        self._operators.append(operator)

    def draw(self, *operators: str, owner: Node | None = None) -> None:
        """Draw lines and areas; without an owner they mean nothing by themselves."""
        self._enter(owner)
        self._leave_text()
        self._operators.extend(operators)

    def picture(self, owner: Node | None, picture: "Picture", matrix: tuple[float, ...]) -> None:
        """Draw a picture; the matrix maps the unit square to its place."""
        label = self.supplies.picture(picture)
        self._enter(owner)
        self._leave_text()
        placed = " ".join(f"{value:.3f}" for value in matrix)
        self._operators.append(f"q {placed} cm /{label} Do Q")

    def link(self, owner: Node, box: Box, target: str | Node, says: str) -> None:
        """Make an area lead to an address or to a part of the paper; `owner` has the tag Link."""
        self.links.append(owner.link(self.page, box, target, says))

    def content(self) -> bytes:
        """Return the operators of the whole page."""
        self._leave()
        return "\n".join(self._operators).encode("ascii")

    def _use(self, face: Face, size: float) -> EmbeddedFont:
        if self._font is None or self._font[0].face is not face or self._font[1] != size:
            self._flush()
            self._font = (self.supplies.font(face), size)
            self._operators.append(f"/{self._font[0].label} {size:.3f} Tf")
        return self._font[0]

    def _enter(self, owner: Node | None) -> None:
        if self._artifact:
            owner = None
        if self._marked and owner is self._owner:
            return
        self._leave()
        self._marked, self._owner = True, owner
        if owner is None:
            kind = self._artifact.strip()
            self._operators.append(f"/Artifact <<{kind}>> BDC" if kind else "/Artifact BMC")
            return
        mark = len(self.marks)
        self.marks.append(owner)
        owner.drawn(self.page, mark)
        self._operators.append(f"/{owner.tag} <</MCID {mark}>> BDC")

    def _leave(self) -> None:
        self._leave_text()
        if self._marked:
            self._operators.append("EMC")
        self._marked, self._owner = False, None

    def _leave_text(self) -> None:
        self._flush()
        if self._in_text:
            self._operators.append("ET")
        self._in_text = False

    def _flush(self) -> None:
        if self._codes:
            self._operators.append(f"[{self._codes}] TJ")
            self._codes = ""
