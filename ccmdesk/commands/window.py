"""The command without a name: the window. Loads nothing that the first paint can do without."""

import gc
from argparse import Namespace

from ccmdesk.domain.errors import EnvironmentFault


def window(asked: Namespace) -> int:
    """Open the main window."""
    # Until it stands everything made is kept; looking for rubbish would only take time.
    gc.disable()
    from ccmdesk.system.display import why_no_window

    reason = why_no_window()
    if reason:
        raise EnvironmentFault(reason)
    from ccmdesk.app import open_window

    return open_window(asked.data_dir, asked.clock)
