"""Offices of other States, read from their English names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.language.houses import House, HouseKind, read_house
from ccmdesk.language.names import Seat, default_names
from ccmdesk.language.state_names import state_names


@pytest.mark.parametrize(
    ("typed", "house"),
    [
        ("Permanent Mission of Ireland", House(HouseKind.MISSION, "IRL")),
        (
            "the Permanent Mission of the Niger to the United Nations Office at Geneva",
            House(HouseKind.MISSION, "NER", Seat.GENEVA),
        ),
        (
            "Permanent Mission of Nigeria to the United Nations",
            House(HouseKind.MISSION, "NGA", Seat.NEW_YORK),
        ),
        (
            "Permanent Mission of Côte d'Ivoire to the United Nations (Vienna)",
            House(HouseKind.MISSION, "CIV", Seat.VIENNA),
        ),
        ("Embassy of Guinea-Bissau in Paris", House(HouseKind.EMBASSY, "GNB", city="Paris")),
        ("Ministry of Foreign Affairs of Guinea", House(HouseKind.MINISTRY, "GIN")),
        ("Ministry for Foreign Affairs of Moldova", None),
        ("Ministry for Foreign Affairs of Peru.", House(HouseKind.MINISTRY, "PER")),
        ("Ministry of Foreign Affairs and Trade of Hungary", None),
        ("Permanent Mission of Avataria", None),
        ("Embassy of Ireland to the Holy See", None),
        ("Ireland", None),
    ],
)  # fmt: skip
def test_houses(typed: str, house: House | None) -> None:
    assert read_house(typed) == house


@given(
    st.sampled_from(sorted(state_names("en"))), st.sampled_from(["Geneva", "New York", "Vienna"])
)
def test_the_usual_name_of_every_mission_is_read(iso3: str, city: str) -> None:
    house = read_house(default_names(iso3, city, "en").mission)
    assert house is not None
    assert (house.kind, house.iso3) == (HouseKind.MISSION, iso3)
    assert house.seat == {"Geneva": Seat.GENEVA, "New York": Seat.NEW_YORK}.get(city, Seat.VIENNA)
