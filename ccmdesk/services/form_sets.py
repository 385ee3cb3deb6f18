"""The reporting templates: those that ship with the program, and those the mission drops in."""

from pathlib import Path

from ccmdesk.domain.article7 import FormSet
from ccmdesk.domain.errors import InputError

NEWEST = "ccm-2010"
"""The template a report is begun with where none is named."""


class FormSets:
    """Read templates from the resources and from the mission's own folder of them."""

    def __init__(self, own: Path) -> None:
        self._own = own

    def all(self) -> list[FormSet]:
        """Return the templates that can be used, the shipped ones first."""
        raise NotImplementedError

    def faults(self) -> list[str]:
        """Return a sentence for each own file that cannot be used."""
        raise NotImplementedError

    def get(self, id: str) -> FormSet:
        """Return one template; raises InputError where there is none of that id."""
        raise InputError(f"There is no reporting template “{id}”.", "form_set")
