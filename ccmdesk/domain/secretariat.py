"""Where the secretariat of the Convention is written to, as last seen in a paper of its own."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Secretariat:
    """An office with its address; `seen_in` and `seen_on` name the paper that gave it.

    Addresses change between meetings, so it is proposed where a meeting has no convening note yet,
    and never taken without a warning.
    """

    addressee: str
    address: tuple[str, ...]
    email: str
    seen_in: str
    seen_on: date

    @property
    def reply_to(self) -> tuple[str, ...]:
        """Return the address line by line, the e-mail address last."""
        return (*self.address, self.email)
