"""Tests of the mission's profile and layout."""

import pytest

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.profile import Names, Profile

ENGLISH = Names("Permanent Mission of Avataria", "the Republic of Avataria", "Geneva")


def test_names_are_kept_per_language() -> None:
    profile = Profile("XAV", "en", {"en": ENGLISH})
    french = Names("Mission permanente", "la République", "Genève", of_state="de la République")
    both = profile.with_names("fr", french)
    assert (both.names_in("en"), both.names_in("fr")) == (ENGLISH, french)
    with pytest.raises(InputError, match="no name in French"):
        profile.names_in("fr")


@pytest.mark.parametrize(
    ("layout", "field"),
    [
        (Layout(paper="A5"), "paper"),
        (Layout(emblem_position="right"), "emblem_position"),
        (Layout(date_place="middle"), "date_place"),
        (Layout(margin_left=9.9), "margin_left"),
        (Layout(margin_bottom=60.1), "margin_bottom"),
        (Layout(font_size=8.9), "font_size"),
    ],
)
def test_a_layout_out_of_range_is_refused(layout: Layout, field: str) -> None:
    with pytest.raises(InputError) as caught:
        layout.checked()
    assert caught.value.field == field


def test_the_limits_themselves_are_in_range() -> None:
    layout = Layout(margin_left=10, margin_right=60, font_size=9)
    assert layout.checked() == layout
    assert Layout(font_size=16).checked().font_size == 16
