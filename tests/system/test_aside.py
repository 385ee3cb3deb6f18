"""Work beside the process: its result, its faults, and the plain way where no copy is made."""

import os
import sys
from datetime import date

import pytest

from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.system.aside import Aside

CAN_COPY = sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def test_the_result_comes_back_whole() -> None:
    assert Aside(lambda: (date(2027, 4, 30), "Nigéria" * 50_000)).result() == (
        date(2027, 4, 30),
        "Nigéria" * 50_000,
    )


def test_nothing_is_a_result_too() -> None:
    assert Aside(lambda: None).result() is None


@pytest.mark.skipif(not CAN_COPY, reason="no copy is made here")
def test_it_is_done_in_another_process() -> None:
    assert Aside(os.getpid).result() != os.getpid()


def test_what_goes_wrong_is_raised_where_the_result_is_asked_for(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fail() -> None:
        raise EnvironmentFault("The register is missing.")

    aside = Aside(fail)
    with pytest.raises(EnvironmentFault, match="is missing"):
        aside.result()
    assert capfd.readouterr() == ("", "")


def test_a_result_that_cannot_travel_is_made_here() -> None:
    assert Aside(lambda: memoryview(b"7")).result().tobytes() == b"7"


def test_a_copy_that_dies_changes_nothing() -> None:
    here = os.getpid()
    assert Aside(lambda: 7 if os.getpid() == here else os.kill(os.getpid(), 9)).result() == 7


def test_without_a_copy_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse, raising=False)
    assert Aside(os.getpid).result() == os.getpid()
