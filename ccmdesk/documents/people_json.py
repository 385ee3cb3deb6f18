"""Members of a delegation as JSON and back; what is never printed is no part of it."""

from dataclasses import asdict, fields
from typing import Any

from ccmdesk.documents.json_reading import JsonObject
from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.mission_names import LANGUAGES
from ccmdesk.domain.person import Person, PersonForms

_TEXTS = (
    "style",
    "given_names",
    "family_name",
    "functional_title",
    "organization",
    "place",
    "email",
    "gender",
    "rank",
)
_FORMS = tuple(field.name for field in fields(PersonForms))


def delegate_json(delegate: Delegate) -> dict[str, object]:
    """Return a member as values for `json.dumps`, without telephone and registration."""
    person = delegate.person
    return (
        {"role": str(delegate.role)}
        | {name: getattr(person, name) for name in _TEXTS}
        | {
            "family_first": person.family_first,
            "forms": {
                language: asdict(person.forms[language]) for language in sorted(person.forms)
            },
        }
    )


def read_delegate(delegate: JsonObject) -> Delegate:
    """Return a member; raises InputError where there is no name, or naming the key."""
    role = delegate.choice("role", Role)
    texts: dict[str, Any] = {name: delegate.text(name, "") for name in _TEXTS}
    forms = delegate.optional_object("forms")
    person = Person(
        **texts,
        family_first=delegate.flag("family_first", False),
        forms={
            language: _read_forms(forms.optional_object(language))
            for language in LANGUAGES
            if forms.has(language)
        },
    )
    forms.close()
    if not person.full_name.strip():
        key = delegate.key("family_name")
        raise InputError(f"“{key}”: a delegate needs a name.", key)
    if person.gender not in ("", "f", "m"):
        key = delegate.key("gender")
        raise InputError(f"“{key}” must be f, m or empty.", key)
    delegate.close()
    return Delegate(person, role)


def _read_forms(forms: JsonObject) -> PersonForms:
    found = PersonForms(**{name: forms.text(name, "") for name in _FORMS})
    forms.close()
    return found
