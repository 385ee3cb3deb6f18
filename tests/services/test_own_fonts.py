"""The mission's own fonts: kept in the data folder, used in papers, refused in clear sentences."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.errors import EnvironmentFault, InputError
from ccmdesk.domain.note import NoteContent
from ccmdesk.services.desk import Desk
from ccmdesk.services.note_comparison import redline
from ccmdesk.services.note_hand_off import PaperKind
from ccmdesk.services.sample import build_sample
from ccmdesk.system.paths import resources_dir
from tests.services.runic_font import runic_font

RUNES = "Office ᚠᚢ"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = open_desk(tmp_path / "desk", FixedClock.on(date(2023, 8, 16)))
    yield desk
    desk.close()


@pytest.fixture
def content(desk: Desk) -> NoteContent:
    return replace(desk.notes.content(build_sample(desk).note_id), addressee=RUNES)


def unprintable(desk: Desk, content: NoteContent) -> list[str]:
    found = desk.notes.findings(content)
    return [each.message for each in found if each.rule == "characters-without-glyph"]


def test_a_font_that_was_added_draws_what_no_bundled_one_has(
    desk: Desk, content: NoteContent, tmp_path: Path
) -> None:
    assert any("RUNIC" in message for message in unprintable(desk, content))
    with pytest.raises(InputError, match="add a font"):
        desk.notes.preview(content)
    file = tmp_path / "House Runes.ttf"
    file.write_bytes(runic_font())
    assert desk.fonts.add(file).name == "House Runes"
    file.unlink()
    assert unprintable(desk, content) == []
    paper = PdfReader(BytesIO(desk.notes.preview(content)))
    assert RUNES in paper.pages[0].extract_text()
    desk.fonts.remove("House Runes")
    assert unprintable(desk, content)


def test_the_fonts_are_there_again_when_the_desk_is_opened_again(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "Runes.ttf"
    file.write_bytes(runic_font())
    desk.fonts.add(file)
    desk.close()
    again = open_desk(tmp_path / "desk", FixedClock.on(date(2023, 8, 16)))
    assert [font.name for font in again.fonts.all()] == ["Runes"]
    again.close()


def test_bundled_fonts_come_first(desk: Desk, tmp_path: Path) -> None:
    content = desk.notes.content(build_sample(desk).note_id)
    before = desk.notes.preview(content)
    file = tmp_path / "Runes.ttf"
    file.write_bytes(runic_font())
    desk.fonts.add(file)
    assert desk.notes.preview(content) == before


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"OTTO" + bytes(40), "PostScript outlines"),
        (b"wOF2" + bytes(40), "packed for web pages"),
        (b"no font at all", "it is no font"),
        (b"", "it is no font"),
        ((resources_dir() / "fonts" / "NotoSerif-Regular.ttf").read_bytes()[:5000], "damaged"),
    ],
)
def test_what_cannot_be_used_is_told_and_not_kept(
    desk: Desk, tmp_path: Path, data: bytes, words: str
) -> None:
    file = tmp_path / "Strange.ttf"
    file.write_bytes(data)
    with pytest.raises(InputError, match=words) as caught:
        desk.fonts.add(file)
    assert caught.value.field == "font"
    assert desk.fonts.all() == []


def test_a_file_that_is_not_there_is_the_fault_of_the_machine(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="choose another file"):
        desk.fonts.add(tmp_path / "missing.ttf")
    with pytest.raises(InputError, match="no font"):
        desk.fonts.remove("missing")


def test_a_font_damaged_later_is_named_by_the_paper_and_in_the_list(
    desk: Desk, content: NoteContent, tmp_path: Path
) -> None:
    folder = tmp_path / "desk" / "fonts"
    folder.mkdir()
    (folder / "Broken.ttf").write_bytes(b"no font")
    (listed,) = desk.fonts.all()
    assert "it is no font" in listed.problem
    with pytest.raises(InputError, match=r"Broken .* Settings, Fonts"):
        desk.notes.preview(content)


def test_every_paper_of_a_note_is_drawn_with_the_missions_fonts(desk: Desk, tmp_path: Path) -> None:
    note_id = build_sample(desk).note_id
    file = tmp_path / "Runes.ttf"
    file.write_bytes(runic_font())
    draft = desk.notes.draft(note_id)
    plain = desk.notes.content(note_id)
    desk.notes.update(note_id, replace(draft, addressee=RUNES))
    content = desk.notes.content(note_id)
    fonts = desk.fonts

    def redlined() -> bytes:
        return redline(plain, content, ("1", "2"), date(2023, 8, 16), fonts.files())

    papers: tuple[Callable[[], bytes], ...] = (
        lambda: desk.hand_off.paper(note_id),
        lambda: desk.hand_off.paper(note_id, PaperKind.FILE),
        lambda: desk.hand_off.routing_slip(note_id),
        lambda: desk.hand_off.delivery_slip(note_id),
        redlined,
    )
    for paper in papers:
        with pytest.raises(InputError, match="RUNIC"):
            paper()
    desk.fonts.add(file)
    for paper in papers:
        pages = PdfReader(BytesIO(paper())).pages
        assert any("ᚠᚢ" in page.extract_text() for page in pages)
