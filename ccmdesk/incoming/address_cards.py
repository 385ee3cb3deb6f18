"""Reads vCards, one person each, as a sheet whose first row names the columns."""

import warnings
from typing import Any

from ccmdesk.domain.errors import InputError
from ccmdesk.incoming.sheet import Sheet, sheet_of

_HEAD = (
    "style",
    "given_names",
    "family_name",
    "functional_title",
    "organization",
    "place",
    "email",
    "phone",
    "gender",
)


def is_card(text: str) -> bool:
    """Tell whether a text holds vCards."""
    return text.lstrip("\ufeff \r\n\t").upper().startswith("BEGIN:VCARD")


def sheet_from_cards(text: str, name: str) -> Sheet:
    """Return a row for each card; raises InputError where the text holds no readable card."""
    import vobject

    rows: list[tuple[int, list[str]]] = [(0, list(_HEAD))]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for number, card in enumerate(
                vobject.readComponents(text.lstrip("\ufeff"), ignoreUnreadable=True), start=1
            ):
                if card.name == "VCARD":
                    rows.append((number, _row(card)))
    except Exception as error:
        # The reader raises whatever a damaged line makes it stumble over.
        raise InputError(
            f"“{name}” cannot be read as a vCard ({type(error).__name__}); export it again.",
            "sheet",
        ) from error
    if len(rows) == 1:
        raise InputError(f"“{name}” holds no vCard.", "sheet")
    return sheet_of(rows)


def _row(card: Any) -> list[str]:
    named = _value(card, "n")
    whole = str(_value(card, "fn") or "")
    style, given, family = "", "", ""
    if named is not None and not isinstance(named, str):
        style = _text(named.prefix)
        given = " ".join(part for part in (_text(named.given), _text(named.additional)) if part)
        family = _text(named.family)
    if not family and not given:
        given, _, family = whole.rpartition(" ")
    organization = _value(card, "org")
    address = _value(card, "adr")
    gender = str(_value(card, "gender") or "").partition(";")[0].strip().lower()
    return [
        style,
        given,
        family,
        _text(_value(card, "title")),
        ", ".join(organization) if isinstance(organization, list) else _text(organization),
        _text(getattr(address, "city", "")),
        _text(_value(card, "email")),
        _text(_value(card, "tel")),
        gender if gender in ("f", "m") else "",
    ]


def _value(card: Any, name: str) -> Any:
    lines = card.contents.get(name)
    return lines[0].value if lines else None


def _text(value: Any) -> str:
    if value is None:
        return ""
    return " ".join(value) if isinstance(value, list) else str(value)
