"""The names a mission is given before its officer has typed any."""

from ccmdesk.domain.profile import Names
from ccmdesk.language import french
from ccmdesk.language.phrases import pack
from ccmdesk.language.state_names import StateName, state_names

_GENEVA = frozenset({"geneva", "geneve", "genf", "ginebra"})
_NEW_YORK = frozenset({"new york", "new york city"})
_VIENNA = frozenset({"vienna", "vienne", "wien"})


def default_names(iso3: str, city: str, language: str, state: str = "") -> Names:
    """Return the usual names of a State's mission in a city; the officer changes them at will.

    `state` names a State that is not among the shipped ones, with its article
    ("the Republic of Avataria", "la République d’Avatarie"). Raises InputError for a language
    without a phrase pack.
    """
    pack(language)
    known = state_names().get(iso3)
    return (
        _french(known, city, state or iso3)
        if language == "fr"
        else _english(known, city, state or iso3)
    )


def _english(known: StateName | None, city: str, typed: str) -> Names:
    state = known.en_in_text if known else typed
    place = french.folded(city.strip())
    if place in _GENEVA:
        mission = (
            f"Permanent Mission of {state} to the United Nations Office "
            "and other international organizations in Geneva"
        )
        city = "Geneva"
    elif place in _NEW_YORK:
        mission = f"Permanent Mission of {state} to the United Nations"
    elif place in _VIENNA:
        mission = f"Permanent Mission of {state} to the United Nations (Vienna)"
    else:
        mission = f"Embassy of {state}"
    return Names(mission=mission, state=state, city=city)


def _french(known: StateName | None, city: str, typed: str) -> Names:
    state = known.fr_in_text if known else typed
    of_state = known.fr_of if known else french.of(typed)
    place = french.folded(city.strip())
    if place in _GENEVA:
        mission = (
            f"Mission permanente {of_state} auprès de l’Office des Nations Unies "
            "et des autres organisations internationales à Genève"
        )
        city = "Genève"
    elif place in _NEW_YORK:
        mission = f"Mission permanente {of_state} auprès de l’Organisation des Nations Unies"
    elif place in _VIENNA:
        mission = f"Mission permanente {of_state} auprès des Nations Unies (Vienne)"
        city = "Vienne"
    else:
        mission = f"Ambassade {of_state}"
        city = pack("fr").names["cities"].get(city, city)
    return Names(mission=mission, state=state, city=city, of_state=of_state)
