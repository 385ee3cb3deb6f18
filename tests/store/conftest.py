"""A new register in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ccmdesk.store.creation import create
from ccmdesk.store.database import Database
from ccmdesk.store.opening import mark
from ccmdesk.system.paths import DataFolder


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A data folder with a new register in it."""
    made = DataFolder(tmp_path / "Büro # 1?")
    create(made.database)
    mark(made)
    return made


@pytest.fixture
def database(folder: DataFolder) -> Iterator[Database]:
    """The open register."""
    opened = Database(folder.database)
    yield opened
    opened.close()
