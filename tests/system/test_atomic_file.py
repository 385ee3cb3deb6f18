"""A file is the old one or the new one; what goes wrong leaves nothing beside it."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.system.atomic_file import write_bytes


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written_whole(tmp_path: Path) -> None:
    write_bytes(tmp_path / "note.pdf", b"%PDF")
    assert (tmp_path / "note.pdf").read_bytes() == b"%PDF"
    assert names(tmp_path) == ["note.pdf"]


@given(data=st.binary(max_size=5000))
def test_whatever_is_written_is_read_again(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    target = tmp_path_factory.getbasetemp() / "any.bin"
    write_bytes(target, data)
    assert target.read_bytes() == data


@pytest.mark.skipif(os.name == "nt", reason="rights are kept otherwise there")
def test_the_rights_of_a_former_file_stay(tmp_path: Path) -> None:
    target = tmp_path / "note.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_bytes(target, b"new")
    assert target.stat().st_mode & 0o777 == 0o640
    fresh = tmp_path / "fresh.pdf"
    write_bytes(fresh, b"new")
    plain = tmp_path / "plain.pdf"
    plain.write_bytes(b"new")
    assert fresh.stat().st_mode == plain.stat().st_mode


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_on_the_way_leaves_the_old_file(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "note.pdf"
    target.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match=r"No space left on device: '.*note.pdf'"):
        write_bytes(target, b"new")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["note.pdf"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"No such file or directory: '.*note.pdf'"):
        write_bytes(tmp_path / "none" / "note.pdf", b"")


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_stays_and_the_file_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    link = tmp_path / "dates.ics"
    link.symlink_to(tmp_path / "shared" / "dates.ics")
    for data in (b"first", b"second"):
        write_bytes(link, data)
        assert link.is_symlink()
        assert (tmp_path / "shared" / "dates.ics").read_bytes() == data
    assert names(tmp_path / "shared") == ["dates.ics"]
    nowhere = tmp_path / "nowhere.ics"
    nowhere.symlink_to(tmp_path / "none" / "dates.ics")
    with pytest.raises(OSError, match=r"No such file or directory: '.*none.dates.ics'"):
        write_bytes(nowhere, b"")
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    write_bytes(tmp_path / "one", b"third")
    assert (tmp_path / "one").read_bytes() == b"third"


@pytest.mark.skipif(os.name == "nt", reason="there are no such files there")
def test_what_is_no_plain_file_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_bytes(pipe, b"%PDF")
        assert os.read(reader, 10) == b"%PDF"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert names(tmp_path) == ["pipe"]
