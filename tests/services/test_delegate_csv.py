"""Lists of delegates from a spreadsheet: what is right is kept, what is wrong is named."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.delegation import Role
from ccmdesk.domain.errors import EnvironmentFault, InputError
from ccmdesk.services.delegate_csv import COLUMNS, parse_delegates, read_delegates

HEAD = ",".join(COLUMNS)


def test_every_column_arrives_where_it_belongs(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(
        f'{HEAD}\nhead,H.E. Ms.,Zoë,Ǆurić,"Ambassador, PR",Mission,Geneva,z@example.org,f\n',
        encoding="utf-8-sig",
    )
    [delegate] = read_delegates(file)
    person = delegate.person
    assert delegate.role is Role.HEAD
    assert (person.style, person.given_names, person.family_name) == ("H.E. Ms.", "Zoë", "Ǆurić")
    assert (person.functional_title, person.organization) == ("Ambassador, PR", "Mission")
    assert (person.place, person.email, person.gender) == ("Geneva", "z@example.org", "f")


def test_semicolons_blank_lines_and_columns_in_another_order_are_fine() -> None:
    text = "family_name;role\r\n\r\nÅs;EXPERT\r\n;\r\nØy;observer\r\n"
    first, second = parse_delegates(text, "list.csv")
    assert (first.person.family_name, first.role) == ("Ås", Role.EXPERT)
    assert (second.person.family_name, second.role) == ("Øy", Role.OBSERVER)


def test_markup_arabic_and_emoji_are_names_like_others() -> None:
    names = ["<b>Bold</b>", "A & B", "محمد", "🕊️", "<img src=x>"]
    text = "role,family_name\n" + "".join(f"expert,{name}\n" for name in names)
    assert [each.person.family_name for each in parse_delegates(text, "l.csv")] == names


def test_another_encoding_is_told_with_the_cure(tmp_path: Path) -> None:
    file = tmp_path / "old.csv"
    file.write_bytes(f"{HEAD}\nhead,,Zoë,Müller,,,,,\n".encode("latin-1"))
    with pytest.raises(InputError, match=r"“old.csv” is not written in UTF-8.*save it as UTF-8"):
        read_delegates(file)


def test_a_missing_file_is_the_environments_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match=r"“.*none.csv” cannot be read"):
        read_delegates(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("style,given_names\nDr.,A\n", "lacks the columns role and family_name"),
        ("role,family_name,badge\nhead,A,1\n", "unknown column badge"),
        ("role,role,family_name\nhead,head,A\n", "the column role twice"),
        ("role,family_name\nhead,A\nchief,B\n", "line 3, column role: “chief” is not a role"),
        (
            "role,family_name,grounds_pass_until\nhead,A,soon\n",
            "line 2, column grounds_pass_until: “soon” is not a date",
        ),
        (
            "role,family_name,travel_arranged\nhead,A,perhaps\n",
            "line 2, column travel_arranged: “perhaps” is neither yes nor no",
        ),
        ("role,family_name\nhead,A,B\n", "line 2: there are 3 cells for 2 columns"),
        ("role,family_name,gender\nhead,A,x\n", "line 2, column gender"),
        ("role,family_name,email\nhead,A,nowhere\n", "line 2, column email"),
        ("role,family_name\nhead,\n", "line 2, column family_name: Give the person a name"),
        ("role,family_name\n", "names no delegate"),
        ("", "names no delegate"),
        ('role,family_name\nhead,"A\n', "line 2: the quotation marks do not close"),
        ("PK\x03\x04\x00\x00", "is not a CSV file"),
    ],
)
def test_each_fault_is_one_clear_sentence(text: str, said: str) -> None:
    with pytest.raises(InputError, match=r".") as raised:
        parse_delegates(text, "list.csv")
    assert said in raised.value.message
    assert "list.csv" in raised.value.message
    assert raised.value.message.endswith(".")
    assert "\n" not in raised.value.message


def test_the_line_is_that_of_the_file_even_after_cells_of_several_lines() -> None:
    text = 'role,family_name\nexpert,"Two\nlines"\nnobody,B\n'
    with pytest.raises(InputError, match="line 4, column role"):
        parse_delegates(text, "list.csv")


def test_a_cell_that_is_far_too_long_is_called_so() -> None:
    with pytest.raises(InputError, match="line 2: a cell is far too long; correct the line"):
        parse_delegates("role,family_name\nhead," + "x" * 200_000, "list.csv")


@given(st.text(max_size=200))
def test_whatever_is_given_is_read_or_refused(text: str) -> None:
    try:
        found = len(parse_delegates(text, "list.csv"))
    except InputError as error:
        found = error.message.count("list.csv")
    assert found >= 1


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), min_size=1))
def test_names_survive_unchanged(names: list[str]) -> None:
    rows = "".join('expert,"{}"\n'.format(name.replace('"', '""')) for name in names)
    found = parse_delegates(f"role,family_name\n{rows}", "list.csv")
    assert [each.person.family_name for each in found] == names


def test_pass_and_travel_may_be_told() -> None:
    head, adviser = parse_delegates(
        "role,family_name,grounds_pass_until,travel_arranged\nhead,A,2024-12-31,yes\nadviser,B,,\n",
        "list.csv",
    )
    assert (head.person.grounds_pass_until, head.travel_arranged) == (date(2024, 12, 31), True)
    assert (adviser.person.grounds_pass_until, adviser.travel_arranged) == (None, False)
