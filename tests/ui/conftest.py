"""What every test of the window gets: cycles end after it, as the program's window has it."""

import gc
from collections.abc import Iterator

import pytest

_MANY = 100_000


@pytest.fixture(autouse=True)
def cycles_end_after_the_test() -> Iterator[None]:
    """Collect no cycles while Qt may be taking a widget apart."""
    gc.disable()
    yield
    if gc.get_count()[0] > _MANY:
        gc.collect()
