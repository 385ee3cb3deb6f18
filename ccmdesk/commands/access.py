"""Opens what a command works on, and says what stands in the way."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.domain.errors import EnvironmentFault, InputError
from ccmdesk.domain.state import State

if TYPE_CHECKING:
    from ccmdesk.services.desk import Desk

# More than any file that is kept; a device without an end would fill the memory.
_MOST_BYTES = 100_000_000


@contextmanager
def open_services(asked: Namespace) -> "Iterator[Desk]":
    """Give the services on the data folder, and close them afterwards."""
    from ccmdesk.app import open_desk

    desk = open_desk(asked.data_dir, asked.clock)
    try:
        yield desk
    finally:
        desk.close()


def require_profile(desk: "Desk") -> None:
    """Raise InputError where no profile was set up."""
    if desk.profile.get() is None:
        raise InputError(
            "There is no profile yet; first run ccmdesk init with --state, --mission and --city."
        )


def own_key(desk: "Desk", key: str) -> str:
    """Return the whole key of a duty of the mission's own; raises WrongUsageError for no key."""
    profile = desk.profile.get()
    return whole_key(key, profile.state_iso3 if profile else None)


def whole_key(text: str, profile_state: str | None) -> str:
    """Return the whole key of a duty; the mission's own State may be left out.

    Raises WrongUsageError for what is no key.
    """
    typed = text.strip()
    if typed.count(":") == 1 and profile_state:
        return f"{profile_state}:{typed}"
    state, colon, rest = typed.partition(":")
    if not colon or not rest:
        raise WrongUsageError(
            f"“{typed}” is no duty; “ccmdesk deadlines” lists their keys, as in "
            "NGA:art7_annual:2026."
        )
    return f"{state.upper()}:{rest}"


def known_state(desk: "Desk", iso3: str) -> State:
    """Return the State; raises WrongUsageError for a code that names none."""
    try:
        return desk.states.get(iso3.upper())
    except InputError as error:
        raise WrongUsageError(error.message) from error


def read_bytes(path: Path, field: str) -> bytes:
    """Return what a file holds; raises EnvironmentFault naming it as `field`."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise EnvironmentFault(f"The {field} “{path}” cannot be read ({reason}).") from error
    if len(data) > _MOST_BYTES:
        raise EnvironmentFault(f"The {field} “{path}” is larger than 100 MB; choose another one.")
    return data
