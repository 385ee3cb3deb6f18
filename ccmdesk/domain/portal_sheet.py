"""A delegation as the secretariat's portal asks for it: the fields of the list of participants."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.state import Status

COLUMNS = (
    "country",
    "status group",
    "style",
    "given name",
    "family name",
    "functional title",
    "organization",
    "role",
)
"""The fields of one person, in the order in which a list of participants prints them."""

ROLES = {
    Role.HEAD: "Head of Delegation",
    Role.ALTERNATE_HEAD: "Alternate Head of Delegation",
    Role.REPRESENTATIVE: "Representative",
    Role.ALTERNATE: "Alternate Representative",
    Role.ADVISER: "Adviser",
    Role.EXPERT: "Expert",
    Role.OBSERVER: "Observer",
}
_GROUPS = {
    Status.PARTY: "State Party",
    Status.SIGNATORY: "Signatory",
    Status.WITHDRAWN: "Observer State",
    Status.NOT_PARTY: "Observer State",
}
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class PortalRow:
    """One person as the portal is to show them; no name in capitals."""

    country: str
    status_group: str
    style: str
    given_name: str
    family_name: str
    functional_title: str
    organization: str
    role: str

    @property
    def values(self) -> tuple[str, ...]:
        """Return the fields in the order of `COLUMNS`."""
        return (
            self.country,
            self.status_group,
            self.style,
            self.given_name,
            self.family_name,
            self.functional_title,
            self.organization,
            self.role,
        )

    @property
    def block(self) -> str:
        """Return the person as a list of participants prints them: name, title, place, role."""
        name = " ".join(part for part in (self.style, self.given_name, self.family_name) if part)
        lines = (name, self.functional_title, self.organization, self.role)
        return "\n".join(line for line in lines if line)


def portal_row(delegate: Delegate, country: str, status: Status) -> PortalRow:
    """Return a member of the delegation of `country`, in English as the portal is."""
    person = delegate.person.written_in("en")
    return PortalRow(
        country,
        _GROUPS[status],
        person.style,
        person.given_names,
        person.family_name,
        person.functional_title,
        ", ".join(part for part in (person.organization, person.place) if part),
        ROLES[delegate.role],
    )


def portal_block(rows: Sequence[PortalRow]) -> str:
    """Return all persons under their country, with an empty line between them."""
    head = [rows[0].country.upper()] if rows else []
    return "\n\n".join([*head, *(row.block for row in rows)]) + "\n"


def portal_csv(rows: Iterable[PortalRow]) -> str:
    """Return the persons as CSV with a line of heads; no cell can act as a formula."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row.values])
    return text.getvalue()
