"""The settings of a note's layout as JSON and back; every complaint names the setting."""

from dataclasses import asdict, fields
from typing import Any

from ccmdesk.documents.json_reading import JsonObject
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.layout import OLDER_TYPEFACES, Layout

_USUAL = Layout()


def layout_json(layout: Layout) -> dict[str, object]:
    """Return the layout as values for `json.dumps`."""
    return asdict(layout)


def read_layout(layout: JsonObject) -> Layout:
    """Return the layout; what is left out takes its default.

    The older `addressee_at_foot` and names of typefaces are still read.
    Raises InputError naming the setting.
    """
    values = {field.name: _value(layout, field.name) for field in fields(Layout)}
    if layout.has("addressee_at_foot") and not layout.has("address_place"):
        at_foot = layout.flag("addressee_at_foot", True)
        values["address_place"] = "foot" if at_foot else "end"
    values["typeface"] = OLDER_TYPEFACES.get(values["typeface"], values["typeface"])
    layout.close()
    try:
        return Layout(**values).checked()
    except InputError as fault:
        key = layout.key(fault.field)
        raise InputError(f"“{key}”: {fault.message}", key) from None


def _value(layout: JsonObject, name: str) -> Any:
    usual = getattr(_USUAL, name)
    if isinstance(usual, bool):
        return layout.flag(name, usual)
    if isinstance(usual, str):
        return layout.text(name, usual)
    if name == "annex_above":
        return layout.whole(name, usual)
    return layout.number(name, usual)
