"""A desk of a mission in Geneva on 16 August 2023, in a folder of its own."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.profile import Profile
from ccmdesk.services.desk import Desk
from ccmdesk.services.sample import SampleResult, build_sample

DAY = date(2023, 8, 16)
CLOCK = FixedClock.on(DAY)


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A folder that was never used."""
    return tmp_path / "data"


@pytest.fixture
def bare(data_dir: Path) -> Iterator[Desk]:
    """A desk without a mission."""
    desk = open_desk(data_dir, CLOCK)
    yield desk
    desk.close()


@pytest.fixture
def desk(bare: Desk) -> Desk:
    """The desk of Nigeria's mission, which has written nothing yet."""
    names = {"en": bare.profile.default_names("NGA", "Geneva", "en")}
    bare.profile.save(Profile("NGA", "en", names))
    bare.history.forget()
    return bare


@pytest.fixture
def sample(bare: Desk) -> SampleResult:
    """The sample dossier, built on the bare desk, its note still a draft."""
    return build_sample(bare)
