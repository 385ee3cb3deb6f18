"""Runs the program; what the timer asks every few minutes is answered before anything is loaded."""

import gc
import sys

_BEFORE_GARBAGE = 50_000
"""Objects made before Python looks for cycles among them; most commands are over before that."""


def main() -> int:
    """Run the program and return its exit status."""
    gc.set_threshold(_BEFORE_GARBAGE)
    if "remind" in sys.argv:
        from ccmdesk.commands.remind_quickly import may_sleep_on

        if may_sleep_on(sys.argv[1:]):
            return 0
    from ccmdesk.cli import main as run

    status = run()
    # All that was made goes with the process; looking for cycles among it would only take time.
    gc.freeze()
    return status


if __name__ == "__main__":
    sys.exit(main())
