"""Opening a desk: a new folder gets a register, a used one never a second."""

from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.errors import EnvironmentFault

CLOCK = FixedClock.on(date(2023, 8, 16))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_folder_gets_a_register_and_a_mark(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "data"
    open_desk(folder, CLOCK).close()
    assert names(folder) == ["about-this-folder.txt", "ccmdesk.sqlite3"]
    assert "belongs to CCM Desk" in (folder / "about-this-folder.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "is missing"), (b"", "is empty"), (b"Dear colleague", "is not a database file")],
)
def test_a_used_folder_never_gets_a_second_register(
    content: bytes | None, said: str, tmp_path: Path
) -> None:
    open_desk(tmp_path, CLOCK).close()
    file = tmp_path / "ccmdesk.sqlite3"
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    before = names(tmp_path)
    with pytest.raises(EnvironmentFault, match=said):
        open_desk(tmp_path, CLOCK)
    assert names(tmp_path) == before
    assert content is None or file.read_bytes() == content


def test_a_folder_that_only_keeps_copies_is_in_use(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    with pytest.raises(EnvironmentFault, match="is missing"):
        open_desk(tmp_path, CLOCK)
    assert names(tmp_path) == ["backups"]


def test_a_damaged_register_is_not_opened(tmp_path: Path) -> None:
    open_desk(tmp_path, CLOCK).close()
    file = tmp_path / "ccmdesk.sqlite3"
    with file.open("r+b") as stream:
        stream.seek(4096)
        stream.write(b"\xa5" * 4096)
    before = file.read_bytes()
    with pytest.raises(EnvironmentFault, match=r"is damaged.*keep the file as it is"):
        open_desk(tmp_path, CLOCK)
    assert file.read_bytes() == before


def test_what_a_killed_first_start_left_is_cleared(tmp_path: Path) -> None:
    open_desk(tmp_path, CLOCK).close()
    (tmp_path / ".ccmdesk.sqlite3.0123.new").write_bytes(b"half")
    open_desk(tmp_path, CLOCK).close()
    assert names(tmp_path) == ["about-this-folder.txt", "ccmdesk.sqlite3"]
