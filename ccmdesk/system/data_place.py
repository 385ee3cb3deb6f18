"""Where the officer's data is kept; apart from the other paths, since the timer loads no more."""

import os
import sys


def default_data_place() -> str:
    """Return the data folder: CCMDESK_DATA_DIR if set, else the platform's own place."""
    named = os.environ.get("CCMDESK_DATA_DIR", "").strip()
    if named:
        return _at_home(named)
    if sys.platform == "linux":
        # As platformdirs says it, which takes longer to load than all of our own start. The XDG
        # specification lets a relative place count for nothing.
        named = os.environ.get("XDG_DATA_HOME", "")
        return f"{named if named.startswith('/') else _at_home('~/.local/share')}/ccmdesk"
    else:  # noqa: RET505 - so that what is checked on one system is checked on all
        from platformdirs import user_data_dir

        return user_data_dir("ccmdesk", appauthor=False)


def _at_home(place: str) -> str:
    return os.path.expanduser(place)  # noqa: PTH111 - pathlib takes too long to load
