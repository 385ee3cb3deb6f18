"""The fields of a delegation in the order of the portal."""

import csv
from io import StringIO

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.person import Person, PersonForms
from ccmdesk.domain.portal_sheet import COLUMNS, portal_block, portal_csv, portal_row
from ccmdesk.domain.state import Status

HEAD = Delegate(
    Person(
        "Okoro",
        "Amina",
        "S.E. Mme",
        "Ambassadrice",
        "Mission permanente",
        "Genève",
        forms={
            "en": PersonForms(
                style="H.E. Ms.",
                functional_title="Ambassador",
                organization="Permanent Mission",
                place="Geneva",
            )
        },
    ),
    Role.HEAD,
)


def test_the_fields_stand_in_the_order_of_the_list() -> None:
    row = portal_row(HEAD, "Avataria", Status.PARTY)
    assert row.values == (
        "Avataria",
        "State Party",
        "H.E. Ms.",
        "Amina",
        "Okoro",
        "Ambassador",
        "Permanent Mission, Geneva",
        "Head of Delegation",
    )
    assert len(row.values) == len(COLUMNS)


def test_states_that_are_no_parties_have_their_group() -> None:
    assert portal_row(HEAD, "Avataria", Status.SIGNATORY).status_group == "Signatory"
    assert portal_row(HEAD, "Avataria", Status.NOT_PARTY).status_group == "Observer State"


def test_the_block_reads_like_a_list_of_participants() -> None:
    row = portal_row(HEAD, "Avataria", Status.PARTY)
    assert portal_block([row]) == (
        "AVATARIA\n\nH.E. Ms. Amina Okoro\nAmbassador\nPermanent Mission, Geneva\n"
        "Head of Delegation\n"
    )


def test_the_csv_is_read_back_and_holds_no_formula() -> None:
    odd = Delegate(Person('O"Hara, the\nsecond', "=1+1"), Role.EXPERT)
    rows = [portal_row(each, "Avataria", Status.PARTY) for each in (HEAD, odd)]
    read = list(csv.reader(StringIO(portal_csv(rows), newline="")))
    assert tuple(read[0]) == COLUMNS
    assert tuple(read[1]) == rows[0].values
    assert read[2][3:5] == ["'=1+1", 'O"Hara, the\nsecond']
