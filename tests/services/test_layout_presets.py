"""National practices, the sample note of the settings, and the formulas to be confirmed."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.services.formulas import open_formulas
from ccmdesk.services.layout_presets import LayoutPreset, layout_presets
from ccmdesk.services.sample import build_sample
from ccmdesk.services.sample_note import sample_content, sample_pdf, variants


@pytest.mark.parametrize("preset", layout_presets(), ids=lambda preset: preset.key)
def test_every_practice_fits_the_layout_and_says_where_it_comes_from(preset: LayoutPreset) -> None:
    assert set(preset.settings) <= {each.name for each in fields(Layout)}
    changed = preset.applied(replace(Layout(), title_text="KEPT"))
    assert changed.title_text == "KEPT"
    assert all(getattr(changed, name) == value for name, value in preset.settings.items())
    assert preset.source or "confirmed" in preset.open


def test_one_practice_after_the_other_leaves_no_trace_of_the_first() -> None:
    found = {preset.key: preset for preset in layout_presets()}
    russian = found["russian"].applied(Layout())
    assert found["united_states"].applied(russian) == found["united_states"].applied(Layout())
    assert found["geneva"].applied(russian) == Layout()
    own = found["geneva"].applied(replace(russian, emblem_height=33, urgency="URGENT"))
    assert (own.emblem_height, own.urgency) == (33, "URGENT")


def test_the_practices_that_were_asked_for_are_there() -> None:
    keys = {preset.key for preset in layout_presets()}
    asked = {"swiss", "french", "spanish", "russian", "arabic", "chinese", "united_states"}
    assert asked | {"united_nations"} <= keys


def test_the_settings_read_in_a_source_are_right() -> None:
    found = {preset.key: preset.applied(Layout()) for preset in layout_presets()}
    russian = found["russian"]
    margins = (russian.margin_left, russian.margin_right, russian.margin_top, russian.margin_bottom)
    assert list(margins) == [35, 15, 20, 20]
    assert found["swiss"].title_line is not True
    assert found["spanish"].address_place == "end"
    assert found["chinese"].number_place == "right"
    assert (found["united_states"].paper, found["united_states"].honour) == ("Letter", "honor")
    assert not found["united_nations"].closing_line


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_note_is_the_missions_own_in_every_language(
    language: str, tmp_path: Path
) -> None:
    desk = open_desk(tmp_path, FixedClock.on(date(2023, 8, 16)))
    build_sample(desk)
    profile = desk.profile.required()
    names = desk.profile.default_names("IRL", "Geneva", language)
    content = sample_content(profile, language, names)
    assert content.names == names
    assert content.number == profile.number_pattern.written(12, 2023)
    assert sample_pdf(content).startswith(b"%PDF")
    openings, closings = variants(content)
    assert openings[0].name == closings[0].name == ""
    assert all(each.text and "{" not in each.text for each in (*openings, *closings))
    assert len({each.text for each in closings}) == len(closings)
    desk.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_open_formula_tells_its_sentences(language: str) -> None:
    found = open_formulas(language)
    assert found
    for each in found:
        assert each.key == f"{language}.{each.part}"
        assert each.texts


def test_the_english_closing_was_seen_in_a_note_and_needs_no_confirmation() -> None:
    assert "closing" not in {each.part for each in open_formulas("en")}
    assert "closing" in {each.part for each in open_formulas("ar")}
