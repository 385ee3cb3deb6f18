"""Where a meeting is held, in Spanish."""

import re

from ccmdesk.language.phrases import pack

_ONLINE = frozenset({"virtual", "online", "en ligne", "en línea", "онлайн"})


def city_name(typed: str) -> str:
    """Return a city in Spanish, as typed where it is not known."""
    return pack("es").names["cities"].get(typed, typed)


def place(venue: str, city: str) -> str:
    """Return the place with its preposition: "en el Palacio de las Naciones, en Ginebra".

    A venue that is not known stands in brackets after the city: its gender cannot be told.
    """
    city = city.strip()
    if city.casefold() in _ONLINE:
        return "en línea"
    town = f"en {city_name(city)}" if city else ""
    # A venue may carry remarks: "Don Chan Palace (formal meetings); …".
    house, *inner = [
        part.strip() for part in re.split(r"[;(]", venue, maxsplit=1)[0].split(",") if part.strip()
    ] or [""]
    if not house:
        return town
    parts = [_part(each) for each in inner]
    name = pack("es").names["venues"].get(house, house)
    if name.startswith(("el ", "la ")):
        where = ", ".join((f"en {name}", *parts))
        return f"{where}, {town}" if town and city_name(city) not in where else where
    if not town:
        return ""
    return f"{town} ({', '.join((_part(house), *parts))})"


def _part(typed: str) -> str:
    """Return "Sala XIX" for "Room XIX", "edificio Tempus" for "Tempus Building"."""
    for english, name in pack("es").names["venue_parts"].items():
        match = re.fullmatch(rf"{english} (?P<after>.+)|(?P<before>.+) {english}", typed, re.I)
        if match:
            return f"{name} {match['after'] or match['before']}"
    return typed
