"""What the linter says of a note."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """A blocking finding stops the issue of the note; the others inform."""

    BLOCKING = "blocking"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: `rule` is a stable id, `where` the part of the note, `fix` the cure."""

    rule: str
    severity: Severity
    where: str
    message: str
    fix: str = ""


def blocking(findings: list[Finding]) -> list[Finding]:
    """Return the findings that stop the issue."""
    return [finding for finding in findings if finding.severity is Severity.BLOCKING]
