"""The exit statuses of the program, and the error that stands for wrong usage."""

from ccmdesk.domain.errors import InputError

DONE, STOOD_IN_THE_WAY, WRONG_USAGE, REFUSED = 0, 1, 2, 3


class WrongUsageError(InputError):
    """The command was given something that it cannot mean."""
