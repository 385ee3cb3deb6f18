"""The command without a name: the window. Loads nothing that the first paint can do without."""

import gc
import sys
from argparse import Namespace

from ccmdesk.domain.errors import CcmDeskError, EnvironmentFault, machine_fault


def window(asked: Namespace) -> int:
    """Open the main window."""
    # Until it stands everything made is kept; looking for rubbish would only take time.
    gc.disable()
    from ccmdesk.system.display import why_no_window

    reason = why_no_window()
    if reason:
        raise EnvironmentFault(reason)
    from ccmdesk.app import open_window

    try:
        return open_window(asked.data_dir, asked.clock)
    except (CcmDeskError, OSError) as error:
        if not (sys.stderr and sys.stderr.isatty()):
            # Opened from a menu: what goes to standard error is read by nobody.
            from ccmdesk.ui.last_word import show_last_word

            show_last_word(machine_fault(error) if isinstance(error, OSError) else error)
        raise
