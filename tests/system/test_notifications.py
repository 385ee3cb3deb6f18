"""Notices: received by a real service over a real bus, or said in one sentence why not."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("D-Bus carries notices on Linux only", allow_module_level=True)

from ccmdesk.system.notifications import Notice, NotShownError, show
from tests.system.session_bus import notification_server, session_bus

NOTICE = Notice("Due in 7 days: report <A & B> 王", "Legal date Fri 30 April 2027.", False, 12)


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A private bus, named in the environment as a desktop session does."""
    with session_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


def test_a_notice_is_received_as_it_was_sent(bus: str) -> None:
    with notification_server() as server:
        show(NOTICE)
        got = server.next()
        assert (got["summary"], got["body"]) == (NOTICE.title, NOTICE.body)
        assert got["program"] == "CCM Desk"
        assert got["hints"]["urgency"] == 1
        assert got["hints"]["desktop-entry"] == "ccmdesk"
        assert got["timeout"] == -1
        assert server.rest() == []


def test_an_urgent_notice_stays(bus: str) -> None:
    with notification_server() as server:
        show(Notice("Overdue", "", urgent=True))
        got = server.next()
    assert got["hints"]["urgency"] == 2
    assert got["timeout"] == 0


def test_the_same_reminder_replaces_itself(bus: str) -> None:
    with notification_server() as server:
        show(NOTICE)
        show(NOTICE)
        show(Notice("Another", "", number=13))
        numbers = [server.next()["replaces"] for _ in range(3)]
    assert numbers[0] == numbers[1] != numbers[2]
    # Far from what a service counts up to, so that nobody else's notice is replaced.
    assert min(numbers) > 1_000_000


def test_where_the_body_is_markup_signs_are_kept(bus: str) -> None:
    with notification_server("body", "body-markup") as server:
        show(Notice("A & B", "<b>not bold</b> & so on"))
        got = server.next()
    assert got["body"] == "&lt;b&gt;not bold&lt;/b&gt; &amp; so on"
    assert got["summary"] == "A & B"


def test_a_desktop_without_service_is_told_in_a_sentence(bus: str) -> None:
    with pytest.raises(NotShownError, match=r"takes no notices \(org\.freedesktop\.DBus"):
        show(NOTICE)


def test_a_service_that_refuses_is_no_success(bus: str) -> None:
    with (
        notification_server("refuse"),
        pytest.raises(NotShownError, match="ExcessNotificationGeneration"),
    ):
        show(NOTICE)


def test_without_a_bus_it_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    with pytest.raises(NotShownError, match="No desktop session"):
        show(NOTICE)


def test_the_bus_of_the_user_is_found_without_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session_bus(tmp_path) as address:
        socket = address.partition("path=")[2].partition(",")[0]
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with notification_server() as server:
            monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
            monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "runtime"))
            (tmp_path / "runtime").mkdir()
            (tmp_path / "runtime" / "bus").symlink_to(socket)
            show(NOTICE)
            assert server.next()["summary"] == NOTICE.title
