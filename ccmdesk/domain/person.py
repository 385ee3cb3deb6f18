"""A person who can be a member of a delegation."""

from dataclasses import dataclass

from ccmdesk.domain.errors import InputError


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a note prints them; `id` is 0 until stored.

    `style` is what stands before the name ("H.E. Mr.", "Dr."), `gender` is "f", "m" or empty.
    """

    family_name: str
    given_names: str = ""
    style: str = ""
    functional_title: str = ""
    organization: str = ""
    place: str = ""
    email: str = ""
    gender: str = ""
    id: int = 0

    @property
    def full_name(self) -> str:
        """Return given names and family name as typed, without style."""
        return " ".join(part for part in (self.given_names, self.family_name) if part)

    def printed_name(self, capitals: bool = True) -> str:
        """Return style, given names and family name (in capitals if wished) for a list."""
        family = self.family_name.upper() if capitals else self.family_name
        return " ".join(part for part in (self.style, self.given_names, family) if part)

    def checked(self) -> "Person":
        """Return the person with blanks trimmed, or raise InputError naming the wrong field."""
        trimmed = Person(
            family_name=" ".join(self.family_name.split()),
            given_names=" ".join(self.given_names.split()),
            style=" ".join(self.style.split()),
            functional_title=" ".join(self.functional_title.split()),
            organization=" ".join(self.organization.split()),
            place=" ".join(self.place.split()),
            email=" ".join(self.email.split()),
            gender=self.gender.strip(),
            id=self.id,
        )
        if not trimmed.family_name and not trimmed.given_names:
            raise InputError("Give the person a name.", "family_name")
        if trimmed.gender not in ("", "f", "m"):
            raise InputError("Gender is f, m or left empty.", "gender")
        if trimmed.email and ("@" not in trimmed.email or " " in trimmed.email):
            raise InputError(f"“{trimmed.email}” is not an e-mail address.", "email")
        return trimmed
