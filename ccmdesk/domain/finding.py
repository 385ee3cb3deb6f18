"""What the linter says of a note."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ccmdesk.domain.repair import Repair


class Severity(StrEnum):
    """A blocking finding stops the issue of the note; the others inform."""

    BLOCKING = "blocking"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: `rule` is a stable id, `where` the part of the note, `fix` the cure.

    `source` says in words where the rule comes from: a document and its section. `repair` is the
    cure as a change that can be made at a touch, None where a person has to decide.
    """

    rule: str
    severity: Severity
    where: str
    message: str
    fix: str = ""
    source: str = ""
    repair: Repair | None = None


def blocking(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that stop the issue."""
    return [finding for finding in findings if finding.severity is Severity.BLOCKING]


def gravest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings by severity; those of one severity keep their order."""
    order = {severity: place for place, severity in enumerate(Severity)}
    return sorted(findings, key=lambda finding: order[finding.severity])


def stop(rule: str, where: str, message: str, fix: str, source: str) -> Finding:
    """Return a finding that stops the issue."""
    return Finding(rule, Severity.BLOCKING, where, message, fix, source)


def warning(
    rule: str, where: str, message: str, fix: str, source: str, repair: Repair | None = None
) -> Finding:
    """Return a finding that is probably a fault."""
    return Finding(rule, Severity.WARNING, where, message, fix, source, repair)


def remark(rule: str, where: str, message: str, fix: str, source: str) -> Finding:
    """Return a finding that is worth a look."""
    return Finding(rule, Severity.INFO, where, message, fix, source)
