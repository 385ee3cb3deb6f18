"""Reporting templates as data: the shipped one, and those a mission drops into its folder."""

import tomllib
from pathlib import Path

import pytest

from ccmdesk.domain.errors import InputError
from ccmdesk.services.form_sets import NEWEST, FormSets
from ccmdesk.system.paths import resources_dir

OWN = """
id = "ccm-2031"
title = "A later template"
source = "Typed in by the mission from the page of the support unit"
as_of = 2031-02-03

[[form]]
letter = "A"
title = "Measures"
items = "7(1)(a)"
not_applicable = false

[[form]]
letter = "B2"
title = "Victims"
voluntary = true

[[form.table]]
key = "victims"
caption = "Victims"
columns = ["Place", "Women"]
"""
TITLES = {
    "A": "National implementation measures",
    "B": "Stockpiles and destruction",
    "C": "Technical characteristics of each type produced/owned or possessed",
    "D": "Cluster munitions retained and transferred",
    "E": "Status of conversion programmes",
    "F": "Contaminated areas and clearance",
    "G": "Warning to the population and risk education",
    "H": "Victim assistance",
    "I": "National resources and international cooperation and assistance",
    "J": "Other relevant matters",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a mission's own templates."""
    place = tmp_path / "forms"
    place.mkdir()
    return place


def told(folder: Path, text: str) -> str:
    """Return what is said of a file with that text; the shipped template stays usable."""
    (folder / "own.toml").write_text(text, encoding="utf-8")
    sets = FormSets(folder)
    assert [each.id for each in sets.all()] == [NEWEST]
    (fault,) = sets.faults()
    assert "own.toml" in fault
    with pytest.raises(InputError) as error:
        sets.get("ccm-2031")
    assert fault in error.value.message
    return fault


def test_the_template_of_2010_has_the_titles_of_its_cover_page(folder: Path) -> None:
    found = FormSets(folder).get(NEWEST)
    assert {form.letter: form.title for form in found.forms} == TITLES
    assert [form.letter for form in found.forms if not form.not_applicable_allowed] == ["A"]
    assert [form.letter for form in found.forms if form.voluntary] == ["J"]
    assert "CCM/MSP/2010/PM/10" in found.source


def test_every_subparagraph_but_the_contacts_has_its_form_and_only_a_is_certain(
    folder: Path,
) -> None:
    forms = FormSets(folder).get(NEWEST).forms
    asked = "".join(form.items for form in forms if form.items.startswith("7(1)"))
    assert [letter for letter in "abcdefghijkmn" if f"({letter})" not in asked] == []
    assert "(l)" not in asked
    assert [form.letter for form in forms if form.items and not form.inferred] == ["A"]


def test_the_shipped_file_is_whole(folder: Path) -> None:
    for path in (resources_dir() / "forms").glob("*.toml"):
        assert tomllib.loads(path.read_text(encoding="utf-8"))["id"] == path.stem
    assert FormSets(folder).faults() == []


def test_a_template_is_dropped_in_and_changed_while_the_program_runs(folder: Path) -> None:
    sets = FormSets(folder)
    assert [each.id for each in sets.all()] == [NEWEST]
    path = folder / "later.toml"
    path.write_text(OWN, encoding="utf-8")
    found = sets.get("ccm-2031")
    assert [form.letter for form in found.forms] == ["A", "B2"]
    assert found.form("B2").tables[0].columns == ("Place", "Women")
    path.write_text(OWN.replace("A later template", "Another title"), encoding="utf-8")
    assert sets.get("ccm-2031").title == "Another title"
    path.unlink()
    assert [each.id for each in sets.all()] == [NEWEST]


def test_a_folder_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    assert FormSets(tmp_path / "none").faults() == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("as_of = 2031-02-03", ""), "lacks “as_of”"),
        (("as_of = 2031-02-03", 'as_of = "soon"'), "“as_of” of it has to be a date"),
        (("as_of = 2031-02-03", "as_of = 2031-02-03T10:00:00"), "has to be a date"),
        (("as_of = 2031-02-03", "as_of = 2031-02-29"), "not valid TOML"),
        (('title = "Measures"', 'title = " "'), "“title” of form 1 is empty"),
        (('letter = "B2"', 'letter = "A"'), "Form A stands in it twice"),
        (('letter = "B2"', 'letter = "b"'), "a capital letter"),
        (('letter = "B2"', "letter = 2"), "“letter” of form 2 has to be a text"),
        (("voluntary = true", 'voluntary = "yes"'), "“voluntary” of form 2 has to be true"),
        (("voluntary = true", "voluntry = true"), "“voluntry”, which is none of"),
        (('columns = ["Place", "Women"]', "columns = []"), "the columns of table 1 of Form B2"),
        (('columns = ["Place", "Women"]', 'columns = ["Place", 3]'), "have to be texts"),
        (('columns = ["Place", "Women"]', 'columns = ["A", "A"]'), "the column “A” twice"),
        (('key = "victims"', 'key = "The victims"'), "the key of table 1 of Form B2"),
        (('id = "ccm-2031"', 'id = "ccm-2010"'), "which another one has"),
        (('id = "ccm-2031"', 'id = "../x"'), "the id is “../x”"),
        (("[[form]]", "[form]"), "not valid TOML"),
        (('id = "ccm-2031"', 'id = "ccm-2031'), "not valid TOML"),
    ],
)
def test_a_wrong_template_is_told_in_one_sentence(
    change: tuple[str, str], said: str, folder: Path
) -> None:
    fault = told(folder, OWN.replace(*change))
    assert said in fault
    assert "\n" not in fault.strip()


def test_a_template_without_forms_or_text_is_told(folder: Path) -> None:
    assert "no form" in told(folder, OWN.partition("[[form]]")[0] + "form = []")
    assert "lacks" in told(folder, "")
    assert "form 1 is not written" in told(folder, OWN.partition("[[form]]")[0] + "form = [1]")


def test_a_file_that_is_no_text_or_a_folder_is_told(folder: Path) -> None:
    (folder / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    (folder / "folder.toml").mkdir()
    faults = FormSets(folder).faults()
    assert len(faults) == 2
    assert all("folder.toml" in fault or "bytes.toml" in fault for fault in faults)


def test_editors_of_windows_may_mark_the_file(folder: Path) -> None:
    (folder / "marked.toml").write_bytes(OWN.replace("\n", "\r\n").encode("utf-8-sig"))
    sets = FormSets(folder)
    assert sets.faults() == []
    assert sets.get("ccm-2031").forms


def test_another_encoding_is_told_in_words(folder: Path) -> None:
    (folder / "wide.toml").write_bytes(OWN.encode("utf-16"))
    (fault,) = FormSets(folder).faults()
    assert fault == "The template wide.toml is not written in UTF-8; save it anew as UTF-8."


def test_what_steers_a_terminal_is_no_title(folder: Path) -> None:
    assert "no paper shows" in told(folder, OWN.replace('"Measures"', '"Measures\\u001b"'))
    assert "have to be texts" in told(folder, OWN.replace('"Women"', '"Wo\\u0007men"'))


def test_of_many_wrong_files_the_first_are_told(folder: Path) -> None:
    for number in range(5):
        (folder / f"wrong{number}.toml").write_text("id = ", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        FormSets(folder).get("none")
    assert "wrong1.toml" in raised.value.message
    assert "wrong2.toml" not in raised.value.message
    assert "ccmdesk report sets" in raised.value.message
