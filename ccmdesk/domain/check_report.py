"""What a look over the register found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One thing looked at; `message` says what was found, in one sentence."""

    name: str
    ok: bool
    message: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything looked at."""

    items: tuple[CheckItem, ...]

    @property
    def ok(self) -> bool:
        """Tell whether nothing is wrong."""
        return all(item.ok for item in self.items)
