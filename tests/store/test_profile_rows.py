"""What older programs stored about the mission is read as what it means today."""

from ccmdesk.domain.layout import Layout
from ccmdesk.store.profile_rows import layout_from


def test_older_settings_of_the_layout_are_read() -> None:
    stored = {"typeface": "serif", "addressee_at_foot": False, "font_size": 11.0}
    assert layout_from(stored) == Layout(font_size=11.0, address_place="end")
    assert layout_from({"typeface": "times"}) == Layout()
    assert layout_from({"typeface": "noto"}) == Layout(typeface="noto")
