"""The error families: what was typed, what a rule refuses, what the environment did."""

import errno

_ADVICE = {
    errno.EACCES: "ask for permission or choose another folder",
    errno.EPERM: "ask for permission or choose another folder",
    errno.EROFS: "choose a folder that can be written",
    errno.ENOENT: "check that the folder is there",
    errno.ENOTDIR: "check the name of the folder",
    errno.EEXIST: "choose another name",
    errno.EISDIR: "name a file, not a folder",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.ENOSPC: "free some space or choose another folder",
    errno.EDQUOT: "free some space or choose another folder",
    errno.EFBIG: "free some space or choose another folder",
}


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
    advice = _ADVICE.get(error.errno, "check the disk or choose another folder")
    return EnvironmentFault(f"{place} could not be written ({reason}); {advice}.")
