"""Colours and lengths of the look, held in one place."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a colour says; every tone also carries a word where it is used."""

    PLAIN = "plain"
    ACCENT = "accent"
    DANGER = "danger"
    WARN = "warn"
    OK = "ok"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme."""

    name: str
    window: str
    surface: str
    raised: str
    ink: str
    muted: str
    line: str
    field_line: str
    accent: str
    accent_ink: str
    accent_soft: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    side: str
    side_ink: str
    side_selected: str
    border_width: int = 1

    def ink_of(self, tone: Tone) -> str:
        """Return the text colour of a tone."""
        return self.muted if tone is Tone.PLAIN else str(getattr(self, tone))

    def soft_of(self, tone: Tone) -> str:
        """Return the quiet background of a tone."""
        return self.raised if tone is Tone.PLAIN else str(getattr(self, f"{tone}_soft"))


LIGHT = Palette(
    name="light",
    window="#F4F5F7",
    surface="#FFFFFF",
    raised="#F3F5F8",
    ink="#1A2433",
    muted="#5A6778",
    line="#DDE2E9",
    field_line="#8793A3",
    accent="#1B5FA6",
    accent_ink="#FFFFFF",
    accent_soft="#E8F0F9",
    danger="#B3261E",
    danger_soft="#FBEAE8",
    warn="#8A5200",
    warn_soft="#FBF1E0",
    ok="#1F6B3B",
    ok_soft="#E6F3EA",
    side="#1D2B3F",
    side_ink="#C9D4E3",
    side_selected="#2C4060",
)
DARK = Palette(
    name="dark",
    window="#13181F",
    surface="#1A2028",
    raised="#232B36",
    ink="#E5EAF1",
    muted="#9BA7B7",
    line="#2D3642",
    field_line="#5F6B7A",
    accent="#75B0F2",
    accent_ink="#0E1620",
    accent_soft="#1D2F45",
    danger="#F28B82",
    danger_soft="#3A2022",
    warn="#E7B65C",
    warn_soft="#36290F",
    ok="#7FCB9B",
    ok_soft="#17301F",
    side="#0E131A",
    side_ink="#A9B6C8",
    side_selected="#22344E",
)
CONTRAST_LIGHT = Palette(
    name="contrast-light",
    window="#FFFFFF",
    surface="#FFFFFF",
    raised="#FFFFFF",
    ink="#000000",
    muted="#000000",
    line="#000000",
    field_line="#000000",
    accent="#0B3D91",
    accent_ink="#FFFFFF",
    accent_soft="#FFFFFF",
    danger="#8B0000",
    danger_soft="#FFFFFF",
    warn="#5A3600",
    warn_soft="#FFFFFF",
    ok="#004D1A",
    ok_soft="#FFFFFF",
    side="#000000",
    side_ink="#FFFFFF",
    side_selected="#0B3D91",
    border_width=2,
)
CONTRAST_DARK = Palette(
    name="contrast-dark",
    window="#000000",
    surface="#000000",
    raised="#000000",
    ink="#FFFFFF",
    muted="#FFFFFF",
    line="#FFFFFF",
    field_line="#FFFFFF",
    accent="#8CC8FF",
    accent_ink="#000000",
    accent_soft="#000000",
    danger="#FFB3AD",
    danger_soft="#000000",
    warn="#FFD58A",
    warn_soft="#000000",
    ok="#A6F0BF",
    ok_soft="#000000",
    side="#000000",
    side_ink="#FFFFFF",
    side_selected="#1F4E8C",
    border_width=2,
)
PALETTES = {palette.name: palette for palette in (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)}

XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32
FIELD_CORNER, CARD_CORNER, CHIP_CORNER = 6, 8, 6
ROW_HEIGHT = 36
ICON = 18
