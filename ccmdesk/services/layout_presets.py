"""National practices of notes verbales, ready to be put into the layout of a mission."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from ccmdesk.domain.layout import Layout
from ccmdesk.system.paths import resources_dir


@dataclass(frozen=True, slots=True)
class LayoutPreset:
    """One practice: what it is in a sentence, where it was read, and what is still open.

    `settings` are values of the layout by name; the settings it does not name stay as they are.
    """

    key: str
    name: str
    remark: str
    source: str
    open: str
    settings: Mapping[str, object] = field(hash=False)

    def applied(self, layout: Layout) -> Layout:
        """Return the layout with the settings of the practice."""
        return replace(layout, **self.settings).checked()  # type: ignore[arg-type]


@cache
def layout_presets() -> tuple[LayoutPreset, ...]:
    """Return the practices in the order in which they are offered."""
    path = resources_dir() / "reference" / "layout_presets.toml"
    with path.open("rb") as file:
        rows = tomllib.load(file)["preset"]
    return tuple(LayoutPreset(**row) for row in rows)
