"""A network drive is told from a disk by the system's own table."""

from pathlib import Path

import pytest

from ccmdesk.system.network_place import file_system_of, is_network_place

MOUNTS = """\
overlay / overlay rw 0 0
/dev/sda2 /srv ext4 rw 0 0
server:/desk /srv/desk/share nfs4 rw 0 0
//server/desk /mnt/My\\040Desk cifs rw 0 0
broken line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/desk", "ext4"),
        ("/srv/desk/share/ccm", "nfs4"),
        ("/srv/desk/shared", "ext4"),
        ("/mnt/My Desk/x", "cifs"),
        ("/tmp", "overlay"),
    ],
)
def test_the_innermost_mount_counts(path: str, kind: str) -> None:
    assert file_system_of(Path(path), MOUNTS) == kind


def test_an_empty_table_says_nothing() -> None:
    assert file_system_of(Path("/tmp"), "") == ""


def test_places() -> None:
    assert is_network_place(Path("\\\\server\\desk"))
    assert is_network_place(Path("//server/desk"))


def test_a_temporary_folder_is_a_disk(tmp_path: Path) -> None:
    assert not is_network_place(tmp_path)
