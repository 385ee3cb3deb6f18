"""Article 7 reports from their beginning to their seal, as the officer works on them."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.article7 import FormContent, FormState, Report
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.cover_page import CoverAnswer, CoverAnswers
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.profile import Profile
from ccmdesk.domain.report_changes import Mark
from ccmdesk.services.desk import Desk

TODAY = date(2026, 4, 22)
SENT = date(2025, 4, 28)
LETTERS = "ABCDEFGHIJ"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk of Ireland, whose reports go back to 2011."""
    desk = open_desk(tmp_path / "data", FixedClock.on(TODAY))
    names = {"en": desk.profile.default_names("IRL", "Geneva", "en")}
    desk.profile.save(Profile("IRL", "en", names))
    yield desk
    desk.close()


def filled(desk: Desk, period: str, carry_from: str | None = None) -> Report:
    """Begin a report and say something in each form."""
    report = desk.reports.begin(period, carry_from=carry_from)
    desk.reports.save_head(replace(report, contact="Disarmament section"))
    for form in report.forms:
        said = FormContent(f"Form {form.letter} in {period}.")
        desk.reports.save_form(report.id, replace(form, content=said, owner="Ministry"))
    return desk.reports.get(report.id)


def unchanged(report: Report, day: date = SENT) -> CoverAnswers:
    answers = (CoverAnswer(form.letter, FormState.UNCHANGED, day) for form in report.forms)
    return CoverAnswers(tuple(answers), cover_only=True)


def test_a_report_is_begun_once_and_covers_its_year(desk: Desk) -> None:
    report = desk.reports.begin("2025")
    assert (report.state, report.first, report.last) == (
        "IRL",
        date(2025, 1, 1),
        date(2025, 12, 31),
    )
    assert "".join(form.letter for form in report.forms) == LETTERS
    assert desk.reports.of_duty("IRL:art7_annual:2025") == report
    assert desk.reports.of_duty("IRL:art7_initial:initial") is None
    assert desk.reports.of_duty("IRL:art7_initial:2025") is None
    with pytest.raises(RefusedError, match="begun already"):
        desk.reports.begin("2025")
    assert [each.period for each in desk.reports.all()] == ["2025"]


def test_reports_are_listed_latest_first_and_the_initial_one_last(desk: Desk) -> None:
    for period in ("2012", "initial", "2025", "2019"):
        desk.reports.begin(period)
    assert [each.period for each in desk.reports.all()] == ["2025", "2019", "2012", "initial"]
    last = desk.reports.all()[0]
    assert desk.reports.sources(last.id) == ["2019", "2012", "initial"]


@pytest.mark.parametrize("period", ["2009", "2027", "x", ""])
def test_a_report_that_is_not_owed_is_not_begun(period: str, desk: Desk) -> None:
    with pytest.raises(InputError):
        desk.reports.begin(period)
    assert desk.reports.all() == []


def test_an_unknown_template_or_language_is_told(desk: Desk) -> None:
    with pytest.raises(InputError, match="ccm-2010"):
        desk.reports.begin("2025", form_set="ccm-1999")
    with pytest.raises(InputError) as error:
        desk.reports.begin("2025", language="de")
    assert error.value.field == "language"


def test_everything_typed_in_a_form_is_kept(desk: Desk) -> None:
    report = desk.reports.begin("2025")
    content = FormContent("None\nheld. 弹药", {"stockpiles": (("CBU-87", "1"), ("", "", "", ""))})
    form = replace(
        report.form("B"),
        content=content,
        owner="Ministry of Defence",
        asked_on=date(2026, 2, 1),
        promised_for=date(2026, 6, 1),
        received_on=date(2026, 4, 1),
    )
    desk.reports.save_form(report.id, form)
    stored = desk.reports.get(report.id).form("B")
    assert stored.content.text == content.text
    assert stored.content.tables == {"stockpiles": (("CBU-87", "1", "", ""), ("", "", "", ""))}
    assert replace(stored, content=content) == form


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"asked_on": date(2026, 4, 23)}, "asked_on"),
        ({"received_on": date(2026, 4, 23)}, "received_on"),
        ({"earlier_on": date(2026, 4, 23)}, "earlier_on"),
        ({"asked_on": date(2026, 2, 2), "received_on": date(2026, 2, 1)}, "received_on"),
        ({"asked_on": date(2026, 2, 2), "promised_for": date(2026, 2, 1)}, "promised_for"),
        ({"content": FormContent(tables={"nothing": ()})}, "tables"),
        ({"content": FormContent(tables={"stockpiles": (("x",) * 5,)})}, "tables"),
        ({"content": FormContent("x" * 500_001)}, "text"),
        ({"content": FormContent(tables={"stockpiles": (("x" * 250_001,) * 2,)})}, "tables"),
    ],
)
def test_what_no_form_can_hold_is_refused_at_its_field(
    change: dict[str, object], field: str, desk: Desk
) -> None:
    report = desk.reports.begin("2025")
    with pytest.raises(InputError) as error:
        desk.reports.save_form(report.id, replace(report.form("B"), **change))  # type: ignore[arg-type]
    assert error.value.field == field
    assert desk.reports.get(report.id) == report


def test_form_a_always_applies_and_an_initial_report_compares_with_nothing(desk: Desk) -> None:
    annual, initial = desk.reports.begin("2025"), desk.reports.begin("initial")
    with pytest.raises(RefusedError, match="Form A"):
        desk.reports.save_form(annual.id, replace(annual.form("A"), state=FormState.NOT_APPLICABLE))
    for state in (FormState.CHANGED, FormState.UNCHANGED):
        with pytest.raises(RefusedError, match="initial"):
            desk.reports.save_form(initial.id, replace(initial.form("B"), state=state))
    desk.reports.save_form(initial.id, replace(initial.form("B"), state=FormState.NOT_APPLICABLE))


def test_the_keys_of_one_turn_are_one_step_of_undo(desk: Desk) -> None:
    report = desk.reports.begin("2025")
    for turn, texts in ((1, ("N", "No", "None")), (2, ("None held",))):
        for text in texts:
            form = replace(report.form("B"), content=FormContent(text))
            desk.reports.save_form(report.id, form, turn)
    desk.history.undo()
    assert desk.reports.get(report.id).form("B").content.text == "None"
    desk.history.undo()
    assert not desk.reports.get(report.id).form("B").content
    desk.history.redo()
    assert desk.reports.get(report.id).form("B").content.text == "None"
    desk.history.undo()
    desk.history.undo()
    assert desk.reports.all() == []


def test_every_form_is_carried_over_from_any_earlier_year(desk: Desk) -> None:
    filled(desk, "2019")
    report = desk.reports.begin("2025", carry_from="2019")
    assert [form.content.text for form in report.forms] == [
        f"Form {letter} in 2019." for letter in LETTERS
    ]
    assert {form.carried_from for form in report.forms} == {"2019"}
    assert {form.owner for form in report.forms} == {"Ministry"}
    assert not any(desk.reports.changes(report.id).values())
    edited = replace(report.form("B"), content=FormContent("Form B in 2025."))
    desk.reports.save_form(report.id, edited)
    changes = desk.reports.changes(report.id)
    assert [letter for letter, each in changes.items() if each] == ["B"]
    assert [each.text for each in changes["B"].text if each.mark is Mark.ADDED] == ["2025."]


def test_carrying_over_leaves_alone_what_was_written(desk: Desk) -> None:
    filled(desk, "2019")
    report = desk.reports.begin("2025")
    own = replace(report.form("C"), content=FormContent("Ours."))
    desk.reports.save_form(report.id, own)
    carried = desk.reports.carry(report.id, "2019")
    assert carried.form("C").content.text == "Ours."
    assert carried.form("D").content.text == "Form D in 2019."
    named = desk.reports.carry(report.id, "2019", ["C"])
    assert named.form("C").content.text == "Form C in 2019."
    desk.history.undo()
    assert desk.reports.get(report.id).form("C").content.text == "Ours."
    desk.history.undo()
    assert not desk.reports.get(report.id).form("D").content


def test_only_an_earlier_report_can_be_carried_over(desk: Desk) -> None:
    filled(desk, "2024")
    report = desk.reports.begin("2019")
    for period in ("2024", "2019", "2018", "x"):
        with pytest.raises(InputError):
            desk.reports.carry(report.id, period)
    with pytest.raises(InputError):
        desk.reports.carry(desk.reports.begin("2025").id, "2024", ["Z"])


def test_what_a_sealed_report_said_is_carried_and_not_its_correction(desk: Desk) -> None:
    first = filled(desk, "2024")
    desk.reports.seal(first.id)
    desk.reports.correct(first.id, "Wrong figure")
    wrong = replace(first.form("B"), content=FormContent("Half corrected"))
    desk.reports.save_form(first.id, wrong)
    report = desk.reports.begin("2025", carry_from="2024")
    assert report.form("B").content.text == "Form B in 2024."


def test_the_wizard_knows_when_the_earlier_report_was_sent(desk: Desk) -> None:
    first = filled(desk, "2024")
    desk.reports.seal(first.id)
    report = desk.reports.begin("2025", carry_from="2024")
    known = desk.reports.proposed_cover(report.id)
    assert {(each.earlier_on, each.earlier_period) for each in known.forms} == {(TODAY, "2024")}
    assert {each.state for each in known.forms} == {FormState.OPEN}


def test_the_wizard_knows_a_report_that_was_sent_before_the_program_came(desk: Desk) -> None:
    desk.deadlines.mark_done("IRL:art7_annual:2023", date(2024, 4, 29), "No. 12", "email")
    desk.deadlines.mark_done("IRL:art7_initial:initial", date(2011, 1, 27), "No. 3", "post")
    for period, expected in (
        ("2025", (date(2024, 4, 29), "2023")),
        ("2012", (date(2011, 1, 27), "initial")),
        ("initial", (None, "")),
    ):
        report = desk.reports.begin(period)
        known = desk.reports.proposed_cover(report.id)
        assert {(each.earlier_on, each.earlier_period) for each in known.forms} == {expected}
        desk.reports.remove(report.id)


def test_a_cover_page_that_breaks_a_rule_changes_nothing(desk: Desk) -> None:
    report = filled(desk, "2025")
    answers = CoverAnswers((CoverAnswer("A", FormState.NOT_APPLICABLE),))
    assert desk.reports.check_cover(report.id, answers)
    with pytest.raises(RefusedError, match="Form A"):
        desk.reports.apply_cover(report.id, answers)
    assert desk.reports.get(report.id) == report
    initial = desk.reports.begin("initial")
    with pytest.raises(RefusedError, match="annual reports only"):
        desk.reports.apply_cover(initial.id, unchanged(initial))


def test_an_unchanged_year_is_one_page_and_the_next_points_back_to_the_same_form(
    desk: Desk,
) -> None:
    report = desk.reports.begin("2024")
    desk.reports.save_head(replace(report, contact="Desk"))
    answered = desk.reports.apply_cover(report.id, unchanged(report))
    assert answered.cover_only
    assert desk.reports.get(report.id) == answered
    assert desk.reports.completeness(report.id) == []
    desk.reports.seal(report.id)
    following = desk.reports.begin("2025", carry_from="2024")
    known = desk.reports.proposed_cover(following.id)
    assert {each.earlier_on for each in known.forms} == {SENT}


def test_taking_the_cover_page_back_is_one_step(desk: Desk) -> None:
    report = desk.reports.begin("2025")
    desk.reports.apply_cover(report.id, unchanged(report))
    desk.history.undo()
    assert desk.reports.get(report.id) == report


def test_the_seal_waits_for_what_is_missing_and_names_who_holds_it(desk: Desk) -> None:
    report = filled(desk, "2025")
    empty = replace(report.form("G"), content=FormContent(), owner="Mine action centre")
    desk.reports.save_form(report.id, empty)
    with pytest.raises(RefusedError, match=r"Form G says nothing .* \(held by Mine action centre"):
        desk.reports.seal(report.id)
    assert desk.reports.sealed(report.id) == []
    desk.reports.save_form(report.id, replace(empty, content=FormContent(nil=True)))
    assert desk.reports.seal(report.id).version == 1


def test_a_year_that_is_not_over_is_not_sealed(desk: Desk) -> None:
    report = filled(desk, "2026")
    with pytest.raises(RefusedError, match="31 December 2026"):
        desk.reports.seal(report.id)


def test_a_sealed_report_is_final_and_reads_back_as_it_was(desk: Desk) -> None:
    report = filled(desk, "2025")
    file = desk.reports.add_file(report.id, "F", "map.png", b"\x89PNG map")
    before = desk.reports.get(report.id)
    sealed = desk.reports.seal(report.id)
    assert desk.history.undo_label is None
    with pytest.raises(RefusedError):
        desk.history.undo()
    pdf = desk.reports.sealed_pdf(sealed.id)
    assert pdf.startswith(b"%PDF-")
    assert hashlib.sha256(pdf).hexdigest() == sealed.pdf_sha256
    assert desk.reports.pdf(report.id) == pdf
    assert desk.reports.sealed_report(sealed.id) == replace(before, version=1)
    assert desk.reports.sealed_version(sealed.id) == sealed
    locked = desk.reports.get(report.id)
    assert locked.locked
    assert desk.reports.completeness(report.id) == []
    edits = (
        lambda: desk.reports.save_form(report.id, before.form("A")),
        lambda: desk.reports.save_head(before),
        lambda: desk.reports.carry(report.id, "2024"),
        lambda: desk.reports.add_file(report.id, "", "x.txt", b"x"),
        lambda: desk.reports.remove_file(file.id),
        lambda: desk.reports.apply_cover(report.id, unchanged(report)),
        lambda: desk.reports.seal(report.id),
        lambda: desk.reports.remove(report.id),
    )
    for edit in edits:
        with pytest.raises(RefusedError):
            edit()
    assert desk.reports.get(report.id) == locked
    assert desk.safety.check().ok


def test_a_correction_is_a_new_version_with_its_reason(desk: Desk) -> None:
    report = filled(desk, "2025")
    first = desk.reports.seal(report.id, "reasons are for corrections")
    assert first.reason == ""
    for reason in ("", "  "):
        with pytest.raises(InputError) as error:
            desk.reports.correct(report.id, reason)
        assert error.value.field == "reason"
    opened = desk.reports.correct(report.id, " A figure\nwas wrong ")
    assert (opened.correction, opened.version, opened.locked) == ("A figure was wrong", 1, False)
    with pytest.raises(RefusedError, match="Only a sealed report"):
        desk.reports.correct(report.id, "Again")
    with pytest.raises(RefusedError, match="drop the correction"):
        desk.reports.seal(report.id)
    right = replace(opened.form("B"), content=FormContent("Thirteen held."))
    desk.reports.save_form(report.id, right)
    second = desk.reports.seal(report.id)
    assert (second.version, second.reason) == (2, "A figure was wrong")
    assert [each.version for each in desk.reports.sealed(report.id)] == [1, 2]
    assert desk.reports.sealed_report(first.id).form("B").content.text == "Form B in 2025."
    assert desk.reports.sealed_report(second.id).form("B").content.text == "Thirteen held."
    assert desk.reports.sealed_pdf(first.id) != desk.reports.sealed_pdf(second.id)
    assert desk.reports.get(report.id).locked
    assert desk.safety.check().ok


def test_opening_a_correction_can_be_taken_back(desk: Desk) -> None:
    report = filled(desk, "2025")
    desk.reports.seal(report.id)
    desk.reports.correct(report.id, "Wrong figure")
    desk.history.undo()
    assert desk.reports.get(report.id).locked


def test_files_are_kept_with_their_form(desk: Desk) -> None:
    report = desk.reports.begin("2025")
    file = desk.reports.add_file(report.id, "F", "C:\\maps\\north.png", b"north")
    assert (file.name, file.letter, file.size) == ("north.png", "F", 5)
    assert desk.reports.file(file.id).data == b"north"
    assert desk.reports.get(report.id).files == (file,)
    desk.reports.remove_file(file.id)
    assert desk.reports.get(report.id).files == ()
    desk.history.undo()
    assert desk.reports.get(report.id).files == (file,)
    for letter, name, data in (
        ("F", "NORTH.png", b"other"),
        ("Z", "a.png", b"a"),
        ("F", " ", b"a"),
        ("F", "a.png", b""),
    ):
        with pytest.raises(InputError):
            desk.reports.add_file(report.id, letter, name, data)
    with pytest.raises(InputError):
        desk.reports.file(99)


def test_a_report_goes_to_the_bin_and_comes_back(desk: Desk) -> None:
    report = filled(desk, "2025")
    desk.reports.remove(report.id)
    assert desk.reports.all() == []
    with pytest.raises(InputError):
        desk.reports.get(report.id)
    again = desk.reports.begin("2025")
    desk.reports.remove(again.id)
    desk.history.undo()
    assert desk.reports.get(again.id) == again


def test_the_head_covers_the_period(desk: Desk) -> None:
    report = desk.reports.begin("2025")
    with pytest.raises(InputError) as error:
        desk.reports.save_head(replace(report, last=date(2025, 11, 30)))
    assert error.value.field == "last"
    changed = desk.reports.save_head(
        replace(report, first=date(2024, 7, 1), language="fr", contact="Section", period="1999")
    )
    assert desk.reports.get(report.id) == changed
    assert (changed.first, changed.language, changed.period) == (date(2024, 7, 1), "fr", "2025")


def test_a_template_of_the_missions_own_serves_and_may_go(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "forms"
    folder.mkdir()
    path = folder / "own.toml"
    path.write_text(
        'id = "own"\ntitle = "Own"\nsource = "Us"\nas_of = 2026-01-02\n'
        '[[form]]\nletter = "A"\ntitle = "Measures"\n'
        '[[form]]\nletter = "B"\ntitle = "Victim assistance"\n',
        encoding="utf-8",
    )
    filled(desk, "2024")
    report = desk.reports.begin("2025", form_set="own", carry_from="2024")
    assert report.form("B").content.text == "Form H in 2024."
    text = path.read_text(encoding="utf-8")
    path.write_text(text.partition('[[form]]\nletter = "B"')[0], encoding="utf-8")
    lost = [each for each in desk.reports.completeness(report.id) if each.letter == "B"]
    assert [(each.holder, "no longer has it" in each.what) for each in lost] == [("Ministry", True)]
    path.unlink()
    assert desk.reports.get(report.id).form("B").content.text == "Form H in 2024."
    with pytest.raises(InputError, match="own"):
        desk.reports.completeness(report.id)


def test_what_changed_is_told_to_the_window(desk: Desk) -> None:
    heard: list[frozenset[str]] = []
    desk.changes.subscribe(heard.append)
    report = desk.reports.begin("2025")
    desk.reports.save_form(report.id, replace(report.form("A"), owner="Justice"))
    assert heard == [frozenset({"reports"})] * 2
