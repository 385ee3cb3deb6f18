"""Who holds the forms of a report, and the letters to them."""

from dataclasses import replace
from datetime import date

import pytest

from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.services.desk import Desk
from ccmdesk.services.ministry_letters import Holder
from ccmdesk.services.sample import SampleResult
from tests.documents.reading import text_of

DAY = date(2023, 8, 16)
DEFENCE = "Ministry of Defence"


@pytest.fixture
def mission(bare: Desk, sample: SampleResult) -> Desk:
    """The desk of the invented mission."""
    return bare


@pytest.fixture
def report(mission: Desk) -> int:
    """Its report on 2022; two offices hold three of the forms."""
    begun = mission.reports.begin("2022")
    mission.reports.save_head(replace(begun, contact="Ms. Åsberg, ccm@example.org"))
    for letter, owner in (("B", DEFENCE), ("D", "ministry of  defence"), ("H", "Health Service")):
        mission.reports.save_form(begun.id, replace(begun.form(letter), owner=owner))
    mission.history.forget()
    return begun.id


def test_forms_by_who_holds_them(mission: Desk, report: int) -> None:
    defence, health = mission.letters.holders(report)
    assert (defence.owner, defence.letters) == (DEFENCE, ("B", "D"))
    assert (health.owner, health.waiting) == ("Health Service", ("H",))


def test_a_request_asks_for_what_is_out(mission: Desk, report: int) -> None:
    said = text_of(mission.letters.request(report, DEFENCE, date(2023, 9, 8)))
    for words in (
        DEFENCE,
        "by 8 September 2023",
        "by 30 April 2023",
        "Form B",
        "Form D",
        "16 August 2023",
        "ccm@example.org",
        "Republic of Avataria",
    ):
        assert words in said, words
    assert "Form H" not in said
    assert mission.letters.request(report, DEFENCE, date(2023, 9, 8), ("D",))


def test_the_request_is_recorded_on_all_forms_as_one_step(mission: Desk, report: int) -> None:
    desk = mission
    with pytest.raises(RefusedError, match="was not asked yet"):
        desk.letters.chaser(report, DEFENCE)
    desk.letters.asked(report, DEFENCE, date(2023, 8, 14), date(2023, 8, 30))
    defence = desk.letters.holders(report)[0]
    assert {form.asked_on for form in defence.forms} == {date(2023, 8, 14)}
    assert {form.promised_for for form in defence.forms} == {date(2023, 8, 30)}
    desk.letters.asked(report, DEFENCE, DAY, date(2023, 9, 4))
    form = desk.reports.get(report).form("B")
    assert (form.asked_on, form.promised_for) == (date(2023, 8, 14), date(2023, 9, 4))
    assert desk.history.undo() == "Record the request"
    assert desk.reports.get(report).form("D").promised_for == date(2023, 8, 30)


def test_a_chaser_leaves_out_what_has_arrived(mission: Desk, report: int) -> None:
    desk = mission
    desk.letters.asked(report, DEFENCE, date(2023, 8, 14))
    form = desk.reports.get(report).form("D")
    desk.reports.save_form(report, replace(form, received_on=DAY))
    said = text_of(desk.letters.chaser(report, DEFENCE))
    assert "Reminder" in said
    assert "14 August 2023" in said
    assert "Form D" not in said
    form = desk.reports.get(report).form("B")
    desk.reports.save_form(report, replace(form, received_on=DAY))
    for write in (desk.letters.chaser, desk.letters.request):
        with pytest.raises(RefusedError, match="has arrived"):
            write(report, DEFENCE)
    with pytest.raises(RefusedError, match="has arrived"):
        desk.letters.asked(report, DEFENCE, DAY)


def test_what_cannot_be_is_refused(mission: Desk, report: int) -> None:
    letters = mission.letters
    with pytest.raises(InputError, match="these do: Ministry of Defence, Health Service") as raised:
        letters.request(report, "Ministry of Peace")
    assert raised.value.field == "owner"
    with pytest.raises(InputError, match="is past") as raised:
        letters.request(report, DEFENCE, date(2023, 8, 15))
    assert raised.value.field == "by"
    with pytest.raises(InputError, match="still to come"):
        letters.asked(report, DEFENCE, date(2023, 8, 17))
    with pytest.raises(InputError, match="before the request"):
        letters.asked(report, DEFENCE, DAY, date(2023, 8, 1))
    with pytest.raises(InputError, match="does not hold Form A; it holds B, D") as raised:
        letters.request(report, DEFENCE, None, ("A",))
    assert raised.value.field == "forms"
    letters.asked(report, DEFENCE, DAY, letters=("D",))
    assert [form.asked_on for form in letters.holders(report)[0].forms] == [None, DAY]
    other = mission.reports.begin("2021").id
    with pytest.raises(InputError, match="name the offices first"):
        letters.request(other, DEFENCE)


def test_the_day_of_the_answer_leaves_time_on_both_sides(mission: Desk, report: int) -> None:
    # The report on 2022 is long overdue: two weeks from today.
    assert mission.letters.answer_by(report) == date(2023, 8, 30)


def test_six_weeks_are_left_before_the_report_is_due(desk: Desk) -> None:
    report = desk.reports.begin("initial")
    # Due on Sunday 28 January 2024, inside on Friday 26 January; six weeks before.
    assert desk.letters.answer_by(report.id) == date(2023, 12, 15)


def test_forms_without_a_holder_belong_to_nobody(mission: Desk) -> None:
    assert mission.letters.holders(mission.reports.begin("2020").id) == []
    assert Holder("X", ()).waiting == ()
