"""What the system says becomes one sentence with advice that fits."""

import errno

import pytest

from ccmdesk.domain.errors import machine_fault


@pytest.mark.parametrize(
    ("number", "advice"),
    [
        (errno.ENOSPC, "free some space"),
        (errno.EACCES, "ask for permission"),
        (errno.ENOENT, "check that the folder is there"),
        (errno.EISDIR, "name a file, not a folder"),
        (errno.EIO, "check the disk"),
    ],
)
def test_the_advice_fits_the_fault(number: int, advice: str) -> None:
    message = machine_fault(OSError(number, "Reason", "/x/y")).message
    assert "“/x/y” could not be written (reason)" in message
    assert advice in message
    assert ("free some space" in message) == (number == errno.ENOSPC)
