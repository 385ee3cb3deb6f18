"""Under which account the program runs; what the events name as the one who acted."""

import getpass


def account_name() -> str:
    """Return the name of the workstation's account, or "officer" where the system names none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "officer"
