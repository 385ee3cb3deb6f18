"""A person who can be a member of a delegation."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from ccmdesk.domain.errors import InputError


@dataclass(frozen=True, slots=True)
class PersonForms:
    """How a person is written in one more language; what is empty follows the main form."""

    style: str = ""
    given_names: str = ""
    family_name: str = ""
    functional_title: str = ""
    organization: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a note prints them; `id` is 0 until stored.

    `style` is what stands before the name ("H.E. Mr.", "Dr."), `gender` is "f", "m" or empty.
    `rank` is the diplomatic or military rank, kept apart from the role in a delegation;
    `family_first` is set where the family name comes first. `forms` holds what is written
    otherwise in a note of another language. `grounds_pass_until` is the last day of the person's
    United Nations grounds pass. Neither it nor `phone` is ever printed.
    """

    family_name: str
    given_names: str = ""
    style: str = ""
    functional_title: str = ""
    organization: str = ""
    place: str = ""
    email: str = ""
    gender: str = ""
    rank: str = ""
    family_first: bool = False
    phone: str = ""
    forms: Mapping[str, PersonForms] = field(default_factory=dict, hash=False)
    id: int = 0
    grounds_pass_until: date | None = None

    @property
    def full_name(self) -> str:
        """Return the name as typed and in the person's own order, without style."""
        parts = (self.given_names, self.family_name)
        return " ".join(part for part in (parts[::-1] if self.family_first else parts) if part)

    def printed_name(self, capitals: bool = True) -> str:
        """Return style and name for a list, the family name in capitals if wished."""
        family = self.family_name.upper() if capitals else self.family_name
        parts = (family, self.given_names) if self.family_first else (self.given_names, family)
        return " ".join(part for part in (self.style, *parts) if part)

    def written_in(self, language: str) -> "Person":
        """Return the person as notes in `language` write them."""
        forms = self.forms.get(language)
        if forms is None:
            return self
        return replace(
            self,
            style=forms.style or self.style,
            given_names=forms.given_names or self.given_names,
            family_name=forms.family_name or self.family_name,
            functional_title=forms.functional_title or self.functional_title,
            organization=forms.organization or self.organization,
            place=forms.place or self.place,
        )

    def checked(self) -> "Person":
        """Return the person with blanks trimmed, or raise InputError naming the wrong field."""
        trimmed = Person(
            family_name=_plain(self.family_name),
            given_names=_plain(self.given_names),
            style=_plain(self.style),
            functional_title=_plain(self.functional_title),
            organization=_plain(self.organization),
            place=_plain(self.place),
            email=_plain(self.email),
            gender=_plain(self.gender),
            rank=_plain(self.rank),
            family_first=self.family_first,
            phone=_plain(self.phone),
            forms={language: _trimmed(forms) for language, forms in self.forms.items()},
            id=self.id,
            grounds_pass_until=self.grounds_pass_until,
        )
        if not trimmed.family_name and not trimmed.given_names:
            raise InputError("Give the person a name.", "family_name")
        if trimmed.gender not in ("", "f", "m"):
            raise InputError("Gender is f, m or left empty.", "gender")
        if trimmed.email and ("@" not in trimmed.email or " " in trimmed.email):
            raise InputError(f"“{trimmed.email}” is not an e-mail address.", "email")
        return trimmed


# Marks that nobody sees: copied along from web pages, they part equal names or turn them round.
_UNSEEN = dict.fromkeys(
    (0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)


def _plain(text: str) -> str:
    return " ".join(text.translate(_UNSEEN).split())


def _trimmed(forms: PersonForms) -> PersonForms:
    return PersonForms(
        **{each.name: _plain(getattr(forms, each.name)) for each in fields(PersonForms)}
    )
