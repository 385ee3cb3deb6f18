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

    `settings` are values of the layout by name.
    """

    key: str
    name: str
    remark: str
    source: str
    open: str
    settings: Mapping[str, object] = field(hash=False)

    def applied(self, layout: Layout) -> Layout:
        """Return the layout with the settings of the practice.

        What other practices set is put back to the usual, so that one can be tried after the other;
        what none of them sets stays as it is.
        """
        usual = Layout()
        named = {name for preset in layout_presets() for name in preset.settings}
        values = {**{name: getattr(usual, name) for name in named}, **self.settings}
        return replace(layout, **values).checked()


@cache
def layout_presets() -> tuple[LayoutPreset, ...]:
    """Return the practices in the order in which they are offered."""
    path = resources_dir() / "reference" / "layout_presets.toml"
    with path.open("rb") as file:
        rows = tomllib.load(file)["preset"]
    return tuple(LayoutPreset(**row) for row in rows)
