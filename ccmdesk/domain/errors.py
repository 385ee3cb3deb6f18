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


def machine_fault(error: OSError, path: object = None) -> EnvironmentFault:
    """Return what to tell the officer when the system refused to write at `path`.

    Without `path` the error names the file itself; an error without a number is a sentence already.
    """
    if error.errno is None:
        return EnvironmentFault(str(error))
    reason = (error.strerror or str(error)).lower()
    named = path or error.filename
    place = f"“{named}”" if named else "A file"
    return EnvironmentFault(
        f"{place} could not be written ({reason}); free some space or choose another folder."
    )
