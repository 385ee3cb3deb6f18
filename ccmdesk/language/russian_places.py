"""Where a meeting is held, in Russian, and the town of the date line."""

import re

from ccmdesk.language.phrases import pack

_ONLINE = frozenset({"virtual", "online", "en ligne", "en línea", "онлайн"})


def city_name(typed: str) -> str:
    """Return a city in Russian, as typed where it is not known."""
    return pack("ru").names["cities"].get(typed, typed).partition("|")[0]


def in_city(typed: str) -> str:
    """Return a city after "in": "в Женеве"; one that is not known stays in the nominative."""
    if not typed:
        return ""
    for both in pack("ru").names["cities"].values():
        name, _, after = both.partition("|")
        if name == city_name(typed):
            return after
    return f"в городе {typed}"


def city_line(typed: str) -> str:
    """Return the town as it stands before the date: "г. Женева"."""
    city = typed.strip()
    return city if not city or city.startswith("г.") else f"г. {city_name(city)}"


def place(venue: str, city: str) -> str:
    """Return the place with its preposition: "во Дворце Наций в Женеве".

    A venue that is not known, or is told with its room, stands in brackets after the city.
    """
    city = city.strip()
    if city.casefold() in _ONLINE:
        return "в режиме онлайн"
    town = in_city(city)
    # A venue may carry remarks: "Don Chan Palace (formal meetings); …".
    house, *inner = [
        part.strip() for part in re.split(r"[;(]", venue, maxsplit=1)[0].split(",") if part.strip()
    ] or [""]
    if not house:
        return town
    known = pack("ru").names["venues"].get(house, "")
    parts = ", ".join(_part(each) for each in inner)
    if known:
        where = f"{known} ({parts})" if parts else known
        return f"{where} {town}".rstrip()
    said = ", ".join(part for part in (_part(house), parts) if part)
    return f"{town} ({said})" if town else ""


def _part(typed: str) -> str:
    """Return "зал XIX" for "Room XIX", "здание «Tempus»" for "Tempus Building"."""
    for english, name in pack("ru").names["venue_parts"].items():
        match = re.fullmatch(rf"{english} (?P<after>.+)|(?P<before>.+) {english}", typed, re.I)
        if match:
            return f"{name} {match['after']}" if match["after"] else f"{name} «{match['before']}»"
    return typed
