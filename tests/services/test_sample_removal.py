"""Taking the sample away."""

from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.errors import RefusedError
from ccmdesk.domain.profile import Names, Profile
from ccmdesk.services.sample import build_sample
from ccmdesk.services.sample_removal import remove_sample
from ccmdesk.system.paths import DataFolder
from tests.ui.desks import DAY

CLOCK = FixedClock.on(DAY)


def test_an_issued_sample_goes_and_an_empty_register_is_there(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, CLOCK)
    build_sample(desk, issue=True)
    desk.close()
    remove_sample(DataFolder(tmp_path))
    desk = open_desk(tmp_path, CLOCK)
    assert desk.profile.get() is None
    assert desk.notes.lines() == []
    assert desk.safety.check(full=True).ok
    desk.close()
    assert list(tmp_path.glob("*.fresh*")) == []


def test_a_missions_register_is_never_removed(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, CLOCK)
    names = {"en": Names("Permanent Mission of Ireland", "Ireland", "Geneva")}
    desk.profile.save(Profile("IRL", "en", names))
    desk.close()
    before = DataFolder(tmp_path).database.read_bytes()
    with pytest.raises(RefusedError):
        remove_sample(DataFolder(tmp_path))
    assert DataFolder(tmp_path).database.read_bytes() == before


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        remove_sample(DataFolder(tmp_path))
