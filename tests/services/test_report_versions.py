"""What keeps a report from being printed or sealed, what it takes over, and its corrections."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.article7 import FormContent
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.profile import Profile
from ccmdesk.services.desk import Desk
from tests.services.test_reports import SENT, TODAY, filled, unchanged


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk of Ireland, whose reports go back to 2011."""
    desk = open_desk(tmp_path / "data", FixedClock.on(TODAY))
    names = {"en": desk.profile.default_names("IRL", "Geneva", "en")}
    desk.profile.save(Profile("IRL", "en", names))
    yield desk
    desk.close()


def test_a_year_that_names_the_day_alone_brings_what_was_sent_on_it(desk: Desk) -> None:
    """Carry over from a cover page that was answered with dates, and not with periods."""
    first = filled(desk, "2021")
    desk.reports.seal(first.id)
    key = first.duty_key
    desk.deadlines.mark_done(key, SENT, "12/2025", "email")
    report = desk.reports.begin("2024")
    desk.reports.save_head(replace(report, contact="Desk"))
    desk.reports.apply_cover(report.id, unchanged(report))
    desk.reports.seal(report.id)
    form = desk.reports.begin("2025", carry_from="2024").form("B")
    assert form.content.text == "Form B in 2021."
    assert (form.earlier_on, form.earlier_period) == (SENT, "2021")


def test_control_characters_are_not_kept(desk: Desk) -> None:
    report = desk.reports.begin("2025")
    content = FormContent("One\r\ntwo\x07", {"stockpiles": (("CB\x00U",),)})
    form = replace(report.form("B"), content=content, owner="Defen\x1bce")
    saved = desk.reports.save_form(report.id, form)
    assert saved.content.text == "One\ntwo"
    assert saved.content.tables["stockpiles"][0][0] == "CBU"
    assert saved.owner == "Defence"
    assert desk.reports.get(report.id).form("B") == saved
    assert desk.reports.save_head(replace(report, contact="A\x07da")).contact == "Ada"
    assert desk.reports.add_file(report.id, "", "a\u202etxt.exe", b"x").name == "atxt.exe"
    assert desk.reports.pdf(report.id)


def test_what_no_font_can_print_is_named_with_its_form_and_who_holds_it(desk: Desk) -> None:
    report = filled(desk, "2025")
    desk.reports.save_head(replace(report, contact="Desk \U00016800"))
    said = FormContent(tables={"areas": (("North 😀",),)})
    desk.reports.save_form(report.id, replace(report.form("F"), content=said))
    desk.reports.add_file(report.id, "B", "😀.txt", b"x")
    desk.reports.add_file(report.id, "", "карта 地图 خريطة.txt", b"x")
    first, second, third = desk.reports.completeness(report.id)
    assert first.letter == ""
    assert "U+16800" in first.what or "BAMUM" in first.what
    assert "in the points of contact; write it otherwise" in first.what
    assert (second.letter, second.holder) == ("B", "Ministry")
    assert "in the name of the file “😀.txt”" in second.what
    assert (third.letter, third.holder) == ("F", "Ministry")
    assert "GRINNING FACE" in third.what
    with pytest.raises(RefusedError, match="in Form F"):
        desk.reports.seal(report.id)


def test_no_report_covers_days_that_nobody_can_report_on(desk: Desk) -> None:
    annual, initial = desk.reports.begin("2025"), desk.reports.begin("initial")
    for report in (annual, initial):
        with pytest.raises(InputError, match="joined the Convention on 3 December") as raised:
            desk.reports.save_head(replace(report, first=date(2008, 12, 2)))
        assert raised.value.field == "first"
    desk.reports.save_head(replace(annual, first=date(2010, 8, 1)))
    desk.reports.save_head(replace(initial, last=TODAY))
    assert "days up to" not in desk.reports.completeness(initial.id)[0].what
    desk.reports.save_head(replace(initial, last=date(2026, 4, 23)))
    first = desk.reports.completeness(initial.id)[0]
    assert "days up to 23 April 2026, which are still to come" in first.what


def test_what_was_sealed_is_carried_over_also_without_its_template(
    desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "data" / "forms"
    folder.mkdir()
    path = folder / "own.toml"
    path.write_text(
        'id = "own"\ntitle = "Own"\nsource = "Us"\nas_of = 2026-01-02\n'
        '[[form]]\nletter = "A"\ntitle = "Victim assistance"\n',
        encoding="utf-8",
    )
    report = desk.reports.begin("2024", form_set="own")
    desk.reports.save_head(replace(report, contact="Desk"))
    said = FormContent("Plan of 2020.")
    desk.reports.save_form(report.id, replace(report.form("A"), content=said))
    desk.reports.seal(report.id)
    path.unlink()
    following = desk.reports.begin("2025", form_set="ccm-2010", carry_from="2024")
    assert following.form("H").content == said
    assert not following.form("A").content
    work = desk.reports.begin("2023", form_set="ccm-2010")
    with pytest.raises(InputError, match="not earlier"):
        desk.reports.carry(work.id, "2024")


def test_a_language_in_which_the_mission_has_no_name_is_told_before_the_seal(desk: Desk) -> None:
    report = filled(desk, "2025")
    assert desk.reports.completeness(report.id) == []
    desk.reports.save_head(replace(report, language="ru"))
    [lacking] = desk.reports.completeness(report.id)
    assert (lacking.letter, "has no name in Russian yet; add it" in lacking.what) == ("", True)
    with pytest.raises(RefusedError, match="has no name in Russian yet"):
        desk.reports.seal(report.id)


def test_a_correction_opened_by_mistake_is_dropped(desk: Desk) -> None:
    report = filled(desk, "2025")
    desk.reports.seal(report.id)
    with pytest.raises(RefusedError, match="No correction of the report on 2025 is open"):
        desk.reports.drop_correction(report.id)
    opened = desk.reports.correct(report.id, "A figure was wrong")
    right = replace(opened.form("B"), content=FormContent("Thirteen held."))
    desk.reports.save_form(report.id, right)
    with pytest.raises(RefusedError, match="seal it as version 2, or put back"):
        desk.reports.drop_correction(report.id)
    desk.reports.save_form(report.id, opened.form("B"))
    dropped = desk.reports.drop_correction(report.id)
    assert dropped.locked
    assert desk.reports.get(report.id) == dropped
    assert len(desk.reports.sealed(report.id)) == 1
    desk.history.undo()
    assert desk.reports.get(report.id).correction == "A figure was wrong"
    assert desk.safety.check(full=True).ok
