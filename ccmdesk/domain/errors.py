"""The error families: what was typed, what a rule refuses, what the environment did."""


class CcmDeskError(Exception):
    """Carry one sentence that can be shown to the officer as it stands."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class InputError(CcmDeskError):
    """Something typed, pasted or imported is wrong; `field` names where, if it is one place."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class RefusedError(InputError):
    """A rule of the register or of the treaty forbids the act, however it is typed."""


class EnvironmentFault(CcmDeskError):  # noqa: N818 - not the officer's error
    """The machine stood in the way: disk full, file locked or unreadable, wrong version."""
